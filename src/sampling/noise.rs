//! Standard normal values for the noise of a process.

use rand::{Rng, RngExt};
use rand_distr::StandardNormal;

use super::stream::to_open_unit;
use crate::numeric::{standard_normal_cdf, standard_normal_quantile};

/// Where the tail of the ziggurat begins: R of its 256 layers (Doornik 2005, "An improved ziggurat
/// method to generate normal random samples"), in which `rand_distr` has its tables.
const TAIL: f64 = 3.654_152_885_361_009;

/// One standard normal value, the same on every machine.
///
/// Up to 3.65 on either side the value is that of [`StandardNormal`]: a number of its tables times a
/// uniform. Beyond, in one of four thousand values, `rand_distr` takes the platform's logarithm, whose
/// last digits differ from one machine to the next. Nothing else depends on that number but by its
/// sign, so another from the same tail takes its place.
///
/// ```
/// use ruimtevraag::sampling::{StreamKey, standard_normal};
///
/// let mut generator = StreamKey::new(2026, "market").generator(17);
/// let years: Vec<f64> = (0..3).map(|_| standard_normal(&mut generator)).collect();
/// let mut again = StreamKey::new(2026, "market").generator(17);
/// assert!(years.iter().all(|change| *change == standard_normal(&mut again)));
/// ```
pub fn standard_normal(generator: &mut impl Rng) -> f64 {
    let value: f64 = generator.sample(StandardNormal);
    if value.abs() < TAIL {
        value
    } else {
        beyond_the_tables(generator).copysign(value)
    }
}

/// A value of the upper tail: −Φ⁻¹(u·Φ(−R)), u uniform in (0, 1).
#[cold]
fn beyond_the_tables(generator: &mut impl Rng) -> f64 {
    let u = to_open_unit(generator.next_u64());
    -standard_normal_quantile(u * standard_normal_cdf(-TAIL))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeric::count;
    use crate::sampling::{Philox, StreamKey};
    use crate::statistics::kolmogorov::{CRITICAL, kolmogorov};

    fn generator() -> Philox {
        StreamKey::new(20_241_213, "walk").generator(5)
    }

    fn ours() -> impl Iterator<Item = f64> {
        let mut generator = generator();
        std::iter::repeat_with(move || standard_normal(&mut generator))
    }

    fn theirs() -> impl Iterator<Item = f64> {
        let mut generator = generator();
        std::iter::repeat_with(move || generator.sample(StandardNormal))
    }

    fn is_tail(z: f64) -> bool {
        z.abs() >= TAIL
    }

    #[test]
    fn the_values_are_standard_normal() {
        let distance = kolmogorov(ours().take(1_000_000).collect(), standard_normal_cdf);
        assert!(distance < CRITICAL, "{distance}");
    }

    #[test]
    fn the_tail_has_its_weight_and_is_normal_beyond_the_bound() {
        let number = 10_000_000;
        let tail: Vec<f64> = ours().take(number).filter(|z| is_tail(*z)).collect();
        let weight = standard_normal_cdf(-TAIL);
        for is_upper in [false, true] {
            let side = tail.iter().filter(|z| (**z > 0.0) == is_upper);
            let sizes: Vec<f64> = side.map(|z| z.abs()).collect();
            let expected = weight * count(number);
            let apart = (count(sizes.len()) - expected) / expected.sqrt();
            assert!(apart.abs() < 4.5, "{apart} standard errors");
            let distance = kolmogorov(sizes, |z| 1.0 - standard_normal_cdf(-z) / weight);
            assert!(distance < CRITICAL, "{distance}");
        }
    }

    /// Until a value of the tail comes, both take the same numbers from their generators.
    #[test]
    fn the_body_is_that_of_the_ziggurat() {
        let body = |values: &mut dyn Iterator<Item = f64>| -> Vec<f64> {
            values.take_while(|z| !is_tail(*z)).collect()
        };
        let (ours, theirs) = (body(&mut ours()), body(&mut theirs()));
        assert!(ours == theirs && ours.len() > 100, "{}", ours.len());
    }

    /// Recorded once: a change here changes the outcome of every run with noise.
    #[test]
    fn the_tail_is_the_same_to_the_bit() {
        assert_eq!(
            ours().find(|z| is_tail(*z)).map(f64::to_bits),
            Some(RECORDED)
        );
    }
    const RECORDED: u64 = 13_839_036_202_165_538_260;
}
