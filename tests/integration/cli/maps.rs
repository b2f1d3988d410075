//! What a run leaves for a map: GeoJSON by the book, and points where their objects lie.

use std::fs;
use std::path::Path;

use ruimtevraag::scenario::{self, Evidence};
use serde_json::Value;

use crate::command::{REFERENCE, TEMPLATE, run_into, template_in};

/// A layer of a run with `--format geojson`.
fn layer(run: &Path, name: &str) -> Vec<Value> {
    let text = fs::read_to_string(run.join(name)).unwrap();
    let map: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(map["type"], "FeatureCollection");
    map["features"].as_array().unwrap().clone()
}

fn reference_run(folder: &Path) {
    let words = format!("run {REFERENCE} --draws 100 --no-charts --format geojson");
    run_into(folder, &words);
}

fn at(place: &Value) -> [f64; 2] {
    [0, 1].map(|axis| place[axis].as_f64().unwrap())
}

#[test]
fn regions_on_the_map_are_geojson_by_the_book() {
    let root = tempfile::tempdir().unwrap();
    reference_run(root.path());
    let regions = layer(root.path(), "regions.geojson");
    assert_eq!(regions.len(), 12);
    for feature in regions {
        assert!(feature["properties"]["need_2050_p50"].as_f64().unwrap() > 0.0);
        for polygon in feature["geometry"]["coordinates"].as_array().unwrap() {
            for ring in polygon.as_array().unwrap() {
                assert_closed_and_counter_clockwise(ring.as_array().unwrap());
            }
        }
    }
}

fn assert_closed_and_counter_clockwise(ring: &[Value]) {
    assert!(ring.len() >= 4 && ring.first() == ring.last());
    let area: f64 = ring
        .windows(2)
        .map(|edge| (at(&edge[0]), at(&edge[1])))
        .map(|([x, y], [next_x, next_y])| x * next_y - next_x * y)
        .sum();
    assert!(area > 0.0, "clockwise");
}

#[test]
fn every_cluster_and_campus_lies_in_its_own_province() {
    let root = tempfile::tempdir().unwrap();
    reference_run(root.path());
    let regions = layer(root.path(), "regions.geojson");
    let places = layer(root.path(), "places.geojson");
    assert_eq!(places.len(), 25);
    let mut points = 0;
    for feature in &places {
        let properties = &feature["properties"];
        let id = properties["id"].as_str().unwrap();
        if feature["geometry"].is_null() {
            // Firms all over the country, which have no place of their own.
            assert_eq!((id, &properties["region"]), ("cluster-6", &Value::Null));
            continue;
        }
        points += 1;
        assert_eq!(feature["geometry"]["type"], "Point");
        let place = at(&feature["geometry"]["coordinates"]);
        let region = properties["region"].as_str().unwrap();
        let holding: Vec<_> = regions
            .iter()
            .filter(|province| holds(&province["geometry"], place))
            .map(|province| province["properties"]["region"].as_str().unwrap())
            .collect();
        assert_eq!(holding, [region], "{id} at {place:?}");
        let [low, middle, high] =
            ["p05", "p50", "p95"].map(|level| properties[format!("need_2050_{level}")].as_f64());
        assert!(low.unwrap() <= middle.unwrap() && middle < high, "{id}");
        assert!(properties["release_2030_p95"].is_f64(), "{id}");
        assert!(properties["name_nl"].is_string() && properties["sector"].is_string());
    }
    assert_eq!(points, 24);
}

/// Whether a point lies within a multi-polygon without holes: a line from it crosses the edge an odd
/// number of times.
fn holds(geometry: &Value, [x, y]: [f64; 2]) -> bool {
    let polygons = geometry["coordinates"].as_array().unwrap().iter();
    let edges = polygons.flat_map(|polygon| polygon[0].as_array().unwrap().windows(2));
    let crossed = edges
        .map(|edge| (at(&edge[0]), at(&edge[1])))
        .filter(|([_, from], [_, to])| (*from > y) != (*to > y))
        .filter(|([left, from], [right, to])| x < left + (right - left) * (y - from) / (to - from));
    crossed.count() % 2 == 1
}

