//! The PERT distribution.

use super::error::{bounds_and_mode, positive};
use super::{Beta, Distribution, DistributionError, Family};

/// The beta distribution between `low` and `high` with a given mode, as used in project planning.
///
/// α = 1 + λ·(mode−low)/(high−low), β = 1 + λ·(high−mode)/(high−low), with λ the shape (4 by
/// custom; a higher one concentrates on the mode). The mean is (low + λ·mode + high)/(λ + 2).
/// Source: Vose (2008), *Risk Analysis*, modified PERT.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pert {
    low: f64,
    mode: f64,
    high: f64,
    shape: f64,
}

impl Pert {
    /// The customary shape.
    pub const USUAL_SHAPE: f64 = 4.0;

    /// By bounds, mode and shape.
    ///
    /// # Errors
    ///
    /// When a value is not finite, `low` is not below `high`, the mode lies outside them or the shape
    /// is not above 0.
    pub fn new(low: f64, mode: f64, high: f64, shape: f64) -> Result<Self, DistributionError> {
        bounds_and_mode(low, mode, high)?;
        positive("shape", shape)?;
        Ok(Self {
            low,
            mode,
            high,
            shape,
        })
    }

    /// The same distribution as a beta.
    #[must_use]
    pub fn as_beta(&self) -> Beta {
        let relative = |part: f64| 1.0 + self.shape * part / (self.high - self.low);
        let (alpha, beta) = (
            relative(self.mode - self.low),
            relative(self.high - self.mode),
        );
        Beta::valid(alpha, beta, self.low, self.high)
    }
}

impl From<Pert> for Distribution {
    fn from(family: Pert) -> Self {
        Self::Pert(family)
    }
}

impl Family for Pert {
    fn quantile(&self, p: f64) -> f64 {
        self.as_beta().quantile(p)
    }

    fn upper_quantile(&self, q: f64) -> f64 {
        self.as_beta().upper_quantile(q)
    }

    fn cdf(&self, x: f64) -> f64 {
        self.as_beta().cdf(x)
    }

    fn survival(&self, x: f64) -> f64 {
        self.as_beta().survival(x)
    }

    fn support(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    fn mean(&self) -> f64 {
        self.as_beta().mean()
    }

    fn variance(&self) -> f64 {
        self.as_beta().variance()
    }

    fn scaled(&self, factor: f64) -> Distribution {
        Self {
            low: self.low * factor,
            mode: self.mode * factor,
            high: self.high * factor,
            shape: self.shape,
        }
        .into()
    }
}
