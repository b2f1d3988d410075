//! The bands of many places or entities under each other, for one or more years.

use serde::{Deserialize, Serialize};

use super::dots::{self, Dots, Row};
use super::scale::extent_from_zero;
use super::sheet::Sheet;

/// Bands of named rows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ranges {
    /// What the bands of a row are, such as years.
    pub series: Vec<String>,
    /// The rows, from the top down; each has as many bands as there are series.
    pub rows: Vec<Row>,
}

pub(super) fn draw(ranges: &Ranges, sheet: &mut Sheet<'_, '_>) {
    let dots = Dots {
        series: &ranges.series,
        rows: &ranges.rows,
        extent: extent_from_zero(ranges.rows.iter().flat_map(Row::figures)),
        sides: None,
        mark: &sheet.texts.get("chart-whisker"),
        column: dots::COLUMN,
    };
    dots::draw(sheet, &dots);
}
