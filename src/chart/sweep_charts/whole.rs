//! All cases at once: parallel coordinates, and cost beside shortage.

use super::About;
use crate::chart::frame::Frame;
use crate::chart::{Body, Chart, Cloud, Clouds, Course, Parallel};
use crate::model::OutcomeKind;

/// The most axes: parameters first.
const MOST_AXES: usize = 9;
/// The most lines that can be told apart.
const MOST_COURSES: usize = 400;

impl About<'_> {
    /// A line for every case over all parameters and outcomes.
    pub(super) fn parallel(&self) -> Option<Chart> {
        let mut outcomes = self.story.moving().to_vec();
        let varying = &self.layout.varying;
        outcomes.truncate(MOST_AXES.saturating_sub(varying.len()));
        if outcomes.is_empty() {
            return None;
        }
        let parameters = varying
            .iter()
            .map(|&parameter| self.story.parameter_and_unit(parameter));
        let names = outcomes.iter().map(|&outcome| {
            format!(
                "{} (P50, {})",
                self.story.outcome(outcome),
                self.story.unit(outcome)
            )
        });
        let cases = self.story.plan.cases.iter();
        let shown = self.story.shown_variant();
        let cases: Vec<_> = cases
            .filter(|case| case.variants.contains(&shown))
            .collect();
        let step = cases.len().div_ceil(MOST_COURSES).max(1);
        let course = |case: &&&crate::sweep::Case| {
            let point = &self.story.plan.points[case.point];
            let values = varying.iter().map(|&parameter| point[parameter]);
            let found = { outcomes.iter() }
                .map(|&outcome| self.story.median((case.scenario, case.point), outcome));
            Course {
                group: case.scenario,
                values: values.chain(found).collect(),
            }
        };
        let courses: Vec<_> = cases
            .iter()
            .step_by(step)
            .map(|case| course(&case))
            .collect();
        let ends = outcomes.iter().filter_map(|&outcome| {
            let values = cases.iter().map(|case| {
                (
                    case.point,
                    self.story.median((case.scenario, case.point), outcome),
                )
            });
            self.story
                .ends((&self.story.outcome(outcome), outcome), values)
        });
        let (drawn, all) = (
            self.story.texts.whole(courses.len()),
            self.story.texts.whole(cases.len()),
        );
        let frame = Frame {
            name: "parallel".to_owned(),
            title: self.story.texts.get("chart-parallel"),
            reading: self.format(
                "chart-parallel-reading",
                &[
                    ("drawn", drawn),
                    ("all", all),
                    ("variant", self.story.variant(shown)),
                    ("draws", self.draws()),
                ],
            ),
            unit: String::new(),
            alt: ends.collect(),
        };
        let body = Body::Parallel(Parallel {
            axes: parameters.chain(names).collect(),
            groups: self
                .story
                .scenarios()
                .map(|one| self.story.scenario(one))
                .collect(),
            courses,
        });
        Some(self.chart(frame, body))
    }

    /// What variants cost beside the shortage they leave, a chart for each scenario; none when the sweep
    /// keeps one of the two only, or no variant has a cost.
    pub(super) fn cost_and_shortage(&self) -> Vec<Chart> {
        let Some((cost, left)) = self
            .story
            .shortage()
            .and_then(|left| Some((self.cost(left)?, left)))
        else {
            return Vec::new();
        };
        let variants = self.costed();
        if variants.iter().flatten().next().is_none() {
            return Vec::new();
        }
        let scenarios = self.story.scenarios();
        scenarios
            .map(|scenario| self.clouds(scenario, [cost, left], &variants))
            .collect()
    }

    /// The cost in the year of another outcome.
    fn cost(&self, other: usize) -> Option<usize> {
        let outcomes = &self.story.plan.outcomes;
        let is_it = |&place: &usize| {
            let outcome = &outcomes[place];
            outcome.kind == OutcomeKind::Cost && outcome.year == outcomes[other].year
        };
        (0..outcomes.len()).find(is_it)
    }

    fn clouds(
        &self,
        scenario: usize,
        [cost, left]: [usize; 2],
        variants: &[Option<usize>],
    ) -> Chart {
        let cloud = |&variant: &Option<usize>| self.cloud(variant, scenario, [cost, left]);
        let clouds = Clouds {
            across: format!("{}, {}", self.story.outcome(cost), self.story.unit(cost)),
            variants: variants.iter().map(cloud).collect(),
        };
        let id = &self.story.plan.sweep.scenarios[scenario].id;
        let frame = Frame {
            name: format!("cost-shortage-{id}"),
            title: self.title_in("chart-clouds", (scenario, left)),
            reading: self.format(
                "chart-clouds-reading",
                &[
                    ("point", self.story.point(self.layout.middle)),
                    ("draws", self.draws()),
                ],
            ),
            unit: self.story.unit(left),
            alt: vec![self.clouds_in_words(&clouds)],
        };
        self.chart(frame, Body::Clouds(clouds))
    }

    /// The variants whose every lever has a known cost, and the scenario without one.
    fn costed(&self) -> Vec<Option<usize>> {
        let first = self.story.plan.sweep.scenarios.first();
        let is_costed = |variant: &Option<usize>| match variant {
            None => true,
            Some(place) => first.is_some_and(|first| first.variants[*place].is_costed()),
        };
        let mut variants = self.story.variants();
        variants.retain(is_costed);
        variants
    }

    fn cloud(&self, variant: Option<usize>, scenario: usize, outcomes: [usize; 2]) -> Cloud {
        let at = |point: usize| {
            let [cost, left] = outcomes.map(|outcome| {
                let found = self.story.found((scenario, point), variant, outcome);
                found
                    .map(|found| found.own.p50())
                    .filter(|median| median.is_finite())
            });
            Some([cost?, left?])
        };
        Cloud {
            name: self.story.variant(variant),
            dots: self.story.points().filter_map(at).collect(),
            middle: at(self.layout.middle),
        }
    }

    /// The variants that no other beats, in a sentence.
    fn clouds_in_words(&self, clouds: &Clouds) -> String {
        let names: Vec<_> = { clouds.edge().into_iter() }
            .map(|place| clouds.variants[place].name.as_str())
            .collect();
        self.format("chart-clouds-in-words", &[("names", names.join(", "))])
    }
}
