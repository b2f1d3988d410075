//! The tables that a run leaves.

use super::table::{Cell, Table};
use crate::analysis::{BenchmarkFinding, Summary, SummaryRow, Verdict};
use crate::engine::OutcomeKey;
use crate::model::{Sector, Segment};
use crate::scenario::{Scenario, UncertainInput};

/// What stands in a column whose dimension is summed.
const ALL: &str = "all";

/// The variant column of a run without policy variant.
const NO_VARIANT: &str = "none";

const SUMMARY_HEADERS: [&str; 21] = [
    "scenario", "variant", "outcome", "sector", "entity", "region", "segment", "year", "unit",
    "mean", "sd", "p05", "p10", "p25", "p50", "p75", "p90", "p95", "se_mean", "se_p50",
    "p_shortage",
];

/// One row per outcome, tidy: the table that other programs read.
#[must_use]
pub fn summary_table(scenario: &Scenario, summary: &Summary) -> Table {
    let mut table = Table::with_headers(&SUMMARY_HEADERS);
    // Exchanges between two regions or segments have a table of their own.
    let rows = summary.rows().iter();
    table.rows = rows
        .filter(|row| row.key.counterpart.is_none())
        .map(|row| summary_row(scenario, summary, row))
        .collect();
    table
}

fn summary_row(scenario: &Scenario, summary: &Summary, row: &SummaryRow) -> Vec<Cell> {
    let statistics = &row.statistics;
    let mut cells = vec![
        Cell::text(scenario.id.as_str()),
        Cell::text(NO_VARIANT),
        Cell::text(row.key.kind.name()),
    ];
    cells.extend(dimensions(scenario, &row.key));
    cells.push(Cell::text(row.key.kind.unit()));
    cells.push(Cell::number(statistics.mean));
    cells.push(Cell::number(statistics.sd));
    cells.extend(statistics.quantiles.map(Cell::number));
    cells.push(Cell::number(statistics.se_mean));
    cells.push(Cell::number(statistics.se_p50));
    cells.push(summary.p_shortage(&row.key).map_or(Cell::Empty, Cell::number));
    cells
}

/// Sector, entity, region, segment and year of an outcome.
fn dimensions(scenario: &Scenario, key: &OutcomeKey) -> [Cell; 5] {
    let or_all = |name: Option<&str>| Cell::text(name.unwrap_or(ALL));
    [
        or_all(key.sector.map(Sector::name)),
        or_all(key.entity.map(|index| scenario.entities[index].id.as_str())),
        or_all(key.region.map(|index| scenario.regions[index.0].id.as_str())),
        or_all(key.segment.map(Segment::name)),
        match key.year {
            Some(year) => Cell::Whole(year.number().into()),
            None => Cell::text(ALL),
        },
    ]
}

const BENCHMARK_HEADERS: [&str; 19] = [
    "benchmark", "outcome", "sector", "entity", "region", "segment", "year", "unit", "low",
    "central", "high", "source", "evidence", "scope", "p05", "p50", "p95", "percentile",
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

const INPUT_HEADERS: [&str; 14] = [
    "name", "distribution", "mean", "sd", "p05", "p50", "p95", "unit", "evidence", "source",
    "organisation", "source_year", "group", "loading",
];

/// Every input with its value, source and evidence grade: what a number must be defended with.
#[must_use]
pub fn input_table(scenario: &Scenario) -> Table {
    let mut table = Table::with_headers(&INPUT_HEADERS);
    table.headers.push("note".to_owned());
    table.rows = scenario
        .inputs
        .iter()
        .map(|input| input_row(scenario, input))
        .collect();
    table
}

fn input_row(scenario: &Scenario, input: &UncertainInput) -> Vec<Cell> {
    let distribution = &input.distribution;
    let provenance = &input.provenance;
    let source = provenance
        .source
        .and_then(|index| scenario.sources.get(index));
    let of_source = |text: Option<&str>| text.map_or(Cell::Empty, Cell::text);
    let mut row = vec![
        Cell::text(input.name.as_str()),
        Cell::text(input.written.as_str()),
        Cell::number(distribution.mean()),
        Cell::number(distribution.variance().sqrt()),
    ];
    row.extend([0.05, 0.5, 0.95].map(|level| Cell::number(distribution.quantile(level))));
    row.push(Cell::text(input.unit.as_str()));
    row.push(Cell::text(provenance.evidence.name()));
    row.push(of_source(source.map(|source| source.id.as_str())));
    row.push(of_source(source.map(|source| source.organisation.as_str())));
    row.push(of_source(source.map(|source| source.year.as_str())));
    match input.group {
        Some((group, loading)) => {
            row.push(Cell::text(scenario.correlation.names()[group].as_str()));
            row.push(Cell::number(loading));
        }
        None => row.extend([Cell::Empty, Cell::Empty]),
    }
    row.push(Cell::text(provenance.note.as_str()));
    row
}
