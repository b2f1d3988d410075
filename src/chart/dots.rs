//! Medians with whiskers in named rows: what ranges and differences share. Tornados name their rows in the
//! same way.

use serde::{Deserialize, Serialize};

use plotters::style::RGBColor;

use super::legend::Key;
use super::palette::{self, BLANK, GREY};
use super::pen::{Area, Letters, Stroke};
use super::scale::Scale;
use super::sheet::{HALF_LABEL, Sheet};
use super::values::Interval;

/// One row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// One band for each series.
    pub bands: Vec<Interval>,
}

impl Row {
    pub(super) fn figures(&self) -> impl Iterator<Item = f64> + '_ {
        self.bands.iter().flat_map(|band| band.figures())
    }
}

/// The part of the width that names may take at most.
pub(super) const NAMES: f64 = 0.3;

/// Rows to draw.
pub(super) struct Dots<'d> {
    /// What the bands of a row are.
    pub series: &'d [String],
    pub rows: &'d [Row],
    /// What the axis covers.
    pub extent: (f64, f64),
    /// What lies on both sides of zero, for differences.
    pub sides: Option<(&'d str, &'d str)>,
    /// What a mark with its whiskers is.
    pub mark: &'d str,
    /// The same above a column of figures.
    pub column: &'d str,
}

/// The least height of a row.
const LEAST_ROW: f64 = 20.0;

/// Draws rows under each other on a level axis.
pub(super) fn draw(sheet: &mut Sheet<'_, '_>, dots: &Dots<'_>) {
    if dots.rows.is_empty() {
        return sheet.nothing();
    }
    draw_legend(sheet, dots);
    let rows = rows_that_fit(sheet, dots.rows, |row| &row.name);
    let names = names(sheet, rows);
    sheet.area.left += widest(&names) + 18.0;
    let figures = figure_columns(sheet, dots, rows);
    sheet.area.right -= HALF_LABEL;
    let sides_at = sheet.area.top + SIDES / 2.0;
    sheet.area.top += if dots.sides.is_some() { SIDES } else { 0.0 };
    let scale = sheet.level_value_axis(dots.extent);
    if let Some(sides) = dots.sides {
        draw_sides(sheet, sides, &scale, sides_at);
    }
    let height = sheet.area.height() / crate::numeric::count(rows.len());
    for (place, (row, name)) in rows.iter().zip(&names).enumerate() {
        let top = sheet.area.top + height * crate::numeric::count(place);
        let area = Area {
            top,
            bottom: top + height,
            ..sheet.area
        };
        draw_name(sheet, name, &area);
        draw_row(sheet, row, &area, &scale, &figures);
    }
}

/// The rows that can be read; names those that are left out below the data.
pub(super) fn rows_that_fit<'d, R>(
    sheet: &mut Sheet<'_, '_>,
    rows: &'d [R],
    name: impl Fn(&R) -> &str,
) -> &'d [R] {
    let letters = Letters::of(18.0).color(GREY);
    // Besides the rows: the heads of columns, the axis and the line on what is left out.
    let room = sheet.area.height() - 160.0;
    let fits = |count: usize| crate::numeric::count(count) * LEAST_ROW <= room;
    let count = (1..=rows.len())
        .rev()
        .find(|&count| fits(count))
        .unwrap_or(1);
    let (drawn, left_out) = rows.split_at(count);
    if !left_out.is_empty() {
        let names: Vec<_> = left_out.iter().map(name).collect();
        let text = sheet
            .texts
            .format("chart-not-drawn", &[("names", &names.join(", "))]);
        let line = letters.wrap(&text, sheet.area.width(), 1);
        sheet.area.bottom -= letters.line();
        let at = (sheet.area.left, sheet.area.bottom + letters.line() / 2.0);
        sheet.canvas.lines(&line, at, letters);
    }
    drawn
}

/// The height of the line that names the sides of zero.
const SIDES: f64 = 34.0;

/// What lies on both sides of zero, above the data.
fn draw_sides(sheet: &mut Sheet<'_, '_>, (below, above): (&str, &str), scale: &Scale, y: f64) {
    let Some(zero) = scale.at(0.0) else { return };
    let letters = Letters::of(20.0).bold();
    let room = |width: f64| (width - 14.0).max(0.0);
    let below = letters.wrap(&format!("‹ {below}"), room(zero - sheet.area.left), 1);
    sheet.canvas.lines(&below, (zero - 14.0, y), letters.end());
    let above = letters.wrap(&format!("{above} ›"), room(sheet.area.right - zero), 1);
    sheet.canvas.lines(&above, (zero + 14.0, y), letters);
}

fn draw_legend(sheet: &mut Sheet<'_, '_>, dots: &Dots<'_>) {
    let items: Vec<_> = { dots.series }
        .iter()
        .enumerate()
        .map(|(place, name)| {
            let key = Key::Whisker(palette::series_shape(place), palette::series_color(place));
            (key, format!("{name}: {}", dots.mark))
        })
        .collect();
    sheet.legend(&items);
}

/// The width of the widest of some names.
pub(super) fn widest(names: &[Name]) -> f64 {
    let widths = names
        .iter()
        .flat_map(|(lines, letters)| lines.iter().map(|line| letters.width(line)));
    widths.fold(0.0, f64::max)
}

