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
