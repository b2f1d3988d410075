//! Regions, clusters and campuses on the map with their outcomes, as GeoJSON (RFC 7946): degrees of
//! WGS 84, east before north, with at most six decimals.

use serde_json::{Map, Value, json};

use super::{
    EntityIdentity, Named, OutcomeSummary, Results, ResultsError, ScenarioIdentity, Whose,
    WhoseSummary,
};
use crate::chart::{Province, provinces};
use crate::engine::OutcomeName;
use crate::language::Localised;
use crate::model::{OutcomeKind, Sector};
use crate::units::Year;

/// What each region or object tells, at every reported year, when it is reported.
const KINDS: [OutcomeKind; 5] = [
    OutcomeKind::Need,
    OutcomeKind::Release,
    OutcomeKind::Balance,
    OutcomeKind::Backlog,
    OutcomeKind::Unmet,
];

impl Results {
    /// One feature for each scenario and region: P5, P50 and P95 of need, release, balance, backlog and
    /// unmet need in ha net, in properties such as `need_2050_p50`, and the chance of shortage.
    ///
    /// Boundaries are those of the twelve provinces (Natural Earth, public domain): generalised, for
    /// drawing only. A region that is no province has no geometry.
    ///
    /// # Errors
    /// When the table of outcomes cannot be read, or the boundaries cannot.
    pub fn regions_geojson(&self) -> Result<Vec<u8>, ResultsError> {
        let provinces = provinces().map_err(|error| ResultsError::invalid(error.to_string()))?;
        let mut features = Vec::new();
        for scenario in &self.scenarios {
            let summary = self.summary(Whose::scenario(&scenario.id))?;
            for region in &scenario.regions {
                let province = provinces.iter().find(|province| province.code == region.id);
                let mut properties = about(scenario, ("region", &region.id), &region.name);
                let whose = Subject::Region(region);
                properties.append(&mut outcomes(&summary, &whose, &scenario.years));
                let id = format!("{}/{}", scenario.id, region.id);
                features.push(feature(&id, properties, province.map(geometry)));
            }
        }
        collection(&features)
    }

    /// One feature for each scenario and cluster, campus or other object with a location: a point with P5,
    /// P50 and P95 of need, release and balance in ha net, in properties as those of regions.
    ///
    /// Points are for orientation on a map; `location_evidence`, `location_source` and `location_note` say
    /// where they come from. A cluster or campus without a location has no geometry.
    ///
    /// # Errors
    /// When the table of outcomes cannot be read.
    pub fn places_geojson(&self) -> Result<Vec<u8>, ResultsError> {
        let mut features = Vec::new();
        for scenario in &self.scenarios {
            let summary = self.summary(Whose::scenario(&scenario.id))?;
            for entity in scenario.entities.iter().filter(|entity| has_place(entity)) {
                let mut properties = about(scenario, ("id", &entity.id), &entity.name);
                properties.append(&mut placed(entity));
                let whose = Subject::Entity(entity);
                properties.append(&mut outcomes(&summary, &whose, &scenario.years));
                let id = format!("{}/{}", scenario.id, entity.id);
                features.push(feature(&id, properties, point(entity)));
            }
        }
        collection(&features)
    }
}

fn collection(features: &[Value]) -> Result<Vec<u8>, ResultsError> {
    let collection = json!({"type": "FeatureCollection", "features": features});
    let mut json = serde_json::to_vec(&collection).map_err(ResultsError::Writing)?;
    json.push(b'\n');
    Ok(json)
}

fn feature(id: &str, properties: Map<String, Value>, geometry: Option<Value>) -> Value {
    let fields = [
        ("type", "Feature".into()),
        ("id", id.into()),
        ("properties", Value::Object(properties)),
        ("geometry", geometry.unwrap_or_default()),
    ];
    Value::Object(named(fields))
}

/// Fields by their names.
fn named<const N: usize>(fields: [(&str, Value); N]) -> Map<String, Value> {
    let fields = fields.map(|(name, value)| (name.to_owned(), value));
    Map::from_iter(fields)
}

/// Whether an entity stands among the places: clusters and campuses do, others when they have a location.
fn has_place(entity: &EntityIdentity) -> bool {
    let sectors = [Sector::Industry, Sector::Campus].map(Sector::name);
    entity.location.is_some() || sectors.contains(&entity.sector.as_str())
}

