//! `sensitivity.csv` and `evidence.csv`: what drives an outcome, and on what its spread rests.

use super::dimensions;
use crate::analysis::sensitivity::{FactorIndices, Influence, Screening, Sensitivity};
use crate::engine::OutcomeKey;
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

/// What stands in the column `by` of `evidence.csv` beside what chance may make.
pub const CHANCE: &str = "chance";

const EVIDENCE: [&str; 3] = ["by", "name", "share"];

/// The inputs that bring most to the variance of each outcome.
///
/// | Column | What it says |
/// |---|---|
/// | `name`, `kind` | the input, or the pathway whose random `walk` it is |
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
            let mut row = outcome(scenario, &sensitivity.key);
            row.push(Cell::Whole(rank));
            row.extend(influence_cells(scenario, sensitivity, influence));
            row
        }));
    }
    table
}

fn outcome(scenario: &Scenario, key: &OutcomeKey) -> Vec<Cell> {
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
/// | `by` | `grade`, `source`, `rest`, or `chance` |
/// | `name` | the evidence grade or the source; empty for inputs without source, for the rest and for chance |
/// | `share` | the part of the variance (0 to 1) that those inputs bring alone; for `chance`, by how much all of them together may be off (two standard errors) |
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
            let mut row = outcome(scenario, &sensitivity.key);
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
        add(CHANCE, Cell::Empty, sensitivity.chance());
    }
    table
}

const FACTORS: [&str; 10] = [
    "rank",
    "kind",
    "name",
    "of",
    "first_order",
    "first_order_low",
    "first_order_high",
    "total",
    "total_low",
    "total_high",
];

/// The Sobol' indices of independent factors for each outcome.
///
/// | Column | What it says |
/// |---|---|
/// | `kind` | `group`: a correlation group with all its inputs; `ungrouped`: the inputs of no group whose names begin with `name`; `walk`: the random walk of a pathway; `input`: an input within the factor in `of` |
/// | `first_order` | the part of the variance that goes when the factor is known; for an `input`, its part of the factor's index, in proportion to its share from the same draws |
/// | `total` | the part of the variance that stays when all else is known: with all interactions |
/// | `_low`, `_high` | ends of 95 % bootstrap intervals |
#[must_use]
pub fn factor_table(scenario: &Scenario, found: &[FactorIndices]) -> Table {
    let mut table = Table::with_headers(&[&OUTCOME[..], &FACTORS].concat());
    for one in found {
        for ((factor, indices), rank) in one.factors.iter().zip(1..) {
            let name = factor.about.name(scenario);
            let mut row = outcome(scenario, &one.key());
            row.push(Cell::Whole(rank));
            row.extend([factor.about.kind(), &name].map(Cell::text));
            row.push(Cell::Empty);
            for index in [indices.first_order, indices.total] {
                row.extend([index.value, index.low, index.high].map(Cell::number));
            }
            table.rows.push(row);
            for (driver, part) in one.divided(factor, indices.first_order.value) {
                let mut row = outcome(scenario, &one.key());
                row.extend([Cell::Whole(rank), Cell::text("input")]);
                row.extend([driver.name(scenario), &name].map(Cell::text));
                row.push(Cell::number(part));
                row.extend(std::iter::repeat_n(Cell::Empty, 5));
                table.rows.push(row);
            }
        }
    }
    table
}

const EFFECTS: [&str; 7] = [
    "rank",
    "kind",
    "name",
    "mean_size",
    "se_mean_size",
    "mean",
    "standard_deviation",
];

/// The elementary effects of every input on each outcome, in the unit of the outcome over the whole range of
/// the input.
///
/// | Column | What it says |
/// |---|---|
/// | `kind` | `input`: an input, or what it does not share with its group; `group`: the random factor of a group; `walk`: the random walk of a pathway |
/// | `mean_size`, `se_mean_size` | the mean size of the effect (μ*), and its standard error |
/// | `mean` | the mean effect with its sign (μ); empty for a walk |
/// | `standard_deviation` | of the effect (σ): large when it depends on the level or on other inputs |
#[must_use]
pub fn screening_table(scenario: &Scenario, found: &[Screening]) -> Table {
    let mut table = Table::with_headers(&[&OUTCOME[..], &EFFECTS].concat());
    for one in found {
        table
            .rows
            .extend(one.effects.iter().zip(1..).map(|(effect, rank)| {
                let effects = &effect.effects;
                let mut row = outcome(scenario, &one.key);
                row.push(Cell::Whole(rank));
                row.extend([effect.about.kind(), &effect.about.name(scenario)].map(Cell::text));
                let figures = [
                    effects.mean_size,
                    effects.se_mean_size,
                    effects.mean,
                    effects.standard_deviation,
                ];
                row.extend(figures.map(Cell::number));
                row
            }));
    }
    table
}
