//! What is to be computed, and what each part of it follows from.

use std::collections::HashMap;

use super::points::points;
use crate::analysis::LEVELS;
use crate::engine::{self, Detail, Experiment, Move, OutcomeKey, OutcomeName, RunOptions};
use crate::id::fingerprint;
use crate::scenario::{
    OutcomeProblem, Parameter, ParameterOperation, PolicyVariant, Problems, Scenario, SourceText,
    SweepFile, WantedOutcome,
};
use crate::units::Year;

/// The program that computes, as far as outcomes may depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Program<'a> {
    /// Its version.
    pub version: &'a str,
    /// The commit it was built from, where known.
    pub commit: &'a str,
}

/// Everything that a sweep computes.
#[derive(Debug)]
pub struct SweepPlan<'a> {
    /// What was asked for.
    pub sweep: &'a SweepFile,
    /// The program that computes it.
    pub program: Program<'a>,
    /// The points: a value for every parameter.
    pub points: Vec<Vec<f64>>,
    /// The outcomes that are kept.
    pub outcomes: Vec<OutcomeName>,
    /// The same in each scenario, by scenario.
    pub keys: Vec<Vec<OutcomeKey>>,
    /// What is computed, in order of scenarios and then of points.
    pub cases: Vec<Case>,
    /// What the whole follows from: the fingerprints of all cases.
    pub fingerprint: String,
    years: Vec<Year>,
}

/// One scenario at one point, under every variant that is not left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// The scenario's place.
    pub scenario: usize,
    /// The point's place.
    pub point: usize,
    /// The variants' places; `None` for the scenario without one.
    pub variants: Vec<Option<usize>>,
    /// Into how many parts it can be divided: its replicates when its draws are counted, else 1.
    pub parts: usize,
    /// What the outcomes follow from.
    pub fingerprint: String,
}

impl<'a> SweepPlan<'a> {
    /// Plans a sweep.
    ///
    /// # Errors
    /// With every outcome that is none, or that some scenario does not report.
    pub fn of(
        sweep: &'a SweepFile,
        options: &RunOptions,
        program: Program<'a>,
    ) -> Result<Self, Problems> {
        let mut problems = Vec::new();
        let outcomes = outcomes(sweep, &mut problems);
        let mut years: Vec<_> = sweep.years.clone();
        years.extend(outcomes.iter().filter_map(|(_, outcome)| outcome.year));
        years.sort_unstable();
        years.dedup();
        let keys: Vec<Vec<_>> = sweep
            .scenarios
            .iter()
            .map(|scenario| keys(scenario, (&outcomes, &years), &mut problems))
            .collect();
        if !problems.is_empty() {
            return Err(sweep.problems_with(problems));
        }
        let mut plan = Self {
            sweep,
            program,
            points: points(&sweep.parameters, sweep.points),
            outcomes: outcomes.into_iter().map(|(_, outcome)| outcome).collect(),
            keys,
            cases: Vec::new(),
            fingerprint: String::new(),
            years,
        };
        plan.cases = plan.list_cases(options);
        let cases = plan.cases.iter().map(|case| case.fingerprint.as_str());
        plan.fingerprint = fingerprint([sweep.id.as_str()].into_iter().chain(cases));
        Ok(plan)
    }

    fn list_cases(&self, options: &RunOptions) -> Vec<Case> {
        // Points change values only, so that parts follow from the scenario and its variants.
        let mut known = HashMap::new();
        let mut parts = |case: &Case| {
            let alike = (case.scenario, case.variants.clone());
            let of_case = || engine::parts(&self.experiment(case), options);
            *known.entry(alike).or_insert_with(of_case)
        };
        let files_of =
            |scenario: &Scenario| fingerprint(scenario.files.iter().map(SourceText::text));
        let files: Vec<_> = self.sweep.scenarios.iter().map(files_of).collect();
        let scenarios = 0..self.sweep.scenarios.len();
        scenarios
            .flat_map(|scenario| (0..self.points.len()).map(move |point| (scenario, point)))
            .filter_map(|(scenario, point)| {
                let variants = self.variants_of(scenario, point);
                let case = Case {
                    scenario,
                    point,
                    variants,
                    parts: 1,
                    fingerprint: String::new(),
                };
                (!case.variants.is_empty()).then(|| Case {
                    parts: parts(&case),
                    fingerprint: self.fingerprint_of(&case, &files[scenario], options),
                    ..case
                })
            })
            .collect()
    }

    /// The variants of a scenario that are not left out at a point.
    fn variants_of(&self, scenario: usize, point: usize) -> Vec<Option<usize>> {
        let all = self.sweep.scenarios[scenario].variants.len();
        let is_left_out = |variant: &Option<usize>| {
            let mut rules = self.sweep.left_out.iter();
            rules.any(|rule| rule.holds(scenario, *variant, &self.points[point]))
        };
        std::iter::once(None)
            .chain((0..all).map(Some))
            .filter(|variant| !is_left_out(variant))
            .collect()
    }

