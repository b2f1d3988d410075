//! What drives an outcome, and how much of it rests on assumptions.
//!
//! [`sensitivities`] looks at the draws of a run, at no extra cost: what every input brings to the
//! variance of an outcome ([`Audit`]), and for the inputs that bring most how the outcome moves with
//! them ([`Influence`]).
//!
//! [`factor_indices`] and [`screening`] make draws of their own, in which one factor at a time is exchanged:
//! the first for indices that count interactions too, the second for many inputs with few draws.

mod audit;
mod driver;
mod exchanged;
mod factors;
mod given_data;

pub use audit::{Audit, Share};
pub use driver::Driver;
pub use exchanged::{Effect, FactorIndices, Means, Screening, factor_indices, screening};
pub use factors::{Factor, FactorKind};
pub use given_data::{Depth, Influence, MOST_CHANCE, Sensitivity, sensitivities};

use crate::engine::{Experiment, OutcomeKey};
use crate::model::{OutcomeKind, Sector};

/// The outcomes by which a run is summarised: need and backlog of everything together, at every
/// reported year.
#[must_use]
pub fn headline_outcomes(experiment: &Experiment<'_>) -> Vec<OutcomeKey> {
    let has_supply = experiment.scenario.supply.is_some();
    let kinds = [OutcomeKind::Need, OutcomeKind::Backlog];
    let kinds = &kinds[..=usize::from(has_supply)];
    let of_kind = |kind| {
        let years = experiment.years.iter();
        years.map(move |&year| OutcomeKey::total(kind, Some(year)))
    };
    kinds.iter().copied().flat_map(of_kind).collect()
}

/// The [headline outcomes](headline_outcomes), and need by sector.
#[must_use]
pub fn usual_outcomes(experiment: &Experiment<'_>) -> Vec<OutcomeKey> {
    let entities = &experiment.scenario.system.entities;
    let is_there = |sector: &Sector| entities.iter().any(|entity| entity.sector == *sector);
    let sectors: Vec<_> = Sector::ALL.into_iter().filter(is_there).collect();
    let mut outcomes = headline_outcomes(experiment);
    outcomes.extend(sectors.into_iter().flat_map(|sector| {
        let years = experiment.years.iter();
        years.map(move |&year| {
            OutcomeKey::total(OutcomeKind::Need, Some(year)).in_sector(Some(sector))
        })
    }));
    outcomes
}
