//! Material streams, activities, hubs, circular jobs and linear land.

use super::super::problem::Problem;
use super::super::rows::{ObjectRow, Row};
use super::book::Owner;
use super::objects::owner;
use super::quantity::Quantity;
use super::resolver::Resolver;
use crate::model::{
    CircularJobs, HoldingInputs, Hub, InputIndex, LinearLand, MaterialStream, Route, Segment,
    Shares, Storage,
};

/// What a stream can pass.
pub(super) struct Activity {
    id: String,
    footprint: InputIndex,
    efficiency: InputIndex,
    segments: Shares<Segment>,
}

pub(super) fn activities(resolver: &mut Resolver<'_, '_>, rows: &[&ObjectRow]) -> Vec<Activity> {
    rows.iter()
        .map(|row| {
            let owner = owner("activity", row);
            Activity {
                id: row.id.value.clone(),
                footprint: resolver.input(&owner, "footprint", &Quantity::PER_VOLUME),
                efficiency: resolver.input(&owner, "efficiency", &Quantity::GAIN),
                segments: resolver.segments(&owner, row.segment.as_ref(), "segment"),
            }
        })
        .collect()
}

pub(super) fn holding(resolver: &mut Resolver<'_, '_>, owner: &Owner) -> HoldingInputs {
    HoldingInputs {
        period: resolver.input(owner, "holding_period", &Quantity::YEARS),
        reusable_share: resolver.input(owner, "reusable_share", &Quantity::SHARE),
    }
}

pub(super) fn stream(
    resolver: &mut Resolver<'_, '_>,
    owner: &Owner,
    row: &ObjectRow,
    activities: &[Activity],
) -> MaterialStream {
    let mut routes = Vec::new();
    for activity in activities {
        let field = format!("route.{}", activity.id);
        let share = resolver
            .pathways
            .find_own(&mut resolver.book, owner, &field, &Quantity::SHARE);
        routes.extend(share.map(|share| Route {
            share,
            footprint: activity.footprint,
            efficiency: activity.efficiency,
            segments: activity.segments.clone(),
        }));
    }
    if routes.is_empty() {
        let message = format!("the stream `{}` passes no activity", row.id.value);
        let name = owner.own("route.<activity>");
        let problem = Problem::error(row.place(), message).hint(format!("give `{name}`"));
        resolver.book.problems.push(problem);
    }
    MaterialStream {
        volume: resolver.pathway(owner, "volume", &Quantity::VOLUME),
        routes,
        storage: storage(resolver, owner),
        holding: holding(resolver, owner),
    }
}

/// Stocks, when the stream itself says that a part is stored.
fn storage(resolver: &mut Resolver<'_, '_>, owner: &Owner) -> Option<Storage> {
    if !resolver.book.has(&owner.own("stored_share")) {
        return None;
    }
    Some(Storage {
        stored_share: resolver.input(owner, "stored_share", &Quantity::SHARE),
        dwell_time: resolver.input(owner, "dwell_time", &Quantity::YEARS),
        footprint: resolver.input(owner, "storage_footprint", &Quantity::PER_STOCK),
        segments: resolver.segments(owner, None, "storage_segment"),
    })
}

pub(super) fn hub(resolver: &mut Resolver<'_, '_>, owner: &Owner, row: &ObjectRow) -> Hub {
    Hub {
        count: resolver.pathway(owner, "count", &Quantity::COUNT),
        footprint: resolver.input(owner, "footprint", &Quantity::NET_AREA),
        segments: resolver.segments(owner, row.segment.as_ref(), "segment"),
        holding: holding(resolver, owner),
    }
}

pub(super) fn jobs(
    resolver: &mut Resolver<'_, '_>,
    owner: &Owner,
    row: &ObjectRow,
) -> CircularJobs {
    CircularJobs {
        jobs: resolver.pathway(owner, "jobs", &Quantity::JOBS),
        floor_per_job: resolver.input(owner, "floor_per_job", &Quantity::SQUARE_METRES),
        floor_space_index: resolver.input(owner, "floor_space_index", &Quantity::RATIO),
        segments: resolver.segments(owner, row.segment.as_ref(), "segment"),
        holding: holding(resolver, owner),
    }
}

pub(super) fn linear_land(
    resolver: &mut Resolver<'_, '_>,
    owner: &Owner,
    row: &ObjectRow,
) -> LinearLand {
    LinearLand {
        area: resolver.input(owner, "area", &Quantity::NET_AREA),
        released_share: resolver.input(owner, "released_share", &Quantity::SHARE),
        closure_delay: resolver
            .book
            .input_apart(owner, "closure_delay", &Quantity::YEARS),
        transition: resolver.transition(row),
        segments: resolver.segments(owner, row.segment.as_ref(), "segment"),
    }
}
