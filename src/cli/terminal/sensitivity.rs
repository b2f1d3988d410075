//! What drives an outcome, for the terminal.

use comfy_table::Cell;
use ruimtevraag::analysis::sensitivity::{
    Effect, Factor, FactorIndices, Influence, Screening, Sensitivity,
};
use ruimtevraag::engine::{Experiment, OutcomeKey};
use ruimtevraag::language::Texts;
use ruimtevraag::scenario::{Evidence, Scenario};
use ruimtevraag::statistics::sensitivity::{Estimate, ExchangeIndices};

use super::ruled::RuledTable;

/// How many drivers are named in a sentence.
const NAMED: usize = 3;

/// On what the spread of the outcomes rests, what drives the last of them, and what to measure first.
pub fn glance(scenario: &Scenario, found: &[Sensitivity], texts: &Texts) -> Option<String> {
    let last_year = found.iter().filter_map(|one| one.key.year).max();
    let of_last = found.iter().filter(|one| one.key.year == last_year);
    let mut parts = vec![texts.get("audit-heading"), by_grade(scenario, found, texts)];
    parts.extend(of_last.clone().map(|one| drivers(scenario, one, texts)));
    parts.extend(
        { of_last }
            .next()
            .and_then(|one| study(scenario, one, texts)),
    );
    parts.extend(found.iter().find_map(|one| too_few_draws(one, texts)));
    (!found.is_empty()).then(|| parts.join("\n") + "\n")
}

/// That the draws are too few for so many drivers.
fn too_few_draws(one: &Sensitivity, texts: &Texts) -> Option<String> {
    let needed = one.draws_needed()?;
    Some(texts.format(
        "audit-too-few",
        &[
            ("draws", &texts.whole(one.draws)),
            ("drivers", &texts.whole(one.audit.shares.len())),
            ("chance", &part(one.chance(), texts)),
            ("needed", &needed.to_string()),
        ],
    ))
}

/// The part of the variance by evidence grade, an outcome a row.
fn by_grade(scenario: &Scenario, found: &[Sensitivity], texts: &Texts) -> String {
    let grades = Evidence::ALL.map(|grade| texts.get(&format!("evidence-{}", grade.name())));
    let mut header = ["column-outcome", "column-year"]
        .map(|key| texts.get(key))
        .to_vec();
    header.extend(grades);
    header.push(texts.get("audit-rest"));
    let mut table = RuledTable::with_header(header);
    table.add_group(found.iter().map(|one| {
        let mut row = vec![one.key.in_words(scenario, texts), year(&one.key, texts)];
        row.extend(one.audit.by_grade.map(|(_, share)| part(share, texts)));
        row.push(part(one.audit.rest, texts));
        row.into_iter().map(Cell::new).collect()
    }));
    table.render(1)
}

fn year(key: &OutcomeKey, texts: &Texts) -> String {
    let over_all = || texts.get("audit-over-years");
    key.year.map_or_else(over_all, |year| year.to_string())
}

/// A part of the variance in whole percents; what chance puts below 0 is none.
fn part(share: f64, texts: &Texts) -> String {
    texts.number(100.0 * share.max(0.0), 0) + "%"
}

fn drivers(scenario: &Scenario, one: &Sensitivity, texts: &Texts) -> String {
    let named = one.influences.iter().take(NAMED).map(|influence| {
        let name = influence.driver.in_words(scenario, texts);
        let share = part(influence.share, texts);
        texts.format("audit-driver", &[("name", &name), ("share", &share)])
    });
    let named: Vec<_> = named.collect();
    let outcome = one.key.in_words(scenario, texts);
    texts.format(
        "audit-drivers",
        &[
            ("outcome", &outcome),
            ("year", &year(&one.key, texts)),
            ("drivers", &named.join(", ")),
        ],
    )
}

