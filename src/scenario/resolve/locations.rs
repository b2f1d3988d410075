//! Where entities lie, for orientation on a map.

use std::ops::RangeInclusive;

use super::super::description::Description;
use super::super::problem::Problem;
use super::super::rows::{LocationRow, Written};
use super::super::types::Location;
use super::book::Support;
use super::resolver::Resolver;
use crate::model::Entity;

/// The Netherlands in Europe with some room around it, in degrees east and north.
const LONGITUDES: RangeInclusive<f64> = 3.0..=7.5;
const LATITUDES: RangeInclusive<f64> = 50.5..=54.0;

/// The locations of the entities that have one, in the order of the tables.
pub(super) fn locations(
    resolver: &mut Resolver<'_, '_>,
    entities: &[(Description, Entity)],
) -> Vec<Location> {
    let rows = resolver.layers.locations.rows();
    rows.filter_map(|row| location(resolver, row, entities))
        .collect()
}

fn location(
    resolver: &mut Resolver<'_, '_>,
    row: &LocationRow,
    entities: &[(Description, Entity)],
) -> Option<Location> {
    let provenance = resolver.book.provenance(&Support {
        name: &row.id.value,
        place: &row.id.place,
        evidence: row.evidence.as_ref(),
        source: row.source.as_ref(),
        note: &row.note,
    });
    let ids = entities
        .iter()
        .map(|(description, _)| description.id.as_str());
    let entity = ids.clone().position(|id| id == row.id.value);
    let problems = &mut resolver.book.problems;
    if entity.is_none() {
        let message = format!("there is no object `{}` that asks for land", row.id.value);
        problems.push(Problem::error(&row.id.place, message).nearest(&row.id.value, ids));
    }
    if row.is_broken {
        return None;
    }
    let place = place(row).map_err(|problem| problems.push(problem));
    let [longitude_deg, latitude_deg] = place.ok()?;
    Some(Location {
        entity: entity?,
        longitude_deg,
        latitude_deg,
        provenance,
    })
}

/// The degrees east and north that a row gives.
fn place(row: &LocationRow) -> Result<[f64; 2], Problem> {
    let missing = |column: &str| {
        let message = format!("the location of `{}` has no `{column}`", row.id.value);
        Problem::error(&row.id.place, message)
            .expected("degrees of WGS 84: `lon` east, `lat` north")
    };
    let longitude = row.longitude.as_ref().ok_or_else(|| missing("lon"))?;
    let latitude = row.latitude.as_ref().ok_or_else(|| missing("lat"))?;
    check(longitude, "lon", &LONGITUDES, latitude.value)?;
    check(latitude, "lat", &LATITUDES, longitude.value)?;
    Ok([longitude.value, latitude.value])
}

/// Refuses what does not lie in the Netherlands, and says what may have been meant.
fn check(
    written: &Written<f64>,
    column: &str,
    allowed: &RangeInclusive<f64>,
    other: f64,
) -> Result<(), Problem> {
    let found = written.value;
    if allowed.contains(&found) {
        return Ok(());
    }
    let (low, high) = (allowed.start(), allowed.end());
    let problem = Problem::error(&written.place, format!("`{column}` is {found}")).expected(
        format!("degrees of WGS 84 within the Netherlands: from {low} to {high}"),
    );
    Err(if allowed.contains(&other) {
        problem.hint("`lon` and `lat` seem to have changed places")
    } else if found > 180.0 {
        problem.hint(
            "coordinates of the Rijksdriehoek, in metres, have to be converted to degrees first",
        )
    } else {
        problem
    })
}
