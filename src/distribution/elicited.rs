//! A distribution through three quantiles that an expert gave.

use super::error::{below, finite};
use super::{Distribution, DistributionError, Family};
use crate::numeric::{
    acosh, asinh, exp, ln, ln_1p, logistic, sinh, standard_normal_cdf, standard_normal_quantile,
};

/// The P10, P50 and P90 that an expert gave.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantiles {
    /// Exceeded in nine cases of ten.
    pub p10: f64,
    /// Exceeded in half of the cases.
    pub p50: f64,
    /// Exceeded in one case of ten.
    pub p90: f64,
}

/// A smooth distribution through a P10, P50 and P90, with a bound where one is known.
///
/// | bounds | curve | tails |
/// |---|---|---|
/// | none | metalog of three terms, Keelin (2016), *Decision Analysis* 13(4), eq. 5 and the symmetric-percentile form of §6 | logistic |
/// | one | J-QPD-S, Hadlock & Bickel (2017), *Decision Analysis* 14(1) | lognormal away from the bound |
/// | two | J-QPD-B, same source | to both bounds |
///
/// The bounded curves go through any three rising quantiles within the bounds, always rise, and have
/// all moments. A log or logit metalog, the more common choice, has neither property: it rejects
/// strong skew, and its upper tail is so heavy that the variance is infinite as soon as P90 and P10
/// differ by a factor of about nine. The unbounded metalog is refused when the quantiles are too
/// skew for it, which giving a bound resolves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Elicited {
    curve: Curve,
    min: Option<f64>,
    max: Option<f64>,
}

/// Φ⁻¹(0.9).
const SCORE_OF_P90: f64 = 1.281_551_565_544_600_4;
/// ln 9, the log odds of 0.9.
const LOG_ODDS_OF_P90: f64 = 2.197_224_577_336_219_6;
/// The most that |a₃/a₂| of a three-term metalog may be for its quantile to rise (Keelin 2016).
const STEEPEST: f64 = 1.667_11;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Curve {
    Metalog(Metalog),
    /// From a lower bound up.
    Above {
        min: f64,
        curve: SemiBounded,
    },
    /// From an upper bound down: the mirror image.
    Below {
        max: f64,
        curve: SemiBounded,
    },
    Between {
        min: f64,
        max: f64,
        curve: Bounded,
    },
}

impl Elicited {
    /// The curve through `quantiles`, within `min` and `max` where they are given.
    ///
    /// # Errors
    ///
    /// When a value is not finite, the values do not rise (min < P10 < P50 < P90 < max), or there
    /// is no bound and the quantiles are too skew.
    pub fn new(
        quantiles: Quantiles,
        min: Option<f64>,
        max: Option<f64>,
    ) -> Result<Self, DistributionError> {
        let Quantiles { p10, p50, p90 } = quantiles;
        below(("low (the P10)", p10), ("central (the P50)", p50))?;
        below(("central (the P50)", p50), ("high (the P90)", p90))?;
        if let Some(min) = min {
            below(("min", min), ("low (the P10)", p10))?;
        }
        if let Some(max) = max {
            below(("high (the P90)", p90), ("max", max))?;
        }
        let curve = match (min, max) {
            (None, None) => Curve::Metalog(Metalog::through(quantiles)?),
            (Some(min), None) => {
                let [low, middle, high] = [p10 - min, p50 - min, p90 - min].map(ln);
                Curve::Above {
                    min,
                    curve: SemiBounded::through(low, middle, high),
                }
            }
            (None, Some(max)) => {
                let [low, middle, high] = [max - p90, max - p50, max - p10].map(ln);
                Curve::Below {
                    max,
                    curve: SemiBounded::through(low, middle, high),
                }
            }
            (Some(min), Some(max)) => {
                let score = |x: f64| score_between(x, min, max);
                let curve = Bounded::through(score(p10), score(p50), score(p90));
                Curve::Between { min, max, curve }
            }
        };
        finite("the fitted curve at P50", curve.quantile_at_half())?;
        Ok(Self { curve, min, max })
    }
}

/// Φ⁻¹ of the relative place of `x` between the bounds, accurate near both.
fn score_between(x: f64, min: f64, max: f64) -> f64 {
    let (from_min, from_max) = ((x - min) / (max - min), (max - x) / (max - min));
    if from_min < from_max {
        standard_normal_quantile(from_min)
    } else {
        -standard_normal_quantile(from_max)
    }
}

impl Curve {
    fn quantile_at_half(&self) -> f64 {
        match self {
            Self::Metalog(curve) => curve.median,
            _ => self.at_score(0.0),
        }
    }

    fn at_score(&self, z: f64) -> f64 {
        match self {
            Self::Metalog(curve) if z < 0.0 => curve.quantile(standard_normal_cdf(z)),
            Self::Metalog(curve) => curve.upper_quantile(standard_normal_cdf(-z)),
            Self::Above { min, curve } => min + exp(curve.log_distance(z)),
            Self::Below { max, curve } => max - exp(curve.log_distance(-z)),
            Self::Between { min, max, curve } => {
                let place = curve.place(z);
                if place < 0.0 {
                    min + (max - min) * standard_normal_cdf(place)
                } else {
                    max - (max - min) * standard_normal_cdf(-place)
                }
            }
        }
    }

