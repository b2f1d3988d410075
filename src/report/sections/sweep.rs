//! How far outcomes reach over the points of a sweep.

use maud::{Markup, html};

use super::{Material, Topic, charts};
use crate::chart::ChartError;
use crate::export::{Cell, NO_VARIANT};
use crate::report::grid::Grid;
use crate::report::page::table;
use crate::report::records::{Record, records};
use crate::report::run::Run;
use crate::report::words;
use crate::results::{NamedTable, SWEEP};

/// The columns that tell outcomes apart.
const OUTCOME: [&str; 6] = ["outcome", "sector", "entity", "region", "segment", "year"];

/// The lowest and highest median of every outcome, and the charts over the points.
pub fn sweep(material: &Material<'_>) -> Result<Option<Markup>, ChartError> {
    let figures = charts::figures(material, Topic::Sweep)?;
    let grids: Vec<_> = { material.runs.iter() }
        .filter_map(|run| reach(run, material.is_several()))
        .collect();
    let body = html! {
        @if !grids.is_empty() { p { (material.text("report-sweep")) } }
        @for grid in &grids { (table(grid)) }
        @for figure in &figures { (figure) }
    };
    Ok((!figures.is_empty() || !grids.is_empty()).then_some(body))
}

/// How far each outcome of a scenario reaches, under the first variant that was run.
fn reach(run: &Run<'_>, is_one_of_several: bool) -> Option<Grid> {
    let named = run
        .results
        .tables
        .iter()
        .find(|table| table.name == SWEEP)?;
    let rows: Vec<_> = records(run, SWEEP)
        .filter(|row| row.text("scenario") == run.scenario.id)
        .collect();
    let has_base = rows.iter().any(|row| row.text("variant") == NO_VARIANT);
    let shown = if has_base {
        NO_VARIANT
    } else {
        rows.first()?.text("variant")
    };
    let mut outcomes: Vec<([&Cell; 6], Vec<Record<'_>>)> = Vec::new();
    for row in rows.into_iter().filter(|row| row.text("variant") == shown) {
        let outcome = OUTCOME.map(|column| row.cell_or_empty(column));
        match outcomes.iter_mut().find(|(known, _)| *known == outcome) {
            Some((_, rows)) => rows.push(row),
            None => outcomes.push((outcome, vec![row])),
        }
    }
    let title = run.texts.get("report-caption-sweep");
    let head = |column: &str| run.texts.get(&format!("head-{column}"));
    let at = run.texts.get("sweep-column-at");
    let unit = head("unit");
    Some(Grid {
        caption: if is_one_of_several {
            format!("{}: {title}", run.title())
        } else {
            title
        },
        heads: vec![
            head("outcome"),
            unit,
            head("lowest_p50"),
            at.clone(),
            head("highest_p50"),
            at,
        ],
        rows: { outcomes.iter() }
            .filter_map(|(_, rows)| row(run, named, rows))
            .collect(),
        ..Grid::default()
    })
}

fn row(run: &Run<'_>, table: &NamedTable, rows: &[Record<'_>]) -> Option<Vec<String>> {
    let median = |row: &&Record<'_>| row.number("p50");
    let finite = || rows.iter().filter(|row| median(row).is_finite());
    let low = finite().min_by(|a, b| median(a).total_cmp(&median(b)))?;
    let high = finite().max_by(|a, b| median(a).total_cmp(&median(b)))?;
    let at = |row: &Record<'_>| {
        let values = table.heads.iter().map(|head| {
            let value = run.texts.significant(row.number(&head.id));
            format!("{} {value}", run.word(&head.name))
        });
        values.collect::<Vec<_>>().join("; ")
    };
    let unit = low.text("unit");
    let figure = |row: &Record<'_>| run.texts.figure(row.number("p50"), unit);
    Some(vec![
        words::outcome(run, &low.outcome()?),
        run.texts.unit(unit),
        figure(low),
        at(low),
        figure(high),
        at(high),
    ])
}
