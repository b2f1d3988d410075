//! Whether something happens.

use super::error::finite;
use super::{Discrete, Distribution, DistributionError, Family};

/// 1 with a given probability, else 0.
///
/// F⁻¹(p) is 1 when p > 1 − probability, so a higher uniform never turns a yes into a no.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bernoulli {
    probability: f64,
}

impl Bernoulli {
    /// By the probability of 1 (`central`).
    ///
    /// # Errors
    ///
    /// When the probability does not lie in \[0, 1\].
    pub fn new(probability: f64) -> Result<Self, DistributionError> {
        finite("central (the probability)", probability)?;
        if !(0.0..=1.0).contains(&probability) {
            return Err(DistributionError::OutOfRange {
                parameter: "central (the probability)",
                value: probability,
                low: 0.0,
                high: 1.0,
            });
        }
        Ok(Self { probability })
    }
}

impl From<Bernoulli> for Distribution {
    fn from(family: Bernoulli) -> Self {
        Self::Bernoulli(family)
    }
}

impl Family for Bernoulli {
    fn quantile(&self, p: f64) -> f64 {
        let no = 1.0 - self.probability;
        if p > no || no == 0.0 { 1.0 } else { 0.0 }
    }

    fn cdf(&self, x: f64) -> f64 {
        if x < 0.0 {
            0.0
        } else if x < 1.0 {
            1.0 - self.probability
        } else {
            1.0
        }
    }

    fn support(&self) -> (f64, f64) {
        let low = if self.probability < 1.0 { 0.0 } else { 1.0 };
        let high = if self.probability > 0.0 { 1.0 } else { 0.0 };
        (low, high)
    }

    fn mean(&self) -> f64 {
        self.probability
    }

    fn variance(&self) -> f64 {
        self.probability * (1.0 - self.probability)
    }

    /// `factor` with the probability, else 0: no longer a Bernoulli but a discrete distribution.
    fn scaled(&self, factor: f64) -> Distribution {
        Discrete::two_valued(factor, self.probability).into()
    }
}
