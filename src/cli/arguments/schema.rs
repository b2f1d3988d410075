//! What can be typed behind `schema`.

use clap::Args;

/// What `schema` takes.
#[derive(Debug, Args)]
pub struct SchemaArguments {
    /// Of which files: scenario, variant or sweep
    #[arg(value_name = "KIND", default_value = "scenario", value_parser = ["scenario", "variant", "sweep"])]
    pub kind: String,
}
