//! What a case found, as figures and as text that gives the very same figures back.

use std::fmt::Write;

use super::plan::{Case, SweepPlan};
use crate::analysis::{LEVELS, Statistics, summarise};
use crate::engine::{OutcomeKey, OutcomeName, OutcomeTable, Outcomes};
use crate::scenario::Scenario;

/// What a case found.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// For each variant of the case, for each outcome.
    pub found: Vec<Vec<Found>>,
    /// The relative error of every quantile; 0 when all draws were kept.
    pub quantile_error: f64,
}

/// One outcome under one variant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    /// Its distribution.
    pub own: Statistics,
    /// That of its difference, draw by draw, from the scenario without a variant.
    pub change: Option<Statistics>,
}

/// How many figures describe a distribution.
const FIGURES: usize = 4 + LEVELS.len();

/// Hexadecimal digits of a figure.
const DIGITS: usize = 16;

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

    /// The figures as text, each by its bits.
    pub(super) fn written(&self) -> String {
        let mut text = String::new();
        let mut put = |figure: f64| {
            // Writing to a string does not fail.
            let _ = write!(text, "{:016x}", figure.to_bits());
        };
        put(self.quantile_error);
        for found in self.found.iter().flatten() {
            let change = found.change.as_ref().unwrap_or(&NOTHING);
            for statistics in [&found.own, change] {
                figures(statistics).into_iter().for_each(&mut put);
            }
        }
        text
    }

    /// Reads what [`written`](Self::written) wrote for a case; `None` when it is something else.
    pub(super) fn read(plan: &SweepPlan<'_>, case: &Case, text: &str) -> Option<Self> {
        let outcomes = plan.keys[case.scenario].len();
        let expected = 1 + case.variants.len() * outcomes * 2 * FIGURES;
        if text.len() != expected * DIGITS || !text.is_ascii() {
            return None;
        }
        let mut figures = (0..expected).map(|place| {
            let digits = &text[place * DIGITS..(place + 1) * DIGITS];
            u64::from_str_radix(digits, 16).map(f64::from_bits).ok()
        });
        let quantile_error = figures.next()??;
        let mut found = Vec::with_capacity(case.variants.len());
        for variant in &case.variants {
            let mut of_variant = Vec::with_capacity(outcomes);
            for _ in 0..outcomes {
                let own = statistics(&mut figures)?;
                let change = statistics(&mut figures)?;
                let change = variant.map(|_| change);
                of_variant.push(Found { own, change });
            }
            found.push(of_variant);
        }
        Some(Self {
            found,
            quantile_error,
        })
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

fn figures(statistics: &Statistics) -> [f64; FIGURES] {
    let mut figures = [0.0; FIGURES];
    let (moments, rest) = figures.split_at_mut(2);
    let (quantiles, errors) = rest.split_at_mut(LEVELS.len());
    moments.copy_from_slice(&[statistics.mean, statistics.sd]);
    quantiles.copy_from_slice(&statistics.quantiles);
    errors.copy_from_slice(&[statistics.se_mean, statistics.se_p50]);
    figures
}

fn statistics(figures: &mut impl Iterator<Item = Option<f64>>) -> Option<Statistics> {
    let mut next = || figures.next().flatten();
    let (mean, sd) = (next()?, next()?);
    let mut quantiles = [0.0; LEVELS.len()];
    for quantile in &mut quantiles {
        *quantile = next()?;
    }
    Some(Statistics {
        mean,
        sd,
        quantiles,
        se_mean: next()?,
        se_p50: next()?,
    })
}

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
