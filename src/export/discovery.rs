//! The tables that a search for conditions leaves.

use super::table::{Cell, P_VALUE, Table};
use crate::analysis::{Condition, Discovery};
use crate::statistics::prim::{Restriction, Side};

/// Every rule with how well it fits the draws that were not searched and that earlier rules leave.
#[must_use]
pub fn box_table(condition: &Condition, discovery: &Discovery) -> Table {
    let mut table = Table::with_headers(&[
        "condition",
        "rule",
        "restricted_inputs",
        "coverage",
        "density",
        "mass",
        "base_rate",
        "draws_inside",
        "draws_inside_that_meet",
        "draws",
        "draws_that_meet",
    ]);
    for (number, found) in (1..).zip(discovery.rules()) {
        let fit = found.fit;
        let mut row = vec![
            Cell::text(condition.to_string()),
            Cell::Whole(number),
            Cell::count(found.rule.dimensions()),
        ];
        let parts = [fit.coverage(), fit.density(), fit.mass(), fit.base_rate()];
        row.extend(parts.map(Cell::number));
        row.extend([fit.inside, fit.positive, fit.of, fit.positive_of].map(Cell::count));
        table.rows.push(row);
    }
    table
}

/// Every restriction of every rule.
#[must_use]
pub fn restriction_table(discovery: &Discovery) -> Table {
    let mut table = Table::with_headers(&[
        "rule",
        "input",
        "side",
        "limit",
        "unit",
        "group",
        "share_of_draws",
        P_VALUE,
    ]);
    for (number, found) in (1..).zip(discovery.rules()) {
        for (restriction, p) in found.rule.restrictions().iter().zip(&found.p_values) {
            let subject = &discovery.subjects[restriction.dimension];
            table.rows.push(vec![
                Cell::Whole(number),
                Cell::text(subject.name.as_str()),
                side(restriction.side),
                Cell::number(restriction.limit),
                Cell::text(subject.unit.as_str()),
                subject.group.as_deref().map_or(Cell::Empty, Cell::text),
                Cell::number(discovery.share_within(restriction)),
                Cell::number(*p),
            ]);
        }
    }
    table
}

/// Every box from all draws to the smallest, with how well it fits the half that was searched and the
/// other one.
#[must_use]
pub fn tradeoff_table(discovery: &Discovery) -> Table {
    let mut table = Table::with_headers(&[
        "rule",
        "step",
        "restrictions",
        "coverage_searched",
        "density_searched",
        "mass_searched",
        "coverage",
        "density",
        "mass",
        "chosen",
    ]);
    for (number, search) in (1..).zip(&discovery.searches) {
        for (step, one) in search.boxes.iter().enumerate() {
            let mut row = vec![
                Cell::Whole(number),
                Cell::count(step),
                Cell::count(one.rule.restrictions().len()),
            ];
            for fit in [one.searched, one.tested] {
                let parts = [fit.coverage(), fit.density(), fit.mass()];
                row.extend(parts.map(Cell::number));
            }
            let is_chosen = step == search.chosen && search.found.is_some();
            row.push(Cell::yes_or_no(is_chosen));
            table.rows.push(row);
        }
    }
    table
}

/// Which restrictions come back when the draws are divided anew, for the first rule.
#[must_use]
pub fn stability_table(discovery: &Discovery) -> Table {
    let mut table = Table::with_headers(&[
        "input",
        "side",
        "share_of_divisions",
        "limit_p05",
        "limit_p50",
        "limit_p95",
        "unit",
        "in_first_rule",
    ]);
    let first: Vec<&Restriction> = discovery
        .rules()
        .take(1)
        .flat_map(|found| found.rule.restrictions())
        .collect();
    for kept in &discovery.stability {
        let subject = &discovery.subjects[kept.dimension];
        let is_in = first
            .iter()
            .any(|one| (one.dimension, one.side) == (kept.dimension, kept.side));
        let mut row = vec![
            Cell::text(subject.name.as_str()),
            side(kept.side),
            Cell::number(kept.share),
        ];
        row.extend(kept.limit.map(Cell::number));
        row.push(Cell::text(subject.unit.as_str()));
        row.push(Cell::yes_or_no(is_in));
        table.rows.push(row);
    }
    table
}

fn side(side: Side) -> Cell {
    Cell::text(match side {
        Side::AtLeast => "at_least",
        Side::AtMost => "at_most",
    })
}
