//! Stacked bars with the band of their total.

use serde_json::{Value, json};

use super::{Plot, colors, datum, height, line, number, rows};
use crate::chart::{Bar, StackedBars, palette};

/// The height of one bar.
const STEP: u32 = 34;
/// A part smaller than this, of the longest bar, has no room for its number.
const LEAST_NUMBERED: f64 = 0.03;

pub(super) fn stacked(plot: Plot<'_>, bars: &StackedBars) -> Value {
    // Colours alone do not tell parts apart: each has a number, which stands in it.
    let numbered = bars.parts.iter().zip(1..);
    let numbered: Vec<_> = numbered
        .map(|(part, one)| format!("{one} {part}"))
        .collect();
    let lengths = bars.bars.iter().map(|bar| bar.sizes.iter().sum());
    let least = LEAST_NUMBERED * lengths.fold(0.0, f64::max);
    let parts = bars.bars.iter().flat_map(|bar| {
        let sizes = numbered.iter().zip(&bar.sizes).enumerate();
        sizes.map(move |(place, (part, &size))| {
            let label = (place + 1).to_string();
            let label = if size >= least { label } else { String::new() };
            datum([
                ("bar", json!(name(bar))),
                ("part", json!(part)),
                ("place", json!(place)),
                ("size", number(size)),
                ("number", json!(label)),
                ("ink", json!(ink(place))),
                ("written", json!(plot.texts.hectares(size))),
            ])
        })
    });
    let parts: Vec<_> = parts.collect();
    let totals = bars.bars.iter().filter_map(|bar| {
        let total = bar.total.as_ref()?;
        Some(datum([
            ("bar", json!(name(bar))),
            ("p05", number(total.p05)),
            ("p50", number(total.p50)),
            ("p95", number(total.p95)),
            ("written", json!(plot.written(*total))),
        ]))
    });
    let totals: Vec<_> = totals.collect();
    let names: Vec<_> = bars.bars.iter().map(name).collect();
    let y = json!({"field": "bar", "type": "nominal", "title": null, "sort": names});
    let color = colors(&numbered, |place| {
        palette::hex(palette::series_color(place))
    });
    let order = json!({"field": "place", "type": "quantitative"});
    let mut middle = plot.values("size");
    middle["stack"] = json!("zero");
    middle["bandPosition"] = json!(0.5);
    let mut layers = vec![
        json!({
            "data": rows(&parts),
            "mark": {"type": "bar", "height": {"band": 0.7}, "stroke": "white"},
            "encoding": {
                "x": plot.values("size"),
                "y": y,
                "order": order,
                "color": {"field": "part", "type": "nominal", "scale": color},
                "tooltip": [line("bar", " "), line("part", "  "), line("written", &plot.chart.unit)],
            },
        }),
        json!({
            "data": rows(&parts),
            // Above the middle, through which the band of the total runs.
            "mark": {"type": "text", "fontSize": 10, "dy": -6},
            "encoding": {
                "x": middle,
                "y": y,
                "order": order,
                "text": {"field": "number", "type": "nominal"},
                "color": {"field": "ink", "type": "nominal", "scale": null},
            },
        }),
    ];
    layers.extend((!totals.is_empty()).then(|| of_totals(plot, &totals, &y)));
    json!({"height": height(STEP, bars.bars.len()), "layer": layers})
}

/// The colour of letters on a part.
fn ink(place: usize) -> String {
    palette::hex(palette::ink_on(palette::series_color(place)))
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
