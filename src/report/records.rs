//! Rows of a job's tables as records: shortages, published figures, inputs, sources.

use super::run::Run;
use crate::chart::Interval;
use crate::engine::OutcomeName;
use crate::export::{ALL, Cell, NO_VARIANT, Table};
use crate::model::{OutcomeKind, Sector, Segment};
use crate::results::DIFFERENCE;
use crate::units::Year;

/// A row of a table, to be asked for cells by the name of their column.
#[derive(Debug, Clone, Copy)]
pub struct Record<'t> {
    table: &'t Table,
    row: &'t [Cell],
}

impl<'t> Record<'t> {
    /// The words in a column; empty when there are none.
    #[must_use]
    pub fn text(self, column: &str) -> &'t str {
        match self.cell(column) {
            Some(Cell::Text(text)) => text,
            _ => "",
        }
    }

    /// The number in a column; NaN when there is none.
    #[must_use]
    pub fn number(self, column: &str) -> f64 {
        match self.cell(column) {
            Some(Cell::Number(number)) => *number,
            // Years and counts are far below 2^53.
            #[allow(clippy::cast_precision_loss)]
            Some(Cell::Whole(number)) => *number as f64,
            _ => f64::NAN,
        }
    }

    /// The year in a column.
    #[must_use]
    pub fn year(self, column: &str) -> Option<u16> {
        match self.cell(column) {
            Some(Cell::Whole(year)) => u16::try_from(*year).ok(),
            _ => None,
        }
    }

    /// The name in a column; `None` for all together.
    #[must_use]
    pub fn part(self, column: &str) -> Option<&'t str> {
        Some(self.text(column)).filter(|name| !name.is_empty() && *name != ALL)
    }

    /// The outcome that it is about, as the columns that tell outcomes apart have it.
    #[must_use]
    pub fn outcome(self) -> Option<OutcomeName> {
        let name = |column| self.part(column).map(str::to_owned);
        Some(OutcomeName {
            kind: OutcomeKind::from_name(self.text("outcome"))?,
            sector: self.part("sector").and_then(Sector::from_name),
            entity: name("entity"),
            region: name("region"),
            segment: self.part("segment").and_then(Segment::from_name),
            year: self.year("year").and_then(|year| Year::new(year.into())),
        })
    }

    /// Whether its table has a column.
    #[must_use]
    pub fn has(self, column: &str) -> bool {
        self.table.column(column).is_some()
    }

    /// The cell of a column; an empty one when there is no such column.
    #[must_use]
    pub fn cell_or_empty(self, column: &str) -> &'t Cell {
        self.cell(column).unwrap_or(&Cell::Empty)
    }

    fn cell(self, column: &str) -> Option<&'t Cell> {
        self.row.get(self.table.column(column)?)
    }
}

/// The rows of a table of the job; none when it has no such table.
pub fn records<'r>(run: &Run<'r>, table: &str) -> impl Iterator<Item = Record<'r>> + use<'r> {
    run.results.table(table).into_iter().flat_map(rows)
}

/// The rows of a table.
pub fn rows(table: &Table) -> impl Iterator<Item = Record<'_>> {
    table.rows.iter().map(move |row| Record { table, row })
}

/// Where land runs short.
#[derive(Debug, Clone, Copy)]
pub struct Shortage<'r> {
    /// The id of the region; `None` for all.
    pub region: Option<&'r str>,
    /// Of which quality; `None` for all.
    pub segment: Option<Segment>,
    /// When.
    pub year: u16,
    /// The chance that more than 1 ha waits.
    pub probability: f64,
    /// What is expected to wait.
    pub expected_ha: f64,
    /// The mean of the worst 5% of draws.
    pub worst_ha: f64,
}

/// The shortages of a scenario by itself.
#[must_use]
pub fn shortages<'r>(run: &Run<'r>) -> Vec<Shortage<'r>> {
    let id = run.scenario.id.as_str();
    let of_scenario = records(run, "shortage")
        .filter(|row| row.text("scenario") == id && row.text("variant") == NO_VARIANT);
    of_scenario
        .filter_map(|row| {
            let segment = match row.part("segment") {
                Some(name) => Some(Segment::from_name(name)?),
                None => None,
            };
            Some(Shortage {
                region: row.part("region"),
                segment,
                year: row.year("year")?,
                probability: row.number("p_shortage"),
                expected_ha: row.number("expected_shortfall_ha_net"),
                worst_ha: row.number("worst_5pct_ha_net"),
            })
        })
        .collect()
}

/// What a policy variant changes in the need that is not met up to a year, on the same draws.
#[must_use]
pub fn change_by(run: &Run<'_>, variant: &str, year: u16) -> Option<Interval> {
    let scenario = run.scenario.id.as_str();
    let is_asked = |row: &Record<'_>| {
        row.text("scenario") == scenario
            && row.text("variant") == variant
            && row.text("outcome") == OutcomeKind::Unmet.name()
            && ["region", "segment"]
                .iter()
                .all(|column| row.part(column).is_none())
            && row.year("year") == Some(year)
    };
    let of_total = |row: &Record<'_>| {
        ["sector", "entity"]
            .iter()
            .all(|one| row.part(one).is_none())
    };
    let band = |row: Record<'_>, columns: [&str; 3]| {
        let [p05, p50, p95] = columns.map(|column| row.number(column));
        Some(Interval { p05, p50, p95 }).filter(|band| !band.p50.is_nan())
    };
    // A comparison has a table of its own; a run beside variants has their differences.
    let compared = records(run, "comparison").find(is_asked);
    let columns = ["difference_p05", "difference_p50", "difference_p95"];
    let compared = compared.and_then(|row| band(row, columns));
    compared.or_else(|| {
        let found = records(run, DIFFERENCE).find(|row| is_asked(row) && of_total(row))?;
        band(found, ["p05", "p50", "p95"])
    })
}

/// A published figure beside the computed band.
#[derive(Debug, Clone, Copy)]
pub struct Benchmark<'r> {
    /// All that is known of it.
    pub row: Record<'r>,
    /// Where it falls.
    pub verdict: &'r str,
}

impl Benchmark<'_> {
    /// Whether there is a computed band to hold it against.
    #[must_use]
    pub fn is_judged(&self) -> bool {
        self.verdict != "not-reported"
    }
}

/// The published figures that a job was held against.
#[must_use]
pub fn benchmarks<'r>(run: &Run<'r>) -> Vec<Benchmark<'r>> {
    records(run, "benchmarks")
        .map(|row| Benchmark {
            row,
            verdict: row.text("verdict"),
        })
        .collect()
}

/// Who published a source and when; its id when it is not listed.
#[must_use]
pub fn source_name(run: &Run<'_>, id: &str) -> String {
    let found = records(run, "sources").find(|row| row.text("source") == id);
    found.map_or_else(
        || id.to_owned(),
        |row| format!("{} {}", row.text("organisation"), row.text("year")),
    )
}

/// What a region is called; its id when the scenario has none of that id.
#[must_use]
pub fn region_name(run: &Run<'_>, id: &str) -> String {
    let mut regions = run.scenario.regions.iter();
    let found = regions.find(|region| region.id == id);
    found.map_or(id, |region| run.word(&region.name)).to_owned()
}

/// What an entity is called; its id when the scenario has none of that id.
#[must_use]
pub fn entity_name(run: &Run<'_>, id: &str) -> String {
    let mut entities = run.scenario.entities.iter();
    let found = entities.find(|entity| entity.id == id);
    found.map_or(id, |entity| run.word(&entity.name)).to_owned()
}
