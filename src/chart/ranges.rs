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

/// Figures of a likely size, to test and to look at.
#[cfg(test)]
pub(super) fn sample() -> super::Body {
    use super::Body;
    use super::samples::{PROVINCES, interval};

    let medians = [
        140.0, 38.0, 22.0, 61.0, 45.0, 92.0, 33.0, 240.0, 610.0, 190.0, 330.0, 170.0,
    ];
    let row = |(name, median): (&str, f64)| Row {
        name: name.to_owned(),
        bands: vec![
            interval(0.15 * median, 0.25 * median, 0.42 * median),
            interval(0.6 * median, median, 1.7 * median),
        ],
    };
    Body::Ranges(Ranges {
        series: vec!["2030".to_owned(), "2050".to_owned()],
        rows: PROVINCES.into_iter().zip(medians).map(row).collect(),
    })
}

/// The same with many rows and long names.
#[cfg(test)]
pub(super) fn sample_of_many() -> super::Body {
    use super::Body;
    use super::samples::interval;

    let names = [
        "Rotterdam-Moerdijk",
        "Zeeland-West-Brabant (North Sea Port District)",
        "Noordzeekanaalgebied",
        "Noord-Nederland (Eemsdelta, Delfzijl en Emmen)",
        "Chemelot",
        "Cluster 6",
        "Huishoudelijk afval",
        "Bouw- en sloopafval",
        "Kunststoffen",
        "Biogrondstoffen",
        "Brainport Industries Campus",
        "High Tech Campus Eindhoven",
        "Leiden Bio Science Park",
        "Wageningen Campus",
        "Utrecht Science Park",
    ];
    let row = |(place, name): (usize, &str)| {
        let median = 620.0 / (1.0 + 0.6 * crate::numeric::count(place));
        Row {
            name: name.to_owned(),
            bands: vec![
                interval(0.12 * median, 0.2 * median, 0.36 * median),
                interval(0.55 * median, median, 1.8 * median),
            ],
        }
    };
    Body::Ranges(Ranges {
        series: vec!["2030".to_owned(), "2050".to_owned()],
        rows: names.into_iter().enumerate().map(row).collect(),
    })
}
