//! Draws over two inputs, with the box of a rule.

use serde::{Deserialize, Serialize};

use super::legend::Key;
use super::palette::{self, Dash, GREY, Hatch, INK, SKY, Shape, VERMILION};
use super::pen::{Area, Stroke};
use super::scale::{Scale, extent};
use super::sheet::{HALF_LABEL, Sheet, level_axis_height};

/// Draws as dots, and a box.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Scatter {
    /// The level axis and the upright one.
    pub axes: [Axis; 2],
    /// The draws.
    pub dots: Vec<Dot>,
    /// What dots that meet the condition are called, those that do not, and the box.
    pub names: [String; 3],
}

/// An axis with the limits of the box.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Axis {
    /// What it shows, with its unit.
    pub name: String,
    /// The least value within the box; none when the box has no edge there.
    pub from: Option<f64>,
    /// The greatest value within the box; none when the box has no edge there.
    pub to: Option<f64>,
}

/// One draw.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Dot {
    /// Along the axes.
    pub at: [f64; 2],
    /// Whether it meets the condition.
    pub is_met: bool,
}

/// What a dot looks like: its form, size and colour.
fn look(is_met: bool) -> (Shape, f64, plotters::style::RGBColor) {
    if is_met {
        (Shape::Diamond, 5.0, VERMILION)
    } else {
        (Shape::Circle, 2.5, palette::mix(GREY, palette::WHITE, 0.35))
    }
}

pub(super) fn draw(scatter: &Scatter, sheet: &mut Sheet<'_, '_>) {
    if scatter.dots.is_empty() {
        return sheet.nothing();
    }
    draw_legend(scatter, sheet);
    sheet.area.right -= HALF_LABEL;
    let [level, upright] = &scatter.axes;
    let along = |axis: usize| extent(scatter.dots.iter().map(move |dot| dot.at[axis]));
    let below = level_axis_height(&level.name);
    sheet.unit.clone_from(&upright.name);
    let up = sheet.value_axis(along(1), below);
    sheet.area.bottom += below;
    sheet.unit.clone_from(&level.name);
    let across = sheet.level_value_axis(along(0));
    let inside = box_area(scatter, &across, &up);
    sheet.canvas.fill(&inside, SKY, 0.18);
    // those that meet the condition on top
    for is_met in [false, true] {
        let (shape, radius, color) = look(is_met);
        for dot in scatter.dots.iter().filter(|dot| dot.is_met == is_met) {
            let [x, y] = dot.at;
            if let (Some(x), Some(y)) = (across.at(x), up.at(y)) {
                sheet.canvas.marker((x, y), radius, shape, color);
            }
        }
    }
    let edge = Stroke::solid(INK, 3.0).dashed(Dash::Dashed);
    sheet.canvas.outline(&inside, edge);
}

fn draw_legend(scatter: &Scatter, sheet: &mut Sheet<'_, '_>) {
    let [met, not_met, inside] = scatter.names.clone();
    let dot = |is_met: bool| {
        let (shape, _, color) = look(is_met);
        Key::Point(shape, color)
    };
    sheet.legend(&[
        (dot(true), met),
        (dot(false), not_met),
        (Key::Fill(SKY, 0.4, Hatch::None), inside),
    ]);
}

/// The box, to the end of an axis where it has no edge.
fn box_area(scatter: &Scatter, across: &Scale, up: &Scale) -> Area {
    let [level, upright] = &scatter.axes;
    let at = |scale: &Scale, value: Option<f64>, end: f64| {
        value.and_then(|value| scale.at(value)).unwrap_or(end)
    };
    Area {
        left: at(across, level.from, across.start),
        right: at(across, level.to, across.end),
        top: at(up, upright.to, up.end),
        bottom: at(up, upright.from, up.start),
    }
}

/// Figures of a likely size, to test and to look at.
#[cfg(test)]
pub(super) fn sample() -> super::Body {
    use super::Body;

    let axis = |name: &str, from, to| Axis {
        name: name.to_owned(),
        from,
        to,
    };
    let dot = |number: u32| {
        let at = [0.618_034, 0.414_214].map(|step| (f64::from(number) * step).fract());
        Dot {
            at,
            is_met: at[0] > 0.5 && at[1] < 0.6,
        }
    };
    Body::Scatter(Scatter {
        axes: [
            axis("industry.green_return", Some(0.5), None),
            axis("transition.industrie.speed, 1/yr", None, Some(0.6)),
        ],
        dots: (0..300).map(dot).collect(),
        names: ["voldoet", "voldoet niet", "binnen de regel"].map(str::to_owned),
    })
}
