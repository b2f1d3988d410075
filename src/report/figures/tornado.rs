//! How far an outcome moves with its drivers.

use super::Pen;
use crate::chart::{Swing, Tornado};
use crate::report::grid::Grid;

impl Pen<'_> {
    pub(super) fn tornado(self, tornado: &Tornado) -> Grid {
        let row = |swing: &Swing| {
            let [low, high] = [swing.low, swing.high].map(|value| self.value(value));
            vec![swing.name.clone(), low, high, swing.figure.clone()]
        };
        Grid {
            caption: self.caption(""),
            heads: vec![
                self.text("report-column-driver"),
                self.text("report-column-at-low"),
                self.text("report-column-at-high"),
                tornado.column.clone(),
            ],
            rows: tornado.swings.iter().map(row).collect(),
            ..Grid::default()
        }
    }
}
