//! Bands of named rows.

use super::Pen;
use crate::chart::{Estimates, Row};
use crate::report::grid::Grid;

impl Pen<'_> {
    pub(super) fn rows(self, series: &[String], rows: &[Row]) -> Grid {
        self.bands_by_row(series.iter().map(|name| self.head_of_bands(name)), rows)
    }

    /// A band under each head, row by row.
    pub(super) fn bands_by_row(self, heads: impl Iterator<Item = String>, rows: &[Row]) -> Grid {
        let row = |row: &Row| {
            let bands = row.bands.iter().map(|band| self.band(band));
            std::iter::once(row.name.clone()).chain(bands).collect()
        };
        Grid {
            caption: self.caption(""),
            heads: std::iter::once(self.text("report-column-name"))
                .chain(heads)
                .collect(),
            rows: rows.iter().map(row).collect(),
            ..Grid::default()
        }
    }

    pub(super) fn estimates(self, estimates: &Estimates) -> Grid {
        let head = |name: &String| format!("{name}: {}, {}", estimates.mark, self.chart.unit);
        self.bands_by_row(estimates.series.iter().map(head), &estimates.rows)
    }
}
