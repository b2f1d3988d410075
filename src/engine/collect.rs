//! Gathering the outcomes of blocks, whichever thread computed them.
//!
//! Either every draw is kept, or outcomes are counted. Counts are shared by all threads, so they
//! take the same memory for any number of threads and draws; each thread adds to them a group of
//! rows at a time. Counts are whole numbers, which add up to the same in any order; means are sums
//! of floats, which do not, so blocks that come early wait for their turn.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::block::BlockOutcomes;
use super::plan::Plan;
use super::table::{CountedOutcome, OutcomeDraws, Part, ROWS_AT_ONCE, Store};
use crate::numeric::count;
use crate::statistics::{Moments, Precision, QuantileSketch, quantiles};

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
    Kept(Mutex<Vec<(usize, BlockOutcomes)>>),
    /// Counts.
    Counted(Counters),
}

impl Gathered {
    pub fn keeping() -> Self {
        Self::Kept(Mutex::new(Vec::new()))
    }

    /// Takes the outcomes of a block, and gives back their memory when they are not
    /// kept.
    pub fn take(&self, block: &Block, outcomes: BlockOutcomes) -> Option<BlockOutcomes> {
        match self {
            Self::Kept(blocks) => {
                locked(blocks).push((block.number, outcomes));
                None
            }
            Self::Counted(counters) => {
                counters.take(block, &outcomes);
                Some(outcomes)
            }
        }
    }

    /// Applies `describe` to the draws of one row of the scenario so far.
    pub fn look_at<T>(&self, row: usize, describe: impl FnOnce(OutcomeDraws<'_>) -> T) -> T {
        match self {
            Self::Kept(blocks) => {
                let mut blocks = locked(blocks);
                blocks.sort_by_key(|(number, _)| *number);
                let mut values = [Vec::new()];
                for (_, block) in &*blocks {
                    block.append_to(row..row + 1, None, &mut values);
                }
                describe(OutcomeDraws::Kept(&values[0]))
            }
            Self::Counted(counters) => {
                // The groups of the scenario come first.
                let group = locked(&counters.groups[row / GROUP_ROWS]);
                describe(OutcomeDraws::Counted(&group.outcomes[row % GROUP_ROWS]))
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

    /// The counts; none when draws were kept.
    pub fn into_counted(self) -> Vec<CountedOutcome> {
        match self {
            Self::Kept(_) => Vec::new(),
            Self::Counted(counters) => counters.into_outcomes(),
        }
    }

    /// The blocks that were kept, in order.
    pub fn into_blocks(self) -> Vec<BlockOutcomes> {
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
const GROUP_ROWS: usize = 256;

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
    groups: Vec<Mutex<RowGroup>>,
}

/// The counts of some rows.
#[derive(Debug)]
struct RowGroup {
    part: Part,
    rows: Range<usize>,
    /// How many rows the part has.
    count: usize,
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
    /// How many rows are counted: those of the scenario, and for each variant its own and their
    /// differences.
    pub fn rows(plan: &Plan<'_>) -> usize {
        let parts = Part::all(plan.experiment().variants.len());
        parts.count() * plan.rows().reported()
    }

    /// Empty counts of every row, with the medians of a first block as pivots.
    ///
    /// Calendar years are told apart around the base year.
    pub fn new(plan: &Plan<'_>, precision: Precision, first: &BlockOutcomes) -> Self {
        let base = plan.experiment().scenario.base_year.as_f64();
        let rows = plan.rows();
        let count = rows.reported();
        let mut origins = vec![0.0; count];
        for (key, &row) in rows.keys().iter().zip(rows.places()) {
            if key.kind.unit() == "year" {
                origins[row] = base;
            }
        }
        let group = |part: Part, start: usize| {
            let rows = start..count.min(start + GROUP_ROWS);
            let mut outcomes = Vec::with_capacity(rows.len());
            each_row((part, rows.clone(), count), first, |place, values| {
                let origin = match part {
                    Part::Difference(_) => 0.0,
                    Part::Scenario | Part::Variant(_) => origins[start + place],
                };
                outcomes.push(CountedOutcome {
                    sketch: QuantileSketch::with(Precision {
                        origin,
                        ..precision
                    }),
                    moments: Moments::EMPTY,
                    means: Vec::new(),
                    pivot: quantiles(values, &[0.5])[0],
                    shares_below: Vec::new(),
                });
            });
            Mutex::new(RowGroup {
                part,
                replicate: vec![OfBlock::NOTHING; rows.len()],
                rows,
                count,
                outcomes,
                next: 0,
                waiting: BTreeMap::new(),
            })
        };
        let parts = Part::all(plan.experiment().variants.len());
        let starts = |part| {
            (0..count)
                .step_by(GROUP_ROWS)
                .map(move |start| (part, start))
        };
        Self {
            groups: parts
                .flat_map(starts)
                .map(|(part, start)| group(part, start))
                .collect(),
        }
    }

    /// Threads begin at different groups.
    fn take(&self, block: &Block, outcomes: &BlockOutcomes) {
        let groups = self.groups.len();
        for turn in 0..groups {
            let group = &self.groups[(7 * block.number + turn) % groups];
            locked(group).take(block, outcomes);
        }
    }

    pub fn into_outcomes(self) -> Vec<CountedOutcome> {
        let groups = self.groups.into_iter();
        groups
            .flat_map(|group| {
                group
                    .into_inner()
                    .unwrap_or_else(PoisonError::into_inner)
                    .outcomes
            })
            .collect()
    }
}

/// Shows the draws of each of some rows of a part, of `count` rows, with its place among them.
fn each_row(
    (part, rows, count): (Part, Range<usize>, usize),
    outcomes: &BlockOutcomes,
    mut show: impl FnMut(usize, &[f64]),
) {
    let mut columns: [Vec<f64>; ROWS_AT_ONCE] = std::array::from_fn(|_| Vec::new());
    for start in rows.clone().step_by(ROWS_AT_ONCE) {
        let at_once = start..rows.end.min(start + ROWS_AT_ONCE);
        columns.iter_mut().for_each(Vec::clear);
        part.append_to((at_once.clone(), count), outcomes, &mut columns);
        for (row, column) in at_once.zip(&columns) {
            show(row - rows.start, column);
        }
    }
}

impl RowGroup {
    fn take(&mut self, block: &Block, outcomes: &BlockOutcomes) {
        let mut sums = Vec::with_capacity(self.outcomes.len());
        let of = (self.part, self.rows.clone(), self.count);
        each_row(of, outcomes, |place, values| {
            let outcome = &mut self.outcomes[place];
            outcome.sketch.push_all(values);
            sums.push(OfBlock::of(values, outcome.pivot));
        });
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
