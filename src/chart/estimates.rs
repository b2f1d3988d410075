//! Estimates with intervals under each other, such as indices of sensitivity.

use serde::{Deserialize, Serialize};

use super::dots::{self, Dots, Row};
use super::scale::extent_from_zero;
use super::sheet::Sheet;

/// Estimates of named rows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Estimates {
    /// What is estimated in every row.
    pub series: Vec<String>,
    /// The rows, from the top down; each has as many estimates as there are series: the lower end of the interval, the
    /// estimate and the upper end.
    pub rows: Vec<Row>,
    /// What a mark with its whiskers is.
    pub mark: String,
    /// The same above a column of figures, in a word or two.
    pub column: String,
}

pub(super) fn draw(estimates: &Estimates, sheet: &mut Sheet<'_, '_>) {
    let dots = Dots {
        series: &estimates.series,
        rows: &estimates.rows,
        extent: extent_from_zero(estimates.rows.iter().flat_map(Row::figures)),
        sides: None,
        mark: &estimates.mark,
        column: &estimates.column,
    };
    dots::draw(sheet, &dots);
}
