//! Cells in rows and columns, shaded and with their figures: what heat maps and flows share.

use serde::{Deserialize, Serialize};

use super::legend::{Item, Key};
use super::palette::{self, Color, GREY, Hatch, INK, WHITE};
use super::pen::{Area, Letters, Stroke};
use super::scale::{extent_from_zero, ticks};
use super::sheet::Sheet;
use crate::language::Texts;

/// How the figures of a chart are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Figures {
    /// Fractions, 0 to 1, as percentages; the darkest shade is 100%.
    Percent,
    /// Hectares; the darkest shade is that of the value furthest from zero.
    Hectares,
}

impl Figures {
    /// A value in words.
    pub(crate) fn written(self, value: f64, texts: &Texts) -> String {
        match self {
            _ if value.is_nan() => "–".to_owned(),
            Figures::Percent => texts.percent(value),
            Figures::Hectares => texts.hectares(value),
        }
    }
}

/// Rows × columns of values.
pub(crate) struct Matrix<'m> {
    pub rows: &'m [String],
    pub columns: &'m [String],
    pub values: &'m [Vec<f64>],
    pub figures: Figures,
    /// Whether the cells of a row and column of the same name have a border, no shade, and no part
    /// in the scale of shades.
    pub marks_diagonal: bool,
    /// What rows and columns stand for; the names of columns then stand below, as along an axis.
    pub axes: Option<&'m [String; 2]>,
    /// The place of the column whose cell has a border and keeps its shade, row by row.
    pub outlined: &'m [usize],
}

/// The shades of values.
pub(crate) struct Shades {
    /// The values in the legend, in order.
    steps: Vec<f64>,
}

impl Shades {
    /// The shades of values of an extent.
    fn of(figures: Figures, extent: (f64, f64)) -> Self {
        let steps = match figures {
            Figures::Percent => vec![0.0, 0.25, 0.5, 0.75, 1.0],
            Figures::Hectares => ticks(extent, 5).values,
        };
        Self { steps }
    }

    /// The shade of a value: from white to dark, or to two dark ends when there are values below zero.
    fn shade(&self, value: f64) -> Color {
        let ends = self.steps.first().zip(self.steps.last());
        let (low, high) = ends.map_or((0.0, 1.0), |(low, high)| (*low, *high));
        let value = (!value.is_nan()).then_some(value);
        if low < 0.0 {
            palette::shade_to_both_sides(value.map(|value| value / high.max(-low)))
        } else {
            palette::shade(value.map(|value| value / high))
        }
    }
}

impl Matrix<'_> {
    /// The value of a cell; NaN when it was not given.
    pub fn value(&self, row: usize, column: usize) -> f64 {
        let row = self.values.get(row).map_or(&[][..], Vec::as_slice);
        row.get(column).copied().unwrap_or(f64::NAN)
    }

    /// Whether a cell is marked as one of a row and column of the same name.
    fn is_marked(&self, row: usize, column: usize) -> bool {
        self.marks_diagonal && self.rows.get(row) == self.columns.get(column)
    }

    /// The column whose cell in a row has a border, if there is one.
    pub fn bordered(&self, row: usize) -> Option<usize> {
        if self.marks_diagonal {
            let name = self.rows.get(row)?;
            self.columns.iter().position(|other| other == name)
        } else {
            self.outlined.get(row).copied()
        }
    }

    /// The values of all cells that are shaded.
    fn shaded(&self) -> impl Iterator<Item = f64> {
        let columns = self.columns.len();
        let cells = (0..self.rows.len()).flat_map(move |row| (0..columns).map(move |c| (row, c)));
        cells
            .filter(|&(row, column)| !self.is_marked(row, column))
            .map(|(row, column)| self.value(row, column))
    }

    /// The extent of its values and zero.
    fn extent(&self) -> (f64, f64) {
        extent_from_zero(self.shaded())
    }

    /// The shades of its values.
    pub fn shades(&self) -> Shades {
        Shades::of(self.figures, self.extent())
    }

    /// The shade of a cell.
    pub fn shade(&self, row: usize, column: usize, shades: &Shades) -> Color {
        if self.is_marked(row, column) {
            WHITE
        } else {
            shades.shade(self.value(row, column))
        }
    }

    fn has_blanks(&self) -> bool {
        self.shaded().any(f64::is_nan)
    }
}

