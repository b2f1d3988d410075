//! What a run found, for the terminal.

mod comparison;
mod decomposition;
mod discovery;
mod relief;
mod robustness;
mod ruled;
mod runs;
mod scoreboard;
mod sensitivity;
mod shortage;
mod sweep;

use comfy_table::Cell;
use ruimtevraag::analysis::{BenchmarkFinding, Sighting, Stopping, Summary, Verdict};
use ruimtevraag::engine::{Experiment, OutcomeKey, OutcomeTable};
use ruimtevraag::language::Texts;
use ruimtevraag::model::{OutcomeKind, Sector};
use ruimtevraag::scenario::{Evidence, Scenario};
use ruimtevraag::units::Year;

use ruled::RuledTable;

pub use comparison::{comparison, delays};
pub use decomposition::{decomposition, decomposition_messages};
pub use discovery::{discovery, discovery_messages};
pub use relief::relief;
pub use robustness::robustness;
pub use runs::runs;
pub use scoreboard::{scoreboard, scoreboard_messages};
pub use sensitivity::{glance, study_of_draws, study_of_effects, study_of_factors};
pub use sweep::sweep_overview;

const KINDS: [OutcomeKind; 3] = [
    OutcomeKind::Need,
    OutcomeKind::Release,
    OutcomeKind::Balance,
];

/// What a run found: the band of every sector at every reported year, where land runs short, what
/// the inputs rest on, and the published figures that fall outside the band.
pub fn overview(
    experiment: &Experiment<'_>,
    table: &OutcomeTable,
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
    let mut parts = vec![heading, bands(experiment, summary, texts)];
    parts.extend(shortage::overview(experiment, table, texts));
    parts.push(evidence(scenario, texts));
    parts.push(published(scenario, findings, texts));
    parts.join("\n") + "\n"
}

/// Why a run by a rule ended.
pub fn ended(stopping: &Stopping, texts: &Texts) -> String {
    let last = stopping.sightings.last();
    let number =
        |of: fn(&Sighting) -> f64| last.map_or(String::new(), |last| texts.significant(of(last)));
    let draws = last.map_or(0, |last| last.draws);
    let line = texts.format(
        &format!("run-ended-{}", stopping.ended.name()),
        &[
            ("rule", &stopping.rule.to_string()),
            ("draws", &texts.whole(draws)),
            ("value", &number(|last| last.value)),
            ("error", &number(|last| last.standard_error)),
        ],
    );
    line + "\n"
}

fn bands(experiment: &Experiment<'_>, summary: &Summary, texts: &Texts) -> String {
    let mut header = vec![texts.get("column-sector"), texts.get("column-outcome")];
    for year in &experiment.years {
        header.push(format!("{year}\nP5"));
        header.push("\nP50".to_owned());
        header.push("\nP95".to_owned());
    }
    let mut table = RuledTable::with_header(header);
    let sectors = Sector::ALL.into_iter().map(Some).chain([None]);
    for sector in sectors {
        let of_kind = |kind| band_row(experiment, summary, sector, kind, texts);
        table.add_group(KINDS.into_iter().filter_map(of_kind));
    }
    table.render(2)
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
        row.extend(
            statistics
                .band()
                .map(|value| Cell::new(texts.hectares(value))),
        );
    }
    Some(row)
}

/// How many inputs have which evidence grade.
pub fn evidence(scenario: &Scenario, texts: &Texts) -> String {
    let count = |grade: Evidence| {
        let graded = scenario
            .given_inputs()
            .filter(|input| input.provenance.evidence == grade);
        texts.whole(graded.count())
    };
    let uncertain = scenario.given_inputs();
    let uncertain = uncertain.filter(|input| !input.distribution.is_fixed());
    texts.format(
        "evidence-line",
        &[
            ("all", &texts.whole(scenario.given_inputs().count())),
            ("uncertain", &texts.whole(uncertain.count())),
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
    let is_judged = |finding: &&BenchmarkFinding<'_>| finding.verdict != Verdict::NotReported;
    let judged = findings.iter().filter(is_judged).count();
    if judged == 0 {
        return String::new();
    }
    let counts = texts.format(
        "published-line",
        &[
            ("outside", &texts.whole(outside.len())),
            ("all", &texts.whole(judged)),
        ],
    );
    if outside.is_empty() {
        return counts;
    }
    let header = [
        "column-published",
        "column-year",
        "column-figure",
        "column-scope",
        "column-band",
    ];
    let mut table = RuledTable::with_header(header.map(|key| texts.get(key)).to_vec());
    table.add_group(outside.into_iter().map(|finding| {
        let benchmark = finding.benchmark;
        let [low, _, high] = finding.computed.map(|value| texts.hectares(value));
        let row = [
            format!(
                "{}, {}",
                finding.key.in_words(scenario, texts),
                benchmark.id
            ),
            benchmark.year.to_string(),
            texts.hectares(benchmark.central),
            texts.get(&format!("scope-{}", benchmark.scope.name())),
            format!("{low} – {high}"),
        ];
        row.map(Cell::new).to_vec()
    }));
    format!("{counts}\n{}", table.render(4))
}

/// The years that a table can report, as text.
pub fn year_list(years: &[Year]) -> String {
    let years: Vec<_> = years.iter().map(Year::to_string).collect();
    years.join(", ")
}
