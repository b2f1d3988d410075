//! The command line: arguments, terminal, progress, the clock and exit codes.
//!
//! Standard output carries results only, standard error progress and messages. Exit code 0 means
//! done, 1 that a run failed or was stopped, 2 that the input or the command line is wrong.

mod arguments;
mod check;
mod compare;
mod compare_runs;
mod completions;
mod decompose;
mod discover;
mod distinct;
mod explain;
mod fact_sheet;
mod interrupt;
mod job;
mod leave;
mod merge;
mod new;
mod output;
mod plot;
mod progress;
mod published;
mod read;
mod relieve;
mod report;
mod run;
mod satisfied;
mod schema;
mod sensitivity;
mod shard;
mod slurm;
mod sweep;
mod terminal;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
use output::Failure;

/// Runs the command that was typed.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match &arguments.command {
        Command::Run(arguments) => run::run(arguments),
        Command::Check(arguments) => check::check(arguments),
        Command::Explain(arguments) => explain::explain(arguments),
        Command::Compare(arguments) => compare::compare(arguments),
        Command::Decompose(arguments) => decompose::decompose(arguments),
        Command::Discover(arguments) => discover::discover(arguments),
        Command::Sweep(arguments) => sweep::sweep(arguments),
        Command::Shard(arguments) => shard::shard(arguments),
        Command::Merge(arguments) => merge::merge(arguments),
        Command::Slurm(arguments) => slurm::slurm(arguments),
        Command::Published(arguments) => published::published(arguments),
        Command::Sensitivity(arguments) => sensitivity::sensitivity(arguments),
        Command::Report(arguments) => report::report(arguments),
        Command::FactSheet(arguments) => fact_sheet::sheets(arguments),
        Command::Plot(arguments) => plot::plot(arguments),
        Command::Schema(arguments) => schema::schema(arguments),
        Command::New(arguments) => new::new(arguments),
        Command::Completions(arguments) => completions::completions(arguments),
        Command::Man => completions::man(),
    };
    match done {
        Ok(()) | Err(Failure::ClosedPipe) => ExitCode::SUCCESS,
        Err(failure) => {
            output::report(&failure);
            failure.exit_code()
        }
    }
}
