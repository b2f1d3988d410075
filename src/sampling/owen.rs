//! Nested uniform scrambling.

use super::StreamKey;
use super::stream::Purpose;

/// The first of the two blocks of random words of each round.
const LANES: [u32; 3] = [1, 3, 5];
/// Digits whose coins are stored, and their mask.
const STORED: usize = 5;
const FIRST: usize = (1 << STORED) - 1;

/// Owen's nested uniform scrambling of binary digits, by a keyed hash.
///
/// Each digit is flipped or not by a coin of its own for every string of digits before it. That makes
/// each point uniform, keeps the number of points in every dyadic interval, and lets the error of a
/// smooth mean fall almost as n^(−3/2). Source: Owen (1995), "Randomly permuted (t,m,s)-nets and
/// (t,s)-sequences", in *Monte Carlo and Quasi-Monte Carlo Methods in Scientific Computing*.
///
/// The 31 coins of the first five digits are bits of a random word. Those of later digits are not
/// stored: on the number with its digits in reverse (bit 0 the first digit) they are a bijection in
/// which a bit depends on itself and lower bits only, rounds of x ← x ⊕ x·e (e even) and x ← x·o + a
/// (o odd). That is the construction of Laine & Karras (2011), *Computer Graphics Forum* 30(4), and
/// Burley (2020), *J. Comput. Graph. Tech.* 9(4), but with 64 bits and random e, o and a for every
/// round, stream and replicate where they have one seed of 32 bits. (Without stored coins the first
/// digits would stay recognisable: there the bijection has too few bits to work with.) Digits behind
/// the last one of the point come out as random digits, so that uniforms have all 53.
#[derive(Debug, Clone, Copy)]
pub(super) struct OwenScramble {
    first_digits: [u8; 1 << STORED],
    addend: u64,
    rounds: [Round; LANES.len()],
}

#[derive(Debug, Clone, Copy)]
struct Round {
    even: u64,
    odd: u64,
    addend: u64,
}

impl OwenScramble {
    /// The scramble of one stream in one replicate.
    pub(super) fn new(key: StreamKey, replicate: u64) -> Self {
        let words = |lane| key.words(replicate, lane, Purpose::Scramble);
        let [coins, addend] = words(0);
        Self {
            first_digits: std::array::from_fn(|digits| flipped(digits, coins)),
            addend,
            rounds: LANES.map(|lane| {
                let ([even, odd], [addend, _]) = (words(lane), words(lane + 1));
                Round {
                    even: even & !1,
                    odd: odd | 1,
                    addend,
                }
            }),
        }
    }

    /// Scrambles a point with its digits in reverse.
    #[inline]
    pub(super) fn of(&self, reversed: u32) -> u64 {
        let start = u64::from(reversed).wrapping_add(self.addend);
        let later = self.rounds.iter().fold(start, |x, round| {
            let x = x ^ x.wrapping_mul(round.even);
            x.wrapping_mul(round.odd).wrapping_add(round.addend)
        });
        let first = self.first_digits[reversed as usize & FIRST];
        (later & !(FIRST as u64) | u64::from(first)).reverse_bits()
    }
}

/// The first digits after their coins, of which the one at place 2^k + b belongs to digit k behind the
/// digits b.
#[allow(clippy::cast_possible_truncation)] // five digits
fn flipped(digits: usize, coins: u64) -> u8 {
    let flips = (0..STORED).fold(0, |flips, k| {
        let node = (1 << k) | (digits & ((1 << k) - 1));
        flips | (((coins >> node) & 1) << k)
    });
    digits as u8 ^ flips as u8
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn scramble(seed: u64) -> OwenScramble {
        OwenScramble::new(StreamKey::new(seed, "x"), seed % 7)
    }

    /// The coin of the digit after the first `depth` digits of `before`: 1 when it is flipped.
    fn coin(scramble: &OwenScramble, before: u32, depth: u32) -> usize {
        let point = before & ((1 << depth) - 1);
        usize::from((scramble.of(point) >> (63 - depth)) & 1 == 1)
    }

    /// Chi-square against equal chances may exceed its mean by 5.5 standard deviations.
    fn assert_even(counts: &[u32], what: &str) {
        let cells = f64::from(u32::try_from(counts.len()).unwrap());
        let expected = f64::from(counts.iter().sum::<u32>()) / cells;
        let square: f64 = counts
            .iter()
            .map(|&count| (f64::from(count) - expected).powi(2) / expected)
            .sum();
        let (freedom, allowed) = (cells - 1.0, 5.5 * (2.0 * (cells - 1.0)).sqrt() + 8.0);
        assert!(square < freedom + allowed, "{what}: {square} of {freedom}");
    }

    proptest! {
        /// Points that share their first digits, and no more, do so after scrambling.
        #[test]
        fn digits_that_are_shared_stay_shared(seed: u64, a: u32, b: u32) {
            let scramble = scramble(seed);
            let shared = (a ^ b).trailing_zeros();
            let after = (scramble.of(a) ^ scramble.of(b)).leading_zeros();
            prop_assert_eq!(after, if a == b { 64 } else { shared });
        }
    }

    /// The 1 + 2 + 4 coins of the first three digits show all 128 patterns equally often, as do eight
    /// coins of each of the next digits, stored or not, their 256.
    #[test]
    fn the_coins_of_the_first_digits_are_independent() {
        let nodes = (0..3).flat_map(|depth| (0..1_u32 << depth).map(move |before| (before, depth)));
        let nodes: Vec<(u32, u32)> = nodes.collect();
        let eight = |depth, step: u32| (0..8_u32).map(|i| (step * i, depth)).collect();
        let sets = [
            nodes,
            eight(3, 1),
            eight(4, 1),
            eight(5, 1),
            eight(5, 4),
            eight(6, 1),
            eight(6, 8),
        ];
        for nodes in sets {
            let mut counts = vec![0; 1 << nodes.len()];
            for seed in 0..100_000 {
                let scramble = scramble(seed);
                let pattern = nodes.iter().fold(0, |sum, &(before, depth)| {
                    2 * sum + coin(&scramble, before, depth)
                });
                counts[pattern] += 1;
            }
            assert_even(&counts, &format!("{nodes:?}"));
        }
    }

    /// Deeper down: four coins of one digit, at neighbouring and at far nodes, show all 16 patterns.
    #[test]
    fn the_coins_of_later_digits_are_independent() {
        for depth in [4, 7, 11, 16, 24, 31] {
            let last = 1 << (depth - 1);
            for nodes in [
                [0, 1, 2, 3],
                [0, last, last >> 1, last | last >> 1],
                [5, 6, last, 9],
            ] {
                let mut counts = [0; 16];
                for seed in 0..20_000 {
                    let scramble = scramble(seed);
                    let pattern = nodes
                        .iter()
                        .fold(0, |sum, &before| 2 * sum + coin(&scramble, before, depth));
                    counts[pattern] += 1;
                }
                assert_even(&counts, &format!("digit {depth}, nodes {nodes:?}"));
            }
        }
    }

    /// The digits behind those of the point are random too: no two uniforms tie.
    #[test]
    fn every_one_of_64_digits_is_a_fair_coin() {
        for digit in 0..64 {
            let ones = (0..20_000)
                .filter(|&seed| (scramble(seed).of(0xDEAD_BEEF) >> digit) & 1 == 1)
                .count();
            // five standard deviations of a binomial
            assert!(ones.abs_diff(10_000) < 354, "{digit}: {ones}");
        }
    }
}
