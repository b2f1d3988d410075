//! The command line of ruimtevraag.

mod cli;

fn main() -> std::process::ExitCode {
    cli::main()
}
