//! What can be typed behind `fact-sheet`.

use std::path::PathBuf;

use clap::Args;
use ruimtevraag::language::Language;

/// What `fact-sheet` takes.
#[derive(Debug, Args)]
pub struct FactSheetArguments {
    /// Folder of a finished run
    #[arg(value_name = "RUN")]
    pub run: PathBuf,
    /// Region, cluster, stream or campus, by id or name (NL36, "Zuid-Holland", rotterdam), or `all`
    #[arg(value_name = "SUBJECT", required = true)]
    pub subjects: Vec<String>,
    /// Folder to write into [default: <RUN>-fact-sheets beside the folder of the run]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Language of the sheets: nl or en [default: that of the run]
    #[arg(long, value_name = "LANG")]
    pub lang: Option<Language>,
}
