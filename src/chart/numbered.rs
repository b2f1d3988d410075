//! Marks with numbers, and the list that says what the numbers stand for.

use super::labels::Label;
use super::palette::{self, GREY, INK, WHITE};
use super::pen::{Area, Letters, Point, Stroke};
use super::sheet::{LABEL, Sheet};
use crate::numeric::count;

/// The size of a mark.
const MARK: f64 = 8.0;

/// Draws the marks of entries of a list, by their places in it, each with its number near it: none over another, with
/// a line to a mark that it is not beside.
pub(super) fn marks(sheet: &mut Sheet<'_, '_>, marks: &[(usize, Point)]) {
    let letters = Letters::of(21.0).bold().middle();
    let label = Label {
        width: letters.width("00") + 6.0,
        height: 24.0,
        reach: MARK + 2.0,
    };
    let points: Vec<_> = marks.iter().map(|(_, at)| *at).collect();
    let numbers = label.places(&points, &sheet.area);
    for (&at, &number) in points.iter().zip(&numbers) {
        sheet.canvas.line(&[at, number], Stroke::solid(INK, 1.5));
    }
    for &(place, at) in marks {
        let (shape, color) = (palette::series_shape(place), palette::series_color(place));
        sheet.canvas.marker(at, MARK, shape, color);
    }
    for ((place, _), &at) in marks.iter().zip(&numbers) {
        sheet.canvas.fill(&label.around(at), WHITE, 0.9);
        sheet.canvas.text(&(place + 1).to_string(), at, letters);
    }
}

/// A numbered list under a heading, in a strip at the right of the sheet.
pub(super) fn list(sheet: &mut Sheet<'_, '_>, strip: Area, heading: &str, entries: &[String]) {
    let left = strip.left + 36.0;
    let letters = Letters::of(list_size(entries, strip));
    let mut y = strip.top + letters.line();
    sheet
        .canvas
        .text(heading, (left, y), Letters::of(LABEL).bold());
    y += 1.5 * letters.line();
    for (place, entry) in entries.iter().enumerate() {
        let lines = letters.wrap(entry, strip.right - left - 34.0, 4);
        let height = letters.line() * count(lines.len());
        if y + height > strip.bottom + letters.line() {
            sheet.canvas.text("…", (left, y), letters.color(GREY));
            break;
        }
        sheet
            .canvas
            .text(&(place + 1).to_string(), (left, y), letters.bold());
        sheet.canvas.lines(&lines, (left + 34.0, y), letters);
        y += height + 0.4 * letters.line();
    }
}

/// The size of letters at which a list fits in a strip, from large to small.
fn list_size(entries: &[String], strip: Area) -> f64 {
    let height = |size: f64| {
        let letters = Letters::of(size);
        let lines = |entry: &String| letters.wrap(entry, strip.width() - 70.0, 4).len();
        let line_count = entries.iter().map(lines).sum::<usize>();
        letters.line() * (count(line_count) + 0.4 * count(entries.len()) + 2.5)
    };
    [21.0, 19.0, 17.0]
        .into_iter()
        .find(|&size| height(size) <= strip.height())
        .unwrap_or(16.0)
}
