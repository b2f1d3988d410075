//! Correlated groups of inputs: the factor copula.

use ndarray::Array2;
use thiserror::Error;

use super::nearest::nearest_in_three_decimals;
use super::symmetric::{cholesky, pairs, smallest_eigenvalue};
use super::{Design, StreamKey};
use crate::numeric::{sqrt, uniforms_to_normal_scores};

/// Named groups whose factors are jointly normal with a given correlation matrix.
#[derive(Debug, Clone, PartialEq)]
pub struct CorrelationGroups {
    names: Vec<String>,
    matrix: Array2<f64>,
    factor: Array2<f64>,
}

/// The correlation of two groups, as a scenario gives it.
#[derive(Debug, Clone, PartialEq)]
pub struct CorrelationPair {
    /// One group.
    pub a: String,
    /// The other group.
    pub b: String,
    /// Their correlation, from −1 to 1.
    pub value: f64,
}

/// Why groups and correlations do not fit together.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum CorrelationError {
    /// The same group is listed twice.
    #[error("the group `{name}` is listed twice")]
    RepeatedGroup {
        /// The group.
        name: String,
    },
    /// A pair names a group that is not listed.
    #[error("the group `{name}` is not listed; expected one of {}", known.join(", "))]
    UnknownGroup {
        /// The name given.
        name: String,
        /// The listed groups.
        known: Vec<String>,
    },
    /// A pair is given twice, or a group with itself.
    #[error("the correlation of `{a}` and `{b}` is given more than once")]
    RepeatedPair {
        /// One group.
        a: String,
        /// The other group.
        b: String,
    },
    /// A group is paired with itself.
    #[error("`{name}` is paired with itself; a group's correlation with itself is always 1")]
    PairedWithItself {
        /// The group.
        name: String,
    },
    /// A correlation outside \[−1, 1\].
    #[error("the correlation of `{a}` and `{b}` is {value}; expected a number from -1 to 1")]
    OutOfRange {
        /// One group.
        a: String,
        /// The other group.
        b: String,
        /// The value given.
        value: f64,
    },
    /// The matrix is not square with one row for each group.
    #[error("the correlation matrix has {rows} rows and {columns} columns for {groups} groups")]
    Shape {
        /// Its rows.
        rows: usize,
        /// Its columns.
        columns: usize,
        /// The number of groups.
        groups: usize,
    },
    /// The matrix is not symmetric.
    #[error("the correlation of `{a}` with `{b}` is {there}, but of `{b}` with `{a}` {back}")]
    NotSymmetric {
        /// One group.
        a: String,
        /// The other group.
        b: String,
        /// The value above the diagonal.
        there: f64,
        /// The value below it.
        back: f64,
    },
    /// A diagonal element is not 1.
    #[error("the correlation of `{name}` with itself is {value}; expected 1")]
    Diagonal {
        /// The group.
        name: String,
        /// The value given.
        value: f64,
    },
    /// The correlations contradict each other.
    #[error(transparent)]
    NotPositive(Box<NotPositive>),
}

/// Correlations that cannot hold together: the matrix is not positive semi-definite.
#[derive(Debug, Clone, PartialEq)]
pub struct NotPositive {
    /// One group of the pair whose change restores validity with the smallest step.
    pub a: String,
    /// The other group.
    pub b: String,
    /// Their correlation.
    pub value: f64,
    /// The nearest value at which this pair alone makes the matrix valid, if there is one.
    pub valid_value: Option<f64>,
    /// The names of the groups, in the order of the matrix.
    pub names: Vec<String>,
    /// The nearest valid matrix (Higham 2002), in three decimals.
    pub nearest: Array2<f64>,
}

impl std::error::Error for NotPositive {}

impl std::fmt::Display for NotPositive {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { a, b, value, .. } = self;
        write!(
            f,
            "the correlations contradict each other (the matrix is not positive semi-definite); \
             the pair that matters most is `{a}` and `{b}` ({value})"
        )?;
        if let Some(valid) = self.valid_value {
            write!(f, ", which fits the others at {valid}")?;
        }
        f.write_str("; nearest valid correlations:")?;
        for (i, j) in pairs(self.names.len()) {
            let separator = if (i, j) == (0, 1) { " " } else { ", " };
            write!(
                f,
                "{separator}{}–{} {}",
                self.names[i],
                self.names[j],
                self.nearest[[i, j]]
            )?;
        }
        Ok(())
    }
}

