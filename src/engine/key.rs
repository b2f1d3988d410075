//! What one row of the outcomes is about.

use crate::model::{OutcomeKind, RegionIndex, Sector, Segment};
use crate::scenario::Benchmark;
use crate::units::Year;

/// An outcome with its dimensions; `None` stands for all of them summed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct OutcomeKey {
    /// What is measured.
    pub kind: OutcomeKind,
    /// Whose land it is.
    pub sector: Option<Sector>,
    /// The entity's place in the scenario.
    pub entity: Option<usize>,
    /// Where the land is.
    pub region: Option<RegionIndex>,
    /// Of which quality the land is.
    pub segment: Option<Segment>,
    /// The year; `None` for outcomes over the whole period.
    pub year: Option<Year>,
    /// The other side of an exchange, for outcomes that have one.
    pub counterpart: Option<Counterpart>,
}

/// The other side of an exchange of land.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Counterpart {
    /// The region that hosts need.
    Region(RegionIndex),
    /// The segment whose land stands in.
    Segment(Segment),
}

impl From<&Benchmark> for OutcomeKey {
    /// The outcome that a published figure is about.
    fn from(benchmark: &Benchmark) -> Self {
        Self {
            kind: benchmark.outcome,
            sector: benchmark.sector,
            entity: benchmark.entity,
            region: benchmark.region,
            segment: benchmark.segment,
            year: Some(benchmark.year),
            counterpart: None,
        }
    }
}

impl OutcomeKey {
    /// The outcome of all sectors, entities, regions and segments together.
    #[must_use]
    pub fn total(kind: OutcomeKind, year: Option<Year>) -> Self {
        Self {
            kind,
            sector: None,
            entity: None,
            region: None,
            segment: None,
            year,
            counterpart: None,
        }
    }

    /// The same, exchanged with another region or segment.
    #[must_use]
    pub fn with(self, counterpart: Counterpart) -> Self {
        Self {
            counterpart: Some(counterpart),
            ..self
        }
    }

    /// The same for one sector, or for all of them.
    #[must_use]
    pub fn in_sector(self, sector: Option<Sector>) -> Self {
        Self { sector, ..self }
    }

    /// The same for one entity of a sector.
    #[must_use]
    pub fn of_entity(self, sector: Sector, entity: usize) -> Self {
        Self {
            sector: Some(sector),
            entity: Some(entity),
            ..self
        }
    }

    /// The same in one region, or in all of them.
    #[must_use]
    pub fn in_region(self, region: Option<RegionIndex>) -> Self {
        Self { region, ..self }
    }

    /// The same in one segment, or in all of them.
    #[must_use]
    pub fn in_segment(self, segment: Option<Segment>) -> Self {
        Self { segment, ..self }
    }
}
