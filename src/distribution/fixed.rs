//! One certain value.

use super::error::finite;
use super::{Distribution, DistributionError, Family};

/// A value that is certain.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fixed {
    value: f64,
}

impl Fixed {
    /// The certain value `central`.
    ///
    /// # Errors
    ///
    /// When the value is not finite.
    pub fn new(value: f64) -> Result<Self, DistributionError> {
        Ok(Self {
            value: finite("central", value)?,
        })
    }

    /// The value.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.value
    }
}

impl From<Fixed> for Distribution {
    fn from(family: Fixed) -> Self {
        Self::Fixed(family)
    }
}

impl Family for Fixed {
    fn quantile(&self, _p: f64) -> f64 {
        self.value
    }

    fn cdf(&self, x: f64) -> f64 {
        if x >= self.value { 1.0 } else { 0.0 }
    }

    fn support(&self) -> (f64, f64) {
        (self.value, self.value)
    }

    fn mean(&self) -> f64 {
        self.value
    }

    fn variance(&self) -> f64 {
        0.0
    }

    fn scaled(&self, factor: f64) -> Distribution {
        Self {
            value: self.value * factor,
        }
        .into()
    }
}
