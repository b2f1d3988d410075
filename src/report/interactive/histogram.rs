//! Distributions above each other on one axis, each under its name.

use serde_json::{Value, json};

use super::{Plot, colors, datum, height, line, number, rows};
use crate::chart::{Histogram, Panel, palette};
use crate::numeric::count;

/// The height of a panel.
const STEP: u32 = 120;
/// The part of it that the highest bar takes.
const FILLED: f64 = 0.8;

pub(super) fn histogram(plot: Plot<'_>, histogram: &Histogram) -> Value {
    let panels = &histogram.panels;
    let shares = panels.iter().flat_map(|panel| panel.shares.iter().copied());
    let highest = shares.fold(f64::MIN_POSITIVE, f64::max);
    let floors = || panels.iter().zip((0..panels.len()).rev().map(count));
    let bins: Vec<_> = floors()
        .flat_map(|(panel, floor)| bins(plot, panel, (floor, FILLED / highest)))
        .collect();
    let marks = floors().map(|(panel, floor)| {
        datum([
            ("panel", json!(panel.name)),
            ("floor", number(floor)),
            ("top", number(floor + FILLED)),
            ("p50", number(panel.marks.p50)),
            ("written", json!(plot.written(panel.marks))),
        ])
    });
    let marks: Vec<_> = marks.collect();
    let names: Vec<_> = panels.iter().map(|panel| panel.name.clone()).collect();
    let color = json!({
        "field": "panel", "type": "nominal", "legend": null,
        "scale": colors(&names, |place| palette::hex(palette::series_color(place))),
    });
    let y = |field: &str| {
        json!({
            "field": field, "type": "quantitative", "axis": null,
            "scale": {"domain": [0, panels.len()], "nice": false},
        })
    };
    let ink = palette::hex(palette::INK);
    json!({
        "height": height(STEP, panels.len()),
        "layer": [
            {
                "data": rows(&bins),
                "mark": {"type": "rect", "opacity": 0.75},
                "encoding": {
                    "x": plot.values("from"),
                    "x2": {"field": "to"},
                    "y": y("floor"),
                    "y2": {"field": "top"},
                    "color": color,
                    "tooltip": [
                        line("panel", " "),
                        line("bin", &plot.chart.unit),
                        line("part", &plot.text("chart-share-of-draws")),
                    ],
                },
            },
            {
                "data": rows(&marks),
                "mark": {"type": "rule", "color": ink, "strokeWidth": 2, "strokeDash": [6, 3]},
                "encoding": {
                    "x": plot.values("p50"),
                    "y": y("floor"),
                    "y2": {"field": "top"},
                    "tooltip": [line("panel", " "), line("written", "P50 (P5 – P95)")],
                },
            },
            {
                "data": rows(&marks),
                "mark": {
                    "type": "text", "align": "right", "baseline": "bottom", "fontWeight": "bold",
                },
                "encoding": {
                    "x": {"value": "width"},
                    "y": y("top"),
                    "text": {"field": "panel", "type": "nominal"},
                },
            },
        ],
    })
}

/// The bars of a panel that stands on a floor, so much high for a share.
fn bins(plot: Plot<'_>, panel: &Panel, (floor, scale): (f64, f64)) -> impl Iterator<Item = Value> {
    let shares = panel.shares.iter().enumerate();
    shares.map(move |(place, &share)| {
        let from = panel.from + count(place) * panel.width;
        let to = from + panel.width;
        let [low, high] = [from, to].map(|end| plot.figure(end));
        datum([
            ("panel", json!(panel.name)),
            ("from", number(from)),
            ("to", number(to)),
            ("floor", number(floor)),
            ("top", number(floor + scale * share)),
            ("bin", json!(format!("{low} – {high}"))),
            ("part", json!(plot.texts.percent(share))),
        ])
    })
}
