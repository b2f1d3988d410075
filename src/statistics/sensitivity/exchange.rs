//! Sobol' indices from a sample in which one factor at a time is exchanged for another sample's.

use super::resamples::{Estimate, Resamples};
use crate::numeric::count;

/// What one factor does to an outcome.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ExchangeIndices {
    /// The part of the variance that goes when the factor is known.
    pub first_order: Estimate,
    /// The part of the variance that stays when everything but the factor is known: with all its
    /// interactions.
    pub total: Estimate,
}

/// The indices of every factor of independent ones.
///
/// `base` and `other` are the outcome in two independent samples A and B, and each of `exchanged` is the
/// outcome in A with one factor taken from B. The first-order index is Σ (f_B − mean)·(f_AB − f_A) / N·V
/// (Saltelli et al. 2010), the total index Σ (f_A − f_AB)² / 2·N·V (Jansen 1999), V the variance in A and B
/// together.
#[must_use]
#[allow(clippy::doc_markdown)] // formulas
pub fn exchange_indices(
    base: &[f64],
    other: &[f64],
    exchanged: &[&[f64]],
    resamples: &Resamples,
) -> Vec<ExchangeIndices> {
    let indices = |mixed: &&[f64]| {
        let samples = Samples { base, other, mixed };
        let all: Vec<u32> = (0..).take(base.len()).collect();
        ExchangeIndices {
            first_order: resamples.around(samples.first_order(&all), |draws| {
                samples.first_order(draws)
            }),
            total: resamples.around(samples.total(&all), |draws| samples.total(draws)),
        }
    };
    exchanged.iter().map(indices).collect()
}

/// The three samples by which one factor is judged.
struct Samples<'s> {
    base: &'s [f64],
    other: &'s [f64],
    mixed: &'s [f64],
}

impl Samples<'_> {
    /// The mean and variance in both samples together.
    fn moments(&self, draws: &[u32]) -> (f64, f64) {
        let both = || {
            let pairs = draws.iter().map(|&draw| draw as usize);
            pairs.flat_map(|draw| [self.base[draw], self.other[draw]])
        };
        let number = 2.0 * count(draws.len());
        let mean = both().sum::<f64>() / number;
        let squares: f64 = both().map(|y| (y - mean) * (y - mean)).sum();
        (mean, squares / (number - 1.0))
    }

    fn first_order(&self, draws: &[u32]) -> f64 {
        let (mean, variance) = self.moments(draws);
        self.mean_of(draws, |base, other, mixed| (other - mean) * (mixed - base)) / variance
    }

    fn total(&self, draws: &[u32]) -> f64 {
        let (_, variance) = self.moments(draws);
        let squares = self.mean_of(draws, |base, _, mixed| (mixed - base) * (mixed - base));
        0.5 * squares / variance
    }

    fn mean_of(&self, draws: &[u32], term: impl Fn(f64, f64, f64) -> f64) -> f64 {
        let terms = draws.iter().map(|&draw| {
            let draw = draw as usize;
            term(self.base[draw], self.other[draw], self.mixed[draw])
        });
        terms.sum::<f64>() / count(draws.len())
    }
}
