//! Charts: plain data made once, and pure functions that draw them.
//!
//! A [`Chart`] says what is shown, in which unit, from which source, and what a reader who does not
//! see it must know. [`svg`] draws it as a document by itself, with its fonts and with text that
//! stays text; [`png`] turns that into pixels. The same chart gives the same bytes on every machine.
//!
//! A kind of chart is one file: its data and how they are drawn. Colours can be told apart by
//! colour-blind readers, and whatever a colour says, a shape, dash, hatch, place or label says too.

mod canvas;
mod check;
mod clouds;
mod comparison_charts;
mod convergence;
mod curve;
mod decomposition_charts;
mod demand_supply;
mod differences;
mod discovery_charts;
mod document;
mod dots;
mod error;
mod estimates;
mod fan;
mod figure;
mod flows;
mod font;
mod frame;
mod frontier;
mod hatch;
mod heat_map;
mod histogram;
mod labels;
mod legend;
mod lines;
mod look;
mod map;
mod matrix;
mod numbered;
mod packages;
pub(crate) mod palette;
mod parallel;
mod pen;
mod png;
mod points;
mod ranges;
mod relief_charts;
mod robustness_charts;
mod run_charts;
mod scale;
mod scatter;
mod sensitivity_charts;
mod shared;
mod sheet;
mod side_by_side;
mod size;
mod stacked_bars;
mod sweep_charts;
mod tornado;
mod trade_off;
mod values;
mod waterfall;
mod years;

#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;

pub use clouds::{Cloud, Clouds};
pub use comparison_charts::comparison_charts;
pub use convergence::{Convergence, Estimate, Settling};
pub use curve::{Curve, Curves, Peak};
pub use decomposition_charts::{Story, decomposition_charts};
pub use demand_supply::DemandSupply;
pub use differences::Differences;
pub use discovery_charts::discovery_charts;
pub use document::font_faces;
pub use dots::Row;
pub use error::ChartError;
pub use estimates::Estimates;
pub use fan::{Fan, Published};
pub use flows::Flows;
pub use frontier::{CostAndEffect, Frontier};
pub use heat_map::HeatMap;
pub use histogram::{Histogram, Panel};
pub use lines::{BandAt, Line, Lines};
pub use look::Look;
pub(crate) use map::outlines;
pub use map::{Province, ProvinceMap, ProvinceValue, provinces};
pub use matrix::Figures;
pub(crate) use matrix::Matrix;
pub use packages::{Package, Packages, Sized};
pub use palette::{NoPalette, Palette};
pub use parallel::{Course, Parallel};
pub use png::png;
pub use points::{Point, Points};
pub use ranges::Ranges;
pub use relief_charts::relief_chart;
pub use robustness_charts::robustness_charts;
pub use run_charts::{convergence_chart, run_charts};
pub use scatter::{Axis, Dot, Scatter};
pub use sensitivity_charts::{factor_charts, screening_charts, sensitivity_charts};
pub use side_by_side::{Beside, SideBySide};
pub use size::{NoSize, Size};
pub use stacked_bars::{Bar, StackedBars};
pub use sweep_charts::sweep_charts;
pub use tornado::{Swing, Tornado};
pub use trade_off::{Bought, TradeOff};
pub use values::{Interval, YearBand};
pub use waterfall::{Level, Waterfall};

use serde::{Deserialize, Serialize};

use crate::language::Texts;
use sheet::Sheet;

/// A chart as data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Chart {
    /// The stem of its file name.
    pub name: String,
    /// What is shown.
    pub title: String,
    /// How to read it: what the bands are, since which year, over how many draws.
    pub subtitle: String,
    /// The unit of the values.
    pub unit: String,
    /// Where the figures come from; without the word for source.
    pub source: String,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// The figures.
    pub body: Body,
}

