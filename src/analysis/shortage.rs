//! Where land runs short: how likely, how much, how bad at worst, and from which year on.

use crate::engine::{OutcomeKey, OutcomeTable};
use crate::model::{OutcomeKind, RegionIndex, Segment};
use crate::units::Year;

/// The part of draws that are called the worst.
const WORST: f64 = 0.95;

/// The shortage in one region and segment, or all of them, at a reported year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shortage {
    /// Where; `None` for all regions together.
    pub region: Option<RegionIndex>,
    /// Of which quality; `None` for all segments together.
    pub segment: Option<Segment>,
    /// When.
    pub year: Year,
    /// The part of draws in which more than 1 ha waits, 0 to 1.
    pub probability: f64,
    /// The mean of what waits, ha net.
    pub expected_ha: f64,
    /// The mean of what waits in the worst 5 % of draws, ha net.
    pub worst_ha: f64,
    /// The mean of what waits or lacks to the strategic reserve, ha net.
    pub expected_with_reserve_ha: f64,
    /// The mean of what waits with roads, water and green, ha gross.
    pub expected_gross_ha: f64,
    /// P5, P50 and P95 of the first year in which more than 1 ha waits; infinite when that is later
    /// than the last year.
    pub first_year: [f64; 3],
    /// The part of draws in which no more than 1 ha waits in any year, 0 to 1.
    pub share_never: f64,
}

/// The shortage in every region and segment at every reported year; empty without supply.
#[must_use]
pub fn shortages(table: &OutcomeTable) -> Vec<Shortage> {
    let keys = table.keys().iter();
    keys.filter(|key| key.kind == OutcomeKind::Shortage)
        .filter_map(|key| shortage(table, key))
        .collect()
}

fn shortage(table: &OutcomeTable, key: &OutcomeKey) -> Option<Shortage> {
    let of = |kind| OutcomeKey { kind, ..*key };
    let first = OutcomeKey {
        year: None,
        ..of(OutcomeKind::FirstShortageYear)
    };
    let first_year = table.quantiles(&first, &[0.05, 0.5, 0.95])?;
    Some(Shortage {
        region: key.region,
        segment: key.segment,
        year: key.year?,
        probability: table.mean(key)?,
        expected_ha: table.mean(&of(OutcomeKind::Backlog))?,
        worst_ha: table.mean_above(&of(OutcomeKind::Backlog), WORST)?,
        expected_with_reserve_ha: table.mean(&of(OutcomeKind::BacklogWithReserve))?,
        expected_gross_ha: table.mean(&of(OutcomeKind::BacklogGross)).unwrap_or(0.0),
        first_year: [first_year[0], first_year[1], first_year[2]],
        // Years are finite and lie below the bound; "never" is infinite.
        share_never: 1.0 - table.percentile_of(&first, f64::MAX)?,
    })
}
