//! `summary.csv`: the distribution of every outcome.

use super::VariantRun;
use super::distribution::{DISTRIBUTION, distribution};
use crate::analysis::SummaryRow;
use crate::export::table::{Cell, Table};

/// One row per outcome, tidy: the table that other programs read. The rows of policy variants stand
/// behind those of the scenario.
#[must_use]
pub fn summary_table(runs: &[VariantRun<'_>]) -> Table {
    let headers = [&["scenario", "variant"][..], &DISTRIBUTION, &["p_shortage"]].concat();
    let mut table = Table::with_headers(&headers);
    for run in runs {
        // Exchanges between two regions or segments have a table of their own.
        let rows = run.summary.rows().iter();
        let rows = rows.filter(|row| row.key.counterpart.is_none());
        table.rows.extend(rows.map(|row| summary_row(run, row)));
    }
    table
}

fn summary_row(run: &VariantRun<'_>, row: &SummaryRow) -> Vec<Cell> {
    let mut cells = run.whose();
    cells.extend(distribution(run.scenario, &row.key, &row.statistics));
    cells.push(
        run.summary
            .p_shortage(&row.key)
            .map_or(Cell::Empty, Cell::number),
    );
    cells
}
