//! Who takes the land that few places have: at the quay, or of a high environmental category.
//!
//! Need that could lie elsewhere may, by the rules of substitution, take such land, and no occupant
//! is displaced afterwards. The audit says how much was taken by whom, so that a lock on a segment
//! can be judged by what it would keep free.

use super::summary::{Statistics, Summary};
use crate::engine::{Counterpart, OutcomeKey};
use crate::model::{OutcomeKind, RegionIndex, Segment};
use crate::units::Year;

/// The segments whose land is scarce by nature.
pub const SCARCE: [Segment; 2] = [Segment::WetHmc, Segment::DryHmc];

/// Whose need took land.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LandUser {
    /// Need for the same segment in the same region.
    OwnSegment,
    /// Need for the same segment in other regions.
    OwnSegmentElsewhere,
    /// Need for another segment in the same region.
    Other(Segment),
    /// Need for all other segments in the same region.
    Others,
    /// All need.
    Everyone,
}

/// Scarce land that one kind of user took since the base year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TakenLand {
    /// The segment of the land.
    pub land: Segment,
    /// Where the land is; `None` for all regions together.
    pub region: Option<RegionIndex>,
    /// Up to and in which year.
    pub year: Year,
    /// Who took it.
    pub user: LandUser,
    /// How much, ha net.
    pub hectares: Statistics,
    /// Its mean as a part of the mean of all that was taken; NaN when nothing was.
    pub share: f64,
}

/// Who took the scarce land, by segment, region and reported year; empty without supply.
///
/// Which other segment it was is known for all regions together only.
#[must_use]
pub fn taken_scarce_land(summary: &Summary) -> Vec<TakenLand> {
    let keys = summary.rows().iter().map(|row| row.key);
    let is_scarce = |key: &OutcomeKey| {
        key.kind == OutcomeKind::Uptake && key.segment.is_some_and(|land| SCARCE.contains(&land))
    };
    keys.filter(is_scarce)
        .flat_map(|uptake| users_of(summary, uptake))
        .collect()
}

/// The users of the land of one uptake.
fn users_of(summary: &Summary, uptake: OutcomeKey) -> Vec<TakenLand> {
    let (Some(land), Some(year), Some(all)) = (uptake.segment, uptake.year, summary.get(&uptake))
    else {
        return Vec::new();
    };
    let of = |kind| OutcomeKey { kind, ..uptake };
    let mut users = vec![
        (LandUser::OwnSegment, of(OutcomeKind::Placed)),
        (LandUser::OwnSegmentElsewhere, of(OutcomeKind::SpilledIn)),
    ];
    users.extend(Segment::ALL.map(|need| {
        let stood_in = of(OutcomeKind::StoodIn).in_segment(Some(need));
        (
            LandUser::Other(need),
            stood_in.with(Counterpart::Segment(land)),
        )
    }));
    users.push((LandUser::Others, of(OutcomeKind::Substituting)));
    users.push((LandUser::Everyone, uptake));
    let taken = |(user, key): (LandUser, OutcomeKey)| {
        let hectares = *summary.get(&key)?;
        Some(TakenLand {
            land,
            region: uptake.region,
            year,
            user,
            hectares,
            share: hectares.mean / all.mean,
        })
    };
    users.into_iter().filter_map(taken).collect()
}
