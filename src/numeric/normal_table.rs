//! Columns of the standard normal distribution, from tables.

use std::sync::LazyLock;

use super::{Cubic, standard_normal_cdf, standard_normal_density, standard_normal_quantile};

/// Puts Φ⁻¹(u) in the place of each uniform u, which lies in (0, 1).
///
/// Relative error at most 1e-8 between the probabilities 2⁻¹⁴ = 6.1e-5 and 1 − 2⁻¹⁴, and the
/// [exact function](standard_normal_quantile) beyond.
pub fn uniforms_to_normal_scores(column: &mut [f64]) {
    let table = &*TABLE;
    for number in column {
        *number = table.score(*number);
    }
}

/// Puts Φ(z) in the place of each normal score z.
///
/// Relative error of the smaller of Φ and 1 − Φ at most 1e-6 for |z| < 4, and the
/// [exact function](standard_normal_cdf) beyond.
pub fn normal_scores_to_uniforms(column: &mut [f64]) {
    let table = &*TABLE;
    for number in column {
        *number = table.probability(*number);
    }
}

/// Made once, never changed.
static TABLE: LazyLock<NormalTable> = LazyLock::new(NormalTable::new);

/// Cubic Hermite curves with the exact values and slopes at their ends (Fritsch & Carlson 1980).
struct NormalTable {
    /// Upper quantiles of the tail probabilities t from 2⁻¹⁴ to ½, each cell 1/32 of a factor of two.
    scores: Vec<Cubic>,
    /// Probabilities of the scores from −4 to 4, each cell 1/32 wide.
    probabilities: Vec<Cubic>,
}

/// Cells in a factor of two of a tail probability, as binary digits.
const DIGITS: u32 = 5;
const DROPPED: u32 = f64::MANTISSA_DIGITS - 1 - DIGITS;
const LOWEST_TAIL: f64 = 1.0 / 16_384.0;
const FARTHEST_SCORE: i32 = 4;
const CELLS_PER_SCORE: i32 = 32;

impl NormalTable {
    fn new() -> Self {
        let (first, last) = (cell_of(LOWEST_TAIL), cell_of(0.5));
        let scores = (first..last).map(|cell| {
            let (low, high) = (edge(cell), edge(cell + 1));
            let end = |t: f64| {
                let z = -standard_normal_quantile(t);
                (z, -(high - low) / standard_normal_density(z))
            };
            Cubic::between(end(low), end(high))
        });
        let width = 1.0 / f64::from(CELLS_PER_SCORE);
        let reach = FARTHEST_SCORE * CELLS_PER_SCORE;
        let probabilities = (-reach..reach).map(|cell| {
            let end = |z: f64| (standard_normal_cdf(z), width * standard_normal_density(z));
            Cubic::between(
                end(width * f64::from(cell)),
                end(width * f64::from(cell + 1)),
            )
        });
        Self {
            scores: scores.collect(),
            probabilities: probabilities.collect(),
        }
    }

    #[inline]
    #[allow(clippy::cast_possible_truncation)] // a cell beyond the table wherever it wraps to
    fn score(&self, u: f64) -> f64 {
        let tail = u.min(1.0 - u);
        let place = cell_of(tail).wrapping_sub(cell_of(LOWEST_TAIL)) as usize;
        match self.scores.get(place) {
            Some(cubic) => cubic.at(part_of_cell(tail)).copysign(u - 0.5),
            None => standard_normal_quantile(u),
        }
    }

    #[inline]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // saturates beyond the table
    fn probability(&self, z: f64) -> f64 {
        let place = (z + f64::from(FARTHEST_SCORE)) * f64::from(CELLS_PER_SCORE);
        let cell = place as i32;
        match self.probabilities.get(cell as usize) {
            Some(cubic) if place >= 0.0 => cubic.at(place - f64::from(cell)),
            _ => standard_normal_cdf(z),
        }
    }
}

/// The sign, exponent and first digits of a number: the cell it lies in.
#[inline]
fn cell_of(t: f64) -> u64 {
    t.to_bits() >> DROPPED
}

/// The lowest number of a cell.
fn edge(cell: u64) -> f64 {
    f64::from_bits(cell << DROPPED)
}

/// How far a number lies across its cell: its dropped digits, from 0 to 1.
#[inline]
fn part_of_cell(t: f64) -> f64 {
    const ONE: u64 = 1.0_f64.to_bits();
    const MANTISSA: u64 = (1 << (f64::MANTISSA_DIGITS - 1)) - 1;
    f64::from_bits(((t.to_bits() << DIGITS) & MANTISSA) | ONE) - 1.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scores(uniforms: &[f64]) -> Vec<f64> {
        let mut out = uniforms.to_vec();
        uniforms_to_normal_scores(&mut out);
        out
    }

    fn probabilities(scores: &[f64]) -> Vec<f64> {
        let mut out = scores.to_vec();
        normal_scores_to_uniforms(&mut out);
        out
    }

    #[test]
    fn scores_keep_their_promise() {
        let lower = (0..200_000).map(|k| 0.5 * (-f64::from(k) / 20_000.0).exp());
        let uniforms: Vec<f64> = lower.flat_map(|t| [t, 1.0 - t]).collect();
        let mut worst: f64 = 0.0;
        for (&u, score) in uniforms.iter().zip(scores(&uniforms)) {
            let exact = standard_normal_quantile(u);
            worst = worst.max((score - exact).abs() / exact.abs().max(1e-300));
        }
        assert!(worst < 1e-8, "{worst:e}");
        assert!(worst > 1e-12, "the table was not used");
    }

    #[test]
    fn probabilities_keep_their_promise() {
        let z: Vec<f64> = (-45_000..45_000).map(|k| f64::from(k) / 10_000.0).collect();
        let mut worst: f64 = 0.0;
        for (&z, p) in z.iter().zip(probabilities(&z)) {
            let exact = standard_normal_cdf(-z.abs());
            let tail = if z < 0.0 { p } else { 1.0 - p };
            worst = worst.max((tail - exact).abs() / exact);
        }
        assert!(worst < 1e-6, "{worst:e}");
        assert!(worst > 1e-12, "the table was not used");
    }

    #[test]
    fn the_tails_and_the_centre_are_exact() {
        for u in [f64::EPSILON / 4.0, 1e-12, 6e-5, 0.5, 1.0 - 1e-12] {
            assert_eq!(scores(&[u]), [standard_normal_quantile(u)], "{u}");
        }
        for z in [-38.0, -4.001, 0.0, 4.0, 9.0] {
            assert_eq!(probabilities(&[z]), [standard_normal_cdf(z)], "{z}");
        }
        assert!(probabilities(&[f64::NAN])[0].is_nan() && scores(&[f64::NAN])[0].is_nan());
    }

    #[test]
    fn neither_ever_falls() {
        let uniforms: Vec<f64> = (1..1_000_000).map(|k| f64::from(k) / 1e6).collect();
        let scores = scores(&uniforms);
        assert!(scores.windows(2).all(|pair| pair[0] < pair[1]));
        let z: Vec<f64> = (-50_000..50_000).map(|k| f64::from(k) / 10_000.0).collect();
        assert!(probabilities(&z).windows(2).all(|pair| pair[0] < pair[1]));
    }
}