/// The figures of a chart, by the way they are drawn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub enum Body {
    /// Bands over the years.
    Fan(Fan),
    /// Parts of totals.
    StackedBars(StackedBars),
    /// Bands of many places or entities.
    Ranges(Ranges),
    /// Curves with their peaks.
    Curves(Curves),
    /// Draws over values.
    Histogram(Histogram),
    /// Demand beside supply over the years.
    DemandSupply(DemandSupply),
    /// A figure for every row and column.
    HeatMap(HeatMap),
    /// What variants change.
    Differences(Differences),
    /// Which region hosts whose need.
    Flows(Flows),
    /// Cost beside effect.
    Frontier(Frontier),
    /// The provinces, shaded.
    Map(ProvinceMap),
    /// Estimates against the number of draws.
    Convergence(Convergence),
    /// How much of one thing is had for another.
    TradeOff(TradeOff),
    /// Draws over two inputs.
    Scatter(Scatter),
    /// How far an outcome moves with its drivers.
    Tornado(Tornado),
    /// Charts of several runs on one scale.
    SideBySide(SideBySide),
    /// From one figure to another, step by step.
    Waterfall(Waterfall),
    /// Bands along a number.
    Lines(Lines),
    /// Many figures of many cases.
    Parallel(Parallel),
    /// Variants by cost and by what they leave, over many points.
    Clouds(Clouds),
    /// Estimates with their intervals.
    Estimates(Estimates),
    /// How often something happens with packages of levers.
    Packages(Packages),
    /// Named points over two measures.
    Points(Points),
}

/// Draws a chart as an SVG document, in the usual colours.
///
/// # Errors
/// When the size is too small or too large for a chart.
pub fn svg(chart: &Chart, texts: &Texts, size: Size) -> Result<String, ChartError> {
    svg_in(chart, texts, &Look::from(size))
}

/// Draws a chart as an SVG document with a look of its own.
///
/// # Errors
/// When the size is too small or too large for a chart.
pub fn svg_in(chart: &Chart, texts: &Texts, look: &Look) -> Result<String, ChartError> {
    let drawing = drawing(chart, texts, look)?;
    document::complete(&drawing, chart, texts.language(), look.size)
}

/// Draws a chart as a part of a page that has [`font_faces`] in its style; `id` is its own in that page.
///
/// # Errors
/// When the size is too small or too large for a chart.
pub fn svg_within(
    chart: &Chart,
    texts: &Texts,
    (size, id): (Size, &str),
) -> Result<String, ChartError> {
    let drawing = drawing(chart, texts, &Look::from(size))?;
    document::within(&drawing, chart, texts.language(), (size, id))
}

fn drawing(chart: &Chart, texts: &Texts, look: &Look) -> Result<String, ChartError> {
    look.size.checked()?;
    let mut drawing = String::new();
    {
        let mut sheet = Sheet::new(&mut drawing, chart, texts, look)?;
        draw(&chart.body, &mut sheet)?;
        sheet.canvas.finish()?;
    }
    Ok(drawing)
}

fn draw(body: &Body, sheet: &mut Sheet<'_, '_>) -> Result<(), ChartError> {
    match body {
        Body::Fan(fan) => fan::draw(fan, sheet),
        Body::StackedBars(bars) => stacked_bars::draw(bars, sheet),
        Body::Ranges(ranges) => ranges::draw(ranges, sheet),
        Body::Curves(curves) => curve::draw(curves, sheet),
        Body::Histogram(histogram) => histogram::draw(histogram, sheet),
        Body::DemandSupply(both) => demand_supply::draw(both, sheet),
        Body::HeatMap(map) => heat_map::draw(map, sheet),
        Body::Differences(differences) => differences::draw(differences, sheet),
        Body::Flows(flows) => flows::draw(flows, sheet),
        Body::Frontier(frontier) => frontier::draw(frontier, sheet),
        Body::Map(map) => map::draw(map, sheet)?,
        Body::Convergence(convergence) => convergence::draw(convergence, sheet),
        Body::TradeOff(trade_off) => trade_off::draw(trade_off, sheet),
        Body::Scatter(scatter) => scatter::draw(scatter, sheet),
        Body::Tornado(tornado) => tornado::draw(tornado, sheet),
        Body::SideBySide(panels) => side_by_side::draw(panels, sheet)?,
        Body::Waterfall(waterfall) => waterfall::draw(waterfall, sheet),
        Body::Lines(lines) => lines::draw(lines, sheet),
        Body::Parallel(parallel) => parallel::draw(parallel, sheet),
        Body::Clouds(clouds) => clouds::draw(clouds, sheet),
        Body::Estimates(estimates) => estimates::draw(estimates, sheet),
        Body::Packages(packages) => packages::draw(packages, sheet),
        Body::Points(points) => points::draw(points, sheet),
    }
    Ok(())
}
