//! Bands of named rows: places, entities, variants.

use serde_json::{Value, json};

use super::{Plot, colors, datum, height, line, number, rows};
use crate::chart::{Differences, Ranges, Row, palette};

/// The height of one band.
const STEP: u32 = 15;

pub(super) fn ranges(plot: Plot<'_>, ranges: &Ranges) -> Value {
    named_rows(plot, &ranges.series, &ranges.rows, &json!(plot.chart.unit))
}

pub(super) fn differences(plot: Plot<'_>, differences: &Differences) -> Value {
    let Differences {
        series,
        rows,
        below_zero,
        above_zero,
    } = differences;
    // Under each other, since a telephone has no room for them side by side.
    let title = [
        format!("‹ {below_zero}"),
        format!("{above_zero} ›"),
        plot.chart.unit.clone(),
    ];
    let mut specification = named_rows(plot, series, rows, &json!(title));
    let zero = json!({
        "data": {"values": [{}]},
        "mark": {"type": "rule", "color": palette::hex(palette::INK), "strokeWidth": 1.5},
        "encoding": {"x": {"datum": 0, "type": "quantitative"}},
    });
    if let Some(layers) = specification["layer"].as_array_mut() {
        layers.insert(0, zero);
    }
    specification
}

fn named_rows(plot: Plot<'_>, series: &[String], given: &[Row], title: &Value) -> Value {
    let data: Vec<_> = given
        .iter()
        .flat_map(|row| {
            row.bands.iter().zip(series).map(|(band, series)| {
                datum([
                    ("row", json!(row.name)),
                    ("series", json!(series)),
                    ("p05", number(band.p05)),
                    ("p50", number(band.p50)),
                    ("p95", number(band.p95)),
                    ("written", json!(plot.written(*band))),
                ])
            })
        })
        .collect();
    let names: Vec<_> = given.iter().map(|row| row.name.as_str()).collect();
    let x = |field: &str| json!({"field": field, "type": "quantitative", "title": title});
    let y = json!({
        "field": "row", "type": "nominal", "title": null, "sort": names,
        "scale": {"paddingInner": 0.25},
    });
    let apart = json!({"field": "series", "type": "nominal", "sort": series});
    let color = json!({
        "field": "series", "type": "nominal",
        "scale": colors(series, |place| palette::hex(palette::series_color(place))),
    });
    let shape = json!({
        "field": "series", "type": "nominal",
        "scale": {"domain": series, "range": shapes(series.len())},
    });
    let tooltip = [
        line("row", " "),
        line("series", "  "),
        line("written", "P50 (P5 – P95)"),
    ];
    json!({
        "data": rows(&data),
        "height": height(STEP, given.len() * series.len().max(1)),
        "layer": [
            {
                "mark": {"type": "rule", "strokeWidth": 3},
                "encoding": {
                    "x": x("p05"), "x2": {"field": "p95"}, "y": y, "yOffset": apart,
                    "color": color, "tooltip": tooltip,
                },
            },
            {
                "mark": {"type": "point", "filled": true, "size": 70, "opacity": 1},
                "encoding": {
                    "x": x("p50"), "y": y, "yOffset": apart, "color": color, "shape": shape,
                    "tooltip": tooltip,
                },
            },
        ],
    })
}

/// The forms of the points, as the static drawing has them.
fn shapes(count: usize) -> Vec<&'static str> {
    let forms = ["circle", "diamond", "square", "triangle-up"];
    forms.into_iter().cycle().take(count).collect()
}
