//! Variants by cost and effect.

use serde_json::{Value, json};

use super::{Plot, datum, line, number, rows};
use crate::chart::{CostAndEffect, Frontier, palette};

/// The parts of the axes that a name takes to the right of its mark, and above it.
const NAME: [f64; 2] = [0.25, 0.045];

/// Which variants have room for their names beside their marks, the most effective first. The names of
/// the others show under the pointer and stand in the table of figures.
fn labelled(frontier: &Frontier) -> Vec<bool> {
    let places: Vec<_> = { frontier.variants.iter() }
        .map(|variant| [variant.cost.p50, variant.effect.p50])
        .collect();
    let room = |axis: usize| {
        let figures = { frontier.variants.iter() }.flat_map(|variant| {
            let band = if axis == 0 {
                variant.cost
            } else {
                variant.effect
            };
            [band.p05, band.p95]
        });
        let ends = figures.fold([0.0_f64, 0.0], |[low, high], figure| {
            [low.min(figure), high.max(figure)]
        });
        NAME[axis] * (ends[1] - ends[0])
    };
    let room = [room(0), room(1)];
    let mut order: Vec<_> = (0..places.len()).collect();
    order.sort_by(|&one, &other| places[other][1].total_cmp(&places[one][1]));
    let mut labelled = vec![false; places.len()];
    for place in order {
        let is_near = |other: usize| {
            (0..2).all(|axis| (places[place][axis] - places[other][axis]).abs() < room[axis])
        };
        labelled[place] = !(0..places.len()).any(|other| labelled[other] && is_near(other));
    }
    labelled
}

pub(super) fn frontier(plot: Plot<'_>, frontier: &Frontier) -> Value {
    let labelled = labelled(frontier);
    let x =
        |field: &str| json!({"field": field, "type": "quantitative", "title": frontier.cost_unit});
    let dearest = frontier.variants.iter().map(|variant| variant.cost.p95);
    let dearest = dearest.fold(0.0, f64::max);
    // Names of marks in the right half end at them, so that none runs off the chart.
    let is_far = |variant: &CostAndEffect| variant.cost.p50 > 0.5 * dearest;
    let tooltip = [
        line("name", " "),
        line("written_effect", &plot.chart.unit),
        line("written_cost", &frontier.cost_unit),
    ];
    let data: Vec<_> = frontier
        .variants
        .iter()
        .zip(labelled)
        .map(|(variant, is_labelled)| {
            let label = |is_here: bool| json!(if is_here { &*variant.name } else { "" });
            datum([
                ("name", json!(variant.name)),
                ("label", label(is_labelled && !is_far(variant))),
                ("far_label", label(is_labelled && is_far(variant))),
                ("cheap", number(variant.cost.p05)),
                ("cost", number(variant.cost.p50)),
                ("dear", number(variant.cost.p95)),
                ("low", number(variant.effect.p05)),
                ("effect", number(variant.effect.p50)),
                ("high", number(variant.effect.p95)),
                ("written_cost", json!(plot.written(variant.cost))),
                ("written_effect", json!(plot.written(variant.effect))),
            ])
        })
        .collect();
    let names = |field: &str, align: &str, dx: i32| {
        json!({
            "mark": {"type": "text", "align": align, "dx": dx, "dy": -8, "limit": 150},
            "encoding": {
                "x": x("cost"), "y": plot.values("effect"),
                "text": {"field": field, "type": "nominal"}, "tooltip": tooltip,
            },
        })
    };
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
            names("label", "left", 8),
            names("far_label", "right", -8),
        ],
    })
}
