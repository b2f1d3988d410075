//! Every reported outcome over all draws.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use ndarray::Array2;
use rayon::ThreadPool;
use rayon::prelude::*;

use super::key::OutcomeKey;
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
    /// Where the rows begin in what is kept of all tables.
    first: usize,
}

/// What the tables of one run have in common.
#[derive(Debug)]
struct Shared {
    keys: Vec<OutcomeKey>,
    places: HashMap<OutcomeKey, usize>,
    replicates: Vec<Range<usize>>,
    store: Store,
    /// The threads of the run, which describe its outcomes too.
    pool: ThreadPool,
}

impl Outcomes {
    /// Divides what is kept, with the replicates it is of, over the scenario and `variants` variants.
    pub(super) fn new(
        keys: Vec<OutcomeKey>,
        variants: usize,
        kept: (Vec<Range<usize>>, Store),
        pool: ThreadPool,
    ) -> Self {
        let (replicates, store) = kept;
        let places = keys
            .iter()
            .enumerate()
            .map(|(place, key)| (*key, place))
            .collect();
        let rows = keys.len();
        let shared = Arc::new(Shared {
            keys,
            places,
            replicates,
            store,
            pool,
        });
        let table = |number: usize| OutcomeTable {
            shared: Arc::clone(&shared),
            first: number * rows,
        };
        Self {
            base: table(0),
            variants: (0..variants)
                .map(|variant| VariantOutcomes {
                    own: table(1 + 2 * variant),
                    difference: table(2 + 2 * variant),
                })
                .collect(),
        }
    }
}

/// What is kept of the draws.
#[derive(Debug)]
pub(super) enum Store {
    /// Every draw, in blocks (outcomes × draws) in order of draws.
    Kept(Vec<Array2<f64>>),
    /// Counts for every outcome.
    Counted(Vec<CountedOutcome>),
}

/// An outcome whose draws were counted, not kept.
#[derive(Debug, Clone)]
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

    /// Applies `describe` to every outcome, in order of rows, on the threads of the run.
    pub fn map<T: Send>(&self, describe: impl Fn(OutcomeDraws<'_>) -> T + Sync) -> Vec<T> {
        self.shared.pool.install(|| {
            (0..self.shared.keys.len())
                .into_par_iter()
                .map_init(Vec::new, |column, place| {
                    self.look_at(place, column, &describe)
                })
                .collect()
        })
    }

    /// The quantiles of an outcome at rising levels, or `None` when it is not reported.
    #[must_use]
    pub fn quantiles(&self, key: &OutcomeKey, levels: &[f64]) -> Option<Vec<f64>> {
        let place = self.place(key)?;
        Some(self.look_at(place, &mut Vec::new(), |draws| {
            match draws {
                OutcomeDraws::Kept(values) => quantiles(values, levels),
                OutcomeDraws::Counted(counted) => levels
                    .iter()
                    .map(|&level| counted.sketch.quantile(level))
                    .collect(),
            }
        }))
    }

    /// The part of draws of an outcome below `value`, ties counting half; `None` when it is not
    /// reported.
    #[must_use]
    pub fn percentile_of(&self, key: &OutcomeKey, value: f64) -> Option<f64> {
        let place = self.place(key)?;
        Some(self.look_at(place, &mut Vec::new(), |draws| match draws {
            OutcomeDraws::Kept(values) => percentile_of(value, values),
            OutcomeDraws::Counted(counted) => counted.sketch.percentile_of(value),
        }))
    }

    /// The mean of an outcome; `None` when it is not reported.
    #[must_use]
    pub fn mean(&self, key: &OutcomeKey) -> Option<f64> {
        let place = self.place(key)?;
        Some(self.look_at(place, &mut Vec::new(), |draws| match draws {
            OutcomeDraws::Kept(values) => Moments::of(values).mean(),
            OutcomeDraws::Counted(counted) => counted.moments.mean(),
        }))
    }

    /// The mean of the greatest part 1 − `p` of an outcome's draws; `None` when it is not reported.
    #[must_use]
    pub fn mean_above(&self, key: &OutcomeKey, p: f64) -> Option<f64> {
        let place = self.place(key)?;
        Some(self.look_at(place, &mut Vec::new(), |draws| match draws {
            OutcomeDraws::Kept(values) => OrderStatistics::of(values).mean_above(p),
            OutcomeDraws::Counted(counted) => counted.sketch.mean_above(p),
        }))
    }

    fn look_at<T>(
        &self,
        place: usize,
        column: &mut Vec<f64>,
        describe: impl Fn(OutcomeDraws<'_>) -> T,
    ) -> T {
        let place = self.first + place;
        match &self.shared.store {
            Store::Kept(blocks) => {
                column.clear();
                for block in blocks {
                    column.extend(block.row(place));
                }
                describe(OutcomeDraws::Kept(column))
            }
            Store::Counted(outcomes) => describe(OutcomeDraws::Counted(&outcomes[place])),
        }
    }
}
