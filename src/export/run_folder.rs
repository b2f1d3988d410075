//! The folder that a run leaves, with the record that tells what is in it.

use std::path::Path;

use super::record::{FORMAT, FileRecord, RunRecord};
use crate::files::{self, FileError, Folder};

/// The name of the record within a run folder.
pub const RECORD: &str = "run.toml";

/// One file that a run leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artefact {
    /// The path within the folder, with `/`.
    pub path: String,
    /// The content.
    pub content: Vec<u8>,
}

/// Why a run could not be left on disk.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExportError {
    /// The folder could not be held or written.
    #[error(transparent)]
    File(#[from] FileError),
    /// The folder holds files that no run left.
    #[error(
        "{folder} holds files that are not from a run ({example}, …); \
         choose an empty folder with --out, or move them away"
    )]
    NotARun {
        /// The folder.
        folder: String,
        /// One of the files.
        example: String,
    },
    /// The folder holds a run of another scenario.
    #[error(
        "{folder} holds a run of scenario `{found}`, and this is `{wanted}`; \
         choose another folder with --out"
    )]
    OtherScenario {
        /// The folder.
        folder: String,
        /// The scenario whose run is there.
        found: String,
        /// The scenario that was to be written.
        wanted: String,
    },
    /// The record in the folder cannot be read.
    #[error("{path} cannot be read as the record of a run: {reason}")]
    Record {
        /// The record.
        path: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A table could not be written as CSV.
    #[error("a table could not be written: {0}")]
    Csv(#[from] csv::Error),
    /// A table could not be written as Parquet.
    #[error("a table could not be written as Parquet: {0}")]
    Parquet(#[from] parquet::errors::ParquetError),
    /// The tables could not be written as a workbook.
    #[error("the tables could not be written as a workbook: {0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The record could not be written as TOML.
    #[error("the record of the run could not be written: {0}")]
    Toml(#[from] toml::ser::Error),
}

/// A folder held for one run of one scenario.
#[derive(Debug)]
pub struct RunFolder {
    folder: Folder,
    previous: Option<RunRecord>,
}

impl RunFolder {
    /// Holds the folder for a run of `scenario`, making it where needed.
    ///
    /// # Errors
    /// When the folder is in use, holds something that is no run, or a run of another scenario.
    pub fn open(path: &Path, scenario: &str) -> Result<Self, ExportError> {
        // Looked at before it is held, since holding leaves a lock in it, and once more when held.
        check(path, scenario)?;
        let folder = Folder::hold(path)?;
        let previous = check(path, scenario)?;
        Ok(Self { folder, previous })
    }

    /// The record of the run that is there, which the new one will replace.
    #[must_use]
    pub fn previous(&self) -> Option<&RunRecord> {
        self.previous.as_ref()
    }

    /// Whether an earlier run was killed while its files were moved into place.
    #[must_use]
    pub fn was_broken_off(&self) -> bool {
        Folder::is_incomplete(self.folder.path())
    }

    /// Where the folder is.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Leaves the artefacts and the record, and removes what the previous run left beyond them.
    ///
    /// # Errors
    /// When the system refuses to write; the previous run is then still there.
    pub fn leave(&self, artefacts: Vec<Artefact>, record: &RunRecord) -> Result<(), ExportError> {
        let record = RunRecord {
            format: FORMAT,
            artefacts: artefacts
                .iter()
                .map(|artefact| FileRecord::of(&artefact.path, &artefact.content))
                .collect(),
            ..record.clone()
        };
        let mut files: Vec<_> = artefacts
            .into_iter()
            .map(|artefact| (artefact.path, artefact.content))
            .collect();
        files.push((RECORD.to_owned(), toml::to_string(&record)?.into_bytes()));
        Ok(self.folder.replace(&files, &self.outdated())?)
    }

    fn outdated(&self) -> Vec<String> {
        let artefacts = self.previous.iter().flat_map(|record| &record.artefacts);
        artefacts
            .filter(|file| file.stays_inside())
            .map(|file| file.path.clone())
            .collect()
    }
}

/// The record of the run in a folder, if any.
fn check(path: &Path, scenario: &str) -> Result<Option<RunRecord>, ExportError> {
    let folder = path.display().to_string();
    let previous = RunRecord::read(path)?;
    match &previous {
        Some(record) if record.scenario != scenario => Err(ExportError::OtherScenario {
            folder,
            found: record.scenario.clone(),
            wanted: scenario.to_owned(),
        }),
        Some(_) => Ok(previous),
        None => match files::names_in(path)?.into_iter().next() {
            Some(example) if !Folder::is_incomplete(path) => {
                Err(ExportError::NotARun { folder, example })
            }
            _ => Ok(None),
        },
    }
}

impl RunRecord {
    /// The record in a folder, or `None` when there is none.
    ///
    /// # Errors
    /// When it cannot be read, or has a format that this program does not know.
    pub fn read(folder: &Path) -> Result<Option<Self>, ExportError> {
        let path = folder.join(RECORD);
        let refused = |reason: String| ExportError::Record {
            path: path.display().to_string(),
            reason,
        };
        let Some(text) = files::read_if_there(&path).map_err(|error| refused(error.to_string()))?
        else {
            return Ok(None);
        };
        let record: Self = toml::from_str(&text).map_err(|error| refused(error.to_string()))?;
        if record.format > FORMAT {
            return Err(refused(format!(
                "it has format {}, this program knows formats up to {FORMAT}",
                record.format
            )));
        }
        Ok(Some(record))
    }
}
