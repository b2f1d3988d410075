//! `sweep.csv`: every outcome of every case of a sweep.

use super::distribution::{DISTRIBUTION, distribution};
use crate::analysis::Statistics;
use crate::export::table::{Cell, Table};
use crate::scenario::Parameter;
use crate::sweep::{SweepFindings, SweepRow};

const WHOSE: [&str; 3] = ["scenario", "variant", "point"];

const CHANGE: [&str; 5] = [
    "change_mean",
    "change_p05",
    "change_p50",
    "change_p95",
    "change_se_mean",
];

/// One row per scenario, variant, point and outcome, tidy.
///
/// | Column | What it says |
/// |---|---|
/// | `point` | the number of the point, from 1 |
/// | `x_…` | the value of a parameter, one column for each |
/// | `outcome` … `unit` | as in `summary.csv` |
/// | `mean` … `se_p50` | the distribution over draws with the Monte Carlo standard errors of mean and median |
/// | `change_…` | that of the difference, draw by draw, from the scenario without a variant at the same point; empty for that scenario |
#[must_use]
pub fn sweep_table(findings: &SweepFindings<'_>) -> Table {
    let parameters = &findings.plan.sweep.parameters;
    let columns = parameters.iter().map(parameter_column);
    let whose = WHOSE.into_iter().map(str::to_owned);
    let figures = DISTRIBUTION.into_iter().chain(CHANGE).map(str::to_owned);
    Table {
        headers: whose.chain(columns).chain(figures).collect(),
        rows: findings.rows().map(|one| row(findings, &one)).collect(),
    }
}

/// The column of a parameter: letters, digits and low lines, as other programs like names.
#[must_use]
pub fn parameter_column(parameter: &Parameter) -> String {
    format!("x_{}", parameter.id.as_str().replace('-', "_"))
}

fn row(findings: &SweepFindings<'_>, one: &SweepRow<'_>) -> Vec<Cell> {
    let variant = findings.plan.sweep.variant_id(one.variant);
    let mut cells = [one.scenario.id.as_str(), variant].map(Cell::text).to_vec();
    cells.push(Cell::count(one.case.point + 1));
    cells.extend(one.values.iter().map(|&value| Cell::number(value)));
    cells.extend(distribution(one.scenario, one.key, &one.found.own));
    let change = |of: fn(&Statistics) -> f64| {
        let change = one.found.change.as_ref();
        change.map_or(Cell::Empty, |change| Cell::number(of(change)))
    };
    cells.extend([
        change(|one| one.mean),
        change(Statistics::p05),
        change(Statistics::p50),
        change(Statistics::p95),
        change(|one| one.se_mean),
    ]);
    cells
}