/// What to measure better first.
fn study(scenario: &Scenario, one: &Sensitivity, texts: &Texts) -> Option<String> {
    let first = *one.by_narrowing().first()?;
    let outcome = one.key.in_words(scenario, texts);
    Some(texts.format(
        "audit-study",
        &[
            ("name", &first.driver.in_words(scenario, texts)),
            ("outcome", &outcome),
            ("year", &year(&one.key, texts)),
            ("narrowing", &part(first.narrowing, texts)),
        ],
    ))
}

/// How many drivers of an outcome stand in a table.
const LISTED: usize = 10;

/// What drives every outcome, driver by driver.
pub fn study_of_draws(experiment: &Experiment<'_>, found: &[Sensitivity], texts: &Texts) -> String {
    let scenario = experiment.scenario;
    let heading = texts.format(
        "sensitivity-heading",
        &[
            ("title", scenario.title.get(texts.language())),
            ("draws", &texts.whole(experiment.draws)),
        ],
    );
    let mut parts = vec![heading, texts.get("sensitivity-reading")];
    for one in found {
        parts.push(String::new());
        parts.push(outcome_line(scenario, one, texts));
        parts.push(driver_table(scenario, one, texts));
        parts.extend(others(one, texts));
    }
    parts.push(String::new());
    parts.extend(glance(scenario, found, texts));
    parts.join("\n")
}

fn outcome_line(scenario: &Scenario, one: &Sensitivity, texts: &Texts) -> String {
    let outcome = one.key.in_words(scenario, texts);
    let figure = |value| texts.figure(value, one.key.kind.unit());
    let [low, high] = one.ends.map(figure);
    texts.format(
        "sensitivity-outcome",
        &[
            ("outcome", &outcome),
            ("year", &year(&one.key, texts)),
            ("mean", &figure(one.mean)),
            ("low", &low),
            ("high", &high),
        ],
    )
}

fn driver_table(scenario: &Scenario, one: &Sensitivity, texts: &Texts) -> String {
    let columns = [
        "column-driver",
        "column-evidence",
        "column-share",
        "column-first-order",
        "column-tenths",
        "column-narrowing",
    ];
    let mut table = RuledTable::with_header(columns.map(|key| texts.get(key)).to_vec());
    let listed = one.influences.iter().take(LISTED);
    let unit = one.key.kind.unit();
    table.add_group(listed.map(|influence| driver_row((scenario, unit), influence, texts)));
    table.render(2)
}

fn driver_row(
    (scenario, unit): (&Scenario, &str),
    influence: &Influence,
    texts: &Texts,
) -> Vec<Cell> {
    let support = influence.driver.support(scenario);
    let grade = support.map(|input| input.provenance.evidence.name());
    let grade = grade.map_or(String::new(), |grade| {
        texts.get(&format!("evidence-{grade}"))
    });
    let tenths = [influence.low_tenth, influence.high_tenth].map(|mean| texts.figure(mean, unit));
    let index = &influence.first_order;
    let row = [
        influence.driver.in_words(scenario, texts),
        grade,
        part(influence.share, texts),
        estimate(index, texts),
        tenths.join(" – "),
        part(influence.narrowing, texts),
    ];
    row.map(Cell::new).to_vec()
}

/// What the drivers that are not listed bring together; nothing when all are.
fn others(one: &Sensitivity, texts: &Texts) -> Option<String> {
    let others = one.audit.shares.iter().skip(LISTED);
    let share: f64 = others.clone().map(|share| share.part).sum();
    let values = [
        ("count", texts.whole(others.clone().count())),
        ("share", part(share, texts)),
    ];
    (others.count() > 0).then(|| texts.format("sensitivity-others", &values))
}

/// An index with its interval.
fn estimate(index: &Estimate, texts: &Texts) -> String {
    let [value, low, high] = [index.value, index.low, index.high].map(|end| texts.number(end, 2));
    format!("{value} ({low} – {high})")
}