/// The point of an entity, to six decimals: a tenth of a metre.
fn point(entity: &EntityIdentity) -> Option<Value> {
    let location = entity.location.as_ref()?;
    let rounded = |degrees: f64| (degrees * 1e6).round() / 1e6;
    Some(json!({
        "type": "Point",
        "coordinates": [rounded(location.lon), rounded(location.lat)],
    }))
}

/// Whose outcomes a feature tells.
enum Subject<'s> {
    Region(&'s Named),
    Entity(&'s EntityIdentity),
}

/// Which scenario, which region or object, and what it is called.
fn about(
    scenario: &ScenarioIdentity,
    (key, id): (&str, &str),
    name: &Localised,
) -> Map<String, Value> {
    named([
        ("scenario", json!(scenario.id)),
        (key, json!(id)),
        ("name_nl", json!(name.nl)),
        ("name_en", json!(name.en)),
    ])
}

/// Of which sector an entity is, in which region, and where its location comes from.
fn placed(entity: &EntityIdentity) -> Map<String, Value> {
    // Dispersed objects have no region of their own.
    let region = match &entity.regions[..] {
        [region] => json!(region),
        _ => Value::Null,
    };
    let location = entity.location.as_ref();
    named([
        ("sector", json!(entity.sector)),
        ("region", region),
        (
            "location_evidence",
            json!(location.map(|found| &found.evidence)),
        ),
        (
            "location_source",
            json!(location.map(|found| &found.source)),
        ),
        ("location_note", json!(location.map(|found| &found.note))),
    ])
}

/// The figures of a region or object in every reported year.
fn outcomes(summary: &WhoseSummary, whose: &Subject<'_>, years: &[u16]) -> Map<String, Value> {
    let mut properties = Map::new();
    let mut set = |name: &str, value: Value| properties.insert(name.to_owned(), value);
    for kind in KINDS {
        for &year in years {
            let Some(found) = outcome(summary, kind, whose, year) else {
                continue;
            };
            let statistics = &found.statistics;
            let figures = [
                ("p05", statistics.p05()),
                ("p50", statistics.p50()),
                ("p95", statistics.p95()),
            ];
            for (level, figure) in figures {
                set(&format!("{kind}_{year}_{level}"), figure.into());
            }
            if let Some(chance) = found.p_shortage {
                set(&format!("p_shortage_{year}"), chance.into());
            }
        }
    }
    properties
}

fn outcome<'s>(
    summary: &'s WhoseSummary,
    kind: OutcomeKind,
    whose: &Subject<'_>,
    year: u16,
) -> Option<&'s OutcomeSummary> {
    let (sector, entity, region) = match whose {
        Subject::Region(region) => (None, None, Some(region.id.clone())),
        Subject::Entity(entity) => {
            let sector = Sector::from_name(&entity.sector);
            (sector, Some(entity.id.clone()), None)
        }
    };
    summary.get(&OutcomeName {
        kind,
        sector,
        entity,
        region,
        segment: None,
        year: Year::new(year.into()),
    })
}

/// The land of a province: every outer edge counter-clockwise and closed.
fn geometry(province: &Province) -> Value {
    let polygons: Vec<Vec<Vec<[f64; 2]>>> = province
        .outer_rings()
        .map(|ring| vec![counter_clockwise(ring)])
        .collect();
    json!({"type": "MultiPolygon", "coordinates": polygons})
}

fn counter_clockwise(ring: &[(f64, f64)]) -> Vec<[f64; 2]> {
    let mut ring: Vec<_> = ring.iter().map(|&(x, y)| [x, y]).collect();
    if ring.first() != ring.last() {
        ring.extend(ring.first().copied());
    }
    let twice_area: f64 = ring
        .windows(2)
        .map(|edge| edge[0][0] * edge[1][1] - edge[1][0] * edge[0][1])
        .sum();
    if twice_area < 0.0 {
        ring.reverse();
    }
    ring
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rings_are_closed_and_run_counter_clockwise() {
        let square = [(0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (1.0, 0.0)];
        let ring = counter_clockwise(&square);
        assert_eq!(ring.len(), 5);
        assert_eq!(ring[0], ring[4]);
        assert_eq!(ring[1], [1.0, 0.0]);
    }
}
