//! Solving F(y) = p for a distribution function that has no inverse in closed form.

use crate::numeric::{Tails, ln};

/// A wanted probability, in the tail where it is small.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Wanted {
    /// P(X ≤ x) is this.
    Lower(f64),
    /// P(X > x) is this.
    Upper(f64),
}

impl Wanted {
    /// The tail at or below one half that says the same.
    pub(super) fn smaller(self) -> Self {
        match self {
            Self::Lower(p) if p > 0.5 => Self::Upper(1.0 - p),
            Self::Upper(q) if q > 0.5 => Self::Lower(1.0 - q),
            other => other,
        }
    }
}

/// The two tails and the density at a point, on the scale that is solved on.
pub(super) struct Point {
    pub(super) tails: Tails,
    pub(super) density: f64,
}

/// Outside ±`FARTHEST` a logarithm or log odds has no finite exponential.
pub(super) const FARTHEST: f64 = 700.0;

/// The y with F(y) = the wanted probability, from a first guess.
///
/// Newton's method on the logarithm of the smaller tail, which is close to linear far out and concave
/// throughout for the beta and gamma families on their log scales; a step that leaves the bracket is
/// replaced by a bisection, so it always ends. Stops when a step is below 1e-15 (relative above 1).
/// Answers beyond ±700 are given as ±700.
pub(super) fn solve(wanted: Wanted, guess: f64, at: impl Fn(f64) -> Point) -> f64 {
    let wanted = wanted.smaller();
    let (mut low, mut high) = (-FARTHEST, FARTHEST);
    let mut y = guess.clamp(low, high);
    for _ in 0..200 {
        let step = newton_step(wanted, &at(y));
        if step.abs() <= 1e-15 * y.abs().max(1.0) {
            break;
        }
        if step > 0.0 {
            low = y;
        } else {
            high = y;
        }
        let newton = y + step;
        y = if newton > low && newton < high {
            newton
        } else {
            0.5 * (low + high)
        };
        if high - low <= 1e-15 * y.abs().max(1.0) {
            break;
        }
    }
    y
}

/// The step to the right (positive: the answer lies above).
fn newton_step(wanted: Wanted, point: &Point) -> f64 {
    let (target, tail, sign) = match wanted {
        Wanted::Lower(p) => (p, point.tails.lower, 1.0),
        Wanted::Upper(q) => (q, point.tails.upper, -1.0),
    };
    let gap = ln(target) - ln(tail);
    if gap.abs() < 1e-15 {
        return 0.0;
    }
    let step = sign * gap * tail / point.density;
    // an empty tail or density gives no slope, but the direction is known
    if step.is_nan() {
        sign * gap.signum() * f64::INFINITY
    } else {
        step
    }
}
