//! Monte Carlo standard errors.
//!
//! For independent draws they follow from one sample. Draws of a Latin hypercube are not independent:
//! there the formulas for independent draws overstate the error, and the spread
//! [between replicates](between_replicates) gives the right one.

use std::ops::Range;

use super::{Moments, quantile_of_sorted};
use crate::numeric::{count, sqrt};

/// The standard error of the mean of independent draws, sd/√n; NaN with fewer than two.
#[must_use]
pub fn of_mean(values: &[f64]) -> f64 {
    Moments::of(values).standard_error()
}

/// The standard error of the quantile at `p` of independent draws, from a rising sample.
///
/// The number of draws below the true quantile is binomial, so the order statistics at the ranks
/// p ± √(p(1−p)/n) enclose it with the probability of one standard error either side; half their
/// distance is returned (the order-statistic interval; Serfling 1980, *Approximation Theorems*, §2.6).
/// Needs no density. NaN with fewer than two draws; infinite or NaN where the sample is infinite.
#[must_use]
pub fn of_quantile(sorted: &[f64], p: f64) -> f64 {
    if sorted.len() < 2 {
        return f64::NAN;
    }
    let p = p.clamp(0.0, 1.0);
    let reach = sqrt(p * (1.0 - p) / count(sorted.len()));
    0.5 * (quantile_of_sorted(sorted, p + reach) - quantile_of_sorted(sorted, p - reach))
}

/// The standard error of the average of independent replicates' results: sd/√R.
///
/// The same figure serves for the statistic of all draws together, which differs from the average over
/// replicates by less than its error. NaN with fewer than two replicates.
#[must_use]
pub fn between_replicates(results: &[f64]) -> f64 {
    Moments::of(results).standard_error()
}

/// A statistic of each replicate's values, in order.
///
/// A range beyond the sample is cut off at its end.
pub fn of_each_replicate(
    values: &[f64],
    replicates: impl IntoIterator<Item = Range<usize>>,
    statistic: impl Fn(&[f64]) -> f64,
) -> Vec<f64> {
    replicates
        .into_iter()
        .map(|range| {
            let end = range.end.min(values.len());
            statistic(&values[range.start.min(end)..end])
        })
        .collect()
}

/// The standard error of the mean, from the spread of the replicates' means.
pub fn of_mean_between_replicates(
    values: &[f64],
    replicates: impl IntoIterator<Item = Range<usize>>,
) -> f64 {
    between_replicates(&of_each_replicate(values, replicates, |part| {
        Moments::of(part).mean()
    }))
}

/// The standard error of the quantile at `p`, from the spread of the replicates' quantiles.
///
/// Each replicate must be large enough to have that quantile: at least 1/min(p, 1 − p) draws.
pub fn of_quantile_between_replicates(
    values: &[f64],
    replicates: impl IntoIterator<Item = Range<usize>>,
    p: f64,
) -> f64 {
    let quantile = |part: &[f64]| super::quantiles(part, &[p])[0];
    between_replicates(&of_each_replicate(values, replicates, quantile))
}

#[cfg(test)]
mod tests {
    use rand::rngs::Xoshiro256PlusPlus;
    use rand::{RngExt, SeedableRng};

    use super::*;

    fn uniforms(seed: u64, n: usize) -> Vec<f64> {
        let mut generator = Xoshiro256PlusPlus::seed_from_u64(seed);
        (0..n).map(|_| generator.random::<f64>()).collect()
    }

    fn ranges(n: usize, size: usize) -> impl Iterator<Item = Range<usize>> {
        (0..n / size).map(move |r| r * size..(r + 1) * size)
    }

    #[test]
    fn between_replicates_by_hand() {
        let values = [1.0, 3.0, 4.0, 6.0, 9.0, 7.0];
        // means 2, 5, 8: sd 3, over √3
        let error = of_mean_between_replicates(&values, ranges(6, 2));
        assert!((error - 3.0_f64.sqrt()).abs() < 1e-14);
    }

    /// √(p(1−p)/n)/f is the exact large-sample error of a uniform's quantile, with density f = 1.
    #[test]
    fn the_error_of_a_quantile_matches_theory() {
        for p in [0.05, 0.5, 0.9] {
            let runs = 200;
            let total: f64 = (0..runs)
                .map(|seed| {
                    let mut values = uniforms(seed, 2_000);
                    super::super::sort(&mut values);
                    of_quantile(&values, p)
                })
                .sum();
            let theory = (p * (1.0 - p) / 2_000.0_f64).sqrt();
            let ratio = total / 200.0 / theory;
            assert!((ratio - 1.0).abs() < 0.03, "{p}: {ratio}");
        }
    }

    #[test]
    fn for_independent_draws_both_ways_agree() {
        let values = uniforms(1, 100_000);
        let mut sorted = values.clone();
        super::super::sort(&mut sorted);
        let mean = of_mean_between_replicates(&values, ranges(100_000, 200)) / of_mean(&values);
        let median = of_quantile_between_replicates(&values, ranges(100_000, 200), 0.5)
            / of_quantile(&sorted, 0.5);
        // 500 replicates: a relative standard error of 3 %
        assert!((mean - 1.0).abs() < 0.12, "{mean}");
        assert!((median - 1.0).abs() < 0.2, "{median}");
    }

    #[test]
    fn too_few_values_have_no_error() {
        assert!(of_mean(&[1.0]).is_nan());
        assert!(of_quantile(&[1.0], 0.5).is_nan());
        assert!(between_replicates(&[2.0]).is_nan());
    }

    #[test]
    fn ranges_beyond_the_sample_are_cut_off() {
        let sums = of_each_replicate(&[1.0, 2.0], [0..1, 1..9, 5..7], |part| part.iter().sum());
        assert_eq!(sums, [1.0, 2.0, 0.0]);
    }
}
