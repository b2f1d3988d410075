//! What each driver brings to a change: exact Shapley values on the same draws.
//!
//! A change has two ends, such as two scenarios, and a few drivers, each of which can stand at either end.
//! Every combination is computed on the same draws, and a driver's part is the mean of what moving it
//! changes over all orders in which the drivers could be moved. The parts add up to the whole change in
//! every draw, and so do their means; quantiles do not add up, and what the change of the median differs
//! from the change of the mean is stated beside it.
//!
//! Three changes are looked at:
//!
//! - over time, from the base year on: a driver that is held back keeps its pathways at their value of the
//!   base year, or its transitions unbegun. What is asked even then is stated as the beginning.
//! - between two scenarios of one family: a driver takes the distributions of its inputs from one or the other. What
//!   they differ in besides, such as areas and correlations, moves last of all and stands apart.
//! - between two policy variants: a driver is a lever.

mod apart;
mod driver_group;
mod over_time;
mod scenarios;
mod variants;

pub use driver_group::DriverGroup;
pub use over_time::{decompose_over_time, moving_drivers};
pub use scenarios::{decompose_scenarios, differing_drivers};
pub use variants::{decompose_variants, differing_levers};

use crate::engine::{
    Detail, EngineError, Experiment, NoOutcome, Observer, OutcomeKey, OutcomeName, RunOptions,
    run_kept,
};
use crate::sampling::DesignKind;
use crate::scenario::Scenario;
use crate::statistics::MOST_PLAYERS;
use crate::units::Year;
use apart::columns;

/// The mean and the median at one end of a change.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct End {
    /// The mean.
    pub mean: f64,
    /// The median.
    pub p50: f64,
}

/// What one driver brings.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// The mean over the draws.
    pub mean: f64,
    /// P5, P50 and P95 over the draws.
    pub band: [f64; 3],
}

/// A change of one outcome, taken apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Decomposition {
    /// The outcome.
    pub outcome: OutcomeName,
    /// Where it is.
    pub key: OutcomeKey,
    /// Where the change begins.
    pub from: End,
    /// Where it ends.
    pub to: End,
    /// What each driver brings, in their order.
    pub parts: Vec<Part>,
}

/// What is decomposed, and by whom.
#[derive(Debug, Clone, PartialEq)]
pub struct Decomposed<D> {
    /// The drivers.
    pub drivers: Vec<D>,
    /// One for each outcome.
    pub changes: Vec<Decomposition>,
}

/// Why a change cannot be taken apart.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DecompositionError {
    /// A run failed.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// An outcome is none of the scenario.
    #[error(transparent)]
    Outcome(#[from] NoOutcome),
    /// Two scenarios are not of one family.
    #[error(
        "scenarios `{one}` and `{other}` do not have the same {what}, so that nothing can be taken from \
         one into the other; compare a scenario with one that extends it"
    )]
    NotOneFamily {
        /// The first scenario.
        one: String,
        /// The second scenario.
        other: String,
        /// In what they differ: `inputs (industry.x, …)`.
        what: String,
    },
    /// Nothing differs.
    #[error("nothing differs between the two, so that there is no change to take apart")]
    Nothing,
    /// There are too many levers.
    #[error(
        "{levers} levers differ, and every combination of more than {MOST_PLAYERS} takes too long; \
         choose variants that differ in fewer"
    )]
    TooMany {
        /// How many.
        levers: usize,
    },
}

/// How a decomposition is run.
pub struct Means<'m> {
    /// The means of each run.
    pub options: &'m RunOptions,
    /// Who watches.
    pub observer: &'m dyn Observer,
    /// The outcomes.
    pub outcomes: &'m [OutcomeName],
    /// How many draws, the same for every combination of drivers.
    pub draws: usize,
    /// Their seed.
    pub seed: u64,
    /// How they fill the range of every input.
    pub design: DesignKind,
}

impl Means<'_> {
    /// The experiment that reports the outcomes and nothing else.
    fn experiment<'a>(&self, scenario: &'a Scenario) -> Result<Experiment<'a>, NoOutcome> {
        Ok(Experiment {
            draws: self.draws,
            seed: self.seed,
            design: self.design,
            ..reporting(scenario, self.outcomes)?
        })
    }
}

/// An experiment that reports outcomes and nothing else.
fn reporting<'a>(
    scenario: &'a Scenario,
    outcomes: &[OutcomeName],
) -> Result<Experiment<'a>, NoOutcome> {
    let keys: Result<Vec<_>, _> = { outcomes.iter() }
        .map(|one| one.key_in(scenario))
        .collect();
    let mut years: Vec<Year> = outcomes.iter().filter_map(|one| one.year).collect();
    years.sort_unstable();
    years.dedup();
    Ok(Experiment {
        years,
        detail: Detail::Only(keys?),
        ..Experiment::of(scenario)
    })
}

/// Refuses outcomes that a scenario does not report, before anything is run.
///
/// # Errors
/// When an outcome is none of the scenario, or not reported.
pub fn check_outcomes(
    scenario: &Scenario,
    outcomes: &[OutcomeName],
) -> Result<(), DecompositionError> {
    reporting(scenario, outcomes)?.keys_of(outcomes)?;
    Ok(())
}

/// The members of a set, by their bits.
fn members<T: Copy>(all: &[T], set: usize) -> Vec<T> {
    let chosen = all
        .iter()
        .enumerate()
        .filter(|(bit, _)| set >> bit & 1 == 1);
    chosen.map(|(_, one)| *one).collect()
}

fn some(drivers: Vec<DriverGroup>) -> Result<Vec<DriverGroup>, DecompositionError> {
    if drivers.is_empty() {
        return Err(DecompositionError::Nothing);
    }
    Ok(drivers)
}

fn run_one(scenario: &Scenario, means: &Means<'_>) -> Result<Vec<Vec<f64>>, DecompositionError> {
    let experiment = means.experiment(scenario)?;
    let found = run_kept(&experiment, means.options, means.observer)?;
    columns(scenario, &found.base, means.outcomes)
}
