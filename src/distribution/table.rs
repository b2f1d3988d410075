//! Quantiles read from a monotone table.

use super::inverse::Wanted;
use crate::numeric::{Cubic, exp, logistic, standard_normal_cdf, standard_normal_density};

/// A scale on which a distribution is smooth over all its range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Scale {
    /// y = ln x, for x > 0.
    Logarithm,
    /// y = ln(x/(1 − x)), for 0 < x < 1.
    LogOdds,
}

impl Scale {
    #[inline]
    pub(super) fn value(self, y: f64) -> f64 {
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

/// A quantile function of the normal score z = Φ⁻¹(p), at equal distances across a table and just
/// beyond its ends: the places where a table is fixed, and between them where it is checked.
#[derive(Debug, Clone)]
pub(super) struct Samples {
    fineness: Fineness,
    values: Vec<f64>,
}

/// The width of a table's cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fineness {
    /// 1/32 of a standard deviation.
    Usual,
    /// 1/128, where the usual one errs too much.
    Fine,
}

impl Fineness {
    fn cells_per_score(self) -> i32 {
        match self {
            Self::Usual => 32,
            Self::Fine => 128,
        }
    }
}

const FARTHEST_SCORE: i32 = 4;
/// Samples beyond either end, for the slopes there.
const BEYOND: usize = 2;

impl Samples {
    /// Of a function of the score, asked for in rising order, two samples for each cell.
    pub(super) fn of(fineness: Fineness, function: impl FnMut(f64) -> f64) -> Self {
        let samples_per_score = 2 * fineness.cells_per_score();
        let reach = FARTHEST_SCORE * samples_per_score + 2;
        let values = (-reach..=reach)
            .map(|k| f64::from(k) / f64::from(samples_per_score))
            .map(function)
            .collect();
        Self { fineness, values }
    }

    /// Of the quantile of a standard distribution on its scale, each the first guess of the next.
    pub(super) fn solved(standard: &impl Standard) -> Self {
        let distance = 0.5 / f64::from(Fineness::Usual.cells_per_score());
        let mut guess = None;
        Self::of(Fineness::Usual, |z| {
            let y = standard.solve(wanted_at(z), guess);
            let rise = distance * standard_normal_density(z) / standard.density(y);
            guess = Some(if rise.is_finite() { y + rise } else { y });
            y
        })
    }

    pub(super) fn map(&self, function: impl Fn(f64) -> f64) -> Self {
        Self {
            fineness: self.fineness,
            values: self.values.iter().map(|&value| function(value)).collect(),
        }
    }

    /// The ends of the cells.
    fn nodes(&self) -> impl Iterator<Item = Node> {
        // five samples around every other one
        self.values.windows(5).step_by(2).map(|around| Node {
            value: around[2],
            // the slope through them, over two of their distances
            rise: (around[0] - 8.0 * around[1] + 8.0 * around[3] - around[4]) / 6.0,
        })
    }

    /// The values midway in the cells.
    fn middles(&self) -> impl Iterator<Item = f64> {
        self.values.iter().skip(BEYOND + 1).step_by(2).copied()
    }
}

/// The probability below or above a score, whichever is small.
fn wanted_at(z: f64) -> Wanted {
    if z < 0.0 {
        Wanted::Lower(standard_normal_cdf(z))
    } else {
        Wanted::Upper(standard_normal_cdf(-z))
    }
}

/// A monotone cubic interpolant of a quantile function.
///
/// The nodes lie at equal distances of the normal score from −4 to 4, which leaves 3e-5 of the
/// probability on either side to the exact function. Between nodes runs the cubic Hermite curve, with
/// slopes from five samples, limited as in Fritsch & Carlson (1980) so that it never falls.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct QuantileTable {
    cells_per_score: f64,
    cells: Vec<Cell>,
}

/// The curve across one cell, and the value at its end.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Cell {
    curve: Cubic,
    end: f64,
}

impl QuantileTable {
    pub(super) fn of(samples: &Samples) -> Self {
        let nodes: Vec<Node> = samples.nodes().collect();
        Self {
            cells_per_score: f64::from(samples.fineness.cells_per_score()),
            cells: nodes
                .windows(2)
                .map(|pair| Cell::between(pair[0], pair[1]))
                .collect(),
        }
    }

    /// Whether the table agrees with samples midway between its nodes, where a cubic errs most, within
    /// a part of the value there, or of `spread` where that is more.
    pub(super) fn agrees(&self, samples: &Samples, part: f64, spread: f64) -> bool {
        self.cells
            .iter()
            .zip(samples.middles())
            .all(|(cell, exact)| {
                // false for NaN
                (cell.at(0.5) - exact).abs() <= part * exact.abs().max(spread)
            })
    }

    /// The value at the normal score `z`, or nothing beyond the table.
    #[inline]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // saturates beyond the table
    pub(super) fn at_score(&self, z: f64) -> Option<f64> {
        let place = (z + f64::from(FARTHEST_SCORE)) * self.cells_per_score;
        let cell = place as i32;
        let curve = self.cells.get(cell as usize)?;
        (place >= 0.0).then(|| curve.at(place - f64::from(cell)))
    }
}

#[derive(Clone, Copy)]
struct Node {
    value: f64,
    /// Change of the value over one cell at the slope here.
    rise: f64,
}

impl Cell {
    fn between(left: Node, right: Node) -> Self {
        let end = right.value.max(left.value);
        let change = (end - left.value).max(0.0);
        // slopes at most three times the secant are sufficient for a rising curve
        let [from_start, to_end] = [left, right].map(|node| node.rise.clamp(0.0, 3.0 * change));
        Self {
            curve: Cubic::between((left.value, from_start), (end, to_end)),
            end,
        }
    }

    #[inline]
    fn at(&self, t: f64) -> f64 {
        // rounding must not carry the curve past the next cell's start
        self.curve.at(t).min(self.end)
    }
}