    /// A hash over everything that the outcomes of a case follow from, `files` being that of its
    /// scenario's files. Names of files and titles are not among it, their contents are.
    fn fingerprint_of(&self, case: &Case, files: &str, options: &RunOptions) -> String {
        let run = &self.sweep.run;
        let mut parts = vec![
            self.program.version.to_owned(),
            self.program.commit.to_owned(),
            run.draws.to_string(),
            run.seed.to_string(),
            run.design.to_string(),
            format!("{:?} {LEVELS:?}", self.years),
            // Beyond it quantiles come from counts.
            options.memory.to_string(),
            format!("{:?}", case.variants),
        ];
        parts.extend(self.outcomes.iter().map(OutcomeName::to_string));
        let point = self.sweep.parameters.iter().zip(&self.points[case.point]);
        for (parameter, value) in point {
            let columns = &parameter.columns[case.scenario];
            let operation = parameter.operation.name();
            parts.push(format!("{operation} {columns:?} {:x}", value.to_bits()));
        }
        fingerprint(parts.iter().map(String::as_str).chain([files]))
    }

    /// The experiment of a case.
    #[must_use]
    pub fn experiment(&self, case: &Case) -> Experiment<'_> {
        let scenario = &self.sweep.scenarios[case.scenario];
        let run = &self.sweep.run;
        let mut experiment = Experiment {
            draws: run.draws,
            seed: run.seed,
            design: run.design,
            years: self.years.clone(),
            detail: Detail::Only(self.keys[case.scenario].clone()),
            variants: self.policies(case).map(|(_, variant)| variant).collect(),
            ..Experiment::of(scenario)
        };
        let parameters = self.sweep.parameters.iter();
        for (parameter, &value) in parameters.zip(&self.points[case.point]) {
            change(&mut experiment, parameter, case.scenario, value);
        }
        experiment
    }

    /// The policy variants of a case with their places, in the order of its experiment.
    pub fn policies(&self, case: &Case) -> impl Iterator<Item = (usize, &PolicyVariant)> {
        let variants = &self.sweep.scenarios[case.scenario].variants;
        let places = case.variants.clone().into_iter().flatten();
        places.filter_map(|place| Some((place, variants.get(place)?)))
    }

    /// The scenario of a case.
    #[must_use]
    pub fn scenario(&self, case: &Case) -> &Scenario {
        &self.sweep.scenarios[case.scenario]
    }

    /// The values of the parameters in a case.
    #[must_use]
    pub fn values(&self, case: &Case) -> &[f64] {
        &self.points[case.point]
    }
}

/// Changes the inputs of a parameter.
fn change(experiment: &mut Experiment<'_>, parameter: &Parameter, scenario: usize, value: f64) {
    let columns = parameter.columns[scenario].iter();
    let moved = |factor, addend| Move { factor, addend };
    match parameter.operation {
        ParameterOperation::Set => {
            experiment
                .held
                .extend(columns.map(|column| (*column, value)));
        }
        ParameterOperation::Multiply => {
            let by = moved(value, 0.0);
            experiment.moved.extend(columns.map(|column| (*column, by)));
        }
        ParameterOperation::Add => {
            let by = moved(1.0, value);
            experiment.moved.extend(columns.map(|column| (*column, by)));
        }
    }
}

/// An outcome with the words that asked for it.
type Named<'a> = (&'a WantedOutcome, OutcomeName);

/// The outcomes that a sweep names, those of a year for every year where none is named.
fn outcomes<'a>(sweep: &'a SweepFile, problems: &mut Vec<OutcomeProblem<'a>>) -> Vec<Named<'a>> {
    let mut found: Vec<Named<'a>> = Vec::new();
    for outcome in &sweep.outcomes {
        match outcome.name.parse::<OutcomeName>() {
            Ok(name) => {
                let is_yearly = name.year.is_none() && name.kind.is_yearly();
                let years = sweep.years.iter().filter(|_| is_yearly);
                let of_years = years.map(|&year| OutcomeName {
                    year: Some(year),
                    ..name.clone()
                });
                let itself = (!is_yearly).then(|| name.clone());
                found.extend(of_years.chain(itself).map(|name| (outcome, name)));
            }
            Err(error) => problems.push(OutcomeProblem {
                outcome,
                message: error.to_string(),
            }),
        }
    }
    let mut known = Vec::new();
    found.retain(|(_, name)| {
        let is_new = !known.contains(name);
        known.push(name.clone());
        is_new
    });
    found
}

/// The outcomes in one scenario, each of which it must report.
fn keys<'a>(
    scenario: &Scenario,
    (outcomes, years): (&[Named<'a>], &[Year]),
    problems: &mut Vec<OutcomeProblem<'a>>,
) -> Vec<OutcomeKey> {
    let experiment = Experiment {
        years: years.to_vec(),
        variants: scenario.variants.iter().collect(),
        ..Experiment::of(scenario)
    };
    let reported: std::collections::HashSet<_> = experiment.reported().into_iter().collect();
    let mut keys = Vec::new();
    for (outcome, name) in outcomes {
        let message = match name.key_in(scenario) {
            Ok(key) if reported.contains(&key) => {
                keys.push(key);
                continue;
            }
            Ok(_) => name.not_reported_by(scenario).to_string(),
            Err(error) => format!("scenario `{}`: {error}", scenario.id),
        };
        problems.push(OutcomeProblem { outcome, message });
    }
    keys
}
