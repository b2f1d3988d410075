//! A run folder, read back.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::{FILE, FORMAT, Results};
use crate::export::{ExportError, FileRecord, RECORD, RunRecord};
use crate::files::{self, FileError, Folder};
use crate::scenario::ScenarioError;

/// The largest document that is read: a gibibyte, beyond any run that has been seen.
const MOST_BYTES: u64 = 1 << 30;

/// Why a run folder cannot be read back.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ResultsError {
    /// A file of the folder cannot be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// The record of the run cannot be read.
    #[error(transparent)]
    Record(#[from] ExportError),
    /// There is no run in the folder.
    #[error("{} holds no run: there is no run.toml in it", .0.display())]
    NoRun(PathBuf),
    /// The run was left by a version that wrote no results that can be read back.
    #[error(
        "the run in {} was left by ruimtevraag {version}, without {FILE}; repeat it with\n  {command}",
        folder.display()
    )]
    NoResults {
        /// The folder.
        folder: PathBuf,
        /// The version that left it.
        version: String,
        /// The line that repeats the run.
        command: String,
    },
    /// The run was broken off while its files were moved into place.
    #[error(
        "the run in {} was broken off while its files were put in place; repeat it",
        .0.display()
    )]
    BrokenOff(PathBuf),
    /// The results are not what the run left.
    #[error(
        "{} is not as the run left it, so that its figures cannot be trusted; repeat the run with\n  {command}",
        path.display()
    )]
    Changed {
        /// The file.
        path: PathBuf,
        /// The line that repeats the run.
        command: String,
    },
    /// The run kept no scenario.
    #[error(
        "the run in {} was left by ruimtevraag {version} without the files of its scenario, so that it is not known \
         what has changed since; repeat it with\n  {command}",
        folder.display()
    )]
    NotKept {
        /// The folder.
        folder: PathBuf,
        /// The version that left it.
        version: String,
        /// The line that repeats the run.
        command: String,
    },
    /// The scenario that a run kept cannot be read.
    #[error(transparent)]
    Scenario(#[from] ScenarioError),
    /// The results have a format that this program does not read.
    #[error(
        "{} has format {found}, and this program reads format {FORMAT}; {}",
        path.display(),
        if *found > FORMAT { "read it with a newer version" } else { "repeat the run" }
    )]
    Format {
        /// The file.
        path: PathBuf,
        /// Its format.
        found: u32,
    },
    /// The results are not JSON of this format.
    #[error("{} cannot be read as the results of a run: {reason}", path.display())]
    Json {
        /// The file.
        path: PathBuf,
        /// What is wrong with it, and where.
        reason: String,
    },
    /// The results contradict themselves.
    #[error("the results of the run cannot be used: {0}")]
    Invalid(String),
    /// The results could not be written.
    #[error("the results could not be written: {0}")]
    Writing(serde_json::Error),
}

impl ResultsError {
    pub(super) fn invalid(reason: impl Into<String>) -> Self {
        Self::Invalid(reason.into())
    }
}

/// A file of a run folder that is not as the run left it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChangedFile {
    /// It is gone.
    Missing(String),
    /// It holds something else.
    Edited(String),
}

/// A finished run, read back from its folder.
#[derive(Debug)]
pub struct Finished {
    /// Where it was.
    pub folder: PathBuf,
    /// What repeats it, and what it left.
    pub record: RunRecord,
    /// What it found.
    pub results: Results,
    /// The files beside the results that are not as the run left them.
    pub changed: Vec<ChangedFile>,
}

/// Whether there is the record of a run in a folder.
#[must_use]
pub fn is_run(folder: &Path) -> bool {
    files::exists(&folder.join(RECORD))
}

