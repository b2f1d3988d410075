//! Gathering the outcomes of blocks, whichever thread computed them.
//!
//! Either every draw is kept, or outcomes are counted. Counts are shared by all threads, so they
//! take the same memory for any number of threads and draws; each thread adds to them a group of
//! rows at a time. Counts are whole numbers, which add up to the same in any order; means are sums
//! of floats, which do not, so blocks that come early wait for their turn.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Mutex, MutexGuard, PoisonError};

use ndarray::{Array2, ArrayView2, Axis, Slice};

use super::key::OutcomeKey;
use super::table::{CountedOutcome, OutcomeDraws, Store};
use crate::numeric::count;
use crate::statistics::{Moments, Precision, QuantileSketch, quantiles};
use crate::units::Year;

/// Draws that one thread computes at a time.
#[derive(Debug, Clone)]
pub(super) struct Block {
    pub number: usize,
    pub draws: Range<usize>,
    /// Whether it is the last one of a replicate.
    pub ends_replicate: bool,
}

/// What is gathered from all threads.
#[derive(Debug)]
pub(super) enum Gathered {
    /// Every draw, block by block.
    Kept(Mutex<Vec<(usize, Array2<f64>)>>),
    /// Counts.
    Counted(Counters),
}

impl Gathered {
    pub fn keeping() -> Self {
        Self::Kept(Mutex::new(Vec::new()))
    }

    /// Takes the outcomes (rows × draws) of a block, and gives back their memory when they are not
    /// kept.
    pub fn take(&self, block: &Block, outcomes: Array2<f64>) -> Option<Array2<f64>> {
        match self {
            Self::Kept(blocks) => {
                locked(blocks).push((block.number, outcomes));
                None
            }
            Self::Counted(counters) => {
                counters.take(block, &outcomes.view());
                Some(outcomes)
            }
        }
    }

    /// Applies `describe` to the draws of one row so far.
    pub fn look_at<T>(&self, row: usize, describe: impl FnOnce(OutcomeDraws<'_>) -> T) -> T {
        match self {
            Self::Kept(blocks) => {
                let mut blocks = locked(blocks);
                blocks.sort_by_key(|(number, _)| *number);
                let values = blocks.iter().flat_map(|(_, block)| block.row(row));
                let values: Vec<f64> = values.copied().collect();
                describe(OutcomeDraws::Kept(&values))
            }
            Self::Counted(counters) => {
                let shard = locked(&counters.shards[row / counters.rows]);
                describe(OutcomeDraws::Counted(&shard.outcomes[row % counters.rows]))
            }
        }
    }

    /// All that was gathered, in order.
    pub fn into_store(self) -> Store {
        match self {
            Self::Kept(_) => Store::Kept(self.into_blocks()),
            Self::Counted(counters) => Store::Counted(counters.into_outcomes()),
        }
    }

    /// The blocks that were kept, in order.
    pub fn into_blocks(self) -> Vec<Array2<f64>> {
        let Self::Kept(blocks) = self else {
            return Vec::new();
        };
        let mut blocks = blocks.into_inner().unwrap_or_else(PoisonError::into_inner);
        blocks.sort_by_key(|(number, _)| *number);
        blocks.into_iter().map(|(_, outcomes)| outcomes).collect()
    }
}

/// A thread that panicked takes the whole run with it, so what it left is never read.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Rows that are locked together: few enough that threads seldom wait for each other.
const ROWS: usize = 256;

/// Factors of two that the magnitudes of an outcome span, as a rule.
const USUAL_SPAN: usize = 8;

/// The most binary digits that are told apart: 0.4 %, of which even spreading within a bucket leaves
/// far less.
const MOST_DIGITS: u32 = 8;

/// The fewest, however little memory there is: 3 %.
const LEAST_DIGITS: u32 = 5;

/// Magnitudes far below this are told apart by fixed steps: with eight digits by 2⁻¹³ of a unit,
/// which is 1.2 m² when the unit is a hectare.
const FLOOR: f64 = 1.0 / 32.0;

/// How finely outcomes are counted, so that counts fit in half of the memory allowed.
pub(super) fn precision(memory: usize, outcomes: usize) -> Precision {
    let bytes = |digits: &u32| outcomes.saturating_mul((USUAL_SPAN * size_of::<u32>()) << digits);
    Precision {
        digits: (LEAST_DIGITS..=MOST_DIGITS)
            .rev()
            .find(|digits| bytes(digits) <= memory / 2)
            .unwrap_or(LEAST_DIGITS),
        floor: FLOOR,
        origin: 0.0,
    }
}

/// Counts of every outcome, shared by all threads.
#[derive(Debug)]
pub(super) struct Counters {
    shards: Vec<Mutex<Shard>>,
    /// Rows of each shard but the last.
    rows: usize,
}

/// The counts of some rows.
#[derive(Debug)]
struct Shard {
    first: usize,
    outcomes: Vec<CountedOutcome>,
    /// The replicate that is being added up, by row.
    replicate: Vec<OfBlock>,
    /// The block whose turn it is.
    next: usize,
    waiting: BTreeMap<usize, (bool, Vec<OfBlock>)>,
}

/// What sums of one row over some draws.
#[derive(Debug, Clone, Copy)]
struct OfBlock {
    moments: Moments,
    /// Twice the number of draws below the pivot, ties counting half.
    twice_below: usize,
}

impl OfBlock {
    const NOTHING: Self = Self {
        moments: Moments::EMPTY,
        twice_below: 0,
    };

