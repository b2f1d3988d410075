//! The file of a sweep as it stands.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::{RawRun, RawText};

/// A sweep: many scenarios, variants and values of inputs in one computation.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawSweep {
    /// The name in tables and folders: letters, digits and hyphens.
    #[schemars(with = "Option<String>")]
    pub id: Option<Spanned<String>>,
    /// The title in charts, in Dutch and English.
    pub title: Option<RawText>,
    /// What the sweep asks, in a sentence or two.
    pub description: Option<RawText>,
    /// The sweep file under this one.
    #[schemars(with = "Option<String>")]
    pub extends: Option<Spanned<String>>,
    /// Scenario files.
    #[schemars(with = "Option<Vec<String>>")]
    pub scenarios: Option<Vec<Spanned<String>>>,
    /// Files of policy variants, each of which runs beside the scenario without any.
    #[schemars(with = "Option<Vec<String>>")]
    pub variants: Option<Vec<Spanned<String>>>,
    /// The years of outcomes that name none; the horizons of the first scenario when left out.
    #[schemars(with = "Option<Vec<i64>>")]
    pub years: Option<Vec<Spanned<i64>>>,
    /// The outcomes that are kept: `unmet`, `need/industry,2050`,
    /// `backlog(region=NL33,segment=wet-hmc,year=2050)`.
    #[schemars(with = "Option<Vec<String>>")]
    pub outcomes: Option<Vec<Spanned<String>>>,
    /// How every scenario is run; what the first scenario says when left out.
    pub run: RawRun,
    /// How the values of parameters make points.
    pub points: RawPoints,
    /// What differs between points.
    pub parameters: Vec<RawParameter>,
    /// What is left out.
    pub leave_out: Vec<RawLeaveOut>,
}

/// How the values of parameters make points.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawPoints {
    /// `grid` (every value of one with every value of the others), `list` (the first values
    /// together, the second ones, and so on) or `lhs` (a Latin hypercube between low and high).
    #[schemars(with = "Option<String>")]
    pub method: Option<Spanned<String>>,
    /// How many points a Latin hypercube has.
    #[schemars(with = "Option<u64>")]
    pub number: Option<Spanned<i64>>,
    /// The seed of a Latin hypercube.
    #[schemars(with = "Option<u64>")]
    pub seed: Option<Spanned<i64>>,
}

/// What differs between points: how one or more inputs are changed.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawParameter {
    /// The name in tables: letters, digits and hyphens.
    #[schemars(with = "Option<String>")]
    pub id: Option<Spanned<String>>,
    /// The name in charts, in Dutch and English.
    pub name: RawText,
    /// The inputs, by their whole names or the start of several (`industry.production`).
    #[schemars(with = "Vec<String>")]
    pub inputs: Vec<Spanned<String>>,
    /// `set` (the value in every draw), `multiply` or `add` (every draw with the value).
    #[schemars(with = "Option<String>")]
    pub operation: Option<Spanned<String>>,
    /// The values.
    #[schemars(with = "Option<Vec<f64>>")]
    pub values: Option<Spanned<Vec<f64>>>,
    /// The lowest value, in place of a list.
    #[schemars(with = "Option<f64>")]
    pub low: Option<Spanned<f64>>,
    /// The highest value, in place of a list.
    #[schemars(with = "Option<f64>")]
    pub high: Option<Spanned<f64>>,
    /// How many values there are from low to high, at equal distances.
    #[schemars(with = "Option<u64>")]
    pub steps: Option<Spanned<i64>>,
}

/// What is left out: where all that is given here holds.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawLeaveOut {
    /// Ids of scenarios; all when left out.
    #[schemars(with = "Vec<String>")]
    pub scenarios: Vec<Spanned<String>>,
    /// Ids of variants, with `none` for the scenario without one; all when left out.
    #[schemars(with = "Vec<String>")]
    pub variants: Vec<Spanned<String>>,
    /// Bounds on parameters, by their ids.
    #[schemars(with = "BTreeMap<String, RawBounds>")]
    pub parameters: BTreeMap<Spanned<String>, RawBounds>,
}

/// Values above, below or between bounds, the bounds themselves not among them.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawBounds {
    /// Only values above this.
    pub above: Option<f64>,
    /// Only values below this.
    pub below: Option<f64>,
}
