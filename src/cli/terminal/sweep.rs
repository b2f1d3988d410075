//! The table of a sweep in the terminal: how far each outcome moves over the points.

use comfy_table::Cell;
use ruimtevraag::language::Texts;
use ruimtevraag::sweep::{SweepFindings, SweepRow};

use super::ruled::RuledTable;

/// Outcomes that are shown; the others are in the files.
const MOST_OUTCOMES: usize = 6;

/// For each outcome and scenario the lowest and the highest median over all points, without a variant
/// where that was run.
pub fn sweep_overview(findings: &SweepFindings<'_>, texts: &Texts) -> String {
    let plan = findings.plan;
    let title = plan.sweep.title.get(texts.language());
    let points = texts.counted("point", plan.points.len());
    let heading = texts.format("sweep-heading", &[("title", title), ("points", &points)]);
    let header = [
        "column-outcome",
        "sweep-column-scenario",
        "sweep-column-variant",
    ];
    let figures = [
        "sweep-column-lowest",
        "sweep-column-at",
        "sweep-column-highest",
        "sweep-column-at",
    ];
    let header = header.iter().chain(&figures).map(|key| texts.get(key));
    let mut table = RuledTable::with_header(header.collect());
    for place in 0..plan.outcomes.len().min(MOST_OUTCOMES) {
        let scenarios = 0..plan.sweep.scenarios.len();
        table.add_group(scenarios.filter_map(|scenario| row(findings, (place, scenario), texts)));
    }
    format!("{heading}\n{}\n", table.render(3))
}

/// The row of an outcome in a scenario, under the first variant that was run.
fn row(
    findings: &SweepFindings<'_>,
    (place, scenario): (usize, usize),
    texts: &Texts,
) -> Option<Vec<Cell>> {
    let is_meant = |row: &SweepRow<'_>| row.place == place && row.case.scenario == scenario;
    let variant = findings.rows().find(is_meant)?.variant;
    let rows = || {
        let of_variant = move |row: &SweepRow<'_>| is_meant(row) && row.variant == variant;
        findings.rows().filter(of_variant)
    };
    let median = |row: &SweepRow<'_>| row.found.own.p50();
    let lowest = rows().min_by(|a, b| median(a).total_cmp(&median(b)))?;
    let highest = rows().max_by(|a, b| median(a).total_cmp(&median(b)))?;
    let at = |row: &SweepRow<'_>| {
        let values = row.values.iter();
        let values: Vec<_> = values.map(|value| texts.significant(*value)).collect();
        values.join(" × ")
    };
    let sweep = findings.plan.sweep;
    let cells = [
        lowest.outcome.to_string(),
        lowest.scenario.id.to_string(),
        sweep.variant_id(variant).to_owned(),
        texts.significant(median(&lowest)),
        at(&lowest),
        texts.significant(median(&highest)),
        at(&highest),
    ];
    Some(cells.into_iter().map(Cell::new).collect())
}
