//! How much of one thing is had for another.

use serde::{Deserialize, Serialize};

use super::legend::Key;
use super::palette::{self, Dash, GREY, INK};
use super::pen::{Letters, Point, Stroke};
use super::scale::Scale;
use super::sheet::{HALF_LABEL, LABEL, Sheet, level_axis_height};

/// Curves of what is kept against what is won, in percent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TradeOff {
    /// What the level axis shows; the unit of the chart names the other.
    pub across: String,
    /// The curves: their names and points.
    pub curves: Vec<(String, Vec<Bought>)>,
    /// What was chosen in the end; it need not lie on a curve.
    pub chosen: Option<Bought>,
}

/// A point on the way.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Bought {
    /// Along the level axis, percent.
    pub across: f64,
    /// Upward, percent.
    pub up: f64,
}

const WHOLE: (f64, f64) = (0.0, 100.0);

pub(super) fn draw(trade_off: &TradeOff, sheet: &mut Sheet<'_, '_>) {
    if trade_off.curves.iter().all(|(_, points)| points.is_empty()) {
        return sheet.nothing();
    }
    draw_legend(trade_off, sheet);
    sheet.area.right -= HALF_LABEL;
    let below = level_axis_height(&trade_off.across);
    let up = sheet.value_axis(WHOLE, below);
    sheet.area.bottom += below;
    sheet.unit.clone_from(&trade_off.across);
    let across = sheet.level_value_axis(WHOLE);
    let last = trade_off.curves.len().saturating_sub(1);
    for (place, (_, points)) in trade_off.curves.iter().enumerate() {
        draw_curve(sheet, points, place, (&across, &up));
        if place == last {
            draw_points(sheet, points, (&across, &up));
        }
    }
    if let Some(chosen) = trade_off.chosen {
        draw_chosen(sheet, &chosen, (&across, &up));
    }
}

fn draw_legend(trade_off: &TradeOff, sheet: &mut Sheet<'_, '_>) {
    let item = |(place, (name, _)): (usize, &(String, Vec<Bought>))| {
        (Key::Line(stroke(place)), name.clone())
    };
    let items: Vec<_> = trade_off.curves.iter().enumerate().map(item).collect();
    sheet.legend(&items);
}

fn stroke(place: usize) -> Stroke {
    // the last curve stands out: the first one is dashed
    let dash = palette::series_dash(1 - place.min(1));
    Stroke::solid(palette::series_color(1 - place.min(1)), 3.5).dashed(dash)
}

fn at(point: &Bought, (across, up): (&Scale, &Scale)) -> Option<Point> {
    Some((across.at(point.across)?, up.at(point.up)?))
}

fn draw_curve(sheet: &mut Sheet<'_, '_>, points: &[Bought], place: usize, axes: (&Scale, &Scale)) {
    let points: Vec<_> = points.iter().filter_map(|point| at(point, axes)).collect();
    sheet.canvas.line(&points, stroke(place));
}

/// Marks every point of a curve.
fn draw_points(sheet: &mut Sheet<'_, '_>, points: &[Bought], axes: (&Scale, &Scale)) {
    let color = palette::series_color(0);
    for point in points.iter().filter_map(|point| at(point, axes)) {
        let shape = palette::series_shape(0);
        sheet.canvas.marker(point, 5.0, shape, color);
    }
}

/// Marks and names what was chosen, with lines to both axes.
fn draw_chosen(sheet: &mut Sheet<'_, '_>, chosen: &Bought, axes: (&Scale, &Scale)) {
    let Some((x, y)) = at(chosen, axes) else {
        return;
    };
    for end in [(x, axes.1.start), (axes.0.start, y)] {
        let stroke = Stroke::solid(GREY, 2.0).dashed(Dash::Dotted);
        sheet.canvas.line(&[(x, y), end], stroke);
    }
    let shape = palette::series_shape(1);
    sheet.canvas.marker((x, y), 13.0, shape, palette::VERMILION);
    let letters = Letters::of(LABEL).bold().color(INK);
    let text = sheet.texts.get("chart-chosen");
    sheet.canvas.text(&text, (x + 22.0, y - 16.0), letters);
}

/// Figures of a likely size, to test and to look at.
#[cfg(test)]
pub(super) fn sample() -> super::Body {
    use super::Body;

    let curve = |loss: f64| -> Vec<Bought> {
        (0..=20)
            .map(|step| {
                let across = 100.0 - 4.0 * f64::from(step);
                Bought {
                    across,
                    up: 95.0 - loss * across * across / 140.0,
                }
            })
            .collect()
    };
    Body::TradeOff(TradeOff {
        across: "dekking, %".to_owned(),
        curves: vec![
            ("gezocht".to_owned(), curve(0.9)),
            ("getoetst".to_owned(), curve(1.0)),
        ],
        chosen: Some(Bought {
            across: 52.0,
            up: 74.0,
        }),
    })
}
