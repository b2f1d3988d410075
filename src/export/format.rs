//! In which formats a run leaves its tables.

use std::str::FromStr;

use crate::scenario::{did_you_mean, nearest};

/// A format of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Each table as CSV; always left.
    Csv,
    /// All that was found as one document; always left.
    Json,
    /// All tables in one workbook.
    Xlsx,
    /// Each table, and the draws, as Parquet.
    Parquet,
    /// Outcomes on the map.
    Geojson,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 5] = [
        Format::Csv,
        Format::Json,
        Format::Xlsx,
        Format::Parquet,
        Format::Geojson,
    ];

    /// The name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Json => "json",
            Format::Xlsx => "xlsx",
            Format::Parquet => "parquet",
            Format::Geojson => "geojson",
        }
    }
}

/// A name that no format has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no format `{name}`{}; expected csv, json, xlsx, parquet or geojson", did_you_mean(*.nearest))]
pub struct NoFormat {
    name: String,
    nearest: Option<&'static str>,
}

impl FromStr for Format {
    type Err = NoFormat;

    fn from_str(text: &str) -> Result<Self, NoFormat> {
        let found = Self::ALL.into_iter().find(|format| format.name() == text);
        found.ok_or_else(|| NoFormat {
            name: text.to_owned(),
            nearest: nearest(text, Self::ALL.map(Format::name)),
        })
    }
}
