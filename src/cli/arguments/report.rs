//! What can be typed behind `report`.

use std::path::PathBuf;

use clap::Args;
use ruimtevraag::language::Language;

/// What `report` takes.
#[derive(Debug, Args)]
pub struct ReportArguments {
    /// Folders of finished runs; several stand side by side in one report and are never averaged
    #[arg(required = true, value_name = "RUN")]
    pub runs: Vec<PathBuf>,
    /// File to write [default: <RUN>.html beside the folder of the run]
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Language of the report: nl or en [default: that of the first run]
    #[arg(long, value_name = "LANG")]
    pub lang: Option<Language>,
    /// Leave out the charts
    #[arg(long)]
    pub no_charts: bool,
}