/// About what the names of columns take.
const COLUMNS: f64 = 60.0;
/// The part of the width that the names of rows may take at most, and the least.
const NAMES: f64 = 0.22;

pub(super) fn draw(sheet: &mut Sheet<'_, '_>, matrix: &Matrix<'_>) {
    if matrix.rows.is_empty() || matrix.columns.is_empty() {
        return sheet.nothing();
    }
    let shades = Shades::of(matrix.figures, sheet.widened(matrix.extent()));
    draw_legend(sheet, matrix, &shades);
    if let Some([rows, _]) = matrix.axes {
        let letters = Letters::of(AXIS).color(GREY);
        let name = letters.wrap(rows, sheet.area.width(), 1);
        let at = (sheet.area.left, sheet.area.top + letters.line() / 2.0);
        sheet.canvas.lines(&name, at, letters);
        sheet.area.top += letters.line() + 4.0;
    }
    let height = (sheet.area.height() - COLUMNS) / crate::numeric::count(matrix.rows.len());
    let letters = match matrix.axes {
        Some(_) => Letters::of((0.7 * height).clamp(8.0, AXIS)),
        None => Letters::of((0.45 * height).clamp(8.0, 22.0)),
    };
    let room = NAMES * sheet.area.width();
    let names: Vec<_> = matrix
        .rows
        .iter()
        .map(|name| letters.wrap(name, room, 2))
        .collect();
    let widest = names
        .iter()
        .flatten()
        .map(|name| letters.width(name))
        .fold(0.0, f64::max);
    sheet.area.left += widest + 16.0;
    match matrix.axes {
        Some([_, columns]) => draw_columns_below(sheet, matrix, columns),
        None => draw_columns(sheet, matrix),
    }
    let area = sheet.area;
    let height = area.height() / crate::numeric::count(matrix.rows.len());
    for (row, name) in names.iter().enumerate() {
        let top = area.top + height * crate::numeric::count(row);
        let above = letters.line() * (crate::numeric::count(name.len()) - 1.0) / 2.0;
        let at = (area.left - 16.0, top + height / 2.0 - above);
        sheet.canvas.lines(name, at, letters.end());
        draw_row(sheet, (matrix, &shades), row, (top, top + height));
    }
    draw_borders(sheet, matrix, height);
}

fn draw_legend(sheet: &mut Sheet<'_, '_>, matrix: &Matrix<'_>, shades: &Shades) {
    let item = |&value: &f64| -> Item {
        let label = matrix.figures.written(value, sheet.texts);
        (Key::Fill(shades.shade(value), 1.0, Hatch::None), label)
    };
    let mut items: Vec<_> = shades.steps.iter().map(item).collect();
    if let (Figures::Hectares, Some((_, label))) = (matrix.figures, items.last_mut()) {
        *label = format!("{label} {}", sheet.unit);
    }
    if matrix.has_blanks() {
        let label = sheet.texts.get("chart-no-value");
        items.push((Key::Fill(palette::BLANK, 1.0, Hatch::None), label));
    }
    sheet.legend(&items);
}

/// Letters of what rows and columns stand for.
const AXIS: f64 = 20.0;

/// The names of the columns as along an axis, with what they stand for.
fn draw_columns_below(sheet: &mut Sheet<'_, '_>, matrix: &Matrix<'_>, axis: &str) {
    let width = sheet.area.width() / crate::numeric::count(matrix.columns.len());
    let letters = Letters::of(AXIS).middle();
    let bottom = sheet.area.bottom - 2.0 * letters.line() - 6.0;
    for (column, name) in matrix.columns.iter().enumerate() {
        let x = sheet.area.left + width * (crate::numeric::count(column) + 0.5);
        let name = letters.wrap(name, width - 6.0, 1);
        let at = (x, bottom + 0.5 * letters.line() + 6.0);
        sheet.canvas.lines(&name, at, letters);
    }
    let name = letters.wrap(axis, sheet.area.width(), 1);
    let at = (sheet.area.middle().0, bottom + 1.5 * letters.line() + 6.0);
    sheet.canvas.lines(&name, at, letters.color(GREY));
    sheet.area.bottom = bottom;
}

