//! Replicated Latin hypercube sampling, addressable by draw.

use super::stream::{Purpose, inside_open_unit};
use super::{Design, Replicates, StreamKey};

/// A Latin hypercube in every replicate.
///
/// In a replicate of n draws every stream has exactly one point in each of the n strata
/// \[s/n, (s+1)/n): u = (π(j) + v)/n, with j the draw's place in the replicate, π a random permutation
/// of the stream and replicate, and v a uniform. Means converge faster than with independent draws;
/// how much faster shows only between replicates, which are independent.
/// Source: McKay, Beckman & Conover (1979), *Technometrics* 21(2).
///
/// The permutation is a keyed bijection, so a draw is found without the others of its replicate.
#[allow(clippy::doc_markdown)] // a name
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LatinHypercube {
    replicates: Replicates,
}

impl LatinHypercube {
    /// With a chosen division into replicates.
    #[must_use]
    pub fn with_replicates(replicates: Replicates) -> Self {
        Self { replicates }
    }

    /// Stratifies the uniforms in `part`, which belong to consecutive draws of one replicate.
    fn stratify(&self, key: StreamKey, replicate: u64, first_place: u64, part: &mut [f64]) {
        let range = self.replicates.range(replicate);
        let strata = range.end - range.start;
        let permutation = Permutation::new(key, replicate, strata);
        let width = 1.0 / as_real(strata);
        for (place, u) in (first_place..).zip(part) {
            *u = inside_open_unit((as_real(permutation.of(place)) + *u) * width);
        }
    }
}

impl Design for LatinHypercube {
    /// Draws beyond the design's number are independent uniforms.
    fn fill(&self, key: StreamKey, first_draw: u64, out: &mut [f64]) {
        key.fill_uniforms(first_draw, out);
        self.replicates
            .for_each_part(first_draw, out, |replicate, place, part| {
                self.stratify(key, replicate, place, part);
            });
    }

    fn replicates(&self) -> Replicates {
        self.replicates
    }
}

#[allow(clippy::cast_precision_loss)] // numbers of draws stay far below 2^53
fn as_real(number: u64) -> f64 {
    number as f64
}

const ROUNDS: usize = 8;

/// A pseudo-random bijection of 0..size.
///
/// Rounds of x ← a·x + c (a odd) and x ← x ⊕ (x ≫ s), both bijections of the b-bit numbers, with b
/// the fewest bits that hold `size`; a result beyond `size` is sent through again ("cycle walking",
/// Black & Rogaway 2002), on average less than once.
#[derive(Debug, Clone, Copy)]
struct Permutation {
    size: u64,
    mask: u64,
    shift: u32,
    rounds: [[u64; 2]; ROUNDS],
}

impl Permutation {
    fn new(key: StreamKey, replicate: u64, size: u64) -> Self {
        let bits = (u64::BITS - size.saturating_sub(1).leading_zeros()).max(1);
        let mut rounds = [[0; 2]; ROUNDS];
        for (lane, round) in (0_u32..).zip(&mut rounds) {
            let [multiplier, addend] = key.words(replicate, lane, Purpose::Permutation);
            // the upper bits of a random word are as good as the lower; oddness makes it invertible
            *round = [multiplier | 1, addend];
        }
        Self {
            size,
            mask: u64::MAX >> (u64::BITS - bits),
            shift: bits.div_ceil(2),
            rounds,
        }
    }

    fn of(&self, place: u64) -> u64 {
        let mut x = self.scramble(place);
        while x >= self.size {
            x = self.scramble(x);
        }
        x
    }

