//! What a job found, as one document from which reports and charts are made without computing again.
//!
//! # The run folder
//!
//! Every job that computes leaves a folder with
//!
//! | file | what it holds |
//! |---|---|
//! | `run.toml` | [`RunRecord`]: what repeats the job to the byte, and a checksum of every other file |
//! | `results.json` | [`Results`]: everything found, with charts as data in both languages |
//! | `*.csv` | the tables of `results.json`, for spreadsheets, R and Python |
//! | `scenario/…` | the files of the scenario of a `run` as they were read, the scenario itself first in `run.toml` |
//! | `charts/*.svg`, `charts/*.png` | the charts of `results.json`, drawn |
//! | `results.xlsx`, `*.parquet`, `regions.geojson`, `places.geojson` | when asked for: the same tables in other formats; `draws.parquet` |
//! | `sweep.parquet`, or `sweep/scenario=…/variant=…/part.parquet` | the table of a sweep, always; in parts beyond [`MOST_ROWS`](crate::export::MOST_ROWS) rows |
//!
//! Only the first two are ever read back, by [`read`], and the files of the scenario by
//! [`Finished::scenario`]. The others may be deleted or edited; [`read`]
//! says which no longer are as the job left them, and refuses when `results.json` itself was changed.
//!
//! `results.json` follows from the inputs, the command and the version of the program alone: the same
//! job leaves the same bytes on any machine and with any number of threads. Commit and duration, which
//! do differ, stand in `run.toml` only.
//!
//! # The format
//!
//! One JSON object, the fields of [`Results`] in their order. A table is `headers` with `rows`; a cell is
//! `null`, a string, a whole number, or a number with a point or an exponent, written so that it reads
//! back to the bit. In charts `null` is what is not a number, `"inf"` and `"-inf"` the infinite. Texts for
//! readers are pairs `nl` and `en`.
//!
//! # The rule of versions
//!
//! [`FORMAT`] is raised whenever a program that knows the old format could misread the new one: a field
//! that changes its meaning, its unit or its name, or goes. What is only added (a field, a table, a kind of
//! job) does not raise it: readers skip fields that they do not know and ignore tables that they do not
//! need. Another format than the program's own is refused, with what to do about it.

mod compare;
mod geojson;
mod identity;
mod kept;
mod named;
mod reading;
mod summary;
mod workbook;

pub use compare::{ComparedOutcome, ComparedRuns, compare};
pub use identity::{
    EntityIdentity, InputCounts, JobIdentity, JobKind, LocationIdentity, Named, ScenarioIdentity,
    VariantIdentity,
};
pub use named::{KeyMessage, NamedChart, NamedTable};
pub use reading::{ChangedFile, Finished, ResultsError, is_run, read};
pub use summary::{OutcomeSummary, Whose, WhoseSummary};

use serde::{Deserialize, Serialize};

#[cfg(doc)]
use crate::export::RunRecord;
use crate::export::Table;

/// The format of `results.json`.
pub const FORMAT: u32 = 1;

/// The name of the document within a run folder.
pub const FILE: &str = "results.json";

/// The table of the distribution of every outcome.
pub const SUMMARY: &str = "summary";

/// The table of what policy variants change, draw by draw, in the columns of [`SUMMARY`].
pub const DIFFERENCE: &str = "difference";

/// The table of every outcome of every case of a sweep.
pub const SWEEP: &str = "sweep";

/// What a job found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Results {
    /// The format, [`FORMAT`] when made by this program.
    pub format: u32,
    /// What was done.
    pub job: JobIdentity,
    /// The names of sectors, in order.
    pub sectors: Vec<Named>,
    /// The names of segments, in order.
    pub segments: Vec<Named>,
    /// The scenarios, in the order in which they were named.
    pub scenarios: Vec<ScenarioIdentity>,
    /// What is to be said first of all, where the tables do not say so by themselves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub messages: Vec<KeyMessage>,
    /// Every table, in the order in which they are to be read.
    pub tables: Vec<NamedTable>,
    /// Every chart, in the order in which they are to be shown.
    pub charts: Vec<NamedChart>,
}

impl Results {
    /// The document as compact JSON with a line end.
    ///
    /// # Errors
    /// Never for what this program computes: the error of the JSON writer.
    pub fn to_json(&self) -> Result<Vec<u8>, ResultsError> {
        let mut json = serde_json::to_vec(self).map_err(ResultsError::Writing)?;
        json.push(b'\n');
        Ok(json)
    }

    /// The table of a name.
    #[must_use]
    pub fn table(&self, name: &str) -> Option<&Table> {
        let mut tables = self.tables.iter();
        tables
            .find(|table| table.name == name)
            .map(|table| &table.table)
    }

    /// The chart of a name.
    #[must_use]
    pub fn chart(&self, name: &str) -> Option<&NamedChart> {
        self.charts.iter().find(|chart| chart.name() == name)
    }

    /// The scenario of an id.
    #[must_use]
    pub fn scenario(&self, id: &str) -> Option<&ScenarioIdentity> {
        self.scenarios.iter().find(|scenario| scenario.id == id)
    }

    /// The distribution of every outcome of a scenario, under a variant or under none.
    ///
    /// # Errors
    /// When the table of outcomes holds what no outcome is called.
    pub fn summary(&self, whose: Whose<'_>) -> Result<WhoseSummary, ResultsError> {
        WhoseSummary::within(self.table(SUMMARY), whose)
    }

    /// The distribution of what a variant changes in every outcome, draw by draw.
    ///
    /// # Errors
    /// As [`Results::summary`].
    pub fn difference(&self, whose: Whose<'_>) -> Result<WhoseSummary, ResultsError> {
        WhoseSummary::within(self.table(DIFFERENCE), whose)
    }
}

#[cfg(test)]
mod tests;
