//! Quantiles of samples that are too large to keep.

use super::moments::extremes;
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
///
/// [`Precision`] trades digits for memory.
#[derive(Debug, Clone, PartialEq)]
pub struct QuantileSketch {
    precision: Precision,
    number: usize,
    least: f64,
    most: f64,
    minus_infinity: u32,
    negative: Counts,
    zero: u32,
    positive: Counts,
    plus_infinity: u32,
}

/// How finely a [`QuantileSketch`] tells values apart.
///
/// With d digits, a floor f and an origin o, values x and y may share a bucket only if they differ by
/// at most 2⁻ᵈ·(|x − o| + f): a relative error far from the origin, an absolute one near it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Precision {
    /// d, binary digits that are kept after the leading one; at most 20. Each digit doubles the
    /// memory.
    pub digits: u32,
    /// f, at least 0. Without a floor, values that crowd at the origin take buckets down to the
    /// smallest magnitude.
    pub floor: f64,
    /// o, whose neighbourhood is told apart best: 2024 for calendar years, say.
    pub origin: f64,
}

impl Default for Precision {
    /// Nine digits relative to zero, without a floor.
    fn default() -> Self {
        Self {
            digits: 9,
            floor: 0.0,
            origin: 0.0,
        }
    }
}

impl Precision {
    /// 2⁻ᵈ.
    #[must_use]
    pub fn relative_error(self) -> f64 {
        1.0 / f64::from(1_u32 << self.digits)
    }

    /// Binary digits that a bucket drops.
    fn dropped(self) -> u32 {
        f64::MANTISSA_DIGITS - 1 - self.digits
    }

    /// The digits of a magnitude above zero that its bucket keeps, with its exponent.
    fn bucket_of(self, magnitude: f64) -> u64 {
        (magnitude + self.floor).to_bits() >> self.dropped()
    }

    /// The lowest magnitude of a bucket.
    fn edge(self, bucket: u64) -> f64 {
        let edge = f64::from_bits(bucket << self.dropped()).min(f64::MAX);
        (edge - self.floor).max(0.0)
    }
}

impl Default for QuantileSketch {
    fn default() -> Self {
        Self::with(Precision::default())
    }
}

impl QuantileSketch {
    /// The sketch of no values.
    #[must_use]
    pub fn empty() -> Self {
        Self::default()
    }

    /// The sketch of no values that will tell them apart so finely.
    #[must_use]
    pub fn with(precision: Precision) -> Self {
        Self {
            precision,
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

    /// Adds one value.
    pub fn push(&mut self, value: f64) {
        let value = if value.is_nan() { f64::INFINITY } else { value };
        self.number += 1;
        let value = value - self.precision.origin;
        self.least = self.least.min(value);
        self.most = self.most.max(value);
        self.count_in(value);
    }

    /// Adds many values.
    pub fn push_all(&mut self, values: &[f64]) {
        let origin = self.precision.origin;
        let (least, most) = extremes(values);
        let is_plain = least - origin > f64::MIN_POSITIVE && most < f64::INFINITY;
        if !is_plain || values.iter().any(|value| value.is_nan()) {
            self.extend(values.iter().copied());
            return;
        }
        self.number += values.len();
        self.least = self.least.min(least - origin);
        self.most = self.most.max(most - origin);
        // All values lie between these two, so that their buckets are there.
        let precision = self.precision;
        let positive = &mut self.positive;
        positive.stretch(precision.bucket_of(least - origin));
        positive.stretch(precision.bucket_of(most - origin));
        for value in values {
            positive.count(precision.bucket_of(value - origin));
        }
    }

    fn count_in(&mut self, value: f64) {
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
        } else {
            let bucket = self.precision.bucket_of(magnitude);
            let side = if value > 0.0 {
                &mut self.positive
            } else {
                &mut self.negative
            };
            side.push(bucket);
        }
    }

    /// Adds the values of another sketch of the same precision.
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
        self.least + self.precision.origin
    }

    /// The greatest value, exact; −∞ without values.
    #[must_use]
    pub fn most(&self) -> f64 {
        self.most + self.precision.origin
    }

    /// A quantile differs from that of the sample itself by less than this part of the larger of the
    /// two order statistics it lies between (counted from the origin, plus the floor).
    #[must_use]
    pub fn relative_error(&self) -> f64 {
        self.precision.relative_error()
    }

    /// The quantile of type 7 at `p`, which is held within \[0, 1\]; NaN without values.
    ///
    /// Values are taken to lie evenly in their bucket. At 0 and 1 it is exact, and so is a quantile at
    /// the origin or an infinity.
    #[must_use]
    pub fn quantile(&self, p: f64) -> f64 {
        let mut quantile = [f64::NAN];
        self.quantiles(&[p], &mut quantile);
        quantile[0]
    }

    /// Overwrites `out` with the [quantiles](Self::quantile) at `probabilities`, in one pass over the
    /// buckets. When the two differ in length, the shorter one counts.
    pub fn quantiles(&self, probabilities: &[f64], out: &mut [f64]) {
        let places: Vec<_> = probabilities
            .iter()
            .filter_map(|&p| Place::of(p, self.number))
            .collect();
        if places.is_empty() {
            out.fill(f64::NAN);
            return;
        }
        let mut ranks: Vec<_> = places
            .iter()
            .flat_map(|place| [place.rank, place.next()])
            .collect();
        ranks.sort_unstable();
        ranks.dedup();
        let values = self.at_ranks(&ranks);
        let at = |rank: usize| values[ranks.binary_search(&rank).unwrap_or(0)];
        for (quantile, place) in out.iter_mut().zip(places) {
            *quantile = if place.part > 0.0 {
                between(at(place.rank), at(place.next()), place.part)
            } else {
                at(place.rank)
            };
        }
    }

