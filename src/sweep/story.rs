//! What a sweep found, to be asked for in words.

use std::collections::BTreeMap;
use std::ops::Range;

use super::finding::{Found, SweepFindings};
use super::plan::SweepPlan;
use super::points::varying;
use crate::engine::{OutcomeKey, OutcomeName};
use crate::language::Texts;
use crate::model::OutcomeKind;

/// The most outcomes that key messages are about.
const MOST_OUTCOMES: usize = 3;

/// What a sweep found, and the words to tell of it.
///
/// Of an outcome in several years only the last is told of.
#[derive(Debug)]
pub struct SweepStory<'f> {
    /// What was found.
    pub findings: &'f SweepFindings<'f>,
    /// What was computed.
    pub plan: &'f SweepPlan<'f>,
    /// The words.
    pub texts: &'f Texts,
    /// The place of the case of a scenario and a point.
    cases: BTreeMap<(usize, usize), usize>,
    /// The outcomes whose median is not the same wherever it was found, which takes a look at every case.
    moving: Vec<usize>,
}

impl<'f> SweepStory<'f> {
    /// The story of a sweep.
    #[must_use]
    pub fn new(findings: &'f SweepFindings<'f>, texts: &'f Texts) -> Self {
        let plan = findings.plan;
        let cases = plan.cases.iter().enumerate();
        let mut story = Self {
            findings,
            plan,
            texts,
            cases: cases
                .map(|(place, case)| ((case.scenario, case.point), place))
                .collect(),
            moving: Vec::new(),
        };
        let outcomes = story.outcomes().into_iter();
        story.moving = outcomes.filter(|&one| story.moves(one)).collect();
        story
    }

    /// The places of the scenarios.
    #[must_use]
    pub fn scenarios(&self) -> Range<usize> {
        0..self.plan.sweep.scenarios.len()
    }

    /// The places of the points.
    #[must_use]
    pub fn points(&self) -> Range<usize> {
        0..self.plan.points.len()
    }

    /// The title of a scenario.
    #[must_use]
    pub fn scenario(&self, scenario: usize) -> String {
        let scenario = &self.plan.sweep.scenarios[scenario];
        scenario.title.get(self.texts.language()).to_owned()
    }

    /// The variants that any case was run under, in order; `None` is the scenario without one.
    #[must_use]
    pub fn variants(&self) -> Vec<Option<usize>> {
        let cases = self.plan.cases.iter();
        let mut variants: Vec<_> = cases.flat_map(|case| case.variants.clone()).collect();
        variants.sort_unstable();
        variants.dedup();
        variants
    }

    /// The variant under which points are told of: none where that was run.
    #[must_use]
    pub fn shown_variant(&self) -> Option<usize> {
        self.variants().first().copied().flatten()
    }

    /// The title of a variant.
    #[must_use]
    pub fn variant(&self, variant: Option<usize>) -> String {
        let first = self.plan.sweep.scenarios.first();
        let variant = variant.and_then(|place| first?.variants.get(place));
        variant.map_or_else(
            || self.texts.get("sweep-no-variant"),
            |variant| variant.title.get(self.texts.language()).to_owned(),
        )
    }

    /// The name of a parameter.
    #[must_use]
    pub fn parameter(&self, place: usize) -> &str {
        let parameter = &self.plan.sweep.parameters[place];
        parameter.name.get(self.texts.language())
    }

    /// The name of a parameter with its unit.
    #[must_use]
    pub fn parameter_and_unit(&self, place: usize) -> String {
        let name = self.parameter(place);
        match self.plan.sweep.parameters[place].unit.as_str() {
            "-" => name.to_owned(),
            unit => format!("{name}, {}", self.texts.unit(unit)),
        }
    }

    /// A value of a parameter with its name.
    #[must_use]
    pub fn value(&self, parameter: usize, value: f64) -> String {
        let name = self.parameter(parameter);
        format!("{name} {}", self.texts.significant(value))
    }

    /// The values of the parameters that vary at a point, with their names.
    #[must_use]
    pub fn point(&self, point: usize) -> String {
        let values = varying(&self.plan.points).into_iter();
        let values = values.map(|one| self.value(one, self.plan.points[point][one]));
        values.collect::<Vec<_>>().join("; ")
    }

