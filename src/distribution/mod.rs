//! Probability distributions by their quantile function.
//!
//! Every uncertain input is drawn as F⁻¹(u) of a uniform u, whatever filled the uniforms: Monte Carlo,
//! a Latin hypercube or a copula. A family therefore is a [quantile function](Distribution::quantile)
//! first; the distribution function, mean and variance stand beside it for checks and summaries.
//!
//! One family is one file. Constructors refuse parameters that contradict each other with a
//! [`DistributionError`] written for the analyst; a value that was constructed is valid.
//!
//! [`Sampler`] is the fast way to turn a column of uniforms or normal scores into a column of values: it
//! calls the closed form in a loop, or reads a monotone table made once where that is slow or missing.
//!
//! ```
//! use ruimtevraag::distribution::{Distribution, Triangular};
//!
//! let share: Distribution = Triangular::new(0.35, 0.5, 0.6)?.into();
//! let mut values = [0.0; 3];
//! share.sampler().fill(&[0.1, 0.5, 0.9], &mut values);
//! assert!(values[0] < values[1] && values[1] < values[2]);
//! assert!((share.mean() - 0.483_333).abs() < 1e-6);
//! # Ok::<(), ruimtevraag::distribution::DistributionError>(())
//! ```

mod bernoulli;
mod beta;
mod discrete;
mod elicited;
mod empirical;
mod error;
mod fixed;
mod gamma;
mod inverse;
mod lognormal;
mod normal;
mod pert;
mod sampler;
mod table;
mod triangular;
mod truncated;
mod uniform;

#[cfg(test)]
mod tests;

pub use bernoulli::Bernoulli;
pub use beta::Beta;
pub use discrete::Discrete;
pub use elicited::{Elicited, Quantiles};
pub use empirical::Empirical;
pub use error::DistributionError;
pub use fixed::Fixed;
pub use gamma::Gamma;
pub use lognormal::Lognormal;
pub use normal::Normal;
pub use pert::Pert;
pub use sampler::Sampler;
pub use triangular::Triangular;
pub use truncated::Truncated;
pub use uniform::Uniform;

use crate::numeric::{integrate_over_normal, sqrt, standard_normal_cdf};

/// A probability distribution of one of the known families.
#[derive(Debug, Clone, PartialEq)]
pub enum Distribution {
    /// One certain value.
    Fixed(Fixed),
    /// Every value between two bounds equally likely.
    Uniform(Uniform),
    /// Linear up to a mode and down again.
    Triangular(Triangular),
    /// A smooth relative of the triangle, by bounds, mode and shape.
    Pert(Pert),
    /// The normal distribution.
    Normal(Normal),
    /// A value whose logarithm is normal.
    Lognormal(Lognormal),
    /// The beta distribution between two bounds.
    Beta(Beta),
    /// The gamma distribution.
    Gamma(Gamma),
    /// A few values with weights.
    Discrete(Discrete),
    /// Yes (1) with a probability, else no (0).
    Bernoulli(Bernoulli),
    /// Observed values, each equally likely.
    Empirical(Empirical),
    /// A curve through the P10, P50 and P90 that an expert gave.
    Elicited(Elicited),
    /// Another distribution on the condition that it lies between bounds.
    Truncated(Truncated),
}

/// What a family is: its quantile function and all that follows from it.
///
/// The `upper_` functions work with the probability above a value, which keeps its digits where the
/// probability below it rounds to 1.
pub(crate) trait Family: std::fmt::Debug {
    fn quantile(&self, p: f64) -> f64;
    fn cdf(&self, x: f64) -> f64;
    fn support(&self) -> (f64, f64);
    fn scaled(&self, factor: f64) -> Distribution;

    /// The value exceeded with probability `q`.
    fn upper_quantile(&self, q: f64) -> f64 {
        self.quantile(1.0 - q)
    }

    /// P(X > x).
    fn survival(&self, x: f64) -> f64 {
        1.0 - self.cdf(x)
    }

    /// By numerical integration where a family has no closed form.
    fn mean(&self) -> f64 {
        integrate_over_normal(|z| self.at_normal_score(z))
    }

    /// By numerical integration where a family has no closed form.
    fn variance(&self) -> f64 {
        let mean = self.mean();
        integrate_over_normal(|z| {
            let deviation = self.at_normal_score(z) - mean;
            deviation * deviation
        })
    }

