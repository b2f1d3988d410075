//! Bands over the years and along a number.

use super::Pen;
use crate::chart::{BandAt, Curves, Fan, Line, Lines, YearBand};
use crate::report::grid::Grid;

impl Pen<'_> {
    pub(super) fn bands(self, part: &str, bands: &[YearBand]) -> Grid {
        let heads = ["P5", "P25", "P50", "P75", "P95"].map(str::to_owned);
        let row = |band: &YearBand| {
            let figures = [band.p05, band.p25, band.p50, band.p75, band.p95];
            let figures = figures.map(|figure| self.value(figure));
            std::iter::once(band.year.to_string())
                .chain(figures)
                .collect()
        };
        Grid {
            caption: self.caption(part),
            heads: std::iter::once(self.text("column-year"))
                .chain(heads)
                .collect(),
            rows: bands.iter().map(row).collect(),
            ..Grid::default()
        }
    }

    pub(super) fn fan(self, fan: &Fan) -> Vec<Grid> {
        let mut grids = vec![self.bands("", &fan.bands)];
        if !fan.published.is_empty() {
            let keys = ["low", "central", "high"].map(|key| format!("report-column-{key}"));
            let keys = ["column-published", "column-year"]
                .into_iter()
                .chain(keys.iter().map(String::as_str));
            let rows = fan.published.iter().map(|figure| {
                let figures = [figure.low, figure.central, figure.high];
                [figure.label.clone(), figure.year.to_string()]
                    .into_iter()
                    .chain(figures.map(|figure| self.value(figure)))
                    .collect()
            });
            grids.push(Grid {
                caption: self.caption(&self.text("chart-published")),
                heads: keys.map(|key| self.text(key)).collect(),
                rows: rows.collect(),
                ..Grid::default()
            });
        }
        grids
    }

    pub(super) fn curves(self, curves: &Curves) -> Vec<Grid> {
        let is_alone = curves.series.len() == 1;
        let name = |name: &str| {
            if is_alone {
                String::new()
            } else {
                name.to_owned()
            }
        };
        let bands = curves.series.iter();
        let mut grids: Vec<_> = bands
            .map(|curve| self.bands(&name(&curve.name), &curve.bands))
            .collect();
        let peaks: Vec<_> = curves
            .series
            .iter()
            .filter_map(|curve| {
                let peak = curve.peak.as_ref()?;
                let when = self.texts.band(peak.year.figures(), "year");
                Some(vec![curve.name.clone(), when, self.band(&peak.height)])
            })
            .collect();
        if !peaks.is_empty() {
            grids.push(Grid {
                caption: self.caption(&self.text("chart-peak-mark")),
                heads: vec![
                    self.text("report-column-name"),
                    self.head_of("column-year"),
                    self.head_of_bands(&self.text("report-column-height")),
                ],
                rows: peaks,
                ..Grid::default()
            });
        }
        grids
    }

    pub(super) fn lines(self, lines: &Lines) -> Vec<Grid> {
        let of_line = |line: &Line| {
            let row = |one: &BandAt| {
                let at = self.texts.significant(one.at);
                vec![at, self.band(&one.band)]
            };
            Grid {
                caption: self.caption(&line.name),
                heads: vec![lines.across.clone(), self.text("report-column-band")],
                rows: line.bands.iter().map(row).collect(),
                ..Grid::default()
            }
        };
        lines.series.iter().map(of_line).collect()
    }
}
