//! The sheet around the data: title, explanation, source, and axes.

use super::Chart;
use super::canvas::Canvas;
use super::error::ChartError;
use super::legend::{self, Item};
use super::look::Look;
use super::palette::{GREY, GRID, INK};
use super::pen::{Area, Letters, Stroke};
use super::scale::{Scale, Ticks, ticks};
use super::shared::Shared;
use crate::language::Texts;

const MARGIN: f64 = 44.0;
/// Letters of axes and of labels among the data.
pub(super) const LABEL: f64 = 22.0;
/// What a label at the end of a level axis sticks out.
pub(super) const HALF_LABEL: f64 = 40.0;
const TITLE: f64 = 36.0;
const SUBTITLE: f64 = 23.0;
const SOURCE: f64 = 18.0;

/// A chart being drawn: the paper, and the part of it that is still free.
pub(super) struct Sheet<'a, 't> {
    pub canvas: Canvas<'a>,
    pub texts: &'t Texts,
    /// What is still free for the data.
    pub area: Area,
    /// The unit of the values, beside their axis.
    pub unit: String,
    /// What charts side by side have in common; `None` for a chart by itself.
    pub shared: Option<Shared>,
}

impl<'a, 't> Sheet<'a, 't> {
    /// A sheet with the title and explanation of a chart above and its source below.
    pub fn new(
        svg: &'a mut String,
        chart: &Chart,
        texts: &'t Texts,
        look: &Look,
    ) -> Result<Self, ChartError> {
        let mut canvas = Canvas::new(svg, look.size, look.palette)?;
        let paper = canvas.whole();
        let mut area = Area {
            left: MARGIN,
            top: 30.0,
            right: paper.right - MARGIN,
            bottom: paper.bottom - 26.0,
        };
        area.top = draw_heading(&mut canvas, area, chart);
        let foot = Foot {
            source: &chart.source,
            organisation: &look.organisation,
        };
        area.bottom = draw_foot(&mut canvas, area, &foot, texts);
        Ok(Self {
            canvas,
            texts,
            area,
            unit: chart.unit.clone(),
            shared: None,
        })
    }

    /// A sheet of the same size with nothing on it, whose free area is that of this one.
    pub fn blank<'b>(&self, svg: &'b mut String) -> Result<Sheet<'b, 't>, ChartError> {
        Ok(Sheet {
            canvas: self.canvas.blank(svg)?,
            texts: self.texts,
            area: self.area,
            unit: self.unit.clone(),
            shared: None,
        })
    }

    /// A value of the chart as it is written beside its mark.
    pub fn figure(&self, value: f64) -> String {
        self.texts.figure(value, &self.unit)
    }

    /// Draws what the marks mean above the data.
    pub fn legend(&mut self, items: &[Item]) {
        if let Some(shared) = &mut self.shared {
            return shared.note_legend(items);
        }
        self.area = legend::draw(&mut self.canvas, self.area, items);
    }

    /// The extent of values for the charts side by side together, this one among them; as it is for a
    /// chart by itself.
    pub fn widened(&mut self, extent: (f64, f64)) -> (f64, f64) {
        match &mut self.shared {
            Some(shared) => shared.widened(extent),
            None => extent,
        }
    }

    /// Says in the place of data that there are none.
    pub fn nothing(&mut self) {
        let text = self.texts.get("chart-nothing");
        self.canvas.text(
            &text,
            self.area.middle(),
            Letters::of(26.0).color(GREY).middle(),
        );
    }

    /// Takes a strip of this width from the right of the free area; none of it when charts stand side
    /// by side, which have no room for labels there.
    pub fn take_right(&mut self, width: f64) -> Area {
        let width = if self.shared.is_some() { 0.0 } else { width };
        let strip = Area {
            left: self.area.right - width,
            ..self.area
        };
        self.area.right = strip.left;
        strip
    }

    /// Draws an axis of values at the left, with its grid, for the height of the free area less
    /// `below` for what stands under it, and leaves the area of the data free.
    pub fn value_axis(&mut self, extent: (f64, f64), below: f64) -> Scale {
        let extent = self.widened(extent);
        let unit = Letters::of(LABEL).color(GREY);
        let letters = Letters::of(LABEL);
        if !self.unit.is_empty() {
            let at = (self.area.left, self.area.top + unit.line() / 2.0);
            self.canvas.text(&self.unit, at, unit);
            self.area.top += 1.35 * unit.line();
        }
        self.area.top += LABEL / 2.0;
        self.area.bottom -= below;
        let wanted = if self.area.height() > 350.0 { 6 } else { 4 };
        let ticks = ticks(extent, wanted);
        let labels = tick_labels(&ticks, &self.unit, self.texts);
        let widest = labels
            .iter()
            .map(|label| letters.width(label))
            .fold(0.0, f64::max);
        self.area.left += widest + 14.0;
        let scale = Scale {
            from: ticks.low(),
            to: ticks.high(),
            start: self.area.bottom,
            end: self.area.top,
        };
        for (&value, label) in ticks.values.iter().zip(&labels) {
            let Some(y) = scale.at(value) else { continue };
            let (color, width) = if value == 0.0 {
                (INK, 2.0)
            } else {
                (GRID, 1.5)
            };
            let ends = [(self.area.left, y), (self.area.right, y)];
            self.canvas.line(&ends, Stroke::solid(color, width));
            self.canvas
                .text(label, (self.area.left - 14.0, y), letters.end());
        }
        scale
    }

    /// Draws an axis of values below the free area, with its grid, and leaves the area of the data
    /// free. The unit stands under the axis.
    pub fn level_value_axis(&mut self, extent: (f64, f64)) -> Scale {
        let letters = Letters::of(LABEL);
        let extent = match &mut self.shared {
            Some(shared) => shared.widened_across(extent),
            None => extent,
        };
        self.area.bottom -= level_axis_height(&self.unit);
        let wanted = if self.area.width() > 900.0 { 8 } else { 6 };
        let ticks = ticks(extent, wanted);
        let labels = tick_labels(&ticks, &self.unit, self.texts);
        let scale = Scale {
            from: ticks.low(),
            to: ticks.high(),
            start: self.area.left,
            end: self.area.right,
        };
        let Area { top, bottom, .. } = self.area;
        let mut free_from = f64::NEG_INFINITY;
        for (&value, label) in ticks.values.iter().zip(&labels) {
            let Some(x) = scale.at(value) else { continue };
            let (color, width) = if value == 0.0 {
                (INK, 2.0)
            } else {
                (GRID, 1.5)
            };
            self.canvas
                .line(&[(x, top), (x, bottom)], Stroke::solid(color, width));
            let half = letters.width(label) / 2.0;
            if x - half > free_from {
                self.canvas
                    .text(label, (x, bottom + letters.line()), letters.middle());
                free_from = x + half + 12.0;
            }
        }
        let at = (self.area.right, bottom + 2.2 * letters.line());
        self.canvas.text(&self.unit, at, letters.color(GREY).end());
        scale
    }
}

