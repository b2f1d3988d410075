//! A sample in rising order, and the ranks of its values.

use super::order::to_key;
use crate::numeric::{count, sqrt};

/// The order of a sample: where its least value stands, its second least, and so on.
#[derive(Debug, Clone)]
pub struct Ranking {
    /// Positions in the sample, of rising values.
    rising: Vec<u32>,
    /// How many values there are in each run of equal ones, in rising order.
    runs: Vec<u32>,
}

impl Ranking {
    /// Of a sample of fewer than 2³² values.
    #[must_use]
    #[allow(clippy::cast_possible_truncation)] // fewer than 2³² draws
    pub fn of(values: &[f64]) -> Self {
        let keyed = values.iter().map(|&value| to_key(value)).zip(0_u32..);
        let mut keyed: Vec<(i64, u32)> = keyed.collect();
        keyed.sort_unstable();
        let runs = keyed.chunk_by(|(one, _), (other, _)| one == other);
        let runs = runs.map(|run| run.len() as u32).collect();
        Self {
            rising: keyed.into_iter().map(|(_, at)| at).collect(),
            runs,
        }
    }

    /// The number of values.
    #[must_use]
    pub fn number(&self) -> usize {
        self.rising.len()
    }

    /// The positions in the sample, of rising values; of equal ones the first comes first.
    #[must_use]
    pub fn rising(&self) -> &[u32] {
        &self.rising
    }

    /// The positions of equal values, run by run, each with how many values are less.
    pub(super) fn runs(&self) -> impl Iterator<Item = (usize, &[u32])> {
        let mut from = 0;
        self.runs.iter().map(move |&run| {
            let start = from;
            from += run as usize;
            (start, &self.rising[start..from])
        })
    }

    /// The rank of every value of the sample, less the mean rank; equal values share the middle of
    /// their ranks.
    #[must_use]
    pub fn ranks(&self) -> Vec<f64> {
        let mut ranks = vec![0.0; self.number()];
        for (less, run) in self.runs() {
            let middle = count(less) + 0.5 * (count(run.len()) - count(self.number()));
            for &at in run {
                ranks[at as usize] = middle;
            }
        }
        ranks
    }
}

/// The rank correlation of Spearman, from −1 to 1, of two samples by their [`ranks`](Ranking::ranks);
/// NaN when either does not vary.
#[must_use]
pub fn rank_correlation(ranks: &[f64], others: &[f64]) -> f64 {
    let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let spread = sqrt(product(ranks, ranks)) * sqrt(product(others, others));
    product(ranks, others) / spread
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spearman(a: &[f64], b: &[f64]) -> f64 {
        rank_correlation(&Ranking::of(a).ranks(), &Ranking::of(b).ranks())
    }

    #[test]
    fn ranks_by_hand() {
        let ranks = Ranking::of(&[5.0, 1.0, 3.0, 3.0]).ranks();
        assert_eq!(ranks, [1.5, -1.5, 0.0, 0.0]);
    }

    /// `cor(c(1, 2, 3, 4, 5), c(1, 4, 9, 7, 6), method = "spearman")` of R: 1 − 6·8/(5·24) = 0.6.
    #[test]
    fn rank_correlation_by_hand() {
        let (x, y) = ([1.0, 2.0, 3.0, 4.0, 5.0], [1.0, 4.0, 9.0, 7.0, 6.0]);
        assert!((spearman(&x, &y) - 0.6).abs() < 1e-12);
        let turned = y.map(|value| -value);
        assert!((spearman(&x, &turned) + 0.6).abs() < 1e-12);
        assert!((spearman(&x, &x) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn what_does_not_vary_has_no_rank_correlation() {
        assert!(spearman(&[1.0, 1.0, 1.0], &[1.0, 2.0, 3.0]).is_nan());
        assert!(spearman(&[], &[]).is_nan());
    }
}
