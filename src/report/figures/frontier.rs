//! Two measures of each thing: cost and effect, one thing had for another, points.

use super::Pen;
use crate::chart::{Bought, Cloud, Clouds, Frontier, Point, Points, TradeOff};
use crate::report::grid::Grid;

impl Pen<'_> {
    pub(super) fn frontier(self, frontier: &Frontier) -> Grid {
        let cost = format!(
            "{}: P50 (P5 – P95), {}",
            self.text("report-column-cost"),
            frontier.cost_unit
        );
        let rows = frontier.variants.iter().map(|variant| {
            vec![
                variant.name.clone(),
                self.band(&variant.effect),
                self.band(&variant.cost),
            ]
        });
        Grid {
            caption: self.caption(""),
            heads: vec![
                self.text("chart-variants"),
                self.head_of_bands(&self.text("report-column-effect")),
                cost,
            ],
            rows: rows.collect(),
            ..Grid::default()
        }
    }

    pub(super) fn trade_off(self, trade_off: &TradeOff) -> Grid {
        let chosen = trade_off.chosen.iter();
        let chosen = chosen.map(|point| (self.text("chart-chosen"), point));
        let curves = trade_off.curves.iter();
        let points = curves.flat_map(|(name, points)| points.iter().map(|one| (name.clone(), one)));
        let row = |(name, point): (String, &Bought)| {
            let [across, up] = [point.across, point.up].map(|value| self.texts.number(value, 1));
            vec![name, across, up]
        };
        Grid {
            caption: self.caption(""),
            heads: vec![
                self.text("report-column-name"),
                trade_off.across.clone(),
                self.chart.unit.clone(),
            ],
            rows: points.chain(chosen).map(row).collect(),
            ..Grid::default()
        }
    }

    /// Each variant at the point at which they are compared, and how far it reaches over all points.
    pub(super) fn clouds(self, clouds: &Clouds) -> Grid {
        let row = |cloud: &Cloud| {
            let middle = |axis: usize| match cloud.middle {
                Some(middle) => self.value(middle[axis]),
                None => "–".to_owned(),
            };
            let reach = |axis: usize| {
                let figures = || cloud.dots.iter().map(|dot| dot[axis]);
                let low = figures().fold(f64::INFINITY, f64::min);
                let high = figures().fold(f64::NEG_INFINITY, f64::max);
                format!("{} – {}", self.value(low), self.value(high))
            };
            vec![cloud.name.clone(), middle(0), reach(0), middle(1), reach(1)]
        };
        let over_points = |name: &str| format!("{name}: {}", self.text("report-over-points"));
        Grid {
            caption: self.caption(""),
            heads: vec![
                self.text("chart-variants"),
                clouds.across.clone(),
                over_points(&clouds.across),
                self.chart.unit.clone(),
                over_points(&self.chart.unit),
            ],
            rows: { clouds.variants.iter() }
                .filter(|cloud| !cloud.dots.is_empty())
                .map(row)
                .collect(),
            ..Grid::default()
        }
    }

    pub(super) fn points(self, points: &Points) -> Grid {
        let row = |point: &Point| {
            let [across, up] = point.at.map(|value| self.value(value));
            vec![point.name.clone(), across, up]
        };
        Grid {
            caption: self.chart.title.clone(),
            heads: vec![
                points.heading.clone(),
                points.across.clone(),
                self.chart.unit.clone(),
            ],
            rows: points.points.iter().map(row).collect(),
            ..Grid::default()
        }
    }
}
