//! The file of a policy variant as it stands.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::{FileNames, RawInput, RawSource, RawText};

/// A policy variant.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawVariant {
    /// The name in tables and folders: letters, digits and hyphens.
    #[schemars(with = "Option<String>")]
    pub id: Option<Spanned<String>>,
    /// The title in charts, in Dutch and English.
    pub title: Option<RawText>,
    /// What the variant does, in a sentence or two.
    pub description: Option<RawText>,
    /// Variant files whose levers this one holds too.
    #[schemars(with = "Vec<String>")]
    pub include: Vec<Spanned<String>>,
    /// The year in whose prices costs are given.
    pub price_year: Option<i64>,
    /// CSV tables of inputs and sources that belong to this file.
    pub tables: RawVariantTables,
    /// Publications, by the id under which they are cited.
    #[schemars(with = "BTreeMap<String, RawSource>")]
    pub sources: BTreeMap<Spanned<String>, RawSource>,
    /// The inputs of the levers, by their dotted names (`lever.<id>.effect`).
    #[schemars(with = "BTreeMap<String, RawInput>")]
    pub inputs: BTreeMap<Spanned<String>, RawInput>,
    /// The policy instruments.
    pub levers: Vec<RawLever>,
}

/// The CSV tables of a variant.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawVariantTables {
    /// The inputs of levers.
    pub inputs: FileNames,
    /// Publications.
    pub sources: FileNames,
}

/// A policy instrument; which keys it can have depends on its kind.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawLever {
    /// Its name, which addresses its inputs.
    #[schemars(with = "Option<String>")]
    pub id: Option<Spanned<String>>,
    /// What it is called.
    pub name: RawText,
    /// Which kind of instrument it is.
    #[schemars(with = "Option<String>")]
    pub kind: Option<Spanned<String>>,
    /// The calendar year of the decision.
    #[schemars(with = "Option<i64>")]
    pub decision_year: Option<Spanned<i64>>,
    /// The segments it works on; all when left out.
    #[schemars(with = "Vec<String>")]
    pub segments: Vec<Spanned<String>>,
    /// The objects it works on; all when left out.
    #[schemars(with = "Vec<String>")]
    pub objects: Vec<Spanned<String>>,
    /// The region of a new site.
    #[schemars(with = "Option<String>")]
    pub region: Option<Spanned<String>>,
    /// The segment of a new site.
    #[schemars(with = "Option<String>")]
    pub segment: Option<Spanned<String>>,
    /// The segment whose need is locked out.
    #[schemars(with = "Option<String>")]
    pub from: Option<Spanned<String>>,
    /// The segment whose land is locked.
    #[schemars(with = "Option<String>")]
    pub to: Option<Spanned<String>>,
    /// The input that is adjusted, or the start of the names of several.
    #[schemars(with = "Option<String>")]
    pub input: Option<Spanned<String>>,
    /// How it is adjusted: `multiply` or `add`.
    #[schemars(with = "Option<String>")]
    pub operation: Option<Spanned<String>>,
}
