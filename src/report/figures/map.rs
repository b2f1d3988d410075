//! The provinces.

use super::Pen;
use crate::chart::ProvinceMap;
use crate::report::grid::Grid;

impl Pen<'_> {
    pub(super) fn map(self, map: &ProvinceMap) -> Grid {
        let rows = map.provinces.iter().map(|province| {
            let value = map.figures.written(province.value, self.texts);
            vec![province.name.clone(), value]
        });
        Grid {
            caption: self.caption(""),
            heads: vec![self.text("report-column-name"), self.chart.unit.clone()],
            rows: rows.collect(),
            ..Grid::default()
        }
    }
}
