//! Medians with whiskers in named rows: what ranges and differences share.

use plotters::style::RGBColor;

use super::canvas::{Area, Letters, Stroke};
use super::legend::Key;
use super::palette::{self, BLANK, GREY};
use super::scale::Scale;
use super::sheet::Sheet;
use super::values::Interval;

/// One row.
#[derive(Debug, Clone, PartialEq)]
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
const NAMES: f64 = 0.3;

/// Draws the rows under each other on a level axis that covers `extent`.
pub(super) fn draw(sheet: &mut Sheet<'_, '_>, series: &[String], rows: &[Row], extent: (f64, f64)) {
    if rows.is_empty() {
        return sheet.nothing();
    }
    draw_legend(sheet, series);
    let names = names(sheet, rows);
    let widest = names
        .iter()
        .flatten()
        .map(|name| name_letters(rows.len()).width(name));
    sheet.area.left += widest.fold(0.0, f64::max) + 18.0;
    let figures = figure_columns(sheet, series, rows);
    let scale = sheet.level_value_axis(extent);
    let height = sheet.area.height() / crate::numeric::count(rows.len());
    for (place, (row, name)) in rows.iter().zip(&names).enumerate() {
        let top = sheet.area.top + height * crate::numeric::count(place);
        let area = Area {
            top,
            bottom: top + height,
            ..sheet.area
        };
        draw_name(sheet, name, &area, rows.len());
        draw_row(sheet, row, &area, &scale, &figures);
    }
}

fn draw_legend(sheet: &mut Sheet<'_, '_>, series: &[String]) {
    let whisker = sheet.texts.get("chart-whisker");
    let items: Vec<_> = series
        .iter()
        .enumerate()
        .map(|(place, name)| {
            let key = Key::Whisker(palette::series_shape(place), palette::series_color(place));
            (key, format!("{name}: {whisker}"))
        })
        .collect();
    sheet.legend(&items);
}

fn name_letters(rows: usize) -> Letters {
    Letters::of(if rows > 14 {
        18.0
    } else if rows > 9 {
        20.0
    } else {
        22.0
    })
    .end()
}

/// The names in lines, as many as a row has room for.
fn names(sheet: &Sheet<'_, '_>, rows: &[Row]) -> Vec<Vec<String>> {
    let letters = name_letters(rows.len());
    let height = 0.85 * sheet.area.height() / crate::numeric::count(rows.len());
    let max_lines = if height > 2.0 * letters.line() { 2 } else { 1 };
    let room = NAMES * sheet.area.width();
    rows.iter()
        .map(|row| letters.wrap(&row.name, room, max_lines))
        .collect()
}

fn draw_name(sheet: &mut Sheet<'_, '_>, name: &[String], area: &Area, rows: usize) {
    let letters = name_letters(rows);
    let above = letters.line() * (crate::numeric::count(name.len()) - 1.0) / 2.0;
    sheet.canvas.line(
        &[(area.left, area.bottom), (area.right, area.bottom)],
        Stroke::solid(BLANK, 1.0),
    );
    sheet
        .canvas
        .lines(name, (area.left - 18.0, area.middle().1 - above), letters);
}

/// A column of written figures: its right edge and letters.
type FigureColumn = (f64, Letters);

/// Takes room at the right for a column of figures for each series, under its name, as long as the
/// data keep enough.
fn figure_columns(sheet: &mut Sheet<'_, '_>, series: &[String], rows: &[Row]) -> Vec<FigureColumn> {
    let height = (sheet.area.height() - 110.0) / crate::numeric::count(rows.len());
    let letters = Letters::of((0.6 * height).clamp(14.0, 19.0)).end();
    let width = |(place, name): (usize, &String)| {
        let bands = rows.iter().filter_map(|row| row.bands.get(place));
        let texts = bands.map(|band| letters.width(&written(sheet, band)));
        let heads = [letters.width(COLUMN), letters.bold().width(name)];
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
        sheet.canvas.text(COLUMN, below, letters.color(GREY));
        columns.push((right, letters));
    }
    columns
}

/// What stands in a column of figures.
const COLUMN: &str = "P50 (P5 – P95)";

/// The colour of the series at a place, dark enough for text.
fn figure_color(place: usize) -> RGBColor {
    palette::mix(palette::series_color(place), palette::INK, 0.55)
}

/// The median and, between brackets, P5 and P95.
fn written(sheet: &Sheet<'_, '_>, band: &Interval) -> String {
    let [p05, p50, p95] = band.figures().map(|figure| sheet.texts.hectares(figure));
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