    /// The z with `at_score(z)` = x, for x inside the support.
    fn score(&self, x: f64) -> f64 {
        match self {
            Self::Metalog(curve) => {
                let log_odds = curve.log_odds(x);
                if log_odds < 0.0 {
                    standard_normal_quantile(logistic(log_odds))
                } else {
                    -standard_normal_quantile(logistic(-log_odds))
                }
            }
            Self::Above { min, curve } => curve.score(ln(x - min)),
            Self::Below { max, curve } => -curve.score(ln(max - x)),
            Self::Between { min, max, curve } => curve.score(score_between(x, *min, *max)),
        }
    }
}

/// Q(p) = a₁ + a₂·logit p + a₃·(p − ½)·logit p, with a₁ the median.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Metalog {
    median: f64,
    spread: f64,
    skew: f64,
}

impl Metalog {
    fn through(quantiles: Quantiles) -> Result<Self, DistributionError> {
        let Quantiles { p10, p50, p90 } = quantiles;
        let spread = (p90 - p10) / (2.0 * LOG_ODDS_OF_P90);
        let skew = (p90 + p10 - 2.0 * p50) / (0.8 * LOG_ODDS_OF_P90);
        if skew.abs() < STEEPEST * spread {
            return Ok(Self {
                median: p50,
                spread,
                skew,
            });
        }
        let least = 0.5 - 0.2 * STEEPEST;
        let remedy = if skew > 0.0 {
            "give a min below the P10, such as 0, which admits any skew"
        } else {
            "give a max above the P90, such as 1 for a share, which admits any skew"
        };
        let relative = (p50 - p10) / (p90 - p10);
        let most = 1.0 - least;
        Err(DistributionError::TooSkew {
            p10,
            p50,
            p90,
            skew: relative,
            least,
            most,
            remedy,
        })
    }

    fn quantile(&self, p: f64) -> f64 {
        self.median + (self.spread + self.skew * (p - 0.5)) * (ln(p) - ln_1p(-p))
    }

    fn upper_quantile(&self, q: f64) -> f64 {
        self.median - (self.spread + self.skew * (0.5 - q)) * (ln(q) - ln_1p(-q))
    }

    fn at_log_odds(&self, y: f64) -> f64 {
        let centred = if y < 0.0 {
            logistic(y) - 0.5
        } else {
            0.5 - logistic(-y)
        };
        self.median + (self.spread + self.skew * centred) * y
    }

    /// By bisection, after doubling outwards to find a bracket.
    fn log_odds(&self, x: f64) -> f64 {
        let mut reach = 1.0;
        while reach < 1e300 && (self.at_log_odds(-reach) > x || self.at_log_odds(reach) < x) {
            reach *= 2.0;
        }
        let (mut low, mut high) = (-reach, reach);
        for _ in 0..200 {
            let middle = 0.5 * (low + high);
            if middle <= low || middle >= high {
                break;
            }
            if self.at_log_odds(middle) < x {
                low = middle;
            } else {
                high = middle;
            }
        }
        0.5 * (low + high)
    }

    /// E\[(p − ½)·logit p\] = ½.
    fn mean(&self) -> f64 {
        self.median + 0.5 * self.skew
    }

    /// π²/3·a₂² + (1/12 + π²/36)·a₃²; the cross term vanishes by symmetry.
    fn variance(&self) -> f64 {
        let pi_squared = std::f64::consts::PI * std::f64::consts::PI;
        pi_squared / 3.0 * self.spread * self.spread
            + (1.0 / 12.0 + pi_squared / 36.0) * self.skew * self.skew
    }
}

/// Which way the middle quantile leans, and how much: what both Johnson curves need.
struct Lean {
    /// −1, 0 or 1: the sign of low + high − 2·middle.
    sign: f64,
    /// The smaller of the two steps.
    step: f64,
    /// (high − low)/(2·step), at least 1.
    ratio: f64,
}

impl Lean {
    fn of(low: f64, middle: f64, high: f64) -> Self {
        let step = (middle - low).min(high - middle);
        let ratio = (high - low) / (2.0 * step);
        let sign = if ratio - 1.0 < 1e-12 {
            0.0
        } else {
            (low + high - 2.0 * middle).signum()
        };
        Self { sign, step, ratio }
    }
}

/// ln(distance to the bound) = base + λ·sinh(asinh(δz) + asinh(n·c·δ)); linear in z when symmetric.
#[derive(Debug, Clone, Copy, PartialEq)]
struct SemiBounded {
    base: f64,
    shift: f64,
    delta: f64,
    lambda: f64,
}

