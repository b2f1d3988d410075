//! Quantiles of samples that are too large to keep.

mod buckets;

use buckets::{Bucket, Counts, add};
use serde::{Deserialize, Serialize};

use super::moments::extremes;
use super::quantiles::{Place, worst};
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
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

/// The most digits of a [`Precision`].
const MOST_DIGITS: u32 = 20;

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
        let is_plain = least >= origin && most < f64::INFINITY;
        if !is_plain || values.iter().any(|value| value.is_nan()) {
            self.extend(values.iter().copied());
            return;
        }
        self.number += values.len();
        self.least = self.least.min(least - origin);
        self.most = self.most.max(most - origin);
        let is_counted = |value: f64| value >= f64::MIN_POSITIVE;
        let above = values.iter().map(|value| value - origin);
        let least = above.fold(f64::INFINITY, |least, value| {
            if is_counted(value) && value < least {
                value
            } else {
                least
            }
        });
        let precision = self.precision;
        if least < f64::INFINITY {
            // All buckets lie between these two, so that there is room for them.
            self.positive.stretch(precision.bucket_of(least));
            self.positive.stretch(precision.bucket_of(most - origin));
        }
        let mut zeros = 0;
        for value in values {
            let value = value - origin;
            if is_counted(value) {
                self.positive.count(precision.bucket_of(value));
            } else {
                zeros += 1;
            }
        }
        add(&mut self.zero, zeros);
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

    /// How finely it tells values apart.
    #[must_use]
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// Whether a sketch that was read from somewhere can be one: its counts add up to its number, all
    /// lie in buckets that there are, and its extremes in order. Counts that reached their limit do not
    /// add up.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let is_in_order = self.number == 0 || self.least <= self.most;
        if self.precision.digits > MOST_DIGITS || !is_in_order {
            return false;
        }
        let last = f64::INFINITY.to_bits() >> self.precision.dropped();
        let sides = [&self.negative, &self.positive].map(|side| side.total(last));
        let [Some(negative), Some(positive)] = sides else {
            return false;
        };
        let tails = [self.minus_infinity, self.zero, self.plus_infinity];
        let tails: u64 = tails.into_iter().map(u64::from).sum();
        usize::try_from(tails + negative + positive) == Ok(self.number)
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
        let ranks = Place::ranks(probabilities, self.number);
        let values = self.at_ranks(&ranks);
        let at = |rank: usize| values[ranks.binary_search(&rank).unwrap_or(0)];
        for (quantile, &p) in out.iter_mut().zip(probabilities) {
            let place = Place::of(p, self.number);
            *quantile = place.map_or(f64::NAN, |place| place.value(at));
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

    /// The mean of the part 1 − `p` of the values that is greatest, rounded to whole values and at least
    /// one, with the relative error of a quantile; NaN without values.
    #[must_use]
    pub fn mean_above(&self, p: f64) -> f64 {
        let wanted = count(worst(self.number, p));
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

#[cfg(test)]
mod tests;
