//! Correlated groups of inputs: the factor copula.

use ndarray::Array2;
use thiserror::Error;

use super::contradiction::NotPositive;
use super::symmetric::{cholesky, is_semi_definite};
use super::{Design, StreamKey};
use crate::numeric::{sqrt, uniforms_to_normal_scores};

/// Named groups whose factors are jointly normal with a given correlation matrix.
#[derive(Debug, Clone, PartialEq)]
pub struct CorrelationGroups {
    names: Vec<String>,
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
    /// A pair is given twice.
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
    /// The correlations contradict each other.
    #[error(transparent)]
    NotPositive(Box<NotPositive>),
}

impl CorrelationGroups {
    /// By names and the correlations of some pairs; the other pairs are independent.
    ///
    /// # Errors
    ///
    /// When a name is repeated; when a pair names an unlisted group, one group twice, is repeated or has
    /// a correlation outside \[−1, 1\]; when the correlations contradict each other.
    pub fn from_pairs(
        names: Vec<String>,
        given: &[CorrelationPair],
    ) -> Result<Self, CorrelationError> {
        check_names(&names)?;
        let mut matrix = Array2::eye(names.len());
        let mut seen = Vec::new();
        for pair in given {
            let (i, j) = place_of(pair, &names)?;
            if seen.contains(&(i, j)) {
                return Err(CorrelationError::RepeatedPair {
                    a: pair.a.clone(),
                    b: pair.b.clone(),
                });
            }
            seen.push((i, j));
            matrix[[i, j]] = pair.value;
            matrix[[j, i]] = pair.value;
        }
        Self::of_matrix(names, &matrix)
    }

    fn of_matrix(names: Vec<String>, matrix: &Array2<f64>) -> Result<Self, CorrelationError> {
        if !is_semi_definite(matrix) {
            let problem = NotPositive::of(&names, matrix);
            return Err(CorrelationError::NotPositive(Box::new(problem)));
        }
        let factor = cholesky(matrix);
        Ok(Self { names, factor })
    }

    /// The names, in the order of the factor columns.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The place of a group.
    #[must_use]
    pub fn index(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|known| known == name)
    }

    /// The lower triangular L with L·Lᵀ the correlation matrix; also for a singular matrix.
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

/// The places of the two groups of a pair, the lower first.
fn place_of(pair: &CorrelationPair, names: &[String]) -> Result<(usize, usize), CorrelationError> {
    let (i, j) = (index_of(names, &pair.a)?, index_of(names, &pair.b)?);
    if i == j {
        return Err(CorrelationError::PairedWithItself {
            name: pair.a.clone(),
        });
    }
    if !(-1.0..=1.0).contains(&pair.value) {
        return Err(CorrelationError::OutOfRange {
            a: pair.a.clone(),
            b: pair.b.clone(),
            value: pair.value,
        });
    }
    Ok((i.min(j), i.max(j)))
}

#[cfg(test)]
mod tests {
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
            for (i, j, wanted) in [(0, 1, 0.6), (0, 2, -0.3), (1, 2, 0.0)] {
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
        assert!(is_semi_definite(&problem.nearest));
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

    /// Groups that go together in every draw leave no room: only the very value fits.
    #[test]
    fn a_way_out_at_the_very_edge_is_found() {
        let given = [
            pair("a", "b", 1.0),
            pair("b", "c", 1.0),
            pair("a", "c", 0.5),
        ];
        let error = CorrelationGroups::from_pairs(names(&["a", "b", "c"]), &given).unwrap_err();
        let CorrelationError::NotPositive(problem) = &error else {
            panic!("{error}")
        };
        assert_eq!(problem.valid_value, Some(0.5), "{error}");
        let mended = [0.5, 1.0, 0.5].into_iter().zip(given);
        let mended: Vec<_> = mended.map(|(value, p)| pair(&p.a, &p.b, value)).collect();
        assert!(CorrelationGroups::from_pairs(names(&["a", "b", "c"]), &mended).is_ok());
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
        let twice = CorrelationGroups::from_pairs(names(&["a", "a"]), &[]).unwrap_err();
        assert!(matches!(twice, CorrelationError::RepeatedGroup { .. }));
    }

    #[test]
    fn no_groups_are_fine() {
        let none = CorrelationGroups::from_pairs(Vec::new(), &[]).unwrap();
        assert!(columns(&none, DesignKind::MonteCarlo, 0, 3).is_empty());
    }
}
