//! How robust policy variants are over scenarios, for the terminal.

use comfy_table::Cell;
use ruimtevraag::analysis::{Robustness, Worst, Yardstick, largest_regret};
use ruimtevraag::export::Compared;
use ruimtevraag::language::Texts;

use super::ruled::RuledTable;

/// How every choice does in each scenario and in the worst of them, the most robust first.
pub fn robustness(
    compared: &[Compared<'_, '_>],
    robustness: &[Robustness],
    yardstick: &Yardstick,
    texts: &Texts,
) -> String {
    let Some((first, comparison, _)) = compared.first() else {
        return String::new();
    };
    let condition = yardstick.condition.in_words(first.scenario, texts);
    let level = texts.percent(yardstick.level);
    let values = [("condition", condition.as_str()), ("level", &level)];
    let heading = texts.format("satisfied-heading", &values);
    let mut table = RuledTable::with_header(header(compared, yardstick, texts));
    table.add_group(robustness.iter().map(|one| {
        let title = one.variant.map(|place| {
            let title = &comparison.variants[place].variant.title;
            title.get(texts.language()).to_owned()
        });
        let mut row = vec![title.unwrap_or_else(|| texts.get("decompose-no-variant"))];
        let shares = one.performances.iter();
        row.extend(shares.map(|one| texts.percent(one.share)));
        row.push(one.satisfied.to_string());
        let regrets = compared.iter().map(|(_, _, regrets)| regrets.as_slice());
        let worst = [
            Some(one.p50),
            Some(one.end),
            largest_regret(regrets, one.variant),
        ];
        row.extend(worst.map(|worst| written(compared, worst, texts)));
        row.into_iter().map(Cell::new).collect()
    }));
    format!("{heading}\n{}\n", table.render(1))
}

fn header(compared: &[Compared<'_, '_>], yardstick: &Yardstick, texts: &Texts) -> Vec<String> {
    let mut header = vec![texts.get("column-variant")];
    for (place, (experiment, ..)) in compared.iter().enumerate() {
        let above = if place == 0 {
            texts.get("column-satisfies")
        } else {
            String::new()
        };
        header.push(format!("{above}\n{}", experiment.scenario.id));
    }
    let scenarios = texts.whole(compared.len());
    header.push(texts.format("column-satisfied-in", &[("scenarios", &scenarios)]));
    let end = yardstick.end().to_uppercase().replace('0', "");
    let end = ["P50", &end].map(|level| texts.format("column-worst-case", &[("level", level)]));
    header.extend(end);
    header.push(texts.get("column-largest-regret"));
    header
}

/// A figure with the scenario in which it is so.
fn written(compared: &[Compared<'_, '_>], worst: Option<Worst>, texts: &Texts) -> String {
    let scenario = worst.and_then(|worst| Some((worst.value, compared.get(worst.scenario)?)));
    scenario.map_or_else(
        || texts.get("answer-unknown"),
        |(value, (experiment, ..))| {
            let figure = texts.hectares(value);
            if value == 0.0 {
                figure
            } else {
                format!("{figure} ({})", experiment.scenario.id)
            }
        },
    )
}
