//! Which dimensions say something on their own.

use super::cases::{Cases, Dimension};
use crate::numeric::{count, incomplete_gamma};

/// Slices of equally many cases in which densities are compared.
const SLICES: usize = 10;

/// The chance at which a dimension without meaning may take part.
const LEVEL: f64 = 0.01;

/// The dimensions along which the density of positive cases differs by more than chance, by a χ² test
/// over ten slices of equally many cases.
#[must_use]
pub(super) fn telling_dimensions(cases: &Cases<'_>) -> Vec<usize> {
    let (total, positive) = (cases.total(), cases.total_positive());
    if positive == 0 || positive == total {
        return Vec::new();
    }
    let chance = count(positive) / count(total);
    let tells = |dimension: &Dimension| {
        let slices = slices(cases, dimension, total.div_ceil(SLICES));
        let statistic: f64 = slices
            .iter()
            .map(|&(inside, positive)| {
                let deviation = count(positive) - count(inside) * chance;
                deviation * deviation / (count(inside) * chance * (1.0 - chance))
            })
            .sum();
        let freedom = count(slices.len()) - 1.0;
        freedom > 0.0 && incomplete_gamma(freedom / 2.0, statistic / 2.0).upper < LEVEL
    };
    let dimensions = cases.dimensions.iter().enumerate();
    dimensions
        .filter(|(_, dimension)| tells(dimension))
        .map(|(place, _)| place)
        .collect()
}

/// The cases and positive cases in slices of at least `size` cases, but the last, along a dimension. Equal
/// values lie in one slice.
fn slices(cases: &Cases<'_>, dimension: &Dimension, size: usize) -> Vec<(usize, usize)> {
    let mut slices: Vec<(usize, usize)> = Vec::new();
    let mut last = f64::NAN;
    for case in dimension.order().filter(|&case| cases.holds(case)) {
        let value = dimension.values()[case];
        let is_full = slices.last().is_none_or(|(inside, _)| *inside >= size);
        if is_full && value != last {
            slices.push((0, 0));
        }
        if let Some((inside, positive)) = slices.last_mut() {
            *inside += 1;
            *positive += usize::from(cases.is_positive[case]);
        }
        last = value;
    }
    slices
}