/// The names of the columns, in as many lines as they take.
fn draw_columns(sheet: &mut Sheet<'_, '_>, matrix: &Matrix<'_>) {
    let width = sheet.area.width() / crate::numeric::count(matrix.columns.len());
    let letters = Letters::of(if matrix.columns.len() > 8 { 17.0 } else { 21.0 }).middle();
    let names: Vec<_> = matrix
        .columns
        .iter()
        .map(|name| letters.wrap(name, width - 6.0, 3))
        .collect();
    let lines = names.iter().map(Vec::len).max().unwrap_or(0);
    let bottom = sheet.area.top + letters.line() * crate::numeric::count(lines);
    for (column, name) in names.iter().enumerate() {
        let x = sheet.area.left + width * (crate::numeric::count(column) + 0.5);
        let y = bottom - letters.line() * (crate::numeric::count(name.len()) - 0.5);
        sheet.canvas.lines(name, (x, y), letters);
    }
    sheet.area.top = bottom + 6.0;
}

fn draw_row(
    sheet: &mut Sheet<'_, '_>,
    (matrix, shades): (&Matrix<'_>, &Shades),
    row: usize,
    (top, bottom): (f64, f64),
) {
    let width = sheet.area.width() / crate::numeric::count(matrix.columns.len());
    for column in 0..matrix.columns.len() {
        let left = sheet.area.left + width * crate::numeric::count(column);
        let cell = Area {
            left,
            right: left + width,
            top,
            bottom,
        };
        let value = matrix.value(row, column);
        let shade = matrix.shade(row, column, shades);
        sheet.canvas.fill(&cell, shade, 1.0);
        sheet.canvas.outline(&cell, Stroke::solid(WHITE, 2.0));
        let text = matrix.figures.written(value, sheet.texts);
        let size = (0.55 * cell.height()).clamp(1.0, 21.0);
        let mut letters = Letters::of(size).middle().color(palette::ink_on(shade));
        let room = width - 8.0;
        if letters.width(&text) > room {
            letters.size = (letters.size * room / letters.width(&text)).max(1.0);
        }
        sheet.canvas.text(&text, cell.middle(), letters);
    }
}

fn draw_borders(sheet: &mut Sheet<'_, '_>, matrix: &Matrix<'_>, height: f64) {
    let width = sheet.area.width() / crate::numeric::count(matrix.columns.len());
    for row in 0..matrix.rows.len() {
        let Some(column) = matrix.bordered(row) else {
            continue;
        };
        let left = sheet.area.left + width * crate::numeric::count(column);
        let top = sheet.area.top + height * crate::numeric::count(row);
        let cell = Area {
            left,
            right: left + width,
            top,
            bottom: top + height,
        };
        sheet.canvas.outline(&cell, Stroke::solid(INK, 2.5));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marked_cells_have_no_part_in_the_scale_of_shades() {
        let names = ["a", "b"].map(str::to_owned);
        let values = [vec![1_000.0, 9.0], vec![4.0, f64::NAN]];
        let matrix = |marks_diagonal| Matrix {
            rows: &names,
            columns: &names,
            values: &values,
            figures: Figures::Hectares,
            marks_diagonal,
            axes: None,
            outlined: &[],
        };
        let darkest = |matrix: Matrix<'_>| matrix.shades().steps.last().copied();
        assert_eq!(darkest(matrix(true)), Some(10.0));
        assert!(!matrix(true).has_blanks());
        assert_eq!(darkest(matrix(false)), Some(1_000.0));
        assert!(matrix(false).has_blanks());
    }

    #[test]
    fn values_below_zero_get_a_colour_of_their_own() {
        let shades = Shades::of(Figures::Hectares, (-50.0, 100.0));
        let both = [-100.0, 0.0, 100.0].map(|value| shades.shade(value));
        assert_eq!(both[0], palette::shade_to_both_sides(Some(-1.0)));
        assert_eq!(both[2], palette::shade_to_both_sides(Some(1.0)));
        assert!(both[0] != both[2] && both[1] == palette::shade(Some(0.0)));
        let shades = Shades::of(Figures::Hectares, (0.0, 100.0));
        assert_eq!(shades.shade(100.0), palette::shade(Some(1.0)));
    }
}
