//! Parts of totals, steps from one figure to another, and packages of levers.

use super::Pen;
use crate::chart::{Bar, Package, Packages, StackedBars, Waterfall};
use crate::report::grid::Grid;

impl Pen<'_> {
    pub(super) fn bars(self, bars: &StackedBars) -> Grid {
        let has_totals = bars.bars.iter().all(|bar| bar.total.is_some());
        let total = has_totals.then(|| self.head_of_bands(&self.text("report-column-total")));
        let row = |bar: &Bar| {
            let sizes = bar.sizes.iter().map(|&size| self.value(size));
            std::iter::once(format!("{} {}", bar.group, bar.name))
                .chain(sizes)
                .chain(
                    bar.total
                        .iter()
                        .filter(|_| has_totals)
                        .map(|total| self.band(total)),
                )
                .collect()
        };
        Grid {
            caption: self.caption(""),
            heads: std::iter::once(self.text("report-column-name"))
                .chain(bars.parts.iter().cloned())
                .chain(total)
                .collect(),
            rows: bars.bars.iter().map(row).collect(),
            ..Grid::default()
        }
    }

    pub(super) fn waterfall(self, waterfall: &Waterfall) -> Grid {
        let Waterfall { from, steps, to } = waterfall;
        let sum = from.value + steps.iter().map(|step| step.value).sum::<f64>();
        let row = |name: &str, value: f64| vec![name.to_owned(), self.value(value)];
        let all = std::iter::once(from).chain(steps);
        Grid {
            caption: self.caption(""),
            heads: vec![self.text("report-column-name"), self.chart.unit.clone()],
            rows: { all.map(|level| row(&level.name, level.value)) }
                .chain([row(to, sum)])
                .collect(),
            has_total: true,
        }
    }

    /// The way on which levers were added, and all of them together.
    pub(super) fn packages(self, packages: &Packages) -> Grid {
        let row = |one: &Package| vec![one.name.clone(), self.texts.percent(one.share / 100.0)];
        Grid {
            caption: self.caption(""),
            heads: vec![self.text("report-column-name"), self.chart.unit.clone()],
            rows: { packages.path.iter() }
                .chain([&packages.all])
                .map(row)
                .collect(),
            ..Grid::default()
        }
    }
}
