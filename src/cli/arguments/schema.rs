//! What can be typed behind `schema`.

use clap::{Args, ValueEnum};

/// What `schema` takes.
#[derive(Debug, Args)]
pub struct SchemaArguments {
    /// Of which files
    #[arg(value_name = "KIND", value_enum, default_value_t)]
    pub kind: SchemaKind,
}

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum SchemaKind {
    /// What a scenario is
    #[default]
    Scenario,
    /// What a policy variant does
    Variant,
    /// What a sweep runs
    Sweep,
}
