//! Tables for the terminal.

use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{Cell, CellAlignment, Table};
use ruimtevraag::analysis::{
    BenchmarkFinding, Comparison, Regret, Score, Statistics, Summary, VariantComparison, Verdict,
    judge,
};
use ruimtevraag::engine::{Experiment, OutcomeKey};
use ruimtevraag::language::Texts;
use ruimtevraag::model::{OutcomeKind, Sector};
use ruimtevraag::scenario::{Evidence, Scenario};
use ruimtevraag::units::Year;

use super::compare::LeverDelay;

const KINDS: [OutcomeKind; 3] = [
    OutcomeKind::Need,
    OutcomeKind::Release,
    OutcomeKind::Balance,
];

/// What a run found: the band of every sector at every reported year, what the inputs rest on, and
/// the published figures that fall outside the band.
pub fn overview(
    experiment: &Experiment<'_>,
    summary: &Summary,
    findings: &[BenchmarkFinding<'_>],
    texts: &Texts,
) -> String {
    let scenario = experiment.scenario;
    let heading = texts.format(
        "overview-heading",
        &[
            ("title", scenario.title.get(texts.language())),
            ("draws", &texts.whole(experiment.draws)),
            ("base", &scenario.base_year.to_string()),
        ],
    );
    let parts = [
        heading,
        bands(experiment, summary, texts).to_string(),
        evidence(scenario, texts),
        published(scenario, findings, texts),
    ];
    parts.join("\n") + "\n"
}

fn bands(experiment: &Experiment<'_>, summary: &Summary, texts: &Texts) -> Table {
    let mut table = plain_table();
    let mut header = vec![texts.get("column-sector"), texts.get("column-outcome")];
    for year in &experiment.years {
        header.push(format!("{year}\nP5"));
        header.push("\nP50".to_owned());
        header.push("\nP95".to_owned());
    }
    table.set_header(header);
    let sectors = Sector::ALL.into_iter().map(Some).chain([None]);
    for sector in sectors {
        for kind in KINDS {
            if let Some(row) = band_row(experiment, summary, sector, kind, texts) {
                table.add_row(row);
            }
        }
    }
    align_numbers(&mut table, 2);
    table
}

fn band_row(
    experiment: &Experiment<'_>,
    summary: &Summary,
    sector: Option<Sector>,
    kind: OutcomeKind,
    texts: &Texts,
) -> Option<Vec<Cell>> {
    let found: Option<Vec<_>> = experiment
        .years
        .iter()
        .map(|&year| summary.get(&OutcomeKey::total(kind, Some(year)).in_sector(sector)))
        .collect();
    let sector = sector.map_or("all", Sector::name);
    let name = if kind == KINDS[0] {
        texts.get(&format!("sector-{sector}"))
    } else {
        String::new()
    };
    let mut row = vec![
        Cell::new(name),
        Cell::new(texts.get(&format!("outcome-{}", kind.name()))),
    ];
    for statistics in found? {
        row.extend(band(statistics).map(|value| Cell::new(texts.hectares(value))));
    }
    Some(row)
}

fn band(statistics: &Statistics) -> [f64; 3] {
    [statistics.p05(), statistics.p50(), statistics.p95()]
}

/// How many inputs have which evidence grade.
pub fn evidence(scenario: &Scenario, texts: &Texts) -> String {
    let count = |grade: Evidence| {
        let graded = scenario
            .given_inputs()
            .filter(|input| input.provenance.evidence == grade);
        texts.whole(graded.count())
    };
    texts.format(
        "evidence-line",
        &[
            ("all", &texts.whole(scenario.given_inputs().count())),
            ("measured", &count(Evidence::Measured)),
            ("published", &count(Evidence::Published)),
            ("derived", &count(Evidence::Derived)),
            ("assumption", &count(Evidence::Assumption)),
        ],
    )
}

/// The published figures that fall outside the computed band.
fn published(scenario: &Scenario, findings: &[BenchmarkFinding<'_>], texts: &Texts) -> String {
    let outside: Vec<_> = findings
        .iter()
        .filter(|finding| matches!(finding.verdict, Verdict::Below | Verdict::Above))
        .collect();
    let counts = texts.format(
        "published-line",
        &[
            ("outside", &texts.whole(outside.len())),
            ("all", &texts.whole(findings.len())),
        ],
    );
    if outside.is_empty() {
        return counts;
    }
    let mut table = plain_table();
    table.set_header(
        [
            "column-published",
            "column-year",
            "column-figure",
            "column-scope",
            "column-band",
        ]
        .map(|key| texts.get(key)),
    );
    for finding in outside {
        let benchmark = finding.benchmark;
        let [low, _, high] = finding.computed.map(|value| texts.hectares(value));
        table.add_row(vec![
            subject(scenario, finding, texts),
            benchmark.year.to_string(),
            texts.hectares(benchmark.central),
            texts.get(&format!("scope-{}", benchmark.scope.name())),
            format!("{low} – {high}"),
        ]);
    }
    align_numbers(&mut table, 4);
    format!("{counts}\n{table}")
}

fn subject(scenario: &Scenario, finding: &BenchmarkFinding<'_>, texts: &Texts) -> String {
    let outcome = texts.get(&format!("outcome-{}", finding.key.kind.name()));
    let whose = match (finding.key.entity, finding.key.sector) {
        (Some(entity), _) => scenario.entities[entity]
            .name
            .get(texts.language())
            .to_owned(),
        (None, Some(sector)) => texts.get(&format!("sector-{sector}")),
        (None, None) => texts.get("sector-all"),
    };
    format!("{outcome} {whose} ({})", finding.benchmark.id)
}

/// The years that a table can report, as text.
pub fn year_list(years: &[Year]) -> String {
    let years: Vec<_> = years.iter().map(Year::to_string).collect();
    years.join(", ")
}

fn plain_table() -> Table {
    let mut table = Table::new();
    table.load_style(UTF8_HORIZONTAL_ONLY);
    table
}

fn align_numbers(table: &mut Table, first: usize) {
    for column in table.column_iter_mut().skip(first) {
        column.set_cell_alignment(CellAlignment::Right);
    }
}

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
    let mut table = plain_table();
    table.set_header(comparison_header(experiment, texts));
    for (place, variant) in ranked {
        let regret = regrets.iter().find(|regret| regret.variant == Some(place));
        table.add_row(comparison_row(experiment, variant, regret, texts));
    }
    align_numbers(&mut table, 1);
    format!("{heading}\n{without}\n{table}\n")
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
            .map_or([f64::NAN; 3], |change| band(&change.difference));
        row.extend(figures.map(|value| Cell::new(texts.hectares(value))));
    }
    let last = experiment.years.last().copied();
    let total = last.and_then(|year| variant.total(year));
    let cost = variant.costs.iter().find(|cost| Some(cost.year) == last);
    let unknown = || texts.get("unknown");
    let figures = [
        total.map_or_else(unknown, |change| texts.percent(change.p_better)),
        cost.map_or_else(unknown, |cost| texts.hectares(cost.cost.mean)),
        cost.filter(|cost| cost.cost_per_ha.is_finite())
            .map_or_else(unknown, |cost| texts.number(cost.cost_per_ha, 2)),
        regret.map_or_else(unknown, |regret| texts.hectares(regret.regret_ha)),
    ];
    row.extend(figures.map(Cell::new));
    row
}

