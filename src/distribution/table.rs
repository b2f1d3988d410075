//! Quantiles read from a monotone table.

use super::inverse::Wanted;
use crate::numeric::{
    exp, logistic, standard_normal_cdf, standard_normal_density, standard_normal_quantile,
};

/// The scale on which a standard distribution is smooth over all its range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Scale {
    /// y = ln x, for x > 0.
    Logarithm,
    /// y = ln(x/(1 − x)), for 0 < x < 1.
    LogOdds,
}

impl Scale {
    fn value(self, y: f64) -> f64 {
        match self {
            Self::Logarithm => exp(y),
            Self::LogOdds => logistic(y),
        }
    }
}

/// A distribution without location and width whose quantile needs solving.
pub(super) trait Standard {
    fn scale(&self) -> Scale;
    /// The quantile on the scale, from a first guess where there is one.
    fn solve(&self, wanted: Wanted, guess: Option<f64>) -> f64;
    /// The density on the scale.
    fn density(&self, y: f64) -> f64;
}

/// A monotone cubic interpolant of a quantile function.
///
/// The nodes lie at equal distances of the normal score z = Φ⁻¹(p) from −4 to 4, which leaves 3e-5
/// of the probability on either side to the exact function. Between nodes runs the cubic Hermite
/// curve with the exact slopes dy/dz = φ(z)/f(y), limited as in Fritsch & Carlson (1980) so that it
/// never falls. Relative error of the value: at most 1e-6 (the tests measure less than 1e-7).
#[derive(Debug, Clone, PartialEq)]
pub(super) struct QuantileTable {
    scale: Scale,
    cells: Vec<Cell>,
}

/// The cubic c₀ + c₁t + c₂t² + c₃t³ for 0 ≤ t ≤ 1 across one cell.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Cell {
    coefficients: [f64; 4],
    end: f64,
}

const FARTHEST_SCORE: f64 = 4.0;
const CELLS: u32 = 256;
const STEP: f64 = 2.0 * FARTHEST_SCORE / 256.0;

impl QuantileTable {
    pub(super) fn new(standard: &impl Standard) -> Self {
        let nodes = nodes(standard);
        let cells = nodes
            .windows(2)
            .map(|pair| Cell::between(pair[0], pair[1]))
            .collect();
        Self {
            scale: standard.scale(),
            cells,
        }
    }

    /// The standard distribution's value at the normal score `z`, or nothing beyond the table.
    #[inline]
    pub(super) fn at_score(&self, z: f64) -> Option<f64> {
        let place = (z + FARTHEST_SCORE) / STEP;
        if !(0.0..f64::from(CELLS)).contains(&place) {
            return None;
        }
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // checked just above
        let index = place as usize;
        Some(
            self.scale
                .value(self.cells[index].at(place - place.floor())),
        )
    }
}

#[derive(Clone, Copy)]
struct Node {
    value: f64,
    /// Change of the value over one cell at the slope here.
    rise: f64,
}

fn nodes(standard: &impl Standard) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::with_capacity(CELLS as usize + 1);
    let mut guess = None;
    for k in 0..=CELLS {
        let z = -FARTHEST_SCORE + STEP * f64::from(k);
        let wanted = if z < 0.0 {
            Wanted::Lower(standard_normal_cdf(z))
        } else {
            Wanted::Upper(standard_normal_cdf(-z))
        };
        let value = standard.solve(wanted, guess);
        let slope = standard_normal_density(z) / standard.density(value);
        let rise = if slope.is_finite() { STEP * slope } else { 0.0 };
        guess = Some(value + rise);
        nodes.push(Node { value, rise });
    }
    nodes
}

impl Cell {
    fn between(left: Node, right: Node) -> Self {
        let change = (right.value - left.value).max(0.0);
        // slopes at most three times the secant are sufficient for a rising curve
        let start = left.rise.clamp(0.0, 3.0 * change);
        let end = right.rise.clamp(0.0, 3.0 * change);
        let square = 3.0 * change - 2.0 * start - end;
        let cube = start + end - 2.0 * change;
        Self {
            coefficients: [left.value, start, square, cube],
            end: right.value.max(left.value),
        }
    }

    #[inline]
    fn at(&self, t: f64) -> f64 {
        let [c0, c1, c2, c3] = self.coefficients;
        // rounding must not carry the curve past the next cell's start
        (c0 + t * (c1 + t * (c2 + t * c3))).min(self.end)
    }
}

/// The normal score of a probability, whichever tail it is given in.
#[inline]
pub(super) fn score_of(wanted: Wanted) -> f64 {
    match wanted {
        Wanted::Lower(p) => standard_normal_quantile(p),
        Wanted::Upper(q) => -standard_normal_quantile(q),
    }
}
