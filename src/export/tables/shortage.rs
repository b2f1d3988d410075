//! `shortage.csv`: where, when and how badly land runs short.

use super::{VariantRun, region_cell, segment_cell, year_cell};
use crate::analysis::{Shortage, shortages};
use crate::export::table::{Cell, Table};

const HEADERS: [&str; 14] = [
    "scenario",
    "variant",
    "region",
    "segment",
    "year",
    "p_shortage",
    "expected_shortfall_ha_net",
    "worst_5pct_ha_net",
    "with_reserve_ha_net",
    "expected_shortfall_ha_gross",
    "first_year_p05",
    "first_year_p50",
    "first_year_p95",
    "share_never",
];

/// Shortage by region, segment and reported year; without rows for a run without supply.
///
/// | Column | What it says |
/// |---|---|
/// | `region`, `segment`, `year` | where, of which quality, when; `all` is every region or segment together |
/// | `p_shortage` | the part of draws (0 to 1) in which more than 1 ha of need waits in the year |
/// | `expected_shortfall_ha_net` | the mean over all draws of the need that waits, ha net; draws without shortage count as 0 |
/// | `worst_5pct_ha_net` | the same over the 5 % of draws in which most waits |
/// | `with_reserve_ha_net` | the mean of what waits plus what free land lacks to the strategic reserve, ha net |
/// | `expected_shortfall_ha_gross` | the mean of what waits with the roads, water and green of its sites, ha gross |
/// | `first_year_p05`, `_p50`, `_p95` | quantiles of the first year in which more than 1 ha waits; empty when that is later than the last year. The same for every year of a place |
/// | `share_never` | the part of draws (0 to 1) in which that is never so up to the last year |
///
/// Shortfalls of parts add up to that of `all`; probabilities do not.
#[must_use]
pub fn shortage_table(runs: &[VariantRun<'_>]) -> Table {
    let mut table = Table::with_headers(&HEADERS);
    for run in runs {
        let found = shortages(run.table);
        table.rows.extend(found.iter().map(|one| row(run, one)));
    }
    table
}

fn row(run: &VariantRun<'_>, shortage: &Shortage) -> Vec<Cell> {
    let mut cells = run.whose();
    cells.push(region_cell(run.scenario, shortage.region));
    cells.push(segment_cell(shortage.segment));
    cells.push(year_cell(Some(shortage.year)));
    let figures = [
        shortage.probability,
        shortage.expected_ha,
        shortage.worst_ha,
        shortage.expected_with_reserve_ha,
        shortage.expected_gross_ha,
    ];
    cells.extend(figures.map(Cell::number));
    cells.extend(shortage.first_year.map(Cell::number));
    cells.push(Cell::number(shortage.share_never));
    cells
}
