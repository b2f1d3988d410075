//! Quantiles of samples.
//!
//! Type 7 of Hyndman & Fan (1996), "Sample quantiles in statistical packages", *The American
//! Statistician* 50(4): linear between the order statistics, with the least value at 0 and the greatest
//! at 1. It is the default of R, `NumPy` and Excel, so analysts can check the figures.
//!
//! Infinite values are allowed ("never used up"): a quantile between a finite and an infinite order
//! statistic is infinite, one exactly on an order statistic is that one; halfway from −∞ to +∞ it is +∞.
//! NaN has no place in an order: do not pass it (it would be sorted to an end).

use super::OrderStatistics;
use crate::numeric::count;

/// The quantiles of `values`, in the order of `probabilities`; NaN for an empty sample.
#[must_use]
pub fn quantiles(values: &[f64], probabilities: &[f64]) -> Vec<f64> {
    let mut out = vec![f64::NAN; probabilities.len()];
    OrderStatistics::of(values).quantiles(probabilities, &mut out);
    out
}

/// Sorts from −∞ to +∞.
#[cfg(test)]
pub(super) fn sort(values: &mut [f64]) {
    values.sort_unstable_by(f64::total_cmp);
}

/// The quantile of a rising sample at the probability `p`, which is held within \[0, 1\]; NaN for an
/// empty sample.
#[cfg(test)]
pub(super) fn quantile_of_sorted(sorted: &[f64], p: f64) -> f64 {
    Place::of(p, sorted.len()).map_or(f64::NAN, |place| place.value(|rank| sorted[rank]))
}

/// A place among the order statistics: a `part` of the way from one rank to the next.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    rank: usize,
    part: f64,
}

impl Place {
    /// Of the probability `p`, held within \[0, 1\], among `number` values; nowhere among none.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0 ≤ place ≤ n − 1
    pub(super) fn of(p: f64, number: usize) -> Option<Self> {
        let last = number.checked_sub(1)?;
        let place = p.clamp(0.0, 1.0) * count(last);
        let rank = (place.floor() as usize).min(last);
        let part = if rank < last {
            place - count(rank)
        } else {
            0.0
        };
        Some(Self { rank, part })
    }

    /// The ranks on either side of the places of `probabilities` among `number` values, rising.
    pub(super) fn ranks(probabilities: &[f64], number: usize) -> Vec<usize> {
        let places = probabilities.iter().filter_map(|&p| Self::of(p, number));
        let mut ranks: Vec<_> = places
            .flat_map(|place| [place.rank, place.next()])
            .collect();
        ranks.sort_unstable();
        ranks.dedup();
        ranks
    }

    /// The rank on the other side, or the same one when the place is on a rank.
    fn next(self) -> usize {
        self.rank + usize::from(self.part > 0.0)
    }

    /// The value here, from those at the ranks.
    pub(super) fn value(self, mut at: impl FnMut(usize) -> f64) -> f64 {
        let low = at(self.rank);
        if self.part > 0.0 {
            between(low, at(self.next()), self.part)
        } else {
            low
        }
    }
}

/// How many of `number` values the part 1 − `p` is, rounded and at least one: the worst ones of an
/// expected shortfall.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // from 1 to `number`
pub(super) fn worst(number: usize, p: f64) -> usize {
    let part = 1.0 - p.clamp(0.0, 1.0);
    ((part * count(number)).round() as usize).max(1)
}

/// The point a `part` (0 < part < 1) of the way from `low` to `high` ≥ `low`.
fn between(low: f64, high: f64, part: f64) -> f64 {
    // the ends first, so that ∞ − ∞ never arises
    if low.total_cmp(&high).is_eq() || high.is_infinite() && high > 0.0 {
        high
    } else if low.is_infinite() {
        low
    } else {
        (low + part * (high - low)).min(high)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn assert_quantiles(values: &[f64], expected: &[(f64, f64)]) {
        for &(p, quantile) in expected {
            let ours = quantiles(values, &[p])[0];
            assert!(
                (ours - quantile).abs() < 1e-12,
                "{p}: {ours} instead of {quantile}"
            );
        }
    }

    /// `quantile(c(3, 1, 4, 1, 5, 9, 2, 6), p, type = 7)` of R: i = (n − 1)·p by hand.
    #[test]
    fn type_seven_by_hand() {
        let values = [3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0];
        let expected = [
            (0.0, 1.0),
            (0.1, 1.0),
            (0.25, 1.75),
            (0.5, 3.5),
            (0.9, 6.9),
            (1.0, 9.0),
        ];
        assert_quantiles(&values, &expected);
    }

    #[test]
    fn infinite_values_are_ordered_like_others() {
        let values = [f64::INFINITY, 1.0, 2.0, f64::INFINITY, 3.0];
        assert_quantiles(&values, &[(0.25, 2.0), (0.5, 3.0)]);
        assert!(
            quantiles(&values, &[0.51, 0.75, 0.9])
                .iter()
                .all(|q| *q > f64::MAX)
        );
        let low = [f64::NEG_INFINITY, 1.0, 2.0];
        assert!(quantiles(&low, &[0.4])[0] < f64::MIN);
        assert!(quantiles(&[f64::NEG_INFINITY; 3], &[0.4])[0] < f64::MIN);
        assert!(quantiles(&[f64::NEG_INFINITY, f64::INFINITY], &[0.5])[0] > f64::MAX);
    }

    #[test]
    fn an_empty_sample_has_no_quantiles_and_a_single_value_is_all_of_them() {
        assert!(quantiles(&[], &[0.5])[0].is_nan());
        assert_quantiles(&[7.0], &[(0.0, 7.0), (0.3, 7.0), (1.0, 7.0)]);
    }

    proptest! {
        #[test]
        fn quantiles_rise_and_stay_within_the_sample(
            values in prop::collection::vec(-1e9_f64..1e9, 1..60),
            p in 0.0_f64..=1.0, q in 0.0_f64..=1.0,
        ) {
            let result = quantiles(&values, &[p.min(q), p.max(q), 0.0, 1.0]);
            prop_assert!(result[0] <= result[1]);
            prop_assert!(result[2] <= result[0] && result[1] <= result[3]);
        }
    }
}
