//! A distribution between bounds.

use super::error::{below, finite};
use super::{Distribution, DistributionError, Family};

/// Another distribution X on the condition a ≤ X ≤ b.
///
/// F⁻¹(p) = X⁻¹(F(a) + p·(F(b) − F(a))). Where a lies above the median the same is done with the
/// probabilities of exceedance, so that a truncated upper tail keeps its digits.
#[derive(Debug, Clone, PartialEq)]
pub struct Truncated {
    inner: Box<Distribution>,
    min: f64,
    max: f64,
    window: Window,
}

/// The probabilities that remain, counted from the tail in which they are small.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Window {
    /// P(X ≤ a) and P(a ≤ X ≤ b).
    Lower { start: f64, mass: f64 },
    /// P(X > a) and P(a ≤ X ≤ b).
    Upper { start: f64, mass: f64 },
}

/// Less probability than this between the bounds is taken for a mistake.
const LEAST_MASS: f64 = 1e-9;

impl Window {
    fn between(inner: &Distribution, min: f64, max: f64) -> Self {
        let start = if min.is_finite() { inner.cdf(min) } else { 0.0 };
        if start <= 0.5 {
            let end = if max.is_finite() { inner.cdf(max) } else { 1.0 };
            return Self::Lower {
                start,
                mass: end - start,
            };
        }
        let start = inner.survival(min);
        let end = if max.is_finite() {
            inner.survival(max)
        } else {
            0.0
        };
        Self::Upper {
            start,
            mass: start - end,
        }
    }

    fn mass(self) -> f64 {
        match self {
            Self::Lower { mass, .. } | Self::Upper { mass, .. } => mass,
        }
    }
}

/// See [`Distribution::truncated`].
pub(super) fn truncate(
    inner: Distribution,
    min: Option<f64>,
    max: Option<f64>,
) -> Result<Distribution, DistributionError> {
    let (low, high) = checked_bounds(min, max)?;
    let (lowest, highest) = inner.support();
    if low <= lowest && highest <= high {
        return Ok(inner);
    }
    match inner {
        Distribution::Discrete(_) | Distribution::Bernoulli(_) => {
            Err(DistributionError::NotTruncatable)
        }
        Distribution::Fixed(fixed) => Err(DistributionError::OutOfRange {
            parameter: "central",
            value: fixed.value(),
            low,
            high,
        }),
        Distribution::Empirical(observed) => Ok(observed.between(low, high)?.into()),
        Distribution::Truncated(outer) => {
            let (low, high) = (low.max(outer.min), high.min(outer.max));
            Truncated::new(*outer.inner, low, high).map(Distribution::Truncated)
        }
        other => Truncated::new(other, low, high).map(Distribution::Truncated),
    }
}

fn checked_bounds(min: Option<f64>, max: Option<f64>) -> Result<(f64, f64), DistributionError> {
    if let Some(min) = min {
        finite("min", min)?;
    }
    if let Some(max) = max {
        finite("max", max)?;
    }
    if let (Some(min), Some(max)) = (min, max)
        && min > max
    {
        below(("min", min), ("max", max))?;
    }
    Ok((
        min.unwrap_or(f64::NEG_INFINITY),
        max.unwrap_or(f64::INFINITY),
    ))
}

impl Truncated {
    fn new(inner: Distribution, min: f64, max: f64) -> Result<Self, DistributionError> {
        let window = Window::between(&inner, min, max);
        if window.mass().is_nan() || window.mass() < LEAST_MASS {
            let probability = window.mass().max(0.0);
            return Err(DistributionError::NothingLeft {
                min,
                max,
                probability,
            });
        }
        Ok(Self {
            inner: Box::new(inner),
            min,
            max,
            window,
        })
    }

    /// The distribution that was truncated.
    #[must_use]
    pub fn inner(&self) -> &Distribution {
        &self.inner
    }

    fn clamp(&self, x: f64) -> f64 {
        x.max(self.min).min(self.max)
    }
}

impl Family for Truncated {
    fn quantile(&self, p: f64) -> f64 {
        let x = match self.window {
            Window::Lower { start, mass } => self.inner.quantile(start + p * mass),
            Window::Upper { start, mass } => self.inner.upper_quantile(start - p * mass),
        };
        self.clamp(x)
    }

    fn upper_quantile(&self, q: f64) -> f64 {
        let x = match self.window {
            // the far tail of an unbounded side keeps its digits
            Window::Lower { start, mass } if start + mass >= 1.0 => {
                self.inner.upper_quantile(q * mass)
            }
            Window::Lower { start, mass } => self.inner.quantile(start + mass - q * mass),
            Window::Upper { start, mass } => self
                .inner
                .upper_quantile((start - mass).max(0.0) + q * mass),
        };
        self.clamp(x)
    }

    fn cdf(&self, x: f64) -> f64 {
        if x < self.min {
            return 0.0;
        }
        if x >= self.max {
            return 1.0;
        }
        let part = match self.window {
            Window::Lower { start, mass } => (self.inner.cdf(x) - start) / mass,
            Window::Upper { start, mass } => (start - self.inner.survival(x)) / mass,
        };
        part.clamp(0.0, 1.0)
    }

    fn survival(&self, x: f64) -> f64 {
        if x < self.min {
            return 1.0;
        }
        if x >= self.max {
            return 0.0;
        }
        let part = match self.window {
            Window::Lower { start, mass } if start + mass >= 1.0 => self.inner.survival(x) / mass,
            Window::Lower { start, mass } => (start + mass - self.inner.cdf(x)) / mass,
            Window::Upper { start, mass } => {
                (self.inner.survival(x) - (start - mass).max(0.0)) / mass
            }
        };
        part.clamp(0.0, 1.0)
    }

    fn support(&self) -> (f64, f64) {
        let (low, high) = self.inner.support();
        (low.max(self.min), high.min(self.max))
    }

    fn scaled(&self, factor: f64) -> Distribution {
        Distribution::Truncated(Self {
            inner: Box::new(self.inner.scaled(factor)),
            min: self.min * factor,
            max: self.max * factor,
            window: self.window,
        })
    }
}
