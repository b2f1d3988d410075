//! What can be typed behind `merge`.

use std::path::PathBuf;

use clap::Args;

use super::settings::Settings;

/// What `merge` takes.
#[derive(Debug, Args)]
pub struct MergeArguments {
    /// The sweep file
    #[arg(value_name = "SWEEP")]
    pub sweep: PathBuf,
    /// Shards; a folder stands for every shard in it [default: output/<name>-shards]
    #[arg(value_name = "SHARD")]
    pub shards: Vec<PathBuf>,
    /// How and where; as for the shards
    #[command(flatten)]
    pub settings: Settings,
}
