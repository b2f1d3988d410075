//! Elementary and special functions that give the same bits on every machine.
//!
//! The standard library hands `exp`, `ln` and the like to the platform, whose last digits differ from
//! one system to the next. Everything here rests on [`libm`], a translation of musl to Rust, and on
//! IEEE 754 arithmetic, so a run is repeatable wherever it is done.
//!
//! | function | source |
//! |---|---|
//! | [`standard_normal_quantile`] | M. J. Wichura (1988), Algorithm AS 241 (PPND16), *Applied Statistics* 37(3), 477–484 |
//! | [`standard_normal_cdf`] | Φ(z) = erfc(−z/√2)/2, with `libm`'s erfc |
//! | [`uniforms_to_normal_scores`], [`normal_scores_to_uniforms`] | the same two from tables, to a stated error |
//! | [`exp_all`] | that of [`exp`], to the same bits |
//! | [`incomplete_beta`] | NIST DLMF 8.17.22, continued fraction by the modified Lentz method |
//! | [`incomplete_gamma`] | NIST DLMF 8.7.1 (series) and 8.9.2 (continued fraction, Lentz) |

mod cubic;
mod exponential;
mod incomplete;
mod integral;
mod normal;
mod normal_table;

pub use cubic::Cubic;
pub use exponential::exp_all;
pub use incomplete::{Tails, incomplete_beta, incomplete_gamma, ln_beta, ln_gamma};
pub use integral::integrate_over_normal;
pub use normal::{standard_normal_cdf, standard_normal_density, standard_normal_quantile};
pub use normal_table::{normal_scores_to_uniforms, uniforms_to_normal_scores};

/// eˣ.
#[must_use]
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// eˣ − 1, accurate near zero.
#[must_use]
pub fn exp_m1(x: f64) -> f64 {
    libm::expm1(x)
}

/// The natural logarithm; −∞ at 0, NaN below.
#[must_use]
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// ln(1 + x), accurate near zero.
#[must_use]
pub fn ln_1p(x: f64) -> f64 {
    libm::log1p(x)
}

/// The square root, which IEEE 754 prescribes to the last bit; NaN below 0.
#[must_use]
pub fn sqrt(x: f64) -> f64 {
    x.sqrt()
}

/// `base` to the power `exponent`.
#[must_use]
pub fn pow(base: f64, exponent: f64) -> f64 {
    libm::pow(base, exponent)
}

/// The hyperbolic sine.
#[must_use]
pub fn sinh(x: f64) -> f64 {
    libm::sinh(x)
}

/// The cosine of an angle in radians.
#[must_use]
pub fn cos(x: f64) -> f64 {
    libm::cos(x)
}

/// The sine of an angle in radians.
#[must_use]
pub fn sin(x: f64) -> f64 {
    libm::sin(x)
}

/// The inverse hyperbolic sine.
#[must_use]
pub fn asinh(x: f64) -> f64 {
    libm::asinh(x)
}

/// The inverse hyperbolic cosine; NaN below 1.
#[must_use]
pub fn acosh(x: f64) -> f64 {
    libm::acosh(x)
}

/// The logistic function 1/(1 + e⁻ˣ), without overflow.
#[must_use]
pub fn logistic(x: f64) -> f64 {
    if x >= 0.0 {
        1.0 / (1.0 + exp(-x))
    } else {
        let e = exp(x);
        e / (1.0 + e)
    }
}

/// The log odds ln(p/(1 − p)) of a probability.
#[must_use]
pub fn logit(p: f64) -> f64 {
    ln(p) - ln_1p(-p)
}

/// A count as a floating-point number; exact up to 2⁵³, which no run comes near.
#[must_use]
#[allow(clippy::cast_precision_loss)] // counts of draws and observations stay far below 2^53
pub fn count(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logistic_and_logit_are_each_others_inverse() {
        for p in [1e-300, 1e-12, 0.2, 0.5, 0.9, 1.0 - 1e-12] {
            assert!((logistic(logit(p)) - p).abs() <= 2e-13 * p, "{p}");
        }
    }

    #[test]
    fn logistic_does_not_overflow() {
        assert!((logistic(1e4) - 1.0).abs() < f64::EPSILON);
        assert!(logistic(-1e4).abs() < f64::MIN_POSITIVE);
    }

    #[test]
    fn elementary_functions_agree_with_the_standard_library_to_an_ulp() {
        for x in [0.1, 0.7, 1.3, 2.9, 11.0] {
            let pairs = [
                (exp(x), f64::exp(x)),
                (ln(x), f64::ln(x)),
                (pow(x, 1.7), x.powf(1.7)),
                (sinh(x), f64::sinh(x)),
                (cos(x), f64::cos(x)),
                (asinh(x), f64::asinh(x)),
                (acosh(1.0 + x), f64::acosh(1.0 + x)),
                (exp_m1(x), f64::exp_m1(x)),
            ];
            for (ours, theirs) in pairs {
                assert!(
                    (ours - theirs).abs() <= 1e-14 * theirs.abs(),
                    "{x}: {ours} {theirs}"
                );
            }
        }
    }
}
