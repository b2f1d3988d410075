//! What can be typed behind `run`.

use std::path::PathBuf;

use clap::Args;
use ruimtevraag::analysis::StoppingRule;

use super::settings::Settings;

/// What `run` takes.
#[derive(Debug, Args)]
pub struct RunArguments {
    /// Scenario files; each runs by itself and none are averaged
    #[arg(required = true, value_name = "SCENARIO")]
    pub scenarios: Vec<PathBuf>,
    /// Policy variant to run on the same draws; its rows stand beside those of the scenario. A folder
    /// stands for every variant in it
    #[arg(long = "variant", value_name = "FILE")]
    pub variants: Vec<PathBuf>,
    /// Go on until a standard error is small enough, as in "se(p50(need,2050)) < 0.5%" or
    /// "se(mean(need/industry,2030)) < 2"; --draws is then the most draws that are made
    /// [default: 1000000]
    #[arg(long, value_name = "RULE")]
    pub until: Option<StoppingRule>,
    /// How and where
    #[command(flatten)]
    pub settings: Settings,
}
