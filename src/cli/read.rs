//! Finished runs, read back for commands that do not compute.

use std::path::PathBuf;

use ruimtevraag::language::Language;
use ruimtevraag::results::{self, ChangedFile, Finished};

use super::output::{self, Failure};

/// Reads finished runs, and tells which of their files are no longer as they left them.
pub fn all(folders: &[PathBuf]) -> Result<Vec<Finished>, Failure> {
    let mut runs = Vec::new();
    for folder in folders {
        let run = results::read(folder)?;
        for changed in &run.changed {
            let (path, what) = match changed {
                ChangedFile::Missing(path) => (path, "is gone"),
                ChangedFile::Edited(path) => (path, "is not as the run left it"),
            };
            let file = folder.join(path);
            output::message(&format!(
                "note: {} {what}; what is made here comes from {}",
                file.display(),
                results::FILE
            ));
        }
        runs.push(run);
    }
    Ok(runs)
}

/// The language that was asked for, or that of the first run.
pub fn language(asked: Option<Language>, runs: &[Finished]) -> Language {
    let of_run = || runs.first()?.record.language.parse().ok();
    asked.or_else(of_run).unwrap_or_default()
}
