//! How precisely a mean or a quantile is known, from draws that were kept or counted.

use std::ops::Range;

use crate::engine::{CountedOutcome, OutcomeDraws};
use crate::sampling::DesignKind;
use crate::statistics::{Moments, OrderStatistics, standard_error};

/// How standard errors follow from the draws.
pub(super) struct Errors<'a> {
    pub replicates: &'a [Range<usize>],
    /// Whether all draws are independent, or only replicates are.
    are_independent: bool,
}

impl<'a> Errors<'a> {
    pub fn of(replicates: &'a [Range<usize>], design: DesignKind) -> Self {
        Self {
            replicates,
            are_independent: design == DesignKind::MonteCarlo,
        }
    }

    /// The mean of an outcome with its standard error.
    pub fn mean(&self, draws: &OutcomeDraws<'_>) -> (f64, f64) {
        match draws {
            OutcomeDraws::Kept(values) => {
                let moments = Moments::of(values);
                (moments.mean(), self.of_mean(values, &moments))
            }
            OutcomeDraws::Counted(counted) => {
                (counted.moments.mean(), self.of_counted_mean(counted))
            }
        }
    }

    /// A quantile of an outcome with its standard error.
    pub fn quantile(&self, draws: &OutcomeDraws<'_>, p: f64) -> (f64, f64) {
        match draws {
            OutcomeDraws::Kept(values) => {
                let mut order = OrderStatistics::of(values);
                let error = self.of_quantile(values, &mut order, p);
                (order.quantile(p), error)
            }
            OutcomeDraws::Counted(counted) => self.counted_quantile(counted, p),
        }
    }

    /// The error of the mean of draws that have these moments.
    pub fn of_mean(&self, values: &[f64], moments: &Moments) -> f64 {
        if self.are_independent {
            moments.standard_error()
        } else {
            let replicates = self.replicates.iter().cloned();
            standard_error::of_mean_between_replicates(values, replicates)
        }
    }

    /// The error of a quantile of draws in that order.
    pub fn of_quantile(&self, values: &[f64], order: &mut OrderStatistics, p: f64) -> f64 {
        if self.are_independent {
            standard_error::of_quantile(order, p)
        } else {
            let replicates = self.replicates.iter().cloned();
            standard_error::of_quantile_between_replicates(values, replicates, order, p)
        }
    }

    /// The error of the mean of an outcome whose draws were counted.
    pub fn of_counted_mean(&self, counted: &CountedOutcome) -> f64 {
        if self.are_independent {
            counted.moments.standard_error()
        } else {
            self.between(&counted.means)
        }
    }

    /// A quantile of an outcome whose draws were counted, with its standard error.
    ///
    /// That of the median follows from the spread between replicates; any other has that of
    /// independent draws, which is on the safe side for draws that are spread evenly.
    pub fn counted_quantile(&self, counted: &CountedOutcome, p: f64) -> (f64, f64) {
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

    /// From the results of replicates.
    fn between(&self, results: &[f64]) -> f64 {
        let sizes = self.replicates.iter().map(ExactSizeIterator::len);
        let results: Vec<_> = results.iter().copied().zip(sizes).collect();
        standard_error::of_results(&results)
    }
}
