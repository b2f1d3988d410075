//! Quantiles of samples that are too large to keep.

use super::quantiles::{Place, between};
use crate::numeric::count;

/// Counts of values in narrow buckets, from which quantiles follow to a known precision.
///
/// A bucket holds the numbers that agree in sign, exponent and the first nine binary digits after the
/// leading one, so that it is at most 2⁻⁹ ≈ 0.2 % wide relative to the numbers in it. Zero, the two
/// infinities, the least and the greatest value are kept exactly. The memory is 2 KiB for every factor
/// of two between the smallest and the largest magnitude, whatever the number of values.
///
/// Only whole numbers are added, so sketches merge to the same one in any order. The same idea, with
/// logarithms instead of the digits themselves: Masson, Rim & Lee (2019), "`DDSketch`", *Proc. VLDB
/// Endowment* 12(12). Values nearer to zero than 2.3e-308 count as zero, and NaN, which has no place
/// in an order, as +∞. A bucket holds up to 2³² − 1 values.
#[derive(Debug, Clone, PartialEq)]
pub struct QuantileSketch {
    number: usize,
    least: f64,
    most: f64,
    minus_infinity: u32,
    negative: Counts,
    zero: u32,
    positive: Counts,
    plus_infinity: u32,
}

/// Binary digits of a number that its bucket keeps, after the leading one.
const DIGITS: u32 = 9;
/// Binary digits that it drops.
const DROPPED: u32 = f64::MANTISSA_DIGITS - 1 - DIGITS;

impl Default for QuantileSketch {
    fn default() -> Self {
        Self {
            number: 0,
            least: f64::INFINITY,
            most: f64::NEG_INFINITY,
            minus_infinity: 0,
            negative: Counts::default(),
            zero: 0,
            positive: Counts::default(),
            plus_infinity: 0,
        }
    }
}

impl QuantileSketch {
    /// The sketch of no values.
    #[must_use]
    pub fn empty() -> Self {
        Self::default()
    }

    /// Adds one value.
    pub fn push(&mut self, value: f64) {
        let value = if value.is_nan() { f64::INFINITY } else { value };
        self.number += 1;
        self.least = self.least.min(value);
        self.most = self.most.max(value);
        let magnitude = value.abs();
        if magnitude < f64::MIN_POSITIVE {
            add(&mut self.zero, 1);
        } else if magnitude.is_infinite() {
            let is_positive = value > 0.0;
            let tail = if is_positive {
                &mut self.plus_infinity
            } else {
                &mut self.minus_infinity
            };
            add(tail, 1);
        } else if value > 0.0 {
            self.positive.push(bucket_of(magnitude));
        } else {
            self.negative.push(bucket_of(magnitude));
        }
    }

    /// Adds the values of another sketch.
    pub fn merge(&mut self, other: &Self) {
        self.number += other.number;
        self.least = self.least.min(other.least);
        self.most = self.most.max(other.most);
        add(&mut self.minus_infinity, other.minus_infinity);
        self.negative.merge(&other.negative);
        add(&mut self.zero, other.zero);
        self.positive.merge(&other.positive);
        add(&mut self.plus_infinity, other.plus_infinity);
    }

    /// The number of values.
    #[must_use]
    pub fn number(&self) -> usize {
        self.number
    }

    /// The least value, exact; +∞ without values.
    #[must_use]
    pub fn least(&self) -> f64 {
        self.least
    }

    /// The greatest value, exact; −∞ without values.
    #[must_use]
    pub fn most(&self) -> f64 {
        self.most
    }

    /// 2⁻⁹: a quantile differs from that of the sample itself by less than this part of the larger
    /// of the two order statistics it lies between.
    #[must_use]
    pub fn relative_error() -> f64 {
        1.0 / f64::from(1 << DIGITS)
    }

    /// The quantile of type 7 at `p`, which is held within \[0, 1\]; NaN without values.
    ///
    /// Values are taken to lie evenly in their bucket. At 0 and 1 it is exact, and so is a quantile at
    /// zero or an infinity.
    #[must_use]
    pub fn quantile(&self, p: f64) -> f64 {
        match Place::of(p, self.number) {
            None => f64::NAN,
            Some(place) if place.part > 0.0 => {
                between(self.at(place.rank), self.at(place.next()), place.part)
            }
            Some(place) => self.at(place.rank),
        }
    }

