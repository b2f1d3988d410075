//! Observed values.

use super::error::finite;
use super::{Distribution, DistributionError, Family};
use crate::numeric::count;

/// Observed values, each equally likely: drawing is resampling what was seen.
///
/// F⁻¹(p) is the observation of rank ⌈p·n⌉. Nothing between or beyond the observations is ever drawn,
/// so mean and variance are exactly those of the observations (the variance with divisor n).
#[derive(Debug, Clone, PartialEq)]
pub struct Empirical {
    /// Rising.
    observations: Vec<f64>,
}

impl Empirical {
    /// By the observations, in any order.
    ///
    /// # Errors
    ///
    /// When there are none or one is not finite.
    pub fn new(observations: &[f64]) -> Result<Self, DistributionError> {
        if observations.is_empty() {
            return Err(DistributionError::NoValues);
        }
        let mut sorted = Vec::with_capacity(observations.len());
        for &observation in observations {
            sorted.push(finite("an observation", observation)?);
        }
        sorted.sort_by(f64::total_cmp);
        Ok(Self {
            observations: sorted,
        })
    }

    /// Only the observations from `min` to `max`.
    pub(super) fn between(&self, min: f64, max: f64) -> Result<Self, DistributionError> {
        let inside: Vec<f64> = self
            .observations
            .iter()
            .copied()
            .filter(|x| (min..=max).contains(x))
            .collect();
        if inside.is_empty() {
            return Err(DistributionError::NothingLeft {
                min,
                max,
                probability: 0.0,
            });
        }
        Ok(Self {
            observations: inside,
        })
    }

    fn average(&self, f: impl Fn(f64) -> f64) -> f64 {
        self.observations.iter().map(|&x| f(x)).sum::<f64>() / count(self.observations.len())
    }
}

impl From<Empirical> for Distribution {
    fn from(family: Empirical) -> Self {
        Self::Empirical(family)
    }
}

impl Family for Empirical {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0 ≤ rank ≤ n
    fn quantile(&self, p: f64) -> f64 {
        let rank = (p * count(self.observations.len())).ceil().max(1.0) as usize;
        self.observations[rank.min(self.observations.len()) - 1]
    }

    fn cdf(&self, x: f64) -> f64 {
        count(self.observations.partition_point(|&o| o <= x)) / count(self.observations.len())
    }

    fn support(&self) -> (f64, f64) {
        (
            self.observations[0],
            self.observations[self.observations.len() - 1],
        )
    }

    fn mean(&self) -> f64 {
        self.average(|x| x)
    }

    fn variance(&self) -> f64 {
        let mean = self.mean();
        self.average(|x| (x - mean) * (x - mean))
    }

    fn scaled(&self, factor: f64) -> Distribution {
        Self {
            observations: self.observations.iter().map(|x| x * factor).collect(),
        }
        .into()
    }
}
