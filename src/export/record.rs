//! What makes a run repeatable: `run.toml`.

use std::path::{Component, Path};

use serde::{Deserialize, Serialize};

/// The format of run folders; raised when a reader of the old one could misread the new.
pub const FORMAT: u32 = 1;

/// Everything needed to repeat a run to the byte, and what it left.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RunRecord {
    /// The format of the folder.
    pub format: u32,
    /// The scenario's name.
    pub scenario: String,
    /// A hash over everything that determines the outcomes.
    pub fingerprint: String,
    /// The version of the program.
    pub version: String,
    /// The commit the program was built from, where known.
    pub commit: String,
    /// How many draws.
    pub draws: u64,
    /// The seed.
    pub seed: u64,
    /// The design.
    pub design: String,
    /// The years reported in full.
    pub years: Vec<u16>,
    /// The language of charts.
    pub language: String,
    /// The line that repeats the run.
    pub command: String,
    /// The rule by which the run was to end, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Why it ended: `reached`, or `cap` when all draws that were allowed were made first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<String>,
    /// How long it took, in seconds. Differs between runs that are otherwise the same.
    pub seconds: f64,
    /// The files read, in order.
    pub inputs: Vec<FileRecord>,
    /// The files written, this one left out.
    pub artefacts: Vec<FileRecord>,
}

/// One file and its BLAKE3 hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileRecord {
    /// The path as given, or relative to the run folder.
    pub path: String,
    /// BLAKE3, in hexadecimal.
    pub blake3: String,
}

impl FileRecord {
    /// The record of a file with this content.
    #[must_use]
    pub fn of(path: &str, content: &[u8]) -> Self {
        Self {
            path: path.to_owned(),
            blake3: blake3::hash(content).to_hex().to_string(),
        }
    }

    /// Whether the file lies in the run folder. A record can be edited by hand, and nothing outside
    /// the folder is ever removed or read for it.
    #[must_use]
    pub fn stays_inside(&self) -> bool {
        let parts = Path::new(&self.path).components();
        let mut parts = parts.map(|part| matches!(part, Component::Normal(_)));
        parts.all(|is_plain| is_plain)
    }
}
