//! Streams of uniforms addressed by seed, name and draw index.

use super::philox::{self, Philox, halves, pair_of_words};

/// The key of one stream: a hash of the run's seed and the stream's name.
///
/// The 64 bits come from BLAKE3 in key-derivation mode. Two streams of a run share a key by accident
/// with a probability of n²/2⁶⁵: 3e-12 for ten thousand streams.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StreamKey(u64);

const CONTEXT: &str = "ruimtevraag 2026-11 key of a random stream";

/// What a block is for: the second word of its counter, so that no two uses meet.
#[derive(Debug, Clone, Copy)]
pub(super) enum Purpose {
    Uniform = 0,
    Generator = 1,
    Permutation = 2,
    Scramble = 3,
}

impl StreamKey {
    /// The key of the stream `name` in a run with `seed`.
    #[must_use]
    pub fn new(seed: u64, name: &str) -> Self {
        let mut hasher = blake3::Hasher::new_derive_key(CONTEXT);
        hasher.update(&seed.to_le_bytes());
        hasher.update(name.as_bytes());
        let mut bytes = [0; 8];
        hasher.finalize_xof().fill(&mut bytes);
        Self(u64::from_le_bytes(bytes))
    }

    /// The uniform of one draw, in the open interval (0, 1).
    #[must_use]
    pub fn uniform(self, draw: u64) -> f64 {
        to_open_unit(self.words(draw / 2, 0, Purpose::Uniform)[usize::from(draw % 2 == 1)])
    }

    /// The uniforms of `out.len()` draws from `first_draw` on.
    pub fn fill_uniforms(self, first_draw: u64, out: &mut [f64]) {
        let lone_head = usize::from(first_draw % 2 == 1).min(out.len());
        let (head, rest) = out.split_at_mut(lone_head);
        if let [value] = head {
            *value = self.uniform(first_draw);
        }
        let mut draw = first_draw + u64::from(lone_head == 1);
        let mut fours = rest.chunks_exact_mut(4);
        for four in fours.by_ref() {
            let counters = [draw / 2, draw / 2 + 1].map(|pair| counter(pair, 0, Purpose::Uniform));
            let blocks = philox::two_blocks(counters, halves(self.0));
            for (value, &word) in four.iter_mut().zip(blocks.as_flattened()) {
                *value = to_open_unit(word);
            }
            draw += 4;
        }
        for value in fours.into_remainder() {
            *value = self.uniform(draw);
            draw += 1;
        }
    }

    /// A generator of its own for one draw: the noise of a process within the draw.
    ///
    /// Independent of the stream's uniforms and of the generators of other draws.
    #[must_use]
    pub fn generator(self, draw: u64) -> Philox {
        let [low, high] = halves(draw);
        Philox::new(halves(self.0), [Purpose::Generator as u32, low, high])
    }

    /// A well-mixed number from this key and a salt (the finaliser of `SplitMix64`; Steele, Lea &
    /// Flood 2014): for choices made once a run.
    pub(super) fn hash_with(self, salt: u64) -> u64 {
        let x = self.0 ^ salt.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        x ^ (x >> 31)
    }

    /// Two random words at an address within this stream.
    #[inline]
    pub(super) fn words(self, index: u64, lane: u32, purpose: Purpose) -> [u64; 2] {
        let counter = counter(index, lane, purpose);
        pair_of_words(philox::block(counter, halves(self.0)))
    }
}

#[inline]
fn counter(index: u64, lane: u32, purpose: Purpose) -> [u32; 4] {
    let [low, high] = halves(index);
    [lane, purpose as u32, low, high]
}

/// (k + ½)/2⁵³ with k the upper 53 bits: never 0 or 1.
///
/// For the one k whose sum rounds up to 1 the largest number below 1 is taken.
#[inline]
#[allow(clippy::cast_precision_loss)] // 53 bits fit
pub(super) fn to_open_unit(word: u64) -> f64 {
    const UNIT: f64 = 1.0 / 9_007_199_254_740_992.0;
    // from a signed number, for which processors have an instruction
    (((word >> 11).cast_signed() as f64 + 0.5) * UNIT).min(LARGEST)
}