    /// The share of the values below `value`, equal values counted half, from 0 to 1; NaN without
    /// values.
    ///
    /// Exact for zero and the infinities; else off by less than the share of the values in the bucket
    /// of `value`.
    #[must_use]
    pub fn percentile_of(&self, value: f64) -> f64 {
        let value = value - self.precision.origin;
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
        sum / taken + self.precision.origin
    }

    /// The values at rising ranks, all below the number of values.
    fn at_ranks(&self, ranks: &[usize]) -> Vec<f64> {
        let mut values = Vec::with_capacity(ranks.len());
        let mut before = 0;
        for bucket in self.buckets() {
            let after = before + bucket.count as usize;
            while let Some(&rank) = ranks.get(values.len()).filter(|&&rank| rank < after) {
                let value = match rank {
                    0 => self.least,
                    _ => bucket.value(rank - before).clamp(self.least, self.most),
                };
                values.push(value + self.precision.origin);
            }
            if values.len() == ranks.len() {
                return values;
            }
            before = after;
        }
        values.resize(ranks.len(), self.most());
        values
    }

    /// The filled buckets, rising.
    fn buckets(&self) -> impl Iterator<Item = Bucket> {
        let edge = |bucket| self.precision.edge(bucket);
        let negative = self.negative.rising().rev();
        let positive = self.positive.rising();
        std::iter::once(Bucket::of_one(f64::NEG_INFINITY, self.minus_infinity))
            .chain(
                negative
                    .map(move |(index, count)| Bucket::new(-edge(index + 1), -edge(index), count)),
            )
            .chain(std::iter::once(Bucket::of_one(0.0, self.zero)))
            .chain(
                positive
                    .map(move |(index, count)| Bucket::new(edge(index), edge(index + 1), count)),
            )
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

    /// Makes room for a bucket.
    fn stretch(&mut self, bucket: u64) {
        self.count_mut(bucket);
    }

    /// Counts one value in a bucket that there is room for.
    fn count(&mut self, bucket: u64) {
        let place = usize::try_from(bucket - self.first).unwrap_or(usize::MAX);
        if let Some(count) = self.counts.get_mut(place) {
            add(count, 1);
        }
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
    #[allow(clippy::cast_possible_truncation)] // there are far fewer than 2³² buckets in all
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
            (found / exact - 1.0).abs() < QuantileSketch::empty().relative_error(),
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
                    error < 0.5 * QuantileSketch::empty().relative_error(),
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
        assert!(sketch.positive.counts.len() < 24 << 9);
        assert!(sketch.negative.counts.is_empty());
    }

    #[test]
    fn whole_years_are_exact_around_their_base_year_and_small_areas_to_the_floor() {
        let years = Precision {
            origin: 2024.0,
            floor: 1.0 / 32.0,
            ..Precision::default()
        };
        let mut sketch = QuantileSketch::with(years);
        sketch.push_all(&[2030.0, 2031.0, 2031.0, 2050.0, f64::INFINITY]);
        sketch.push_all(&[2040.0, 2040.0]);
        assert!((sketch.quantile(1.0 / 6.0) - 2031.0).abs() < 0.02);
        assert!((sketch.quantile(0.5) - 2040.0).abs() < 0.04);
        assert_eq!(sketch.quantile(1.0), f64::INFINITY);
        assert_eq!(sketch.least(), 2030.0);
        let floor = 1.0 / 32.0;
        let mut small = QuantileSketch::with(Precision {
            floor,
            ..Precision::default()
        });
        let values: Vec<_> = (0..50).map(|power| 0.5_f64.powi(power)).collect();
        small.push_all(&values);
        assert!(
            small.positive.counts.len() <= 6 << 9,
            "{}",
            small.positive.counts.len()
        );
        for (p, exact) in [(0.0, values[49]), (0.5, 0.5 * (values[24] + values[25]))] {
            assert!(
                (small.quantile(p) - exact).abs() <= 2.0 * floor / 512.0,
                "{p}"
            );
        }
    }

    #[test]
    fn many_at_once_are_the_same_as_one_by_one() {
        for values in [
            normals(300),
            uniforms(300),
            vec![f64::NAN, 2.0],
            vec![0.0; 3],
        ] {
            let mut at_once = QuantileSketch::empty();
            at_once.push_all(&values);
            assert_eq!(at_once, sketch(&values));
        }
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
                ours == exact || (ours - exact).abs() <= QuantileSketch::empty().relative_error() * scale,
                "{} instead of {}", ours, exact
            );
        }

        #[test]
        fn percentiles_are_off_by_the_bucket_at_most(
            values in prop::collection::vec(any_value(), 1..60), chosen in 0_usize..60
        ) {
            let value = values[chosen % values.len()];
            let near = |x: &&f64| (*x - value).abs() <= QuantileSketch::empty().relative_error() * value.abs();
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
