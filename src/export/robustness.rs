//! The tables of how robust policy variants are over scenarios.

use super::comparison::Compared;
use super::table::{Cell, Table};
use super::tables::NO_VARIANT;
use crate::analysis::{Performance, Robustness, Worst, Yardstick, largest_regret};

/// How every choice does over all scenarios, the most robust first.
///
/// | Column | What it says |
/// |---|---|
/// | `satisfied_when` | what a draw must meet to satisfy |
/// | `level` | the part of the draws of a scenario that must satisfy before the variant does in it |
/// | `satisfied_scenarios`, `scenarios` | in how many scenarios it does, of how many |
/// | `least_share` | the smallest part of the draws that satisfy, of all scenarios |
/// | `worst_p50` | the least favourable median of what the condition looks at, of all scenarios |
/// | `worst_end`, `end` | the least favourable end of its band, and which end that is: `p95`, or `p05` where the condition asks for much |
/// | `largest_regret_ha` | how much more need is expected never to be met than with the best choice, where that is most |
/// | `…_scenario` | the scenario in which it is so |
#[must_use]
pub fn robustness_table(
    compared: &[Compared<'_, '_>],
    robustness: &[Robustness],
    yardstick: &Yardstick,
) -> Table {
    let mut table = Table::with_headers(&[
        "variant",
        "satisfied_when",
        "unit",
        "level",
        "satisfied_scenarios",
        "scenarios",
        "least_share",
        "least_share_scenario",
        "worst_p50",
        "worst_p50_scenario",
        "worst_end",
        "end",
        "worst_end_scenario",
        "largest_regret_ha",
        "largest_regret_scenario",
    ]);
    let worst = |worst: Worst| {
        let scenario = compared.get(worst.scenario);
        let id = scenario.map_or("", |(experiment, ..)| experiment.scenario.id.as_str());
        [Cell::number(worst.value), Cell::text(id)]
    };
    for one in robustness {
        let mut row = vec![
            Cell::text(name(compared, one.variant)),
            Cell::text(yardstick.condition.to_string()),
            Cell::text(yardstick.condition.unit()),
            Cell::number(yardstick.level),
            Cell::count(one.satisfied),
            Cell::count(one.performances.len()),
        ];
        row.extend(worst(one.share));
        row.extend(worst(one.p50));
        let [value, scenario] = worst(one.end);
        row.extend([value, Cell::text(yardstick.end()), scenario]);
        let regrets = compared.iter().map(|(_, _, regrets)| regrets.as_slice());
        let regret = largest_regret(regrets, one.variant);
        row.extend(regret.map_or([Cell::Empty, Cell::Empty], worst));
        table.rows.push(row);
    }
    table
}

/// How every choice does in every scenario.
///
/// `share_satisfied` is the part of the draws that satisfy; the quantiles are those of what the condition looks
/// at, in its unit.
#[must_use]
pub fn satisfaction_table(
    compared: &[Compared<'_, '_>],
    robustness: &[Robustness],
    yardstick: &Yardstick,
) -> Table {
    let mut table = Table::with_headers(&[
        "scenario",
        "variant",
        "satisfied_when",
        "unit",
        "share_satisfied",
        "satisfied",
        "p05",
        "p50",
        "p95",
    ]);
    for (place, (experiment, ..)) in compared.iter().enumerate() {
        for one in robustness {
            let Performance { share, band } = one.performances[place];
            let mut row = vec![
                Cell::text(experiment.scenario.id.as_str()),
                Cell::text(name(compared, one.variant)),
                Cell::text(yardstick.condition.to_string()),
                Cell::text(yardstick.condition.unit()),
                Cell::number(share),
                Cell::yes_or_no(share >= yardstick.level),
            ];
            row.extend(band.map(Cell::number));
            table.rows.push(row);
        }
    }
    table
}

fn name<'c>(compared: &'c [Compared<'_, '_>], variant: Option<usize>) -> &'c str {
    let of_first = compared
        .first()
        .map(|(_, comparison, _)| &comparison.variants);
    let found = variant
        .zip(of_first)
        .and_then(|(place, variants)| variants.get(place));
    found.map_or(NO_VARIANT, |found| found.variant.id.as_str())
}
