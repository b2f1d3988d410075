//! What can be typed behind `schema`.

use clap::Args;

/// What `schema` takes.
#[derive(Debug, Args)]
pub struct SchemaArguments {
    /// Of which files: scenario or variant
    #[arg(value_name = "KIND", default_value = "scenario", value_parser = ["scenario", "variant"])]
    pub kind: String,
}
