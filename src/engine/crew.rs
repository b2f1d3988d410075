//! The threads of a run, replicate by replicate and block by block.

use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rayon::{ThreadPool, ThreadPoolBuilder};

use super::block::{BlockOutcomes, CHUNK};
use super::collect::{Block, Counters, Gathered, precision};
use super::error::EngineError;
use super::experiment::{RunOptions, kept_bytes};
use super::observer::Observer;
use super::plan::{Plan, Worker};
use super::table::{CountedOutcome, Outcomes, Store};

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

/// Whether so many draws of every outcome fit in the memory allowed.
pub(super) fn can_be_kept(plan: &Plan<'_>, draws: usize, memory: usize) -> bool {
    kept_bytes(plan.outcomes(), draws) <= memory
}

/// The threads of a run, what they work on, and what they have gathered.
pub(super) struct Crew<'a> {
    plan: &'a Plan<'a>,
    pool: ThreadPool,
    observer: &'a dyn Observer,
    memory: usize,
    pub replicates: Vec<Range<usize>>,
    /// The replicates that are done.
    done: usize,
    /// The blocks that are done.
    blocks: Vec<Block>,
    pub gathered: Gathered,
}

impl<'a> Crew<'a> {
    pub fn new(
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

    /// Computes replicates, which follow those that are done.
    pub fn compute(&mut self, replicates: Range<usize>) -> Result<(), EngineError> {
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
        self.work(&blocks)?;
        self.blocks.extend(blocks);
        self.done = replicates.end;
        Ok(())
    }

    /// Gathers the outcomes of blocks, each thread taking block after block.
    fn work(&self, blocks: &[Block]) -> Result<(), EngineError> {
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
        Ok(())
    }

    fn is_all(&self, replicates: &Range<usize>) -> bool {
        *replicates == (0..self.replicates.len())
    }

    /// Whether the draws of so many replicates can be kept.
    fn fit(&self, replicates: usize) -> bool {
        let last = self.replicates[..replicates].last();
        can_be_kept(self.plan, last.map_or(0, |last| last.end), self.memory)
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
        self.gathered = Gathered::Counted(self.counters(first));
        for (block, outcomes) in self.blocks.iter().zip(kept) {
            self.gathered.take(block, outcomes);
        }
    }

    /// Empty counts, as those with which a run begins whose draws are counted.
    pub fn opening(&self) -> Counters {
        let size = block_draws(self.plan.outcomes(), self.memory);
        let first = &blocks_of(&self.replicates[..1], 0, size)[0];
        self.counters(&compute_block(&mut self.plan.worker(), first, None))
    }

    /// Counts one replicate by itself.
    pub fn count(mut self, replicate: usize) -> Result<Vec<CountedOutcome>, EngineError> {
        let size = block_draws(self.plan.outcomes(), self.memory);
        let replicate = self.replicates.get(replicate..=replicate);
        let blocks = blocks_of(replicate.unwrap_or_default(), 0, size);
        let counters = self.opening();
        self.gathered = Gathered::Counted(counters);
        self.work(&blocks)?;
        Ok(self.gathered.into_counted())
    }

    /// The outcomes of the whole run, from its counts.
    pub fn outcomes_of(self, counted: Vec<CountedOutcome>) -> Outcomes {
        let replicates = self.replicates.clone();
        self.outcomes(replicates, Store::Counted(counted))
    }

    /// Empty counts, with the first block of the run to go by.
    fn counters(&self, first: &BlockOutcomes) -> Counters {
        let precision = precision(self.memory, Counters::rows(self.plan));
        Counters::new(self.plan, precision, first)
    }

    /// What was gathered of the replicates that are done.
    pub fn finish(mut self) -> Outcomes {
        let replicates = self.replicates[..self.done].to_vec();
        let gathered = std::mem::replace(&mut self.gathered, Gathered::keeping());
        self.outcomes(replicates, gathered.into_store())
    }

    fn outcomes(self, replicates: Vec<Range<usize>>, store: Store) -> Outcomes {
        let variants = self.plan.experiment().variants.len();
        Outcomes::new(self.plan.rows(), variants, (replicates, store), self.pool)
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
