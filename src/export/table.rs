//! A table as plain data.

use serde::{Deserialize, Serialize};

/// One cell. In JSON it is `null`, a string, a number with a point or an exponent, or a whole number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Cell {
    /// Nothing: not applicable, or not a finite number.
    Empty,
    /// A year or a count. Before `Number`, which would take it too.
    Whole(i64),
    /// A number in the unit that the row or column states.
    Number(f64),
    /// Words.
    Text(String),
}

impl Cell {
    /// Words as a cell.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A number as a cell; empty unless finite.
    #[must_use]
    pub fn number(number: f64) -> Self {
        if number.is_finite() {
            Self::Number(number)
        } else {
            Self::Empty
        }
    }

    /// A number of things as a cell.
    #[must_use]
    pub fn count(number: usize) -> Self {
        i64::try_from(number).map_or(Self::Empty, Self::Whole)
    }

    /// An answer as a cell.
    #[must_use]
    pub fn yes_or_no(is_so: bool) -> Self {
        Self::text(if is_so { "yes" } else { "no" })
    }

    /// The number in a cell, if there is one.
    #[must_use]
    pub fn as_number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            // Years and counts are far below 2^53.
            #[allow(clippy::cast_precision_loss)]
            Self::Whole(number) => Some(*number as f64),
            Self::Empty | Self::Text(_) => None,
        }
    }
}

/// The column of the chance that a finding is an accident, which may be far too small for a percentage.
pub(super) const P_VALUE: &str = "p_value";

/// Columns of parts of a whole whose names do not begin as those of most do.
const SHARES: [&str; 10] = [
    "least_share",
    "level",
    "coverage",
    "density",
    "mass",
    "base_rate",
    "coverage_searched",
    "density_searched",
    "mass_searched",
    "narrowing",
];

/// Rows under headers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// The names of the columns.
    pub headers: Vec<String>,
    /// The rows, each as long as the headers.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// A table without rows.
    #[must_use]
    pub fn with_headers(headers: &[&str]) -> Self {
        Self {
            headers: headers.iter().map(|&header| header.to_owned()).collect(),
            rows: Vec::new(),
        }
    }

    /// Whether a column of that name holds parts of a whole or chances, which read best as percentages.
    #[must_use]
    pub fn is_share(column: &str) -> bool {
        let begins = |start| column.starts_with(start);
        let is_chance = begins("p_") && column != P_VALUE;
        is_chance || begins("share") || begins("percentile") || SHARES.contains(&column)
    }

    /// The place of a column, or `None` when there is none of that name.
    #[must_use]
    pub fn column(&self, header: &str) -> Option<usize> {
        self.headers.iter().position(|name| name == header)
    }

    /// Whether every row is as long as the headers.
    #[must_use]
    pub fn is_rectangular(&self) -> bool {
        self.rows.iter().all(|row| row.len() == self.headers.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_and_chances_are_shares_and_quantiles_and_p_values_are_not() {
        let shares = ["p_shortage", "share_never", "density", "percentile"];
        assert!(shares.into_iter().all(Table::is_share));
        let others = [P_VALUE, "p05", "p50_inside_published", "mean", "year"];
        assert!(!others.into_iter().any(Table::is_share));
    }

    #[test]
    fn every_cell_comes_back_from_json_as_it_was() {
        let cells = vec![
            Cell::Empty,
            Cell::Whole(2050),
            Cell::Number(2050.0),
            Cell::Number(0.1 + 0.2),
            Cell::Number(1e300),
            Cell::text("2050"),
            Cell::text(""),
        ];
        let text = serde_json::to_string(&cells).unwrap();
        assert_eq!(
            serde_json::from_str::<Vec<Cell>>(&text).unwrap(),
            cells,
            "{text}"
        );
    }
}
