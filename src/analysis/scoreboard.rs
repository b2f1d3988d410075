//! How published forecasts fared, and how ours fares on the same inputs.
//!
//! Each benchmark with a band or a realisation is one case. Coverage is the part of realisations
//! inside a band: of a P5–P95 band that states its uncertainty rightly nine in ten. Bias is the mean
//! of ln(our median / realised) where both are above 0: above zero we forecast too much.

use super::benchmark::BenchmarkFinding;
use crate::numeric::{count, exp, ln};

/// One forecast beside ours and beside what came.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Case {
    /// Whether the realisation lies inside the published band; `None` without either.
    pub realised_in_theirs: Option<bool>,
    /// Whether the realisation lies inside our P5–P95; `None` without one.
    pub realised_in_ours: Option<bool>,
    /// Whether our median lies inside the published band; `None` without a band.
    pub median_in_theirs: Option<bool>,
}

/// All cases together.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Score {
    /// Cases with a realisation and a published band.
    pub realised_with_band: usize,
    /// Of those, how often reality lay inside the published band.
    pub in_theirs: usize,
    /// Cases with a realisation.
    pub realised: usize,
    /// Of those, how often reality lay inside our P5–P95.
    pub in_ours: usize,
    /// Cases with a published band.
    pub with_band: usize,
    /// Of those, how often our median lies inside it.
    pub median_in_theirs: usize,
    /// The geometric mean of our median over what was realised, less 1; NaN without realisations.
    pub bias: f64,
}

/// The judgement of one case.
#[must_use]
pub fn judge(finding: &BenchmarkFinding<'_>) -> Case {
    let benchmark = finding.benchmark;
    let [p05, p50, p95] = finding.computed;
    let within = |value: f64, low: f64, high: f64| {
        let is_known = value.is_finite() && low.is_finite() && high.is_finite();
        is_known.then_some(low <= value && value <= high)
    };
    Case {
        realised_in_theirs: within(benchmark.realised, benchmark.low, benchmark.high),
        realised_in_ours: within(benchmark.realised, p05, p95),
        median_in_theirs: within(p50, benchmark.low, benchmark.high),
    }
}

/// Adds up the judgements of all cases.
#[must_use]
pub fn score<'f>(findings: impl IntoIterator<Item = &'f BenchmarkFinding<'f>>) -> Score {
    let mut score = Score::default();
    let mut deviations = Vec::new();
    for finding in findings {
        let case = judge(finding);
        if let Some(is_inside) = case.realised_in_theirs {
            score.realised_with_band += 1;
            score.in_theirs += usize::from(is_inside);
        }
        if let Some(is_inside) = case.realised_in_ours {
            score.realised += 1;
            score.in_ours += usize::from(is_inside);
            let ratio = finding.computed[1] / finding.benchmark.realised;
            deviations.extend((ratio > 0.0 && ratio.is_finite()).then(|| ln(ratio)));
        }
        if let Some(is_inside) = case.median_in_theirs {
            score.with_band += 1;
            score.median_in_theirs += usize::from(is_inside);
        }
    }
    score.bias = exp(deviations.iter().sum::<f64>() / count(deviations.len())) - 1.0;
    score
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Verdict;
    use crate::engine::OutcomeKey;
    use crate::id::Id;
    use crate::model::OutcomeKind;
    use crate::scenario::{Benchmark, Evidence, Scope};
    use crate::units::Year;

    fn benchmark(low: f64, high: f64, realised: f64) -> Benchmark {
        Benchmark {
            id: Id::new("one").unwrap(),
            outcome: OutcomeKind::Need,
            sector: None,
            entity: None,
            region: None,
            segment: None,
            year: Year::new(2030).unwrap(),
            low,
            central: 0.5 * (low + high),
            high,
            unit: "ha net".to_owned(),
            source: "one".to_owned(),
            evidence: Evidence::Published,
            scope: Scope::Same,
            realised,
            realised_source: String::new(),
            note: String::new(),
        }
    }

    fn finding(benchmark: &Benchmark, computed: [f64; 3]) -> BenchmarkFinding<'_> {
        BenchmarkFinding {
            benchmark,
            key: OutcomeKey::total(OutcomeKind::Need, Some(benchmark.year)),
            computed,
            percentile: 0.5,
            verdict: Verdict::Inside,
        }
    }

    #[test]
    fn a_score_by_hand() {
        // Reality inside ours only; inside theirs only; not known. Our medians are twice and half of
        // what came, so that the bias is nothing.
        let one = benchmark(10.0, 20.0, 30.0);
        let other = benchmark(10.0, 20.0, 15.0);
        let open = benchmark(10.0, 20.0, f64::NAN);
        // A ratio to nothing is none.
        let none = benchmark(f64::NAN, f64::NAN, 0.0);
        let findings = [
            finding(&one, [25.0, 60.0, 90.0]),
            finding(&other, [1.0, 7.5, 12.0]),
            finding(&open, [5.0, 15.0, 40.0]),
            finding(&none, [0.0, 1.0, 2.0]),
        ];
        let score = score(&findings);
        assert_eq!((score.realised, score.in_ours), (3, 2));
        assert_eq!((score.realised_with_band, score.in_theirs), (2, 1));
        assert_eq!((score.with_band, score.median_in_theirs), (3, 1));
        assert!(score.bias.abs() < 1e-12, "{}", score.bias);
    }
}
