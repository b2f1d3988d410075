//! Results on standard output, failures on standard error.

use std::io::{self, Write};
use std::process::ExitCode;

use ruimtevraag::Error;
use ruimtevraag::chart::ChartError;
use ruimtevraag::engine::EngineError;
use ruimtevraag::export::ExportError;
use ruimtevraag::files::FileError;
use ruimtevraag::report::ReportError;
use ruimtevraag::results::ResultsError;
use ruimtevraag::scenario::ScenarioError;
use ruimtevraag::sweep::SweepError;

/// Why a command did not end well.
#[derive(Debug)]
pub enum Failure {
    /// The library refused or failed.
    Library(Error),
    /// What was typed cannot be done.
    Usage(String),
    /// The cluster, or the way to it, refused.
    Cluster(String),
    /// Whoever read standard output stopped reading.
    ClosedPipe,
    /// Standard output refused.
    Output(io::Error),
}

impl Failure {
    /// 2 when the input or the command line is wrong, else 1.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Failure::Library(error) if error.is_wrong_input() => ExitCode::from(2),
            Failure::Usage(_) => ExitCode::from(2),
            Failure::Library(_) | Failure::Output(_) | Failure::Cluster(_) => ExitCode::from(1),
            Failure::ClosedPipe => ExitCode::SUCCESS,
        }
    }
}

/// Every error of the library's layers is a failure of the command.
macro_rules! library_failures {
    ($($error:ty),+) => {
        $(impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                Self::Library(error.into())
            }
        })+
    };
}

library_failures!(
    ScenarioError,
    EngineError,
    SweepError,
    ChartError,
    ExportError,
    FileError,
    ReportError,
    ResultsError
);

/// Prints a result.
///
/// # Errors
/// When standard output is closed or refuses.
pub fn result(text: &str) -> Result<(), Failure> {
    let mut out = anstream::stdout().lock();
    out.write_all(text.as_bytes())
        .and_then(|()| out.flush())
        .map_err(|error| match error.kind() {
            io::ErrorKind::BrokenPipe => Failure::ClosedPipe,
            _ => Failure::Output(error),
        })
}

/// Prints a message for whoever watches. Nothing can be done when standard error is closed.
pub fn message(text: &str) {
    let _ = writeln!(anstream::stderr().lock(), "{text}");
}

/// Prints why a command failed.
pub fn report(failure: &Failure) {
    match failure {
        Failure::Library(Error::Scenario(error)) => {
            if let Some(problems) = error.problems() {
                message(&problems.render_styled());
            } else {
                message(&format!("error: {error}"));
            }
        }
        Failure::Library(error) => message(&format!("error: {error}")),
        Failure::Usage(text) | Failure::Cluster(text) => message(&format!("error: {text}")),
        Failure::Output(error) => message(&format!("error: standard output: {error}")),
        Failure::ClosedPipe => {}
    }
}
