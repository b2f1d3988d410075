//! The distribution of every outcome, in eleven figures.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::precision::Errors;
use crate::engine::{CountedOutcome, OutcomeDraws, OutcomeKey, OutcomeTable};
use crate::model::OutcomeKind;
use crate::sampling::DesignKind;
use crate::statistics::{Moments, OrderStatistics, standard_error};

/// The reported quantile levels.
pub const LEVELS: [f64; 7] = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95];

/// The distribution of one outcome over draws.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Statistics {
    /// The mean; infinite when any draw is.
    pub mean: f64,
    /// The standard deviation.
    pub sd: f64,
    /// The quantiles at [`LEVELS`].
    pub quantiles: [f64; LEVELS.len()],
    /// The Monte Carlo standard error of the mean.
    pub se_mean: f64,
    /// The Monte Carlo standard error of the median.
    pub se_p50: f64,
}

impl Statistics {
    /// P5.
    #[must_use]
    pub fn p05(&self) -> f64 {
        self.quantiles[0]
    }

    /// P25.
    #[must_use]
    pub fn p25(&self) -> f64 {
        self.quantiles[2]
    }

    /// The median.
    #[must_use]
    pub fn p50(&self) -> f64 {
        self.quantiles[3]
    }

    /// P75.
    #[must_use]
    pub fn p75(&self) -> f64 {
        self.quantiles[4]
    }

    /// P95.
    #[must_use]
    pub fn p95(&self) -> f64 {
        self.quantiles[6]
    }

    /// P5, P50 and P95.
    #[must_use]
    pub fn band(&self) -> [f64; 3] {
        [self.p05(), self.p50(), self.p95()]
    }
}

/// One outcome and its distribution.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SummaryRow {
    /// What the row is about.
    pub key: OutcomeKey,
    /// How it is distributed.
    pub statistics: Statistics,
}

/// Every outcome of a run, summarised.
#[derive(Debug, Clone)]
pub struct Summary {
    rows: Vec<SummaryRow>,
    places: HashMap<OutcomeKey, usize>,
}

impl Summary {
    /// All rows, in the order of the outcome table.
    #[must_use]
    pub fn rows(&self) -> &[SummaryRow] {
        &self.rows
    }

    /// The probability that more than 1 ha waits, beside the row of what waits; `None` beside others.
    #[must_use]
    pub fn p_shortage(&self, key: &OutcomeKey) -> Option<f64> {
        if key.kind != OutcomeKind::Backlog {
            return None;
        }
        let kind = OutcomeKind::Shortage;
        self.get(&OutcomeKey { kind, ..*key })
            .map(|shortage| shortage.mean)
    }

    /// The distribution of one outcome, or `None` when it is not reported.
    #[must_use]
    pub fn get(&self, key: &OutcomeKey) -> Option<&Statistics> {
        self.places
            .get(key)
            .map(|&place| &self.rows[place].statistics)
    }
}

/// Summarises every outcome of a table whose draws came by this design.
#[must_use]
pub fn summarise(table: &OutcomeTable, design: DesignKind) -> Summary {
    let errors = Errors::of(table.replicates(), design);
    let statistics = table.map(|draws| match draws {
        OutcomeDraws::Kept(values) => describe(values, &errors),
        OutcomeDraws::Counted(counted) => describe_counts(counted, &errors),
    });
    let rows: Vec<_> = table
        .keys()
        .iter()
        .zip(statistics)
        .map(|(key, statistics)| SummaryRow {
            key: *key,
            statistics,
        })
        .collect();
    let places = rows
        .iter()
        .enumerate()
        .map(|(place, row)| (row.key, place))
        .collect();
    Summary { rows, places }
}

/// Describes the draws of one outcome.
fn describe(values: &[f64], errors: &Errors<'_>) -> Statistics {
    let moments = Moments::of(values);
    let (quantiles, se_p50) = match constant(&moments) {
        Some(value) if errors.replicates.len() > 1 => ([value; LEVELS.len()], 0.0),
        _ => quantiles_with_error(values, errors),
    };
    Statistics {
        mean: moments.mean(),
        sd: moments.standard_deviation(),
        quantiles,
        se_mean: errors.of_mean(values, &moments),
        se_p50,
    }
}

/// The value that an outcome has in every draw, if there is one.
fn constant(moments: &Moments) -> Option<f64> {
    let value = moments.least();
    (value == moments.most() && moments.mean().is_finite()).then_some(value)
}

/// The quantiles, and the standard error of the median.
fn quantiles_with_error(values: &[f64], errors: &Errors<'_>) -> ([f64; LEVELS.len()], f64) {
    let mut order = OrderStatistics::of(values);
    let reach = standard_error::error_of_share(0.5, values.len());
    let mut levels = LEVELS.to_vec();
    levels.extend([0.5 - reach, 0.5 + reach]);
    order.seek(&levels);
    let quantiles = LEVELS.map(|level| order.quantile(level));
    let se_p50 = errors.of_quantile(values, &mut order, 0.5);
    (quantiles, se_p50)
}

/// Describes an outcome whose draws were counted.
fn describe_counts(counted: &CountedOutcome, errors: &Errors<'_>) -> Statistics {
    let moments = &counted.moments;
    let mut quantiles = [f64::NAN; LEVELS.len()];
    counted.sketch.quantiles(&LEVELS, &mut quantiles);
    let (_, se_p50) = errors.counted_quantile(counted, 0.5);
    Statistics {
        mean: moments.mean(),
        sd: moments.standard_deviation(),
        quantiles,
        se_mean: errors.of_counted_mean(counted),
        se_p50,
    }
}
