//! Every reported outcome over all draws.

use std::collections::HashMap;
use std::ops::Range;

use ndarray::Array2;
use rayon::prelude::*;

use super::key::OutcomeKey;
use crate::statistics::{Moments, QuantileSketch, percentile_of, quantiles};

/// Outcomes by key, each with its draws, or with counts of them when they were too many to keep.
#[derive(Debug)]
pub struct OutcomeTable {
    keys: Vec<OutcomeKey>,
    places: HashMap<OutcomeKey, usize>,
    replicates: Vec<Range<usize>>,
    store: Store,
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
    /// The median of each replicate.
    pub medians: Vec<f64>,
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
    pub(super) fn new(keys: Vec<OutcomeKey>, replicates: Vec<Range<usize>>, store: Store) -> Self {
        let places = keys
            .iter()
            .enumerate()
            .map(|(place, key)| (*key, place))
            .collect();
        Self {
            keys,
            places,
            replicates,
            store,
        }
    }

    /// The outcomes, in the order of rows.
    #[must_use]
    pub fn keys(&self) -> &[OutcomeKey] {
        &self.keys
    }

    /// How many draws there are.
    #[must_use]
    pub fn draws(&self) -> usize {
        self.replicates.last().map_or(0, |last| last.end)
    }

    /// The draws of each independent replicate.
    #[must_use]
    pub fn replicates(&self) -> &[Range<usize>] {
        &self.replicates
    }

    /// The relative error of every quantile; 0 when all draws were kept.
    #[must_use]
    pub fn quantile_error(&self) -> f64 {
        match &self.store {
            Store::Kept(_) => 0.0,
            Store::Counted(_) => QuantileSketch::RELATIVE_ERROR,
        }
    }

    /// The row of an outcome, or `None` when it is not reported.
    #[must_use]
    pub fn place(&self, key: &OutcomeKey) -> Option<usize> {
        self.places.get(key).copied()
    }

    /// Applies `describe` to every outcome, in order of rows, on all threads.
    pub fn map<T: Send>(&self, describe: impl Fn(OutcomeDraws<'_>) -> T + Sync) -> Vec<T> {
        (0..self.keys.len())
            .into_par_iter()
            .map_init(Vec::new, |column, place| {
                self.look_at(place, column, &describe)
            })
            .collect()
    }

    /// The quantiles of an outcome at rising levels, or `None` when it is not reported.
    #[must_use]
    pub fn quantiles(&self, key: &OutcomeKey, levels: &[f64]) -> Option<Vec<f64>> {
        let place = self.place(key)?;
        Some(self.look_at(place, &mut Vec::new(), |draws| match draws {
            OutcomeDraws::Kept(values) => quantiles(values, levels),
            OutcomeDraws::Counted(counted) => levels
                .iter()
                .map(|&level| counted.sketch.quantile(level))
                .collect(),
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

    fn look_at<T>(
        &self,
        place: usize,
        column: &mut Vec<f64>,
        describe: impl Fn(OutcomeDraws<'_>) -> T,
    ) -> T {
        match &self.store {
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
