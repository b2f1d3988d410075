//! One figure for every row and column, such as the probability of shortage by region and segment.

use serde::{Deserialize, Serialize};

use super::matrix::{self, Figures, Matrix};
use super::sheet::Sheet;

/// A figure for every row and column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HeatMap {
    /// The names of the rows, from the top down.
    pub rows: Vec<String>,
    /// The names of the columns, from the left.
    pub columns: Vec<String>,
    /// The values, row by row; NaN where there is none.
    #[serde(with = "super::figure")]
    pub values: Vec<Vec<f64>>,
    /// How the values are written.
    pub figures: Figures,
    /// What rows and columns stand for, where their names do not say so by themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub axes: Option<[String; 2]>,
    /// The place of the column whose cell has a border, row by row; empty when none has.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outlined: Vec<usize>,
}

impl HeatMap {
    /// Its cells.
    pub(crate) fn matrix(&self) -> Matrix<'_> {
        Matrix {
            rows: &self.rows,
            columns: &self.columns,
            values: &self.values,
            figures: self.figures,
            marks_diagonal: false,
            axes: self.axes.as_ref(),
            outlined: &self.outlined,
        }
    }
}

pub(super) fn draw(map: &HeatMap, sheet: &mut Sheet<'_, '_>) {
    matrix::draw(sheet, &map.matrix());
}

/// Figures of a likely size, to test and to look at.
#[cfg(test)]
pub(super) fn sample() -> super::Body {
    use super::Body;
    use super::samples::PROVINCES;

    let columns = [
        "Nat HMC-terrein",
        "Droog HMC-terrein",
        "Regulier bedrijventerrein",
        "Campus",
        "Stedelijk",
    ];
    let value = |row: usize, column: usize| {
        let place = crate::numeric::count(row * 5 + column);
        if (row + column) % 7 == 6 {
            f64::NAN
        } else {
            (place * 0.37).fract()
        }
    };
    Body::HeatMap(HeatMap {
        rows: PROVINCES.map(str::to_owned).to_vec(),
        columns: columns.map(str::to_owned).to_vec(),
        values: (0..12)
            .map(|row| (0..5).map(|column| value(row, column)).collect())
            .collect(),
        figures: Figures::Percent,
        axes: None,
        outlined: Vec::new(),
    })
}
