//! Every reported outcome over all draws.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use rayon::ThreadPool;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::block::BlockOutcomes;
use super::key::OutcomeKey;
use super::rows::Rows;
use crate::statistics::{Moments, OrderStatistics, QuantileSketch, percentile_of, quantiles};

/// The outcomes of a scenario and of the policy variants on the same draws.
#[derive(Debug)]
pub struct Outcomes {
    /// The scenario without a variant.
    pub base: OutcomeTable,
    /// The variants, in the order of the experiment.
    pub variants: Vec<VariantOutcomes>,
}

/// The outcomes of one policy variant.
#[derive(Debug)]
pub struct VariantOutcomes {
    /// Its outcomes.
    pub own: OutcomeTable,
    /// What they differ from those of the scenario, draw by draw.
    pub difference: OutcomeTable,
}

/// Outcomes by key, each with its draws, or with counts of them when they were too many to keep.
#[derive(Debug, Clone)]
pub struct OutcomeTable {
    shared: Arc<Shared>,
    part: Part,
}

/// Whose outcomes a table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Those of the scenario.
    Scenario,
    /// Those of the variant at a place.
    Variant(usize),
    /// What those of a variant differ from those of the scenario.
    Difference(usize),
}

impl Part {
    /// All parts of a run with so many variants, in the order in which outcomes are counted.
    pub fn all(variants: usize) -> impl Iterator<Item = Part> {
        let of_variants =
            (0..variants).flat_map(|variant| [Part::Variant(variant), Part::Difference(variant)]);
        std::iter::once(Part::Scenario).chain(of_variants)
    }

    /// The place of the part among those that are counted.
    fn order(self) -> usize {
        match self {
            Part::Scenario => 0,
            Part::Variant(variant) => 1 + 2 * variant,
            Part::Difference(variant) => 2 + 2 * variant,
        }
    }

    /// Appends the draws of rows of the part, of `count` rows, to a column for each.
    pub fn append_to(
        self,
        (rows, count): (Range<usize>, usize),
        block: &BlockOutcomes,
        columns: &mut [Vec<f64>],
    ) {
        let (first, less) = match self {
            Part::Scenario => (0, None),
            Part::Variant(variant) => ((1 + variant) * count, None),
            Part::Difference(variant) => ((1 + variant) * count, Some(rows.start)),
        };
        block.append_to(first + rows.start..first + rows.end, less, columns);
    }
}

/// What the tables of one run have in common.
#[derive(Debug)]
struct Shared {
    keys: Vec<OutcomeKey>,
    /// The place of each key among the keys.
    places: HashMap<OutcomeKey, usize>,
    /// The row of each key; rows that are always the same are kept once.
    rows: Vec<usize>,
    /// How many rows each part has.
    count: usize,
    replicates: Vec<Range<usize>>,
    store: Store,
    /// The threads of the run, which describe its outcomes too.
    pool: ThreadPool,
}

impl Outcomes {
    /// Divides what is kept, with the replicates it is of, over the scenario and `variants` variants.
    pub(super) fn new(
        rows: &Rows,
        variants: usize,
        kept: (Vec<Range<usize>>, Store),
        pool: ThreadPool,
    ) -> Self {
        let (replicates, store) = kept;
        let keys = rows.keys().iter().enumerate();
        let shared = Arc::new(Shared {
            places: keys.map(|(place, key)| (*key, place)).collect(),
            keys: rows.keys().to_vec(),
            rows: rows.places().to_vec(),
            count: rows.reported(),
            replicates,
            store,
            pool,
        });
        let table = |part| OutcomeTable {
            shared: Arc::clone(&shared),
            part,
        };
        Self {
            base: table(Part::Scenario),
            variants: (0..variants)
                .map(|variant| VariantOutcomes {
                    own: table(Part::Variant(variant)),
                    difference: table(Part::Difference(variant)),
                })
                .collect(),
        }
    }
}

/// What is kept of the draws.
#[derive(Debug)]
pub(super) enum Store {
    /// Every draw of the scenario and its variants, in blocks in order of draws. Differences are taken
    /// when they are looked at.
    Kept(Vec<BlockOutcomes>),
    /// Counts for every row of every part.
    Counted(Vec<CountedOutcome>),
}

/// Rows that are put together from blocks at once, so that each block is read a page at a time.
pub(super) const ROWS_AT_ONCE: usize = 8;

/// An outcome whose draws were counted, not kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CountedOutcome {
    /// The counts, from which quantiles follow with a stated error.
    pub sketch: QuantileSketch,
    /// The exact moments of all draws.
    pub moments: Moments,
    /// The mean of each replicate.
    pub means: Vec<f64>,
    /// A value near the median: that of the first draws.
    pub pivot: f64,
    /// The part of each replicate below the pivot, ties counting half.
    pub shares_below: Vec<f64>,
}

impl CountedOutcome {
    /// Whether `next` is one replicate of `draws` draws of the same outcome of the same run.
    pub(super) fn is_followed_by(&self, next: &Self, draws: usize) -> bool {
        next.sketch.precision() == self.sketch.precision()
            && next.sketch.is_sound()
            && next.pivot.to_bits() == self.pivot.to_bits()
            && next.means.len() == 1
            && next.shares_below.len() == 1
            && [next.sketch.number(), next.moments.number()] == [draws; 2]
    }

    /// Adds the replicate that follows.
    pub(super) fn append(&mut self, next: &Self) {
        self.sketch.merge(&next.sketch);
        self.moments = self.moments.merged(&next.moments);
        self.means.extend(&next.means);
        self.shares_below.extend(&next.shares_below);
    }
}

