//! The nearest valid correlation matrix.

use ndarray::Array2;

use super::symmetric::{eigen, is_semi_definite, smallest_eigenvalue};

/// The correlation matrix nearest to a symmetric matrix (least squares over all elements).
///
/// Alternating projections on the positive semi-definite matrices and on those with a unit diagonal,
/// with Dykstra's correction: Higham (2002), "Computing the nearest correlation matrix", *IMA J. Numer.
/// Anal.* 22(3), algorithm 3.3. The last 1e-9 or so that the iteration leaves is removed by moving
/// towards the identity, so that the answer is always valid.
fn nearest_correlation(matrix: &Array2<f64>) -> Array2<f64> {
    let n = matrix.nrows();
    let mut current = matrix.clone();
    let mut correction = Array2::<f64>::zeros((n, n));
    for _ in 0..1_000 {
        let shifted = &current - &correction;
        let projected = positive_part(&shifted);
        correction = &projected - &shifted;
        let mut next = projected;
        next.diag_mut().fill(1.0);
        let moved = (&next - &current)
            .iter()
            .map(|d| d.abs())
            .fold(0.0, f64::max);
        current = next;
        if moved < 1e-12 {
            break;
        }
    }
    pulled_inside(current)
}

/// The nearest matrix written with three decimals, still valid: what a message shows.
pub(super) fn nearest_in_three_decimals(matrix: &Array2<f64>) -> Array2<f64> {
    let nearest = nearest_correlation(matrix);
    let mut kept = 1.0;
    loop {
        let rounded = towards_identity(&nearest, kept).mapv(|r| (r * 1_000.0).round() / 1_000.0);
        if is_semi_definite(&rounded) || kept <= 0.0 {
            return rounded;
        }
        kept -= 0.000_5;
    }
}

fn positive_part(matrix: &Array2<f64>) -> Array2<f64> {
    let (values, vectors) = eigen(matrix);
    let clipped = values.mapv(|value| value.max(0.0));
    let part = vectors.dot(&Array2::from_diag(&clipped)).dot(&vectors.t());
    0.5 * (&part + &part.t())
}

fn pulled_inside(matrix: Array2<f64>) -> Array2<f64> {
    let smallest = smallest_eigenvalue(&matrix);
    if smallest >= 0.0 {
        return matrix;
    }
    // the eigenvalues of k·A + (1 − k)·I are k·λ + 1 − k
    towards_identity(&matrix, (1.0 - 1e-14) / (1.0 - smallest))
}

fn towards_identity(matrix: &Array2<f64>, kept: f64) -> Array2<f64> {
    let mut result = matrix * kept;
    result.diag_mut().fill(1.0);
    result
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::*;

    /// The example that Higham (2002) prints, to its four digits.
    #[test]
    fn the_published_example_comes_out() {
        let matrix = array![[1.0, 1.0, 0.0], [1.0, 1.0, 1.0], [0.0, 1.0, 1.0]];
        let nearest = nearest_correlation(&matrix);
        assert!((nearest[[0, 1]] - 0.7607).abs() < 5e-5, "{nearest}");
        assert!((nearest[[0, 2]] - 0.1573).abs() < 5e-5, "{nearest}");
        assert!(smallest_eigenvalue(&nearest) >= -1e-14);
    }

    #[test]
    fn a_valid_matrix_is_its_own_nearest() {
        let matrix = array![[1.0, 0.3], [0.3, 1.0]];
        let nearest = nearest_correlation(&matrix);
        assert!((nearest[[0, 1]] - 0.3).abs() < 1e-12);
    }

    #[test]
    fn three_decimals_are_still_valid() {
        let matrix = array![[1.0, 0.9, -0.9], [0.9, 1.0, 0.9], [-0.9, 0.9, 1.0]];
        let rounded = nearest_in_three_decimals(&matrix);
        assert!(is_semi_definite(&rounded));
        let distance = (&rounded - &nearest_correlation(&matrix))
            .iter()
            .map(|d| d.abs())
            .fold(0.0, f64::max);
        assert!(distance < 3e-3, "{distance}");
        assert!(
            rounded
                .iter()
                .all(|r| (r * 1_000.0 - (r * 1_000.0).round()).abs() < 1e-9)
        );
    }
}
