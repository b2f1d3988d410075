//! What variants cost beside what they bring.

use plotters::style::RGBColor;
use serde::{Deserialize, Serialize};

use super::legend::Key;
use super::numbered;
use super::palette::{self, Dash, GREY, INK, WHITE};
use super::pen::{Point, Stroke};
use super::scale::{Scale, extent_from_zero};
use super::sheet::{HALF_LABEL, Sheet, level_axis_height};
use super::values::Interval;

/// Variants by cost and effect. More effect is better, and so is less cost.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Frontier {
    /// The unit of cost; that of effect is the unit of the chart.
    pub cost_unit: String,
    /// The variants.
    pub variants: Vec<CostAndEffect>,
}

/// One variant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CostAndEffect {
    /// Its name.
    pub name: String,
    /// What it costs.
    pub cost: Interval,
    /// What it brings.
    pub effect: Interval,
}

const LIST: f64 = 420.0;

pub(super) fn draw(frontier: &Frontier, sheet: &mut Sheet<'_, '_>) {
    if frontier.variants.is_empty() {
        return sheet.nothing();
    }
    draw_legend(sheet);
    let strip = sheet.take_right(LIST);
    let heading = sheet.texts.get("chart-variants");
    let names: Vec<_> = frontier
        .variants
        .iter()
        .map(|variant| variant.name.clone())
        .collect();
    numbered::list(sheet, strip, &heading, &names);
    let (across, up) = axes(frontier, sheet);
    draw_edge(frontier, sheet, &across, &up);
    draw_variants(frontier, sheet, (&across, &up));
}

fn draw_legend(sheet: &mut Sheet<'_, '_>) {
    let shape = palette::series_shape(0);
    let edge = Stroke::solid(GREY, 3.0).dashed(Dash::Dashed);
    sheet.legend(&[
        (Key::Whisker(shape, INK), sheet.texts.get("chart-whisker")),
        (Key::Line(edge), sheet.texts.get("chart-frontier")),
    ]);
}

/// The axes of cost and of effect.
fn axes(frontier: &Frontier, sheet: &mut Sheet<'_, '_>) -> (Scale, Scale) {
    sheet.area.right -= HALF_LABEL;
    let below = level_axis_height(&frontier.cost_unit);
    let effects = frontier
        .variants
        .iter()
        .flat_map(|variant| variant.effect.figures());
    let costs = frontier
        .variants
        .iter()
        .flat_map(|variant| variant.cost.figures());
    let up = sheet.value_axis(extent_from_zero(effects), below);
    sheet.area.bottom += below;
    sheet.unit.clone_from(&frontier.cost_unit);
    let across = sheet.level_value_axis(extent_from_zero(costs));
    (across, up)
}

/// The places of those of several costs and effects that no other beats: none that brings at least as much
/// for at most the same cost, and one of them strictly.
pub(super) fn not_beaten(all: &[(f64, f64)]) -> Vec<usize> {
    let is_beaten = |&(cost, effect): &(f64, f64)| {
        all.iter().any(|&(other_cost, other_effect)| {
            other_cost <= cost
                && other_effect >= effect
                && (other_cost < cost || other_effect > effect)
        })
    };
    let places = { all.iter().enumerate() }
        .filter(|(_, one)| one.0.is_finite() && one.1.is_finite() && !is_beaten(one));
    places.map(|(place, _)| place).collect()
}

fn draw_edge(frontier: &Frontier, sheet: &mut Sheet<'_, '_>, across: &Scale, up: &Scale) {
    let medians: Vec<_> = { frontier.variants.iter() }
        .map(|variant| (variant.cost.p50, variant.effect.p50))
        .collect();
    let on_edge = not_beaten(&medians).into_iter();
    let on_edge = on_edge.map(|place| &frontier.variants[place]);
    let mut points: Vec<_> = on_edge
        .filter_map(|variant| Some((across.at(variant.cost.p50)?, up.at(variant.effect.p50)?)))
        .collect();
    points.sort_by(|one, other| one.0.total_cmp(&other.0));
    let stroke = Stroke::solid(GREY, 3.0).dashed(Dash::Dashed);
    sheet.canvas.line(&points, stroke);
}

/// Whiskers lie below, marks above them, numbers on top.
fn draw_variants(frontier: &Frontier, sheet: &mut Sheet<'_, '_>, axes: (&Scale, &Scale)) {
    let (across, up) = axes;
    let mut marks = Vec::new();
    for (place, variant) in frontier.variants.iter().enumerate() {
        let at = across.at(variant.cost.p50).zip(up.at(variant.effect.p50));
        if let Some(at) = at {
            let color = palette::series_color(place);
            draw_whiskers(sheet, (variant, color), at, axes);
            marks.push((place, at));
        }
    }
    numbered::marks(sheet, &marks);
}

/// The bands of a variant through its mark.
fn draw_whiskers(
    sheet: &mut Sheet<'_, '_>,
    (variant, color): (&CostAndEffect, RGBColor),
    (x, y): Point,
    (across, up): (&Scale, &Scale),
) {
    let [cheap, _, dear] = variant.cost.figures().map(|figure| across.at(figure));
    let [low, _, high] = variant.effect.figures().map(|figure| up.at(figure));
    let (cheap, dear) = (cheap.unwrap_or(x), dear.unwrap_or(x));
    let (low, high) = (low.unwrap_or(y), high.unwrap_or(y));
    let stroke = Stroke::solid(palette::mix(color, WHITE, 0.35), 2.0);
    sheet.canvas.whisker((cheap, y), (dear, y), 5.0, stroke);
    sheet.canvas.whisker((x, low), (x, high), 5.0, stroke);
}

/// Figures of a likely size, to test and to look at.
#[cfg(test)]
pub(super) fn sample() -> super::Body {
    use super::Body;
    use super::samples::interval;

    let variant = |name: &str, cost: f64, effect: f64| CostAndEffect {
        name: name.to_owned(),
        cost: interval(0.8 * cost, cost, 1.35 * cost),
        effect: interval(0.5 * effect, effect, 1.6 * effect),
    };
    Body::Frontier(Frontier {
        cost_unit: "miljoen euro (prijspeil 2024)".to_owned(),
        variants: vec![
            variant(
                "Intensiveren: een kwart van de uitbreidingsvraag op bestaand terrein",
                120.0,
                320.0,
            ),
            variant("Beschermen van nat HMC-terrein", 35.0, 180.0),
            variant("Nieuw terrein Maasvlakte III", 640.0, 460.0),
            variant("Waterstof importeren", 210.0, 140.0),
            variant("Alles samen", 900.0, 830.0),
        ],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variant_that_brings_less_for_more_is_not_on_the_edge() {
        let variants = [
            (1.0, 10.0),
            (2.0, 5.0),
            (3.0, 20.0),
            (3.0, 19.0),
            (f64::NAN, 99.0),
        ];
        assert_eq!(not_beaten(&variants), [0, 2]);
    }
}