/// The draws of one outcome.
#[derive(Debug)]
pub enum OutcomeDraws<'a> {
    /// Every draw, in order.
    Kept(&'a [f64]),
    /// Counts of them.
    Counted(&'a CountedOutcome),
}

impl OutcomeTable {
    /// The outcomes, in the order of rows.
    #[must_use]
    pub fn keys(&self) -> &[OutcomeKey] {
        &self.shared.keys
    }

    /// How many draws there are.
    #[must_use]
    pub fn draws(&self) -> usize {
        self.shared.replicates.last().map_or(0, |last| last.end)
    }

    /// The draws of each independent replicate.
    #[must_use]
    pub fn replicates(&self) -> &[Range<usize>] {
        &self.shared.replicates
    }

    /// The relative error of every quantile; 0 when all draws were kept.
    #[must_use]
    pub fn quantile_error(&self) -> f64 {
        match &self.shared.store {
            Store::Kept(_) => 0.0,
            Store::Counted(outcomes) => outcomes
                .first()
                .map_or(0.0, |outcome| outcome.sketch.relative_error()),
        }
    }

    /// The row of an outcome, or `None` when it is not reported.
    #[must_use]
    pub fn place(&self, key: &OutcomeKey) -> Option<usize> {
        self.shared.places.get(key).copied()
    }

    /// Applies `describe` to every outcome, in order of rows, on the threads of the run. Outcomes that
    /// are always the same are described once.
    pub fn map<T: Clone + Send>(&self, describe: impl Fn(OutcomeDraws<'_>) -> T + Sync) -> Vec<T> {
        let count = self.shared.count;
        let described: Vec<Vec<T>> = self.shared.pool.install(|| {
            (0..count.div_ceil(ROWS_AT_ONCE))
                .into_par_iter()
                .map_init(Vec::new, |columns, turn| {
                    let first = turn * ROWS_AT_ONCE;
                    let rows = first..count.min(first + ROWS_AT_ONCE);
                    self.describe_rows(rows, columns, &describe)
                })
                .collect()
        });
        let described: Vec<T> = described.into_iter().flatten().collect();
        let rows = self.shared.rows.iter();
        rows.map(|&row| described[row].clone()).collect()
    }

    /// The draws of an outcome, in order; `None` when it is not reported or its draws were counted.
    #[must_use]
    pub fn values(&self, key: &OutcomeKey) -> Option<Vec<f64>> {
        let place = self.place(key)?;
        self.look_at(place, |draws| match draws {
            OutcomeDraws::Kept(values) => Some(values.to_vec()),
            OutcomeDraws::Counted(_) => None,
        })?
    }

    /// The quantiles of an outcome at rising levels, or `None` when it is not reported.
    #[must_use]
    pub fn quantiles(&self, key: &OutcomeKey, levels: &[f64]) -> Option<Vec<f64>> {
        let place = self.place(key)?;
        self.look_at(place, |draws| match draws {
            OutcomeDraws::Kept(values) => quantiles(values, levels),
            OutcomeDraws::Counted(counted) => levels
                .iter()
                .map(|&level| counted.sketch.quantile(level))
                .collect(),
        })
    }

    /// The part of draws of an outcome below `value`, ties counting half; `None` when it is not
    /// reported.
    #[must_use]
    pub fn percentile_of(&self, key: &OutcomeKey, value: f64) -> Option<f64> {
        let place = self.place(key)?;
        self.look_at(place, |draws| match draws {
            OutcomeDraws::Kept(values) => percentile_of(value, values),
            OutcomeDraws::Counted(counted) => counted.sketch.percentile_of(value),
        })
    }

    /// The mean of an outcome; `None` when it is not reported.
    #[must_use]
    pub fn mean(&self, key: &OutcomeKey) -> Option<f64> {
        let place = self.place(key)?;
        self.look_at(place, |draws| match draws {
            OutcomeDraws::Kept(values) => Moments::of(values).mean(),
            OutcomeDraws::Counted(counted) => counted.moments.mean(),
        })
    }

    /// The mean of the greatest part 1 − `p` of an outcome's draws; `None` when it is not reported.
    #[must_use]
    pub fn mean_above(&self, key: &OutcomeKey, p: f64) -> Option<f64> {
        let place = self.place(key)?;
        self.look_at(place, |draws| match draws {
            OutcomeDraws::Kept(values) => OrderStatistics::of(values).mean_above(p),
            OutcomeDraws::Counted(counted) => counted.sketch.mean_above(p),
        })
    }

    /// Applies `describe` to the outcome of the key at `place`.
    fn look_at<T>(&self, place: usize, describe: impl Fn(OutcomeDraws<'_>) -> T) -> Option<T> {
        let row = self.shared.rows[place];
        self.describe_rows(row..row + 1, &mut Vec::new(), &describe)
            .pop()
    }

    /// Applies `describe` to some rows, in columns that serve again.
    fn describe_rows<T>(
        &self,
        rows: Range<usize>,
        columns: &mut Vec<Vec<f64>>,
        describe: &impl Fn(OutcomeDraws<'_>) -> T,
    ) -> Vec<T> {
        let count = self.shared.count;
        match &self.shared.store {
            Store::Kept(blocks) => {
                columns.resize_with(columns.len().max(rows.len()), Vec::new);
                let columns = &mut columns[..rows.len()];
                columns.iter_mut().for_each(Vec::clear);
                for block in blocks {
                    self.part.append_to((rows.clone(), count), block, columns);
                }
                let columns = columns.iter();
                columns
                    .map(|column| describe(OutcomeDraws::Kept(column)))
                    .collect()
            }
            Store::Counted(outcomes) => {
                let first = self.part.order() * count;
                let outcomes = outcomes[first + rows.start..first + rows.end].iter();
                outcomes
                    .map(|outcome| describe(OutcomeDraws::Counted(outcome)))
                    .collect()
            }
        }
    }
}
