//! From names to columns, pathways and entities.
//!
//! Objects ask the [`book`] for inputs by name and the [`pathways`] for quantities in time. Resolving
//! goes on after a mistake, with a column that no run will ever read, so that all mistakes are found.

mod background;
mod benchmarks;
mod book;
mod campus;
mod circular;
mod families;
mod industry;
mod locations;
mod objects;
mod pathways;
mod policy;
mod quantity;
mod resolver;
pub(super) mod settings;
mod supply;

use super::inventory::Inventory;
use super::layers::{Layers, Named};
use super::problem::{Place, Problem, Problems};
use super::rows::{RegionRow, Row, SourceRow};
use super::types::{Region, Scenario, Source};
use crate::id::{Id, IdError};
use crate::language::Localised;
use crate::model::{DemandSystem, InputIndex, Segment, Standstill, Timeline};
use book::Book;
use pathways::Pathways;
use quantity::Quantity;
use resolver::Resolver;

/// Resolves layers into a scenario, or into everything that is wrong with them.
pub(super) fn resolve(mut layers: Layers) -> Result<Scenario, Problems> {
    let mut problems = std::mem::take(&mut layers.library.problems);
    if layers.library.is_incomplete {
        return Err(Problems::new(&layers.library.files, problems));
    }
    let resolved = resolve_layers(&layers, &mut problems);
    match resolved {
        Some(scenario) if problems.is_empty() => Ok(scenario),
        _ => Err(Problems::new(&layers.library.files, problems)),
    }
}

fn resolve_layers(layers: &Layers, problems: &mut Vec<Problem>) -> Option<Scenario> {
    let header = settings::header(layers, problems);
    let years = settings::years(layers, problems);
    let run = settings::run(layers, problems);
    let correlation = settings::correlation(layers, problems)?;
    let regions = regions(&layers.regions, problems);
    let sources = sources(&layers.sources, problems);
    let years = years?;
    let book = Book::new(layers, &correlation);
    let pathways = Pathways::new(layers, years.base);
    let mut resolver = Resolver::new(layers, book, pathways, &regions, years.complete);
    let entities = objects::entities(&mut resolver);
    let objects = objects::described(&resolver);
    let locations = locations::locations(&mut resolver, &entities);
    let net_to_gross = net_to_gross(layers, &mut resolver.book);
    let supply = supply::supply(&mut resolver);
    let variants = policy::variants(&mut resolver, years.base);
    resolver.pathways.close(&mut resolver.book.problems);
    let (pathways, transitions) = (resolver.pathways, resolver.transitions);
    let (inputs, uses, found) = resolver.book.close();
    let inventory = Inventory {
        objects,
        uses,
        pathways: pathways.uses,
    };
    problems.extend(found);
    let (descriptions, entities): (Vec<_>, Vec<_>) = entities.into_iter().unzip();
    let system = DemandSystem {
        timeline: Timeline::new(years.base, *years.horizons.last()?)?,
        pathways: pathways.list,
        transitions,
        entities,
        net_to_gross,
        regions: regions.len(),
        standstill: Standstill::default(),
    };
    let known = benchmarks::Known {
        system: &system,
        regions: &regions,
    };
    let benchmarks = benchmarks::resolve(layers, &known, problems);
    let header = header?;
    Some(Scenario {
        id: header.id,
        title: header.title,
        description: header.description,
        base_year: years.base,
        horizons: years.horizons,
        run,
        inputs,
        walks: pathways.walks,
        correlation,
        system,
        supply,
        variants,
        entities: descriptions,
        regions,
        locations,
        sources,
        benchmarks,
        inventory,
        files: layers.library.files.clone(),
    })
}

fn net_to_gross(layers: &Layers, book: &mut Book<'_>) -> [InputIndex; Segment::COUNT] {
    let place = layers.start();
    Segment::ALL.map(|segment| {
        let candidates = [format!("net_to_gross.{segment}"), "net_to_gross".to_owned()];
        book.first_of(&candidates, &place, &Quantity::NET_TO_GROSS)
    })
}

/// An identifier, or a problem and a stand-in.
pub(super) fn identifier(text: &str, place: &Place, problems: &mut Vec<Problem>) -> Option<Id> {
    Id::new(text)
        .map_err(|error: IdError| problems.push(Problem::error(place, error.to_string())))
        .ok()
}

fn regions(rows: &Named<RegionRow>, problems: &mut Vec<Problem>) -> Vec<Region> {
    rows.rows()
        .filter_map(|row| {
            let id = identifier(&row.id.value, row.place(), problems)?;
            let name = Localised::of(id.as_str(), &row.name_nl, &row.name_en);
            Some(Region { id, name })
        })
        .collect()
}

fn sources(rows: &Named<SourceRow>, problems: &mut Vec<Problem>) -> Vec<Source> {
    rows.rows()
        .filter_map(|row| {
            let content = row.content.clone();
            for (what, text) in [
                ("title", &content.title),
                ("organisation", &content.organisation),
                ("year", &content.year),
            ] {
                if text.is_empty() {
                    let message = format!("the source `{}` has no {what}", row.id.value);
                    problems.push(Problem::error(row.place(), message));
                }
            }
            Some(Source {
                id: identifier(&row.id.value, row.place(), problems)?,
                title: content.title,
                organisation: content.organisation,
                year: content.year,
                url: content.url,
            })
        })
        .collect()
}
