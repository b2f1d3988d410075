//! Separate values with weights.

use super::error::finite;
use super::{Distribution, DistributionError, Family};

/// A few values, each with its own probability (weight over the sum of weights).
///
/// F⁻¹(p) is the lowest value whose cumulative probability is at least p.
#[derive(Debug, Clone, PartialEq)]
pub struct Discrete {
    /// Rising.
    values: Vec<f64>,
    probabilities: Vec<f64>,
    /// P(X ≤ value); the last is 1.
    cumulative: Vec<f64>,
}

impl Discrete {
    /// By values and weights, in any order; equal values are allowed.
    ///
    /// # Errors
    ///
    /// When there are no values, the counts differ, a value is not finite, a weight is negative or
    /// not finite, or all weights are 0.
    pub fn new(values: &[f64], weights: &[f64]) -> Result<Self, DistributionError> {
        let mut pairs = checked_pairs(values, weights)?;
        pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
        let total: f64 = pairs.iter().map(|pair| pair.1).sum();
        finite("the sum of the weights", total)?;
        if total <= 0.0 {
            return Err(DistributionError::NoWeight);
        }
        pairs.retain(|pair| pair.1 > 0.0);
        Ok(Self::from_sorted(&pairs, total))
    }

    /// `value` with a probability in \[0, 1\], else 0; for a positive `value`.
    pub(super) fn two_valued(value: f64, probability: f64) -> Self {
        let pairs = [(0.0, 1.0 - probability), (value, probability)];
        let possible: Vec<_> = pairs.into_iter().filter(|pair| pair.1 > 0.0).collect();
        Self::from_sorted(&possible, 1.0)
    }

    fn from_sorted(pairs: &[(f64, f64)], total: f64) -> Self {
        let probabilities: Vec<f64> = pairs.iter().map(|pair| pair.1 / total).collect();
        let mut cumulative = probabilities.clone();
        for i in 1..cumulative.len() {
            cumulative[i] = (cumulative[i] + cumulative[i - 1]).min(1.0);
        }
        if let Some(last) = cumulative.last_mut() {
            *last = 1.0;
        }
        Self {
            values: pairs.iter().map(|pair| pair.0).collect(),
            probabilities,
            cumulative,
        }
    }

    fn expectation(&self, f: impl Fn(f64) -> f64) -> f64 {
        self.values
            .iter()
            .zip(&self.probabilities)
            .map(|(&x, p)| f(x) * p)
            .sum()
    }
}

fn checked_pairs(values: &[f64], weights: &[f64]) -> Result<Vec<(f64, f64)>, DistributionError> {
    if values.is_empty() {
        return Err(DistributionError::NoValues);
    }
    if values.len() != weights.len() {
        return Err(DistributionError::WeightCount {
            values: values.len(),
            weights: weights.len(),
        });
    }
    let check = |(&value, &weight): (&f64, &f64)| {
        finite("a value", value)?;
        if finite("a weight", weight)? < 0.0 {
            return Err(DistributionError::OutOfRange {
                parameter: "a weight",
                value: weight,
                low: 0.0,
                high: f64::INFINITY,
            });
        }
        Ok((value, weight))
    };
    values.iter().zip(weights).map(check).collect()
}

impl From<Discrete> for Distribution {
    fn from(family: Discrete) -> Self {
        Self::Discrete(family)
    }
}

impl Family for Discrete {
    fn quantile(&self, p: f64) -> f64 {
        let index = self.cumulative.partition_point(|&c| c < p);
        self.values[index.min(self.values.len() - 1)]
    }

    fn cdf(&self, x: f64) -> f64 {
        match self.values.partition_point(|&value| value <= x) {
            0 => 0.0,
            count => self.cumulative[count - 1],
        }
    }

    fn support(&self) -> (f64, f64) {
        (self.values[0], self.values[self.values.len() - 1])
    }

    fn mean(&self) -> f64 {
        self.expectation(|x| x)
    }

    fn variance(&self) -> f64 {
        let mean = self.mean();
        self.expectation(|x| (x - mean) * (x - mean))
    }

    fn scaled(&self, factor: f64) -> Distribution {
        let values = self.values.iter().map(|value| value * factor).collect();
        Self {
            values,
            ..self.clone()
        }
        .into()
    }
}
