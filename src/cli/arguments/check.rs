//! What can be typed behind `check`.

use std::path::PathBuf;

use clap::Args;
use ruimtevraag::language::Language;

/// What `check` takes.
#[derive(Debug, Args)]
pub struct CheckArguments {
    /// Scenario files
    #[arg(required = true, value_name = "SCENARIO")]
    pub scenarios: Vec<PathBuf>,
    /// Language of the overview: nl or en
    #[arg(long, value_name = "LANG", default_value = "nl")]
    pub lang: Language,
}
