//! The normal distribution.

use super::error::{finite, positive};
use super::{Distribution, DistributionError, Family};
use crate::numeric::{standard_normal_cdf, standard_normal_quantile};

/// The normal distribution; F⁻¹(p) = mean + sd·Φ⁻¹(p).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Normal {
    mean: f64,
    standard_deviation: f64,
}

impl Normal {
    /// The normal distribution with the given mean (`central`) and standard deviation (`sd`).
    ///
    /// # Errors
    ///
    /// When a value is not finite or the standard deviation is not above 0.
    pub fn new(mean: f64, standard_deviation: f64) -> Result<Self, DistributionError> {
        Ok(Self {
            mean: finite("central", mean)?,
            standard_deviation: positive("sd", standard_deviation)?,
        })
    }

    fn score(&self, x: f64) -> f64 {
        (x - self.mean) / self.standard_deviation
    }
}

impl From<Normal> for Distribution {
    fn from(family: Normal) -> Self {
        Self::Normal(family)
    }
}

impl Family for Normal {
    fn quantile(&self, p: f64) -> f64 {
        self.at_normal_score(standard_normal_quantile(p))
    }

    fn upper_quantile(&self, q: f64) -> f64 {
        self.at_normal_score(-standard_normal_quantile(q))
    }

    fn at_normal_score(&self, z: f64) -> f64 {
        self.mean + self.standard_deviation * z
    }

    fn cdf(&self, x: f64) -> f64 {
        standard_normal_cdf(self.score(x))
    }

    fn survival(&self, x: f64) -> f64 {
        standard_normal_cdf(-self.score(x))
    }

    fn support(&self) -> (f64, f64) {
        (f64::NEG_INFINITY, f64::INFINITY)
    }

    fn mean(&self) -> f64 {
        self.mean
    }

    fn variance(&self) -> f64 {
        self.standard_deviation * self.standard_deviation
    }

    fn scaled(&self, factor: f64) -> Distribution {
        Self {
            mean: self.mean * factor,
            standard_deviation: self.standard_deviation * factor,
        }
        .into()
    }
}
