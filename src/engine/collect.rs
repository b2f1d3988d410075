//! Gathering the outcomes of blocks, whichever thread computed them.

use ndarray::{Array2, Axis, Slice};

use super::table::CountedOutcome;
use crate::statistics::{Moments, QuantileSketch};

/// What one thread gathers while it computes blocks.
#[derive(Debug)]
pub(super) enum Collector {
    /// Every draw.
    Keep(Vec<(usize, Array2<f64>)>),
    /// Counts over all blocks, and moments block by block, since sums of floats depend on order.
    Count {
        sketches: Vec<QuantileSketch>,
        moments: Vec<(usize, Vec<Moments>)>,
    },
}

impl Collector {
    pub fn keeping() -> Self {
        Self::Keep(Vec::new())
    }

    pub fn counting(outcomes: usize) -> Self {
        Self::Count {
            sketches: vec![QuantileSketch::empty(); outcomes],
            moments: Vec::new(),
        }
    }

    /// Begins block number `block` of `draws` draws.
    pub fn begin(&mut self, block: usize, outcomes: usize, draws: usize) {
        match self {
            Self::Keep(blocks) => blocks.push((block, Array2::zeros((outcomes, draws)))),
            Self::Count { moments, .. } => {
                moments.push((block, vec![Moments::empty(); outcomes]));
            }
        }
    }

    /// Takes the outcomes (rows × draws) of a chunk that starts at draw `place` of the block.
    pub fn take(&mut self, place: usize, rows: &Array2<f64>) {
        match self {
            Self::Keep(blocks) => {
                if let Some((_, block)) = blocks.last_mut() {
                    let draws = Slice::from(place..place + rows.ncols());
                    block.slice_axis_mut(Axis(1), draws).assign(rows);
                }
            }
            Self::Count { sketches, moments } => {
                let Some((_, moments)) = moments.last_mut() else {
                    return;
                };
                for ((row, sketch), moments) in rows.outer_iter().zip(sketches).zip(moments) {
                    if let Some(row) = row.as_slice() {
                        for value in row {
                            sketch.push(*value);
                        }
                        *moments = moments.merged(&Moments::of(row));
                    }
                }
            }
        }
    }
}

/// The blocks of all threads, in order.
pub(super) fn kept_blocks(collectors: Vec<Collector>) -> Vec<Array2<f64>> {
    let mut blocks: Vec<_> = collectors
        .into_iter()
        .flat_map(|collector| match collector {
            Collector::Keep(blocks) => blocks,
            Collector::Count { .. } => Vec::new(),
        })
        .collect();
    blocks.sort_by_key(|(block, _)| *block);
    blocks.into_iter().map(|(_, outcomes)| outcomes).collect()
}

/// Adds one replicate, gathered by all threads, to the counts of those before it.
pub(super) fn add_replicate(collectors: Vec<Collector>, counted: &mut [CountedOutcome]) {
    let mut all_sketches: Option<Vec<QuantileSketch>> = None;
    let mut all_moments = Vec::new();
    for collector in collectors {
        let Collector::Count { sketches, moments } = collector else {
            continue;
        };
        all_moments.extend(moments);
        match &mut all_sketches {
            None => all_sketches = Some(sketches),
            Some(sums) => {
                for (sum, sketch) in sums.iter_mut().zip(&sketches) {
                    sum.merge(sketch);
                }
            }
        }
    }
    all_moments.sort_by_key(|(block, _)| *block);
    for (place, (sketch, counted)) in all_sketches.iter().flatten().zip(counted).enumerate() {
        let of_blocks = all_moments.iter().map(|(_, moments)| moments[place]);
        let moments = of_blocks.fold(Moments::empty(), |sum, block| sum.merged(&block));
        counted.means.push(moments.mean());
        counted.medians.push(sketch.quantile(0.5));
        counted.moments = counted.moments.merged(&moments);
        counted.sketch.merge(sketch);
    }
}
