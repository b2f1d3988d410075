//! Estimates against the number of draws.

use serde_json::{Value, json};

use super::{Plot, colors, datum, line, number, rows};
use crate::chart::{Convergence, palette};

pub(super) fn convergence(plot: Plot<'_>, convergence: &Convergence) -> Value {
    let data = convergence.series.iter().flat_map(|settling| {
        settling.estimates.iter().map(|estimate| {
            let error = plot.texts.significant(estimate.standard_error);
            let value = plot.texts.significant(estimate.value);
            datum([
                ("series", json!(settling.name)),
                ("draws", json!(estimate.draws.max(1))),
                ("value", number(estimate.value)),
                ("low", number(estimate.low())),
                ("high", number(estimate.high())),
                ("made", json!(plot.texts.whole(estimate.draws))),
                ("written", json!(format!("{value} ± {error}"))),
            ])
        })
    });
    let names: Vec<_> = convergence
        .series
        .iter()
        .map(|settling| settling.name.clone())
        .collect();
    let x = json!({
        "field": "draws", "type": "quantitative", "title": plot.text("chart-draws"),
        "scale": {"type": "log", "nice": false},
    });
    let mut y = plot.values("value");
    y["scale"] = json!({"zero": false});
    let mut low = y.clone();
    low["field"] = json!("low");
    let color = json!({
        "field": "series", "type": "nominal",
        "scale": colors(&names, |place| palette::hex(palette::series_color(place))),
    });
    json!({
        "data": rows(&data.collect::<Vec<_>>()),
        "height": 340,
        "encoding": {"x": x, "color": color},
        "layer": [
            {
                "mark": {"type": "area", "opacity": 0.2},
                "encoding": {"y": low, "y2": {"field": "high"}},
            },
            {"mark": {"type": "line", "strokeWidth": 2}, "encoding": {"y": y}},
            {
                "mark": {"type": "point", "filled": true, "size": 50, "opacity": 1},
                "encoding": {
                    "y": y,
                    "tooltip": [
                        line("series", " "),
                        line("made", &plot.text("chart-draws")),
                        line("written", &plot.chart.unit),
                    ],
                },
            },
        ],
    })
}
