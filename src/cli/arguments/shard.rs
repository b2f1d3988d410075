//! What can be typed behind `shard`.

use std::path::PathBuf;

use clap::Args;
use ruimtevraag::sweep::shard::Shard;

use super::settings::Settings;

/// What `shard` takes.
#[derive(Debug, Args)]
pub struct ShardArguments {
    /// The sweep file
    #[arg(value_name = "SWEEP")]
    pub sweep: PathBuf,
    /// Which part: 3/8 is the third of eight
    #[arg(value_name = "K/N")]
    pub shard: Shard,
    /// How and where [default folder: output/<name>-shards]; give every shard and `merge` the same
    #[command(flatten)]
    pub settings: Settings,
}
