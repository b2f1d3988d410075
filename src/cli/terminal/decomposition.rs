//! What makes a change, for the terminal.

use comfy_table::Cell;
use ruimtevraag::analysis::Decomposition;
use ruimtevraag::chart::Story;
use ruimtevraag::engine::Experiment;
use ruimtevraag::language::Texts;

use super::ruled::RuledTable;

/// The parts of every change between its two ends.
pub fn decomposition(
    experiment: &Experiment<'_>,
    changes: &[Decomposition],
    story: &Story,
    texts: &Texts,
) -> String {
    let mut parts: Vec<_> = changes
        .iter()
        .map(|change| of_one(experiment, change, story, texts))
        .collect();
    parts.push(texts.get("decompose-method") + "\n");
    parts.join("\n")
}

/// How many drivers a message names.
const NAMED: usize = 3;

/// The same in short, for reports: what changes, and what makes most of it.
pub fn decomposition_messages(
    experiment: &Experiment<'_>,
    changes: &[Decomposition],
    story: &Story,
    texts: &Texts,
) -> Vec<(String, String)> {
    let of_one = |change: &Decomposition| {
        let unit = change.key.kind.unit();
        let mut parts: Vec<_> = story.drivers.iter().zip(&change.parts).collect();
        parts.sort_by(|a, b| b.1.mean.abs().total_cmp(&a.1.mean.abs()));
        let largest = parts.iter().take(NAMED).map(|(name, part)| {
            let sign = if part.mean > 0.0 { "+" } else { "" };
            format!("{name} ({sign}{})", texts.figure(part.mean, unit))
        });
        let values = [
            ("from", &*texts.figure(change.from.mean, unit)),
            ("from_name", &story.from),
            ("to", &texts.figure(change.to.mean, unit)),
            ("to_name", &story.to),
            ("largest", &largest.collect::<Vec<_>>().join(", ")),
        ];
        let about = format!("{}, {}", outcome(experiment, change, texts), story.change);
        let about = texts.in_unit(&about, &texts.unit(unit));
        (about, texts.format("decompose-message", &values))
    };
    changes.iter().map(of_one).collect()
}

/// The outcome in words, with its year.
fn outcome(experiment: &Experiment<'_>, change: &Decomposition, texts: &Texts) -> String {
    let year = change.outcome.year.map(|year| format!(" {year}"));
    change.key.in_words(experiment.scenario, texts) + &year.unwrap_or_default()
}

fn of_one(
    experiment: &Experiment<'_>,
    change: &Decomposition,
    story: &Story,
    texts: &Texts,
) -> String {
    let unit = change.key.kind.unit();
    let figure = |value| texts.figure(value, unit);
    let outcome = outcome(experiment, change, texts);
    let heading = texts.format(
        "decompose-heading",
        &[
            ("outcome", &outcome),
            ("change", &story.change),
            ("draws", &texts.whole(experiment.draws)),
        ],
    );
    let header = vec![
        texts.get("decompose-column-driver"),
        texts.in_unit(&texts.get("decompose-column-mean"), &texts.unit(unit)),
        "P5".to_owned(),
        "P50".to_owned(),
        "P95".to_owned(),
    ];
    let mut table = RuledTable::with_header(header);
    let end = |name: &str, mean: f64| {
        let figures = [name.to_owned(), figure(mean)];
        figures.map(Cell::new).to_vec()
    };
    table.add_group([end(&story.from, change.from.mean)]);
    let steps = story.drivers.iter().zip(&change.parts);
    table.add_group(steps.map(|(name, part)| {
        let [p05, p50, p95] = part.band;
        let figures = [part.mean, p05, p50, p95].map(figure);
        let row = std::iter::once(name.clone()).chain(figures);
        row.map(Cell::new).collect()
    }));
    table.add_group([end(&story.to, change.to.mean)]);
    let median = change.to.p50 - change.from.p50;
    let rest = median - (change.to.mean - change.from.mean);
    let figures = [change.from.p50, change.to.p50, median, rest].map(figure);
    let names = ["from", "to", "median", "rest"];
    let values: Vec<_> = names
        .into_iter()
        .zip(figures.iter().map(String::as_str))
        .collect();
    let median = texts.format("decompose-median", &values);
    format!("{heading}\n{}\n{median}\n", table.render(1))
}