    /// The share of the values below `value`, equal values counted half, from 0 to 1; NaN without
    /// values.
    ///
    /// Exact for zero and the infinities; else off by less than the share of the values in the bucket
    /// of `value`.
    #[must_use]
    pub fn percentile_of(&self, value: f64) -> f64 {
        let below: f64 = self
            .buckets()
            .map(|bucket| f64::from(bucket.count) * bucket.share_below(value))
            .sum();
        below / count(self.number)
    }

    /// The mean of the part 1 − `p` of the values that is greatest, with the relative error of a
    /// quantile; NaN without values.
    #[must_use]
    pub fn mean_above(&self, p: f64) -> f64 {
        let wanted = (1.0 - p.clamp(0.0, 1.0)) * count(self.number);
        let (mut taken, mut sum) = (0.0, 0.0);
        let buckets: Vec<_> = self.buckets().collect();
        for bucket in buckets.iter().rev() {
            let part = f64::from(bucket.count).min(wanted - taken);
            if part <= 0.0 {
                break;
            }
            // the upper part of a bucket whose values lie evenly
            let low = bucket.high - (bucket.high - bucket.low) * part / f64::from(bucket.count);
            let middle = if bucket.low < bucket.high {
                0.5 * (low + bucket.high)
            } else {
                bucket.high
            };
            sum += part * middle;
            taken += part;
        }
        sum / taken
    }

    /// The value at a rank, which is below the number of values.
    fn at(&self, rank: usize) -> f64 {
        if rank == 0 {
            return self.least;
        }
        let mut before = 0;
        for bucket in self.buckets() {
            let inside = rank - before;
            before += bucket.count as usize;
            if rank < before {
                return bucket.value(inside).clamp(self.least, self.most);
            }
        }
        self.most
    }

    /// The filled buckets, rising.
    fn buckets(&self) -> impl Iterator<Item = Bucket> {
        let negative = self.negative.rising().rev();
        let positive = self.positive.rising();
        std::iter::once(Bucket::of_one(f64::NEG_INFINITY, self.minus_infinity))
            .chain(
                negative.map(|(index, count)| Bucket::new(-edge(index + 1), -edge(index), count)),
            )
            .chain(std::iter::once(Bucket::of_one(0.0, self.zero)))
            .chain(positive.map(|(index, count)| Bucket::new(edge(index), edge(index + 1), count)))
            .chain(std::iter::once(Bucket::of_one(
                f64::INFINITY,
                self.plus_infinity,
            )))
            .map(|bucket| bucket.within(self.least, self.most))
            .filter(|bucket| bucket.count > 0)
    }
}

impl Extend<f64> for QuantileSketch {
    fn extend<I: IntoIterator<Item = f64>>(&mut self, values: I) {
        for value in values {
            self.push(value);
        }
    }
}

/// The digits of a positive number that its bucket keeps, with its exponent.
fn bucket_of(magnitude: f64) -> u64 {
    magnitude.to_bits() >> DROPPED
}

/// The lowest number of a bucket.
fn edge(bucket: u64) -> f64 {
    f64::from_bits(bucket << DROPPED).min(f64::MAX)
}

fn add(count: &mut u32, more: u32) {
    *count = count.saturating_add(more);
}

/// Some values between two edges.
#[derive(Debug, Clone, Copy)]
struct Bucket {
    low: f64,
    high: f64,
    count: u32,
}

impl Bucket {
    fn new(low: f64, high: f64, count: u32) -> Self {
        Self { low, high, count }
    }

    fn of_one(value: f64, count: u32) -> Self {
        Self::new(value, value, count)
    }

    /// Cut off where the values end.
    fn within(self, least: f64, most: f64) -> Self {
        Self::new(self.low.max(least), self.high.min(most), self.count)
    }

