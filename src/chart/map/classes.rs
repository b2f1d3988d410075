//! Which values share a shade.

use crate::chart::matrix::Figures;
use crate::chart::scale::{Ticks, extent_from_zero, ticks};

/// The bounds between shades, from the lowest value to the highest.
///
/// Values are often skewed: one province asks for more than all others together. Then the bounds
/// rise as 1, 2, 5, 10, … and else in equal steps.
pub(super) fn classes(figures: Figures, values: impl Iterator<Item = f64>) -> Ticks {
    if figures == Figures::Percent {
        return ticks((0.0, 1.0), 5);
    }
    let mut known: Vec<_> = values.filter(|value| value.is_finite()).collect();
    known.sort_by(f64::total_cmp);
    let (low, high) = extent_from_zero(known.iter().copied());
    let middle = known.get(known.len() / 2).copied().unwrap_or(0.0);
    if low < 0.0 || middle > 0.25 * high {
        ticks((low, high), 5)
    } else {
        rising_bounds(high)
    }
}

/// 0 and the six bounds of 1, 2 and 5 times powers of ten up to the first that is no lower than
/// `high`.
fn rising_bounds(high: f64) -> Ticks {
    let power = crate::numeric::ln(high) / std::f64::consts::LN_10;
    let lowest = (power.floor() - 2.0).clamp(-6.0, 15.0);
    let mut bounds = Vec::new();
    for step in 0..4_u8 {
        let unit = crate::numeric::pow(10.0, lowest + f64::from(step));
        bounds.extend([unit, 2.0 * unit, 5.0 * unit]);
    }
    let last = bounds
        .iter()
        .position(|&bound| bound >= high)
        .unwrap_or(bounds.len() - 1);
    let first = (last + 1).saturating_sub(6);
    let values: Vec<_> = std::iter::once(0.0)
        .chain(bounds[first..=last].iter().copied())
        .collect();
    Ticks {
        values,
        decimals: 0,
    }
}

/// The shade of a value's class: 0 for the lowest, 1 for the highest.
pub(super) fn part(value: f64, classes: &Ticks) -> Option<f64> {
    if value.is_nan() {
        return None;
    }
    let count = classes.values.len() - 1;
    let below = classes.values[1..count]
        .iter()
        .filter(|&&bound| value >= bound)
        .count();
    let highest = crate::numeric::count(count.saturating_sub(1).max(1));
    Some(crate::numeric::count(below) / highest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_run_from_the_lightest_to_the_darkest() {
        let classes = ticks((0.0, 400.0), 4);
        assert_eq!(classes.values, [0.0, 100.0, 200.0, 300.0, 400.0]);
        assert_eq!(part(0.0, &classes), Some(0.0));
        assert_eq!(part(99.0, &classes), Some(0.0));
        assert_eq!(part(150.0, &classes), Some(1.0 / 3.0));
        assert_eq!(part(400.0, &classes), Some(1.0));
        assert_eq!(part(f64::INFINITY, &classes), Some(1.0));
        assert_eq!(part(f64::NAN, &classes), None);
    }

    #[test]
    fn bounds_rise_by_factors_when_one_value_stands_out() {
        let found = rising_bounds(1_410.0);
        let wanted = [0.0, 50.0, 100.0, 200.0, 500.0, 1_000.0, 2_000.0];
        for (found, wanted) in found.values.iter().zip(wanted) {
            assert!((found - wanted).abs() < 1e-9 * wanted.max(1.0));
        }
        assert_eq!(found.values.len(), 7);
        assert!(rising_bounds(1e15).high() >= 1e15);
        assert!(rising_bounds(1e-300).values.len() >= 2);
    }
}
