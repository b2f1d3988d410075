//! Many figures of many cases at once: an axis for each figure, a line for each case.

use serde::{Deserialize, Serialize};

use super::legend::Key;
use super::palette::{self, GREY, INK, WHITE};
use super::pen::{Area, Letters, Point, Stroke};
use super::scale::{Scale, extent, ticks};
use super::sheet::{Sheet, tick_labels};
use crate::numeric::count;

/// Axes and the lines that cross them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Parallel {
    /// The names of the axes with their units, from the left.
    pub axes: Vec<String>,
    /// What lines of one colour have in common, in the order of the legend.
    pub groups: Vec<String>,
    /// The lines.
    pub courses: Vec<Course>,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Course {
    /// The place of its group.
    pub group: usize,
    /// Its value on each axis.
    #[serde(with = "super::figure")]
    pub values: Vec<f64>,
}

/// Letters of the names of axes and of the numbers along them.
const NAME: f64 = 19.0;
const NUMBER: f64 = 18.0;
/// The most lines of a name.
const NAME_LINES: usize = 4;
const TICK: f64 = 6.0;

pub(super) fn draw(parallel: &Parallel, sheet: &mut Sheet<'_, '_>) {
    if parallel.axes.is_empty() || parallel.courses.is_empty() {
        return sheet.nothing();
    }
    draw_legend(parallel, sheet);
    let names = names(parallel, sheet);
    let lines = names.iter().map(Vec::len).max().unwrap_or(0);
    let letters = Letters::of(NAME).bold();
    let bottom = sheet.area.bottom - 16.0;
    let top = sheet.area.top + letters.line() * count(lines) + 18.0;
    let axes: Vec<_> = (0..parallel.axes.len())
        .map(|place| Axis::of(parallel, place, (sheet, top, bottom)))
        .collect();
    // Line by line over all groups, so that no group lies on top of the others.
    for course in &parallel.courses {
        let points: Vec<_> = { axes.iter().zip(&course.values) }
            .filter_map(|(axis, &value)| axis.at(value))
            .collect();
        sheet.canvas.line(&points, stroke(course.group, 1.5));
    }
    for (axis, name) in axes.iter().zip(&names) {
        draw_axis(sheet, axis);
        let y = top - 18.0 - letters.line() * (count(name.len()) - 0.5);
        let letters = letters.middle();
        for (line, text) in name.iter().enumerate() {
            let middle = held(axis.x, letters.width(text), sheet.area);
            let y = y + letters.line() * count(line);
            sheet.canvas.text(text, (middle, y), letters);
        }
    }
}

fn stroke(group: usize, width: f64) -> Stroke {
    Stroke::solid(palette::series_color(group), width).dashed(palette::series_dash(group))
}

fn draw_legend(parallel: &Parallel, sheet: &mut Sheet<'_, '_>) {
    let items: Vec<_> = { parallel.groups.iter().enumerate() }
        .map(|(place, name)| (Key::Line(stroke(place, 4.0)), name.clone()))
        .collect();
    sheet.legend(&items);
}

/// The middle of a text of a width that stays within the area.
fn held(middle: f64, width: f64, area: Area) -> f64 {
    let most = (area.right - width / 2.0).max(area.left);
    let least = (area.left + width / 2.0).min(most);
    middle.clamp(least, most)
}

/// The names of the axes in lines.
fn names(parallel: &Parallel, sheet: &Sheet<'_, '_>) -> Vec<Vec<String>> {
    let room = sheet.area.width() / count(parallel.axes.len()) - 12.0;
    let letters = Letters::of(NAME).bold();
    let names = parallel.axes.iter();
    names
        .map(|name| letters.wrap(name, room, NAME_LINES))
        .collect()
}

/// An upright axis.
struct Axis {
    x: f64,
    scale: Scale,
    labels: Vec<(f64, String)>,
}

impl Axis {
    fn of(
        parallel: &Parallel,
        place: usize,
        (sheet, top, bottom): (&Sheet<'_, '_>, f64, f64),
    ) -> Self {
        let values = parallel.courses.iter();
        let values = values.filter_map(|course| course.values.get(place).copied());
        let ticks = ticks(extent(values), 5);
        let scale = Scale {
            from: ticks.low(),
            to: ticks.high(),
            start: bottom,
            end: top,
        };
        let labels = tick_labels(&ticks, "", sheet.texts);
        let labels = ticks.values.iter().zip(labels);
        let step = sheet.area.width() / count(parallel.axes.len());
        Self {
            x: sheet.area.left + step * (count(place) + 0.5),
            scale,
            labels: labels
                .filter_map(|(&value, label)| Some((scale.at(value)?, label)))
                .collect(),
        }
    }

    fn at(&self, value: f64) -> Option<Point> {
        Some((self.x, self.scale.at(value)?))
    }
}

/// The axis with its numbers, on a ground that keeps lines from them.
fn draw_axis(sheet: &mut Sheet<'_, '_>, axis: &Axis) {
    let ends = [(axis.x, axis.scale.start), (axis.x, axis.scale.end)];
    sheet.canvas.line(&ends, Stroke::solid(INK, 2.0));
    let letters = Letters::of(NUMBER).end();
    for (y, label) in &axis.labels {
        let right = axis.x - TICK - 4.0;
        let ground = Area {
            left: right - letters.width(label) - 3.0,
            right: right + 2.0,
            top: y - 0.6 * NUMBER,
            bottom: y + 0.6 * NUMBER,
        };
        sheet.canvas.fill(&ground, WHITE, 0.85);
        let tick = [(axis.x - TICK, *y), (axis.x, *y)];
        sheet.canvas.line(&tick, Stroke::solid(GREY, 1.5));
        sheet.canvas.text(label, (right, *y), letters);
    }
}

/// Figures of a likely size, to test and to look at.
#[cfg(test)]
pub(super) fn sample() -> super::Body {
    use super::Body;

    let course = |place: usize| {
        let step = crate::numeric::count(place);
        Course {
            group: place % 3,
            values: vec![
                0.1 * (step % 5.0),
                0.125 * (step % 4.0),
                900.0 * step,
                -44.0 * step,
                17_000.0 + step * step,
            ],
        }
    };
    let axes = [
        "groene terugkeer",
        "ruimte-elasticiteit",
        "Ruimtevraag (Industrieclusters), 2050 (P50, ha netto)",
        "Saldo (Industrieclusters), 2050 (P50, ha netto)",
        "Niet vervulde vraag (Totaal), 2050 (P50, ha netto)",
    ];
    Body::Parallel(Parallel {
        axes: axes.map(str::to_owned).to_vec(),
        groups: ["Referentie", "Laag", "Hoog"].map(str::to_owned).to_vec(),
        courses: (0..30).map(course).collect(),
    })
}
