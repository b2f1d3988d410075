//! Distributions over each other on one axis.

use serde_json::{Value, json};

use super::{Plot, colors, datum, line, number, rows};
use crate::chart::{Histogram, Panel, palette};
use crate::numeric::count;

pub(super) fn histogram(plot: Plot<'_>, histogram: &Histogram) -> Value {
    let panels = &histogram.panels;
    let bins: Vec<_> = panels.iter().flat_map(|panel| bins(plot, panel)).collect();
    let marks = panels.iter().map(|panel| {
        datum([
            ("panel", json!(panel.name)),
            ("p50", number(panel.marks.p50)),
            ("written", json!(plot.written(&panel.marks))),
        ])
    });
    let names: Vec<_> = panels.iter().map(|panel| panel.name.clone()).collect();
    let color = json!({
        "field": "panel", "type": "nominal",
        "scale": colors(&names, |place| palette::hex(palette::series_color(place))),
    });
    json!({
        "height": 300,
        "layer": [
            {
                "data": rows(&bins),
                "mark": {"type": "rect", "opacity": 0.6},
                "encoding": {
                    "x": plot.values("from"),
                    "x2": {"field": "to"},
                    "y": {
                        "field": "share", "type": "quantitative", "stack": null,
                        "title": plot.text("chart-share-of-draws"), "axis": {"format": ".0%"},
                    },
                    "y2": {"datum": 0},
                    "color": color,
                    "tooltip": [
                        line("panel", " "),
                        line("bin", &plot.chart.unit),
                        line("part", &plot.text("chart-share-of-draws")),
                    ],
                },
            },
            {
                "data": rows(&marks.collect::<Vec<_>>()),
                "mark": {"type": "rule", "strokeWidth": 2.5, "strokeDash": [6, 3]},
                "encoding": {
                    "x": plot.values("p50"),
                    "color": color,
                    "tooltip": [line("panel", " "), line("written", "P50 (P5 – P95)")],
                },
            },
        ],
    })
}

fn bins(plot: Plot<'_>, panel: &Panel) -> impl Iterator<Item = Value> {
    let shares = panel.shares.iter().enumerate();
    shares.map(move |(place, &share)| {
        let from = panel.from + count(place) * panel.width;
        let to = from + panel.width;
        let [low, high] = [from, to].map(|end| plot.texts.hectares(end));
        datum([
            ("panel", json!(panel.name)),
            ("from", number(from)),
            ("to", number(to)),
            ("share", number(share)),
            ("bin", json!(format!("{low} – {high}"))),
            ("part", json!(plot.texts.percent(share))),
        ])
    })
}
