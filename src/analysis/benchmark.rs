//! Published figures beside the computed distribution.
//!
//! A benchmark is never used to tune an input. It is shown where it falls: at which percentile of
//! the computed distribution, and whether that is inside the P5–P95 band.

use crate::engine::{OutcomeKey, OutcomeTable};
use crate::scenario::{Benchmark, Scenario};

/// Where a published figure falls in the computed distribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Below the computed P5.
    Below,
    /// Within the computed P5–P95 band.
    Inside,
    /// Above the computed P95.
    Above,
    /// The run does not report the outcome, for instance since its year is not a reported one.
    NotReported,
}

/// One published figure and what the run says about it.
#[derive(Debug, Clone)]
pub struct BenchmarkFinding<'a> {
    /// The published figure.
    pub benchmark: &'a Benchmark,
    /// The outcome it is held against.
    pub key: OutcomeKey,
    /// The computed P5, P50 and P95.
    pub computed: [f64; 3],
    /// The part of draws below the published central figure, 0 to 1.
    pub percentile: f64,
    /// Where the published central figure falls.
    pub verdict: Verdict,
}

/// Holds every benchmark of the scenario against the outcomes.
#[must_use]
pub fn compare_with_benchmarks<'a>(
    scenario: &'a Scenario,
    table: &OutcomeTable,
) -> Vec<BenchmarkFinding<'a>> {
    scenario
        .benchmarks
        .iter()
        .map(|benchmark| compare(benchmark, table))
        .collect()
}

fn compare<'a>(benchmark: &'a Benchmark, table: &OutcomeTable) -> BenchmarkFinding<'a> {
    let key = OutcomeKey::from(benchmark);
    let computed = table.quantiles(&key, &[0.05, 0.5, 0.95]);
    let percentile = table.percentile_of(&key, benchmark.central);
    let (Some(&[p05, p50, p95]), Some(percentile)) = (computed.as_deref(), percentile) else {
        return BenchmarkFinding {
            benchmark,
            key,
            computed: [f64::NAN; 3],
            percentile: f64::NAN,
            verdict: Verdict::NotReported,
        };
    };
    BenchmarkFinding {
        benchmark,
        key,
        computed: [p05, p50, p95],
        percentile,
        verdict: if benchmark.central < p05 {
            Verdict::Below
        } else if benchmark.central > p95 {
            Verdict::Above
        } else {
            Verdict::Inside
        },
    }
}
