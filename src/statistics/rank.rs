//! The place of a value in a sample.

use crate::numeric::count;

/// The share of the sample below `value`, equal values counted half (mid-rank), from 0 to 1.
///
/// NaN for an empty sample.
#[must_use]
pub fn percentile_of(value: f64, sample: &[f64]) -> f64 {
    let twice_below = |x: &f64| usize::from(*x < value) + usize::from(*x <= value);
    let twice_below: usize = sample.iter().map(twice_below).sum();
    count(twice_below) / (2.0 * count(sample.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_count_half() {
        let sample = [5.0, 1.0, 3.0, 3.0];
        for (value, expected) in [
            (0.0, 0.0),
            (1.0, 0.125),
            (2.0, 0.25),
            (3.0, 0.5),
            (9.0, 1.0),
        ] {
            assert!(
                (percentile_of(value, &sample) - expected).abs() < 1e-15,
                "{value}"
            );
        }
    }

    #[test]
    fn infinities_have_a_place_and_an_empty_sample_none() {
        assert!((percentile_of(f64::INFINITY, &[1.0, f64::INFINITY]) - 0.75).abs() < 1e-15);
        assert!(percentile_of(1.0, &[]).is_nan());
    }
}
