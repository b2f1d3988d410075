//! Which levers make something rare enough, for the terminal.

use comfy_table::Cell;
use ruimtevraag::analysis::{Condition, Package, Relief};
use ruimtevraag::engine::Experiment;
use ruimtevraag::language::Texts;

use super::ruled::RuledTable;

/// The most packages and levers that are shown.
const SHOWN: usize = 8;

/// The smallest packages that are enough, and what each lever does alone.
pub fn relief(
    experiment: &Experiment<'_>,
    (condition, below): (&Condition, f64),
    relief: &Relief,
    texts: &Texts,
) -> String {
    let in_words = condition.in_words(experiment.scenario, texts);
    let heading = texts.format(
        "relief-heading",
        &[
            ("condition", &in_words),
            ("below", &texts.percent(below)),
            ("draws", &texts.whole(experiment.draws)),
        ],
    );
    let ends = texts.format(
        "relief-ends",
        &[
            ("without", &texts.percent(relief.without.share)),
            ("all", &texts.percent(relief.all.share)),
            ("levers", &texts.whole(relief.levers.len())),
        ],
    );
    let answer = answer(relief, texts);
    let mut table = RuledTable::with_header(
        [
            "relief-column-levers",
            "relief-column-share",
            "relief-column-cost",
        ]
        .map(|key| texts.get(key))
        .to_vec(),
    );
    let row = |package: &Package| row(relief, package, texts);
    table.add_group(relief.enough.iter().take(SHOWN).map(row));
    table.add_group(relief.alone.iter().take(SHOWN).map(row));
    format!("{heading}\n{ends}\n{answer}\n{}\n", table.render(1))
}

fn answer(relief: &Relief, texts: &Texts) -> String {
    let tried = texts.whole(relief.tried);
    let Some(first) = relief.enough.first() else {
        return texts.format("relief-none", &[("tried", &tried)]);
    };
    let key = if relief.is_proven {
        "relief-proven"
    } else {
        "relief-found"
    };
    let values = [
        ("size", texts.whole(first.levers.len())),
        ("packages", texts.whole(relief.enough.len())),
        ("tried", tried),
    ];
    texts.format(key, &values)
}

fn row(relief: &Relief, package: &Package, texts: &Texts) -> Vec<Cell> {
    let names = package.levers.iter().map(|&lever| {
        let description = &relief.levers[lever].description;
        description.name.get(texts.language()).to_owned()
    });
    let cost = package.cost;
    let row = [
        names.collect::<Vec<_>>().join(" + "),
        texts.percent(package.share),
        cost.map_or_else(|| texts.get("answer-unknown"), |cost| texts.hectares(cost)),
    ];
    row.map(Cell::new).to_vec()
}
