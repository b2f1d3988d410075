//! What can be typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use ruimtevraag::analysis::StoppingRule;
use ruimtevraag::language::Language;
use ruimtevraag::sampling::DesignKind;

/// Projects how much land industry clusters, the circular economy and campuses will need, with its
/// uncertainty, from scenario files.
#[derive(Debug, Parser)]
#[command(name = "ruimtevraag", version, max_term_width = 100)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Project the demand for land; leaves tables and charts in a folder
    Run(RunArguments),
    /// Compare policy variants on the same draws: what each changes, costs and risks
    Compare(CompareArguments),
    /// Rerun published forecasts and show where they and reality fall in our distributions
    Published(PublishedArguments),
    /// Read and check scenario files without running them
    Check(CheckArguments),
    /// Show where an input or an outcome comes from: formula, values, sources, overlays
    Explain(ExplainArguments),
    /// Print the JSON Schema of scenario or variant files, for completion in an editor
    Schema(SchemaArguments),
    /// Write a commented scenario to start from
    New(NewArguments),
}

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

/// What `compare` takes.
#[derive(Debug, Args)]
pub struct CompareArguments {
    /// Scenario files; variants are compared within each, and their regret across all of them
    #[arg(required = true, value_name = "SCENARIO")]
    pub scenarios: Vec<PathBuf>,
    /// Policy variant to compare; a folder stands for every variant in it
    #[arg(long = "variant", value_name = "FILE", required = true)]
    pub variants: Vec<PathBuf>,
    /// Leave out what putting each lever off would lose
    #[arg(long)]
    pub no_delay: bool,
    /// How and where
    #[command(flatten)]
    pub settings: Settings,
}

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

/// How a run is done and where it is left.
#[derive(Debug, Args)]
pub struct Settings {
    /// Number of draws [default: what the scenario says]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=100_000_000))]
    pub draws: Option<u64>,
    /// Seed of the random streams [default: what the scenario says]
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// How draws fill the range of every input: mc (Monte Carlo), lhs (Latin hypercube) or sobol
    /// (scrambled Sobol' sequence) [default: what the scenario says]
    #[arg(long, value_name = "DESIGN")]
    pub design: Option<DesignKind>,
    /// Years reported in full detail, as in 2030,2040,2050 [default: the scenario's horizons]
    #[arg(long, value_name = "YEARS", value_delimiter = ',')]
    pub years: Vec<u16>,
    /// Threads to use; outcomes do not depend on it [default: all cores]
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub threads: usize,
    /// Memory for outcomes, in MiB; beyond it quantiles come from counts, with a stated error
    #[arg(long, value_name = "MIB", default_value_t = 1024)]
    pub memory: usize,
    /// Folder for tables and charts [default: output/<name>]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Language of charts and terminal: nl or en
    #[arg(long, value_name = "LANG", default_value = "nl")]
    pub lang: Language,
    /// Leave out the charts
    #[arg(long)]
    pub no_charts: bool,
    /// Print no progress and no messages
    #[arg(long, short)]
    pub quiet: bool,
}

/// What `check` takes.
#[derive(Debug, Args)]
pub struct CheckArguments {
    /// Scenario files
    #[arg(required = true, value_name = "SCENARIO")]
    pub scenarios: Vec<PathBuf>,
    /// Language of the overview: nl or en
    #[arg(long, value_name = "LANG", default_value = "nl")]
    pub lang: Language,
}

/// What `explain` takes.
#[derive(Debug, Args)]
pub struct ExplainArguments {
    /// The scenario file
    #[arg(value_name = "SCENARIO")]
    pub scenario: PathBuf,
    /// What to explain: an input (industry.rotterdam.area), object (rotterdam), pathway, outcome
    /// (need), source, evidence grade, lever, or the start of names (industry.rotterdam)
    #[arg(value_name = "NAME")]
    pub name: String,
    /// Policy variant whose levers are to be explained; a folder stands for every variant in it
    #[arg(long = "variant", value_name = "FILE")]
    pub variants: Vec<PathBuf>,
    /// Language of the explanation: nl or en
    #[arg(long, value_name = "LANG", default_value = "nl")]
    pub lang: Language,
}

/// What `schema` takes.
#[derive(Debug, Args)]
pub struct SchemaArguments {
    /// Of which files: scenario or variant
    #[arg(value_name = "KIND", default_value = "scenario", value_parser = ["scenario", "variant"])]
    pub kind: String,
}

/// What `new` takes.
#[derive(Debug, Args)]
pub struct NewArguments {
    /// The folder to make
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
}
