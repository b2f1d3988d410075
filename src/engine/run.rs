//! Running an experiment, whole or until its outcomes are known well enough.

use std::ops::Range;

use super::collect::Gathered;
use super::crew::{Crew, can_be_kept};
use super::error::EngineError;
use super::experiment::{Experiment, RunOptions};
use super::key::OutcomeKey;
use super::observer::Observer;
use super::plan::Plan;
use super::rows::Rows;
use super::table::{OutcomeDraws, Outcomes};

/// Runs an experiment.
///
/// The outcomes depend on the experiment, and on whether they fit in the memory allowed, but not on
/// the number of threads.
///
/// # Errors
/// When the observer stops the run, there are no draws, or the threads cannot be started.
pub fn run(
    experiment: &Experiment<'_>,
    options: &RunOptions,
    observer: &dyn Observer,
) -> Result<Outcomes, EngineError> {
    let plan = Plan::of(experiment);
    let mut crew = Crew::new(&plan, options, observer)?;
    let all = 0..plan.replicates().count();
    crew.compute(all)?;
    Ok(crew.finish())
}

/// Runs an experiment whose draws are looked at one by one.
///
/// # Errors
/// As [`run`], and before anything is computed when the draws do not fit in the memory allowed.
pub fn run_kept(
    experiment: &Experiment<'_>,
    options: &RunOptions,
    observer: &dyn Observer,
) -> Result<Outcomes, EngineError> {
    check_kept(experiment, options)?;
    run(experiment, options, observer)
}

/// Refuses an experiment whose draws do not fit in the memory allowed: outcomes would be counted, and no draw
/// could be looked at.
///
/// # Errors
/// When they do not fit.
pub fn check_kept(experiment: &Experiment<'_>, options: &RunOptions) -> Result<(), EngineError> {
    let draws = experiment.draws;
    if can_be_kept(&Plan::of(experiment), draws, options.memory) {
        Ok(())
    } else {
        Err(EngineError::Counted { draws })
    }
}

/// Runs an experiment whose draws are the most that may be made, and asks `is_enough` after some
/// whole replicates whether to go on: after 10, and then whenever half as many more are done.
///
/// Says whether `is_enough` ended the run.
///
/// # Errors
/// As [`run`].
pub fn run_until(
    experiment: &Experiment<'_>,
    options: &RunOptions,
    observer: &dyn Observer,
    mut is_enough: impl FnMut(&Look<'_>) -> bool,
) -> Result<(Outcomes, bool), EngineError> {
    let plan = Plan::of(experiment);
    let mut crew = Crew::new(&plan, options, observer)?;
    let last = plan.replicates().count();
    let mut done = 0;
    loop {
        let next = next_look(done).min(last);
        crew.compute(done..next)?;
        done = next;
        let is_reached = is_enough(&Look {
            rows: plan.rows(),
            replicates: &crew.replicates[..done],
            gathered: &crew.gathered,
        });
        if is_reached || done == last {
            return Ok((crew.finish(), is_reached));
        }
    }
}

/// The replicates before the first look.
const FIRST_LOOK: usize = 10;

fn next_look(done: usize) -> usize {
    (done + done.div_ceil(2)).max(FIRST_LOOK)
}

/// What a run has found so far.
#[derive(Debug)]
pub struct Look<'a> {
    rows: &'a Rows,
    replicates: &'a [Range<usize>],
    gathered: &'a Gathered,
}

impl Look<'_> {
    /// The replicates that are done.
    #[must_use]
    pub fn replicates(&self) -> &[Range<usize>] {
        self.replicates
    }

    /// The draws that are done.
    #[must_use]
    pub fn draws(&self) -> usize {
        self.replicates.last().map_or(0, |last| last.end)
    }

    /// Applies `describe` to an outcome of the scenario; `None` when it is not reported.
    pub fn look_at<T>(
        &self,
        key: &OutcomeKey,
        describe: impl FnOnce(OutcomeDraws<'_>) -> T,
    ) -> Option<T> {
        let row = self.rows.keys().iter().position(|of_row| of_row == key)?;
        Some(self.gathered.look_at(self.rows.places()[row], describe))
    }
}
