//! The gamma distribution.

use super::error::positive;
use super::inverse::{Point, Wanted, solve};
use super::table::{Scale, Standard};
use super::{Distribution, DistributionError, Family};
use crate::numeric::{exp, incomplete_gamma, ln, ln_gamma};

/// The gamma distribution with shape k and scale θ: mean kθ, variance kθ².
///
/// The quantile has no closed form; it is found by Newton's method on the logarithm to about 1e-13.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gamma {
    shape: f64,
    scale: f64,
}

impl Gamma {
    /// By shape and scale.
    ///
    /// # Errors
    ///
    /// When either is not a positive number.
    pub fn new(shape: f64, scale: f64) -> Result<Self, DistributionError> {
        Ok(Self {
            shape: positive("shape", shape)?,
            scale: positive("scale", scale)?,
        })
    }

    pub(super) fn standard(&self) -> StandardGamma {
        StandardGamma { shape: self.shape }
    }

    /// The factor on the standard distribution.
    pub(super) fn scale(&self) -> f64 {
        self.scale
    }
}

impl From<Gamma> for Distribution {
    fn from(family: Gamma) -> Self {
        Self::Gamma(family)
    }
}

impl Family for Gamma {
    fn quantile(&self, p: f64) -> f64 {
        self.scale * exp(self.standard().solve(Wanted::Lower(p), None))
    }

    fn upper_quantile(&self, q: f64) -> f64 {
        self.scale * exp(self.standard().solve(Wanted::Upper(q), None))
    }

    fn cdf(&self, x: f64) -> f64 {
        incomplete_gamma(self.shape, x / self.scale).lower
    }

    fn survival(&self, x: f64) -> f64 {
        incomplete_gamma(self.shape, x / self.scale).upper
    }

    fn support(&self) -> (f64, f64) {
        (0.0, f64::INFINITY)
    }

    fn mean(&self) -> f64 {
        self.shape * self.scale
    }

    fn variance(&self) -> f64 {
        self.shape * self.scale * self.scale
    }

    fn scaled(&self, factor: f64) -> Distribution {
        Self {
            scale: self.scale * factor,
            ..*self
        }
        .into()
    }
}

/// The gamma distribution with scale 1, on the scale of its logarithm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct StandardGamma {
    shape: f64,
}

impl StandardGamma {
    /// Both tails at the given logarithm, and the density of the logarithm, x^k·e^(−x)/Γ(k).
    fn at(self, logarithm: f64) -> Point {
        let x = exp(logarithm);
        let density = exp(self.shape * logarithm - x - ln_gamma(self.shape));
        Point {
            tails: incomplete_gamma(self.shape, x),
            density,
        }
    }

    /// F(x) ≈ x^k/Γ(k + 1) near 0; elsewhere the mean serves.
    fn first_guess(self, wanted: Wanted) -> f64 {
        match wanted.smaller() {
            Wanted::Lower(p) => {
                ((ln(p) + ln_gamma(self.shape + 1.0)) / self.shape).min(ln(self.shape))
            }
            Wanted::Upper(_) => ln(self.shape),
        }
    }
}

impl Standard for StandardGamma {
    fn scale(&self) -> Scale {
        Scale::Logarithm
    }

    fn solve(&self, wanted: Wanted, guess: Option<f64>) -> f64 {
        let guess = guess.unwrap_or_else(|| self.first_guess(wanted));
        solve(wanted, guess, |y| self.at(y))
    }

    fn density(&self, y: f64) -> f64 {
        self.at(y).density
    }
}
