//! Running an experiment, replicate by replicate and block by block.

use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rayon::{ThreadPool, ThreadPoolBuilder};

use super::block::{BlockOutcomes, CHUNK};
use super::collect::{Block, Counters, Gathered, precision};
use super::experiment::{Experiment, RunOptions};
use super::key::OutcomeKey;
use super::observer::Observer;
use super::plan::{Plan, Worker};
use super::rows::Rows;
use super::table::{OutcomeDraws, Outcomes};

/// The most draws that a thread computes before it asks for more.
const BLOCK: usize = 8 * CHUNK;

/// Blocks that must fit in the memory allowed, so that threads do not need too much.
const BLOCKS_IN_MEMORY: usize = 16;

/// Draws of a block: fewer when there are many outcomes, whatever the number of threads.
fn block_draws(outcomes: usize, memory: usize) -> usize {
    let chunk_bytes = outcomes.saturating_mul(CHUNK * size_of::<f64>()).max(1);
    let chunks = memory / BLOCKS_IN_MEMORY / chunk_bytes;
    (chunks * CHUNK).clamp(CHUNK, BLOCK)
}

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
    let plan = Plan::of(experiment);
    let mut crew = Crew::new(&plan, options, observer)?;
    let all = 0..plan.replicates().count();
    crew.compute(all)?;
    Ok(crew.finish())
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

/// The threads of a run, what they work on, and what they have gathered.
struct Crew<'a> {
    plan: &'a Plan<'a>,
    pool: ThreadPool,
    observer: &'a dyn Observer,
    memory: usize,
    replicates: Vec<Range<usize>>,
    /// The replicates that are done.
    done: usize,
    /// The blocks that are done.
    blocks: Vec<Block>,
    gathered: Gathered,
}

impl<'a> Crew<'a> {
    fn new(
        plan: &'a Plan<'a>,
        options: &RunOptions,
        observer: &'a dyn Observer,
    ) -> Result<Self, EngineError> {
        if plan.experiment().draws == 0 {
            return Err(EngineError::NoDraws);
        }
        Ok(Self {
            plan,
            pool: ThreadPoolBuilder::new()
                .num_threads(options.threads)
                .build()?,
            observer,
            memory: options.memory,
            replicates: plan.replicates().collect(),
            done: 0,
            blocks: Vec::new(),
            gathered: Gathered::keeping(),
        })
    }

    /// Computes replicates, which follow those that are done, each thread taking block after block.
    fn compute(&mut self, replicates: Range<usize>) -> Result<(), EngineError> {
        let size = block_draws(self.plan.outcomes(), self.memory);
        let are_kept = matches!(self.gathered, Gathered::Kept(_)) && self.fit(replicates.end);
        let mut blocks = if are_kept && self.is_all(&replicates) {
            // No replicate need be told apart, and whole blocks are fastest.
            let last = self.replicates.last().map_or(0, |last| last.end);
            let all = 0..last;
            blocks_of(std::slice::from_ref(&all), 0, size)
        } else {
            blocks_of(
                &self.replicates[replicates.clone()],
                self.blocks.len(),
                size,
            )
        };
        if !are_kept {
            self.begin_counting(&mut blocks)?;
        }
        let next = AtomicUsize::new(0);
        let is_cancelled = AtomicBool::new(false);
        let (plan, observer, gathered) = (self.plan, self.observer, &self.gathered);
        self.pool.broadcast(|_| {
            let mut worker = plan.worker();
            let mut spare = None;
            while let Some(block) = blocks.get(next.fetch_add(1, Ordering::Relaxed)) {
                if observer.is_cancelled() {
                    is_cancelled.store(true, Ordering::Relaxed);
                    break;
                }
                let outcomes = compute_block(&mut worker, block, spare.take());
                spare = gathered.take(block, outcomes);
                observer.advanced(block.draws.len());
            }
        });
        if is_cancelled.into_inner() {
            return Err(EngineError::Cancelled);
        }
        self.blocks.extend(blocks);
        self.done = replicates.end;
        Ok(())
    }

    fn is_all(&self, replicates: &Range<usize>) -> bool {
        *replicates == (0..self.replicates.len())
    }

    /// Whether the draws of so many replicates can be kept.
    fn fit(&self, replicates: usize) -> bool {
        let draws = self.replicates[..replicates]
            .last()
            .map_or(0, |last| last.end);
        let bytes = self
            .plan
            .outcomes()
            .saturating_mul(draws * size_of::<f64>());
        bytes <= self.memory
    }

    /// Counts from now on, and what was kept too. Counting needs a first block, which is computed
    /// at once when there is none yet.
    fn begin_counting(&mut self, blocks: &mut Vec<Block>) -> Result<(), EngineError> {
        if matches!(self.gathered, Gathered::Counted(_)) {
            return Ok(());
        }
        if self.blocks.is_empty() {
            if self.observer.is_cancelled() {
                return Err(EngineError::Cancelled);
            }
            let first = blocks.remove(0);
            let outcomes = compute_block(&mut self.plan.worker(), &first, None);
            self.observer.advanced(first.draws.len());
            self.gathered.take(&first, outcomes);
            self.blocks.push(first);
        }
        self.count_kept();
        Ok(())
    }

    /// Counts what was kept.
    fn count_kept(&mut self) {
        let kept = std::mem::replace(&mut self.gathered, Gathered::keeping()).into_blocks();
        let Some(first) = kept.first() else { return };
        let precision = precision(self.memory, Counters::rows(self.plan));
        self.gathered = Gathered::Counted(Counters::new(self.plan, precision, first));
        for (block, outcomes) in self.blocks.iter().zip(kept) {
            self.gathered.take(block, outcomes);
        }
    }

    fn finish(self) -> Outcomes {
        let variants = self.plan.experiment().variants.len();
        let mut replicates = self.replicates;
        replicates.truncate(self.done);
        let store = self.gathered.into_store();
        let kept = (replicates, store);
        Outcomes::new(self.plan.rows(), variants, kept, self.pool)
    }
}

/// The blocks of ranges of draws, of `size` draws each but the last ones, numbered from `first` on.
fn blocks_of(ranges: &[Range<usize>], first: usize, size: usize) -> Vec<Block> {
    let mut blocks = Vec::new();
    for range in ranges {
        for start in range.clone().step_by(size) {
            let end = range.end.min(start + size);
            blocks.push(Block {
                number: first + blocks.len(),
                draws: start..end,
                ends_replicate: end == range.end,
            });
        }
    }
    blocks
}

/// Computes the outcomes of a block, in memory of an earlier one if it fits.
fn compute_block(
    worker: &mut Worker<'_>,
    block: &Block,
    spare: Option<BlockOutcomes>,
) -> BlockOutcomes {
    let (rows, draws) = (worker.outcomes(), block.draws.len());
    let mut outcomes = spare
        .filter(|spare| spare.draws() == draws)
        .unwrap_or_else(|| BlockOutcomes::zeros(rows, draws));
    let firsts = block.draws.clone().step_by(CHUNK);
    for (first, chunk) in firsts.zip(outcomes.chunks_mut()) {
        worker.chunk(first, chunk);
    }
    outcomes
}
