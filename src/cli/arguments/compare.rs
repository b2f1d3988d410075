//! What can be typed behind `compare`.

use std::path::PathBuf;

use clap::Args;
use ruimtevraag::analysis::Condition;

use super::settings::Settings;
use super::share::share;

/// What `compare` takes.
#[derive(Debug, Args)]
pub struct CompareArguments {
    /// Scenario files; variants are compared within each, and their regret across all of them. Or, without
    /// --variant, the folders of two finished runs
    #[arg(required = true, value_name = "SCENARIO|RUN")]
    pub scenarios: Vec<PathBuf>,
    /// Policy variant to compare; a folder stands for every variant in it
    #[arg(long = "variant", value_name = "FILE")]
    pub variants: Vec<PathBuf>,
    /// Leave out what putting each lever off would lose
    #[arg(long)]
    pub no_delay: bool,
    /// What a draw must meet to satisfy, as in "unmet,2050 <= 3000"; the part of the draws that do is told for every
    /// variant in every scenario [default: unmet in the last year at most half of what is expected without policy
    /// in the first scenario]
    #[arg(long, value_name = "CONDITION", requires = "variants")]
    pub satisfied: Option<Condition>,
    /// The part of the draws of a scenario that must satisfy before a variant does in it
    #[arg(long, value_name = "PART", default_value = "50%", value_parser = share)]
    pub level: f64,
    /// How and where
    #[command(flatten)]
    pub settings: Settings,
}
