//! The scenario of a finished run, as it was when it was run.

use super::reading::{ChangedFile, Finished, ResultsError};
use crate::export::{FileRecord, KEPT};
use crate::scenario::{self, Scenario, SourceText};

impl Finished {
    /// The scenario as it was, read from the files that the run kept.
    ///
    /// # Errors
    /// When the run kept none, one of them was changed since, or they cannot be read by this version.
    pub fn scenario(&self) -> Result<Scenario, ResultsError> {
        let start = format!("{KEPT}/");
        let is_kept = |path: &str| path.starts_with(&start);
        let kept = self.record.artefacts.iter();
        let kept: Vec<_> = kept
            .filter(|file| is_kept(&file.path) && file.stays_inside())
            .collect();
        let Some(top) = kept.first() else {
            return Err(ResultsError::NotKept {
                folder: self.folder.clone(),
                version: self.record.version.clone(),
                command: self.record.command.clone(),
            });
        };
        let changed = |path: &str| ResultsError::Changed {
            path: self.folder.join(path),
            command: self.record.command.clone(),
        };
        let paths = self.changed.iter().map(|file| match file {
            ChangedFile::Missing(path) | ChangedFile::Edited(path) => path,
        });
        if let Some(path) = { paths }.find(|path| is_kept(path)) {
            return Err(changed(path));
        }
        let path = self.folder.join(&top.path);
        let scenario = scenario::load_within(&path, &self.folder.join(KEPT))?;
        // A name that leads out of the folder would bring in something else.
        let was_kept = |file: &&SourceText| {
            let found = FileRecord::of(file.name(), file.text().as_bytes());
            kept.iter().any(|file| file.blake3 == found.blake3)
        };
        match scenario.files.iter().find(|file| !was_kept(file)) {
            Some(file) => Err(changed(file.name())),
            None => Ok(scenario),
        }
    }
}