    /// F⁻¹(Φ(z)), accurate in both tails.
    fn at_normal_score(&self, z: f64) -> f64 {
        if z < 0.0 {
            self.quantile(standard_normal_cdf(z))
        } else {
            self.upper_quantile(standard_normal_cdf(-z))
        }
    }

    /// Puts quantiles in the place of uniforms.
    fn replace_uniforms(&self, column: &mut [f64]) {
        for value in column {
            *value = self.quantile(*value);
        }
    }

    /// Puts values in the place of normal scores.
    fn replace_scores(&self, column: &mut [f64]) {
        for value in column {
            *value = self.at_normal_score(*value);
        }
    }
}

impl Distribution {
    fn family(&self) -> &dyn Family {
        match self {
            Self::Fixed(family) => family,
            Self::Uniform(family) => family,
            Self::Triangular(family) => family,
            Self::Pert(family) => family,
            Self::Normal(family) => family,
            Self::Lognormal(family) => family,
            Self::Beta(family) => family,
            Self::Gamma(family) => family,
            Self::Discrete(family) => family,
            Self::Bernoulli(family) => family,
            Self::Empirical(family) => family,
            Self::Elicited(family) => family,
            Self::Truncated(family) => family,
        }
    }

    /// The smallest value that is not exceeded with probability `p`, for 0 < `p` < 1.
    ///
    /// Never decreases in `p`. At 0 and 1 it gives the ends of the support, which may be infinite.
    #[must_use]
    pub fn quantile(&self, p: f64) -> f64 {
        self.family().quantile(p)
    }

    /// The value exceeded with probability `q`: `quantile(1 − q)` without the rounding of 1 − `q`.
    #[must_use]
    pub fn upper_quantile(&self, q: f64) -> f64 {
        self.family().upper_quantile(q)
    }

    /// P(X ≤ `x`).
    #[must_use]
    pub fn cdf(&self, x: f64) -> f64 {
        self.family().cdf(x)
    }

    /// P(X > `x`), accurate where it is small.
    #[must_use]
    pub fn survival(&self, x: f64) -> f64 {
        self.family().survival(x)
    }

    /// The expected value: a closed form where there is one, else an integral of the quantile function
    /// (truncated and bounded elicited distributions) with a relative error of about 1e-9 or less.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.family().mean()
    }

    /// The variance, computed like the [mean](Self::mean).
    #[must_use]
    pub fn variance(&self) -> f64 {
        self.family().variance()
    }

    /// The square root of the variance.
    #[must_use]
    pub fn standard_deviation(&self) -> f64 {
        sqrt(self.variance())
    }

    /// The value that lies in the middle of the probability.
    #[must_use]
    pub fn median(&self) -> f64 {
        self.quantile(0.5)
    }

    /// The lowest and highest possible value; infinite where there is no bound.
    #[must_use]
    pub fn support(&self) -> (f64, f64) {
        self.family().support()
    }

    /// Whether the low end of the support is never reached: 0, for the families on (0, ∞).
    #[must_use]
    pub fn excludes_low_end(&self) -> bool {
        match self {
            Self::Lognormal(_) | Self::Gamma(_) => true,
            Self::Truncated(truncated) => {
                let inner = truncated.inner();
                inner.excludes_low_end() && inner.support().0 == self.support().0
            }
            _ => false,
        }
    }

    /// Whether the value is certain.
    #[must_use]
    pub fn is_fixed(&self) -> bool {
        matches!(self, Self::Fixed(_))
    }

    /// The distribution on the condition that it lies between `min` and `max`.
    ///
    /// Bounds that do not bind change nothing. See [`Truncated`] for the formula.
    ///
    /// # Errors
    ///
    /// When the bounds are not numbers, cross each other, leave less than 1e-9 of the probability, or
    /// when the family has separate values that truncation has no meaning for (discrete, Bernoulli).
    pub fn truncated(self, min: Option<f64>, max: Option<f64>) -> Result<Self, DistributionError> {
        truncated::truncate(self, min, max)
    }

    /// The distribution of `factor`·X, for a positive `factor` (a change of unit: 0.01 for percent).
    ///
    /// # Panics
    ///
    /// In debug builds, when `factor` is not a positive number: the caller's table of units is wrong.
    #[must_use]
    pub fn scaled(&self, factor: f64) -> Self {
        debug_assert!(factor > 0.0 && factor.is_finite(), "a scale of {factor}");
        self.family().scaled(factor)
    }

    /// A fast source of values for columns of uniforms.
    #[must_use]
    pub fn sampler(&self) -> Sampler {
        Sampler::new(self)
    }
}
