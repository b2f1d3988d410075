//! Running an experiment, replicate by replicate and block by block.

use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rayon::{ThreadPool, ThreadPoolBuilder};

use super::collect::{Collector, add_replicate, kept_blocks};
use super::experiment::{Experiment, RunOptions};
use super::observer::Observer;
use super::plan::{CHUNK, Plan, Worker};
use super::table::{CountedOutcome, Outcomes, Store};
use crate::statistics::{Moments, QuantileSketch};

/// Draws that a thread computes before it asks for more.
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
    /// The threads could not be started.
    #[error("the threads could not be started: {0}")]
    Threads(#[from] rayon::ThreadPoolBuildError),
}

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
    if experiment.draws == 0 {
        return Err(EngineError::NoDraws);
    }
    let plan = Plan::of(experiment);
    let pool = ThreadPoolBuilder::new()
        .num_threads(options.threads)
        .build()?;
    let crew = Crew {
        plan: &plan,
        pool: &pool,
        observer,
    };
    let replicates: Vec<_> = plan.replicates().collect();
    let bytes = plan.outcomes() * experiment.draws * size_of::<f64>();
    let store = if bytes <= options.memory {
        let all = 0..experiment.draws;
        Store::Kept(kept_blocks(crew.compute(all, &Collector::keeping)?))
    } else {
        Store::Counted(crew.count(&replicates, plan.outcomes())?)
    };
    let variants = experiment.variants.len();
    Ok(Outcomes::new(plan.keys(), variants, replicates, store))
}

/// The threads of a run and what they work on.
struct Crew<'a> {
    plan: &'a Plan<'a>,
    pool: &'a ThreadPool,
    observer: &'a dyn Observer,
}

impl Crew<'_> {
    /// Counts the outcomes of one replicate after the other.
    fn count(
        &self,
        replicates: &[Range<usize>],
        outcomes: usize,
    ) -> Result<Vec<CountedOutcome>, EngineError> {
        let nothing = CountedOutcome {
            sketch: QuantileSketch::empty(),
            moments: Moments::empty(),
            means: Vec::with_capacity(replicates.len()),
            medians: Vec::with_capacity(replicates.len()),
        };
        let mut counted = vec![nothing; outcomes];
        for replicate in replicates {
            let collectors = self.compute(replicate.clone(), &|| Collector::counting(outcomes))?;
            add_replicate(collectors, &mut counted);
        }
        Ok(counted)
    }

    /// Computes the draws of a range, each thread taking block after block.
    fn compute(
        &self,
        range: Range<usize>,
        collector: &(dyn Fn() -> Collector + Sync),
    ) -> Result<Vec<Collector>, EngineError> {
        let blocks: Vec<_> = range
            .clone()
            .step_by(BLOCK)
            .map(|first| first..range.end.min(first + BLOCK))
            .collect();
        let next = AtomicUsize::new(0);
        let is_cancelled = AtomicBool::new(false);
        let collectors = self.pool.broadcast(|_| {
            let mut worker = self.plan.worker();
            let mut collector = collector();
            while let Some((number, block)) = take_next(&next, &blocks) {
                if self.observer.is_cancelled() {
                    is_cancelled.store(true, Ordering::Relaxed);
                    break;
                }
                compute_block(&mut worker, number, block, &mut collector);
                self.observer.advanced(block.len());
            }
            collector
        });
        if is_cancelled.into_inner() {
            return Err(EngineError::Cancelled);
        }
        Ok(collectors)
    }
}

fn take_next<'b>(
    next: &AtomicUsize,
    blocks: &'b [Range<usize>],
) -> Option<(usize, &'b Range<usize>)> {
    let number = next.fetch_add(1, Ordering::Relaxed);
    Some((number, blocks.get(number)?))
}

fn compute_block(
    worker: &mut Worker<'_>,
    number: usize,
    block: &Range<usize>,
    collector: &mut Collector,
) {
    collector.begin(number, worker.outcomes(), block.len());
    for first in block.clone().step_by(CHUNK) {
        let count = CHUNK.min(block.end - first);
        let rows = worker.chunk(first, count);
        collector.take(first - block.start, rows);
    }
}
