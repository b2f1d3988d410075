//! Estimates against the number of draws.

use super::Pen;
use crate::chart::Convergence;
use crate::report::grid::Grid;

impl Pen<'_> {
    pub(super) fn convergence(self, convergence: &Convergence) -> Grid {
        let series = convergence.series.iter();
        let rows = series.flat_map(|settling| {
            settling.estimates.iter().map(|estimate| {
                vec![
                    settling.name.clone(),
                    self.texts.whole(estimate.draws),
                    self.texts.significant(estimate.value),
                    self.texts.significant(estimate.standard_error),
                ]
            })
        });
        let heads = ["name", "draws", "estimate", "error"];
        Grid {
            caption: self.caption(""),
            heads: heads
                .map(|key| self.text(&format!("report-column-{key}")))
                .to_vec(),
            rows: rows.collect(),
            ..Grid::default()
        }
    }
}
