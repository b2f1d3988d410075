//! Tables for the terminal.

use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{Cell, CellAlignment, Table};
use ruimtevraag::analysis::{BenchmarkFinding, Statistics, Summary, Verdict};
use ruimtevraag::engine::{Experiment, OutcomeKey};
use ruimtevraag::language::Texts;
use ruimtevraag::model::{OutcomeKind, Sector};
use ruimtevraag::scenario::{Evidence, Scenario};
use ruimtevraag::units::Year;

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
            .inputs
            .iter()
            .filter(|input| input.provenance.evidence == grade);
        texts.whole(graded.count())
    };
    texts.format(
        "evidence-line",
        &[
            ("all", &texts.whole(scenario.inputs.len())),
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
