//! An outcome whose variance is to be explained.

use crate::statistics::Moments;

/// The draws of an outcome as deviations from their mean.
#[derive(Debug, Clone)]
pub struct Response {
    deviations: Vec<f64>,
    squares: f64,
}

impl Response {
    /// Of the draws of an outcome.
    #[must_use]
    pub fn of(values: &[f64]) -> Self {
        let mean = Moments::of(values).mean();
        let deviations: Vec<_> = values.iter().map(|value| value - mean).collect();
        let squares = deviations.iter().map(|d| d * d).sum();
        Self {
            deviations,
            squares,
        }
    }

    /// The deviations from the mean, in order of draws.
    #[must_use]
    pub fn deviations(&self) -> &[f64] {
        &self.deviations
    }

    /// The sum of their squares.
    #[must_use]
    pub fn squares(&self) -> f64 {
        self.squares
    }

    /// The slope of the outcome on a score with mean 0 and variance 1, in units of its standard
    /// deviation: the correlation of the two.
    #[must_use]
    pub fn correlation_with(&self, scores: &[f64]) -> f64 {
        let product = scores.iter().zip(&self.deviations).map(|(z, y)| z * y);
        let squares: f64 = scores.iter().map(|z| z * z).sum();
        product.sum::<f64>() / crate::numeric::sqrt(squares * self.squares)
    }
}
