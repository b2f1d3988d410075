//! What can be typed behind `compare`.

use std::path::PathBuf;

use clap::Args;

use super::settings::Settings;

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
    /// How and where
    #[command(flatten)]
    pub settings: Settings,
}
