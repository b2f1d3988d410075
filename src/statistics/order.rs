//! Order statistics by selection.

use super::buckets::Buckets;
use super::quantiles::{Place, worst};
use crate::numeric::count;

/// The order statistics of a sample, found one by one without sorting it.
///
/// Each one that is found divides the sample, so the next is sought among fewer values ("multiple
/// quickselect"): seven quantiles cost a fraction of a sort. Those of a large sample that are asked
/// for together are [sought](Self::seek) in less than that. They are the same to the bit.
///
/// The memory serves for one sample after another.
///
/// ```
/// use ruimtevraag::statistics::OrderStatistics;
///
/// let mut order = OrderStatistics::of(&[3.0, 1.0, 2.0]);
/// let mut quantiles = [0.0; 2];
/// order.quantiles(&[0.25, 0.75], &mut quantiles);
/// assert_eq!(quantiles, [1.5, 2.5]);
/// ```
#[derive(Debug, Clone, Default)]
pub struct OrderStatistics {
    /// The values as numbers with the same order, because integers compare faster.
    keys: Vec<i64>,
    /// Rising ranks of the keys that stand where they would after sorting, with none above them before
    /// them and none below them after.
    placed: Vec<usize>,
    buckets: Buckets,
}

impl OrderStatistics {
    /// Of a sample, in any order.
    #[must_use]
    pub fn of(values: &[f64]) -> Self {
        let mut order = Self::default();
        order.load(values);
        order
    }

    /// Starts anew with another sample.
    pub fn load(&mut self, values: &[f64]) {
        self.keys.clear();
        self.keys.extend(values.iter().map(|&value| to_key(value)));
        self.placed.clear();
        self.buckets.clear();
    }

    /// The number of values.
    #[must_use]
    pub fn number(&self) -> usize {
        self.keys.len()
    }

    /// Finds what the quantiles at `probabilities` need, all at once.
    pub fn seek(&mut self, probabilities: &[f64]) {
        let ranks = Place::ranks(probabilities, self.number());
        self.buckets.seek(&self.keys, &ranks);
        self.place_all(&ranks);
    }

    /// Overwrites `out` with the quantiles at `probabilities`; NaN for an empty sample.
    ///
    /// When the two differ in length, the shorter one counts.
    pub fn quantiles(&mut self, probabilities: &[f64], out: &mut [f64]) {
        self.seek(probabilities);
        for (quantile, &p) in out.iter_mut().zip(probabilities) {
            *quantile = self.quantile(p);
        }
    }

    /// The quantile at `p`, which is held within \[0, 1\]; NaN for an empty sample.
    pub fn quantile(&mut self, p: f64) -> f64 {
        Place::of(p, self.number()).map_or(f64::NAN, |place| place.value(|rank| self.at(rank)))
    }

    /// The mean of the part 1 − `p` of the values that is greatest, rounded to whole values and at least
    /// one; NaN for an empty sample. With p = 0.95 it is the mean of the worst 5 % (expected shortfall).
    pub fn mean_above(&mut self, p: f64) -> f64 {
        let number = self.number();
        if number == 0 {
            return f64::NAN;
        }
        let rank = number - worst(number, p);
        self.place(rank);
        // In rising order, so that the sum is the same whatever was asked before.
        self.keys[rank..].sort_unstable();
        let worst: f64 = self.keys[rank..].iter().map(|key| to_value(*key)).sum();
        worst / count(number - rank)
    }

    /// The middle rank first, so that the others are sought in halves.
    fn place_all(&mut self, rising: &[usize]) {
        let Some(&middle) = rising.get(rising.len() / 2) else {
            return;
        };
        self.at(middle);
        let (below, from_here) = rising.split_at(rising.len() / 2);
        self.place_all(below);
        self.place_all(&from_here[1..]);
    }

    /// The value at a rank, which is below the number of values.
    fn at(&mut self, rank: usize) -> f64 {
        if let Some(key) = self.buckets.at(rank) {
            return to_value(key);
        }
        self.place(rank);
        to_value(self.keys[rank])
    }

    /// Puts the key at a rank in its place.
    fn place(&mut self, rank: usize) {
        if let Err(position) = self.placed.binary_search(&rank) {
            let (before, after) = self.placed.split_at(position);
            let start = before.last().map_or(0, |placed| placed + 1);
            let end = after.first().copied().unwrap_or(self.keys.len());
            self.keys[start..end].select_nth_unstable(rank - start);
            self.placed.insert(position, rank);
        }
    }
}

/// The number with the place in [`f64::total_cmp`] of a value: negative values have their digits turned.
pub(super) fn to_key(value: f64) -> i64 {
    let bits = value.to_bits().cast_signed();
    bits ^ (((bits >> 63).cast_unsigned()) >> 1).cast_signed()
}

pub(super) fn to_value(key: i64) -> f64 {
    // turning twice gives the digits back, for the sign stays
    let bits = key ^ (((key >> 63).cast_unsigned()) >> 1).cast_signed();
    f64::from_bits(bits.cast_unsigned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::statistics::quantiles::{quantile_of_sorted, sort};

    #[test]
    fn the_mean_of_the_worst_part_by_hand() {
        // the greatest 30 % of ten values are 8, 9 and 10
        let values: Vec<f64> = [3, 9, 1, 7, 10, 2, 8, 4, 6, 5].map(f64::from).to_vec();
        let mut order = OrderStatistics::of(&values);
        assert!((order.mean_above(0.7) - 9.0).abs() < 1e-12);
        assert!((order.mean_above(0.0) - 5.5).abs() < 1e-12);
        assert!((order.mean_above(0.999) - 10.0).abs() < 1e-12);
        assert!(OrderStatistics::of(&[]).mean_above(0.5).is_nan());
    }

    fn any_value() -> impl Strategy<Value = f64> {
        prop_oneof![
            -1e9_f64..1e9,
            Just(0.0),
            Just(-0.0),
            Just(7.0),
            Just(f64::INFINITY),
            Just(f64::NEG_INFINITY),
        ]
    }

    proptest! {
        #[test]
        fn selection_equals_sorting_to_the_bit(
            values in prop::collection::vec(any_value(), 0..300),
            probabilities in prop::collection::vec(-0.1_f64..1.1, 0..12),
        ) {
            let mut sorted = values.clone();
            sort(&mut sorted);
            let mut order = OrderStatistics::of(&values);
            let mut together = vec![0.0; probabilities.len()];
            order.quantiles(&probabilities, &mut together);
            let mut one_by_one = OrderStatistics::of(&values);
            for (&p, &quantile) in probabilities.iter().zip(&together) {
                let expected = quantile_of_sorted(&sorted, p);
                prop_assert_eq!(quantile.to_bits(), expected.to_bits());
                prop_assert_eq!(one_by_one.quantile(p).to_bits(), expected.to_bits());
            }
        }

        #[test]
        fn keys_keep_order_and_value(a: f64, b: f64) {
            prop_assert_eq!(to_key(a).cmp(&to_key(b)), a.total_cmp(&b));
            prop_assert_eq!(to_value(to_key(a)).to_bits(), a.to_bits());
        }
    }

    #[test]
    fn the_memory_serves_for_another_sample() {
        let mut order = OrderStatistics::of(&[5.0, 4.0, 9.0]);
        assert!((order.quantile(0.5) - 5.0).abs() < f64::EPSILON);
        order.load(&[1.0, 0.0]);
        assert!((order.quantile(0.5) - 0.5).abs() < f64::EPSILON);
        order.load(&[]);
        assert!(order.quantile(0.5).is_nan());
    }
}
