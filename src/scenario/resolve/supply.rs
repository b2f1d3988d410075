//! The land that need is met with: vacancy, plan sites, and the rules of the confrontation.

use super::super::problem::Problem;
use super::super::rows::{ObjectRow, Row, Written};
use super::objects::{owner, plans};
use super::quantity::Quantity;
use super::resolver::Resolver;
use crate::model::{
    Cell, InputIndex, PlanSite, Segment, SegmentRules, SpillOver, Substitute, SupplySystem,
    VacantLand,
};

/// How far the planning of a site has come.
const STATUSES: [&str; 4] = ["direct", "hard", "soft", "search"];

/// The supply of a scenario that has a table of distances.
pub(super) fn supply(resolver: &mut Resolver<'_, '_>) -> Option<SupplySystem> {
    let rows = plans(resolver);
    if resolver.layers.distances.rows().next().is_none() {
        if let Some(row) = rows.first() {
            let problem = Problem::error(row.place(), "there are plan sites but no distances")
                .hint("name a table `from;to;km` in `distances` of [tables]");
            resolver.book.problems.push(problem);
        }
        return None;
    }
    let distances = distances(resolver);
    let sites = rows.iter().filter_map(|row| plan_site(resolver, row));
    let sites = sites.collect();
    let decay = general(resolver, "distance_decay", &Quantity::PER_KM);
    Some(SupplySystem {
        vacant: vacant(resolver),
        sites,
        release_lag: general(resolver, "release_lag", &Quantity::YEARS),
        rules: Segment::ALL.map(|segment| rules(resolver, segment)),
        substitutes: substitutes(resolver),
        spill_over: SpillOver::new(distances, decay)?,
    })
}

/// An input of supply as a whole.
fn general(resolver: &mut Resolver<'_, '_>, field: &str, quantity: &Quantity) -> InputIndex {
    let place = resolver.start();
    resolver
        .book
        .first_of(&[format!("supply.{field}")], &place, quantity)
}

/// An input of one segment, else of all.
fn of_segment(
    resolver: &mut Resolver<'_, '_>,
    segment: Segment,
    field: &str,
    quantity: &Quantity,
) -> InputIndex {
    let candidates = [
        format!("supply.{segment}.{field}"),
        format!("supply.{field}"),
    ];
    let place = resolver.start();
    resolver.book.first_apart(&candidates, &place, quantity)
}

fn rules(resolver: &mut Resolver<'_, '_>, segment: Segment) -> SegmentRules {
    let mut get = |field: &str, quantity: &Quantity| of_segment(resolver, segment, field, quantity);
    SegmentRules {
        intensified_share: get("intensification", &Quantity::SHARE),
        mobile_share: get("mobile_share", &Quantity::SHARE),
        lapsing_share: get("lapse", &Quantity::SHARE),
        reserve_years: get("reserve_years", &Quantity::YEARS),
    }
}

fn vacant(resolver: &mut Resolver<'_, '_>) -> Vec<VacantLand> {
    let mut vacant = Vec::new();
    for cell in Cell::all(resolver.region_ids().len()) {
        let region = resolver.region_ids()[cell.region.0].clone();
        let segment = cell.segment;
        let name = format!("supply.{region}.{segment}.stock");
        if !resolver.book.has(&name) {
            continue;
        }
        let stock = resolver.book.column(&name, &Quantity::NET_AREA);
        let place = resolver.start();
        let mut share = |field: &str| {
            let candidates = [
                format!("supply.{region}.{segment}.{field}"),
                format!("supply.{segment}.{field}"),
                format!("supply.{field}"),
            ];
            resolver
                .book
                .first_of(&candidates, &place, &Quantity::SHARE)
        };
        vacant.push(VacantLand {
            cell,
            stock,
            vacancy: share("vacancy"),
            friction: share("friction"),
        });
    }
    vacant
}

