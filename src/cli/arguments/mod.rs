//! What can be typed: the commands here, the arguments of each in a file of its own.

mod check;
mod compare;
mod completions;
mod decompose;
mod discover;
mod explain;
mod fact_sheet;
mod merge;
mod new;
mod plot;
mod published;
mod report;
mod run;
mod schema;
mod sensitivity;
mod settings;
mod shard;
mod share;
mod slurm;
mod sweep;

use clap::{Parser, Subcommand};

pub use check::CheckArguments;
pub use compare::CompareArguments;
pub use completions::CompletionsArguments;
pub use decompose::DecomposeArguments;
pub use discover::DiscoverArguments;
pub use explain::ExplainArguments;
pub use fact_sheet::FactSheetArguments;
pub use merge::MergeArguments;
pub use new::NewArguments;
pub use plot::{Picture, PlotArguments};
pub use published::PublishedArguments;
pub use report::ReportArguments;
pub use run::RunArguments;
pub use schema::{SchemaArguments, SchemaKind};
pub use sensitivity::{Method, SensitivityArguments};
pub use settings::Settings;
pub use shard::ShardArguments;
pub use slurm::SlurmArguments;
pub use sweep::SweepArguments;

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
    /// Take a change apart: over time, between two scenarios or between policy variants
    Decompose(DecomposeArguments),
    /// Show under which conditions something happens, such as land that runs short
    Discover(DiscoverArguments),
    /// Find what drives an outcome, and how much of its spread rests on assumptions
    Sensitivity(SensitivityArguments),
    /// Run scenarios × variants × points of parameters; goes on where it was when it was stopped
    Sweep(SweepArguments),
    /// Compute the k-th of n parts of a sweep, on any machine
    Shard(ShardArguments),
    /// Put the parts of a sweep together
    Merge(MergeArguments),
    /// Write the script with which a Slurm cluster computes a sweep, and perhaps submit it
    Slurm(SlurmArguments),
    /// Rerun published forecasts and show where they and reality fall in our distributions
    Published(PublishedArguments),
    /// Draw charts of finished runs again, in another size, language or look
    Plot(PlotArguments),
    /// Read and check scenario files without running them
    Check(CheckArguments),
    /// Show where an input or an outcome comes from: formula, values, sources, overlays
    Explain(ExplainArguments),
    /// Write the report of finished runs, without computing again
    Report(ReportArguments),
    /// Write a page on a region, cluster or campus from a finished run
    FactSheet(FactSheetArguments),
    /// Print the JSON Schema of scenario, variant or sweep files, for completion in an editor
    Schema(SchemaArguments),
    /// Write a commented scenario to start from
    New(NewArguments),
    /// Print the script by which a shell completes commands and options
    Completions(CompletionsArguments),
    /// Print the manual, for `man -l`
    Man,
}
