//! Monte Carlo standard errors.
//!
//! For independent draws they follow from one sample. Draws of a Latin hypercube or a Sobol' sequence
//! are not independent: there the formulas for independent draws overstate the error, and the spread
//! between replicates, which are independent, gives the right one. It rests on few numbers: with R
//! replicates, an interval that holds the true value in 95 % of all runs is the estimate plus or minus
//! t times the standard error, with t the 97.5 % point of Student's distribution with R − 1 degrees of
//! freedom (2.09 for 20 replicates, 2.13 for 16).

use std::ops::Range;

use super::moments::sum;
use super::{Moments, OrderStatistics};
use crate::numeric::{count, sqrt};

/// The standard error of the quantile at `p` of independent draws.
///
/// The number of draws below the true quantile is binomial, so the order statistics at the ranks
/// p ± √(p(1−p)/n) enclose it with the probability of one standard error either side; half their
/// distance is returned (the order-statistic interval; Serfling 1980, *Approximation Theorems*, §2.6).
/// Needs no density. NaN with fewer than two draws; infinite or NaN where the sample is infinite.
#[must_use]
pub fn of_quantile(order: &mut OrderStatistics, p: f64) -> f64 {
    if order.number() < 2 {
        return f64::NAN;
    }
    let p = p.clamp(0.0, 1.0);
    let reach = error_of_share(p, order.number());
    0.5 * (order.quantile(p + reach) - order.quantile(p - reach))
}

/// The standard error of the share of `number` independent draws that lies below the quantile at `p`.
#[must_use]
pub fn error_of_share(p: f64, number: usize) -> f64 {
    sqrt(p * (1.0 - p) / count(number))
}

/// The standard error of the mean, from the spread of the replicates' means.
///
/// NaN with fewer than two replicates.
pub fn of_mean_between_replicates(
    values: &[f64],
    replicates: impl IntoIterator<Item = Range<usize>>,
) -> f64 {
    between_replicates(values, replicates, |part| {
        sum(part, |x| x) / count(part.len())
    })
}

/// The standard error of the quantile at `p`, from the spread between replicates of the share of draws
/// below it.
///
/// It is the [error for independent draws](of_quantile) times the ratio of that spread to the spread
/// which independent draws would have. `order` holds the same `values`. Replicates may be too small to
/// have that quantile themselves. NaN with fewer than two replicates.
pub fn of_quantile_between_replicates(
    values: &[f64],
    replicates: impl IntoIterator<Item = Range<usize>>,
    order: &mut OrderStatistics,
    p: f64,
) -> f64 {
    let quantile = order.quantile(p);
    let spread = between_replicates(values, replicates, |part| {
        super::percentile_of(quantile, part)
    });
    let independent = error_of_share(p.clamp(0.0, 1.0), values.len());
    of_quantile(order, p) * (spread / independent)
}

/// The standard error of a statistic of all draws that is the average of its values in replicates.
///
/// With R replicates of the same size it is sd/√R. A shorter last replicate counts in the average but
/// not in sd, with its share of the error taken to be that of a whole one. Ranges beyond the sample are
/// cut off at its end; NaN with fewer than two whole replicates.
fn between_replicates(
    values: &[f64],
    replicates: impl IntoIterator<Item = Range<usize>>,
    statistic: impl Fn(&[f64]) -> f64,
) -> f64 {
    let parts: Vec<&[f64]> = replicates
        .into_iter()
        .map(|range| {
            let end = range.end.min(values.len());
            &values[range.start.min(end)..end]
        })
        .filter(|part| !part.is_empty())
        .collect();
    let results: Vec<_> = parts
        .iter()
        .map(|part| (statistic(part), part.len()))
        .collect();
    of_results(&results)
}

/// The standard error of a statistic from its results in replicates, each with its number of draws.
#[must_use]
pub fn of_results(results: &[(f64, usize)]) -> f64 {
    let whole = results.iter().map(|(_, draws)| *draws).max().unwrap_or(0);
    let total: usize = results.iter().map(|(_, draws)| draws).sum();
    // even replicates differ by one draw at most
    let of_whole: Vec<f64> = results
        .iter()
        .filter(|(_, draws)| draws + 1 >= whole)
        .map(|(result, _)| *result)
        .collect();
    let spread = Moments::of(&of_whole).standard_deviation();
    spread * sqrt(count(results.len())) * (count(whole) / count(total))
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

    #[test]
    fn a_shorter_last_replicate_adds_to_the_average_only() {
        let values = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 100.0];
        // means 2, 5, 8: sd 3; four parts of at most 3 draws in 10
        let error = of_mean_between_replicates(&values, [0..3, 3..6, 6..9, 9..12]);
        assert!((error - 3.0 * 2.0 * 0.3).abs() < 1e-14);
    }

    #[test]
    fn the_error_of_a_quantile_between_replicates_by_hand() {
        let values: Vec<f64> = (1..=16).map(f64::from).collect();
        // the median is 8.5, with 4 of 4, 4 of 4, 0 and 0 draws below it: sd √(1/3), over √4
        let share = (1.0_f64 / 3.0).sqrt() / 2.0;
        // independent draws: ranks 0.5 ± 1/8 of the distance 15, each of one unit
        let expected = 15.0 / 8.0 * share / (1.0 / 8.0);
        let mut order = OrderStatistics::of(&values);
        let error = of_quantile_between_replicates(&values, ranges(16, 4), &mut order, 0.5);
        assert!((error - expected).abs() < 1e-13, "{error} {expected}");
    }

    /// √(p(1−p)/n)/f is the exact large-sample error of a uniform's quantile, with density f = 1.
    #[test]
    fn the_error_of_a_quantile_matches_theory() {
        for p in [0.05, 0.5, 0.9] {
            let total: f64 = (0..200)
                .map(|seed| of_quantile(&mut OrderStatistics::of(&uniforms(seed, 2_000)), p))
                .sum();
            let theory = (p * (1.0 - p) / 2_000.0_f64).sqrt();
            let ratio = total / 200.0 / theory;
            assert!((ratio - 1.0).abs() < 0.03, "{p}: {ratio}");
        }
    }

    #[test]
    fn for_independent_draws_both_ways_agree() {
        let values = uniforms(1, 100_000);
        let mut order = OrderStatistics::of(&values);
        let mean = of_mean_between_replicates(&values, ranges(100_000, 200))
            / Moments::of(&values).standard_error();
        assert!((mean - 1.0).abs() < 0.12, "{mean}");
        for p in [0.05, 0.5] {
            let replicates = ranges(100_000, 200);
            let between = of_quantile_between_replicates(&values, replicates, &mut order, p);
            // 500 replicates: a relative standard error of 3 %
            let ratio = between / of_quantile(&mut order, p);
            assert!((ratio - 1.0).abs() < 0.12, "{p}: {ratio}");
        }
    }

    #[test]
    fn too_few_values_have_no_error() {
        let mut one = OrderStatistics::of(&[1.0]);
        assert!(of_quantile(&mut one, 0.5).is_nan());
        assert!(of_mean_between_replicates(&[2.0, 3.0], ranges(2, 2)).is_nan());
    }

    #[test]
    fn ranges_beyond_the_sample_are_cut_off() {
        let error = between_replicates(&[1.0, 2.0], [0..1, 1..9, 5..7], |part| part[0]);
        // sd √½, over √2
        assert!((error - 0.5).abs() < 1e-15);
    }
}