/// The largest number below 1.
pub(super) const LARGEST: f64 = 1.0 - f64::EPSILON / 2.0;
/// Half a step of 2⁻⁵³: the smallest uniform there is.
pub(super) const SMALLEST: f64 = f64::EPSILON / 4.0;

/// Keeps a computed uniform inside the open interval.
#[inline]
pub(super) fn inside_open_unit(u: f64) -> f64 {
    u.clamp(SMALLEST, LARGEST)
}

#[cfg(test)]
mod tests {
    use rand::Rng;

    use super::*;

    fn key(name: &str) -> StreamKey {
        StreamKey::new(20_241_213, name)
    }

    #[test]
    fn a_draw_alone_equals_the_draw_in_a_batch() {
        let key = key("industry.fossil_share");
        for first in [0, 1, 2, 7, u64::from(u32::MAX)] {
            for length in [0, 1, 2, 5, 8] {
                let mut batch = vec![0.0; length];
                key.fill_uniforms(first, &mut batch);
                let alone: Vec<f64> = (first..)
                    .take(length)
                    .map(|draw| key.uniform(draw))
                    .collect();
                assert_eq!(batch, alone, "{length} from {first}");
            }
        }
    }

    #[test]
    fn seed_and_name_both_separate_streams() {
        assert_ne!(StreamKey::new(1, "a"), StreamKey::new(2, "a"));
        assert_ne!(StreamKey::new(1, "a"), StreamKey::new(1, "b"));
        assert_ne!(key("a").uniform(0), key("b").uniform(0));
    }

    /// Recorded once: a change here changes the outcome of every run.
    #[test]
    fn the_stream_is_stable() {
        assert_eq!(StreamKey::new(1, "a").0, RECORDED_KEY);
        assert_eq!(
            StreamKey::new(1, "a").uniform(3).to_bits(),
            RECORDED_UNIFORM
        );
    }
    const RECORDED_KEY: u64 = 13_546_187_699_495_308_673;
    const RECORDED_UNIFORM: u64 = 4_584_488_491_211_457_936;

    #[test]
    fn the_extreme_words_stay_inside_the_open_interval() {
        assert!(to_open_unit(0) > 0.0);
        assert!(to_open_unit(u64::MAX) < 1.0);
        assert!(inside_open_unit(0.0) > 0.0 && inside_open_unit(1.0) < 1.0);
    }

    #[test]
    fn uniforms_have_the_moments_and_independence_of_uniforms() {
        let (mut a, mut b) = (vec![0.0; 200_000], vec![0.0; 200_000]);
        key("a").fill_uniforms(0, &mut a);
        key("b").fill_uniforms(0, &mut b);
        let n = 200_000.0;
        let mean = a.iter().sum::<f64>() / n;
        let variance = a.iter().map(|u| (u - 0.5) * (u - 0.5)).sum::<f64>() / n;
        let across: f64 = a
            .iter()
            .zip(&b)
            .map(|(u, v)| (u - 0.5) * (v - 0.5))
            .sum::<f64>()
            / n;
        let lagged: f64 = a
            .windows(2)
            .map(|w| (w[0] - 0.5) * (w[1] - 0.5))
            .sum::<f64>()
            / n;
        // four standard errors
        assert!((mean - 0.5).abs() < 4.0 / (12.0 * n).sqrt());
        assert!((variance - 1.0 / 12.0).abs() < 4.0 / (180.0 * n).sqrt());
        assert!(across.abs() < 4.0 / (12.0 * n.sqrt()), "{across}");
        assert!(lagged.abs() < 4.0 / (12.0 * n.sqrt()), "{lagged}");
    }

    #[test]
    fn generators_of_draws_differ_and_repeat() {
        let first: Vec<u64> = (0..4)
            .map(|draw| key("a").generator(draw).next_u64())
            .collect();
        let again: Vec<u64> = (0..4)
            .map(|draw| key("a").generator(draw).next_u64())
            .collect();
        assert_eq!(first, again);
        assert!(first.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