    /// The places of the outcomes that are told of: of each its last year.
    #[must_use]
    pub fn outcomes(&self) -> Vec<usize> {
        let without_year = |name: &OutcomeName| OutcomeName {
            year: None,
            ..name.clone()
        };
        let names = &self.plan.outcomes;
        let mut shown: Vec<usize> = Vec::new();
        for (place, name) in names.iter().enumerate() {
            let same = { shown.iter_mut() }
                .find(|other| without_year(&names[**other]) == without_year(name));
            match same {
                Some(other) if names[*other].year < name.year => *other = place,
                Some(_) => {}
                None => shown.push(place),
            }
        }
        shown
    }

    /// The outcomes whose median is not the same wherever it was found.
    #[must_use]
    pub fn moving(&self) -> &[usize] {
        &self.moving
    }

    fn moves(&self, outcome: usize) -> bool {
        let all = self.scenarios().flat_map(|scenario| {
            let points = self.points();
            points.map(move |point| self.median((scenario, point), outcome))
        });
        is_not_flat(all)
    }

    fn key(&self, outcome: usize) -> Option<&OutcomeKey> {
        self.plan.keys.first()?.get(outcome)
    }

    /// An outcome in words, with its year.
    #[must_use]
    pub fn outcome(&self, outcome: usize) -> String {
        let scenario = self.plan.sweep.scenarios.first();
        let Some((key, scenario)) = self.key(outcome).zip(scenario) else {
            return String::new();
        };
        let words = key.in_words(scenario, self.texts);
        match key.year {
            Some(year) => format!("{words}, {year}"),
            None => words,
        }
    }

    /// An outcome in file names.
    #[must_use]
    pub fn file_name(&self, outcome: usize) -> String {
        let scenario = self.plan.sweep.scenarios.first();
        let both = self.key(outcome).zip(scenario);
        both.map_or_else(String::new, |(key, scenario)| key.file_name(scenario))
    }

    /// The unit of an outcome.
    #[must_use]
    pub fn unit(&self, outcome: usize) -> String {
        self.texts.unit(self.plan.outcomes[outcome].kind.unit())
    }

    /// The outcome that tells how short land is: what was not met, or else what waits.
    #[must_use]
    pub fn shortage(&self) -> Option<usize> {
        let of_kind = |kind: OutcomeKind| {
            let mut outcomes = self.outcomes().into_iter();
            outcomes.find(move |&place| self.plan.outcomes[place].kind == kind)
        };
        of_kind(OutcomeKind::Unmet).or_else(|| of_kind(OutcomeKind::Backlog))
    }

    /// The outcome by which variants are told of: the shortage, or else the first one that moves.
    #[must_use]
    pub fn judged(&self) -> Option<usize> {
        self.shortage().or_else(|| self.moving.first().copied())
    }

    /// What was found of an outcome at a point of a scenario under a variant.
    #[must_use]
    pub fn found(
        &self,
        (scenario, point): (usize, usize),
        variant: Option<usize>,
        outcome: usize,
    ) -> Option<&Found> {
        let case = *self.cases.get(&(scenario, point))?;
        let variants = &self.plan.cases[case].variants;
        let place = variants.iter().position(|one| *one == variant)?;
        let found = self.findings.findings.get(case)?;
        found.found.get(place)?.get(outcome)
    }

    /// The median of an outcome at a point of a scenario under the variant that is told of; NaN where that
    /// was not run.
    #[must_use]
    pub fn median(&self, at: (usize, usize), outcome: usize) -> f64 {
        let found = self.found(at, self.shown_variant(), outcome);
        found.map_or(f64::NAN, |found| found.own.p50())
    }

    /// The median of what a variant changes at a point of a scenario; NaN where that was not run.
    #[must_use]
    pub fn change(&self, at: (usize, usize), variant: usize, outcome: usize) -> f64 {
        let found = self.found(at, Some(variant), outcome);
        let change = found.and_then(|found| found.change);
        change.map_or(f64::NAN, |change| change.p50())
    }

    /// A value of an outcome, without its unit.
    fn figure(&self, value: f64, outcome: usize) -> String {
        self.texts
            .figure(value, self.plan.outcomes[outcome].kind.unit())
    }

