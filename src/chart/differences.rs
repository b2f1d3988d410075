//! What variants change, draw by draw, against the same base.

use serde::{Deserialize, Serialize};

use super::dots::{self, Dots, Row};
use super::scale::extent_from_zero;
use super::sheet::Sheet;

/// Bands of paired differences: variant minus base in the same draw.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Differences {
    /// What the bands of a row are, such as years.
    pub series: Vec<String>,
    /// The variants or outcomes, from the top down; each has as many bands as there are series.
    pub rows: Vec<Row>,
    /// What a negative difference means, in a few words.
    pub below_zero: String,
    /// What a positive difference means, in a few words.
    pub above_zero: String,
}

/// The least part of the axis on either side of zero, so that both can be named.
const LEAST_SIDE: f64 = 0.3;

pub(super) fn draw(differences: &Differences, sheet: &mut Sheet<'_, '_>) {
    let rows = &differences.rows;
    let (low, high) = extent_from_zero(rows.iter().flat_map(Row::figures));
    let least = LEAST_SIDE * (high - low);
    let dots = Dots {
        series: &differences.series,
        rows,
        extent: (low.min(-least), high.max(least)),
        sides: Some((&differences.below_zero, &differences.above_zero)),
        mark: &sheet.texts.get("chart-whisker"),
        column: dots::COLUMN,
    };
    dots::draw(sheet, &dots);
}
