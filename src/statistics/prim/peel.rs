//! Peeling a box from the outside, and pasting back what was cut off too much.

use super::cases::Cases;
use super::rule::{Fit, Restriction, Rule, Side};
use crate::numeric::count;

/// The part of the cases in the box that one cut takes off, as a rule.
const PATIENCE: f64 = 0.05;

/// A box on the way from all cases to the smallest one.
#[derive(Debug, Clone, PartialEq)]
pub struct Peeled {
    /// The box.
    pub rule: Rule,
    /// How well it fits the cases from which it was peeled.
    pub fit: Fit,
}

/// How many cases a cut of a box takes off, at least.
fn slice(inside: usize) -> usize {
    // A part of a number of cases.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let cases = (PATIENCE * count(inside)).floor() as usize;
    cases.max(1)
}

/// Peels boxes off, each within the one before, from all cases on until a cut would leave fewer than
/// `least` cases or none raises the density. Only the dimensions named are cut.
///
/// Cases of equal value are cut off together. Of cuts that raise the density by as much for each case,
/// the first dimension has it, so that the result does not hang on the order of work.
#[must_use]
pub fn peel(cases: &Cases<'_>, among: &[usize], least: usize) -> Vec<Peeled> {
    let mut peeler = Peeler::of(cases);
    let mut boxes = vec![peeler.now()];
    while let Some(cut) = peeler.best_cut(among, least) {
        peeler.make(&cut);
        boxes.push(peeler.now());
    }
    boxes
}

/// What lies at one end of a dimension.
#[derive(Debug, Clone, Copy)]
struct Cut {
    /// What remains.
    limit: Restriction,
    /// How many cases it takes off.
    inside: usize,
    /// How many of them are positive.
    positive: usize,
}

struct Peeler<'c> {
    cases: Cases<'c>,
    /// The ranks at both ends of every dimension below which all cases lie outside.
    ends: Vec<[usize; 2]>,
    rule: Rule,
    fit: Fit,
}

impl<'c> Peeler<'c> {
    fn of(cases: &Cases<'c>) -> Self {
        let rule = Rule::default();
        Self {
            ends: vec![[0; 2]; cases.dimensions.len()],
            fit: rule.fit(cases),
            cases: cases.clone(),
            rule,
        }
    }

    fn now(&self) -> Peeled {
        Peeled {
            rule: self.rule.clone(),
            fit: self.fit,
        }
    }

    /// The cut that raises the density most for each case that it takes off.
    fn best_cut(&mut self, among: &[usize], least: usize) -> Option<Cut> {
        let mut best: Option<(f64, Cut)> = None;
        for &dimension in among {
            for side in Side::ALL {
                let Some(cut) = self.cut(dimension, side) else {
                    continue;
                };
                let gain = self.gain(&cut);
                let is_allowed = self.fit.inside - cut.inside >= least;
                if is_allowed && gain > best.map_or(0.0, |(gain, _)| gain) {
                    best = Some((gain, cut));
                }
            }
        }
        best.map(|(_, cut)| cut)
    }

    /// What the density gains for each case cut off.
    fn gain(&self, cut: &Cut) -> f64 {
        let inside = self.fit.inside - cut.inside;
        let positive = self.fit.positive - cut.positive;
        (count(positive) / count(inside) - self.fit.density()) / count(cut.inside)
    }

    /// The thinnest slice at one end that holds enough cases; `None` when nothing would remain.
    fn cut(&mut self, dimension: usize, side: Side) -> Option<Cut> {
        let enough = slice(self.fit.inside);
        let (axis, from_above) = (&self.cases.dimensions[dimension], side == Side::AtMost);
        let end = &mut self.ends[dimension][usize::from(from_above)];
        while !self.cases.holds(axis.at(*end, from_above)?) {
            *end += 1;
        }
        let (mut inside, mut positive) = (0, 0);
        let mut last = f64::NAN;
        for rank in *end.. {
            let case = axis.at(rank, from_above)?;
            if !self.cases.holds(case) {
                continue;
            }
            let value = axis.values()[case];
            if inside >= enough && value != last {
                let limit = Restriction {
                    dimension,
                    side,
                    limit: value,
                };
                return Some(Cut {
                    limit,
                    inside,
                    positive,
                });
            }
            inside += 1;
            positive += usize::from(self.cases.is_positive[case]);
            last = value;
        }
        None
    }

    fn make(&mut self, cut: &Cut) {
        let dimensions = self.cases.dimensions;
        self.cases = self
            .cases
            .filtered(|case| cut.limit.holds(dimensions, case));
        self.fit.inside -= cut.inside;
        self.fit.positive -= cut.positive;
        self.rule = self.rule.with(cut.limit);
    }
}

/// Widens a box again, a slice at a time at the limit where that raises the density most, until it does
/// so nowhere. A limit that has nothing left beyond it goes.
#[must_use]
pub(super) fn paste(cases: &Cases<'_>, rule: &Rule) -> Rule {
    let mut rule = rule.clone();
    loop {
        let fit = rule.fit(cases);
        let wider = (0..rule.restrictions().len()).filter_map(|place| widen(cases, &rule, place));
        let density = |rule: &Rule| rule.fit(cases).density();
        let best = wider.max_by(|a, b| density(a).total_cmp(&density(b)));
        match best.filter(|best| density(best) > fit.density()) {
            Some(best) => rule = best,
            None => return rule,
        }
    }
}

/// The box with one limit moved outward by a slice; `None` when there is nothing to take in.
fn widen(cases: &Cases<'_>, rule: &Rule, place: usize) -> Option<Rule> {
    let limit = rule.restrictions()[place];
    let others = rule.without(place);
    let values = cases.dimensions[limit.dimension].values();
    let mut beyond: Vec<f64> = cases
        .iter()
        .filter(|(case, _)| !limit.side.holds(values[*case], limit.limit))
        .filter(|(case, _)| others.holds(cases.dimensions, *case))
        .map(|(case, _)| values[case])
        .collect();
    beyond.sort_by(f64::total_cmp);
    if limit.side == Side::AtLeast {
        beyond.reverse();
    }
    let enough = slice(rule.fit(cases).inside);
    let outermost = *beyond.get(enough - 1).or(beyond.last())?;
    let is_last = beyond.last() == Some(&outermost);
    Some(if is_last {
        others
    } else {
        rule.with(Restriction {
            limit: outermost,
            ..limit
        })
    })
}
