//! Correlations that contradict each other, and the way out.

use ndarray::Array2;

use super::nearest::nearest_in_three_decimals;
use super::symmetric::{is_semi_definite, pairs};

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

impl NotPositive {
    /// The pair to mend and the nearest valid matrix.
    pub(super) fn of(names: &[String], matrix: &Array2<f64>) -> Self {
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
        Self {
            a,
            b,
            value,
            valid_value,
            names: names.to_vec(),
            nearest,
        }
    }
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

/// The value nearest to the given one, in steps of 0.01, at which this pair alone makes the matrix valid.
fn valid_value(matrix: &Array2<f64>, (i, j): (usize, usize)) -> Option<f64> {
    let mut trial = matrix.clone();
    let mut candidates: Vec<f64> = (-100..=100).map(|step| f64::from(step) / 100.0).collect();
    let step = |value: &f64| (value - matrix[[i, j]]).abs();
    candidates.sort_by(|a, b| step(a).total_cmp(&step(b)));
    candidates.into_iter().find(|&value| {
        trial[[i, j]] = value;
        trial[[j, i]] = value;
        is_semi_definite(&trial)
    })
}

fn most_changed(matrix: &Array2<f64>, nearest: &Array2<f64>) -> (usize, usize) {
    let change = |&(i, j): &(usize, usize)| (matrix[[i, j]] - nearest[[i, j]]).abs();
    pairs(matrix.nrows())
        .max_by(|p, q| change(p).total_cmp(&change(q)))
        .unwrap_or((0, 0))
}
