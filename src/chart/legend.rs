//! What the marks of a chart mean, on lines of their own above the data.

use plotters::style::RGBColor;

use super::canvas::Canvas;
use super::palette::{Hatch, Shape, WHITE};
use super::pen::{Area, Letters, Stroke};

/// The width of a key, and the space after a key and after a label.
const KEY: f64 = 44.0;
const AFTER_KEY: f64 = 12.0;
const AFTER_LABEL: f64 = 40.0;
/// The height of a filled key.
const BOX: f64 = 22.0;

/// How a mark looks.
#[derive(Debug, Clone, Copy)]
pub(super) enum Key {
    /// A filled area.
    Fill(RGBColor, f64, Hatch),
    /// A line.
    Line(Stroke),
    /// A point with whiskers to both sides.
    Whisker(Shape, RGBColor),
    /// A point.
    Point(Shape, RGBColor),
}

/// A mark and what it means.
pub(super) type Item = (Key, String);

/// Draws a legend along the top of an area and returns what is left below it.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Area, items: &[Item]) -> Area {
    let letters = Letters::of(22.0);
    let (mut x, mut y) = (area.left, area.top + letters.line() / 2.0);
    if items.is_empty() {
        return area;
    }
    for (key, label) in items {
        let room = area.width() - KEY - AFTER_KEY;
        let lines = letters.wrap(label, room, 1);
        let label = lines.first().map_or("", String::as_str);
        let width = KEY + AFTER_KEY + letters.width(label);
        if x > area.left && x + width > area.right {
            x = area.left;
            y += 1.15 * letters.line();
        }
        draw_key(canvas, *key, x, y);
        canvas.text(label, (x + KEY + AFTER_KEY, y), letters);
        x += width + AFTER_LABEL;
    }
    Area {
        top: y + letters.line() / 2.0 + 18.0,
        ..area
    }
}

fn draw_key(canvas: &mut Canvas<'_>, key: Key, x: f64, y: f64) {
    let middle = (x + KEY / 2.0, y);
    match key {
        Key::Fill(color, opacity, hatch) => {
            let area = Area {
                left: x,
                right: x + KEY,
                top: y - BOX / 2.0,
                bottom: y + BOX / 2.0,
            };
            canvas.fill(&area, color, opacity);
            canvas.hatch(&area, hatch, WHITE);
        }
        Key::Line(stroke) => canvas.line(&[(x, y), (x + KEY, y)], stroke),
        Key::Point(shape, color) => canvas.marker(middle, 7.0, shape, color),
        Key::Whisker(shape, color) => {
            let stroke = Stroke::solid(color, 3.0);
            canvas.whisker((x, y), (x + KEY, y), 7.0, stroke);
            canvas.marker(middle, 7.0, shape, color);
        }
    }
}
