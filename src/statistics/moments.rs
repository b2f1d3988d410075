//! Mean and variance.

use serde::{Deserialize, Serialize};

use crate::numeric::{count, sqrt};

/// The number, mean, spread and extremes of a sample.
///
/// Welford's update for single values and the pairwise rule of Chan et al. (1983), *The
/// American Statistician* 37(3), for merging: neither subtracts large sums from each other. An infinite
/// value makes the mean infinite (or NaN with both signs) and the variance NaN.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Moments {
    number: usize,
    mean: f64,
    /// Σ (x − mean)².
    squares: f64,
    least: f64,
    most: f64,
}

impl Moments {
    /// The moments of no values.
    pub const EMPTY: Self = Self {
        number: 0,
        mean: 0.0,
        squares: 0.0,
        least: f64::INFINITY,
        most: f64::NEG_INFINITY,
    };

    /// The moments of a sample: the mean first, then the squares around it.
    #[must_use]
    pub fn of(values: &[f64]) -> Self {
        let number = values.len();
        if number == 0 {
            return Self::EMPTY;
        }
        let rough = sum(values, |x| x) / count(number);
        // a second sum removes what rounding left in the first mean
        let left = sum(values, |x| x - rough);
        let mean = if left.is_finite() {
            rough + left / count(number)
        } else {
            rough
        };
        let squares = sum(values, |x| (x - mean) * (x - mean));
        let (least, most) = extremes(values);
        Self {
            number,
            mean,
            squares,
            least,
            most,
        }
    }

    /// Adds one value.
    pub fn push(&mut self, x: f64) {
        self.number += 1;
        let before = x - self.mean;
        if before.is_finite() {
            self.mean += before / count(self.number);
        } else {
            self.mean += x;
        }
        self.squares += before * (x - self.mean);
        self.least = self.least.min(x);
        self.most = self.most.max(x);
    }

    /// The moments of both samples together.
    ///
    /// Rounding depends on the order of merging: merge in a fixed order where bits must agree.
    #[must_use]
    pub fn merged(&self, other: &Self) -> Self {
        if self.number == 0 {
            return *other;
        }
        if other.number == 0 {
            return *self;
        }
        let number = self.number + other.number;
        let share = count(other.number) / count(number);
        let apart = other.mean - self.mean;
        let mean = if apart.is_finite() {
            self.mean + apart * share
        } else {
            self.mean + other.mean
        };
        let between = apart * apart * count(self.number) * share;
        Self {
            number,
            mean,
            squares: self.squares + other.squares + between,
            least: self.least.min(other.least),
            most: self.most.max(other.most),
        }
    }

    /// The number of values.
    #[must_use]
    pub fn number(&self) -> usize {
        self.number
    }

    /// The mean; NaN without values.
    #[must_use]
    pub fn mean(&self) -> f64 {
        if self.number == 0 {
            f64::NAN
        } else {
            self.mean
        }
    }

    /// The sample variance, divisor n − 1; NaN with fewer than two values.
    #[must_use]
    pub fn variance(&self) -> f64 {
        if self.number < 2 {
            f64::NAN
        } else {
            self.squares / count(self.number - 1)
        }
    }

    /// The square root of the variance.
    #[must_use]
    pub fn standard_deviation(&self) -> f64 {
        sqrt(self.variance())
    }

    /// The standard error of the mean for independent values, sd/√n.
    #[must_use]
    pub fn standard_error(&self) -> f64 {
        self.standard_deviation() / sqrt(count(self.number))
    }

    /// The least value; +∞ without values.
    #[must_use]
    pub fn least(&self) -> f64 {
        self.least
    }

    /// The greatest value; −∞ without values.
    #[must_use]
    pub fn most(&self) -> f64 {
        self.most
    }
}

/// Sums that run side by side, so that one addition need not wait for the one before it.
const LANES: usize = 8;

/// Σ f(x), in eight interleaved sums that are added in order.
pub(super) fn sum(values: &[f64], f: impl Fn(f64) -> f64) -> f64 {
    let mut lanes = [0.0; LANES];
    let mut chunks = values.chunks_exact(LANES);
    for chunk in chunks.by_ref() {
        for (lane, &x) in lanes.iter_mut().zip(chunk) {
            *lane += f(x);
        }
    }
    let rest = chunks.remainder().iter().map(|&x| f(x));
    lanes.into_iter().chain(rest).sum()
}

