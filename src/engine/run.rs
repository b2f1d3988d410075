//! Running an experiment, block by block.

use std::ops::Range;

use ndarray::{Array2, Axis, Slice};
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use super::experiment::Experiment;
use super::facts::{ChunkFacts, FactList};
use super::observer::Observer;
use super::outcome_table::OutcomeTable;
use super::rows::Rows;
use super::sampler::{InputSampler, SamplingColumns};
use crate::model::{Draws, LandFlows, Workspace};

/// Draws that are computed at once: few enough to stay near the processor.
const CHUNK: usize = 128;

/// Draws whose outcomes are kept together, and the unit of work of a thread.
const BLOCK: usize = 4 * CHUNK;

/// Why a run gave no outcomes.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EngineError {
    /// The observer asked to stop.
    #[error("the run was stopped before it was done")]
    Cancelled,
    /// Nothing to compute.
    #[error("a run needs at least one draw")]
    NoDraws,
    /// The outcomes do not fit in memory.
    #[error(
        "{draws} draws of {outcomes} outcomes need {needed_gib:.1} GiB of memory, more than the \
         {limit_gib:.0} GiB allowed; ask for fewer draws or fewer years"
    )]
    TooLarge {
        /// The draws asked for.
        draws: usize,
        /// The outcomes per draw.
        outcomes: usize,
        /// What they take.
        needed_gib: f64,
        /// The limit.
        limit_gib: f64,
    },
    /// The threads could not be started.
    #[error("the threads could not be started: {0}")]
    Threads(#[from] rayon::ThreadPoolBuildError),
}

/// The largest outcome table, in bytes.
const MEMORY_LIMIT: usize = 24 << 30;

/// Runs an experiment on `threads` threads (0: as many as there are cores).
///
/// The outcomes depend on the experiment alone, not on the number of threads.
///
/// # Errors
/// When the observer stops the run, there are no draws, the outcomes do not fit in memory, or the
/// threads cannot be started.
pub fn run(
    experiment: &Experiment<'_>,
    threads: usize,
    observer: &dyn Observer,
) -> Result<OutcomeTable, EngineError> {
    let plan = Plan::of(experiment)?;
    let blocks: Vec<_> = (0..experiment.draws)
        .step_by(BLOCK)
        .map(|first| first..experiment.draws.min(first + BLOCK))
        .collect();
    let pool = ThreadPoolBuilder::new().num_threads(threads).build()?;
    let computed = pool.install(|| {
        blocks
            .into_par_iter()
            .map_init(|| plan.worker(), |worker, block| {
                worker.block(block, observer)
            })
            .collect::<Result<Vec<_>, _>>()
    })?;
    Ok(OutcomeTable::new(plan.rows.keys(), computed))
}

/// What all workers share.
struct Plan<'a> {
    experiment: &'a Experiment<'a>,
    sampler: InputSampler,
    facts: FactList,
    rows: Rows,
}

impl<'a> Plan<'a> {
    fn of(experiment: &'a Experiment<'a>) -> Result<Self, EngineError> {
        if experiment.draws == 0 {
            return Err(EngineError::NoDraws);
        }
        let system = &experiment.scenario.system;
        let facts = FactList::of(system, &experiment.years);
        let rows = Rows::plan(system, &facts, &experiment.years);
        check_memory(experiment.draws, rows.count())?;
        Ok(Self {
            experiment,
            sampler: InputSampler::of(experiment),
            facts,
            rows,
        })
    }

    fn worker(&'a self) -> Worker<'a> {
        let scenario = self.experiment.scenario;
        let years = scenario.system.timeline.years();
        let (inputs, walks) = (scenario.inputs.len(), scenario.walks.len());
        Worker {
            plan: self,
            columns: self.sampler.columns(CHUNK),
            draws: Draws::zeros(inputs, walks, years, CHUNK),
            flows: LandFlows::zeros(years, CHUNK),
            workspace: Workspace::default(),
            facts: ChunkFacts::default(),
        }
    }
}

fn check_memory(draws: usize, outcomes: usize) -> Result<(), EngineError> {
    let needed = draws.saturating_mul(outcomes).saturating_mul(size_of::<f64>());
    if needed <= MEMORY_LIMIT {
        return Ok(());
    }
    #[allow(clippy::cast_precision_loss)]
    let gib = |bytes: usize| bytes as f64 / f64::from(1 << 30);
    Err(EngineError::TooLarge {
        draws,
        outcomes,
        needed_gib: gib(needed),
        limit_gib: gib(MEMORY_LIMIT),
    })
}

/// The memory of one thread, used again for every chunk.
struct Worker<'a> {
    plan: &'a Plan<'a>,
    columns: SamplingColumns,
    draws: Draws,
    flows: LandFlows,
    workspace: Workspace,
    facts: ChunkFacts,
}

impl Worker<'_> {
    fn block(
        &mut self,
        block: Range<usize>,
        observer: &dyn Observer,
    ) -> Result<Array2<f64>, EngineError> {
        if observer.is_cancelled() {
            return Err(EngineError::Cancelled);
        }
        let mut outcomes = Array2::zeros((self.plan.rows.count(), block.len()));
        for first in block.clone().step_by(CHUNK) {
            let count = CHUNK.min(block.end - first);
            self.resize(count);
            self.chunk(first);
            let place = first - block.start;
            self.plan.rows.write(
                &self.facts,
                &self.draws,
                outcomes.slice_axis_mut(Axis(1), Slice::from(place..place + count)),
            );
        }
        observer.advanced(block.len());
        Ok(outcomes)
    }

    /// Only the last chunk of a run is shorter than the others.
    fn resize(&mut self, count: usize) {
        if self.draws.count() == count {
            return;
        }
        let scenario = self.plan.experiment.scenario;
        let years = scenario.system.timeline.years();
        self.draws = Draws::zeros(scenario.inputs.len(), scenario.walks.len(), years, count);
        self.flows = LandFlows::zeros(years, count);
    }

    fn chunk(&mut self, first: usize) {
        let plan = self.plan;
        let system = &plan.experiment.scenario.system;
        plan.sampler
            .fill(first as u64, &mut self.columns, &mut self.draws);
        self.facts
            .reset(plan.facts.count(), self.draws.count());
        let (draws, facts) = (&self.draws, &mut self.facts);
        system.project(draws, &mut self.workspace, &mut self.flows, |index, flows| {
            let entity = &system.entities[index];
            plan.facts.add((index, entity), draws, flows, facts);
        });
    }
}
