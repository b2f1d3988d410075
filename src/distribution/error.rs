//! Why parameters do not make a distribution.

use thiserror::Error;

/// Parameters that contradict each other, told in the words of the inputs table.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum DistributionError {
    /// A parameter is NaN or infinite.
    #[error("{parameter} is {value}; expected a finite number")]
    NotFinite {
        /// The parameter as the inputs table calls it.
        parameter: &'static str,
        /// The value given.
        value: f64,
    },
    /// A parameter must be above zero.
    #[error("{parameter} is {value}; expected a number above 0")]
    NotPositive {
        /// The parameter as the inputs table calls it.
        parameter: &'static str,
        /// The value given.
        value: f64,
    },
    /// A probability or weight lies outside its range.
    #[error("{parameter} is {value}; expected a number from {low} to {high}")]
    OutOfRange {
        /// The parameter as the inputs table calls it.
        parameter: &'static str,
        /// The value given.
        value: f64,
        /// The lowest allowed value.
        low: f64,
        /// The highest allowed value.
        high: f64,
    },
    /// Two parameters stand in the wrong order.
    #[error("{lower} ({lower_value}) must be below {upper} ({upper_value})")]
    NotBelow {
        /// The parameter that must be the lower one.
        lower: &'static str,
        /// Its value.
        lower_value: f64,
        /// The parameter that must be the higher one.
        upper: &'static str,
        /// Its value.
        upper_value: f64,
    },
    /// A mode outside the bounds.
    #[error("the mode (central) is {mode}; expected a number from low ({low}) to high ({high})")]
    ModeOutsideBounds {
        /// The mode given.
        mode: f64,
        /// The lower bound.
        low: f64,
        /// The upper bound.
        high: f64,
    },
    /// A list of values that must not be empty.
    #[error("no values given; expected at least one")]
    NoValues,
    /// As many weights as values are needed.
    #[error("{values} values but {weights} weights; expected one weight for every value")]
    WeightCount {
        /// The number of values.
        values: usize,
        /// The number of weights.
        weights: usize,
    },
    /// All weights are zero.
    #[error("all weights are 0; expected at least one above 0")]
    NoWeight,
    /// Three elicited quantiles too skew for a distribution without bounds.
    #[error(
        "P10, P50 and P90 ({p10}, {p50}, {p90}) are too skew for a distribution without bounds: \
         (P50 − P10)/(P90 − P10) is {skew:.3}, expected between {least:.3} and {most:.3}; \
         {remedy}"
    )]
    TooSkew {
        /// The quantile at 10 %.
        p10: f64,
        /// The quantile at 50 %.
        p50: f64,
        /// The quantile at 90 %.
        p90: f64,
        /// (P50 − P10)/(P90 − P10).
        skew: f64,
        /// The least skew that can be fitted.
        least: f64,
        /// The greatest skew that can be fitted.
        most: f64,
        /// What to do about it.
        remedy: &'static str,
    },
    /// Truncation leaves almost nothing.
    #[error(
        "between min ({min}) and max ({max}) lies {probability:.1e} of the probability; \
         expected at least 1e-9: check the bounds against the distribution"
    )]
    NothingLeft {
        /// The lower bound, −∞ when absent.
        min: f64,
        /// The upper bound, +∞ when absent.
        max: f64,
        /// The probability between the bounds.
        probability: f64,
    },
    /// Separate values cannot be truncated.
    #[error("min and max cannot be given for separate values: leave out those that cannot occur")]
    NotTruncatable,
}

pub(super) fn finite(parameter: &'static str, value: f64) -> Result<f64, DistributionError> {
    if value.is_finite() {
        Ok(value)
    } else {
        Err(DistributionError::NotFinite { parameter, value })
    }
}

pub(super) fn positive(parameter: &'static str, value: f64) -> Result<f64, DistributionError> {
    if finite(parameter, value)? > 0.0 {
        Ok(value)
    } else {
        Err(DistributionError::NotPositive { parameter, value })
    }
}

/// Checks that the first named value is finite and below the second.
pub(super) fn below(
    (lower, lower_value): (&'static str, f64),
    (upper, upper_value): (&'static str, f64),
) -> Result<(), DistributionError> {
    finite(lower, lower_value)?;
    finite(upper, upper_value)?;
    if lower_value < upper_value {
        Ok(())
    } else {
        Err(DistributionError::NotBelow {
            lower,
            lower_value,
            upper,
            upper_value,
        })
    }
}

/// Checks that `low < high` and that the mode lies between them, ends included.
pub(super) fn bounds_and_mode(low: f64, mode: f64, high: f64) -> Result<(), DistributionError> {
    below(("low", low), ("high", high))?;
    finite("central", mode)?;
    if (low..=high).contains(&mode) {
        Ok(())
    } else {
        Err(DistributionError::ModeOutsideBounds { mode, low, high })
    }
}
