//! A scenario file as it stands, before anything in it is given a meaning.
//!
//! These types mirror the file and leave this layer only as a schema. Every field is optional here:
//! what must be there is said by `resolve`, which knows what the layers below already gave.

mod file_names;
mod reading;
mod sweep;
mod variant;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::language::Localised;

pub use file_names::FileNames;
pub(super) use reading::read;
pub use sweep::{RawBounds, RawLeaveOut, RawParameter, RawPoints, RawSweep};
pub use variant::{RawLever, RawVariant, RawVariantTables};

/// A scenario file.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawScenario {
    /// The name in tables and folders: letters, digits and hyphens.
    #[schemars(with = "Option<String>")]
    pub id: Option<Spanned<String>>,
    /// The title in charts, in Dutch and English.
    pub title: Option<RawText>,
    /// What the scenario is, in a sentence or two.
    pub description: Option<RawText>,
    /// The scenario file under this one.
    #[schemars(with = "Option<String>")]
    pub extends: Option<Spanned<String>>,
    /// The year in which nothing has been asked for yet.
    #[schemars(with = "Option<i64>")]
    pub base_year: Option<Spanned<i64>>,
    /// The years reported in full detail; the last one ends the computation.
    #[schemars(with = "Option<Vec<i64>>")]
    pub horizons: Option<Spanned<Vec<Spanned<i64>>>>,
    /// The year to which shares "ended by the end" refer; the last horizon when left out.
    #[schemars(with = "Option<i64>")]
    pub complete_year: Option<Spanned<i64>>,
    /// How the scenario is run unless the command line says otherwise.
    pub run: RawRun,
    /// The CSV tables that belong to this file.
    pub tables: RawTables,
    /// How values between named years follow: `linear`, `geometric` or `logistic`, by pathway.
    #[schemars(with = "BTreeMap<String, String>")]
    pub joins: BTreeMap<Spanned<String>, Spanned<String>>,
    /// Which groups of inputs move together.
    pub correlation: RawCorrelation,
    /// Publications, by the id under which they are cited.
    #[schemars(with = "BTreeMap<String, RawSource>")]
    pub sources: BTreeMap<Spanned<String>, RawSource>,
    /// Uncertain inputs, by their dotted name.
    #[schemars(with = "BTreeMap<String, RawInput>")]
    pub inputs: BTreeMap<Spanned<String>, RawInput>,
}

/// A text in Dutch and English.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawText {
    /// In Dutch.
    pub nl: String,
    /// In English; the Dutch text when left out.
    pub en: Option<String>,
}

impl RawText {
    /// The text in both languages, or what is usual where none is given.
    #[must_use]
    pub fn localised(&self, usual: &str) -> Localised {
        Localised::of(usual, &self.nl, self.en.as_deref().unwrap_or_default())
    }
}

/// How a scenario is run.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawRun {
    /// How many draws.
    #[schemars(with = "Option<u64>")]
    pub draws: Option<Spanned<i64>>,
    /// The seed of all random streams.
    #[schemars(with = "Option<u64>")]
    pub seed: Option<Spanned<i64>>,
    /// `mc` (Monte Carlo), `lhs` (Latin hypercube) or `sobol` (scrambled Sobol').
    #[schemars(with = "Option<String>")]
    pub design: Option<Spanned<String>>,
}

/// The CSV tables of a file, each one file name or a list of them.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawTables {
    /// Regions: `id;name_nl;name_en`.
    pub regions: FileNames,
    /// What asks for land: clusters, technologies, streams, activities, campuses, events.
    pub objects: FileNames,
    /// Uncertain inputs.
    pub inputs: FileNames,
    /// Publications.
    pub sources: FileNames,
    /// Published figures to hold outcomes against.
    pub benchmarks: FileNames,
    /// Distances between regions, `from;to;km`; a scenario that has them meets need with supply.
    pub distances: FileNames,
    /// Where clusters, campuses and others lie, `id;lon;lat;evidence;source;note`, in degrees of WGS 84:
    /// for orientation on a map, never computed with.
    pub locations: FileNames,
}

/// Which groups of inputs move together.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawCorrelation {
    /// The groups; the usual six when left out.
    #[schemars(with = "Option<Vec<String>>")]
    pub groups: Option<Spanned<Vec<String>>>,
    /// Pairs of groups that are correlated; all others are independent.
    #[schemars(with = "Vec<RawPair>")]
    pub pairs: Vec<Spanned<RawPair>>,
}

/// Two correlated groups.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawPair {
    /// The two groups.
    pub between: Vec<String>,
    /// Their correlation, −1 to 1.
    pub value: f64,
}

/// A publication.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawSource {
    /// Its title.
    pub title: String,
    /// Who published it.
    pub organisation: String,
    /// When.
    pub year: String,
    /// Where it can be read.
    pub url: String,
}

/// An uncertain input; which parameters are needed depends on the distribution.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[allow(missing_docs)] // the columns of the inputs table, explained in its README
pub struct RawInput {
    #[schemars(with = "Option<String>")]
    pub distribution: Option<Spanned<String>>,
    #[schemars(with = "Option<f64>")]
    pub low: Option<Spanned<f64>>,
    #[schemars(with = "Option<f64>")]
    pub central: Option<Spanned<f64>>,
    #[schemars(with = "Option<f64>")]
    pub high: Option<Spanned<f64>>,
    #[schemars(with = "Option<f64>")]
    pub sd: Option<Spanned<f64>>,
    #[schemars(with = "Option<f64>")]
    pub shape: Option<Spanned<f64>>,
    #[schemars(with = "Option<f64>")]
    pub scale: Option<Spanned<f64>>,
    #[schemars(with = "Option<f64>")]
    pub alpha: Option<Spanned<f64>>,
    #[schemars(with = "Option<f64>")]
    pub beta: Option<Spanned<f64>>,
    #[schemars(with = "Option<f64>")]
    pub min: Option<Spanned<f64>>,
    #[schemars(with = "Option<f64>")]
    pub max: Option<Spanned<f64>>,
    #[schemars(with = "Option<Vec<f64>>")]
    pub values: Option<Spanned<Vec<f64>>>,
    #[schemars(with = "Option<Vec<f64>>")]
    pub weights: Option<Spanned<Vec<f64>>>,
    #[schemars(with = "Option<String>")]
    pub unit: Option<Spanned<String>>,
    #[schemars(with = "Option<String>")]
    pub evidence: Option<Spanned<String>>,
    #[schemars(with = "Option<String>")]
    pub source: Option<Spanned<String>>,
    #[schemars(with = "Option<String>")]
    pub group: Option<Spanned<String>>,
    #[schemars(with = "Option<f64>")]
    pub loading: Option<Spanned<f64>>,
    #[schemars(with = "Option<String>")]
    pub note: Option<Spanned<String>>,
}
