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

/// Figures of a likely size, to test and to look at.
#[cfg(test)]
pub(super) fn sample() -> super::Body {
    use super::Body;
    use super::samples::interval;

    let band = |median: f64| {
        interval(
            median - 0.7 * median.abs(),
            median,
            median + 0.6 * median.abs(),
        )
    };
    let row = |name: &str, early: f64, late: f64| Row {
        name: name.to_owned(),
        bands: vec![band(early), band(late)],
    };
    Body::Differences(Differences {
        series: vec!["2030".to_owned(), "2050".to_owned()],
        rows: vec![
            row("Intensiveren", -40.0, -320.0),
            row(
                "Beschermen van nat HMC-terrein tegen transformatie naar wonen",
                -15.0,
                -180.0,
            ),
            row("Nieuw terrein Maasvlakte III", 0.0, -460.0),
            row("Waterstof importeren in plaats van maken", -60.0, -140.0),
            row("Eerder sluiten", 25.0, 110.0),
        ],
        below_zero: "minder tekort".to_owned(),
        above_zero: "meer tekort".to_owned(),
    })
}
