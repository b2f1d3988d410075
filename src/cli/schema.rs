//! `schema`: what an editor needs to complete scenario, variant and sweep files.

use ruimtevraag::scenario;

use super::arguments::SchemaArguments;
use super::output::{self, Failure};

/// Prints the JSON Schema of one kind of file.
pub fn schema(arguments: &SchemaArguments) -> Result<(), Failure> {
    let schema = match arguments.kind.as_str() {
        "variant" => scenario::variant_json_schema(),
        "sweep" => scenario::sweep_json_schema(),
        _ => scenario::json_schema(),
    };
    output::result(&format!("{schema:#}\n"))
}