/// Rounding that a matrix computed elsewhere may carry.
const ROUNDING: f64 = 1e-9;

impl CorrelationGroups {
    /// By names and the full correlation matrix.
    ///
    /// # Errors
    ///
    /// When a name is repeated, or the matrix has the wrong shape, is not symmetric with a unit
    /// diagonal and elements in \[−1, 1\], or is not positive semi-definite.
    pub fn new(names: Vec<String>, matrix: Array2<f64>) -> Result<Self, CorrelationError> {
        check_names(&names)?;
        check_elements(&names, &matrix)?;
        if smallest_eigenvalue(&matrix) < -ROUNDING {
            let problem = contradiction(&names, &matrix);
            return Err(CorrelationError::NotPositive(Box::new(problem)));
        }
        let factor = cholesky(&matrix);
        Ok(Self {
            names,
            matrix,
            factor,
        })
    }

    /// By names and the correlations of some pairs; the other pairs are independent.
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new), and when a pair names an unlisted group, one group twice, or is repeated.
    pub fn from_pairs(
        names: Vec<String>,
        given: &[CorrelationPair],
    ) -> Result<Self, CorrelationError> {
        check_names(&names)?;
        let mut matrix = Array2::eye(names.len());
        let mut seen = Vec::new();
        for pair in given {
            let (i, j) = (index_of(&names, &pair.a)?, index_of(&names, &pair.b)?);
            if i == j {
                return Err(CorrelationError::PairedWithItself {
                    name: pair.a.clone(),
                });
            }
            let place = (i.min(j), i.max(j));
            if seen.contains(&place) {
                return Err(CorrelationError::RepeatedPair {
                    a: pair.a.clone(),
                    b: pair.b.clone(),
                });
            }
            seen.push(place);
            matrix[[i, j]] = pair.value;
            matrix[[j, i]] = pair.value;
        }
        Self::new(names, matrix)
    }

    /// The names, in the order of the matrix and of the factor columns.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The place of a group.
    #[must_use]
    pub fn index(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|known| known == name)
    }

    /// The correlation matrix.
    #[must_use]
    pub fn matrix(&self) -> &Array2<f64> {
        &self.matrix
    }

    /// The lower triangular L with L·Lᵀ equal to the matrix; also for a singular matrix.
    #[must_use]
    pub fn factor(&self) -> &Array2<f64> {
        &self.factor
    }

    /// The source of the group factors in a run with `seed`.
    #[must_use]
    pub fn factors(&self, seed: u64) -> FactorSource {
        let key = |name: &String| StreamKey::new(seed, &format!("correlation group {name}"));
        FactorSource {
            keys: self.names.iter().map(key).collect(),
            factor: self.factor.clone(),
        }
    }
}

/// The jointly normal factors of the groups, by draw.
#[derive(Debug, Clone, PartialEq)]
pub struct FactorSource {
    keys: Vec<StreamKey>,
    factor: Array2<f64>,
}

impl FactorSource {
    /// The streams that the factors are made of, one for each group.
    #[must_use]
    pub fn streams(&self) -> &[StreamKey] {
        &self.keys
    }

    /// Overwrites the columns, one for each group, with the factors Z of the draws from `first_draw`
    /// on. All columns have the same length.
    ///
    /// A group's factor depends on its own stream and those of the groups listed before it, so a group
    /// added at the end changes no other.
    pub fn fill_factor_columns(
        &self,
        design: &dyn Design,
        first_draw: u64,
        columns: &mut [Vec<f64>],
    ) {
        for (column, &key) in columns.iter_mut().zip(&self.keys) {
            design.fill(key, first_draw, column);
            uniforms_to_normal_scores(column);
        }
        self.mix(columns);
    }

    /// Z = L·ε in place: from the last group up, so that the ε needed are still there.
    fn mix(&self, columns: &mut [Vec<f64>]) {
        for i in (0..columns.len().min(self.keys.len())).rev() {
            let (before, from_here) = columns.split_at_mut(i);
            let Some(column) = from_here.first_mut() else {
                continue;
            };
            let own = self.factor[[i, i]];
            for value in column.iter_mut() {
                *value *= own;
            }
            for (j, other) in before.iter().enumerate() {
                let weight = self.factor[[i, j]];
                if weight == 0.0 {
                    continue;
                }
                for (value, epsilon) in column.iter_mut().zip(other) {
                    *value += weight * epsilon;
                }
            }
        }
    }
}

