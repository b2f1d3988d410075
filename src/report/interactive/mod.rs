//! Charts as vega-lite specifications: what a reader with a pointer can look into.
//!
//! The static drawing says the same, and is what prints, what is saved and what stands there without
//! scripts. Words and numbers in the specification are written by the same [`Texts`], so that both agree.

mod bands;
mod bars;
mod convergence;
mod frontier;
mod histogram;
mod map;
mod matrix;
mod rows;
mod theme;
mod tornado;

use serde_json::{Map, Value, json};

use crate::chart::{Body, Chart, Interval};
use crate::language::Texts;

pub use map::shared_outlines;
pub use theme::{locale, theme};

/// The specification of a chart, to which the page adds the theme and the writing of numbers; `None` for a
/// kind of chart that is shown as a still drawing only.
#[must_use]
pub fn specification(chart: &Chart, texts: &Texts) -> Option<Value> {
    let plot = Plot { chart, texts };
    let mut specification = match &chart.body {
        Body::Fan(fan) => bands::fan(plot, fan),
        Body::Curves(curves) => bands::curves(plot, curves),
        Body::DemandSupply(both) => bands::demand_and_supply(plot, both),
        Body::StackedBars(bars) => bars::stacked(plot, bars),
        Body::Ranges(ranges) => rows::ranges(plot, ranges),
        Body::Differences(differences) => rows::differences(plot, differences),
        Body::Histogram(histogram) => histogram::histogram(plot, histogram),
        Body::HeatMap(map) => matrix::heat_map(plot, map),
        Body::Flows(flows) => matrix::flows(plot, flows),
        Body::Frontier(frontier) => frontier::frontier(plot, frontier),
        Body::Map(map) => map::provinces(plot, map),
        Body::Convergence(convergence) => convergence::convergence(plot, convergence),
        Body::Tornado(tornado) => tornado::tornado(plot, tornado),
        _ => return None,
    };
    specification["width"] = json!("container");
    specification["autosize"] = json!({"type": "fit-x", "contains": "padding"});
    Some(specification)
}

/// A chart being specified.
#[derive(Debug, Clone, Copy)]
struct Plot<'c> {
    chart: &'c Chart,
    texts: &'c Texts,
}

impl Plot<'_> {
    fn text(self, key: &str) -> String {
        self.texts.get(key)
    }

    /// A value of the chart, as a pointer shows it.
    fn figure(self, value: f64) -> String {
        self.texts.figure(value, &self.chart.unit)
    }

    /// P50 with P5 and P95, as a pointer shows them.
    fn written(self, band: Interval) -> String {
        self.texts.band(band.figures(), &self.chart.unit)
    }

    /// An axis of values in the unit of the chart.
    fn values(self, field: &str) -> Value {
        let mut values = json!({"field": field, "type": "quantitative", "title": self.chart.unit});
        if self.chart.unit == self.texts.unit("year") {
            values["axis"] = json!({"format": "d"});
        }
        values
    }
}

/// A number as JSON, to six significant digits: a screen shows no more. What is not finite is null.
fn number(value: f64) -> Value {
    let rounded: f64 = format!("{value:.5e}").parse().unwrap_or(f64::NAN);
    json!(rounded)
}

/// One row of the figures behind a chart.
fn datum<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let fields = fields.map(|(name, value)| (name.to_owned(), value));
    Value::Object(Map::from_iter(fields))
}

/// The figures behind a chart or a layer of it.
fn rows(rows: &[Value]) -> Value {
    json!({ "values": rows })
}

/// The height of rows of a step each.
fn height(step: u32, count: usize) -> Value {
    let count = u32::try_from(count.max(1)).unwrap_or(u32::MAX);
    json!(step.saturating_mul(count))
}

/// A line of a tooltip: a field of text under a title.
fn line(field: &str, title: &str) -> Value {
    json!({"field": field, "type": "nominal", "title": title})
}

/// Colours for the series, in their order.
fn colors(names: &[String], of: impl Fn(usize) -> String) -> Value {
    let range: Vec<_> = (0..names.len()).map(of).collect();
    json!({"domain": names, "range": range})
}

#[cfg(test)]
mod tests;
