//! Scenarios side by side, never averaged.

use maud::{Markup, html};

use super::Material;
use crate::chart::ChartError;
use crate::model::{OutcomeKind, Sector};
use crate::report::grid::Grid;
use crate::report::page::table;
use crate::report::run::{Part, Run, base_of};

const KINDS: [OutcomeKind; 3] = [
    OutcomeKind::Need,
    OutcomeKind::Release,
    OutcomeKind::Balance,
];

/// Need, release and balance of one scenario by sector.
pub fn outcome(material: &Material<'_>) -> Result<Option<Markup>, ChartError> {
    Ok(by_sectors(material, "report-alone").filter(|_| !material.is_several()))
}

/// Need, release and balance of several scenarios by sector, side by side.
pub fn scenarios(material: &Material<'_>) -> Result<Option<Markup>, ChartError> {
    Ok(by_sectors(material, "report-side-by-side").filter(|_| material.is_several()))
}

/// A table for each outcome, with a column for each scenario and year, under what must be known to read them.
fn by_sectors(material: &Material<'_>, reading: &str) -> Option<Markup> {
    let grids: Vec<_> = KINDS
        .into_iter()
        .filter_map(|kind| by_sector(material, kind))
        .collect();
    let body = html! {
        p.note { (material.text(reading)) }
        @for grid in &grids { (table(grid)) }
    };
    (!grids.is_empty()).then_some(body)
}

fn by_sector(material: &Material<'_>, kind: OutcomeKind) -> Option<Grid> {
    let first = material.runs.first()?;
    let columns: Vec<(&Run<'_>, u16)> = material
        .runs
        .iter()
        .flat_map(|run| run.years().iter().map(move |&year| (run, year)))
        .collect();
    let sectors = Sector::ALL.into_iter().map(Some).chain([None]);
    let row = |sector: Option<Sector>| {
        let part = Part::sector(sector);
        let cells = || columns.iter();
        let is_reported = cells().any(|(run, year)| run.statistics(kind, part, *year).is_some());
        let bands = cells().map(|(run, year)| run.band(kind, part, *year));
        is_reported.then(|| std::iter::once(first.sector(sector)).chain(bands).collect())
    };
    let rows: Vec<_> = sectors.filter_map(row).collect();
    let head = |(run, year): &(&Run<'_>, u16)| {
        if material.is_several() {
            format!("{}, {year}", run.title())
        } else {
            year.to_string()
        }
    };
    let values = [
        (
            "outcome",
            first.texts.get(&format!("outcome-{}", kind.name())),
        ),
        ("base", base_of(material.runs, first.texts)),
    ];
    (!rows.is_empty()).then(|| Grid {
        caption: first.filled("report-caption-bands", &values),
        heads: std::iter::once(first.texts.get("report-column-sector"))
            .chain(columns.iter().map(head))
            .collect(),
        rows,
        has_total: true,
    })
}
