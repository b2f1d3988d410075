//! What can be typed behind `published`.

use std::path::PathBuf;

use clap::Args;

use super::settings::Settings;

/// What `published` takes.
#[derive(Debug, Args)]
pub struct PublishedArguments {
    /// Published forecasts as scenario files; a folder stands for all files in it
    #[arg(value_name = "SCENARIO", default_value = "scenarios/published")]
    pub scenarios: Vec<PathBuf>,
    /// How and where
    #[command(flatten)]
    pub settings: Settings,
}