    /// The value at a rank within the bucket.
    fn value(&self, rank: usize) -> f64 {
        if self.low >= self.high {
            return self.low;
        }
        let part = (count(rank) + 0.5) / f64::from(self.count);
        self.low + part * (self.high - self.low)
    }

    fn share_below(&self, value: f64) -> f64 {
        if value < self.low {
            0.0
        } else if value > self.high {
            1.0
        } else if self.low >= self.high {
            0.5
        } else {
            (value - self.low) / (self.high - self.low)
        }
    }
}

/// Counts of a row of buckets, from the lowest to the highest that was touched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Counts {
    first: u64,
    counts: Vec<u32>,
}

impl Counts {
    fn push(&mut self, bucket: u64) {
        add(self.count_mut(bucket), 1);
    }

    fn merge(&mut self, other: &Self) {
        let Some(last) = (other.counts.len() as u64).checked_sub(1) else {
            return;
        };
        self.count_mut(other.first);
        self.count_mut(other.first + last);
        for (bucket, &count) in (other.first..).zip(&other.counts) {
            add(self.count_mut(bucket), count);
        }
    }

    fn rising(&self) -> impl DoubleEndedIterator<Item = (u64, u32)> {
        let first = self.first;
        let place = move |(place, &count): (usize, &u32)| (first + place as u64, count);
        self.counts.iter().enumerate().map(place)
    }