/// The least and the greatest value; +∞ and −∞ of none.
pub(super) fn extremes(values: &[f64]) -> (f64, f64) {
    let (mut least, mut most) = ([f64::INFINITY; LANES], [f64::NEG_INFINITY; LANES]);
    let mut narrow = |chunk: &[f64]| {
        for ((least, most), &x) in least.iter_mut().zip(&mut most).zip(chunk) {
            // a comparison with NaN is false: NaN is passed over
            *least = if x < *least { x } else { *least };
            *most = if x > *most { x } else { *most };
        }
    };
    let mut chunks = values.chunks_exact(LANES);
    chunks.by_ref().for_each(&mut narrow);
    narrow(chunks.remainder());
    (
        least.into_iter().fold(f64::INFINITY, f64::min),
        most.into_iter().fold(f64::NEG_INFINITY, f64::max),
    )
}

impl Extend<f64> for Moments {
    fn extend<I: IntoIterator<Item = f64>>(&mut self, values: I) {
        for value in values {
            self.push(value);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pushed(values: &[f64]) -> Moments {
        let mut moments = Moments::EMPTY;
        moments.extend(values.iter().copied());
        moments
    }

    #[test]
    fn a_small_sample_by_hand() {
        for moments in [Moments::of(&[2.0, 4.0, 9.0]), pushed(&[2.0, 4.0, 9.0])] {
            assert_eq!(moments.number(), 3);
            assert!((moments.mean() - 5.0).abs() < 1e-15);
            assert!((moments.variance() - 13.0).abs() < 1e-14);
            assert!((moments.standard_error() - (13.0_f64 / 3.0).sqrt()).abs() < 1e-14);
            assert!(moments.least() < 2.1 && moments.most() > 8.9);
        }
    }

    /// The sums of squares of these values agree in their first 16 digits.
    #[test]
    fn a_large_offset_does_not_swallow_the_variance() {
        let values = [4.0, 7.0, 13.0, 16.0].map(|x| x + 1e9);
        let halves = Moments::of(&values[..2]).merged(&Moments::of(&values[2..]));
        for moments in [Moments::of(&values), pushed(&values), halves] {
            assert!((moments.variance() - 30.0).abs() < 1e-6, "{moments:?}");
        }
    }

    #[test]
    fn without_enough_values_there_is_no_answer() {
        assert!(Moments::EMPTY.mean().is_nan());
        assert!(Moments::of(&[1.0]).variance().is_nan());
        assert!(!Moments::of(&[1.0]).mean().is_nan());
    }

    #[test]
    fn an_infinite_value_makes_the_mean_infinite() {
        let values = [1.0, f64::INFINITY, 3.0, 4.0];
        let halves = Moments::of(&values[..2]).merged(&Moments::of(&values[2..]));
        for moments in [Moments::of(&values), pushed(&values), halves] {
            assert!(moments.mean() > f64::MAX, "{moments:?}");
            assert!(moments.variance().is_nan());
        }
        let both = [f64::NEG_INFINITY, f64::INFINITY];
        assert!(Moments::of(&both).mean().is_nan() && pushed(&both).mean().is_nan());
    }

    proptest! {
        #[test]
        fn merging_equals_taking_all_at_once(
            values in prop::collection::vec(-1e6_f64..1e6, 2..200), cut in 0_usize..200
        ) {
            let cut = cut.min(values.len());
            let whole = Moments::of(&values);
            let merged = Moments::of(&values[..cut]).merged(&pushed(&values[cut..]));
            prop_assert_eq!(merged.number(), whole.number());
            prop_assert!((merged.mean() - whole.mean()).abs() < 1e-8);
            prop_assert!((merged.variance() - whole.variance()).abs() <= 1e-10 * whole.variance());
            prop_assert_eq!(merged.least().to_bits(), whole.least().to_bits());
            prop_assert_eq!(merged.most().to_bits(), whole.most().to_bits());
        }
    }
}
