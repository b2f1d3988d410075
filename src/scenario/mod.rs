//! From scenario files to a [`Scenario`], or to everything that is wrong with them at once.
//!
//! A scenario is a TOML file, perhaps a layer over another one (`extends`), with CSV tables for long
//! lists. Reading goes in three steps, each in its own files:
//!
//! 1. [`mod@raw`] mirrors a file as it stands, with the place of every value; `csv_table` does the same
//!    for tables. Both go on after a mistake, so that one reading shows all of them.
//! 2. `layers` follows `extends` and lays the files over each other: a later layer replaces inputs,
//!    objects, sources, benchmarks, locations and regions by name and adds new ones.
//! 3. `resolve` turns names into the columns, pathways and entities of a
//!    [`DemandSystem`](crate::model::DemandSystem), and checks every value against what it stands for.
//!
//! What left `resolve` is not checked again.
//!
//! ```
//! use std::path::Path;
//!
//! use ruimtevraag::scenario::{self, Evidence};
//!
//! let scenario = scenario::load(Path::new("scenarios/nota-ruimte.toml"))?;
//! let input = scenario.inputs.iter().find(|input| input.name.as_str() == "industry.green_return");
//! assert!(input.is_some_and(|input| input.provenance.evidence == Evidence::Assumption));
//!
//! // A file that cannot be read, or that holds mistakes, is an error for a person to read.
//! let error = scenario::load(Path::new("scenarios/nota-ruimt.toml")).unwrap_err();
//! assert!(error.to_string().contains("there is a `nota-ruimte.toml` beside it"));
//! # Ok::<(), scenario::ScenarioError>(())
//! ```

mod csv_table;
mod decimal;
mod description;
mod inventory;
mod layers;
mod library;
mod problem;
pub mod raw;
mod resolve;
mod rows;
mod source_text;
mod sweep;
mod types;

use std::path::Path;

pub use description::Description;
pub use inventory::{InputUse, Inventory, Object, PathwayUse};
pub use problem::{FileIndex, Place, Problem, Problems, did_you_mean, nearest};
pub use source_text::SourceText;
pub use sweep::{
    LeftOut, NO_VARIANT, OutcomeProblem, Parameter, ParameterOperation, ParameterValues, PointRule,
    SweepFile, WantedOutcome, load_sweep,
};
pub use types::{
    Benchmark, Cost, Evidence, Layer, Location, MOST_DRAWS, PolicyLever, PolicyVariant, Provenance,
    Region, RunSettings, Scenario, Scope, Source, UncertainInput,
};

use crate::files::FileError;

/// Why there is no scenario.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ScenarioError {
    /// The scenario file itself cannot be read.
    #[error("{error}{}", hint(.near.as_deref()))]
    File {
        /// Why not.
        #[source]
        error: FileError,
        /// A file beside it whose name looks like the one that was meant.
        near: Option<String>,
    },
    /// The files hold mistakes.
    #[error("{}", .0.render())]
    Problems(Box<Problems>),
}

impl ScenarioError {
    /// The mistakes, unless the file could not even be read.
    #[must_use]
    pub fn problems(&self) -> Option<&Problems> {
        match self {
            Self::Problems(problems) => Some(problems),
            Self::File { .. } => None,
        }
    }
}

fn hint(near: Option<&str>) -> String {
    near.map_or(String::new(), |near| {
        format!("; there is a `{near}` beside it")
    })
}

/// Reads a scenario file with everything it refers to.
///
/// # Errors
/// When the file cannot be read, or with every mistake found in it, its tables and its layers.
pub fn load(path: &Path) -> Result<Scenario, ScenarioError> {
    load_with_variants(path, &[])
}

/// Reads a scenario file whose other files stand below a folder.
///
/// # Errors
/// As [`load`].
pub fn load_within(path: &Path, folder: &Path) -> Result<Scenario, ScenarioError> {
    let layers = layers::read(path, &[], Some(folder))?;
    resolve::resolve(layers).map_err(|problems| ScenarioError::Problems(Box::new(problems)))
}

/// Reads a scenario file and policy variants that are laid over it.
///
/// The scenario's own inputs keep their streams of random numbers, whatever variants come along.
///
/// # Errors
/// As [`load`], and for the files of variants.
pub fn load_with_variants(path: &Path, variants: &[&Path]) -> Result<Scenario, ScenarioError> {
    let layers = layers::read(path, variants, None)?;
    resolve::resolve(layers).map_err(|problems| ScenarioError::Problems(Box::new(problems)))
}

/// The JSON Schema of scenario files, for completion in an editor.
#[must_use]
pub fn json_schema() -> serde_json::Value {
    schemars::schema_for!(raw::RawScenario).to_value()
}

/// The JSON Schema of sweep files.
#[must_use]
pub fn sweep_json_schema() -> serde_json::Value {
    schemars::schema_for!(raw::RawSweep).to_value()
}

/// The JSON Schema of the files of policy variants.
#[must_use]
pub fn variant_json_schema() -> serde_json::Value {
    schemars::schema_for!(raw::RawVariant).to_value()
}
