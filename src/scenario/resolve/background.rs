//! Business outside the other sectors, work space in housing locations, and replacement.

use super::super::rows::ObjectRow;
use super::book::Owner;
use super::circular::holding;
use super::quantity::Quantity;
use super::resolver::Resolver;
use crate::model::{BusinessBranch, HousingWorkSpace, Replacement};

pub(super) fn branch(
    resolver: &mut Resolver<'_, '_>,
    owner: &Owner,
    row: &ObjectRow,
) -> BusinessBranch {
    BusinessBranch {
        jobs: resolver.pathway(owner, "jobs", &Quantity::JOBS),
        share_on_sites: resolver.pathway(owner, "share_on_sites", &Quantity::SHARE),
        land_per_job: resolver.pathway(owner, "land_per_job", &Quantity::SQUARE_METRES),
        segments: resolver.segments(owner, row.segment.as_ref(), "segment"),
        holding: holding(resolver, owner),
    }
}

pub(super) fn housing_work_space(
    resolver: &mut Resolver<'_, '_>,
    owner: &Owner,
    row: &ObjectRow,
) -> HousingWorkSpace {
    HousingWorkSpace {
        floor: resolver.pathway(owner, "floor", &Quantity::SQUARE_METRES),
        floor_space_index: resolver.input(owner, "floor_space_index", &Quantity::RATIO),
        segments: resolver.segments(owner, row.segment.as_ref(), "segment"),
    }
}

pub(super) fn replacement(
    resolver: &mut Resolver<'_, '_>,
    owner: &Owner,
    row: &ObjectRow,
) -> Replacement {
    Replacement {
        stock: resolver.input(owner, "stock", &Quantity::NET_AREA),
        transformed_share: resolver.pathway(owner, "transformation_rate", &Quantity::YEARLY_SHARE),
        relocating_share: resolver.input(owner, "relocating_share", &Quantity::SHARE),
        compensated_share: resolver
            .book
            .input_apart(owner, "compensated_share", &Quantity::SHARE),
        segments: resolver.segments(owner, row.segment.as_ref(), "segment"),
    }
}
