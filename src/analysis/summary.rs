//! The distribution of every outcome, in eleven figures.

use std::collections::HashMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};

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

/// How standard errors follow from the draws.
pub(super) struct Errors<'a> {
    pub replicates: &'a [Range<usize>],
    /// Whether all draws are independent, or only replicates are.
    pub are_independent: bool,
}

impl<'a> Errors<'a> {
    pub fn of(replicates: &'a [Range<usize>], design: DesignKind) -> Self {
        Self {
            replicates,
            are_independent: design == DesignKind::MonteCarlo,
        }
    }

    /// From the results of replicates.
    pub fn between(&self, results: &[f64]) -> f64 {
        let sizes = self.replicates.iter().map(ExactSizeIterator::len);
        let results: Vec<_> = results.iter().copied().zip(sizes).collect();
        standard_error::of_results(&results)
    }

    /// A quantile of an outcome whose draws were counted, with its standard error.
    ///
    /// That of the median follows from the spread between replicates; any other has that of
    /// independent draws, which is on the safe side for draws that are spread evenly.
    pub fn of_counted_quantile(&self, counted: &CountedOutcome, p: f64) -> (f64, f64) {
        let reach = standard_error::error_of_share(p, counted.moments.number());
        let mut found = [f64::NAN; 3];
        counted
            .sketch
            .quantiles(&[p - reach, p, p + reach], &mut found);
        let [low, quantile, high] = found;
        let independent = 0.5 * (high - low);
        let ratio = if self.are_independent || p != 0.5 {
            1.0
        } else {
            self.between(&counted.shares_below) / reach
        };
        (quantile, independent * ratio)
    }
}

/// Describes the draws of one outcome.
fn describe(values: &[f64], errors: &Errors<'_>) -> Statistics {
    let moments = Moments::of(values);
    let replicates = || errors.replicates.iter().cloned();
    let se_mean = if errors.are_independent {
        moments.standard_error()
    } else {
        standard_error::of_mean_between_replicates(values, replicates())
    };
    let (quantiles, se_p50) = match constant(&moments) {
        Some(value) if errors.replicates.len() > 1 => ([value; LEVELS.len()], 0.0),
        _ => quantiles_with_error(values, errors),
    };
    Statistics {
        mean: moments.mean(),
        sd: moments.standard_deviation(),
        quantiles,
        se_mean,
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
    let se_p50 = if errors.are_independent {
        standard_error::of_quantile(&mut order, 0.5)
    } else {
        let replicates = errors.replicates.iter().cloned();
        standard_error::of_quantile_between_replicates(values, replicates, &mut order, 0.5)
    };
    (quantiles, se_p50)
}

/// Describes an outcome whose draws were counted.
fn describe_counts(counted: &CountedOutcome, errors: &Errors<'_>) -> Statistics {
    let moments = &counted.moments;
    let mut quantiles = [f64::NAN; LEVELS.len()];
    counted.sketch.quantiles(&LEVELS, &mut quantiles);
    let (_, se_p50) = errors.of_counted_quantile(counted, 0.5);
    let se_mean = if errors.are_independent {
        moments.standard_error()
    } else {
        errors.between(&counted.means)
    };
    Statistics {
        mean: moments.mean(),
        sd: moments.standard_deviation(),
        quantiles,
        se_mean,
        se_p50,
    }
}
