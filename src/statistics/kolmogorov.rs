//! Whether a sample follows a distribution function: the test of Kolmogorov and Smirnov.

use crate::numeric::count;

/// What √n·D exceeds with a probability of 1e-5.
pub(crate) const CRITICAL: f64 = 2.47;

/// √n·D: the greatest distance between the distribution function of a sample and `cdf`, times √n.
pub(crate) fn kolmogorov(mut sample: Vec<f64>, cdf: impl Fn(f64) -> f64) -> f64 {
    super::quantiles::sort(&mut sample);
    let n = count(sample.len());
    let distances = sample.iter().enumerate().map(|(i, &x)| {
        let p = cdf(x);
        (p - count(i) / n).max(count(i + 1) / n - p)
    });
    distances.fold(0.0, f64::max) * n.sqrt()
}
