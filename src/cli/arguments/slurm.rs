//! What can be typed behind `slurm`.

use std::path::PathBuf;

use clap::Args;

use super::settings::Settings;

/// What `slurm` takes.
#[derive(Debug, Args)]
pub struct SlurmArguments {
    /// The sweep file
    #[arg(value_name = "SWEEP")]
    pub sweep: PathBuf,
    /// Into how many parts the sweep is cut, each a task of the job array
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=100_000))]
    pub shards: u64,
    /// Cores of each task
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u64).range(1..))]
    pub cores: u64,
    /// The longest that a task may take, as Slurm writes it
    #[arg(long, value_name = "TIME", default_value = "01:00:00")]
    pub time: String,
    /// Another option for sbatch, for every task: --sbatch=--partition=rome
    #[arg(long = "sbatch", value_name = "OPTION", allow_hyphen_values = true)]
    pub options: Vec<String>,
    /// Submit it at once, and show how far it is until it is merged
    #[arg(long)]
    pub submit: bool,
    /// How and where; --threads follows from the allocation
    #[command(flatten)]
    pub settings: Settings,
}
