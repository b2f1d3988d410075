//! Campuses.

use super::book::Owner;
use super::quantity::Quantity;
use super::resolver::Resolver;
use crate::model::{Campus, CampusGrowth, CampusLand, ScaleUps};

pub(super) fn campus(resolver: &mut Resolver<'_, '_>, owner: &Owner) -> Campus {
    let growth = CampusGrowth {
        jobs: resolver.input(owner, "jobs", &Quantity::JOBS),
        jobs_index: resolver.pathway(owner, "jobs_index", &Quantity::INDEX),
        floor_per_job: resolver.input(owner, "floor_per_job", &Quantity::SQUARE_METRES),
        hybrid_saving: resolver.pathway(owner, "hybrid_saving", &Quantity::SHARE),
        frictional_vacancy: resolver.input(owner, "frictional_vacancy", &Quantity::VACANCY),
    };
    let land = CampusLand {
        densification: resolver
            .book
            .input_apart(owner, "densification", &Quantity::SHARE),
        room: resolver.input(owner, "room", &Quantity::SQUARE_METRES),
        floor_space_index: resolver.input(owner, "floor_space_index", &Quantity::RATIO),
        net_to_gross: resolver.input(owner, "net_to_gross", &Quantity::NET_TO_GROSS),
    };
    let scale_ups = ScaleUps {
        share: resolver.input(owner, "scale_up_share", &Quantity::FACTOR),
        land_per_job: resolver.input(owner, "scale_up_land_per_job", &Quantity::SQUARE_METRES),
        segments: resolver.segments(owner, None, "scale_up_segment"),
    };
    Campus {
        growth,
        land,
        scale_ups,
    }
}
