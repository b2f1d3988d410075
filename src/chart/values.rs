//! The figures that several charts draw.

/// P5, the median and P95 of an outcome.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// P5.
    pub p05: f64,
    /// The median.
    pub p50: f64,
    /// P95.
    pub p95: f64,
}

impl Interval {
    /// Its three figures.
    pub(super) fn figures(self) -> [f64; 3] {
        [self.p05, self.p50, self.p95]
    }
}

/// Five quantiles of an outcome in one year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct YearBand {
    /// The year.
    pub year: u16,
    /// P5.
    pub p05: f64,
    /// P25.
    pub p25: f64,
    /// The median.
    pub p50: f64,
    /// P75.
    pub p75: f64,
    /// P95.
    pub p95: f64,
}
