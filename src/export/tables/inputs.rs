//! `inputs.csv`: every uncertain input with its provenance.

use crate::export::table::{Cell, Table};
use crate::scenario::{Scenario, UncertainInput};

const INPUT_HEADERS: [&str; 14] = [
    "name",
    "distribution",
    "mean",
    "sd",
    "p05",
    "p50",
    "p95",
    "unit",
    "evidence",
    "source",
    "organisation",
    "source_year",
    "group",
    "loading",
];

/// Every input with its value, source and evidence grade: what a number must be defended with.
#[must_use]
pub fn input_table(scenario: &Scenario) -> Table {
    let mut table = Table::with_headers(&INPUT_HEADERS);
    table.headers.push("note".to_owned());
    let originals = scenario.inputs.iter().filter(|input| !input.is_copy);
    table.rows = originals.map(|input| input_row(scenario, input)).collect();
    table
}

fn input_row(scenario: &Scenario, input: &UncertainInput) -> Vec<Cell> {
    let distribution = &input.distribution;
    let provenance = &input.provenance;
    let source = provenance
        .source
        .and_then(|index| scenario.sources.get(index));
    let of_source = |text: Option<&str>| text.map_or(Cell::Empty, Cell::text);
    let mut row = vec![
        Cell::text(input.name.as_str()),
        Cell::text(input.written.as_str()),
        Cell::number(distribution.mean()),
        Cell::number(distribution.standard_deviation()),
    ];
    row.extend([0.05, 0.5, 0.95].map(|level| Cell::number(distribution.quantile(level))));
    row.push(Cell::text(input.unit.as_str()));
    row.push(Cell::text(provenance.evidence.name()));
    row.push(of_source(source.map(|source| source.id.as_str())));
    row.push(of_source(source.map(|source| source.organisation.as_str())));
    row.push(of_source(source.map(|source| source.year.as_str())));
    match input.group {
        Some((group, loading)) => {
            row.push(Cell::text(scenario.correlation.names()[group].as_str()));
            row.push(Cell::number(loading));
        }
        None => row.extend([Cell::Empty, Cell::Empty]),
    }
    row.push(Cell::text(provenance.note.as_str()));
    row
}
