//! A curve across one cell of a table.

/// The cubic c₀ + c₁t + c₂t² + c₃t³ for 0 ≤ t ≤ 1 (Hermite).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cubic([f64; 4]);

impl Cubic {
    /// From the value at either end, and the rise over the whole cell at the slope there.
    #[must_use]
    pub fn between((start, from_start): (f64, f64), (end, to_end): (f64, f64)) -> Self {
        let change = end - start;
        let square = 3.0 * change - 2.0 * from_start - to_end;
        let cube = from_start + to_end - 2.0 * change;
        Self([start, from_start, square, cube])
    }

    /// The value a part `t` of the way across the cell.
    #[inline]
    #[must_use]
    pub fn at(&self, t: f64) -> f64 {
        let [c0, c1, c2, c3] = self.0;
        c0 + t * (c1 + t * (c2 + t * c3))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// t³ + t from 1 to 2, where t is 1 + s.
    #[test]
    fn a_cubic_is_its_own_curve() {
        let curve = Cubic::between((2.0, 4.0), (10.0, 13.0));
        for s in [0.0, 0.25, 0.5, 1.0] {
            let t = 1.0 + s;
            assert!((curve.at(s) - (t * t * t + t)).abs() < 1e-14, "{s}");
        }
    }
}