/// The first lines of a method that makes draws of its own.
fn heading(experiment: &Experiment<'_>, method: &str, texts: &Texts) -> String {
    let title = experiment.scenario.title.get(texts.language());
    let draws = texts.whole(experiment.draws);
    let heading = format!("{method}-heading");
    let heading = texts.format(&heading, &[("title", title), ("draws", &draws)]);
    format!("{heading}\n{}", texts.get(&format!("{method}-reading")))
}

/// How many inputs of a factor are named.
const WITHIN: usize = 1;

/// The indices of every factor, outcome by outcome.
pub fn study_of_factors(
    experiment: &Experiment<'_>,
    found: &[FactorIndices],
    texts: &Texts,
) -> String {
    let scenario = experiment.scenario;
    let mut parts = vec![heading(experiment, "sobol", texts)];
    for one in found {
        parts.push(String::new());
        parts.push(outcome_line(scenario, &one.within, texts));
        let columns = [
            "column-factor",
            "column-first-order",
            "column-total",
            "column-within",
        ];
        let mut table = RuledTable::with_header(columns.map(|key| texts.get(key)).to_vec());
        let factors = one.factors.iter().take(LISTED);
        table.add_group(
            factors.map(|(factor, indices)| factor_row(scenario, one, (factor, indices), texts)),
        );
        parts.push(table.render(4));
        let together = part(one.interactions(), texts);
        parts.push(texts.format("sobol-interactions", &[("share", &together)]));
        if one.is_uncertain() {
            let draws = texts.whole(experiment.draws);
            parts.push(texts.format("sobol-too-small", &[("draws", &draws)]));
        }
    }
    parts.join("\n") + "\n"
}

fn factor_row(
    scenario: &Scenario,
    one: &FactorIndices,
    (factor, indices): (&Factor, &ExchangeIndices),
    texts: &Texts,
) -> Vec<Cell> {
    let within = one.divided(factor, indices.first_order.value);
    let named = within.iter().take(WITHIN).map(|(driver, share)| {
        let (name, share) = (driver.in_words(scenario, texts), part(*share, texts));
        texts.format("audit-driver", &[("name", &name), ("share", &share)])
    });
    let named: Vec<_> = named.collect();
    let is_alone = factor.drivers().count() < 2;
    let row = [
        factor.about.in_words(scenario, texts),
        estimate(&indices.first_order, texts),
        estimate(&indices.total, texts),
        if is_alone {
            String::new()
        } else {
            named.join(", ")
        },
    ];
    row.map(Cell::new).to_vec()
}

/// The elementary effects of the inputs that matter most, outcome by outcome.
pub fn study_of_effects(experiment: &Experiment<'_>, found: &[Screening], texts: &Texts) -> String {
    let scenario = experiment.scenario;
    let mut parts = vec![heading(experiment, "morris", texts)];
    for one in found {
        let outcome = one.key.in_words(scenario, texts);
        parts.push(String::new());
        parts.push(format!("{outcome}, {}", year(&one.key, texts)));
        let columns = [
            "column-driver",
            "column-mean-size",
            "column-mean",
            "column-sigma",
        ];
        let mut table = RuledTable::with_header(columns.map(|key| texts.get(key)).to_vec());
        let effects = one.effects.iter().take(2 * LISTED);
        table.add_group(effects.map(|effect| effect_row(scenario, effect, texts)));
        parts.push(table.render(1));
    }
    parts.join("\n") + "\n"
}

fn effect_row(scenario: &Scenario, effect: &Effect, texts: &Texts) -> Vec<Cell> {
    let found = &effect.effects;
    let mean = if found.mean.is_nan() {
        texts.get("answer-unknown")
    } else {
        texts.hectares(found.mean)
    };
    let size = texts.hectares(found.mean_size);
    let row = [
        effect.about.in_words(scenario, texts),
        format!("{size} ± {}", texts.hectares(found.se_mean_size)),
        mean,
        texts.hectares(found.standard_deviation),
    ];
    row.map(Cell::new).to_vec()
}
