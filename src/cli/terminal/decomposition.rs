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

fn of_one(
    experiment: &Experiment<'_>,
    change: &Decomposition,
    story: &Story,
    texts: &Texts,
) -> String {
    let year = change.outcome.year.map(|year| format!(" {year}"));
    let outcome = change.key.in_words(experiment.scenario, texts) + &year.unwrap_or_default();
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
        format!(
            "{}, {}",
            texts.get("decompose-column-mean"),
            change.key.kind.unit()
        ),
        "P5".to_owned(),
        "P50".to_owned(),
        "P95".to_owned(),
    ];
    let mut table = RuledTable::with_header(header);
    let end = |name: &str, mean: f64| {
        let figures = [name.to_owned(), texts.hectares(mean)];
        figures.map(Cell::new).to_vec()
    };
    table.add_group([end(&story.from, change.from.mean)]);
    let steps = story.drivers.iter().zip(&change.parts);
    table.add_group(steps.map(|(name, part)| {
        let [p05, p50, p95] = part.band;
        let figures = [part.mean, p05, p50, p95].map(|figure| texts.hectares(figure));
        let row = std::iter::once(name.clone()).chain(figures);
        row.map(Cell::new).collect()
    }));
    table.add_group([end(&story.to, change.to.mean)]);
    let median = change.to.p50 - change.from.p50;
    let rest = median - (change.to.mean - change.from.mean);
    let figures = [change.from.p50, change.to.p50, median, rest].map(|x| texts.hectares(x));
    let names = ["from", "to", "median", "rest"];
    let values: Vec<_> = names
        .into_iter()
        .zip(figures.iter().map(String::as_str))
        .collect();
    let median = texts.format("decompose-median", &values);
    format!("{heading}\n{}\n{median}\n", table.render(1))
}
