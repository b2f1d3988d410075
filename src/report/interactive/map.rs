//! The provinces, shaded.

use serde_json::{Value, json};

use super::{Plot, datum, line, rows};
use crate::chart::{ChartError, ProvinceMap, outlines, palette};

/// The name of the outlines among the data of the page.
const OUTLINES: &str = "outlines";

pub(super) fn provinces(plot: Plot<'_>, map: &ProvinceMap) -> Value {
    let data: Vec<_> = map
        .provinces
        .iter()
        .zip(map.shades())
        .map(|(province, shade)| {
            datum([
                ("code", json!(province.code)),
                ("name", json!(province.name)),
                ("fill", json!(palette::hex(shade))),
                ("ink", json!(palette::hex(palette::ink_on(shade)))),
                (
                    "written",
                    json!(map.figures.written(province.value, plot.texts)),
                ),
            ])
        })
        .collect();
    let unscaled = |field: &str| json!({"field": field, "type": "nominal", "scale": null});
    let tooltip = [line("name", " "), line("written", &plot.chart.unit)];
    json!({
        "height": 480,
        "data": {"name": OUTLINES},
        "transform": [{
            "lookup": "code",
            "from": {"data": rows(&data), "key": "code", "fields": ["name", "fill", "ink", "written"]},
        }],
        "projection": {"type": "identity", "reflectY": true},
        "layer": [
            {
                "mark": {"type": "geoshape", "stroke": "white", "strokeWidth": 1},
                "encoding": {"fill": unscaled("fill"), "tooltip": tooltip},
            },
            {
                "mark": {"type": "text", "fontWeight": 600},
                "encoding": {
                    "longitude": {"field": "x", "type": "quantitative"},
                    "latitude": {"field": "y", "type": "quantitative"},
                    "text": {"field": "written", "type": "nominal"},
                    "color": unscaled("ink"),
                    "tooltip": tooltip,
                },
            },
        ],
    })
}

/// The outlines of the provinces: data that all maps of a page share.
///
/// # Errors
/// When the outlines that come with the program cannot be read.
pub fn shared_outlines() -> Result<Value, ChartError> {
    let features: Vec<_> = outlines()?
        .into_iter()
        .map(|outline| {
            let parts: Vec<_> = outline.rings.iter().map(|ring| [shape(ring)]).collect();
            let (x, y) = place(outline.label);
            json!({
                "type": "Feature", "code": outline.code, "x": x, "y": y,
                "geometry": {"type": "MultiPolygon", "coordinates": parts},
            })
        })
        .collect();
    Ok(json!({ OUTLINES: features }))
}

fn shape(ring: &[(f64, f64)]) -> Vec<(f64, f64)> {
    ring.iter().map(|&at| place(at)).collect()
}

/// A place to three decimals: about 100 m, less than a pixel.
fn place((x, y): (f64, f64)) -> (f64, f64) {
    let rounded = |degrees: f64| (degrees * 1e3).round() / 1e3;
    (rounded(x), rounded(y))
}
