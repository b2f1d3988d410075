//! The triangular distribution.

use super::error::bounds_and_mode;
use super::{Distribution, DistributionError, Family};
use crate::numeric::sqrt;

/// A density that rises linearly from `low` to the mode and falls linearly to `high`.
///
/// F⁻¹(p) = low + √(p·(high−low)·(mode−low)) up to the mode, and
/// high − √((1−p)·(high−low)·(high−mode)) above it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Triangular {
    low: f64,
    mode: f64,
    high: f64,
}

impl Triangular {
    /// The triangle over `low`, `mode` and `high`; the mode may lie on a bound.
    ///
    /// # Errors
    ///
    /// When a value is not finite, `low` is not below `high` or the mode lies outside them.
    pub fn new(low: f64, mode: f64, high: f64) -> Result<Self, DistributionError> {
        bounds_and_mode(low, mode, high)?;
        Ok(Self { low, mode, high })
    }

    fn width(&self) -> f64 {
        self.high - self.low
    }

    /// P(X ≤ mode).
    fn rising_part(&self) -> f64 {
        (self.mode - self.low) / self.width()
    }

    fn on_the_rise(&self, p: f64) -> f64 {
        self.low + sqrt(p * self.width() * (self.mode - self.low))
    }

    fn on_the_fall(&self, q: f64) -> f64 {
        self.high - sqrt(q * self.width() * (self.high - self.mode))
    }
}

impl From<Triangular> for Distribution {
    fn from(family: Triangular) -> Self {
        Self::Triangular(family)
    }
}

impl Family for Triangular {
    fn quantile(&self, p: f64) -> f64 {
        // the mode caps either branch, so that rounding cannot break monotonicity there
        if p <= self.rising_part() {
            self.on_the_rise(p).min(self.mode)
        } else {
            self.on_the_fall(1.0 - p).max(self.mode)
        }
    }

    fn upper_quantile(&self, q: f64) -> f64 {
        if q <= (self.high - self.mode) / self.width() {
            self.on_the_fall(q).max(self.mode)
        } else {
            self.on_the_rise(1.0 - q).min(self.mode)
        }
    }

    fn cdf(&self, x: f64) -> f64 {
        if x <= self.low {
            0.0
        } else if x <= self.mode {
            (x - self.low) * (x - self.low) / (self.width() * (self.mode - self.low))
        } else {
            1.0 - self.survival(x)
        }
    }

    fn survival(&self, x: f64) -> f64 {
        if x >= self.high {
            0.0
        } else if x > self.mode {
            (self.high - x) * (self.high - x) / (self.width() * (self.high - self.mode))
        } else {
            1.0 - self.cdf(x)
        }
    }

    fn support(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    fn mean(&self) -> f64 {
        (self.low + self.mode + self.high) / 3.0
    }

    fn variance(&self) -> f64 {
        let (rise, fall) = (self.mode - self.low, self.high - self.mode);
        (rise * rise + rise * fall + fall * fall) / 18.0
    }

    fn scaled(&self, factor: f64) -> Distribution {
        Self {
            low: self.low * factor,
            mode: self.mode * factor,
            high: self.high * factor,
        }
        .into()
    }
}
