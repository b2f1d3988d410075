//! The same chart of several runs beside each other, on one scale.

use serde::{Deserialize, Serialize};

use super::Body;
use super::error::ChartError;
use super::pen::{Area, Letters};
use super::shared::Shared;
use super::sheet::Sheet;
use crate::numeric::count;

/// Charts of several runs on one scale: never averaged, each by itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SideBySide {
    /// From left to right.
    pub panels: Vec<Beside>,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Beside {
    /// Which run it is of.
    pub title: String,
    /// Its figures.
    pub body: Body,
}

impl Body {
    /// Whether charts of this kind can stand side by side on one scale: those over years or over
    /// parameters, and heat maps.
    #[must_use]
    pub fn can_stand_beside(&self) -> bool {
        matches!(
            self,
            Body::Fan(_)
                | Body::Curves(_)
                | Body::DemandSupply(_)
                | Body::HeatMap(_)
                | Body::Lines(_)
                | Body::Clouds(_)
        )
    }
}

/// The space between two charts.
const GAP: f64 = 36.0;
const TITLE: f64 = 25.0;
/// That of charts in more than one row.
const SMALL_TITLE: f64 = 21.0;

pub(super) fn draw(charts: &SideBySide, sheet: &mut Sheet<'_, '_>) -> Result<(), ChartError> {
    if charts.panels.is_empty() {
        sheet.nothing();
        return Ok(());
    }
    if let Some(odd) = charts
        .panels
        .iter()
        .find(|panel| !panel.body.can_stand_beside())
    {
        let reason = format!(
            "`{}` is of a kind that cannot stand beside another",
            odd.title
        );
        return Err(ChartError::Drawing(reason));
    }
    let shared = measured(charts, sheet)?;
    sheet.legend(shared.legend());
    sheet.shared = Some(shared);
    draw_panels(charts, sheet)
}

/// What the charts have in common, found by drawing them on a sheet that is thrown away: first how far
/// their values reach, then what their marks mean on that scale.
fn measured(charts: &SideBySide, sheet: &Sheet<'_, '_>) -> Result<Shared, ChartError> {
    let mut shared = Shared::default();
    for _ in 0..2 {
        shared.forget_legend();
        let mut drawing = String::new();
        let mut scratch = sheet.blank(&mut drawing)?;
        scratch.shared = Some(shared);
        draw_panels(charts, &mut scratch)?;
        shared = scratch.shared.take().unwrap_or_default();
        scratch.canvas.finish()?;
    }
    Ok(shared)
}

/// The most charts beside each other; more stand in rows of equal length.
const MOST_IN_ROW: usize = 4;

fn draw_panels(charts: &SideBySide, sheet: &mut Sheet<'_, '_>) -> Result<(), ChartError> {
    let number = charts.panels.len();
    let rows = number.div_ceil(MOST_IN_ROW);
    let in_row = number.div_ceil(rows);
    let whole = sheet.area;
    let unit = sheet.unit.clone();
    let height = (whole.height() - GAP * (count(rows) - 1.0)) / count(rows);
    for (row, panels) in charts.panels.chunks(in_row).enumerate() {
        let top = whole.top + count(row) * (height + GAP);
        sheet.area = Area {
            top,
            bottom: top + height,
            ..whole
        };
        let standing = Standing {
            in_row,
            title: if rows > 1 { SMALL_TITLE } else { TITLE },
            unit: &unit,
        };
        draw_row(panels, &standing, sheet)?;
    }
    sheet.area = whole;
    Ok(())
}

/// How the charts of a row stand.
struct Standing<'r> {
    /// For how many there is room.
    in_row: usize,
    /// The size of the letters of titles.
    title: f64,
    unit: &'r str,
}

fn draw_row(
    panels: &[Beside],
    &Standing {
        in_row,
        title,
        unit,
    }: &Standing<'_>,
    sheet: &mut Sheet<'_, '_>,
) -> Result<(), ChartError> {
    let whole = sheet.area;
    let width = (whole.width() - GAP * (count(in_row) - 1.0)) / count(in_row);
    let letters = Letters::of(title).bold();
    let titles: Vec<_> = panels
        .iter()
        .map(|panel| letters.wrap(&panel.title, width, 2))
        .collect();
    // The axes stand at one height, whatever the length of the titles.
    let line_count = titles.iter().map(Vec::len).max().unwrap_or(0);
    for ((place, panel), lines) in panels.iter().enumerate().zip(&titles) {
        let left = whole.left + count(place) * (width + GAP);
        unit.clone_into(&mut sheet.unit);
        sheet.area = Area {
            left,
            right: left + width,
            ..whole
        };
        let at = (left, whole.top + letters.line() / 2.0);
        sheet.canvas.lines(lines, at, letters);
        sheet.area.top += letters.line() * count(line_count) + 8.0;
        super::draw(&panel.body, sheet)?;
    }
    Ok(())
}

/// Figures of a likely size, to test and to look at.
#[cfg(test)]
pub(super) fn sample(count: usize) -> Body {
    use super::{Figures, HeatMap};

    let value = |panel: usize, row: usize, column: usize| {
        let [panel, row, column] = [panel, row, column].map(crate::numeric::count);
        310.0 * column - 240.0 * row - 55.5 * panel
    };
    let names = |first: usize| (first..first + 5).map(|step| format!("0,{step}")).collect();
    let panel = |panel: usize| Beside {
        title: format!("{}: trage groei en omschakeling", panel + 1),
        body: Body::HeatMap(HeatMap {
            rows: names(1),
            columns: names(3),
            values: (0..5)
                .map(|row| (0..5).map(|column| value(panel, row, column)).collect())
                .collect(),
            figures: Figures::Hectares,
            outlined: Vec::new(),
            axes: Some(["ruimte-elasticiteit", "groene terugkeer"].map(str::to_owned)),
        }),
    };
    Body::SideBySide(SideBySide {
        panels: (0..count).map(panel).collect(),
    })
}