/// The room that [`Sheet::level_value_axis`] takes below the data.
pub(super) fn level_axis_height(unit: &str) -> f64 {
    let lines = if unit.is_empty() { 1.5 } else { 2.75 };
    lines * Letters::of(LABEL).line()
}

fn draw_heading(canvas: &mut Canvas<'_>, area: Area, chart: &Chart) -> f64 {
    let mut y = area.top;
    let title = Letters::of(TITLE).bold();
    let subtitle = Letters::of(SUBTITLE).color(GREY);
    for (text, letters, max_lines) in [(&chart.title, title, 2), (&chart.subtitle, subtitle, 3)] {
        let letters = fitting(text, letters, (area.width(), max_lines));
        let lines = letters.wrap(text, area.width(), max_lines);
        canvas.lines(&lines, (area.left, y + letters.line() / 2.0), letters);
        y += letters.line() * crate::numeric::count(lines.len());
        y += if lines.is_empty() { 0.0 } else { 8.0 };
    }
    y + 12.0
}

/// Letters in which a text fits, somewhat smaller where it must be.
fn fitting(text: &str, letters: Letters, (room, lines): (f64, usize)) -> Letters {
    let smaller = [1.0, 0.9, 0.8, 0.7].map(|part| Letters {
        size: part * letters.size,
        ..letters
    });
    let fits = |letters: &&Letters| letters.wrap(text, room, lines + 1).len() <= lines;
    smaller.iter().find(fits).copied().unwrap_or(letters)
}

/// What stands below the data.
struct Foot<'c> {
    source: &'c str,
    organisation: &'c str,
}

fn draw_foot(canvas: &mut Canvas<'_>, area: Area, foot: &Foot<'_>, texts: &Texts) -> f64 {
    let letters = Letters::of(SOURCE).color(GREY);
    let own = Letters::of(SOURCE).bold().end();
    let organisation = own.wrap(foot.organisation, 0.4 * area.width(), 1);
    let taken = organisation
        .first()
        .map_or(0.0, |name| own.width(name) + 40.0);
    let source = foot.source.trim();
    let lines = if source.is_empty() {
        Vec::new()
    } else {
        let text = texts.format("chart-source", &[("source", source)]);
        letters.wrap(&text, area.width() - taken, 2)
    };
    let rows = lines.len().max(organisation.len());
    if rows == 0 {
        return area.bottom;
    }
    let top = area.bottom - letters.line() * crate::numeric::count(rows);
    let middle = top + letters.line() / 2.0;
    canvas.lines(&lines, (area.left, middle), letters);
    canvas.lines(&organisation, (area.right, middle), own);
    top - 16.0
}

/// The labels of the ticks of an axis of values in a unit.
pub(super) fn tick_labels(ticks: &Ticks, unit: &str, texts: &Texts) -> Vec<String> {
    ticks
        .values
        .iter()
        .map(|&value| texts.number_in(unit, value, ticks.decimals))
        .collect()
}
