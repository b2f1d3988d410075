//! Heads and cells of tables as people read them, in the place of the names that programs read.

use super::records::{Record, entity_name, region_name, source_name};
use super::run::Run;
use crate::analysis::Condition;
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

/// A cell of a row in words.
#[must_use]
pub fn cell(run: &Run<'_>, row: Record<'_>, column: &str) -> String {
    match row.cell_or_empty(column) {
        Cell::Empty => "–".to_owned(),
        Cell::Text(text) => word(run, row, column).unwrap_or_else(|| text.clone()),
        Cell::Number(number) if Table::is_share(column) => run.texts.percent(*number),
        Cell::Whole(number @ 0..=1) if Table::is_share(column) => {
            run.texts.percent(f64::from(*number == 1))
        }
        Cell::Number(number) => run.texts.quantity(*number, row.text("unit")),
        Cell::Whole(year) if column.ends_with("year") => year.to_string(),
        Cell::Whole(number) => {
            let whole = usize::try_from(*number).map(|number| run.texts.whole(number));
            whole.unwrap_or_else(|_| number.to_string())
        }
    }
}

/// What the name in a cell stands for; nothing for one that is no more than a name.
fn word(run: &Run<'_>, row: Record<'_>, column: &str) -> Option<String> {
    let text = row.text(column);
    let known = |key: String| {
        let words = run.texts.get(&key);
        (words != key).then_some(words)
    };
    match column {
        _ if column.ends_with("scenario") => scenario(run, text),
        "variant" if text == NO_VARIANT => known("sweep-no-variant".to_owned()),
        "variant" => variant(run, text),
        "lever" | "levers" => Some(levers(run, text)),
        "outcome" => outcome_in(run, row),
        "condition" | "satisfied_when" => condition(run, text),
        "region" if text == ALL => known("report-all-regions".to_owned()),
        "region" => Some(region_name(run, text)),
        "entity" if text == ALL => known("sector-all".to_owned()),
        "entity" => Some(entity_name(run, text)),
        "unit" => Some(run.texts.unit(text)),
        "sector" | "segment" | "evidence" | "driver" => known(format!("{column}-{text}")),
        "name" if row.text("by") == "grade" => known(format!("evidence-{text}")),
        "name" if row.text("by") == "source" => Some(source_name(run, text)),
        "source" | "realised_source" => Some(source_name(run, text)),
        "kind" => known(format!("cell-kind-{text}"))
            .or_else(|| known(format!("kind-lever-{text}")))
            .or_else(|| known(format!("cell-{text}"))),
        "year" => known(format!("cell-year-{text}")),
        _ => known(format!("cell-{text}")),
    }
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

/// The names of levers that stand in one cell.
fn levers(run: &Run<'_>, ids: &str) -> String {
    let name = |id: &str| {
        let found = { run.scenario.levers.iter() }.find(|lever| lever.id == id);
        found.map_or(id, |lever| run.word(&lever.name)).to_owned()
    };
    ids.split(' ').map(name).collect::<Vec<_>>().join(" + ")
}

/// The outcome in a cell, in short where other columns of its row say whose, where and when it is.
fn outcome_in(run: &Run<'_>, row: Record<'_>) -> Option<String> {
    let name: OutcomeName = row.text("outcome").parse().ok()?;
    let is_told = row.has("year") || row.has("region");
    if is_told && row.text("outcome") == name.kind.name() {
        return Some(run.texts.get(&format!("outcome-{}", name.kind)));
    }
    Some(outcome(run, &name))
}

/// An outcome with whose, where and of which quality it is, and its year if it has one.
#[must_use]
pub fn outcome(run: &Run<'_>, name: &OutcomeName) -> String {
    let entity = name.entity.as_deref().map(|id| entity_name(run, id));
    let sector = name.sector.map(|sector| run.sector(Some(sector)));
    let region = name.region.as_deref().map(|id| region_name(run, id));
    let segment = name.segment.map(|segment| run.segment(Some(segment)));
    let parts = [entity.or(sector), region, segment].into_iter().flatten();
    let parts: Vec<_> = parts.collect();
    let whose = match &parts[..] {
        [] => run.sector(None),
        parts => parts.join(", "),
    };
    let kind = run.texts.get(&format!("outcome-{}", name.kind));
    let year = name
        .year
        .map_or_else(String::new, |year| format!(" {year}"));
    format!("{kind} ({whose}){year}")
}

/// A condition as it is typed, in words.
fn condition(run: &Run<'_>, text: &str) -> Option<String> {
    let condition: Condition = text.parse().ok()?;
    let outcomes = condition.outcomes().iter();
    let outcomes: Vec<_> = outcomes.map(|name| outcome(run, name)).collect();
    let bound = condition.bound_in_words(run.texts);
    let says = [Some(outcomes.join(" + ")), bound].into_iter().flatten();
    Some(says.collect::<Vec<_>>().join(" "))
}
