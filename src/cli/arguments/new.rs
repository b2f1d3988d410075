//! What can be typed behind `new`.

use std::path::PathBuf;

use clap::Args;

/// What `new` takes.
#[derive(Debug, Args)]
pub struct NewArguments {
    /// The folder to make
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
}
