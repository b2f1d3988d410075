//! `completions` and `man`: what a shell and a reader of manuals need, made from the arguments.

use clap::CommandFactory;

use super::arguments::{Arguments, CompletionsArguments};
use super::output::{self, Failure};

/// Prints the script by which a shell completes commands and options.
pub fn completions(arguments: &CompletionsArguments) -> Result<(), Failure> {
    let mut command = Arguments::command();
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, name, &mut script);
    output::result(&String::from_utf8_lossy(&script))
}

/// Prints the manual page of the program, followed by one for each command.
pub fn man() -> Result<(), Failure> {
    let mut program = Arguments::command();
    program.build();
    let commands = program.get_subcommands().cloned();
    let pages = std::iter::once(program.clone()).chain(commands);
    let mut manual = Vec::new();
    for page in pages.filter(|page| page.get_name() != "help") {
        clap_mangen::Man::new(page)
            .render(&mut manual)
            .map_err(Failure::Output)?;
    }
    output::result(&String::from_utf8_lossy(&manual))
}
