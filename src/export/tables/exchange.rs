//! `exchange.csv`: who hosts whose need, between regions and between segments.

use super::{VariantRun, region_cell, segment_cell, year_cell};
use crate::analysis::{Statistics, SummaryRow};
use crate::engine::{Counterpart, OutcomeKey};
use crate::export::table::{Cell, Table};
use crate::model::OutcomeKind;
use crate::scenario::Scenario;

const HEADERS: [&str; 12] = [
    "scenario",
    "variant",
    "outcome",
    "from",
    "to",
    "year",
    "unit",
    "mean",
    "p05",
    "p50",
    "p95",
    "share_of_from",
];

/// What regions and segments did for each other since the base year.
///
/// | Column | What it says |
/// |---|---|
/// | `outcome` | `hosted`: need of one region met in another; `stood_in`: need for one segment met on land of another in the same region |
/// | `from` | the region or segment whose need it is; `all` for what came from anywhere |
/// | `to` | the region that hosts it or the segment whose land it takes; `all` for what went anywhere |
/// | `year` | everything since the base year, up to and in this year |
/// | `mean`, `p05`, `p50`, `p95` | over all draws, in `unit` |
/// | `share_of_from` | the mean as a part (0 to 1) of the mean of all that left `from`; empty when nothing did |
///
/// The means of a `from` add up to its row to `all`, those of a `to` to its row from `all`.
#[must_use]
pub fn exchange_table(runs: &[VariantRun<'_>]) -> Table {
    let mut table = Table::with_headers(&HEADERS);
    for run in runs {
        let rows = run.summary.rows().iter();
        table
            .rows
            .extend(rows.filter_map(|row| exchange_row(run, row)));
    }
    table
}

fn exchange_row(run: &VariantRun<'_>, row: &SummaryRow) -> Option<Vec<Cell>> {
    let exchange = Exchange::of(run.scenario, &row.key)?;
    let mut cells = run.whose();
    cells.push(Cell::text(exchange.outcome.name()));
    cells.extend([exchange.from, exchange.to]);
    cells.push(year_cell(row.key.year));
    cells.push(Cell::text(exchange.outcome.unit()));
    let Statistics { mean, .. } = row.statistics;
    let statistics = &row.statistics;
    cells.push(Cell::number(mean));
    cells.extend(statistics.band().map(Cell::number));
    let left = run.summary.get(&exchange.all_that_left);
    let share = left.map_or(f64::NAN, |left| mean / left.mean);
    cells.push(Cell::number(share));
    Some(cells)
}

/// One row as an exchange.
struct Exchange {
    outcome: OutcomeKind,
    from: Cell,
    to: Cell,
    /// The outcome that says how much left the same `from`.
    all_that_left: OutcomeKey,
}

impl Exchange {
    /// The exchange that an outcome is, or is a total of.
    fn of(scenario: &Scenario, key: &OutcomeKey) -> Option<Self> {
        let is_by_region = key.segment.is_none();
        let is_by_segment = key.region.is_none();
        let (outcome, all_that_left) = match key.kind {
            OutcomeKind::Hosted => (OutcomeKind::Hosted, OutcomeKind::SpilledOut),
            OutcomeKind::SpilledOut | OutcomeKind::SpilledIn if is_by_region => {
                (OutcomeKind::Hosted, OutcomeKind::SpilledOut)
            }
            OutcomeKind::StoodIn => (OutcomeKind::StoodIn, OutcomeKind::Substituted),
            OutcomeKind::Substituted | OutcomeKind::Substituting if is_by_segment => {
                (OutcomeKind::StoodIn, OutcomeKind::Substituted)
            }
            _ => return None,
        };
        let is_incoming = matches!(key.kind, OutcomeKind::SpilledIn | OutcomeKind::Substituting);
        let is_of_all = key.region.is_none() && key.segment.is_none();
        if is_incoming && is_of_all {
            // What came from anywhere to anywhere is what went there.
            return None;
        }
        let own = if outcome == OutcomeKind::Hosted {
            region_cell(scenario, key.region)
        } else {
            segment_cell(key.segment)
        };
        let (from, to) = match key.counterpart {
            Some(Counterpart::Region(to)) => (own, region_cell(scenario, Some(to))),
            Some(Counterpart::Segment(to)) => (own, segment_cell(Some(to))),
            None if is_incoming => (region_cell(scenario, None), own),
            None => (own, region_cell(scenario, None)),
        };
        let total = OutcomeKey::total(all_that_left, key.year);
        let all_that_left = if is_incoming {
            total
        } else {
            total.in_region(key.region).in_segment(key.segment)
        };
        Some(Self {
            outcome,
            from,
            to,
            all_that_left,
        })
    }
}
