//! Published figures: which outcome each is about.

use super::super::layers::Layers;
use super::super::problem::{Place, Problem};
use super::super::rows::{BenchmarkRow, Row, Written};
use super::super::types::{Benchmark, Evidence, Region, Scope};
use super::identifier;
use crate::model::{DemandSystem, OutcomeKind, RegionIndex, Sector, Segment};
use crate::units::Year;

/// What a benchmark can name.
pub(super) struct Known<'a> {
    pub system: &'a DemandSystem,
    pub regions: &'a [Region],
}

pub(super) fn resolve(
    layers: &Layers,
    known: &Known<'_>,
    problems: &mut Vec<Problem>,
) -> Vec<Benchmark> {
    layers
        .benchmarks
        .rows()
        .filter_map(|row| benchmark(layers, row, known, problems))
        .collect()
}

fn benchmark(
    layers: &Layers,
    row: &BenchmarkRow,
    known: &Known<'_>,
    problems: &mut Vec<Problem>,
) -> Option<Benchmark> {
    let outcomes = OutcomeKind::ALL.map(|kind| (kind.name().to_owned(), kind));
    let sectors = Sector::ALL.map(|sector| (sector.name().to_owned(), sector));
    let segments = Segment::ALL.map(|segment| (segment.name().to_owned(), segment));
    let grades = Evidence::ALL.map(|grade| (grade.name().to_owned(), grade));
    let scopes = Scope::ALL.map(|scope| (scope.name().to_owned(), scope));
    let regions = known.regions.iter().enumerate();
    let regions: Vec<_> = regions
        .map(|(index, region)| (region.id.to_string(), RegionIndex(index)))
        .collect();
    let sources = layers.sources.rows();
    let sources: Vec<_> = sources.map(|row| (row.id.value.clone(), ())).collect();
    let sector = named(row.sector.as_ref(), "sector", &sectors, problems);
    let entities = entities(known.system, sector);
    named(row.source.as_ref(), "source", &sources, problems);
    let benchmark = Benchmark {
        id: identifier(&row.id.value, row.place(), problems)?,
        sector: sector.or_else(|| sector_of(row.entity.as_ref(), known.system)),
        entity: named(row.entity.as_ref(), "object", &entities, problems),
        region: named(row.region.as_ref(), "region", &regions, problems),
        segment: named(row.segment.as_ref(), "segment", &segments, problems),
        year: year(row, known, problems)?,
        low: row.low.as_ref().map_or(f64::NAN, |low| low.value),
        central: central(row, problems)?,
        high: row.high.as_ref().map_or(f64::NAN, |high| high.value),
        unit: row.unit.as_ref()?.value.clone(),
        source: row.source.as_ref()?.value.clone(),
        evidence: named(row.evidence.as_ref(), "evidence grade", &grades, problems)?,
        scope: named(row.scope.as_ref(), "scope", &scopes, problems)?,
        realised: row.realised.as_ref().map_or(f64::NAN, |found| found.value),
        realised_source: realised_source(row, &sources, problems),
        note: row.note.clone(),
        outcome: named(row.outcome.as_ref(), "outcome", &outcomes, problems)?,
    };
    if benchmark.unit != benchmark.outcome.unit() {
        let place = row.unit.as_ref().map_or(row.place(), |unit| &unit.place);
        let message = format!("the benchmark is in `{}`", benchmark.unit);
        let label = format!("{} is in `{}`", benchmark.outcome, benchmark.outcome.unit());
        problems.push(Problem::error(place, message).expected(label));
    }
    Some(benchmark)
}

fn realised_source(
    row: &BenchmarkRow,
    sources: &[(String, ())],
    problems: &mut Vec<Problem>,
) -> String {
    let written = row.realised_source.as_ref();
    named(written, "source", sources, problems);
    written
        .map(|written| written.value.clone())
        .unwrap_or_default()
}

fn entities(system: &DemandSystem, sector: Option<Sector>) -> Vec<(String, usize)> {
    let entities = system.entities.iter().enumerate();
    entities
        .filter(|(_, entity)| sector.is_none_or(|sector| entity.sector == sector))
        .map(|(index, entity)| (entity.id.to_string(), index))
        .collect()
}

/// Outcomes of an entity are listed under its sector.
fn sector_of(entity: Option<&Written<String>>, system: &DemandSystem) -> Option<Sector> {
    let id = &entity?.value;
    let found = system.entities.iter().find(|one| one.id.as_str() == id)?;
    Some(found.sector)
}

/// What a name stands for, if one is given; a name that is not known is a problem.
fn named<T: Copy>(
    written: Option<&Written<String>>,
    what: &str,
    known: &[(String, T)],
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let written = written?;
    if let Some((_, found)) = known.iter().find(|(name, _)| *name == written.value) {
        return Some(*found);
    }
    let names = || known.iter().map(|(name, _)| name.as_str());
    let message = format!("there is no {what} `{}`", written.value);
    let mut problem = Problem::error(&written.place, message).nearest(&written.value, names());
    if known.len() <= 12 {
        let names: Vec<_> = names().collect();
        problem = problem.expected(format!("expected one of {}", names.join(", ")));
    }
    problems.push(problem);
    None
}

fn central(row: &BenchmarkRow, problems: &mut Vec<Problem>) -> Option<f64> {
    let Some(central) = &row.central else {
        let message = format!("the benchmark `{}` has no `central` figure", row.id.value);
        problems.push(Problem::error(row.place(), message));
        return None;
    };
    let bound = |bound: &Option<Written<f64>>, usual| bound.as_ref().map_or(usual, |b| b.value);
    let (low, high) = (
        bound(&row.low, central.value),
        bound(&row.high, central.value),
    );
    if !(low <= central.value && central.value <= high) {
        let message = format!("{} does not lie from {low} to {high}", central.value);
        problems.push(Problem::error(&central.place, message));
    }
    Some(central.value)
}

fn year(row: &BenchmarkRow, known: &Known<'_>, problems: &mut Vec<Problem>) -> Option<Year> {
    let timeline = known.system.timeline;
    let missing = Place::clone(row.place());
    let (number, place) = row
        .year
        .as_ref()
        .map_or((f64::NAN, &missing), |year| (year.value, &year.place));
    let found = (1900..=2300)
        .find(|year| f64::from(*year) == number)
        .and_then(|year| Year::new(i64::from(year)))
        .filter(|year| timeline.step(*year).is_some());
    if found.is_none() {
        let message = format!(
            "the benchmark `{}` is about no year of the scenario",
            row.id.value
        );
        let label = format!("a year from {} to {}", timeline.base(), timeline.last());
        problems.push(Problem::error(place, message).expected(label));
    }
    found
}
