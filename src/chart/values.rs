//! The figures that several charts draw.

use serde::{Deserialize, Serialize};

use crate::analysis::Statistics;

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

impl From<&Statistics> for Interval {
    fn from(found: &Statistics) -> Self {
        Self {
            p05: found.p05(),
            p50: found.p50(),
            p95: found.p95(),
        }
    }
}

impl Interval {
    /// Its three figures.
    pub(crate) fn figures(self) -> [f64; 3] {
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

impl YearBand {
    /// The band of an outcome in a year.
    #[must_use]
    pub fn of(year: u16, found: &Statistics) -> Self {
        Self {
            year,
            p05: found.p05(),
            p25: found.p25(),
            p50: found.p50(),
            p75: found.p75(),
            p95: found.p95(),
        }
    }

    /// The same without its inner band and its year.
    #[must_use]
    pub fn interval(&self) -> Interval {
        Interval {
            p05: self.p05,
            p50: self.p50,
            p95: self.p95,
        }
    }
}