/// Ties a column of uniforms to the factor of its group, and turns it into normal scores:
/// u ← λ·Z + √(1−λ²)·Φ⁻¹(u).
///
/// `loading` λ lies in \[−1, 1\]; two inputs of one group then have scores with correlation λ₁·λ₂.
pub fn correlate(loading: f64, factor_z: &[f64], column: &mut [f64]) {
    uniforms_to_normal_scores(column);
    let own = sqrt((1.0 - loading * loading).max(0.0));
    for (score, z) in column.iter_mut().zip(factor_z) {
        *score = loading * z + own * *score;
    }
}

fn check_names(names: &[String]) -> Result<(), CorrelationError> {
    match names
        .iter()
        .enumerate()
        .find(|(i, name)| names[..*i].contains(name))
    {
        Some((_, name)) => Err(CorrelationError::RepeatedGroup { name: name.clone() }),
        None => Ok(()),
    }
}

fn index_of(names: &[String], name: &str) -> Result<usize, CorrelationError> {
    names
        .iter()
        .position(|known| known == name)
        .ok_or_else(|| CorrelationError::UnknownGroup {
            name: name.to_owned(),
            known: names.to_vec(),
        })
}

fn check_elements(names: &[String], matrix: &Array2<f64>) -> Result<(), CorrelationError> {
    let (rows, columns) = matrix.dim();
    if rows != names.len() || columns != names.len() {
        return Err(CorrelationError::Shape {
            rows,
            columns,
            groups: names.len(),
        });
    }
    for (name, &value) in names.iter().zip(matrix.diag()) {
        if (value - 1.0).abs() > ROUNDING || value.is_nan() {
            return Err(CorrelationError::Diagonal {
                name: name.clone(),
                value,
            });
        }
    }
    for (i, j) in pairs(names.len()) {
        let (a, b) = (names[i].clone(), names[j].clone());
        let (there, back) = (matrix[[i, j]], matrix[[j, i]]);
        if !(-1.0..=1.0).contains(&there) {
            return Err(CorrelationError::OutOfRange { a, b, value: there });
        }
        if (there - back).abs() > ROUNDING || back.is_nan() {
            return Err(CorrelationError::NotSymmetric { a, b, there, back });
        }
    }
    Ok(())
}

/// The pair to mend and the nearest valid matrix.
fn contradiction(names: &[String], matrix: &Array2<f64>) -> NotPositive {
    let nearest = nearest_in_three_decimals(matrix);
    let single = pairs(names.len())
        .filter_map(|pair| valid_value(matrix, pair).map(|value| (pair, value)))
        .min_by(|&(p, v), &(q, w)| {
            let step = |(i, j): (usize, usize), value: f64| (matrix[[i, j]] - value).abs();
            step(p, v).total_cmp(&step(q, w))
        });
    let ((i, j), valid_value) = match single {
        Some((pair, value)) => (pair, Some(value)),
        None => (most_changed(matrix, &nearest), None),
    };
    let (a, b, value) = (names[i].clone(), names[j].clone(), matrix[[i, j]]);
    NotPositive {
        a,
        b,
        value,
        valid_value,
        names: names.to_vec(),
        nearest,
    }
}

/// The value nearest to the given one, in steps of 0.01, at which this pair alone makes the matrix valid.
fn valid_value(matrix: &Array2<f64>, (i, j): (usize, usize)) -> Option<f64> {
    let mut trial = matrix.clone();
    let mut candidates: Vec<f64> = (-100..=100).map(|step| f64::from(step) / 100.0).collect();
    let step = |value: &f64| (value - matrix[[i, j]]).abs();
    candidates.sort_by(|a, b| step(a).total_cmp(&step(b)));
    candidates.into_iter().find(|&value| {
        trial[[i, j]] = value;
        trial[[j, i]] = value;
        smallest_eigenvalue(&trial) >= 0.0
    })
}

