//! Whether other cases would have given the same rule.

use rand::Rng;

use super::cases::Cases;
use super::induce::{Search, induce};
use super::rule::Side;
use crate::numeric::count;
use crate::statistics::quantiles;

/// How often a restriction comes back when cases are divided anew.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// The dimension's place.
    pub dimension: usize,
    /// The side of the limit on which the rule holds.
    pub side: Side,
    /// The part of the divisions whose rule limits the dimension on that side.
    pub share: f64,
    /// P5, P50 and P95 of the limit in those divisions.
    pub limit: [f64; 3],
}

/// Searches again in `times` divisions of the cases into random halves, one to search and one to test,
/// and counts the restrictions; the most frequent first.
#[must_use]
pub fn stability(
    cases: &Cases<'_>,
    search: &Search,
    times: usize,
    random: &mut impl Rng,
) -> Vec<Kept> {
    let mut limits: Vec<(usize, Side, Vec<f64>)> = Vec::new();
    for _ in 0..times {
        let (searched, tested) = cases.random_halves(random);
        let induction = induce(&searched, &tested, search);
        let found = induction.found.into_iter();
        for restriction in found.flat_map(|found| found.rule.restrictions().to_vec()) {
            let place = (restriction.dimension, restriction.side);
            match limits.iter_mut().find(|(d, s, _)| (*d, *s) == place) {
                Some((_, _, limits)) => limits.push(restriction.limit),
                None => limits.push((place.0, place.1, vec![restriction.limit])),
            }
        }
    }
    let mut kept: Vec<_> = limits
        .into_iter()
        .map(|(dimension, side, limits)| {
            let found = quantiles(&limits, &[0.05, 0.5, 0.95]);
            Kept {
                dimension,
                side,
                share: count(limits.len()) / count(times),
                limit: [found[0], found[1], found[2]],
            }
        })
        .collect();
    kept.sort_by(|a, b| {
        let place = |kept: &Kept| (kept.dimension, kept.side);
        b.share.total_cmp(&a.share).then(place(a).cmp(&place(b)))
    });
    kept
}
