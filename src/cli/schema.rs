//! `schema`: what an editor needs to complete scenario files.

use super::output::{self, Failure};

/// Prints the JSON Schema of scenario files.
pub fn schema() -> Result<(), Failure> {
    output::result(&format!("{:#}\n", ruimtevraag::scenario::json_schema()))
}