fn most_changed(matrix: &Array2<f64>, nearest: &Array2<f64>) -> (usize, usize) {
    let change = |&(i, j): &(usize, usize)| (matrix[[i, j]] - nearest[[i, j]]).abs();
    pairs(matrix.nrows())
        .max_by(|p, q| change(p).total_cmp(&change(q)))
        .unwrap_or((0, 0))
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::*;
    use crate::numeric::normal_scores_to_uniforms;
    use crate::sampling::{DesignKind, Streams};

    fn names(list: &[&str]) -> Vec<String> {
        list.iter().map(|&name| name.to_owned()).collect()
    }

    fn pair(a: &str, b: &str, value: f64) -> CorrelationPair {
        CorrelationPair {
            a: a.to_owned(),
            b: b.to_owned(),
            value,
        }
    }

    fn three_groups() -> CorrelationGroups {
        let given = [
            pair("macro", "technology", 0.6),
            pair("transition", "macro", -0.3),
        ];
        CorrelationGroups::from_pairs(names(&["macro", "technology", "transition"]), &given)
            .unwrap()
    }

    fn correlation(a: &[f64], b: &[f64]) -> f64 {
        let n = crate::numeric::count(a.len());
        let mean = |x: &[f64]| x.iter().sum::<f64>() / n;
        let (mean_a, mean_b) = (mean(a), mean(b));
        let product = |x: &[f64], mx: f64, y: &[f64], my: f64| {
            x.iter()
                .zip(y)
                .map(|(x, y)| (x - mx) * (y - my))
                .sum::<f64>()
        };
        product(a, mean_a, b, mean_b)
            / (product(a, mean_a, a, mean_a) * product(b, mean_b, b, mean_b)).sqrt()
    }

    fn columns(
        groups: &CorrelationGroups,
        kind: DesignKind,
        first: u64,
        n: usize,
    ) -> Vec<Vec<f64>> {
        let mut columns = vec![vec![0.0; n]; groups.names().len()];
        let design = kind.design(100_000, &Streams::default());
        groups
            .factors(7)
            .fill_factor_columns(design.as_ref(), first, &mut columns);
        columns
    }

    #[test]
    fn factors_have_the_wanted_correlations() {
        for kind in DesignKind::ALL {
            let factors = columns(&three_groups(), kind, 0, 100_000);
            for (i, j) in pairs(3) {
                let wanted = three_groups().matrix()[[i, j]];
                let realised = correlation(&factors[i], &factors[j]);
                // four standard errors
                assert!(
                    (realised - wanted).abs() < 4.0 / 100_000.0_f64.sqrt(),
                    "{kind} {i} {j}"
                );
            }
            for column in &factors {
                let square = column.iter().map(|z| z * z).sum::<f64>() / 100_000.0;
                assert!(
                    (square - 1.0).abs() < 4.0 * (2.0 / 100_000.0_f64).sqrt(),
                    "{square}"
                );
            }
        }
    }

    /// Normal scores of two inputs correlate by λ₁·r·λ₂, uniforms by (6/π)·asin(half of that).
    #[test]
    fn inputs_have_the_analytic_correlation() {
        let factors = columns(&three_groups(), DesignKind::MonteCarlo, 0, 100_000);
        let input = |name: &str, loading: f64, group: usize| {
            let mut column = vec![0.0; 100_000];
            StreamKey::new(7, name).fill_uniforms(0, &mut column);
            correlate(loading, &factors[group], &mut column);
            column
        };
        let (a, b, c) = (input("a", 0.8, 0), input("b", -0.9, 0), input("c", 0.7, 1));
        let uniforms = |scores: &[f64]| {
            let mut column = scores.to_vec();
            normal_scores_to_uniforms(&mut column);
            column
        };
        for (x, y, wanted) in [(&a, &b, -0.72), (&a, &c, 0.8 * 0.6 * 0.7)] {
            let realised = correlation(x, y);
            assert!((realised - wanted).abs() < 0.013, "{realised} {wanted}");
            let wanted = 6.0 / std::f64::consts::PI * f64::asin(wanted / 2.0);
            let realised = correlation(&uniforms(x), &uniforms(y));
            assert!((realised - wanted).abs() < 0.013, "{realised} {wanted}");
        }
        let mean = uniforms(&a).iter().sum::<f64>() / 100_000.0;
        assert!((mean - 0.5).abs() < 4.0 / 1_200_000.0_f64.sqrt(), "{mean}");
    }

    #[test]
    fn loadings_of_zero_and_one_are_the_extremes() {
        let factor = [3.0, -1.0];
        let scored = |loading| {
            let mut column = [0.2, 0.7];
            correlate(loading, &factor, &mut column);
            column
        };
        let mut alone = [0.2, 0.7];
        uniforms_to_normal_scores(&mut alone);
        assert_eq!(scored(0.0), alone);
        assert_eq!(scored(1.0), factor);
        assert_eq!(scored(-1.0), [-3.0, 1.0]);
    }

    #[test]
    fn a_chunk_and_an_added_group_leave_the_factors_alone() {
        let whole = columns(&three_groups(), DesignKind::LatinHypercube, 0, 50);
        let part = columns(&three_groups(), DesignKind::LatinHypercube, 20, 30);
        assert!(
            whole
                .iter()
                .zip(&part)
                .all(|(whole, part)| whole[20..] == part[..])
        );
        let given = [
            pair("macro", "technology", 0.6),
            pair("transition", "macro", -0.3),
            pair("macro", "space-use", 0.5),
        ];
        let more = names(&["macro", "technology", "transition", "space-use"]);
        let more = CorrelationGroups::from_pairs(more, &given).unwrap();
        assert_eq!(
            columns(&more, DesignKind::LatinHypercube, 0, 50)[..3],
            whole[..]
        );
    }

    #[test]
    fn perfectly_correlated_groups_share_their_factor() {
        let groups =
            CorrelationGroups::from_pairs(names(&["a", "b"]), &[pair("a", "b", 1.0)]).unwrap();
        let factors = columns(&groups, DesignKind::MonteCarlo, 0, 10);
        assert_eq!(factors[0], factors[1]);
    }

    #[test]
    fn a_contradiction_names_the_pair_and_a_way_out() {
        let given = [
            pair("a", "b", 0.9),
            pair("b", "c", 0.9),
            pair("a", "c", -0.2),
        ];
        let error = CorrelationGroups::from_pairs(names(&["a", "b", "c"]), &given).unwrap_err();
        let CorrelationError::NotPositive(problem) = &error else {
            panic!("{error}")
        };
        let valid = problem.valid_value.unwrap();
        let mended: Vec<CorrelationPair> = given
            .iter()
            .map(|p| {
                if (&p.a, &p.b) == (&problem.a, &problem.b) {
                    pair(&p.a, &p.b, valid)
                } else {
                    p.clone()
                }
            })
            .collect();
        assert_ne!(mended, given);
        assert!(CorrelationGroups::from_pairs(names(&["a", "b", "c"]), &mended).is_ok());
        assert!(CorrelationGroups::new(problem.names.clone(), problem.nearest.clone()).is_ok());
        // with 0.9 and 0.9 the third lies between 0.62 and 1; moving one of the others asks less
        let step = (problem.value - valid).abs();
        assert!(step <= 0.82 + 1e-9, "{error}");
        let text = error.to_string();
        assert!(
            text.contains(&format!("`{}` and `{}`", problem.a, problem.b)),
            "{text}"
        );
        assert!(text.contains("a–b 0."), "{text}");
    }

    #[test]
    fn malformed_groups_are_refused() {
        let two = || names(&["a", "b"]);
        let problem = |given: &[CorrelationPair]| {
            CorrelationGroups::from_pairs(two(), given)
                .unwrap_err()
                .to_string()
        };
        assert!(
            problem(&[pair("a", "x", 0.1)]).contains("`x` is not listed; expected one of a, b")
        );
        assert!(problem(&[pair("a", "a", 0.1)]).contains("paired with itself"));
        assert!(problem(&[pair("a", "b", 1.1)]).contains("1.1"));
        assert!(problem(&[pair("a", "b", f64::NAN)]).contains("NaN"));
        assert!(problem(&[pair("a", "b", 0.1), pair("b", "a", 0.1)]).contains("more than once"));
        let matrix = |matrix| CorrelationGroups::new(two(), matrix).unwrap_err();
        assert!(matches!(
            matrix(array![[1.0]]),
            CorrelationError::Shape { groups: 2, .. }
        ));
        assert!(matches!(
            matrix(array![[1.0, 0.1], [0.2, 1.0]]),
            CorrelationError::NotSymmetric { .. }
        ));
        assert!(matches!(
            matrix(array![[1.0, 0.1], [0.1, 0.9]]),
            CorrelationError::Diagonal { .. }
        ));
        let twice = CorrelationGroups::from_pairs(names(&["a", "a"]), &[]).unwrap_err();
        assert!(matches!(twice, CorrelationError::RepeatedGroup { .. }));
    }

    #[test]
    fn no_groups_are_fine() {
        let none = CorrelationGroups::from_pairs(Vec::new(), &[]).unwrap();
        assert!(columns(&none, DesignKind::MonteCarlo, 0, 3).is_empty());
    }
}
