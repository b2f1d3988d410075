//! The columns that describe an outcome and its distribution, the same in every table that has them.

use super::dimensions;
use crate::analysis::Statistics;
use crate::engine::OutcomeKey;
use crate::export::table::Cell;
use crate::scenario::Scenario;

/// Which outcome, in which unit, and its distribution with the Monte Carlo standard errors of mean and
/// median.
pub(super) const DISTRIBUTION: [&str; 18] = [
    "outcome", "sector", "entity", "region", "segment", "year", "unit", "mean", "sd", "p05", "p10",
    "p25", "p50", "p75", "p90", "p95", "se_mean", "se_p50",
];

/// The cells under [`DISTRIBUTION`].
pub(super) fn distribution(
    scenario: &Scenario,
    key: &OutcomeKey,
    statistics: &Statistics,
) -> Vec<Cell> {
    let mut cells = vec![Cell::text(key.kind.name())];
    cells.extend(dimensions(scenario, key));
    cells.push(Cell::text(key.kind.unit()));
    cells.extend([statistics.mean, statistics.sd].map(Cell::number));
    cells.extend(statistics.quantiles.map(Cell::number));
    cells.extend([statistics.se_mean, statistics.se_p50].map(Cell::number));
    cells
}