fn plan_site(resolver: &mut Resolver<'_, '_>, row: &ObjectRow) -> Option<PlanSite> {
    let owner = owner("plan", row);
    let missing = |what: &str| {
        let message = format!("the plan site `{}` has no {what}", row.id.value);
        Problem::error(row.place(), message)
    };
    let Some(status) = &row.status else {
        let problem = missing("status").expected(format!("one of {}", STATUSES.join(", ")));
        resolver.book.problems.push(problem);
        return None;
    };
    if !STATUSES.contains(&status.value.as_str()) {
        let message = format!("`{}` is not a status of a plan", status.value);
        let problem = Problem::error(&status.place, message).one_of(&status.value, &STATUSES);
        resolver.book.problems.push(problem);
        return None;
    }
    let cell = cell(resolver, row.region.as_ref(), row.segment.as_ref());
    let Some(cell) = cell else {
        resolver.book.problems.push(missing("region or segment"));
        return None;
    };
    let mut drawn_apart = |field: &str, quantity: &Quantity| {
        let candidates = [
            owner.own(field),
            format!("plan.{}.{field}", status.value),
            owner.shared(field),
        ];
        resolver
            .book
            .first_drawn_apart(&candidates, &owner.place, quantity)
    };
    let comes = drawn_apart("comes", &Quantity::SHARE);
    let delay = drawn_apart("delay", &Quantity::YEARS);
    Some(PlanSite {
        cell,
        gross: resolver.input(&owner, "gross_area", &Quantity::GROSS_AREA),
        net_to_gross: resolver.input(&owner, "net_to_gross", &Quantity::NET_TO_GROSS),
        comes,
        planned: resolver.input(&owner, "year", &Quantity::YEAR),
        delay,
    })
}

/// The cell of a region and a segment, when both are given.
pub(super) fn cell(
    resolver: &mut Resolver<'_, '_>,
    region: Option<&Written<String>>,
    segment: Option<&Written<String>>,
) -> Option<Cell> {
    let (region, segment) = (region?, segment?);
    Some(Cell {
        region: resolver.region(region),
        segment: resolver.segment(segment),
    })
}

fn substitutes(resolver: &mut Resolver<'_, '_>) -> Vec<Substitute> {
    let mut substitutes = Vec::new();
    for need in Segment::ALL {
        for land in Segment::ALL {
            let name = format!("supply.substitution.{need}.{land}");
            if need != land && resolver.book.has(&name) {
                let share = resolver.book.column(&name, &Quantity::SHARE);
                substitutes.push(Substitute { need, land, share });
            }
        }
    }
    substitutes
}

/// The distances between all regions in km, row by row.
fn distances(resolver: &mut Resolver<'_, '_>) -> Vec<f64> {
    let regions = resolver.region_ids().len();
    let mut distances = vec![f64::NAN; regions * regions];
    for region in 0..regions {
        distances[region * regions + region] = 0.0;
    }
    for row in resolver.layers.distances.rows() {
        let (from, to) = (resolver.region(&row.from).0, resolver.region(&row.to).0);
        match &row.km {
            Some(km) if km.value >= 0.0 => {
                for at in [from * regions + to, to * regions + from] {
                    // Where no region could be read, there is no place for a distance.
                    if let Some(distance) = distances.get_mut(at) {
                        *distance = km.value;
                    }
                }
            }
            km => {
                let place = km.as_ref().map_or(row.place(), |km| &km.place);
                let problem = Problem::error(place, "a distance is a number of km, at least 0");
                resolver.book.problems.push(problem);
            }
        }
    }
    let missing = (0..regions * regions).find(|at| distances[*at].is_nan());
    if let (Some(at), Some(row)) = (missing, resolver.layers.distances.rows().next()) {
        let ids = resolver.region_ids();
        let (from, to) = (&ids[at / regions], &ids[at % regions]);
        let message = format!("the distance between `{from}` and `{to}` is missing");
        resolver
            .book
            .problems
            .push(Problem::error(row.place(), message));
        distances.fill(0.0);
    }
    distances
}