/// A name in lines, and its letters.
pub(super) type Name = (Vec<String>, Letters);

/// The names of rows in the largest letters at which they fit.
fn names(sheet: &Sheet<'_, '_>, rows: &[Row]) -> Vec<Name> {
    let height = (sheet.area.height() - 140.0) / crate::numeric::count(rows.len());
    let room = NAMES * sheet.area.width();
    rows.iter()
        .map(|row| name(&row.name, room, height))
        .collect()
}

/// A name in the largest letters at which it fits a row, in one line or two; cut when it is longer.
pub(super) fn name(name: &str, room: f64, height: f64) -> Name {
    let largest = (0.6 * height).clamp(13.0, 22.0);
    for part in [1.0, 0.9, 0.8, 0.7] {
        let letters = Letters::of((part * largest).max(12.0)).end();
        let most = if 2.0 * letters.line() <= height { 2 } else { 1 };
        let lines = letters.wrap(name, room, most + 1);
        if lines.len() <= most {
            return (lines, letters);
        }
    }
    let letters = Letters::of(largest).end();
    (letters.wrap(name, room, 1), letters)
}

pub(super) fn draw_name(sheet: &mut Sheet<'_, '_>, (name, letters): &Name, area: &Area) {
    let above = letters.line() * (crate::numeric::count(name.len()) - 1.0) / 2.0;
    let edge = [(area.left, area.bottom), (area.right, area.bottom)];
    sheet.canvas.line(&edge, Stroke::solid(BLANK, 1.0));
    let at = (area.left - 18.0, area.middle().1 - above);
    sheet.canvas.lines(name, at, *letters);
}

/// A column of written figures: its right edge and letters.
type FigureColumn = (f64, Letters);

/// Takes room at the right for a column of figures for each series, under its name, as long as the
/// data keep enough.
fn figure_columns(sheet: &mut Sheet<'_, '_>, dots: &Dots<'_>, rows: &[Row]) -> Vec<FigureColumn> {
    let series = dots.series;
    let height = (sheet.area.height() - 110.0) / crate::numeric::count(rows.len());
    let letters = Letters::of((0.6 * height).clamp(14.0, 19.0)).end();
    let width = |(place, name): (usize, &String)| {
        let bands = rows.iter().filter_map(|row| row.bands.get(place));
        let texts = bands.map(|band| letters.width(&written(sheet, band)));
        let heads = [letters.width(dots.column), letters.bold().width(name)];
        texts.chain(heads).fold(0.0, f64::max) + 28.0
    };
    let widths: Vec<_> = series.iter().enumerate().map(width).collect();
    let needed: f64 = widths.iter().sum();
    if needed > 0.45 * sheet.area.width() {
        return Vec::new();
    }
    let mut right = sheet.take_right(needed).left;
    let top = sheet.area.top + letters.line() / 2.0;
    sheet.area.top += 2.0 * letters.line() + 6.0;
    let mut columns = Vec::new();
    for (place, (name, width)) in series.iter().zip(widths).enumerate() {
        right += width;
        let letters = letters.color(figure_color(place));
        sheet.canvas.text(name, (right, top), letters.bold());
        let below = (right, top + letters.line());
        sheet.canvas.text(dots.column, below, letters.color(GREY));
        columns.push((right, letters));
    }
    columns
}

/// What stands in a column of figures of quantiles.
pub(super) const COLUMN: &str = "P50 (P5 – P95)";

/// The colour of the series at a place, dark enough for text.
fn figure_color(place: usize) -> RGBColor {
    palette::mix(palette::series_color(place), palette::INK, 0.55)
}

/// The median and, between brackets, P5 and P95.
fn written(sheet: &Sheet<'_, '_>, band: &Interval) -> String {
    let [p05, p50, p95] = band.figures().map(|figure| sheet.figure(figure));
    format!("{p50} ({p05} – {p95})")
}

fn draw_row(
    sheet: &mut Sheet<'_, '_>,
    row: &Row,
    area: &Area,
    scale: &Scale,
    figures: &[FigureColumn],
) {
    let step = 0.84 * area.height() / crate::numeric::count(row.bands.len().max(1));
    let mut y = area.top + 0.08 * area.height() + step / 2.0;
    for (place, band) in row.bands.iter().enumerate() {
        draw_band(sheet, band, y, scale, place, step);
        if let Some((right, letters)) = figures.get(place) {
            let text = written(sheet, band);
            sheet
                .canvas
                .text(&text, (*right, area.middle().1), *letters);
        }
        y += step;
    }
}

fn draw_band(
    sheet: &mut Sheet<'_, '_>,
    band: &Interval,
    y: f64,
    scale: &Scale,
    place: usize,
    step: f64,
) {
    let color = palette::series_color(place);
    let [p05, p50, p95] = band.figures().map(|figure| scale.at(figure));
    let half = (0.3 * step).clamp(3.0, 8.0);
    if let (Some(low), Some(high)) = (p05, p95) {
        let stroke = Stroke::solid(color, 3.0);
        sheet.canvas.whisker((low, y), (high, y), half, stroke);
    }
    if let Some(middle) = p50 {
        sheet.canvas.marker(
            (middle, y),
            half.max(5.0),
            palette::series_shape(place),
            color,
        );
    }
}