#[test]
fn points_have_at_most_six_decimals_and_say_where_they_come_from() {
    let root = tempfile::tempdir().unwrap();
    let scenario = located(
        root.path(),
        "kennispark;5,123456789;51,5;assumption;;Guess\n",
    );
    let run = root.path().join("run");
    let words = format!("run {scenario} --draws 50 --no-charts --format geojson");
    run_into(&run, &words);
    let places = layer(&run, "places.geojson");
    let [port, campus] = &places[..] else {
        panic!("{places:?}");
    };
    assert!(port["geometry"].is_null());
    assert_eq!(at(&campus["geometry"]["coordinates"]), [5.123_457, 51.5]);
    assert_eq!(campus["properties"]["location_evidence"], "assumption");
    assert_eq!(campus["properties"]["location_note"], "Guess");
}

/// The template with a table of locations of these rows.
fn located(folder: &Path, rows: &str) -> String {
    let scenario = template_in(folder, |name, text| match name {
        "scenario.toml" => {
            text.replace("\n[tables]", "\n[tables]\nlocations = \"locaties.csv\"\n#")
        }
        _ => text,
    });
    let table = format!("id;lon;lat;evidence;source;note\n{rows}");
    fs::write(folder.join("locaties.csv"), table).unwrap();
    scenario.display().to_string()
}

#[test]
fn coordinates_that_cannot_be_are_refused_with_what_may_have_been_meant() {
    for (row, message, hint) in [
        (
            "kennispark;51,5;5,1;assumption;;a",
            "`lon` is 51.5",
            "changed places",
        ),
        (
            "kennispark;161664;383111;assumption;;a",
            "`lon` is 161664",
            "Rijksdriehoek",
        ),
        (
            "kennispark;5,1;48,9;assumption;;a",
            "`lat` is 48.9",
            "within the Netherlands",
        ),
        (
            "kennispark;5,1;;assumption;;a",
            "has no `lat`",
            "degrees of WGS 84",
        ),
        (
            "kennispark;5,1;51,x;assumption;;a",
            "`51,x` is not a number",
            "`lat` must be a number",
        ),
        (
            "kennispark;5,1;51,5;assumption;;",
            "the assumption `kennispark` has no reason",
            "`note`",
        ),
        (
            "kennispark;5,1;51,5;derived;;a",
            "cites no source",
            "source",
        ),
        (
            "kenispark;5,1;51,5;assumption;;a",
            "no object `kenispark`",
            "did you mean `kennispark`?",
        ),
    ] {
        let root = tempfile::tempdir().unwrap();
        let path = located(root.path(), &format!("{row}\n"));
        let shown = scenario::load(Path::new(&path)).unwrap_err().to_string();
        assert!(
            shown.contains(message) && shown.contains(hint),
            "{row}\n{shown}"
        );
        assert_eq!(shown.matches("error: ").count(), 1, "{shown}");
        assert!(shown.contains("locaties.csv:2"), "{shown}");
    }
    let root = tempfile::tempdir().unwrap();
    let path = located(
        root.path(),
        "kennispark;5,1;51,5;assumption;;a\nkennispark;5;51;assumption;;a\n",
    );
    let shown = scenario::load(Path::new(&path)).unwrap_err().to_string();
    assert!(shown.contains("`kennispark` is given twice"), "{shown}");
}

#[test]
fn a_scenario_without_locations_has_none() {
    let template = scenario::load(Path::new(TEMPLATE)).unwrap();
    assert!(template.locations.is_empty());
    let reference = scenario::load(Path::new(REFERENCE)).unwrap();
    let graded = |grade| {
        let locations = reference.locations.iter();
        locations
            .filter(|one| one.provenance.evidence == grade)
            .count()
    };
    assert_eq!(graded(Evidence::Derived), 22);
    assert_eq!(graded(Evidence::Assumption), 2);
}
