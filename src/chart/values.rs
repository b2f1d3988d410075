//! The figures that several charts draw.

use serde::{Deserialize, Serialize};

/// P5, the median and P95 of an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// P5.
    #[serde(with = "super::figure")]
    pub p05: f64,
    /// The median.
    #[serde(with = "super::figure")]
    pub p50: f64,
    /// P95.
    #[serde(with = "super::figure")]
    pub p95: f64,
}

impl Interval {
    /// Its three figures.
    pub(super) fn figures(self) -> [f64; 3] {
        [self.p05, self.p50, self.p95]
    }
}

/// Five quantiles of an outcome in one year.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct YearBand {
    /// The year.
    pub year: u16,
    /// P5.
    #[serde(with = "super::figure")]
    pub p05: f64,
    /// P25.
    #[serde(with = "super::figure")]
    pub p25: f64,
    /// The median.
    #[serde(with = "super::figure")]
    pub p50: f64,
    /// P75.
    #[serde(with = "super::figure")]
    pub p75: f64,
    /// P95.
    #[serde(with = "super::figure")]
    pub p95: f64,
}
