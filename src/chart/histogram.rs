//! How draws are spread over the values of an outcome.

use serde::{Deserialize, Serialize};

use super::palette::{self, Dash, GREY, INK, WHITE};
use super::pen::{Area, Letters, Stroke};
use super::scale::{Scale, extent, ticks};
use super::sheet::{HALF_LABEL, LABEL, Sheet};
use super::values::Interval;

/// Distributions under each other on one axis.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Histogram {
    /// The distributions, from the top down.
    pub panels: Vec<Panel>,
}

/// One distribution.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Panel {
    /// What it is about, such as a year.
    pub name: String,
    /// The lower end of the first bin.
    #[serde(with = "super::figure")]
    pub from: f64,
    /// The width of a bin.
    #[serde(with = "super::figure")]
    pub width: f64,
    /// The share of the draws in each bin, 0 to 1.
    #[serde(with = "super::figure")]
    pub shares: Vec<f64>,
    /// The marked quantiles.
    pub marks: Interval,
}

impl Panel {
    /// The distribution whose part below a value is `part_below`, in bins of a round width that
    /// hold all of `ends`. The first and last bin also hold what lies beyond them.
    #[must_use]
    pub fn of(
        name: &str,
        part_below: impl Fn(f64) -> f64,
        ends: &[f64],
        bins: usize,
        marks: Interval,
    ) -> Self {
        let edges = ticks(extent(ends.iter().copied()), bins).values;
        let last = edges.len() - 1;
        let below: Vec<_> = edges
            .iter()
            .enumerate()
            .map(|(place, &edge)| match place {
                0 => 0.0,
                place if place == last => 1.0,
                _ => part_below(edge),
            })
            .collect();
        Self {
            name: name.to_owned(),
            from: edges[0],
            width: (edges[last] - edges[0]) / crate::numeric::count(last),
            shares: below.windows(2).map(|ends| ends[1] - ends[0]).collect(),
            marks,
        }
    }

    fn to(&self) -> f64 {
        self.from + self.width * crate::numeric::count(self.shares.len())
    }
}

pub(super) fn draw(histogram: &Histogram, sheet: &mut Sheet<'_, '_>) {
    let panels = &histogram.panels;
    if panels.is_empty() {
        return sheet.nothing();
    }
    let letters = Letters::of(LABEL);
    let caption = sheet.texts.get("chart-share-of-draws");
    let at = (sheet.area.left, sheet.area.top + letters.line() / 2.0);
    sheet.canvas.text(&caption, at, letters.color(GREY));
    sheet.area.top += 1.4 * letters.line();
    sheet.area.left += letters.width("100%") + 30.0;
    sheet.area.right -= HALF_LABEL;
    let across = sheet.level_value_axis(extent(
        panels.iter().flat_map(|panel| [panel.from, panel.to()]),
    ));
    let height = sheet.area.height() / crate::numeric::count(panels.len());
    for (place, panel) in panels.iter().enumerate() {
        let top = sheet.area.top + height * crate::numeric::count(place);
        let area = Area {
            top: top + 0.3 * height.min(260.0),
            bottom: top + height,
            ..sheet.area
        };
        let shares = panel
            .shares
            .iter()
            .copied()
            .filter(|share| share.is_finite());
        let highest = shares.fold(0.0, f64::max).max(1e-9);
        let up = Scale {
            from: 0.0,
            to: highest,
            start: area.bottom,
            end: area.top,
        };
        draw_panel(sheet, panel, &area, (&across, &up), place);
    }
}

fn draw_panel(
    sheet: &mut Sheet<'_, '_>,
    panel: &Panel,
    area: &Area,
    (across, up): (&Scale, &Scale),
    place: usize,
) {
    let color = palette::series_color(place);
    for (bin, &share) in panel.shares.iter().enumerate() {
        let from = panel.from + panel.width * crate::numeric::count(bin);
        let (Some(left), Some(right)) = (across.at(from), across.at(from + panel.width)) else {
            continue;
        };
        if let Some(top) = up.at(share).filter(|_| share > 0.0) {
            let bar = Area {
                left,
                right,
                top,
                bottom: area.bottom,
            };
            sheet.canvas.fill(&bar, color, 0.75);
            if bar.width() > 4.0 {
                sheet.canvas.outline(&bar, Stroke::solid(WHITE, 1.0));
            }
        }
    }
    sheet.canvas.line(
        &[(area.left, area.bottom), (area.right, area.bottom)],
        Stroke::solid(INK, 2.0),
    );
    let letters = Letters::of(18.0).color(GREY).end();
    for share in [0.0, up.to] {
        if let Some(y) = up.at(share) {
            sheet
                .canvas
                .text(&sheet.texts.percent(share), (area.left - 12.0, y), letters);
        }
    }
    draw_marks(sheet, panel, area, across);
    let name = Letters::of(28.0).bold().end();
    sheet
        .canvas
        .text(&panel.name, (area.right, area.top - 22.0), name);
}

/// P5, P50 and P95 as lines with their values above, moved apart where they would overlap.
fn draw_marks(sheet: &mut Sheet<'_, '_>, panel: &Panel, area: &Area, across: &Scale) {
    let letters = Letters::of(20.0).middle();
    let names = ["P5", "P50", "P95"];
    let marks: Vec<_> = names
        .into_iter()
        .zip(panel.marks.figures())
        .filter_map(|(name, value)| {
            let text = format!("{name}: {}", sheet.texts.hectares(value));
            Some((across.at(value)?, text))
        })
        .collect();
    let wanted: Vec<_> = marks
        .iter()
        .map(|(x, text)| (*x, letters.width(text) + 18.0))
        .collect();
    let places = super::labels::spread(&wanted, (area.left - 20.0, area.right - 90.0));
    let y = area.top - 24.0;
    for ((x, text), place) in marks.iter().zip(places) {
        let dash = if text.starts_with("P50") {
            Dash::Solid
        } else {
            Dash::Dashed
        };
        let stroke = Stroke::solid(INK, 2.5).dashed(dash);
        sheet
            .canvas
            .line(&[(*x, area.top - 4.0), (*x, area.bottom)], stroke);
        sheet.canvas.line(
            &[(place, y + 12.0), (*x, area.top - 4.0)],
            Stroke::solid(GREY, 1.5),
        );
        let letters = if text.starts_with("P50") {
            letters.bold()
        } else {
            letters
        };
        sheet.canvas.text(text, (place, y), letters);
    }
}

/// Figures of a likely size, to test and to look at.
#[cfg(test)]
pub(super) fn sample() -> super::Body {
    use super::Body;
    use super::samples::interval;

    let panel = |name: &str, median: f64, sigma: f64| {
        let band = crate::numeric::exp(1.645 * sigma);
        let marks = interval(median / band, median, median * band);
        let part_below = |value: f64| {
            crate::numeric::standard_normal_cdf(crate::numeric::ln(value / median) / sigma)
        };
        Panel::of(name, part_below, &[0.0, 6_000.0], 60, marks)
    };
    Body::Histogram(Histogram {
        panels: vec![panel("2030", 620.0, 0.28), panel("2050", 2_450.0, 0.33)],
    })
}
