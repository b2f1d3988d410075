//! What can be typed behind `sensitivity`.

use std::path::PathBuf;

use clap::Args;
use ruimtevraag::engine::OutcomeName;

use super::settings::Settings;

/// What `sensitivity` takes.
#[derive(Debug, Args)]
pub struct SensitivityArguments {
    /// The scenario file
    #[arg(value_name = "SCENARIO")]
    pub scenario: PathBuf,
    /// An outcome, as in "need/industry,2050" or "backlog(region=NL33,segment=wet-hmc,year=2050)"; may be
    /// given more than once [default: need and backlog of everything, and need by sector]
    #[arg(long = "outcome", value_name = "NAME")]
    pub outcomes: Vec<OutcomeName>,
    /// How and where
    #[command(flatten)]
    pub settings: Settings,
}
