//! Stacked bars with the band of their total.

use serde_json::{Value, json};

use super::{Plot, colors, datum, height, line, number, rows};
use crate::chart::{Bar, StackedBars, palette};

/// The height of one bar.
const STEP: u32 = 34;

pub(super) fn stacked(plot: Plot<'_>, bars: &StackedBars) -> Value {
    let parts = bars.bars.iter().flat_map(|bar| {
        let sizes = bars.parts.iter().zip(&bar.sizes).enumerate();
        sizes.map(|(place, (part, &size))| {
            datum([
                ("bar", json!(name(bar))),
                ("part", json!(part)),
                ("place", json!(place)),
                ("size", number(size)),
                ("written", json!(plot.texts.hectares(size))),
            ])
        })
    });
    let totals = bars.bars.iter().filter_map(|bar| {
        let total = bar.total.as_ref()?;
        Some(datum([
            ("bar", json!(name(bar))),
            ("p05", number(total.p05)),
            ("p50", number(total.p50)),
            ("p95", number(total.p95)),
            ("written", json!(plot.written(total))),
        ]))
    });
    let totals: Vec<_> = totals.collect();
    let names: Vec<_> = bars.bars.iter().map(name).collect();
    let y = json!({"field": "bar", "type": "nominal", "title": null, "sort": names});
    let color = colors(&bars.parts, |place| {
        palette::hex(palette::series_color(place))
    });
    let mut layers = vec![json!({
        "data": rows(&parts.collect::<Vec<_>>()),
        "mark": {"type": "bar", "height": {"band": 0.7}, "stroke": "white"},
        "encoding": {
            "x": plot.values("size"),
            "y": y,
            "order": {"field": "place", "type": "quantitative"},
            "color": {"field": "part", "type": "nominal", "scale": color},
            "tooltip": [line("bar", " "), line("part", "  "), line("written", &plot.chart.unit)],
        },
    })];
    layers.extend((!totals.is_empty()).then(|| of_totals(plot, &totals, &y)));
    json!({"height": height(STEP, bars.bars.len()), "layer": layers})
}

/// The bands of the totals, with their medians.
fn of_totals(plot: Plot<'_>, totals: &[Value], y: &Value) -> Value {
    let tooltip = [line("bar", " "), line("written", "P50 (P5 – P95)")];
    let ink = palette::hex(palette::INK);
    json!({
        "data": rows(totals),
        "layer": [
            {
                "mark": {"type": "rule", "color": ink, "strokeWidth": 2},
                "encoding": {
                    "x": plot.values("p05"), "x2": {"field": "p95"}, "y": y, "tooltip": tooltip,
                },
            },
            {
                "mark": {"type": "point", "filled": true, "size": 60, "color": ink, "opacity": 1},
                "encoding": {"x": plot.values("p50"), "y": y, "tooltip": tooltip},
            },
        ],
    })
}

/// The name of a bar among those of all groups.
fn name(bar: &Bar) -> String {
    format!("{} {}", bar.group, bar.name)
}
