//! The beta distribution between two bounds.

use super::error::{below, positive};
use super::inverse::{Point, Wanted, solve};
use super::table::{Scale, Standard};
use super::{Distribution, DistributionError, Family};
use crate::numeric::{exp, incomplete_beta, ln, ln_beta, logistic, logit};

/// The beta distribution with shapes α and β, stretched from \[0, 1\] to \[low, high\].
///
/// The quantile has no closed form; it is found by Newton's method on the log odds to about 1e-13.
#[derive(Debug, Clone, Copy, PartialEq)]
#[allow(clippy::struct_field_names)] // the second shape is called beta everywhere
pub struct Beta {
    alpha: f64,
    beta: f64,
    low: f64,
    high: f64,
}

impl Beta {
    /// By the shapes and the bounds.
    ///
    /// # Errors
    ///
    /// When a shape is not a positive number, a bound is not finite or `low` is not below `high`.
    pub fn new(alpha: f64, beta: f64, low: f64, high: f64) -> Result<Self, DistributionError> {
        positive("alpha", alpha)?;
        positive("beta", beta)?;
        below(("low", low), ("high", high))?;
        Ok(Self {
            alpha,
            beta,
            low,
            high,
        })
    }

    /// From parameters that another family's constructor has checked.
    pub(super) fn valid(alpha: f64, beta: f64, low: f64, high: f64) -> Self {
        Self {
            alpha,
            beta,
            low,
            high,
        }
    }

    fn width(&self) -> f64 {
        self.high - self.low
    }

    pub(super) fn standard(&self) -> StandardBeta {
        StandardBeta {
            alpha: self.alpha,
            beta: self.beta,
        }
    }

    /// Where the standard distribution lies and how wide it is.
    pub(super) fn location_and_width(&self) -> (f64, f64) {
        (self.low, self.width())
    }

    fn place(&self, log_odds: f64) -> f64 {
        // from the nearer bound, to keep its digits
        if log_odds < 0.0 {
            self.low + self.width() * logistic(log_odds)
        } else {
            self.high - self.width() * logistic(-log_odds)
        }
    }

    fn tails(&self, x: f64) -> crate::numeric::Tails {
        let (below, above) = (
            (x - self.low) / self.width(),
            (self.high - x) / self.width(),
        );
        incomplete_beta(self.alpha, self.beta, below, above)
    }
}

impl From<Beta> for Distribution {
    fn from(family: Beta) -> Self {
        Self::Beta(family)
    }
}

impl Family for Beta {
    fn quantile(&self, p: f64) -> f64 {
        self.place(self.standard().solve(Wanted::Lower(p), None))
    }

    fn upper_quantile(&self, q: f64) -> f64 {
        self.place(self.standard().solve(Wanted::Upper(q), None))
    }

    fn cdf(&self, x: f64) -> f64 {
        self.tails(x).lower
    }

    fn survival(&self, x: f64) -> f64 {
        self.tails(x).upper
    }

    fn support(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    fn mean(&self) -> f64 {
        self.low + self.width() * self.alpha / (self.alpha + self.beta)
    }

    fn variance(&self) -> f64 {
        let sum = self.alpha + self.beta;
        self.width() * self.width() * self.alpha * self.beta / (sum * sum * (sum + 1.0))
    }

    fn scaled(&self, factor: f64) -> Distribution {
        Self {
            low: self.low * factor,
            high: self.high * factor,
            ..*self
        }
        .into()
    }
}

/// The beta distribution on \[0, 1\], on the scale of its log odds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct StandardBeta {
    alpha: f64,
    beta: f64,
}

impl StandardBeta {
    /// Both tails at the given log odds, and the density of the log odds, which is
    /// x^α·(1−x)^β/B(α, β).
    fn at(&self, log_odds: f64) -> Point {
        let (x, y) = (logistic(log_odds), logistic(-log_odds));
        let log_density = self.alpha * ln(x) + self.beta * ln(y) - ln_beta(self.alpha, self.beta);
        Point {
            tails: incomplete_beta(self.alpha, self.beta, x, y),
            density: exp(log_density),
        }
    }

    /// F(x) ≈ x^α/(α·B) near 0 and its mirror near 1; in between the mean serves.
    fn first_guess(&self, wanted: Wanted) -> f64 {
        let centre = logit(self.alpha / (self.alpha + self.beta));
        let power_law =
            |p: f64, shape: f64| (ln(p) + ln(shape) + ln_beta(self.alpha, self.beta)) / shape;
        match wanted.smaller() {
            Wanted::Lower(p) => power_law(p, self.alpha).min(centre),
            Wanted::Upper(q) => (-power_law(q, self.beta)).max(centre),
        }
    }
}

impl Standard for StandardBeta {
    fn scale(&self) -> Scale {
        Scale::LogOdds
    }

    fn solve(&self, wanted: Wanted, guess: Option<f64>) -> f64 {
        let guess = guess.unwrap_or_else(|| self.first_guess(wanted));
        solve(wanted, guess, |y| self.at(y))
    }

    fn density(&self, y: f64) -> f64 {
        self.at(y).density
    }
}
