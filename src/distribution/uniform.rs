//! The uniform distribution.

use super::error::below;
use super::{Distribution, DistributionError, Family};

/// Every value between `low` and `high` equally likely.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Uniform {
    low: f64,
    high: f64,
}

impl Uniform {
    /// The uniform distribution between two bounds.
    ///
    /// # Errors
    ///
    /// When a bound is not finite or `low` is not below `high`.
    pub fn new(low: f64, high: f64) -> Result<Self, DistributionError> {
        below(("low", low), ("high", high))?;
        Ok(Self { low, high })
    }

    fn width(&self) -> f64 {
        self.high - self.low
    }
}

impl From<Uniform> for Distribution {
    fn from(family: Uniform) -> Self {
        Self::Uniform(family)
    }
}

impl Family for Uniform {
    fn quantile(&self, p: f64) -> f64 {
        (self.low + p * self.width()).min(self.high)
    }

    fn cdf(&self, x: f64) -> f64 {
        ((x - self.low) / self.width()).clamp(0.0, 1.0)
    }

    fn survival(&self, x: f64) -> f64 {
        ((self.high - x) / self.width()).clamp(0.0, 1.0)
    }

    fn upper_quantile(&self, q: f64) -> f64 {
        (self.high - q * self.width()).max(self.low)
    }

    fn support(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    fn mean(&self) -> f64 {
        self.low + 0.5 * self.width()
    }

    fn variance(&self) -> f64 {
        self.width() * self.width() / 12.0
    }

    fn scaled(&self, factor: f64) -> Distribution {
        Self {
            low: self.low * factor,
            high: self.high * factor,
        }
        .into()
    }
}
