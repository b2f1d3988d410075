//! What can be typed behind `explain`.

use std::path::PathBuf;

use clap::Args;
use ruimtevraag::language::Language;

/// What `explain` takes.
#[derive(Debug, Args)]
pub struct ExplainArguments {
    /// The scenario file
    #[arg(value_name = "SCENARIO")]
    pub scenario: PathBuf,
    /// What to explain: an input (industry.rotterdam.area), object (rotterdam), pathway, outcome
    /// (need, or need/industry,2050 to see what drives it), source, evidence grade, lever, or the start of names (industry.rotterdam)
    #[arg(value_name = "NAME")]
    pub name: String,
    /// Policy variant whose levers are to be explained; a folder stands for every variant in it
    #[arg(long = "variant", value_name = "FILE")]
    pub variants: Vec<PathBuf>,
    /// Language of the explanation: nl or en
    #[arg(long, value_name = "LANG", default_value = "nl")]
    pub lang: Language,
}
