//! Heads and cells of tables as people read them, in the place of the names that programs read.

use super::records::{entity_name, region_name};
use super::run::Run;
use crate::engine::OutcomeName;
use crate::export::{ALL, Cell, NO_VARIANT, Table};
use crate::results::NamedTable;

/// The head of a column in words: that of the table, or that of every table; its name when there is none.
#[must_use]
pub fn head(run: &Run<'_>, table: &NamedTable, column: &str) -> String {
    if let Some(own) = table.heads.iter().find(|head| head.id == column) {
        return run.word(&own.name).to_owned();
    }
    let key = format!("head-{column}");
    let words = run.texts.get(&key);
    if words == key {
        column.replace('_', " ")
    } else {
        words
    }
}

/// A cell of a column in words.
#[must_use]
pub fn cell(run: &Run<'_>, column: &str, cell: &Cell) -> String {
    match cell {
        Cell::Empty => "–".to_owned(),
        Cell::Text(text) => word(run, column, text),
        Cell::Number(number) if Table::is_share(column) => run.texts.percent(*number),
        Cell::Whole(number @ 0..=1) if Table::is_share(column) => {
            run.texts.percent(f64::from(*number == 1))
        }
        Cell::Number(number) => run.texts.significant(*number),
        Cell::Whole(year) if column.ends_with("year") => year.to_string(),
        Cell::Whole(number) => {
            let whole = usize::try_from(*number).map(|number| run.texts.whole(number));
            whole.unwrap_or_else(|_| number.to_string())
        }
    }
}

fn word(run: &Run<'_>, column: &str, text: &str) -> String {
    let known = |key: String| {
        let words = run.texts.get(&key);
        (words != key).then_some(words)
    };
    let found = match column {
        _ if column.ends_with("scenario") => scenario(run, text),
        "variant" if text == NO_VARIANT => known("sweep-no-variant".to_owned()),
        "variant" => variant(run, text),
        "outcome" => Some(outcome(run, text)),
        "region" if text == ALL => known("report-all-regions".to_owned()),
        "region" => Some(region_name(run, text)),
        "entity" if text == ALL => known("sector-all".to_owned()),
        "entity" => Some(entity_name(run, text)),
        "sector" | "segment" | "evidence" | "driver" => known(format!("{column}-{text}")),
        "unit" => Some(run.texts.unit(text)),
        _ => known(format!("cell-{text}")),
    };
    found.unwrap_or_else(|| text.to_owned())
}

fn scenario(run: &Run<'_>, id: &str) -> Option<String> {
    let found = run.results.scenario(id)?;
    Some(run.word(&found.title).to_owned())
}

fn variant(run: &Run<'_>, id: &str) -> Option<String> {
    let mut variants = run.scenario.variants.iter();
    let found = variants.find(|variant| variant.id == id)?;
    Some(run.word(&found.title).to_owned())
}

/// An outcome as it stands in tables, or in full as it is typed.
fn outcome(run: &Run<'_>, text: &str) -> String {
    let Ok(name) = text.parse::<OutcomeName>() else {
        return text.to_owned();
    };
    let entity = name.entity.as_deref().map(|id| entity_name(run, id));
    let sector = name.sector.map(|sector| run.sector(Some(sector)));
    let region = name.region.as_deref().map(|id| region_name(run, id));
    let segment = name.segment.map(|segment| run.segment(Some(segment)));
    let year = name.year.map(|year| year.to_string());
    let kind = run.texts.get(&format!("outcome-{}", name.kind));
    let parts = [Some(kind), entity.or(sector), region, segment, year];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    parts.join(", ")
}