    /// The count of a bucket, after stretching the row to it.
    #[allow(clippy::cast_possible_truncation)] // there are 2²⁰ buckets in all
    fn count_mut(&mut self, bucket: u64) -> &mut u32 {
        if self.counts.is_empty() {
            self.first = bucket;
        } else if bucket < self.first {
            let missing = (self.first - bucket) as usize;
            self.counts.splice(..0, std::iter::repeat_n(0, missing));
            self.first = bucket;
        }
        let place = (bucket - self.first) as usize;
        if place >= self.counts.len() {
            self.counts.resize(place + 1, 0);
        }
        &mut self.counts[place]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rand::rngs::Xoshiro256PlusPlus;
    use rand::{RngExt, SeedableRng};

    use super::*;

    #[test]
    fn the_mean_of_the_worst_part_is_near_the_exact_one() {
        let values: Vec<f64> = (0..10_000).map(|n| f64::from(n) * 0.37 + 5.0).collect();
        let mut sketch = QuantileSketch::empty();
        sketch.extend(values.iter().copied());
        let exact = crate::statistics::OrderStatistics::of(&values).mean_above(0.95);
        let found = sketch.mean_above(0.95);
        assert!(
            (found / exact - 1.0).abs() < QuantileSketch::relative_error(),
            "{found} {exact}"
        );
    }
    use crate::statistics::{percentile_of, quantiles};

    fn sketch(values: &[f64]) -> QuantileSketch {
        let mut sketch = QuantileSketch::empty();
        sketch.extend(values.iter().copied());
        sketch
    }

    fn uniforms(n: usize) -> Vec<f64> {
        let mut generator = Xoshiro256PlusPlus::seed_from_u64(3);
        (0..n).map(|_| generator.random::<f64>()).collect()
    }

    fn normals(n: usize) -> Vec<f64> {
        let uniforms = uniforms(n);
        let score = |u: &f64| crate::numeric::standard_normal_quantile(u.clamp(1e-12, 1.0 - 1e-12));
        uniforms.iter().map(score).collect()
    }

    #[test]
    fn quantiles_of_large_samples_are_within_half_the_promise() {
        let samples = [
            uniforms(100_000),
            normals(100_000),
            normals(100_000).iter().map(|z| (3.0 * z).exp()).collect(),
            normals(100_000).iter().map(|z| -1e6 * z.exp()).collect(),
        ];
        for values in samples {
            let sketch = sketch(&values);
            for p in [0.05, 0.1, 0.25, 0.45, 0.75, 0.9, 0.95] {
                let exact = quantiles(&values, &[p])[0];
                let error = (sketch.quantile(p) - exact).abs() / exact.abs();
                assert!(
                    error < 0.5 * QuantileSketch::relative_error(),
                    "{p}: {error:e}"
                );
                let percentile = sketch.percentile_of(exact);
                assert!((percentile - p).abs() < 1e-3, "{p}: {percentile}");
            }
        }
    }

    #[test]
    fn zeros_infinities_and_ends_are_exact() {
        let values = [
            f64::NEG_INFINITY,
            -3.3,
            -0.0,
            0.0,
            0.0,
            1e-320,
            7.7,
            f64::INFINITY,
        ];
        let sketch = sketch(&values);
        for p in [2.0 / 7.0, 0.5, 5.0 / 7.0] {
            assert_eq!(sketch.quantile(p), 0.0);
        }
        assert_eq!(sketch.quantile(0.0), f64::NEG_INFINITY);
        assert_eq!(sketch.quantile(1.0), f64::INFINITY);
        assert_eq!(sketch.percentile_of(0.0), 0.5);
        assert_eq!(sketch.percentile_of(f64::INFINITY), 7.5 / 8.0);
        assert_eq!(
            (sketch.least(), sketch.most(), sketch.number()),
            (values[0], values[7], 8)
        );
    }

    #[test]
    fn a_constant_is_exact_and_nothing_has_no_quantiles() {
        let sketch = sketch(&[0.3; 100]);
        assert_eq!(sketch.quantile(0.37), 0.3);
        assert_eq!(sketch.percentile_of(0.3), 0.5);
        assert!(QuantileSketch::empty().quantile(0.5).is_nan());
        assert!(QuantileSketch::empty().percentile_of(0.5).is_nan());
    }

    #[test]
    fn a_nan_counts_as_infinite() {
        assert_eq!(sketch(&[f64::NAN, 1.0]), sketch(&[f64::INFINITY, 1.0]));
    }

    #[test]
    fn the_memory_does_not_grow_with_the_number_of_values() {
        let sketch = sketch(&uniforms(200_000));
        // 0.5 to 1 and the 17 or so factors of two below it
        assert!(sketch.positive.counts.len() < 24 << DIGITS);
        assert!(sketch.negative.counts.is_empty());
    }

    fn any_value() -> impl Strategy<Value = f64> {
        prop_oneof![
            prop::num::f64::NORMAL,
            -1e4_f64..1e4,
            1.0_f64..1.01,
            Just(0.0),
            Just(f64::INFINITY)
        ]
    }

    proptest! {
        #[test]
        fn quantiles_keep_their_promise(
            values in prop::collection::vec(any_value(), 1..60), p in 0.0_f64..=1.0
        ) {
            let mut sorted = values.clone();
            sorted.sort_by(f64::total_cmp);
            let place = Place::of(p, values.len()).unwrap();
            let neighbours = [sorted[place.rank], sorted[place.next()]];
            let (ours, exact) = (sketch(&values).quantile(p), quantiles(&values, &[p])[0]);
            let scale = neighbours[0].abs().max(neighbours[1].abs());
            prop_assert!(
                ours == exact || (ours - exact).abs() <= QuantileSketch::relative_error() * scale,
                "{} instead of {}", ours, exact
            );
        }

        #[test]
        fn percentiles_are_off_by_the_bucket_at_most(
            values in prop::collection::vec(any_value(), 1..60), chosen in 0_usize..60
        ) {
            let value = values[chosen % values.len()];
            let near = |x: &&f64| (*x - value).abs() <= QuantileSketch::relative_error() * value.abs();
            let share = count(values.iter().filter(near).count()) / count(values.len());
            let error = sketch(&values).percentile_of(value) - percentile_of(value, &values);
            prop_assert!(error.abs() <= share + 1e-12, "{error} of {share}");
        }

        #[test]
        fn sketches_merge_to_the_same_in_any_order(
            values in prop::collection::vec(any_value(), 0..90), cut in 0_usize..90
        ) {
            let cut = cut.min(values.len());
            let (a, b) = (sketch(&values[..cut]), sketch(&values[cut..]));
            let (mut there, mut back) = (a.clone(), b.clone());
            there.merge(&b);
            back.merge(&a);
            prop_assert_eq!(&there, &sketch(&values));
            prop_assert_eq!(&back, &there);
        }
    }
}
