//! `summary.csv`: the distribution of every outcome.

use super::{VariantRun, dimensions};
use crate::analysis::SummaryRow;
use crate::export::table::{Cell, Table};

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

/// One row per outcome, tidy: the table that other programs read. The rows of policy variants stand
/// behind those of the scenario.
#[must_use]
pub fn summary_table(runs: &[VariantRun<'_>]) -> Table {
    let mut table = Table::with_headers(&SUMMARY_HEADERS);
    for run in runs {
        // Exchanges between two regions or segments have a table of their own.
        let rows = run.summary.rows().iter();
        let rows = rows.filter(|row| row.key.counterpart.is_none());
        table.rows.extend(rows.map(|row| summary_row(run, row)));
    }
    table
}

fn summary_row(run: &VariantRun<'_>, row: &SummaryRow) -> Vec<Cell> {
    let statistics = &row.statistics;
    let mut cells = run.whose();
    cells.push(Cell::text(row.key.kind.name()));
    cells.extend(dimensions(run.scenario, &row.key));
    cells.push(Cell::text(row.key.kind.unit()));
    cells.push(Cell::number(statistics.mean));
    cells.push(Cell::number(statistics.sd));
    cells.extend(statistics.quantiles.map(Cell::number));
    cells.push(Cell::number(statistics.se_mean));
    cells.push(Cell::number(statistics.se_p50));
    cells.push(
        run.summary
            .p_shortage(&row.key)
            .map_or(Cell::Empty, Cell::number),
    );
    cells
}
