//! The one error of the library, over those of its layers.

use crate::chart::ChartError;
use crate::engine::EngineError;
use crate::export::ExportError;
use crate::files::FileError;
use crate::report::ReportError;
use crate::results::ResultsError;
use crate::scenario::ScenarioError;
use crate::sweep::SweepError;

/// Anything that can go wrong between a scenario file and a run folder.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A scenario cannot be read or holds mistakes.
    #[error(transparent)]
    Scenario(#[from] ScenarioError),
    /// A run gave no outcomes.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// A sweep was not done.
    #[error(transparent)]
    Sweep(#[from] SweepError),
    /// A chart cannot be drawn.
    #[error(transparent)]
    Chart(#[from] ChartError),
    /// The outcomes cannot be left on disk.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// A finished run cannot be read back.
    #[error(transparent)]
    Results(#[from] ResultsError),
    /// A report cannot be made.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// A file cannot be read or written, or a folder not be held.
    #[error(transparent)]
    File(#[from] FileError),
}

impl Error {
    /// Whether the input or the command line is to blame, rather than the run.
    #[must_use]
    pub fn is_wrong_input(&self) -> bool {
        match self {
            Error::Scenario(_) | Error::Results(_) | Error::Report(_) => true,
            Error::Sweep(error) => error.is_wrong_input(),
            Error::Engine(error) => {
                matches!(error, EngineError::NoDraws | EngineError::Counted { .. })
            }
            Error::Export(error) => matches!(
                error,
                ExportError::NotARun { .. } | ExportError::OtherScenario { .. }
            ),
            Error::Chart(_) | Error::File(_) => false,
        }
    }
}
