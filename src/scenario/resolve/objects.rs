//! The objects of a scenario: which kind each is, and the entities that they make.

use super::super::description::Description;
use super::super::inventory::Object;
use super::super::problem::{Problem, nearest};
use super::super::rows::{ObjectRow, Row, Written};
use super::book::Owner;
use super::quantity::Quantity;
use super::resolver::{Resolver, USUAL_TRANSITION};
use super::{background, campus, circular, identifier, industry};
use crate::id::Id;
use crate::language::Localised;
use crate::model::{DemandModel, Entity, Event, RegionIndex, Sector, Segment};

/// The kinds of objects, by their names in the objects table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Cluster,
    Technology,
    Stream,
    Activity,
    Hub,
    CircularJobs,
    LinearLand,
    Campus,
    Branch,
    HousingWorkSpace,
    Replacement,
    Event,
    Plan,
}

const KINDS: [(&str, Kind); 13] = [
    ("cluster", Kind::Cluster),
    ("technology", Kind::Technology),
    ("stream", Kind::Stream),
    ("activity", Kind::Activity),
    ("hub", Kind::Hub),
    ("circular-jobs", Kind::CircularJobs),
    ("linear-land", Kind::LinearLand),
    ("campus", Kind::Campus),
    ("branch", Kind::Branch),
    ("housing-work-space", Kind::HousingWorkSpace),
    ("replacement", Kind::Replacement),
    ("event", Kind::Event),
    ("plan", Kind::Plan),
];

impl Kind {
    fn of(row: &ObjectRow) -> Option<Self> {
        let found = KINDS.iter().find(|(name, _)| *name == row.kind.value);
        found.map(|(_, kind)| *kind)
    }

    fn name(self) -> &'static str {
        let found = KINDS.iter().find(|(_, kind)| *kind == self);
        found.map_or("", |(name, _)| name)
    }

    /// The first part of the names of inputs of this kind.
    fn prefix(self) -> &'static str {
        self.sector().map_or(self.name(), Sector::name)
    }

    /// The sector of the entities of this kind; the others only serve entities.
    fn sector(self) -> Option<Sector> {
        match self {
            Kind::Cluster => Some(Sector::Industry),
            Kind::Stream | Kind::Hub | Kind::CircularJobs | Kind::LinearLand => {
                Some(Sector::Circular)
            }
            Kind::Campus => Some(Sector::Campus),
            Kind::Branch | Kind::HousingWorkSpace | Kind::Replacement => Some(Sector::Background),
            Kind::Technology | Kind::Activity | Kind::Event | Kind::Plan => None,
        }
    }
}

/// The owner of the inputs of an object.
pub(super) fn owner(prefix: &'static str, row: &ObjectRow) -> Owner {
    Owner {
        prefix,
        id: row.id.value.clone(),
        place: row.id.place.clone(),
    }
}

/// The rows of one kind.
fn rows_of<'a>(resolver: &Resolver<'_, 'a>, kind: Kind) -> Vec<&'a ObjectRow> {
    let rows = resolver.layers.objects.rows();
    rows.filter(|row| Kind::of(row) == Some(kind)).collect()
}

/// Resolves every object into entities.
pub(super) fn entities(resolver: &mut Resolver<'_, '_>) -> Vec<(Description, Entity)> {
    check_kinds(resolver);
    let clusters = rows_of(resolver, Kind::Cluster);
    let technologies = rows_of(resolver, Kind::Technology);
    let technologies = industry::technologies(resolver, &technologies, &clusters);
    let activities = rows_of(resolver, Kind::Activity);
    let activities = circular::activities(resolver, &activities);
    let mut entities: Vec<(Description, Entity)> = Vec::new();
    for row in resolver.layers.objects.rows() {
        let Some((kind, sector)) = Kind::of(row).and_then(|kind| Some((kind, kind.sector()?)))
        else {
            continue;
        };
        let owner = owner(sector.name(), row);
        let demand: Box<dyn DemandModel> = match kind {
            Kind::Cluster => Box::new(industry::cluster(resolver, &owner, row, &technologies)),
            Kind::Stream => Box::new(circular::stream(resolver, &owner, row, &activities)),
            Kind::Hub => Box::new(circular::hub(resolver, &owner, row)),
            Kind::CircularJobs => Box::new(circular::jobs(resolver, &owner, row)),
            Kind::LinearLand => Box::new(circular::linear_land(resolver, &owner, row)),
            Kind::Campus => Box::new(campus::campus(resolver, &owner)),
            Kind::Branch => Box::new(background::branch(resolver, &owner, row)),
            Kind::HousingWorkSpace => {
                Box::new(background::housing_work_space(resolver, &owner, row))
            }
            Kind::Replacement => Box::new(background::replacement(resolver, &owner, row)),
            Kind::Technology | Kind::Activity | Kind::Event | Kind::Plan => continue,
        };
        let regions = resolver.regions(&owner, row);
        let Some(id) = identifier(&row.id.value, row.place(), &mut resolver.book.problems) else {
            continue;
        };
        if let Some(other) = entities.iter().find(|(_, other)| other.id == id) {
            let message = format!("two objects that ask for land have the id `{id}`");
            let label = format!(
                "outcomes of sector {} have this name too",
                other.1.sector.name()
            );
            let problem = Problem::error(row.place(), message).expected(label);
            resolver.book.problems.push(problem);
            continue;
        }
        let description = Description {
            name: Localised::of(id.as_str(), &row.name_nl, &row.name_en),
            id: id.clone(),
        };
        let entity = Entity {
            id,
            sector,
            regions,
            demand,
            events: Vec::new(),
        };
        entities.push((description, entity));
    }
    for row in rows_of(resolver, Kind::Event) {
        add_event(resolver, row, &mut entities);
    }
    entities
}

