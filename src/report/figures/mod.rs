//! The figures of a chart as tables: what a reader who does not see it reads instead.

mod bands;
mod bars;
mod convergence;
mod frontier;
mod histogram;
mod map;
mod matrix;
mod rows;
mod tornado;

use super::grid::Grid;
use crate::chart::{Beside, Body, Chart, Differences, Interval, SideBySide};
use crate::language::Texts;

/// The figures of a chart.
#[must_use]
pub fn figures(chart: &Chart, texts: &Texts) -> Vec<Grid> {
    let pen = Pen { chart, texts };
    match &chart.body {
        Body::Fan(fan) => pen.fan(fan),
        Body::Curves(curves) => pen.curves(curves),
        Body::DemandSupply(both) => vec![
            pen.bands(&texts.get("chart-demand"), &both.demand),
            pen.bands(&texts.get("chart-supply"), &both.supply),
        ],
        Body::StackedBars(bars) => vec![pen.bars(bars)],
        Body::Ranges(ranges) => vec![pen.rows(&ranges.series, &ranges.rows)],
        Body::Differences(Differences { series, rows, .. }) => vec![pen.rows(series, rows)],
        Body::Histogram(histogram) => pen.histogram(histogram),
        Body::HeatMap(map) => vec![pen.matrix(&map.matrix())],
        Body::Flows(flows) => vec![pen.matrix(&flows.matrix())],
        Body::Frontier(frontier) => vec![pen.frontier(frontier)],
        Body::Map(map) => vec![pen.map(map)],
        Body::Convergence(convergence) => vec![pen.convergence(convergence)],
        Body::TradeOff(trade_off) => vec![pen.trade_off(trade_off)],
        Body::Tornado(tornado) => vec![pen.tornado(tornado)],
        Body::Waterfall(waterfall) => vec![pen.waterfall(waterfall)],
        Body::Lines(lines) => pen.lines(lines),
        Body::Parallel(parallel) => vec![pen.parallel(parallel)],
        Body::Clouds(clouds) => vec![pen.clouds(clouds)],
        Body::Estimates(estimates) => vec![pen.estimates(estimates)],
        Body::Packages(packages) => vec![pen.packages(packages)],
        Body::Points(points) => vec![pen.points(points)],
        Body::SideBySide(panels) => pen.panels(panels),
        // Thousands of dots are no table to read; what they say stands in the description.
        Body::Scatter(_) => Vec::new(),
    }
}

/// Writes the figures of one chart.
#[derive(Clone, Copy)]
struct Pen<'c> {
    chart: &'c Chart,
    texts: &'c Texts,
}

impl Pen<'_> {
    fn text(self, key: &str) -> String {
        self.texts.get(key)
    }

    fn value(self, value: f64) -> String {
        self.texts.figure(value, &self.chart.unit)
    }

    /// P50 with P5 and P95.
    fn band(self, band: &Interval) -> String {
        self.texts.band(band.figures(), &self.chart.unit)
    }

    /// A name with the unit and the way bands are written.
    fn head_of_bands(self, name: &str) -> String {
        format!("{name}: P50 (P5 – P95), {}", self.chart.unit)
    }

    /// The caption of a table about a part of the chart, or of all of it when the part has no name.
    fn caption(self, part: &str) -> String {
        let Self { chart, .. } = self;
        let name = match part {
            "" => chart.title.clone(),
            part => format!("{}: {part}", chart.title),
        };
        self.texts.in_unit(&name, &chart.unit)
    }

    fn head_of(self, key: &str) -> String {
        format!("{}: P50 (P5 – P95)", self.text(key))
    }

    /// The tables of panels, under their titles.
    fn panels(self, panels: &SideBySide) -> Vec<Grid> {
        let of_panel = |panel: &Beside| {
            let chart = Chart {
                title: format!("{}: {}", self.chart.title, panel.title),
                body: panel.body.clone(),
                ..self.chart.clone()
            };
            figures(&chart, self.texts)
        };
        panels.panels.iter().flat_map(of_panel).collect()
    }
}
