//! What a case found.

use serde::{Deserialize, Serialize};

use super::plan::{Case, SweepPlan};
use crate::analysis::{LEVELS, Statistics, summarise};
use crate::engine::{OutcomeKey, OutcomeName, OutcomeTable, Outcomes};
use crate::scenario::Scenario;

/// What a case found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// For each variant of the case, for each outcome.
    pub found: Vec<Vec<Found>>,
    /// The relative error of every quantile; 0 when all draws were kept.
    pub quantile_error: f64,
}

/// One outcome under one variant.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// Its distribution.
    pub own: Statistics,
    /// That of its difference, draw by draw, from the scenario without a variant.
    pub change: Option<Statistics>,
}

impl Finding {
    /// Describes the outcomes of a case.
    pub(super) fn of(plan: &SweepPlan<'_>, case: &Case, outcomes: &Outcomes) -> Self {
        let keys = &plan.keys[case.scenario];
        let describe = |table: &OutcomeTable| {
            let summary = summarise(table, plan.sweep.design());
            let figures = |key: &OutcomeKey| summary.get(key).copied().unwrap_or(NOTHING);
            keys.iter().map(figures).collect::<Vec<_>>()
        };
        let mut of_variants = outcomes.variants.iter();
        let mut found = Vec::new();
        for variant in &case.variants {
            let (own, change) = match variant {
                None => (describe(&outcomes.base), None),
                Some(_) => match of_variants.next() {
                    Some(tables) => (describe(&tables.own), Some(describe(&tables.difference))),
                    None => continue,
                },
            };
            let outcomes = own.into_iter().enumerate();
            let of_variant = outcomes.map(|(place, own)| Found {
                own,
                change: change.as_ref().map(|change| change[place]),
            });
            found.push(of_variant.collect());
        }
        Self {
            found,
            quantile_error: outcomes.base.quantile_error(),
        }
    }

    /// Whether it can be what a case found: every outcome under every variant.
    pub(super) fn fits(&self, plan: &SweepPlan<'_>, case: &Case) -> bool {
        let outcomes = plan.keys[case.scenario].len();
        let is_of = |(variant, found): (&Option<usize>, &Vec<Found>)| {
            let is_change = |found: &Found| found.change.is_some() == variant.is_some();
            found.len() == outcomes && found.iter().all(is_change)
        };
        self.found.len() == case.variants.len() && case.variants.iter().zip(&self.found).all(is_of)
    }
}

/// The figures of an outcome that is not reported.
const NOTHING: Statistics = Statistics {
    mean: f64::NAN,
    sd: f64::NAN,
    quantiles: [f64::NAN; LEVELS.len()],
    se_mean: f64::NAN,
    se_p50: f64::NAN,
};

/// A whole sweep: what every case of a plan found.
#[derive(Debug)]
pub struct SweepFindings<'a> {
    /// The plan.
    pub plan: &'a SweepPlan<'a>,
    /// The findings, in the order of the cases.
    pub findings: Vec<Finding>,
}

/// One outcome of one case under one variant.
#[derive(Debug, Clone, Copy)]
pub struct SweepRow<'a> {
    /// The case.
    pub case: &'a Case,
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The variant's place; `None` for the scenario without one.
    pub variant: Option<usize>,
    /// The values of the parameters.
    pub values: &'a [f64],
    /// The outcome as it is named.
    pub outcome: &'a OutcomeName,
    /// The outcome's place in the plan.
    pub place: usize,
    /// The outcome in the scenario.
    pub key: &'a OutcomeKey,
    /// What was found.
    pub found: Found,
}

impl SweepFindings<'_> {
    /// Every row, in the order of cases, variants and outcomes.
    pub fn rows(&self) -> impl Iterator<Item = SweepRow<'_>> {
        let cases = self.plan.cases.iter().zip(&self.findings);
        cases.flat_map(move |(case, finding)| {
            let variants = case.variants.iter().zip(&finding.found);
            variants.flat_map(move |(variant, found)| {
                found
                    .iter()
                    .enumerate()
                    .map(move |(place, found)| SweepRow {
                        case,
                        scenario: self.plan.scenario(case),
                        variant: *variant,
                        values: self.plan.values(case),
                        outcome: &self.plan.outcomes[place],
                        place,
                        key: &self.plan.keys[case.scenario][place],
                        found: *found,
                    })
            })
        })
    }

    /// The relative error of quantiles, the largest of all cases; 0 when all draws were kept.
    #[must_use]
    pub fn quantile_error(&self) -> f64 {
        let errors = self.findings.iter().map(|finding| finding.quantile_error);
        errors.fold(0.0, f64::max)
    }
}
