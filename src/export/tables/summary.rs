//! `summary.csv`: the distribution of every outcome.

use super::{NO_VARIANT, dimensions};
use crate::analysis::{Summary, SummaryRow};
use crate::export::table::{Cell, Table};
use crate::scenario::Scenario;

const SUMMARY_HEADERS: [&str; 21] = [
    "scenario",
    "variant",
    "outcome",
    "sector",
    "entity",
    "region",
    "segment",
    "year",
    "unit",
    "mean",
    "sd",
    "p05",
    "p10",
    "p25",
    "p50",
    "p75",
    "p90",
    "p95",
    "se_mean",
    "se_p50",
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
    cells.push(
        summary
            .p_shortage(&row.key)
            .map_or(Cell::Empty, Cell::number),
    );
    cells
}
