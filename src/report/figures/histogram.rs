//! Draws over values.

use super::Pen;
use crate::chart::Histogram;
use crate::numeric::count;
use crate::report::grid::Grid;

impl Pen<'_> {
    pub(super) fn histogram(self, histogram: &Histogram) -> Vec<Grid> {
        let panels = histogram.panels.iter();
        panels
            .map(|panel| {
                let bins = panel.shares.iter().enumerate();
                let row = |(place, &share): (usize, &f64)| {
                    let from = panel.from + count(place) * panel.width;
                    let [low, high] = [from, from + panel.width].map(|end| self.value(end));
                    vec![format!("{low} – {high}"), self.texts.percent(share)]
                };
                Grid {
                    caption: self.caption(&panel.name),
                    heads: vec![self.chart.unit.clone(), self.text("chart-share-of-draws")],
                    rows: bins.map(row).collect(),
                    ..Grid::default()
                }
            })
            .collect()
    }
}
