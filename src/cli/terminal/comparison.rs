//! What policy variants change, for the terminal.

use comfy_table::Cell;
use ruimtevraag::analysis::{Comparison, CostAndEffect, LeverDelay, Regret, VariantComparison};
use ruimtevraag::engine::{Experiment, OutcomeKey};
use ruimtevraag::language::Texts;
use ruimtevraag::model::OutcomeKind;
use ruimtevraag::units::Year;

use super::ruled::RuledTable;

/// What every variant changes, costs and risks, the most helpful first.
pub fn comparison(
    experiment: &Experiment<'_>,
    comparison: &Comparison<'_>,
    regrets: &[Regret],
    texts: &Texts,
) -> String {
    let scenario = experiment.scenario;
    let heading = texts.format(
        "comparison-heading",
        &[
            ("title", scenario.title.get(texts.language())),
            ("draws", &texts.whole(experiment.draws)),
        ],
    );
    let figures: Vec<_> = experiment
        .years
        .iter()
        .filter_map(|&year| {
            let unmet = OutcomeKey::total(OutcomeKind::Unmet, Some(year));
            let mean = comparison.base.get(&unmet)?.mean;
            Some(format!("{year}: {} ha", texts.hectares(mean)))
        })
        .collect();
    let without = texts.format("comparison-without", &[("figures", &figures.join(", "))]);
    let mut ranked: Vec<_> = comparison.variants.iter().enumerate().collect();
    let last = experiment.years.last().copied();
    let change = |variant: &VariantComparison<'_>| {
        let total = last.and_then(|year| variant.total(year));
        total.map_or(0.0, |change| change.difference.mean)
    };
    ranked.sort_by(|(_, a), (_, b)| change(a).total_cmp(&change(b)));
    let mut table = RuledTable::with_header(comparison_header(experiment, texts));
    table.add_group(ranked.into_iter().map(|(place, variant)| {
        let regret = regrets.iter().find(|regret| regret.variant == Some(place));
        comparison_row(experiment, variant, regret, texts)
    }));
    format!("{heading}\n{without}\n{}\n", table.render(1))
}

fn comparison_header(experiment: &Experiment<'_>, texts: &Texts) -> Vec<String> {
    let mut header = vec![texts.get("column-variant")];
    for year in &experiment.years {
        header.push(format!("{year}\nP5"));
        header.push("\nP50".to_owned());
        header.push("\nP95".to_owned());
    }
    let last = experiment
        .years
        .last()
        .map(Year::to_string)
        .unwrap_or_default();
    for key in [
        "column-better",
        "column-cost",
        "column-per-ha",
        "column-regret",
    ] {
        header.push(texts.format(key, &[("year", &last)]));
    }
    header
}

fn comparison_row(
    experiment: &Experiment<'_>,
    variant: &VariantComparison<'_>,
    regret: Option<&Regret>,
    texts: &Texts,
) -> Vec<Cell> {
    let title = variant.variant.title.get(texts.language());
    let mut row = vec![Cell::new(title)];
    for &year in &experiment.years {
        let figures = variant
            .total(year)
            .map_or([f64::NAN; 3], |change| change.difference.band());
        row.extend(figures.map(|value| Cell::new(texts.hectares(value))));
    }
    let last = experiment.years.last().copied();
    let total = last.and_then(|year| variant.total(year));
    let cost = variant.costs.iter().find(|cost| Some(cost.year) == last);
    let unknown = || texts.get("answer-unknown");
    let figures = [
        total.map_or_else(unknown, |change| texts.percent(change.p_better)),
        cost.map_or_else(unknown, |cost| cost_of(cost, texts)),
        cost.filter(|cost| cost.cost_per_ha.is_finite())
            .map_or_else(unknown, |cost| texts.number(cost.cost_per_ha, 2)),
        regret.map_or_else(unknown, |regret| texts.hectares(regret.regret_ha)),
    ];
    row.extend(figures.map(Cell::new));
    row
}

/// The mean cost; the least that it can be where the cost of some levers is not known.
fn cost_of(cost: &CostAndEffect, texts: &Texts) -> String {
    match (cost.is_costed, cost.cost.mean > 0.0) {
        (true, _) => texts.hectares(cost.cost.mean),
        (false, true) => format!("≥ {}", texts.hectares(cost.cost.mean)),
        (false, false) => texts.get("answer-unknown"),
    }
}

/// What putting off each lever loses on so many draws, the dearest first.
pub fn delays(
    experiment: &Experiment<'_>,
    delays: &[LeverDelay],
    draws: usize,
    texts: &Texts,
) -> String {
    let mut sorted: Vec<_> = delays.iter().collect();
    sorted.sort_by(|a, b| b.1.lost_ha_per_year.total_cmp(&a.1.lost_ha_per_year));
    let columns = [
        "column-lever",
        "column-decision",
        "column-avoided",
        "column-lost",
        "column-safe",
    ];
    let mut table = RuledTable::with_header(columns.map(|key| texts.get(key)).to_vec());
    table.add_group(sorted.into_iter().map(|(lever, finding)| {
        let in_time = finding.avoided_ha.first();
        let safe = finding.latest_safe_year;
        let row = [
            lever.description.name.get(texts.language()).to_owned(),
            finding.decision_year.to_string(),
            texts.hectares(in_time.map_or(f64::NAN, |(_, avoided)| *avoided)),
            texts.hectares(finding.lost_ha_per_year),
            match safe {
                Some(year) if finding.is_safe_throughout => {
                    texts.format("or-later", &[("year", &year.to_string())])
                }
                Some(year) => year.to_string(),
                None => texts.get("answer-unknown"),
            },
        ];
        row.map(Cell::new).to_vec()
    }));
    let last = experiment.years.last().map(Year::to_string);
    let heading = texts.format(
        "delay-heading",
        &[
            ("year", &*last.unwrap_or_default()),
            ("scenario", experiment.scenario.title.get(texts.language())),
            ("draws", &texts.whole(draws)),
        ],
    );
    format!("{heading}\n{}\n", table.render(1))
}
