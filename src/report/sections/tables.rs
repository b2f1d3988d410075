//! Parts with charts and whole tables of a job: variants, drivers, and what later jobs add.

use maud::{Markup, html};

use super::{Material, Topic, charts};
use crate::analysis::sensitivity::MOST_CHANCE;
use crate::chart::ChartError;
use crate::export::{CHANCE, Cell};
use crate::report::grid::Grid;
use crate::report::page::table;
use crate::report::records::{Record, rows};
use crate::report::run::Run;
use crate::report::words;
use crate::results::NamedTable;

/// The most rows of a table in a page; its file holds all.
const MOST_ROWS: usize = 60;

/// Tables that other parts tell from.
const TOLD: [&str; 10] = [
    "summary",
    "difference",
    "shortage",
    "exchange",
    "quality_lock",
    "benchmarks",
    "inputs",
    "sources",
    "sweep",
    "scoreboard",
];

/// Whether other parts tell what stands in the table of a name.
pub fn is_told_elsewhere(table: &str) -> bool {
    TOLD.contains(&table)
}

/// What policy variants change.
pub fn variants(material: &Material<'_>) -> Result<Option<Markup>, ChartError> {
    topic(material, Topic::Variants)
}

/// What drives the spread, and on what it rests.
pub fn drivers(material: &Material<'_>) -> Result<Option<Markup>, ChartError> {
    let found = topic(material, Topic::Drivers)?;
    let warning = material.runs.iter().find_map(too_few_draws);
    Ok(found.map(|found| {
        html! {
            @if let Some(warning) = &warning { p { strong { (warning) } } }
            (found)
        }
    }))
}

/// That the draws of a run are too few for what is said of so many drivers.
fn too_few_draws(run: &Run<'_>) -> Option<String> {
    let evidence = run.results.table("evidence")?;
    let [by, share] = [evidence.column("by")?, evidence.column("share")?];
    let chance = evidence
        .rows
        .iter()
        .filter(|row| row[by] == Cell::text(CHANCE));
    let chance = chance.filter_map(|row| row[share].as_number());
    let most = chance.fold(0.0, f64::max);
    (most > MOST_CHANCE).then(|| {
        let chance = run.texts.number(100.0 * most, 0);
        run.filled("report-drivers-too-few", &[("chance", chance)])
    })
}

/// What no other part is about.
pub fn other(material: &Material<'_>) -> Result<Option<Markup>, ChartError> {
    topic(material, Topic::Other)
}

fn topic(material: &Material<'_>, topic: Topic) -> Result<Option<Markup>, ChartError> {
    let figures = charts::figures(material, topic)?;
    let grids = material.jobs().flat_map(|(_, run)| {
        tables(run, topic).into_iter().map(|grid| Grid {
            caption: material.titled(run, &grid.caption),
            ..grid
        })
    });
    let grids: Vec<_> = grids.collect();
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
        .filter(|table| !is_told_elsewhere(&table.name) && Topic::of(&table.name) == topic)
        .filter(|table| !table.table.rows.is_empty())
        .map(|table| {
            let file = format!("{}.csv", table.name);
            let title = run.word(&table.title);
            let caption = if table.table.rows.len() > MOST_ROWS {
                let values = [
                    ("title", title.to_owned()),
                    ("file", file),
                    ("shown", run.texts.whole(MOST_ROWS)),
                    ("rows", run.texts.counted("row", table.table.rows.len())),
                ];
                run.filled("report-caption-first-rows", &values)
            } else {
                format!("{title} ({file})")
            };
            Grid {
                caption,
                ..whole(run, table)
            }
        })
        .collect()
}

/// The first rows of a table in words.
fn whole(run: &Run<'_>, table: &NamedTable) -> Grid {
    let columns = || table.table.headers.iter();
    let row = |row: Record<'_>| {
        columns()
            .map(|column| words::cell(run, row, column))
            .collect()
    };
    Grid {
        caption: String::new(),
        heads: columns()
            .map(|column| words::head(run, table, column))
            .collect(),
        rows: rows(&table.table).take(MOST_ROWS).map(row).collect(),
        ..Grid::default()
    }
}
