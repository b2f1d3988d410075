//! The boundaries of the provinces, from GeoJSON.

use serde_json::Value;

use crate::chart::error::ChartError;
use crate::chart::pen::Point;

const GEOJSON: &str = include_str!("nl_provincies.geojson");

/// The NUTS 2 codes of the provinces, in order.
pub(super) const CODES: [&str; 12] = [
    "NL11", "NL12", "NL13", "NL21", "NL22", "NL23", "NL32", "NL34", "NL35", "NL36", "NL41", "NL42",
];

/// A province: its code and its land, in degrees of longitude and latitude.
pub struct Province {
    /// Its NUTS 2 code.
    pub code: String,
    /// A place well inside its largest part.
    pub(in crate::chart) label: Point,
    outer_rings: Vec<Vec<Point>>,
}

impl Province {
    /// The outer edges of its parts.
    pub fn outer_rings(&self) -> impl Iterator<Item = &Vec<Point>> {
        self.outer_rings.iter()
    }
}

/// Reads the provinces.
///
/// # Errors
/// When the file that comes with the program is broken.
pub fn read() -> Result<Vec<Province>, ChartError> {
    let refused = |reason: &str| ChartError::Boundaries(reason.to_owned());
    let file: Value = serde_json::from_str(GEOJSON).map_err(|error| refused(&error.to_string()))?;
    let features = file["features"]
        .as_array()
        .ok_or_else(|| refused("no features"))?;
    features
        .iter()
        .map(|feature| province(feature).ok_or_else(|| refused("a feature without code or land")))
        .collect()
}

fn province(feature: &Value) -> Option<Province> {
    let code = feature["properties"]["nuts2"].as_str()?.to_owned();
    let parts = feature["geometry"]["coordinates"].as_array()?;
    let outer_rings = parts
        .iter()
        .map(|rings| ring(rings.get(0)?))
        .collect::<Option<Vec<_>>>()?;
    let largest = outer_rings
        .iter()
        .max_by(|one, other| area(one).total_cmp(&area(other)))?;
    let label = inner_place(largest);
    Some(Province {
        code,
        label,
        outer_rings,
    })
}

fn ring(coordinates: &Value) -> Option<Vec<Point>> {
    let place = |place: &Value| Some((place.get(0)?.as_f64()?, place.get(1)?.as_f64()?));
    coordinates.as_array()?.iter().map(place).collect()
}

/// The area within a ring, in square degrees.
fn area(ring: &[Point]) -> f64 {
    let twice: f64 = ring
        .windows(2)
        .map(|ends| ends[0].0 * ends[1].1 - ends[1].0 * ends[0].1)
        .sum();
    (twice / 2.0).abs()
}

/// The place of a fine grid that lies farthest from the edge of a ring.
fn inner_place(ring: &[Point]) -> Point {
    const STEPS: u8 = 24;
    let low = ring.iter().fold((f64::MAX, f64::MAX), |low, at| {
        (low.0.min(at.0), low.1.min(at.1))
    });
    let high = ring.iter().fold((f64::MIN, f64::MIN), |high, at| {
        (high.0.max(at.0), high.1.max(at.1))
    });
    let mut best = (low, -1.0);
    for step in 0..u16::from(STEPS) * u16::from(STEPS) {
        let part = |step: u16| (f64::from(step) + 0.5) / f64::from(STEPS);
        let (column, row) = (step % u16::from(STEPS), step / u16::from(STEPS));
        let at = (
            low.0 + part(column) * (high.0 - low.0),
            low.1 + part(row) * (high.1 - low.1),
        );
        let distance = if is_inside(ring, at) {
            distance_to_edge(ring, at)
        } else {
            -1.0
        };
        if distance > best.1 {
            best = (at, distance);
        }
    }
    best.0
}

/// Whether a place lies within a ring: a line to the east crosses it an odd number of times.
pub(super) fn is_inside(ring: &[Point], (x, y): Point) -> bool {
    let crosses = |ends: &&[Point]| {
        let ((x1, y1), (x2, y2)) = (ends[0], ends[1]);
        (y1 > y) != (y2 > y) && x < x1 + (y - y1) / (y2 - y1) * (x2 - x1)
    };
    ring.windows(2).filter(crosses).count() % 2 == 1
}

/// The distance to the nearest edge, with degrees of longitude counted as 0.6 of those of latitude.
fn distance_to_edge(ring: &[Point], (x, y): Point) -> f64 {
    let flat = |at: Point| (0.6 * (at.0 - x), at.1 - y);
    let distance = |ends: &[Point]| {
        let ((x1, y1), (x2, y2)) = (flat(ends[0]), flat(ends[1]));
        let (dx, dy) = (x2 - x1, y2 - y1);
        let length = dx * dx + dy * dy;
        let part = if length > 0.0 {
            (-(x1 * dx + y1 * dy) / length).clamp(0.0, 1.0)
        } else {
            0.0
        };
        let (x, y) = (x1 + part * dx, y1 + part * dy);
        crate::numeric::sqrt(x * x + y * y)
    };
    ring.windows(2).map(distance).fold(f64::INFINITY, f64::min)
}
