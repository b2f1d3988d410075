//! Parts with charts and whole tables of a job: variants, drivers, and what later jobs add.

use maud::{Markup, html};

use super::{Material, Topic, charts};
use crate::chart::ChartError;
use crate::export::{Cell, Table};
use crate::language::Texts;
use crate::report::figures::Grid;
use crate::report::page::table;
use crate::report::run::Run;

/// The most rows of a table in a page; its file holds all.
const MOST_ROWS: usize = 60;

/// Tables that other parts tell from.
const TOLD: [&str; 8] = [
    "summary",
    "difference",
    "shortage",
    "exchange",
    "quality_lock",
    "benchmarks",
    "inputs",
    "sources",
];

/// What policy variants change.
pub fn variants(material: &Material<'_>) -> Result<Option<Markup>, ChartError> {
    topic(material, Topic::Variants)
}

/// What drives the spread, and on what it rests.
pub fn drivers(material: &Material<'_>) -> Result<Option<Markup>, ChartError> {
    topic(material, Topic::Drivers)
}

/// What no other part is about.
pub fn other(material: &Material<'_>) -> Result<Option<Markup>, ChartError> {
    topic(material, Topic::Other)
}

fn topic(material: &Material<'_>, topic: Topic) -> Result<Option<Markup>, ChartError> {
    let figures = charts::figures(material, topic)?;
    let grids: Vec<_> = material
        .runs
        .iter()
        .take(1)
        .flat_map(|run| tables(run, topic))
        .collect();
    let body = html! {
        @for figure in &figures { (figure) }
        @for grid in &grids {
            details.block {
                summary { (grid.caption) }
                (table(grid))
            }
        }
    };
    Ok((!figures.is_empty() || !grids.is_empty()).then_some(body))
}

fn tables(run: &Run<'_>, topic: Topic) -> Vec<Grid> {
    let tables = run.results.tables.iter();
    tables
        .filter(|table| !TOLD.contains(&table.name.as_str()) && Topic::of(&table.name) == topic)
        .filter(|table| !table.table.rows.is_empty())
        .map(|table| {
            let file = format!("{}.csv", table.name);
            let title = run.word(&table.title);
            Grid {
                caption: format!("{title} ({file})"),
                ..whole(&table.table, run.texts)
            }
        })
        .collect()
}

/// The cells of a table in words.
fn whole(table: &Table, texts: &Texts) -> Grid {
    let row = |row: &Vec<Cell>| row.iter().map(|cell| written(cell, texts)).collect();
    Grid {
        caption: String::new(),
        heads: table.headers.clone(),
        rows: table.rows.iter().take(MOST_ROWS).map(row).collect(),
        ..Grid::default()
    }
}

fn written(cell: &Cell, texts: &Texts) -> String {
    match cell {
        Cell::Empty => "–".to_owned(),
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => texts.significant(*number),
        Cell::Whole(number) => number.to_string(),
    }
}
