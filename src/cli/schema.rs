//! `schema`: what an editor needs to complete scenario, variant and sweep files.

use ruimtevraag::scenario;

use super::arguments::{SchemaArguments, SchemaKind};
use super::output::{self, Failure};

/// Prints the JSON Schema of one kind of file.
pub fn schema(arguments: &SchemaArguments) -> Result<(), Failure> {
    let schema = match arguments.kind {
        SchemaKind::Scenario => scenario::json_schema(),
        SchemaKind::Variant => scenario::variant_json_schema(),
        SchemaKind::Sweep => scenario::sweep_json_schema(),
    };
    output::result(&format!("{schema:#}\n"))
}
