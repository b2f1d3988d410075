//! Which region hosts whose need.

use serde::{Deserialize, Serialize};

use super::matrix::{self, Figures, Matrix};
use super::palette::GREY;
use super::pen::Letters;
use super::sheet::Sheet;

/// Land by the region where need arises and the region where it lands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Flows {
    /// The regions.
    pub regions: Vec<String>,
    /// Hectares by origin (rows) and host (columns); what stays at home is on the
    /// diagonal, and has no part in the scale of shades.
    #[serde(with = "super::figure")]
    pub hectares: Vec<Vec<f64>>,
}

impl Flows {
    /// Its cells.
    pub(crate) fn matrix(&self) -> Matrix<'_> {
        Matrix {
            rows: &self.regions,
            columns: &self.regions,
            values: &self.hectares,
            figures: Figures::Hectares,
            marks_diagonal: true,
            axes: None,
            outlined: &[],
        }
    }
}

pub(super) fn draw(flows: &Flows, sheet: &mut Sheet<'_, '_>) {
    let letters = Letters::of(20.0).color(GREY);
    let caption = sheet.texts.get("chart-hosts");
    let lines = letters.wrap(&caption, sheet.area.width(), 2);
    let at = (sheet.area.left, sheet.area.top + letters.line() / 2.0);
    sheet.canvas.lines(&lines, at, letters);
    sheet.area.top += letters.line() * crate::numeric::count(lines.len()) + 10.0;
    matrix::draw(sheet, &flows.matrix());
}

/// Figures of a likely size, to test and to look at.
#[cfg(test)]
pub(super) fn sample() -> super::Body {
    use super::Body;
    use super::samples::PROVINCES;

    let value = |row: usize, column: usize| {
        if row == column {
            90.0 + 37.0 * crate::numeric::count((row * 5) % 12)
        } else if (row * 7 + column * 3).is_multiple_of(5) {
            3.4 * crate::numeric::count((row + 2 * column) % 9)
        } else {
            0.0
        }
    };
    Body::Flows(Flows {
        regions: PROVINCES.map(str::to_owned).to_vec(),
        hectares: (0..12)
            .map(|row| (0..12).map(|column| value(row, column)).collect())
            .collect(),
    })
}
