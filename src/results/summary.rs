//! The table of outcomes, to be asked for outcomes by name.

use std::collections::HashMap;

use super::reading::ResultsError;
use crate::analysis::{LEVELS, Statistics};
use crate::engine::OutcomeName;
use crate::export::{ALL, Cell, NO_VARIANT, Table};
use crate::model::{OutcomeKind, Sector, Segment};
use crate::units::Year;

/// Under which name each of [`LEVELS`] stands in the table.
const LEVEL_COLUMNS: [&str; LEVELS.len()] = ["p05", "p10", "p25", "p50", "p75", "p90", "p95"];

/// Whose outcomes are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whose<'n> {
    /// The id of the scenario.
    pub scenario: &'n str,
    /// The id of the policy variant; `None` for the scenario by itself.
    pub variant: Option<&'n str>,
}

impl<'n> Whose<'n> {
    /// A scenario by itself.
    #[must_use]
    pub fn scenario(scenario: &'n str) -> Self {
        Self {
            scenario,
            variant: None,
        }
    }
}

/// One outcome as the table gives it.
#[derive(Debug, Clone, PartialEq)]
pub struct OutcomeSummary {
    /// What it is.
    pub name: OutcomeName,
    /// How it is distributed.
    pub statistics: Statistics,
    /// The probability that more than 1 ha waits, beside what waits.
    pub p_shortage: Option<f64>,
}

/// The outcomes of one scenario under one variant or none.
#[derive(Debug, Clone, Default)]
pub struct WhoseSummary {
    rows: Vec<OutcomeSummary>,
    places: HashMap<OutcomeName, usize>,
}

impl WhoseSummary {
    /// Every outcome, in the order of the table.
    #[must_use]
    pub fn rows(&self) -> &[OutcomeSummary] {
        &self.rows
    }

    /// The outcome of a name, or `None` when it was not reported.
    #[must_use]
    pub fn get(&self, name: &OutcomeName) -> Option<&OutcomeSummary> {
        self.places.get(name).map(|&place| &self.rows[place])
    }

    /// The rows of a table that are of this scenario and variant.
    pub(super) fn within(table: Option<&Table>, whose: Whose<'_>) -> Result<Self, ResultsError> {
        let Some(table) = table else {
            return Ok(Self::default());
        };
        let columns = Columns::of(table)?;
        let variant = whose.variant.unwrap_or(NO_VARIANT);
        let rows = table.rows.iter().filter(|row| {
            let is =
                |place: usize, text: &str| matches!(&row[place], Cell::Text(own) if own == text);
            is(columns.scenario, whose.scenario) && is(columns.variant, variant)
        });
        let rows: Vec<_> = rows
            .map(|row| columns.read(row))
            .collect::<Result<_, _>>()?;
        let places = rows
            .iter()
            .enumerate()
            .map(|(place, row)| (row.name.clone(), place))
            .collect();
        Ok(Self { rows, places })
    }
}

/// Where each column stands.
struct Columns {
    scenario: usize,
    variant: usize,
    /// Outcome, sector, entity, region, segment and year.
    dimensions: [usize; 6],
    /// Mean, standard deviation and the standard errors of mean and median.
    moments: [usize; 4],
    levels: [usize; LEVELS.len()],
    p_shortage: usize,
}

impl Columns {
    fn of(table: &Table) -> Result<Self, ResultsError> {
        let place = |name: &str| {
            let missing =
                || ResultsError::invalid(format!("the table of outcomes has no column `{name}`"));
            table.column(name).ok_or_else(missing)
        };
        let [outcome, sector, entity] = ["outcome", "sector", "entity"].map(place);
        let [region, segment, year] = ["region", "segment", "year"].map(place);
        let [mean, sd, se_mean, se_p50] = ["mean", "sd", "se_mean", "se_p50"].map(place);
        let mut levels = [0; LEVELS.len()];
        for (level, name) in levels.iter_mut().zip(LEVEL_COLUMNS) {
            *level = place(name)?;
        }
        Ok(Self {
            scenario: place("scenario")?,
            variant: place("variant")?,
            dimensions: [outcome?, sector?, entity?, region?, segment?, year?],
            moments: [mean?, sd?, se_mean?, se_p50?],
            levels,
            p_shortage: place("p_shortage")?,
        })
    }

    fn read(&self, row: &[Cell]) -> Result<OutcomeSummary, ResultsError> {
        let name = name(self.dimensions.map(|place| &row[place]))
            .ok_or_else(|| ResultsError::invalid(format!("no outcome is called {row:?}")))?;
        // A year that is later than the last one is infinite, and an infinite cell is empty.
        let missing = if name.kind.unit() == "year" {
            f64::INFINITY
        } else {
            f64::NAN
        };
        let number = |place: usize| row[place].as_number().unwrap_or(missing);
        let [mean, sd, se_mean, se_p50] = self.moments;
        Ok(OutcomeSummary {
            name,
            statistics: Statistics {
                mean: number(mean),
                sd: number(sd),
                quantiles: self.levels.map(number),
                se_mean: number(se_mean),
                se_p50: number(se_p50),
            },
            p_shortage: row[self.p_shortage].as_number(),
        })
    }
}

/// The outcome that six cells name; `None` when they name none.
fn name(cells: [&Cell; 6]) -> Option<OutcomeName> {
    let [outcome, sector, entity, region, segment, year] = cells;
    Some(OutcomeName {
        kind: OutcomeKind::from_name(text(outcome)?)?,
        sector: or_all(sector, Sector::from_name)?,
        entity: or_all(entity, |id| Some(id.to_owned()))?,
        region: or_all(region, |id| Some(id.to_owned()))?,
        segment: or_all(segment, Segment::from_name)?,
        year: match year {
            Cell::Whole(year) => Some(Year::new(*year)?),
            _ => or_all(year, |_| None::<Year>)?,
        },
    })
}

/// What a cell names, `None` inside for all together; `None` outside when it names nothing.
// The two are different answers, and both are needed.
#[allow(clippy::option_option)]
fn or_all<T>(cell: &Cell, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    match text(cell)? {
        ALL => Some(None),
        name => read(name).map(Some),
    }
}

fn text(cell: &Cell) -> Option<&str> {
    match cell {
        Cell::Text(text) => Some(text),
        _ => None,
    }
}
