//! Figures in rows and columns.

use super::Pen;
use crate::chart::{Course, Matrix, Parallel};
use crate::report::grid::Grid;

impl Pen<'_> {
    pub(super) fn matrix(self, matrix: &Matrix<'_>) -> Grid {
        let row = |(row, name): (usize, &String)| {
            let columns = 0..matrix.columns.len();
            let cell = |column| {
                matrix
                    .figures
                    .written(matrix.value(row, column), self.texts)
            };
            std::iter::once(name.clone())
                .chain(columns.map(cell))
                .collect()
        };
        let first = match matrix.axes {
            Some([rows, columns]) => {
                let values = [("rows", rows.as_str()), ("columns", columns)];
                self.texts.format("report-rows-and-columns", &values)
            }
            None => self.text("report-column-name"),
        };
        Grid {
            caption: self.caption(""),
            heads: std::iter::once(first)
                .chain(matrix.columns.iter().cloned())
                .collect(),
            rows: matrix.rows.iter().enumerate().map(row).collect(),
            ..Grid::default()
        }
    }

    pub(super) fn parallel(self, parallel: &Parallel) -> Grid {
        let row = |course: &Course| {
            let group = parallel.groups.get(course.group).cloned();
            let values = course.values.iter();
            std::iter::once(group.unwrap_or_default())
                .chain(values.map(|&value| self.texts.significant(value)))
                .collect()
        };
        Grid {
            caption: self.chart.title.clone(),
            heads: std::iter::once(self.text("head-scenario"))
                .chain(parallel.axes.iter().cloned())
                .collect(),
            rows: parallel.courses.iter().map(row).collect(),
            ..Grid::default()
        }
    }
}
