//! How far an estimate might be off: the bootstrap.

use rand::{Rng, RngExt};

use crate::statistics::Moments;

/// An estimate with its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The estimate.
    pub value: f64,
    /// The lower end of the interval.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Estimate {
    /// Half the width of the interval.
    #[must_use]
    pub fn reach(&self) -> f64 {
        0.5 * (self.high - self.low)
    }
}

/// The standard normal quantile of 97.5 %.
const REACH: f64 = 1.959_963_984_540_054;

/// Samples of the same size drawn from a sample with replacement (Efron 1979, *Annals of Statistics*
/// 7(1)). One set serves every estimate, so that estimates can be compared.
#[derive(Debug, Clone)]
pub struct Resamples {
    chosen: Vec<Vec<u32>>,
}

impl Resamples {
    /// `number` samples of `draws` draws.
    #[must_use]
    #[allow(clippy::cast_possible_truncation)] // fewer than 2³² draws
    pub fn new(draws: usize, number: usize, generator: &mut impl Rng) -> Self {
        let mut sample = || {
            let draw = |_| generator.random_range(0..draws.max(1) as u32);
            (0..draws).map(draw).collect()
        };
        Self {
            chosen: (0..number).map(|_| sample()).collect(),
        }
    }

    /// The interval around an estimate: 1.96 times the standard deviation of the statistic over the
    /// samples to either side. Draws of an even design are taken as independent, which widens it.
    pub fn around(&self, value: f64, statistic: impl Fn(&[u32]) -> f64) -> Estimate {
        let found: Vec<_> = self.chosen.iter().map(|draws| statistic(draws)).collect();
        let reach = REACH * Moments::of(&found).standard_deviation();
        Estimate {
            value,
            low: value - reach,
            high: value + reach,
        }
    }
}
