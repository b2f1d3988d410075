//! `benchmarks.csv`: published figures beside the computed band.

use super::dimensions;
use crate::analysis::{BenchmarkFinding, Verdict};
use crate::export::table::{Cell, Table};
use crate::scenario::Scenario;

const BENCHMARK_HEADERS: [&str; 19] = [
    "benchmark",
    "outcome",
    "sector",
    "entity",
    "region",
    "segment",
    "year",
    "unit",
    "low",
    "central",
    "high",
    "source",
    "evidence",
    "scope",
    "p05",
    "p50",
    "p95",
    "percentile",
    "verdict",
];

/// Published figures beside the computed band.
#[must_use]
pub fn benchmark_table(scenario: &Scenario, findings: &[BenchmarkFinding<'_>]) -> Table {
    let mut table = Table::with_headers(&BENCHMARK_HEADERS);
    table.headers.push("note".to_owned());
    for finding in findings {
        let published = finding.benchmark;
        let mut row = vec![
            Cell::text(published.id.as_str()),
            Cell::text(published.outcome.name()),
        ];
        row.extend(dimensions(scenario, &finding.key));
        row.push(Cell::text(published.unit.as_str()));
        row.extend([published.low, published.central, published.high].map(Cell::number));
        row.push(Cell::text(published.source.as_str()));
        row.push(Cell::text(published.evidence.name()));
        row.push(Cell::text(published.scope.name()));
        row.extend(finding.computed.map(Cell::number));
        row.push(Cell::number(finding.percentile));
        row.push(Cell::text(verdict_name(finding.verdict)));
        row.push(Cell::text(published.note.as_str()));
        table.rows.push(row);
    }
    table
}

fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Below => "below-band",
        Verdict::Inside => "inside-band",
        Verdict::Above => "above-band",
        Verdict::NotReported => "not-reported",
    }
}
