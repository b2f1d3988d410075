//! The tables that a run leaves, one file each.
//!
//! All are tidy: one row per outcome, column names in English whatever the language of charts, and
//! `all` where a dimension is summed. Sums are made within each draw, so that a mean of `all` is the
//! sum of the means, and a quantile of `all` is not the sum of the quantiles.

mod benchmarks;
mod distribution;
mod exchange;
mod inputs;
mod quality_lock;
mod sensitivity;
mod shortage;
mod sources;
mod summary;
mod sweep;

pub use benchmarks::benchmark_table;
pub use exchange::exchange_table;
pub use inputs::input_table;
pub use quality_lock::quality_lock_table;
pub use sensitivity::{CHANCE, evidence_table, factor_table, screening_table, sensitivity_table};
pub use shortage::shortage_table;
pub use sources::source_table;
pub use summary::summary_table;
pub use sweep::{parameter_column, sweep_table};

pub use crate::scenario::NO_VARIANT;

use super::table::Cell;
use crate::analysis::Summary;
use crate::engine::{OutcomeKey, OutcomeTable};
use crate::model::{RegionIndex, Sector, Segment};
use crate::scenario::{PolicyVariant, Scenario};
use crate::units::Year;

/// What stands in a column whose dimension is summed.
pub const ALL: &str = "all";

/// Sector, entity, region, segment and year of an outcome.
fn dimensions(scenario: &Scenario, key: &OutcomeKey) -> [Cell; 5] {
    [
        or_all(key.sector.map(Sector::name)),
        or_all(key.entity.map(|index| scenario.entities[index].id.as_str())),
        region_cell(scenario, key.region),
        segment_cell(key.segment),
        year_cell(key.year),
    ]
}

fn or_all(name: Option<&str>) -> Cell {
    Cell::text(name.unwrap_or(ALL))
}

fn region_cell(scenario: &Scenario, region: Option<RegionIndex>) -> Cell {
    or_all(region.map(|index| scenario.regions[index.0].id.as_str()))
}

fn segment_cell(segment: Option<Segment>) -> Cell {
    or_all(segment.map(Segment::name))
}

fn year_cell(year: Option<Year>) -> Cell {
    year.map_or_else(|| Cell::text(ALL), |year| Cell::Whole(year.number().into()))
}

/// What a scenario found under one policy variant, or under none.
#[derive(Debug, Clone, Copy)]
pub struct VariantRun<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The variant.
    pub variant: Option<&'a PolicyVariant>,
    /// Every outcome.
    pub table: &'a OutcomeTable,
    /// The same, summarised.
    pub summary: &'a Summary,
}

impl VariantRun<'_> {
    /// Scenario and variant: whose run a row is of.
    fn whose(&self) -> Vec<Cell> {
        let variant = self
            .variant
            .map_or(NO_VARIANT, |variant| variant.id.as_str());
        [self.scenario.id.as_str(), variant]
            .map(Cell::text)
            .to_vec()
    }
}

#[cfg(test)]
mod tests;
