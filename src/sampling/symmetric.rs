//! Eigenvalues and factors of small symmetric matrices.

use ndarray::{Array1, Array2};

/// The eigenvalues and, as columns, the eigenvectors of a symmetric matrix.
///
/// Cyclic Jacobi rotations (Golub & Van Loan, *Matrix Computations*, §8.5): slow for large matrices, but
/// accurate to rounding and free of special cases, which is what a matrix of a dozen groups needs.
pub(super) fn eigen(matrix: &Array2<f64>) -> (Array1<f64>, Array2<f64>) {
    let n = matrix.nrows();
    let mut a = matrix.clone();
    let mut vectors = Array2::eye(n);
    for _ in 0..60 {
        let off: f64 = pairs(n).map(|(i, j)| a[[i, j]] * a[[i, j]]).sum();
        if off < 1e-30 {
            break;
        }
        for (i, j) in pairs(n) {
            rotate(&mut a, &mut vectors, i, j);
        }
    }
    (a.diag().to_owned(), vectors)
}

/// The pairs of indices (i, j) with i < j < n.
pub(super) fn pairs(n: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..n).flat_map(move |i| (i + 1..n).map(move |j| (i, j)))
}

/// Makes element (i, j) zero by a rotation of rows and columns i and j.
fn rotate(a: &mut Array2<f64>, vectors: &mut Array2<f64>, i: usize, j: usize) {
    if a[[i, j]].abs() < 1e-300 {
        return;
    }
    let theta = (a[[j, j]] - a[[i, i]]) / (2.0 * a[[i, j]]);
    let tangent = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
    let cosine = 1.0 / (tangent * tangent + 1.0).sqrt();
    let sine = tangent * cosine;
    for k in 0..a.nrows() {
        let (left, right) = (a[[k, i]], a[[k, j]]);
        a[[k, i]] = cosine * left - sine * right;
        a[[k, j]] = sine * left + cosine * right;
    }
    for k in 0..a.nrows() {
        let (upper, lower) = (a[[i, k]], a[[j, k]]);
        a[[i, k]] = cosine * upper - sine * lower;
        a[[j, k]] = sine * upper + cosine * lower;
        let (left, right) = (vectors[[k, i]], vectors[[k, j]]);
        vectors[[k, i]] = cosine * left - sine * right;
        vectors[[k, j]] = sine * left + cosine * right;
    }
}

/// The smallest eigenvalue; +∞ for an empty matrix.
pub(super) fn smallest_eigenvalue(matrix: &Array2<f64>) -> f64 {
    eigen(matrix)
        .0
        .iter()
        .copied()
        .fold(f64::INFINITY, f64::min)
}

/// Whether a symmetric matrix is positive semi-definite, as far as rounding can tell.
pub(super) fn is_semi_definite(matrix: &Array2<f64>) -> bool {
    const ROUNDING: f64 = 1e-9;
    smallest_eigenvalue(matrix) >= -ROUNDING
}

/// The lower triangular L with L·Lᵀ = `matrix`, for a positive semi-definite matrix.
///
/// A pivot that vanishes (a group that follows from those before it) gives a column of zeros.
pub(super) fn cholesky(matrix: &Array2<f64>) -> Array2<f64> {
    const VANISHED: f64 = 1e-10;
    let n = matrix.nrows();
    let mut factor = Array2::<f64>::zeros((n, n));
    for j in 0..n {
        let explained: f64 = (0..j).map(|k| factor[[j, k]] * factor[[j, k]]).sum();
        let pivot = matrix[[j, j]] - explained;
        if pivot <= VANISHED {
            continue;
        }
        factor[[j, j]] = pivot.sqrt();
        for i in j + 1..n {
            let shared: f64 = (0..j).map(|k| factor[[i, k]] * factor[[j, k]]).sum();
            factor[[i, j]] = (matrix[[i, j]] - shared) / factor[[j, j]];
        }
    }
    factor
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::*;

    fn difference(a: &Array2<f64>, b: &Array2<f64>) -> f64 {
        a.iter()
            .zip(b)
            .map(|(x, y)| (x - y).abs())
            .fold(0.0, f64::max)
    }

    #[test]
    fn eigenvalues_and_vectors_rebuild_the_matrix() {
        let matrix = array![[2.0, -1.0, 0.3], [-1.0, 2.0, -1.0], [0.3, -1.0, 0.5]];
        let (values, vectors) = eigen(&matrix);
        let rebuilt = vectors.dot(&Array2::from_diag(&values)).dot(&vectors.t());
        assert!(difference(&rebuilt, &matrix) < 1e-14);
        assert!(difference(&vectors.dot(&vectors.t()), &Array2::eye(3)) < 1e-14);
    }

    #[test]
    fn known_eigenvalues_come_out() {
        // equal correlations r: 1 − r twice and 1 + 2r once
        let matrix = array![[1.0, -0.6, -0.6], [-0.6, 1.0, -0.6], [-0.6, -0.6, 1.0]];
        assert!((smallest_eigenvalue(&matrix) + 0.2).abs() < 1e-14);
    }

    #[test]
    fn the_factor_rebuilds_regular_and_singular_matrices() {
        let regular = array![[1.0, 0.3, -0.2], [0.3, 1.0, 0.5], [-0.2, 0.5, 1.0]];
        let singular = array![[1.0, 1.0, 0.4], [1.0, 1.0, 0.4], [0.4, 0.4, 1.0]];
        for matrix in [regular, singular] {
            let factor = cholesky(&matrix);
            assert!(difference(&factor.dot(&factor.t()), &matrix) < 1e-12);
        }
    }
}
