//! Regions on the map with their outcomes, as GeoJSON (RFC 7946).

use serde_json::{Map, Value, json};

use super::{Named, OutcomeSummary, Results, ResultsError, ScenarioIdentity, Whose, WhoseSummary};
use crate::chart::{Province, provinces};
use crate::engine::OutcomeName;
use crate::model::OutcomeKind;
use crate::units::Year;

/// What each region tells, at every reported year.
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
                features.push(json!({
                    "type": "Feature",
                    "id": format!("{}/{}", scenario.id, region.id),
                    "properties": properties(scenario, region, &summary),
                    "geometry": province.map(geometry),
                }));
            }
        }
        let collection = json!({"type": "FeatureCollection", "features": features});
        let mut json = serde_json::to_vec(&collection).map_err(ResultsError::Writing)?;
        json.push(b'\n');
        Ok(json)
    }
}

fn properties(
    scenario: &ScenarioIdentity,
    region: &Named,
    summary: &WhoseSummary,
) -> Map<String, Value> {
    let mut properties = Map::new();
    let mut set = |name: &str, value: Value| properties.insert(name.to_owned(), value);
    set("scenario", scenario.id.clone().into());
    set("region", region.id.clone().into());
    set("name_nl", region.name.nl.clone().into());
    set("name_en", region.name.en.clone().into());
    for kind in KINDS {
        for &year in &scenario.years {
            let Some(found) = outcome(summary, kind, region, year) else {
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
    region: &Named,
    year: u16,
) -> Option<&'s OutcomeSummary> {
    summary.get(&OutcomeName {
        kind,
        sector: None,
        entity: None,
        region: Some(region.id.clone()),
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
