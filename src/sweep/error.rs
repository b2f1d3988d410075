//! Why a sweep gave nothing.

use super::shard::MergeError;
use crate::engine::EngineError;
use crate::files::FileError;

/// Why a sweep was not done.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SweepError {
    /// A case gave no outcomes.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// The journal could not be read or written.
    #[error(transparent)]
    File(#[from] FileError),
    /// The journal belongs to another sweep.
    #[error(
        "{path} is the journal of the sweep `{found}`, and this is `{wanted}`; choose another \
         folder with --out"
    )]
    OtherSweep {
        /// The journal.
        path: String,
        /// Whose it is.
        found: String,
        /// What was asked for.
        wanted: String,
    },
    /// The shards do not make one sweep.
    #[error(transparent)]
    Merge(#[from] MergeError),
}

impl SweepError {
    /// Whether what was typed is to blame.
    #[must_use]
    pub fn is_wrong_input(&self) -> bool {
        matches!(
            self,
            Self::OtherSweep { .. } | Self::Merge(_) | Self::Engine(EngineError::OtherParts)
        )
    }
}
