//! `sensitivity.csv` and `evidence.csv`: what drives an outcome, and on what its spread rests.

use super::dimensions;
use crate::analysis::sensitivity::{Influence, Sensitivity};
use crate::export::table::{Cell, Table};
use crate::scenario::{Scenario, UncertainInput};

/// What stands before the figures of an outcome in both tables.
const OUTCOME: [&str; 8] = [
    "scenario", "outcome", "sector", "entity", "region", "segment", "year", "unit",
];

const SENSITIVITY: [&str; 15] = [
    "rank",
    "name",
    "kind",
    "share",
    "first_order",
    "first_order_low",
    "first_order_high",
    "rank_correlation",
    "mean",
    "mean_low_tenth",
    "mean_high_tenth",
    "width",
    "narrowing",
    "evidence",
    "source",
];

const EVIDENCE: [&str; 3] = ["by", "name", "share"];

/// The inputs that bring most to the variance of each outcome.
///
/// | Column | What it says |
/// |---|---|
/// | `name`, `kind` | the input, or the random `walk` of a pathway under the name of its structural error |
/// | `share` | its part of the variance (0 to 1), its part in what its correlation group moves included; shares of all inputs and `rest` in `evidence.csv` sum to 1 |
/// | `first_order` | the part of the variance that goes when it is known, with what it tells of correlated inputs; `_low` and `_high` are the ends of a 95 % interval, where one was made |
/// | `rank_correlation` | Spearman's |
/// | `mean`, `mean_low_tenth`, `mean_high_tenth` | the mean over all draws, and over the tenth in which the input is lowest and highest |
/// | `width` | P5 to P95 of the outcome |
/// | `narrowing` | by which part (0 to 1) that width is expected to shrink when the input is known exactly |
#[must_use]
pub fn sensitivity_table(scenario: &Scenario, found: &[Sensitivity]) -> Table {
    let mut table = Table::with_headers(&[&OUTCOME[..], &SENSITIVITY].concat());
    for sensitivity in found {
        let influences = sensitivity.influences.iter().zip(1..);
        table.rows.extend(influences.map(|(influence, rank)| {
            let mut row = outcome(scenario, sensitivity);
            row.push(Cell::Whole(rank));
            row.extend(influence_cells(scenario, sensitivity, influence));
            row
        }));
    }
    table
}

fn outcome(scenario: &Scenario, sensitivity: &Sensitivity) -> Vec<Cell> {
    let key = &sensitivity.key;
    let mut cells = vec![
        Cell::text(scenario.id.as_str()),
        Cell::text(key.kind.name()),
    ];
    cells.extend(dimensions(scenario, key));
    cells.push(Cell::text(key.kind.unit()));
    cells
}

fn influence_cells(
    scenario: &Scenario,
    sensitivity: &Sensitivity,
    influence: &Influence,
) -> Vec<Cell> {
    let driver = influence.driver;
    let support = driver.support(scenario);
    let mut cells = vec![Cell::text(driver.name(scenario)), Cell::text(driver.kind())];
    let [low, high] = sensitivity.ends;
    let figures = [
        influence.share,
        influence.first_order.value,
        influence.first_order.low,
        influence.first_order.high,
        influence.rank_correlation,
        sensitivity.mean,
        influence.low_tenth,
        influence.high_tenth,
        high - low,
        influence.narrowing,
    ];
    cells.extend(figures.map(Cell::number));
    cells.push(support.map_or(Cell::Empty, |input| {
        Cell::text(input.provenance.evidence.name())
    }));
    cells.push(source(scenario, support.and_then(source_of)));
    cells
}

fn source_of(input: &UncertainInput) -> Option<usize> {
    input.provenance.source
}

fn source(scenario: &Scenario, source: Option<usize>) -> Cell {
    let source = source.and_then(|at| scenario.sources.get(at));
    source.map_or(Cell::Empty, |source| Cell::text(source.id.as_str()))
}

/// On what the variance of each outcome rests.
///
/// | Column | What it says |
/// |---|---|
/// | `by` | `grade`, `source`, or `rest` |
/// | `name` | the evidence grade or the source; empty for inputs without source and for the rest |
/// | `share` | the part of the variance (0 to 1) that those inputs bring alone |
///
/// The shares of all grades and the rest sum to 1, and so do those of all sources and the rest. The rest is
/// what inputs bring together only (interactions), what a correlation group moves without a clear carrier,
/// and the chance of the sample, which can make small shares negative.
#[must_use]
pub fn evidence_table(scenario: &Scenario, found: &[Sensitivity]) -> Table {
    let mut table = Table::with_headers(&[&OUTCOME[..], &EVIDENCE].concat());
    for sensitivity in found {
        let audit = &sensitivity.audit;
        let mut add = |by: &str, name: Cell, share: f64| {
            let mut row = outcome(scenario, sensitivity);
            row.extend([Cell::text(by), name, Cell::number(share)]);
            table.rows.push(row);
        };
        for (grade, share) in audit.by_grade {
            add("grade", Cell::text(grade.name()), share);
        }
        for (of, share) in &audit.by_source {
            add("source", source(scenario, *of), *share);
        }
        add("rest", Cell::Empty, audit.rest);
    }
    table
}
