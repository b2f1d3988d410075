//! From boxes on the way down to one rule that holds up among other cases.

use super::cases::Cases;
use super::peel::{Peeled, paste, peel};
use super::rule::{Fit, Rule};
use super::screen::telling_dimensions;
use crate::numeric::{count, sqrt};

/// What a rule must be like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Search {
    /// The least part of the positive cases that it explains, 0 to 1.
    pub coverage: f64,
    /// The least part of all cases for which it holds, 0 to 1.
    pub mass: f64,
    /// The chance that luck alone may have to make a rule without meaning, 0 to 1: shared evenly by the
    /// restrictions of the box that is tested (Bonferroni).
    pub level: f64,
}

impl Default for Search {
    fn default() -> Self {
        Self {
            coverage: 0.5,
            mass: 0.03,
            level: 0.01,
        }
    }
}

/// One box on the way down, with how well it fits cases that it was not peeled from.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// The box.
    pub rule: Rule,
    /// How well it fits the cases from which it was peeled.
    pub searched: Fit,
    /// How well it fits the others.
    pub tested: Fit,
}

/// A rule, and how well it fits cases that had no part in finding its limits.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The rule.
    pub rule: Rule,
    /// How well it fits.
    pub fit: Fit,
    /// The p-value of each restriction.
    pub p_values: Vec<f64>,
}

/// A search and what it found.
#[derive(Debug, Clone, PartialEq)]
pub struct Induction {
    /// Every box from all cases to the smallest: the trade-off between coverage and density.
    pub boxes: Vec<Choice>,
    /// The place of the one that was chosen.
    pub chosen: usize,
    /// The rule that was made of it; none when no restriction means anything.
    pub found: Option<Found>,
}

/// Searches for a rule among some cases, and chooses and tests it among others.
///
/// 1. Boxes are peeled from `searched`, along the dimensions that say something of their own about it
///    there: among hundreds that do not, some would be cut by chance at every step.
/// 2. Of those that explain enough of `tested`, the densest sets the mark; chosen is the box with the
///    fewest restrictions whose density lies within one standard error of the mark, and of these the one
///    that explains most.
/// 3. The chosen box is pasted, and then loses, one by one, the restriction with the greatest p-value as
///    long as that is too great.
#[must_use]
pub fn induce(searched: &Cases<'_>, tested: &Cases<'_>, search: &Search) -> Induction {
    // A part of a number of cases.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let least = (search.mass * count(searched.total())).ceil() as usize;
    let among = telling_dimensions(searched);
    let boxes: Vec<_> = peel(searched, &among, least.max(1))
        .into_iter()
        .map(|Peeled { rule, fit }| Choice {
            tested: rule.fit(tested),
            searched: fit,
            rule,
        })
        .collect();
    let chosen = choose(&boxes, search.coverage);
    let pasted = paste(searched, &boxes[chosen].rule);
    let found = prune(pasted, tested, search.level);
    Induction {
        boxes,
        chosen,
        found,
    }
}

/// The place of the box that is chosen. The first one explains everything.
fn choose(boxes: &[Choice], coverage: f64) -> usize {
    let explaining = || {
        let boxes = boxes.iter().enumerate();
        boxes.filter(move |(_, one)| one.tested.coverage() >= coverage)
    };
    let best =
        explaining().max_by(|(_, a), (_, b)| a.tested.density().total_cmp(&b.tested.density()));
    let Some((place, best)) = best else { return 0 };
    let density = best.tested.density();
    let error = sqrt(density * (1.0 - density) / count(best.tested.inside.max(1)));
    let near = explaining().filter(|(_, one)| one.tested.density() >= density - error);
    let simplest = near.min_by(|(_, a), (_, b)| {
        let restrictions = |one: &Choice| one.rule.restrictions().len();
        let fewer = restrictions(a).cmp(&restrictions(b));
        fewer.then(b.tested.coverage().total_cmp(&a.tested.coverage()))
    });
    simplest.map_or(place, |(place, _)| place)
}

/// The rule less the restrictions that mean nothing; `None` when none means anything.
fn prune(mut rule: Rule, tested: &Cases<'_>, level: f64) -> Option<Found> {
    let bar = level / count(rule.restrictions().len().max(1));
    loop {
        let p_values = rule.p_values(tested);
        let worst = p_values.iter().enumerate();
        let worst = worst.max_by(|a, b| a.1.total_cmp(b.1));
        match worst {
            None => return None,
            Some((place, p)) if *p > bar => rule = rule.without(place),
            Some(_) => {
                let fit = rule.fit(tested);
                return Some(Found {
                    rule,
                    fit,
                    p_values,
                });
            }
        }
    }
}