    /// The lowest and highest of values of an outcome with the points at which they lie, in a sentence.
    #[must_use]
    pub fn ends(
        &self,
        (whose, outcome): (&str, usize),
        values: impl Iterator<Item = (usize, f64)>,
    ) -> Option<String> {
        let mut finite: Vec<_> = values.filter(|(_, value)| value.is_finite()).collect();
        finite.sort_by(|one, other| one.1.total_cmp(&other.1));
        let (low, high) = (finite.first()?, finite.last()?);
        let values = [
            ("name", whose),
            ("low", &self.figure(low.1, outcome)),
            ("low_at", &self.point(low.0)),
            ("high", &self.figure(high.1, outcome)),
            ("high_at", &self.point(high.0)),
        ];
        Some(self.texts.format("sweep-ends", &values))
    }

    /// The lowest and highest median of an outcome in a scenario over some points, in a sentence.
    #[must_use]
    pub fn ends_of_outcome(
        &self,
        (scenario, outcome): (usize, usize),
        points: impl Iterator<Item = usize>,
    ) -> Option<String> {
        let values = points.map(|point| (point, self.median((scenario, point), outcome)));
        self.ends((&self.scenario(scenario), outcome), values)
    }

    /// The key messages: what they are about, and what was found, a line for each scenario.
    #[must_use]
    pub fn messages(&self) -> Vec<(String, String)> {
        let outcomes = self.moving.iter().take(MOST_OUTCOMES);
        let mut messages: Vec<_> = outcomes
            .map(|&outcome| {
                let ends = { self.scenarios() }.filter_map(|scenario| {
                    self.ends_of_outcome((scenario, outcome), self.points())
                });
                let about = format!("{} ({})", self.outcome(outcome), self.unit(outcome));
                (about, ends.collect::<Vec<_>>().join("\n"))
            })
            .collect();
        messages.extend(self.what_variants_change());
        messages
    }

    /// Which variant changes most in each scenario.
    fn what_variants_change(&self) -> Option<(String, String)> {
        let outcome = self.judged()?;
        let says: Vec<_> = { self.scenarios() }
            .filter_map(|scenario| self.largest_change(scenario, outcome))
            .collect();
        let about = self.texts.format(
            "sweep-topic-variants",
            &[
                ("outcome", &self.outcome(outcome)),
                ("unit", &self.unit(outcome)),
            ],
        );
        (!says.is_empty()).then(|| (about, says.join("\n")))
    }

    fn largest_change(&self, scenario: usize, outcome: usize) -> Option<String> {
        let reach = |variant: usize| {
            let points = self.points();
            let changes = points.map(|point| self.change((scenario, point), variant, outcome));
            reach(changes).map(|(low, high)| (variant, low, high))
        };
        let variants = self.variants().into_iter().flatten().filter_map(reach);
        let size = |&(_, low, high): &(usize, f64, f64)| (low + high).abs();
        let (variant, low, high) = variants.max_by(|a, b| size(a).total_cmp(&size(b)))?;
        let values = [
            ("scenario", &*self.scenario(scenario)),
            ("variant", &self.variant(Some(variant))),
            ("low", &self.figure(low, outcome)),
            ("high", &self.figure(high, outcome)),
        ];
        Some(self.texts.format("sweep-largest-change", &values))
    }
}

/// The lowest and highest of the finite values.
fn reach(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    let finite = values.filter(|value| value.is_finite());
    finite.fold(None, |reach, value| {
        let (low, high) = reach.unwrap_or((value, value));
        Some((low.min(value), high.max(value)))
    })
}

/// Whether some of the finite values differ by more than rounding.
fn is_not_flat(values: impl Iterator<Item = f64>) -> bool {
    reach(values).is_some_and(|(low, high)| high - low > 1e-9 * low.abs().max(high.abs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_by_rounding_only_is_flat() {
        assert!(!is_not_flat([3.0, 3.0 + 1e-12, f64::NAN].into_iter()));
        assert!(!is_not_flat([f64::INFINITY, 2.0].into_iter()));
        assert!(!is_not_flat(std::iter::empty()));
        assert!(is_not_flat([0.0, 1e-15].into_iter()));
        assert!(is_not_flat([-1.0, 1.0, f64::NAN].into_iter()));
    }
}
