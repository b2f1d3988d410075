//! The counter-based generator Philox4x32-10.
//!
//! Source: Salmon, Moraes, Dror & Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3",
//! *Proc. SC11*. A block of 128 random bits is a keyed bijection of a 128-bit counter, so any block can
//! be had without those before it. Passes the `BigCrush` battery.

use std::convert::Infallible;

use rand::TryRng;
use rand::rand_core::utils::fill_bytes_via_next_word;

const MULTIPLIERS: [u32; 2] = [0xD251_1F53, 0xCD9E_8D57];
/// The golden ratio and √3 − 1, as fractions of 2³².
const KEY_STEPS: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];
const ROUNDS: u32 = 10;

/// The block of four random words at `counter` under `key`.
#[inline]
#[must_use]
pub fn block(counter: [u32; 4], key: [u32; 2]) -> [u32; 4] {
    let (mut counter, mut key) = (counter, key);
    for _ in 0..ROUNDS {
        counter = round(counter, key);
        key = next_key(key);
    }
    counter
}

/// The blocks at two counters at once, each as two 64-bit numbers, in a third of the time: the words
/// stand side by side in pairs, which processors multiply together.
#[inline]
pub(super) fn two_blocks(counters: [[u32; 4]; 2], key: [u32; 2]) -> [[u64; 2]; 2] {
    let [first, second] = counters;
    let mut words: [Pair; 4] = std::array::from_fn(|i| [first[i].into(), second[i].into()]);
    let mut key = key;
    for _ in 0..ROUNDS {
        words = round_of_two(&words, key);
        key = next_key(key);
    }
    let [c0, c1, c2, c3] = words;
    [0, 1].map(|i| [c0[i] | (c1[i] << 32), c2[i] | (c3[i] << 32)])
}

/// The same word of two blocks, in the lower half of 64 bits.
type Pair = [u64; 2];

#[inline(always)]
#[allow(clippy::inline_always)] // else the pairs pass through memory: measured, twice as slow
fn round_of_two([c0, c1, c2, c3]: &[Pair; 4], key: [u32; 2]) -> [Pair; 4] {
    const LOW: u64 = u32::MAX as u64;
    let [k0, k1] = key.map(u64::from);
    let mut after = [[0; 2]; 4];
    for i in 0..2 {
        let product0 = (c0[i] & LOW) * u64::from(MULTIPLIERS[0]);
        let product1 = (c2[i] & LOW) * u64::from(MULTIPLIERS[1]);
        after[0][i] = (product1 >> 32) ^ c1[i] ^ k0;
        after[1][i] = product1 & LOW;
        after[2][i] = (product0 >> 32) ^ c3[i] ^ k1;
        after[3][i] = product0 & LOW;
    }
    after
}

#[inline]
fn next_key(key: [u32; 2]) -> [u32; 2] {
    [
        key[0].wrapping_add(KEY_STEPS[0]),
        key[1].wrapping_add(KEY_STEPS[1]),
    ]
}

#[inline]
fn round([c0, c1, c2, c3]: [u32; 4], [k0, k1]: [u32; 2]) -> [u32; 4] {
    let (high0, low0) = wide_product(MULTIPLIERS[0], c0);
    let (high1, low1) = wide_product(MULTIPLIERS[1], c2);
    [high1 ^ c1 ^ k0, low1, high0 ^ c3 ^ k1, low0]
}

#[inline]
#[allow(clippy::cast_possible_truncation)] // the two halves of the product
fn wide_product(a: u32, b: u32) -> (u32, u32) {
    let product = u64::from(a) * u64::from(b);
    ((product >> 32) as u32, product as u32)
}

/// The two halves of a 64-bit number, the low one first.
#[inline]
#[allow(clippy::cast_possible_truncation)] // the two halves
pub(super) fn halves(number: u64) -> [u32; 2] {
    [number as u32, (number >> 32) as u32]
}

/// Two 64-bit numbers from one block.
#[inline]
pub(super) fn pair_of_words(block: [u32; 4]) -> [u64; 2] {
    let join = |low: u32, high: u32| u64::from(low) | (u64::from(high) << 32);
    [join(block[0], block[1]), join(block[2], block[3])]
}

/// A sequence of blocks under one key, as a generator for the crates `rand` and `rand_distr`.
///
/// The first counter word is the position in the sequence; the other three say which sequence. After
/// 2³² blocks (64 GiB) the sequence starts over.
#[derive(Debug, Clone)]
pub struct Philox {
    key: [u32; 2],
    sequence: [u32; 3],
    position: u32,
    words: [u32; 4],
    used: usize,
}

impl Philox {
    /// The start of the sequence `sequence` under `key`.
    #[must_use]
    pub fn new(key: [u32; 2], sequence: [u32; 3]) -> Self {
        Self {
            key,
            sequence,
            position: 0,
            words: [0; 4],
            used: 4,
        }
    }

    fn refill(&mut self) {
        let [a, b, c] = self.sequence;
        self.words = block([self.position, a, b, c], self.key);
        self.position = self.position.wrapping_add(1);
        self.used = 0;
    }
}

impl TryRng for Philox {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        if self.used == self.words.len() {
            self.refill();
        }
        let word = self.words[self.used];
        self.used += 1;
        Ok(word)
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let low = u64::from(self.try_next_u32()?);
        let high = u64::from(self.try_next_u32()?);
        Ok(low | (high << 32))
    }

    fn try_fill_bytes(&mut self, dst: &mut [u8]) -> Result<(), Infallible> {
        fill_bytes_via_next_word(dst, || self.try_next_u32())
    }
}

#[cfg(test)]
mod tests {
    use rand::Rng;

    use super::*;

    /// The known-answer vectors that the authors publish with Random123 (philox4x32, 10 rounds).
    #[test]
    fn the_published_known_answers_come_out() {
        assert_eq!(
            block([0; 4], [0; 2]),
            [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]
        );
        assert_eq!(
            block([u32::MAX; 4], [u32::MAX; 2]),
            [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
        );
        assert_eq!(
            block(
                [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
                [0xa409_3822, 0x299f_31d0]
            ),
            [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
        );
    }

    #[test]
    fn two_blocks_at_once_are_the_two_blocks() {
        for seed in 0..500_u32 {
            let word = |i: u32| seed.wrapping_mul(0x9E37_79B9).rotate_left(i) ^ i;
            let counters = [[1, 2, 3, 4].map(word), [5, 6, 7, 8].map(word)];
            let key = [word(9), word(10)];
            let alone = counters.map(|counter| pair_of_words(block(counter, key)));
            assert_eq!(two_blocks(counters, key), alone);
        }
    }

    #[test]
    fn the_generator_walks_through_the_blocks() {
        let mut generator = Philox::new([7, 9], [1, 2, 3]);
        let expected = [block([0, 1, 2, 3], [7, 9]), block([1, 1, 2, 3], [7, 9])].concat();
        let words: Vec<u32> = (0..8).map(|_| generator.next_u32()).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn bytes_and_wide_words_are_the_same_stream() {
        let mut bytes = [0; 11];
        Philox::new([7, 9], [1, 2, 3]).fill_bytes(&mut bytes);
        let mut generator = Philox::new([7, 9], [1, 2, 3]);
        let word = generator.next_u64();
        assert_eq!(bytes[..8], word.to_le_bytes());
        assert_eq!(bytes[8..], generator.next_u32().to_le_bytes()[..3]);
    }
}
