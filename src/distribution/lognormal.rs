//! The lognormal distribution.

use super::error::{below, finite, positive};
use super::{Distribution, DistributionError, Family};
use crate::numeric::{exp, exp_m1, ln, standard_normal_cdf, standard_normal_quantile};

/// A positive value whose natural logarithm is normal with mean μ and standard deviation σ;
/// F⁻¹(p) = e^(μ + σ·Φ⁻¹(p)).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lognormal {
    mu: f64,
    sigma: f64,
}

/// Φ⁻¹(0.95).
const SCORE_OF_P95: f64 = 1.644_853_626_951_472_2;

impl Lognormal {
    /// By the mean μ and standard deviation σ of the logarithm.
    ///
    /// # Errors
    ///
    /// When a value is not finite or σ is not above 0.
    pub fn new(mu: f64, sigma: f64) -> Result<Self, DistributionError> {
        Ok(Self {
            mu: finite("mu", mu)?,
            sigma: positive("sigma", sigma)?,
        })
    }

    /// By the median (`central`) and the value exceeded in one case of twenty (`high`):
    /// μ = ln median, σ = ln(P95/median)/1.645.
    ///
    /// # Errors
    ///
    /// When a value is not a positive number or the median is not below the P95.
    pub fn from_median_p95(median: f64, p95: f64) -> Result<Self, DistributionError> {
        positive("central (the median)", median)?;
        below(("central (the median)", median), ("high (the P95)", p95))?;
        Ok(Self {
            mu: ln(median),
            sigma: ln(p95 / median) / SCORE_OF_P95,
        })
    }

    /// By the P5 (`low`) and the P95 (`high`): μ midway between their logarithms,
    /// σ = ln(P95/P5)/3.290.
    ///
    /// # Errors
    ///
    /// When a value is not a positive number or the P5 is not below the P95.
    pub fn from_p05_p95(p05: f64, p95: f64) -> Result<Self, DistributionError> {
        positive("low (the P5)", p05)?;
        below(("low (the P5)", p05), ("high (the P95)", p95))?;
        Ok(Self {
            mu: 0.5 * (ln(p05) + ln(p95)),
            sigma: ln(p95 / p05) / (2.0 * SCORE_OF_P95),
        })
    }

    fn score(&self, x: f64) -> f64 {
        (ln(x) - self.mu) / self.sigma
    }
}

impl From<Lognormal> for Distribution {
    fn from(family: Lognormal) -> Self {
        Self::Lognormal(family)
    }
}

impl Family for Lognormal {
    fn quantile(&self, p: f64) -> f64 {
        self.at_normal_score(standard_normal_quantile(p))
    }

    fn upper_quantile(&self, q: f64) -> f64 {
        self.at_normal_score(-standard_normal_quantile(q))
    }

    fn at_normal_score(&self, z: f64) -> f64 {
        exp(self.mu + self.sigma * z)
    }

    fn cdf(&self, x: f64) -> f64 {
        if x <= 0.0 {
            0.0
        } else {
            standard_normal_cdf(self.score(x))
        }
    }

    fn survival(&self, x: f64) -> f64 {
        if x <= 0.0 {
            1.0
        } else {
            standard_normal_cdf(-self.score(x))
        }
    }

    fn support(&self) -> (f64, f64) {
        (0.0, f64::INFINITY)
    }

    fn mean(&self) -> f64 {
        exp(self.mu + 0.5 * self.sigma * self.sigma)
    }

    fn variance(&self) -> f64 {
        let spread = self.sigma * self.sigma;
        exp_m1(spread) * exp(2.0 * self.mu + spread)
    }

    fn scaled(&self, factor: f64) -> Distribution {
        Self {
            mu: self.mu + ln(factor),
            sigma: self.sigma,
        }
        .into()
    }
}