/// Every object as its row tells, for the inventory. Asks for nothing new.
pub(super) fn described(resolver: &Resolver<'_, '_>) -> Vec<Object> {
    let rows = resolver.layers.objects.rows();
    let described = rows.filter_map(|row| {
        let kind = Kind::of(row)?;
        let id = Id::new(&row.id.value).ok()?;
        let region = row.region.as_ref().and_then(|written| {
            let ids = resolver.region_ids();
            ids.iter().position(|id| *id == written.value)
        });
        let segment = row.segment.as_ref();
        let value = |written: &Option<Written<String>>| written.as_ref().map(|w| w.value.clone());
        Some(Object {
            kind: kind.name(),
            prefix: kind.prefix(),
            sector: kind.sector(),
            region: region.map(RegionIndex),
            segment: segment.and_then(|written| Segment::from_name(&written.value)),
            transition: transition(resolver, kind, row),
            of: value(&row.of),
            status: value(&row.status),
            description: Description {
                name: Localised::of(id.as_str(), &row.name_nl, &row.name_en),
                id,
            },
        })
    });
    described.collect()
}

/// The transition that an object follows, which a cluster without land does not.
fn transition(resolver: &Resolver<'_, '_>, kind: Kind, row: &ObjectRow) -> Option<String> {
    let follows = match kind {
        Kind::Cluster => {
            let area = owner(kind.prefix(), row).own("area");
            resolver.book.row(&area).is_some()
        }
        Kind::LinearLand => true,
        _ => false,
    };
    let named = row.transition.as_ref().map(|written| &written.value);
    follows.then(|| named.map_or(USUAL_TRANSITION, String::as_str).to_owned())
}

/// The rows of plan sites.
pub(super) fn plans<'a>(resolver: &Resolver<'_, 'a>) -> Vec<&'a ObjectRow> {
    rows_of(resolver, Kind::Plan)
}

fn check_kinds(resolver: &mut Resolver<'_, '_>) {
    for row in resolver.layers.objects.rows() {
        if Kind::of(row).is_none() {
            let names = KINDS.map(|(name, _)| name);
            let message = format!("`{}` is not a kind of object", row.kind.value);
            let problem = Problem::error(&row.kind.place, message).one_of(&row.kind.value, &names);
            resolver.book.problems.push(problem);
        }
    }
}

fn add_event(
    resolver: &mut Resolver<'_, '_>,
    row: &ObjectRow,
    entities: &mut [(Description, Entity)],
) {
    let owner = owner("event", row);
    let Some(of) = &row.of else {
        let message = format!("the event `{}` belongs to no object", row.id.value);
        let problem = Problem::error(row.place(), message).expected("name one in the column `of`");
        resolver.book.problems.push(problem);
        return;
    };
    let Some(segment) = &row.segment else {
        let message = format!("the event `{}` has no segment", row.id.value);
        resolver
            .book
            .problems
            .push(Problem::error(row.place(), message));
        return;
    };
    let event = Event {
        occurs: resolver.input(&owner, "occurs", &Quantity::SHARE),
        year: resolver.input(&owner, "year", &Quantity::YEAR),
        area: resolver.input(&owner, "area", &Quantity::NET_AREA),
        segment: resolver.segment(segment),
    };
    let ids: Vec<_> = entities
        .iter()
        .map(|(found, _)| found.id.to_string())
        .collect();
    if let Some(place) = ids.iter().position(|id| *id == of.value) {
        entities[place].1.events.push(event);
    } else {
        let message = format!("there is no object `{}` that asks for land", of.value);
        let problem = Problem::error(&of.place, message);
        let near = nearest(&of.value, ids.iter().map(String::as_str));
        resolver.book.problems.push(match near {
            Some(near) => problem.hint(format!("did you mean `{near}`?")),
            None => problem,
        });
    }
}
