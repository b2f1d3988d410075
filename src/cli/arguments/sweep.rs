//! What can be typed behind `sweep`.

use std::path::PathBuf;

use clap::Args;

use super::settings::Settings;

/// What `sweep` takes.
#[derive(Debug, Args)]
pub struct SweepArguments {
    /// The sweep file
    #[arg(value_name = "SWEEP")]
    pub sweep: PathBuf,
    /// Show what would be run and how long that would take, and run nothing else
    #[arg(long)]
    pub dry_run: bool,
    /// How and where; draws, seed, design and years replace those of the sweep file
    #[command(flatten)]
    pub settings: Settings,
}
