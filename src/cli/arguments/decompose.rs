//! What can be typed behind `decompose`.

use std::path::PathBuf;

use clap::Args;
use ruimtevraag::engine::OutcomeName;

use super::settings::Settings;

/// What `decompose` takes.
#[derive(Debug, Args)]
pub struct DecomposeArguments {
    /// One scenario, for its change since the base year or between policy variants; or two of one family,
    /// for the change from the first to the second; or the folders of finished runs, for what changed from one
    /// edition to the next
    #[arg(required = true, num_args = 1..=2, value_name = "SCENARIO|RUN")]
    pub scenarios: Vec<PathBuf>,
    /// Policy variant: one for the change that it makes, two for the change from the first to the second
    #[arg(long = "variant", value_name = "FILE")]
    pub variants: Vec<PathBuf>,
    /// Outcome to take apart, as in need,2050 or "backlog(region=NL36,segment=wet-hmc,year=2050)"
    /// [default: need and what is never met, in the last horizon]
    #[arg(long = "outcome", value_name = "OUTCOME")]
    pub outcomes: Vec<OutcomeName>,
    /// How and where; without --draws at most 1,000, since every combination of drivers is computed
    #[command(flatten)]
    pub settings: Settings,
}
