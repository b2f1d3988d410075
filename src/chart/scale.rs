//! From values to places on the paper, and round numbers along an axis.

use crate::numeric;

/// Values beyond this have no place on an axis.
const LARGEST: f64 = 1e15;

/// A linear axis: `from` and `to` lie at the places `start` and `end`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    pub from: f64,
    pub to: f64,
    pub start: f64,
    pub end: f64,
}

impl Scale {
    /// The place of a value, held between the ends; `None` when it is not a number.
    pub fn at(&self, value: f64) -> Option<f64> {
        if value.is_nan() {
            return None;
        }
        let span = self.to - self.from;
        let part = if span > 0.0 {
            ((value - self.from) / span).clamp(0.0, 1.0)
        } else {
            0.5
        };
        Some(self.start + part * (self.end - self.start))
    }
}

/// Round numbers along an axis.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Ticks {
    /// The numbers, in order; at least two.
    pub values: Vec<f64>,
    /// The decimals that tell them apart.
    pub decimals: usize,
}

impl Ticks {
    /// The first number.
    pub fn low(&self) -> f64 {
        self.values.first().copied().unwrap_or(0.0)
    }

    /// The last number.
    pub fn high(&self) -> f64 {
        self.values.last().copied().unwrap_or(1.0)
    }
}

/// The smallest and largest of the values that have a place on an axis; 0 and 1 without any.
pub(super) fn extent(values: impl IntoIterator<Item = f64>) -> (f64, f64) {
    let placed = values.into_iter().filter(|value| value.abs() <= LARGEST);
    let (low, high) = placed.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
        (low.min(value), high.max(value))
    });
    if low <= high { (low, high) } else { (0.0, 1.0) }
}

/// The extent of the values and zero.
pub(super) fn extent_from_zero(values: impl IntoIterator<Item = f64>) -> (f64, f64) {
    let (low, high) = extent(values);
    if (low, high) == (0.0, 0.0) {
        return (0.0, 1.0);
    }
    (low.min(0.0), high.max(0.0))
}

/// Multiples of 1, 2 or 5 times a power of ten that enclose `low` to `high` in about `wanted` steps.
pub(super) fn ticks((low, high): (f64, f64), wanted: usize) -> Ticks {
    let (low, high) = widened(low, high);
    let (step, decimals) = round_step((high - low) / numeric::count(wanted.max(1)));
    let first = (low / step + 1e-9).floor();
    let last = (high / step - 1e-9).ceil();
    let mut values = Vec::new();
    let mut place = first;
    while place <= last {
        values.push(place * step);
        place += 1.0;
    }
    Ticks { values, decimals }
}

/// An axis has some length, whatever the values.
fn widened(low: f64, high: f64) -> (f64, f64) {
    let size = low.abs().max(high.abs());
    if high - low > 1e-9 * size && high - low > 1e-12 {
        (low, high)
    } else if size > 1e-12 {
        (low - 0.1 * size, high + 0.1 * size)
    } else {
        (0.0, 1.0)
    }
}

/// The smallest of 1, 2 and 5 times a power of ten that is no smaller than `least`, and the decimals
/// it takes to write it.
fn round_step(least: f64) -> (f64, usize) {
    let mut exponent = 15;
    while exponent > -12 && power_of_ten(exponent - 1) >= least {
        exponent -= 1;
    }
    // 10^(exponent − 1) < least ≤ 10^exponent
    let unit = power_of_ten(exponent - 1);
    let decimals = |power: i32| usize::try_from(-power).unwrap_or(0);
    for factor in [2.0, 5.0] {
        if factor * unit >= least * (1.0 - 1e-9) {
            return (factor * unit, decimals(exponent - 1));
        }
    }
    (10.0 * unit, decimals(exponent))
}

fn power_of_ten(exponent: i32) -> f64 {
    numeric::pow(10.0, f64::from(exponent))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_enclose_the_values() {
        let found = ticks((0.0, 1234.0), 6);
        assert_eq!(found.values, [0.0, 500.0, 1000.0, 1500.0]);
        assert_eq!(found.decimals, 0);
        let found = ticks((-3.0, 7.0), 5);
        assert_eq!(found.values, [-4.0, -2.0, 0.0, 2.0, 4.0, 6.0, 8.0]);
        let found = ticks((0.0, 0.3), 3);
        assert_eq!(found.decimals, 1);
        assert_eq!(found.values.len(), 4);
    }

    #[test]
    fn any_extent_gives_an_axis() {
        for (low, high) in [
            (0.0, 0.0),
            (5.0, 5.0),
            (-5.0, -5.0),
            (1e15, 1e15),
            (-1e15, 1e15),
            (1e-15, 2e-15),
            (1e9, 1e9 + 1e-3),
        ] {
            let found = ticks((low, high), 6);
            assert!(
                (2..30).contains(&found.values.len()),
                "{low} {high} {found:?}"
            );
            assert!(
                found.low() <= low && found.high() >= high,
                "{low} {high} {found:?}"
            );
            assert!(found.low() < found.high());
        }
    }

    #[test]
    fn what_has_no_place_does_not_stretch_the_axis() {
        let values = [f64::NAN, 2.0, f64::INFINITY, 1e300, 3.0];
        assert_eq!(extent(values), (2.0, 3.0));
        assert_eq!(extent_from_zero(values), (0.0, 3.0));
        assert_eq!(extent([f64::NAN]), (0.0, 1.0));
        assert_eq!(extent_from_zero([0.0, 0.0]), (0.0, 1.0));
    }

    #[test]
    fn places_are_held_within_the_axis() {
        let scale = Scale {
            from: 0.0,
            to: 10.0,
            start: 100.0,
            end: 0.0,
        };
        assert_eq!(scale.at(5.0), Some(50.0));
        assert_eq!(scale.at(f64::INFINITY), Some(0.0));
        assert_eq!(scale.at(-1.0), Some(100.0));
        assert_eq!(scale.at(f64::NAN), None);
    }
}
