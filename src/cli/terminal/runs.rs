//! Two finished runs beside each other, for the terminal.

use comfy_table::Cell;
use ruimtevraag::language::Texts;
use ruimtevraag::model::{OutcomeKind, Sector};
use ruimtevraag::results::{ComparedOutcome, ComparedRuns, Finished};

use super::ruled::RuledTable;

const KINDS: [OutcomeKind; 4] = [
    OutcomeKind::Need,
    OutcomeKind::Release,
    OutcomeKind::Balance,
    OutcomeKind::Unmet,
];

/// The totals of both runs by sector at the years that both report, and what their difference is worth.
pub fn runs(pair: [&Finished; 2], compared: &ComparedRuns, texts: &Texts) -> String {
    let mut text = String::new();
    for (place, run) in ["A", "B"].into_iter().zip(pair) {
        let folder = run.folder.display().to_string();
        let job = &run.results.job;
        let draws = usize::try_from(job.draws).unwrap_or(usize::MAX);
        let values = [
            ("run", place),
            ("folder", &folder),
            ("owner", &job.owner),
            ("draws", &texts.whole(draws)),
            ("design", &job.design),
            ("seed", &job.seed.to_string()),
            ("version", &job.version),
        ];
        text += &(texts.format("runs-which", &values) + "\n");
    }
    let columns = [
        "column-sector",
        "column-outcome",
        "column-year",
        "column-run-a",
        "column-run-b",
        "column-run-difference",
        "column-run-error",
    ];
    let mut table = RuledTable::with_header(columns.map(|key| texts.get(key)).to_vec());
    let years = |run: &Finished| run.results.job.years.clone();
    let (ours, theirs) = (years(pair[0]), years(pair[1]));
    for sector in Sector::ALL.into_iter().map(Some).chain([None]) {
        let is_shown = |outcome: &&ComparedOutcome| {
            let name = &outcome.name;
            let is_total = name.entity.is_none() && name.region.is_none() && name.segment.is_none();
            let is_common = name.year.is_some_and(|year| {
                let year = year.number();
                ours.contains(&year) && theirs.contains(&year)
            });
            is_total && is_common && name.sector == sector && KINDS.contains(&name.kind)
        };
        let outcomes = compared.outcomes.iter().filter(is_shown);
        table.add_group(outcomes.map(|outcome| row(outcome, texts)));
    }
    let key = if compared.have_same_draws {
        "runs-same-draws"
    } else {
        "runs-other-draws"
    };
    text + &table.render(3) + "\n" + &texts.get(key) + "\n"
}

fn row(outcome: &ComparedOutcome, texts: &Texts) -> Vec<Cell> {
    let name = &outcome.name;
    let sector = name.sector.map_or("all", Sector::name);
    let year = name.year.map_or(String::new(), |year| year.to_string());
    let band = |statistics: &ruimtevraag::analysis::Statistics| {
        let figures = statistics.band();
        figures.map(|figure| texts.hectares(figure)).join(" – ")
    };
    let cells = [
        texts.get(&format!("sector-{sector}")),
        texts.get(&format!("outcome-{}", name.kind)),
        year,
        band(&outcome.first),
        band(&outcome.second),
        texts.hectares(outcome.difference()),
        texts.hectares(outcome.standard_error()),
    ];
    cells.map(Cell::new).to_vec()
}
