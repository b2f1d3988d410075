//! Fact sheets: one page on a region, or on a cluster, stream or campus.
//!
//! A sheet says how much land is asked for and of which quality, what room there is, where it falls short,
//! what the need comes from and how sure that is. It then answers what article 5.129g of the *Besluit
//! kwaliteit leefomgeving* (the Ladder for sustainable urbanisation) asks of an urban development: paragraph
//! 2 (a) the need for it and (b) when it lies outside urban area, the possibilities to meet the need within.
//! Answers come from computed outcomes alone; what cannot be computed is named as such.

mod entity;
mod ladder;
mod part;
mod region;
mod subject;
pub(super) mod words;

pub use subject::{NoSubject, Subject};

use super::ReportError;
use super::page::{Page, page, sheet};
use super::run::{Run, listed};
use crate::language::Texts;
use crate::results::Results;
use words::Tile;

/// Writes the sheet on one subject of a run.
///
/// # Errors
/// When the run has no scenario, its results contradict themselves, or a chart cannot be drawn.
pub fn fact_sheet(
    results: &Results,
    subject: &Subject,
    texts: &Texts,
) -> Result<String, ReportError> {
    let runs = Run::all(results, texts)?;
    let run = runs.first().ok_or(ReportError::Nothing)?;
    let words = match subject {
        Subject::Region(id) => region::sheet(run, id),
        Subject::Entity(id) => entity::sheet(run, id),
    };
    let title = format!("{}: {}", words.name, run.title());
    let written = Page {
        title: &title,
        data: None,
        body: sheet(&words, texts)?,
    };
    Ok(page(&written, texts))
}

/// Which run a sheet comes from.
fn identity(run: &Run<'_>) -> String {
    let years: Vec<_> = run.years().iter().map(u16::to_string).collect();
    let values = [
        ("scenario", run.title().to_owned()),
        ("base", run.scenario.base_year.to_string()),
        ("years", listed(&years, run.texts)),
    ];
    run.filled("sheet-identity", &values)
}

/// How sure a sheet is, and on what it rests.
fn foot(run: &Run<'_>) -> Vec<String> {
    let inputs = &run.scenario.inputs;
    let draws = usize::try_from(run.scenario.draws).unwrap_or(usize::MAX);
    let values = [
        ("draws", run.texts.whole(draws)),
        ("assumption", run.texts.whole(inputs.assumption)),
        ("all", run.texts.whole(inputs.all)),
        ("version", run.results.job.version.clone()),
        (
            "fingerprint",
            run.results.job.fingerprint.chars().take(8).collect(),
        ),
    ];
    vec![
        run.filled("sheet-foot", &values),
        run.texts.get("sheet-law"),
        run.texts.get("segment-note"),
    ]
}

/// A figure with its band as a tile.
fn tile(run: &Run<'_>, label: String, found: Option<&crate::analysis::Statistics>) -> Tile {
    let hectares = |value| run.texts.hectares(value);
    let (figure, beside) = found.map_or_else(
        || ("–".to_owned(), String::new()),
        |found| {
            let ends = format!(
                "P5 – P95: {} – {}",
                hectares(found.p05()),
                hectares(found.p95())
            );
            (format!("{} ha", hectares(found.p50())), ends)
        },
    );
    Tile {
        label,
        figure,
        beside,
    }
}
