//! What a scenario is made of, for whoever asks where a number comes from.
//!
//! The columns of a scenario do not say for whom they are: one shared input may serve every cluster,
//! and one distribution may be drawn apart for every plan site. The inventory keeps that.

use super::description::Description;
use crate::model::{InputIndex, PathwayIndex, RegionIndex, Sector, Segment};

/// The objects, places of inputs and pathways of a scenario, in the order in which they were resolved.
#[derive(Debug, Clone, Default)]
pub struct Inventory {
    /// Every object of the objects tables.
    pub objects: Vec<Object>,
    /// Every place that an input fills.
    pub uses: Vec<InputUse>,
    /// Every place that a pathway fills.
    pub pathways: Vec<PathwayUse>,
}

/// A row of an objects table.
#[derive(Debug, Clone)]
pub struct Object {
    /// The kind, as the table names it.
    pub kind: &'static str,
    /// The first part of the names of its inputs.
    pub prefix: &'static str,
    /// What it is called.
    pub description: Description,
    /// The sector, when it asks for land itself.
    pub sector: Option<Sector>,
    /// The region, when it has a single one.
    pub region: Option<RegionIndex>,
    /// The segment, when it has a single one.
    pub segment: Option<Segment>,
    /// The transition that it follows.
    pub transition: Option<String>,
    /// The object that it belongs to; only for events.
    pub of: Option<String>,
    /// How far its planning has come; only for plan sites.
    pub status: Option<String>,
}

/// A place in the model that an input fills.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputUse {
    /// The name of the place: `industry.rotterdam.green_return`.
    pub place: String,
    /// The name under which the value was given: `industry.green_return` when it is shared.
    pub row: String,
    /// The column that holds its draws.
    pub input: InputIndex,
}

/// A place in the model that a pathway fills.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathwayUse {
    /// The name of the place: `industry.rotterdam.production`.
    pub place: String,
    /// The name under which the pathway was given: `industry.production` when it is shared.
    pub name: String,
    /// The pathway.
    pub pathway: PathwayIndex,
}

impl Object {
    /// How the names of its own inputs begin: `industry.rotterdam`.
    #[must_use]
    pub fn start(&self) -> String {
        format!("{}.{}", self.prefix, self.description.id)
    }
}
