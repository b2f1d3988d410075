//! The table of published forecasts, theirs and ours, beside what came.

use super::table::{Cell, Table};
use crate::analysis::{BenchmarkFinding, judge};
use crate::scenario::Scenario;

/// One row a forecast; yes, no or nothing where it cannot be judged.
#[must_use]
pub fn scoreboard_table(findings: &[(&Scenario, Vec<BenchmarkFinding<'_>>)]) -> Table {
    let mut table = Table::with_headers(&[
        "scenario",
        "benchmark",
        "outcome",
        "base_year",
        "year",
        "unit",
        "published_low",
        "published_central",
        "published_high",
        "p05",
        "p50",
        "p95",
        "percentile_of_published_central",
        "realised",
        "realised_inside_published",
        "realised_inside_p05_p95",
        "p50_inside_published",
        "source",
        "realised_source",
        "note",
    ]);
    for (scenario, findings) in findings {
        for finding in findings {
            let published = finding.benchmark;
            let case = judge(finding);
            let mut row = vec![
                Cell::text(scenario.id.as_str()),
                Cell::text(published.id.as_str()),
                Cell::text(published.outcome.name()),
                Cell::Whole(scenario.base_year.number().into()),
                Cell::Whole(published.year.number().into()),
                Cell::text(published.unit.as_str()),
            ];
            row.extend([published.low, published.central, published.high].map(Cell::number));
            row.extend(finding.computed.map(Cell::number));
            row.push(Cell::number(finding.percentile));
            row.push(Cell::number(published.realised));
            row.extend(
                [
                    case.realised_in_theirs,
                    case.realised_in_ours,
                    case.median_in_theirs,
                ]
                .map(|answer| answer.map_or(Cell::Empty, Cell::yes_or_no)),
            );
            row.push(Cell::text(published.source.as_str()));
            row.push(Cell::text(published.realised_source.as_str()));
            row.push(Cell::text(published.note.as_str()));
            table.rows.push(row);
        }
    }
    table
}
