//! Variants by cost and effect.

use serde_json::{Value, json};

use super::{Plot, datum, line, number, rows};
use crate::chart::{Frontier, palette};

pub(super) fn frontier(plot: Plot<'_>, frontier: &Frontier) -> Value {
    let data: Vec<_> = frontier
        .variants
        .iter()
        .map(|variant| {
            datum([
                ("name", json!(variant.name)),
                ("cheap", number(variant.cost.p05)),
                ("cost", number(variant.cost.p50)),
                ("dear", number(variant.cost.p95)),
                ("low", number(variant.effect.p05)),
                ("effect", number(variant.effect.p50)),
                ("high", number(variant.effect.p95)),
                ("written_cost", json!(plot.written(&variant.cost))),
                ("written_effect", json!(plot.written(&variant.effect))),
            ])
        })
        .collect();
    let x =
        |field: &str| json!({"field": field, "type": "quantitative", "title": frontier.cost_unit});
    let tooltip = [
        line("name", " "),
        line("written_effect", &plot.chart.unit),
        line("written_cost", &frontier.cost_unit),
    ];
    let [blue, grey] = [palette::BLUE, palette::GREY].map(palette::hex);
    json!({
        "data": rows(&data),
        "height": 420,
        "layer": [
            {
                "mark": {"type": "rule", "color": grey, "opacity": 0.6},
                "encoding": {"x": x("cheap"), "x2": {"field": "dear"}, "y": plot.values("effect")},
            },
            {
                "mark": {"type": "rule", "color": grey, "opacity": 0.6},
                "encoding": {"x": x("cost"), "y": plot.values("low"), "y2": {"field": "high"}},
            },
            {
                "mark": {
                    "type": "point", "filled": true, "size": 90, "color": blue, "opacity": 1,
                },
                "encoding": {"x": x("cost"), "y": plot.values("effect"), "tooltip": tooltip},
            },
            {
                "mark": {"type": "text", "align": "left", "dx": 8, "dy": -8, "limit": 150},
                "encoding": {
                    "x": x("cost"), "y": plot.values("effect"),
                    "text": {"field": "name", "type": "nominal"}, "tooltip": tooltip,
                },
            },
        ],
    })
}