impl SemiBounded {
    fn through(low: f64, middle: f64, high: f64) -> Self {
        let lean = Lean::of(low, middle, high);
        if lean.sign == 0.0 {
            let slope = (high - low) / (2.0 * SCORE_OF_P90);
            return Self {
                base: middle,
                shift: 0.0,
                delta: 0.0,
                lambda: slope,
            };
        }
        let delta = sinh(acosh(lean.ratio)) / SCORE_OF_P90;
        Self {
            base: if lean.sign > 0.0 { low } else { high },
            shift: asinh(lean.sign * SCORE_OF_P90 * delta),
            delta,
            lambda: lean.step / (delta * SCORE_OF_P90),
        }
    }

    fn log_distance(&self, z: f64) -> f64 {
        if self.delta == 0.0 {
            return self.base + self.lambda * z;
        }
        self.base + self.lambda * sinh(asinh(self.delta * z) + self.shift)
    }

    fn score(&self, log_distance: f64) -> f64 {
        let relative = (log_distance - self.base) / self.lambda;
        if self.delta == 0.0 {
            return relative;
        }
        sinh(asinh(relative) - self.shift) / self.delta
    }
}

/// Φ⁻¹ of the place between the bounds = ξ + λ·sinh(δ·(z + n·c)); linear in z when symmetric.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Bounded {
    base: f64,
    shift: f64,
    delta: f64,
    lambda: f64,
}

impl Bounded {
    fn through(low: f64, middle: f64, high: f64) -> Self {
        let lean = Lean::of(low, middle, high);
        if lean.sign == 0.0 {
            let slope = (high - low) / (2.0 * SCORE_OF_P90);
            return Self {
                base: middle,
                shift: 0.0,
                delta: 0.0,
                lambda: slope,
            };
        }
        let delta = acosh(lean.ratio) / SCORE_OF_P90;
        Self {
            base: if lean.sign > 0.0 { low } else { high },
            shift: lean.sign * SCORE_OF_P90,
            delta,
            lambda: (high - low) / sinh(2.0 * delta * SCORE_OF_P90),
        }
    }

    fn place(&self, z: f64) -> f64 {
        if self.delta == 0.0 {
            return self.base + self.lambda * z;
        }
        self.base + self.lambda * sinh(self.delta * (z + self.shift))
    }

    fn score(&self, place: f64) -> f64 {
        let relative = (place - self.base) / self.lambda;
        if self.delta == 0.0 {
            return relative;
        }
        asinh(relative) / self.delta - self.shift
    }
}

impl From<Elicited> for Distribution {
    fn from(family: Elicited) -> Self {
        Self::Elicited(family)
    }
}

impl Family for Elicited {
    fn quantile(&self, p: f64) -> f64 {
        match &self.curve {
            Curve::Metalog(curve) => curve.quantile(p),
            curve => curve.at_score(standard_normal_quantile(p)),
        }
    }

    fn upper_quantile(&self, q: f64) -> f64 {
        match &self.curve {
            Curve::Metalog(curve) => curve.upper_quantile(q),
            curve => curve.at_score(-standard_normal_quantile(q)),
        }
    }

    fn at_normal_score(&self, z: f64) -> f64 {
        self.curve.at_score(z)
    }

    fn cdf(&self, x: f64) -> f64 {
        let (min, max) = self.support();
        if x <= min {
            0.0
        } else if x >= max {
            1.0
        } else {
            standard_normal_cdf(self.curve.score(x))
        }
    }

    fn survival(&self, x: f64) -> f64 {
        let (min, max) = self.support();
        if x <= min {
            1.0
        } else if x >= max {
            0.0
        } else {
            standard_normal_cdf(-self.curve.score(x))
        }
    }

    fn support(&self) -> (f64, f64) {
        (
            self.min.unwrap_or(f64::NEG_INFINITY),
            self.max.unwrap_or(f64::INFINITY),
        )
    }

    fn mean(&self) -> f64 {
        match &self.curve {
            Curve::Metalog(curve) => curve.mean(),
            curve => crate::numeric::integrate_over_normal(|z| curve.at_score(z)),
        }
    }

    fn variance(&self) -> f64 {
        let Curve::Metalog(curve) = &self.curve else {
            let mean = self.mean();
            return crate::numeric::integrate_over_normal(|z| {
                let deviation = self.curve.at_score(z) - mean;
                deviation * deviation
            });
        };
        curve.variance()
    }

    fn scaled(&self, factor: f64) -> Distribution {
        Self {
            curve: self.curve.scaled(factor),
            min: self.min.map(|bound| bound * factor),
            max: self.max.map(|bound| bound * factor),
        }
        .into()
    }
}

impl Curve {
    fn scaled(self, factor: f64) -> Self {
        let stretched = |curve: SemiBounded| SemiBounded {
            base: curve.base + ln(factor),
            ..curve
        };
        match self {
            Self::Metalog(curve) => Self::Metalog(Metalog {
                median: curve.median * factor,
                spread: curve.spread * factor,
                skew: curve.skew * factor,
            }),
            Self::Above { min, curve } => Self::Above {
                min: min * factor,
                curve: stretched(curve),
            },
            Self::Below { max, curve } => Self::Below {
                max: max * factor,
                curve: stretched(curve),
            },
            Self::Between { min, max, curve } => Self::Between {
                min: min * factor,
                max: max * factor,
                curve,
            },
        }
    }
}
