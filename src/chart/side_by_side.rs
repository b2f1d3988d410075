//! The same chart of several runs beside each other, on one scale.

use serde::{Deserialize, Serialize};

use super::Body;
use super::error::ChartError;
use super::legend::Item;
use super::pen::{Area, Letters};
use super::sheet::Sheet;

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
    /// Whether charts of this kind can stand side by side on one scale: those over years.
    #[must_use]
    pub fn can_stand_beside(&self) -> bool {
        matches!(self, Body::Fan(_) | Body::Curves(_) | Body::DemandSupply(_))
    }
}

/// What charts side by side have in common: filled while they are drawn for the first time, used the
/// second time.
#[derive(Debug, Clone, Default)]
pub(super) struct Shared {
    extent: Option<(f64, f64)>,
    legend: Vec<Item>,
}

impl Shared {
    /// Notes what marks mean; the longest list stands for all.
    pub fn note_legend(&mut self, items: &[Item]) {
        if items.len() > self.legend.len() {
            self.legend = items.to_vec();
        }
    }

    /// The extent of all that was seen, this one included.
    pub fn widened(&mut self, (low, high): (f64, f64)) -> (f64, f64) {
        let (least, most) = self.extent.unwrap_or((low, high));
        let extent = (least.min(low), most.max(high));
        self.extent = Some(extent);
        extent
    }
}

/// The space between two charts.
const GAP: f64 = 36.0;
const TITLE: f64 = 25.0;

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
            "`{}` is not over years, so that it cannot stand beside another",
            odd.title
        );
        return Err(ChartError::Drawing(reason));
    }
    let shared = measured(charts, sheet)?;
    sheet.legend(&shared.legend);
    sheet.shared = Some(shared);
    draw_panels(charts, sheet)
}

/// What the charts have in common, found by drawing them on a sheet that is thrown away.
fn measured(charts: &SideBySide, sheet: &Sheet<'_, '_>) -> Result<Shared, ChartError> {
    let mut drawing = String::new();
    let mut scratch = sheet.blank(&mut drawing)?;
    scratch.shared = Some(Shared::default());
    draw_panels(charts, &mut scratch)?;
    let shared = scratch.shared.take().unwrap_or_default();
    scratch.canvas.finish()?;
    Ok(shared)
}

fn draw_panels(charts: &SideBySide, sheet: &mut Sheet<'_, '_>) -> Result<(), ChartError> {
    let count = crate::numeric::count(charts.panels.len());
    let whole = sheet.area;
    let width = (whole.width() - GAP * (count - 1.0)) / count;
    let letters = Letters::of(TITLE).bold();
    let titles: Vec<_> = charts
        .panels
        .iter()
        .map(|panel| letters.wrap(&panel.title, width, 2))
        .collect();
    // The axes stand at one height, whatever the length of the titles.
    let line_count = titles.iter().map(Vec::len).max().unwrap_or(0);
    for ((place, panel), lines) in charts.panels.iter().enumerate().zip(&titles) {
        let left = whole.left + crate::numeric::count(place) * (width + GAP);
        sheet.area = Area {
            left,
            right: left + width,
            ..whole
        };
        let at = (left, whole.top + letters.line() / 2.0);
        sheet.canvas.lines(lines, at, letters);
        sheet.area.top += letters.line() * crate::numeric::count(line_count) + 8.0;
        super::draw(&panel.body, sheet)?;
    }
    sheet.area = whole;
    Ok(())
}
