//! What part of the whole a sheet is about.

use crate::model::{OutcomeKind, Sector};
use crate::report::run::{Part, Run};

/// A region as part of the whole.
pub fn of_region(id: &str) -> Part<'_> {
    Part {
        region: Some(id),
        ..Part::WHOLE
    }
}

/// The mean of an outcome of a region in the last year; 0 when it is not reported.
pub fn mean(run: &Run<'_>, kind: OutcomeKind, id: &str) -> f64 {
    let found = run
        .last_year()
        .and_then(|year| run.statistics(kind, of_region(id), year));
    found.map_or(0.0, |found| found.mean)
}

/// The sector of an entity.
pub fn sector_of(run: &Run<'_>, id: &str) -> Option<Sector> {
    let mut entities = run.scenario.entities.iter();
    let entity = entities.find(|entity| entity.id == id)?;
    Sector::from_name(&entity.sector)
}

/// An entity as part of the whole.
pub fn of_entity<'p>(run: &Run<'_>, id: &'p str) -> Part<'p> {
    Part {
        sector: sector_of(run, id),
        entity: Some(id),
        ..Part::WHOLE
    }
}

/// The ids of the regions in which an entity asks for land.
pub fn regions_of<'r>(run: &Run<'r>, id: &str) -> &'r [String] {
    let mut entities = run.scenario.entities.iter();
    let entity = entities.find(|entity| entity.id == id);
    entity.map_or(&[], |entity| &entity.regions)
}
