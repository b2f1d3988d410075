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

/// Figures of a likely size, to test and to look at.
#[cfg(test)]
pub(super) fn sample() -> super::Body {
    use super::Body;
    use super::samples::interval;

    let row = |name: &str, first: f64, total: f64| Row {
        name: name.to_owned(),
        bands: [first, total]
            .map(|index| interval(index - 5.0, index, index + 5.0))
            .to_vec(),
    };
    Body::Estimates(Estimates {
        series: ["alleen", "met samenspel"].map(str::to_owned).to_vec(),
        rows: vec![
            row("groep macro", 55.0, 57.0),
            row("background, zonder groep", 12.0, 16.0),
            row("circular.demolition.tonnes (toevalswandeling)", -1.0, 0.4),
        ],
        mark: "schatting met 95%-interval".to_owned(),
        column: "schatting (95%)".to_owned(),
    })
}
