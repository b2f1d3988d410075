//! A run whose replicates are counted apart, on other machines perhaps, and put together.
//!
//! Counts are whole numbers and replicates are independent of one another, so that a run put together
//! from its parts is to the bit what one machine would have counted.

use serde::{Deserialize, Serialize};

use super::crew::{Crew, can_be_kept};
use super::error::EngineError;
use super::experiment::{Experiment, RunOptions};
use super::observer::{Observer, Unobserved};
use super::plan::Plan;
use super::table::{CountedOutcome, Outcomes};

/// What one replicate of a run was counted as, outcome by outcome.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CountedPart(Vec<CountedOutcome>);

/// Into how many parts a run can be divided: one for every replicate when its draws are too many to be
/// kept in the memory allowed, else 1.
#[must_use]
pub fn parts(experiment: &Experiment<'_>, options: &RunOptions) -> usize {
    let plan = Plan::of(experiment);
    if can_be_kept(&plan, experiment.draws, options.memory) {
        1
    } else {
        plan.replicates().count()
    }
}

/// Counts the draws of one replicate, by its place.
///
/// # Errors
/// As [`run`](super::run()).
pub fn count_part(
    experiment: &Experiment<'_>,
    options: &RunOptions,
    observer: &dyn Observer,
    replicate: usize,
) -> Result<CountedPart, EngineError> {
    let plan = Plan::of(experiment);
    let crew = Crew::new(&plan, options, observer)?;
    crew.count(replicate).map(CountedPart)
}

/// Puts a run together from all its parts, in the order of replicates.
///
/// # Errors
/// When the parts are not those of this run, or the threads cannot be started.
pub fn join(
    experiment: &Experiment<'_>,
    options: &RunOptions,
    parts: Vec<CountedPart>,
) -> Result<Outcomes, EngineError> {
    let plan = Plan::of(experiment);
    let crew = Crew::new(&plan, options, &Unobserved)?;
    if parts.len() != crew.replicates.len() {
        return Err(EngineError::OtherParts);
    }
    let mut outcomes = crew.opening().into_outcomes();
    for (CountedPart(part), draws) in parts.into_iter().zip(&crew.replicates) {
        if part.len() != outcomes.len() {
            return Err(EngineError::OtherParts);
        }
        for (outcome, next) in outcomes.iter_mut().zip(&part) {
            if !outcome.is_followed_by(next, draws.len()) {
                return Err(EngineError::OtherParts);
            }
            outcome.append(next);
        }
    }
    Ok(crew.outcomes_of(outcomes))
}