    fn of(values: &[f64], pivot: f64) -> Self {
        let below = |value: &f64| usize::from(*value < pivot) + usize::from(*value <= pivot);
        Self {
            moments: Moments::of(values),
            twice_below: values.iter().map(below).sum(),
        }
    }

    fn merged(&self, other: &Self) -> Self {
        Self {
            moments: self.moments.merged(&other.moments),
            twice_below: self.twice_below + other.twice_below,
        }
    }
}

impl Counters {
    /// Empty counts of every row, with the medians of a first block as pivots.
    ///
    /// Rows come in tables of `keys.len()` rows: those of the scenario, and of each variant its own
    /// and their differences. Calendar years are told apart around the base year.
    pub fn new(
        keys: &[OutcomeKey],
        base: Year,
        precision: Precision,
        first: &ArrayView2<'_, f64>,
    ) -> Self {
        let outcome = |row: usize| {
            let is_difference = row >= keys.len() && (row / keys.len()).is_multiple_of(2);
            let is_year = !is_difference && keys[row % keys.len()].kind.unit() == "year";
            let origin = if is_year { base.as_f64() } else { 0.0 };
            let column = first.row(row).to_vec();
            CountedOutcome {
                sketch: QuantileSketch::with(Precision {
                    origin,
                    ..precision
                }),
                moments: Moments::empty(),
                means: Vec::new(),
                pivot: quantiles(&column, &[0.5])[0],
                shares_below: Vec::new(),
            }
        };
        let shard = |start: usize| {
            let rows = start..first.nrows().min(start + ROWS);
            Mutex::new(Shard {
                first: start,
                replicate: vec![OfBlock::NOTHING; rows.len()],
                outcomes: rows.map(outcome).collect(),
                next: 0,
                waiting: BTreeMap::new(),
            })
        };
        Self {
            shards: (0..first.nrows()).step_by(ROWS).map(shard).collect(),
            rows: ROWS,
        }
    }

    /// Threads begin at different shards.
    fn take(&self, block: &Block, outcomes: &ArrayView2<'_, f64>) {
        let shards = self.shards.len();
        for turn in 0..shards {
            let shard = &self.shards[(7 * block.number + turn) % shards];
            locked(shard).take(block, outcomes);
        }
    }

    fn into_outcomes(self) -> Vec<CountedOutcome> {
        let shards = self.shards.into_iter();
        shards
            .flat_map(|shard| {
                shard
                    .into_inner()
                    .unwrap_or_else(PoisonError::into_inner)
                    .outcomes
            })
            .collect()
    }
}

impl Shard {
    fn take(&mut self, block: &Block, outcomes: &ArrayView2<'_, f64>) {
        let rows = Slice::from(self.first..self.first + self.outcomes.len());
        let rows = outcomes.slice_axis(Axis(0), rows);
        let mut sums = Vec::with_capacity(self.outcomes.len());
        for (row, outcome) in rows.outer_iter().zip(&mut self.outcomes) {
            let values = row.to_slice().unwrap_or_default();
            outcome.sketch.push_all(values);
            sums.push(OfBlock::of(values, outcome.pivot));
        }
        self.waiting
            .insert(block.number, (block.ends_replicate, sums));
        while let Some((ends_replicate, sums)) = self.waiting.remove(&self.next) {
            self.add(ends_replicate, &sums);
            self.next += 1;
        }
    }

    /// Adds the sums of the block whose turn it is.
    fn add(&mut self, ends_replicate: bool, sums: &[OfBlock]) {
        for (sum, block) in self.replicate.iter_mut().zip(sums) {
            *sum = sum.merged(block);
        }
        if !ends_replicate {
            return;
        }
        for (sum, outcome) in self.replicate.iter_mut().zip(&mut self.outcomes) {
            let of_replicate = std::mem::replace(sum, OfBlock::NOTHING);
            let moments = of_replicate.moments;
            let share = count(of_replicate.twice_below) / (2.0 * count(moments.number()));
            outcome.means.push(moments.mean());
            outcome.shares_below.push(share);
            outcome.moments = outcome.moments.merged(&moments);
        }
    }
}
