//! Two finished runs beside each other.

use super::{Results, ResultsError, Whose};
use crate::analysis::Statistics;
use crate::engine::OutcomeName;

/// The outcomes that two runs have in common.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparedRuns {
    /// Whether both have the same seed, design and number of draws, so that inputs of one name had the
    /// same random numbers in both.
    pub have_same_draws: bool,
    /// The outcomes, in the order of the first run.
    pub outcomes: Vec<ComparedOutcome>,
}

/// One outcome in two runs.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparedOutcome {
    /// What it is.
    pub name: OutcomeName,
    /// In the first run.
    pub first: Statistics,
    /// In the second run.
    pub second: Statistics,
}

impl ComparedOutcome {
    /// How much greater the mean is in the second run. With the same draws it is also the mean of the
    /// differences draw by draw, whose quantiles do not follow from two summaries.
    #[must_use]
    pub fn difference(&self) -> f64 {
        self.second.mean - self.first.mean
    }

    /// The standard error of [`ComparedOutcome::difference`], √(se₁² + se₂²), as if the runs were
    /// independent. With the same draws it is smaller wherever both runs move the same way.
    #[must_use]
    pub fn standard_error(&self) -> f64 {
        let [first, second] = [self.first.se_mean, self.second.se_mean];
        crate::numeric::sqrt(first * first + second * second)
    }
}

/// Compares the first scenario of two runs, each without variant.
///
/// # Errors
/// When the outcomes of either cannot be read.
pub fn compare(first: &Results, second: &Results) -> Result<ComparedRuns, ResultsError> {
    let of = |results: &Results| {
        let id = results.scenarios.first().map_or("", |one| one.id.as_str());
        results.summary(Whose::scenario(id))
    };
    let (ours, theirs) = (of(first)?, of(second)?);
    let outcomes = ours.rows().iter().filter_map(|row| {
        Some(ComparedOutcome {
            name: row.name.clone(),
            first: row.statistics,
            second: theirs.get(&row.name)?.statistics,
        })
    });
    let design = |results: &Results| {
        let job = &results.job;
        (job.seed, job.draws, job.design.clone())
    };
    Ok(ComparedRuns {
        have_same_draws: design(first) == design(second),
        outcomes: outcomes.collect(),
    })
}
