//! How far an outcome moves with each of its drivers.

use serde_json::{Value, json};

use super::{Plot, colors, datum, height, line, number, rows};
use crate::chart::{Swing, Tornado, palette};

/// The height of the two bars of a driver.
const STEP: u32 = 34;

pub(super) fn tornado(plot: Plot<'_>, tornado: &Tornado) -> Value {
    let ends = ["chart-tornado-low", "chart-tornado-high"].map(|key| plot.text(key));
    let bars: Vec<_> = tornado
        .swings
        .iter()
        .flat_map(|swing| bars(plot, swing, &ends))
        .collect();
    let names: Vec<_> = tornado
        .swings
        .iter()
        .map(|swing| swing.name.as_str())
        .collect();
    let y = json!({"field": "name", "type": "nominal", "title": null, "sort": names});
    let mut x = plot.values("value");
    x["scale"] = json!({"zero": false});
    x["stack"] = Value::Null;
    let side = [palette::BLUE, palette::ORANGE].map(palette::hex);
    json!({
        "height": height(STEP, tornado.swings.len()),
        "layer": [
            {
                "data": rows(&bars),
                "transform": [{"calculate": number(tornado.mean).to_string(), "as": "mean"}],
                "mark": {"type": "bar", "height": {"band": 0.8}},
                "encoding": {
                    "x": x,
                    "x2": {"field": "mean"},
                    "y": y,
                    "yOffset": {"field": "end", "type": "nominal", "sort": ends},
                    "color": {
                        "field": "end", "type": "nominal",
                        "scale": colors(&ends, |place| side[place].clone()),
                    },
                    "tooltip": [
                        line("name", " "),
                        line("end", "  "),
                        line("written", &plot.chart.unit),
                        line("figure", &tornado.column),
                    ],
                },
            },
            {
                "data": rows(&[json!({})]),
                "mark": {"type": "rule", "color": palette::hex(palette::INK), "strokeWidth": 1.5},
                "encoding": {"x": {"datum": number(tornado.mean), "type": "quantitative"}},
            },
        ],
    })
}

/// The outcome where a driver is lowest and where it is highest.
fn bars(plot: Plot<'_>, swing: &Swing, ends: &[String; 2]) -> Vec<Value> {
    let values = [swing.low, swing.high];
    ends.iter()
        .zip(values)
        .map(|(end, value)| {
            datum([
                ("name", json!(swing.name)),
                ("end", json!(end)),
                ("value", number(value)),
                ("written", json!(plot.figure(value))),
                ("figure", json!(swing.figure)),
            ])
        })
        .collect()
}
