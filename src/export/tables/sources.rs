//! `sources.csv`: what inputs and published figures cite.

use crate::export::table::{Cell, Table};
use crate::scenario::Scenario;

const SOURCE_HEADERS: [&str; 5] = ["source", "title", "organisation", "year", "url"];

/// Every source of the scenarios, each once, in the order in which they are listed.
#[must_use]
pub fn source_table(scenarios: &[&Scenario]) -> Table {
    let mut table = Table::with_headers(&SOURCE_HEADERS);
    for source in scenarios.iter().flat_map(|scenario| &scenario.sources) {
        let cells = [
            source.id.as_str(),
            &source.title,
            &source.organisation,
            &source.year,
            &source.url,
        ];
        let row = cells.map(Cell::text).to_vec();
        if !table.rows.contains(&row) {
            table.rows.push(row);
        }
    }
    table
}