/// Reads a run folder back.
///
/// # Errors
/// When the folder holds no run, or one whose results are missing, changed, of another format or not
/// readable.
pub fn read(folder: &Path) -> Result<Finished, ResultsError> {
    let record = RunRecord::read(folder)?.ok_or_else(|| ResultsError::NoRun(folder.to_owned()))?;
    if Folder::is_incomplete(folder) {
        return Err(ResultsError::BrokenOff(folder.to_owned()));
    }
    let path = folder.join(FILE);
    let Some(recorded) = record.artefacts.iter().find(|file| file.path == FILE) else {
        return Err(ResultsError::NoResults {
            folder: folder.to_owned(),
            version: record.version,
            command: record.command,
        });
    };
    let json = files::read_bytes(&path, MOST_BYTES)?;
    if FileRecord::of(FILE, &json) != *recorded {
        return Err(ResultsError::Changed {
            path,
            command: record.command,
        });
    }
    let results = from_json(&json, &path)?;
    let changed = changed_files(folder, &record);
    Ok(Finished {
        folder: folder.to_owned(),
        record,
        results,
        changed,
    })
}

/// The format alone, which every version can read.
#[derive(Deserialize)]
struct Format {
    format: u32,
}

/// Reads the document; the path is for messages.
pub(super) fn from_json(json: &[u8], path: &Path) -> Result<Results, ResultsError> {
    let refused = |error: serde_json::Error| ResultsError::Json {
        path: path.to_owned(),
        reason: error.to_string(),
    };
    let Format { format } = serde_json::from_slice(json).map_err(refused)?;
    if format != FORMAT {
        return Err(ResultsError::Format {
            path: path.to_owned(),
            found: format,
        });
    }
    let results: Results = serde_json::from_slice(json).map_err(refused)?;
    check(&results)?;
    Ok(results)
}

/// What the types cannot say: tables are rectangular, lists in charts are as long as they say, and names
/// can serve as file names.
fn check(results: &Results) -> Result<(), ResultsError> {
    for scenario in &results.scenarios {
        let named = [&scenario.regions, &results.sectors, &results.segments];
        let named = named.into_iter().flatten().map(|one| &one.id);
        let entities = scenario.entities.iter().map(|one| &one.id);
        let variants = scenario.variants.iter().map(|one| &one.id);
        let ids = named.chain(entities).chain(variants);
        std::iter::once(&scenario.id)
            .chain(ids)
            .try_for_each(|id| check_name(id))?;
    }
    for table in &results.tables {
        check_name(&table.name)?;
        if !table.table.is_rectangular() {
            let reason = format!(
                "a row of table `{}` is not as long as its headers",
                table.name
            );
            return Err(ResultsError::invalid(reason));
        }
    }
    for chart in &results.charts {
        check_name(&chart.nl.name)?;
        if chart.nl.name != chart.en.name {
            let reason = format!("chart `{}` has two names", chart.nl.name);
            return Err(ResultsError::invalid(reason));
        }
        for chart in [&chart.nl, &chart.en] {
            chart.check().map_err(|reason| {
                ResultsError::invalid(format!("in chart `{}` {reason}", chart.name))
            })?;
        }
    }
    Ok(())
}

fn check_name(name: &str) -> Result<(), ResultsError> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if !name.is_empty() && name.chars().all(is_plain) {
        return Ok(());
    }
    let reason = format!("{name:?} is no name of a table, chart, scenario or what is in one");
    Err(ResultsError::invalid(reason))
}

fn changed_files(folder: &Path, record: &RunRecord) -> Vec<ChangedFile> {
    let looked_at = record.artefacts.iter();
    looked_at
        .filter(|file| file.path != FILE && file.stays_inside())
        .filter_map(|file| {
            let path = file.path.clone();
            match files::read_bytes(&folder.join(&path), MOST_BYTES) {
                Err(_) => Some(ChangedFile::Missing(path)),
                Ok(content) if FileRecord::of(&path, &content) != *file => {
                    Some(ChangedFile::Edited(path))
                }
                Ok(_) => None,
            }
        })
        .collect()
}