    fn scramble(&self, x: u64) -> u64 {
        self.rounds.iter().fold(x, |x, &[multiplier, addend]| {
            let x = x.wrapping_mul(multiplier).wrapping_add(addend) & self.mask;
            x ^ (x >> self.shift)
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn column(design: &LatinHypercube, name: &str) -> Vec<f64> {
        let draws = usize::try_from(design.replicates().draws()).unwrap();
        let mut out = vec![0.0; draws];
        design.fill(StreamKey::new(1, name), 0, &mut out);
        out
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn stratum(u: f64, strata: usize) -> usize {
        (u * as_real(strata as u64)) as usize
    }

    proptest! {
        #[test]
        fn the_permutation_is_a_bijection(seed: u64, replicate: u64, size in 1_u64..2_000) {
            let permutation = Permutation::new(StreamKey::new(seed, "x"), replicate, size);
            let mut images: Vec<u64> = (0..size).map(|place| permutation.of(place)).collect();
            images.sort_unstable();
            prop_assert!(images.into_iter().eq(0..size));
        }

        #[test]
        fn every_stratum_of_every_replicate_holds_one_point(draws in 1_u64..3_000, number in 1_u64..30) {
            let design = LatinHypercube::with_replicates(Replicates::new(draws, number));
            let values = column(&design, "x");
            for range in design.replicates().ranges() {
                let [start, end] = [range.start, range.end].map(|d| usize::try_from(d).unwrap());
                let mut filled = vec![0; end - start];
                for &u in &values[start..end] {
                    filled[stratum(u, end - start)] += 1;
                }
                prop_assert!(filled.iter().all(|&points| points == 1), "{filled:?}");
            }
        }
    }

    /// Over many keys, every stratum is equally likely at every place (chi-square, 24 degrees of
    /// freedom, critical value at 1e-4).
    #[test]
    fn no_stratum_is_preferred_at_any_place() {
        for size in [5_u64, 8, 25] {
            let keys = 5_000;
            let cells = usize::try_from(size).unwrap();
            let mut counts = vec![vec![0_u32; cells]; cells];
            for seed in 0..keys {
                let permutation = Permutation::new(StreamKey::new(seed, "x"), 0, size);
                for (place, count) in (0..).zip(&mut counts) {
                    count[usize::try_from(permutation.of(place)).unwrap()] += 1;
                }
            }
            let expected = as_real(keys) / as_real(size);
            for (place, row) in counts.iter().enumerate() {
                let square: f64 = row
                    .iter()
                    .map(|&c| (f64::from(c) - expected).powi(2) / expected)
                    .sum();
                let freedom = as_real(size - 1);
                assert!(
                    square < freedom + 5.5 * (2.0 * freedom).sqrt() + 8.0,
                    "{size} {place}: {square}"
                );
            }
        }
    }

    /// The correlation of two random permutations has variance 1/(n − 1); structure would widen it.
    #[test]
    fn streams_are_uncorrelated_within_replicates() {
        let (n, pairs) = (50_u64, 400);
        let squares: f64 = (0..pairs)
            .map(|pair| {
                let a = Permutation::new(StreamKey::new(pair, "a"), 0, n);
                let b = Permutation::new(StreamKey::new(pair, "b"), 0, n);
                let centre = as_real(n - 1) / 2.0;
                let product: f64 = (0..n)
                    .map(|j| (as_real(a.of(j)) - centre) * (as_real(b.of(j)) - centre))
                    .sum();
                let correlation = product / (as_real(n) * (as_real(n * n) - 1.0) / 12.0);
                correlation * correlation
            })
            .sum();
        let ratio = squares / as_real(pairs) * as_real(n - 1);
        // the mean of 400 chi-squares with one degree of freedom has standard error 0.07
        assert!((ratio - 1.0).abs() < 0.28, "{ratio}");
    }

    #[test]
    fn replicates_are_stratified_independently() {
        let design = LatinHypercube::with_replicates(Replicates::new(200, 2));
        let values = column(&design, "x");
        let same = (0..100).filter(|&j| stratum(values[j], 100) == stratum(values[100 + j], 100));
        assert!(same.count() < 10);
    }

    #[test]
    fn the_mean_is_far_closer_than_with_independent_draws() {
        let design = LatinHypercube::with_replicates(Replicates::usual(10_000));
        let values = column(&design, "x");
        let mean = values.iter().sum::<f64>() / 10_000.0;
        // independent draws have a standard error of 2.9e-3; stratified ones of 5.8e-6
        assert!((mean - 0.5).abs() < 3e-5, "{mean}");
    }

    #[test]
    fn draws_beyond_the_design_are_plain_uniforms() {
        let key = StreamKey::new(1, "x");
        let mut out = [0.0; 4];
        LatinHypercube::with_replicates(Replicates::usual(100)).fill(key, 98, &mut out);
        assert_eq!(out[2..], [key.uniform(100), key.uniform(101)]);
        assert_ne!(out[0], key.uniform(98));
    }
}
