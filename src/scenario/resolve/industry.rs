//! Clusters and the technologies of the transition.

use std::sync::Arc;

use super::super::problem::Problem;
use super::super::rows::{ObjectRow, Row};
use super::book::Owner;
use super::objects::owner;
use super::pathways::is_level;
use super::quantity::Quantity;
use super::resolver::Resolver;
use crate::model::{
    CappedShares, ExistingLand, IndustryCluster, ProductionGroup, Shares, Technology,
    TechnologyInCluster,
};

/// A technology with the clusters it comes to, in the order of its shares.
pub(super) struct Placed {
    technology: Arc<Technology>,
    clusters: Vec<String>,
}

pub(super) fn technologies(
    resolver: &mut Resolver<'_, '_>,
    rows: &[&ObjectRow],
    clusters: &[&ObjectRow],
) -> Vec<Placed> {
    rows.iter()
        .map(|row| technology(resolver, row, clusters))
        .collect()
}

fn technology(resolver: &mut Resolver<'_, '_>, row: &ObjectRow, clusters: &[&ObjectRow]) -> Placed {
    let owner = owner("technology", row);
    let mut names = Vec::new();
    let mut weights = Vec::new();
    for cluster in clusters {
        let name = owner.own(&format!("cluster.{}", cluster.id.value));
        if resolver.book.has(&name) {
            names.push(cluster.id.value.clone());
            weights.push(resolver.book.column(&name, &Quantity::SHARE));
        }
    }
    if names.is_empty() {
        let message = format!("the technology `{}` comes to no cluster", row.id.value);
        let name = owner.own("cluster.<cluster>");
        let problem = Problem::error(row.place(), message).hint(format!("give `{name}`"));
        resolver.book.problems.push(problem);
    }
    let capacity = resolver.pathway(&owner, "capacity", &Quantity::CAPACITY);
    let unit = unit_of_capacity(resolver, &owner);
    let technology = Technology {
        capacity,
        footprint: resolver.input(&owner, "footprint", &Quantity::per_capacity(&unit)),
        inside_fence: resolver.input(&owner, "inside_fence", &Quantity::SHARE),
        segments: resolver.segments(&owner, row.segment.as_ref(), "segment"),
        clusters: CappedShares::new(weights),
    };
    Placed {
        technology: Arc::new(technology),
        clusters: names,
    }
}

/// The unit that a technology states for its capacity, the same in every year.
fn unit_of_capacity(resolver: &mut Resolver<'_, '_>, owner: &Owner) -> String {
    let start = owner.own("capacity");
    let below = resolver.book.names_below(&start);
    let stated: Vec<_> = below
        .iter()
        .filter(|rest| is_level(rest))
        .filter_map(|rest| resolver.book.row(&format!("{start}{rest}")))
        .filter_map(|row| row.unit.clone())
        .collect();
    let Some(first) = stated.first() else {
        return "unit".to_owned();
    };
    for other in &stated[1..] {
        if other.value != first.value {
            let message = format!("`{start}` is in `{}` here", other.value);
            let label = format!("it is in `{}` in another year", first.value);
            let problem = Problem::error(&other.place, message).expected(label);
            resolver.book.problems.push(problem);
        }
    }
    first.value.clone()
}

pub(super) fn cluster(
    resolver: &mut Resolver<'_, '_>,
    owner: &Owner,
    row: &ObjectRow,
    technologies: &[Placed],
) -> IndustryCluster {
    let has_land = resolver.book.has(&owner.own("area"));
    IndustryCluster {
        land: has_land.then(|| existing_land(resolver, owner, row)),
        technologies: technologies
            .iter()
            .filter_map(|placed| placed.in_cluster(&owner.id))
            .collect(),
    }
}

impl Placed {
    fn in_cluster(&self, cluster: &str) -> Option<TechnologyInCluster> {
        let place = self.clusters.iter().position(|id| id == cluster)?;
        Some(TechnologyInCluster {
            technology: Arc::clone(&self.technology),
            place,
        })
    }
}

fn existing_land(resolver: &mut Resolver<'_, '_>, owner: &Owner, row: &ObjectRow) -> ExistingLand {
    let mut share = |field: &str| resolver.input(owner, field, &Quantity::SHARE);
    let (fossil_share, ended_share) = (share("fossil_share"), share("ended_share"));
    let green_return = share("green_return");
    let book = &mut resolver.book;
    let reusable_share = book.input_apart(owner, "reusable_share", &Quantity::SHARE);
    let closure_delay = book.input_apart(owner, "closure_delay", &Quantity::YEARS);
    ExistingLand {
        area: resolver.input(owner, "area", &Quantity::NET_AREA),
        fossil_share,
        ended_share,
        green_return,
        green_land_factor: resolver.input(owner, "green_land_factor", &Quantity::FACTOR),
        reusable_share,
        closure_delay,
        transition: resolver.transition(row),
        segments: resolver.segments(owner, row.segment.as_ref(), "segment"),
        groups: Shares::Whole(ProductionGroup {
            land_index: resolver.pathway(owner, "production", &Quantity::INDEX),
        }),
    }
}