/// What putting off each lever loses, the dearest first.
pub fn delays(delays: &[LeverDelay], texts: &Texts) -> String {
    let mut sorted: Vec<_> = delays.iter().collect();
    sorted.sort_by(|a, b| b.1.lost_ha_per_year.total_cmp(&a.1.lost_ha_per_year));
    let mut table = plain_table();
    let columns = [
        "column-lever",
        "column-decision",
        "column-avoided",
        "column-lost",
        "column-safe",
    ];
    table.set_header(columns.map(|key| texts.get(key)));
    for (lever, finding) in sorted {
        let in_time = finding
            .avoided_ha
            .first()
            .map_or(f64::NAN, |(_, avoided)| *avoided);
        let safe = finding.latest_safe_year;
        table.add_row(vec![
            lever.description.name.get(texts.language()).to_owned(),
            finding.decision_year.to_string(),
            texts.hectares(in_time),
            texts.hectares(finding.lost_ha_per_year),
            safe.map_or_else(|| texts.get("unknown"), |year| year.to_string()),
        ]);
    }
    align_numbers(&mut table, 1);
    format!("{}\n{table}\n", texts.get("delay-heading"))
}

/// Every published forecast beside ours and beside what came, and the score over all.
pub fn scoreboard(
    findings: &[(&Scenario, Vec<BenchmarkFinding<'_>>)],
    total: &Score,
    texts: &Texts,
) -> String {
    let mut table = plain_table();
    let columns = [
        "column-case",
        "column-year",
        "column-their-band",
        "column-our-band",
        "column-realised",
        "column-inside-theirs",
        "column-inside-ours",
    ];
    table.set_header(columns.map(|key| texts.get(key)));
    for (scenario, findings) in findings {
        for finding in findings {
            table.add_row(scoreboard_row(scenario, finding, texts));
        }
    }
    align_numbers(&mut table, 1);
    let medians = texts.format(
        "published-medians",
        &[
            ("inside", &texts.whole(total.median_in_theirs)),
            ("all", &texts.whole(total.with_band)),
        ],
    );
    let score = texts.format(
        "published-score",
        &[
            ("all", &texts.whole(total.realised)),
            ("banded", &texts.whole(total.realised_with_band)),
            ("theirs", &texts.whole(total.in_theirs)),
            ("ours", &texts.whole(total.in_ours)),
            ("expected", &texts.percent(0.9)),
            ("bias", &texts.percent(total.bias)),
        ],
    );
    let heading = texts.get("published-heading");
    format!("{heading}\n{table}\n{medians}\n{score}\n")
}

fn scoreboard_row(
    scenario: &Scenario,
    finding: &BenchmarkFinding<'_>,
    texts: &Texts,
) -> Vec<String> {
    let published = finding.benchmark;
    let figure = |value: f64| texts.hectares(value);
    let answer = |answer: Option<bool>| match answer {
        Some(true) => texts.get("yes"),
        Some(false) => texts.get("no"),
        None => texts.get("unknown"),
    };
    let case = judge(finding);
    let theirs = if published.low.is_finite() && published.high.is_finite() {
        format!("{} – {}", figure(published.low), figure(published.high))
    } else {
        figure(published.central)
    };
    let [p05, p50, p95] = finding.computed.map(figure);
    vec![
        format!(
            "{} ({})",
            scenario.title.get(texts.language()),
            published.id
        ),
        format!("{}–{}", scenario.base_year, published.year),
        theirs,
        format!("{p05} – {p50} – {p95}"),
        figure(published.realised),
        answer(case.realised_in_theirs),
        answer(case.realised_in_ours),
    ]
}
