//! How an estimate settles as draws are added.

use serde::{Deserialize, Serialize};

use super::labels::labels_at_right;
use super::legend::Key;
use super::palette::{self, GREY, Hatch, INK};
use super::pen::{Letters, Point, Stroke};
use super::scale::{Scale, extent};
use super::sheet::{LABEL, Sheet};
use super::years;
use crate::numeric;

/// Half the width of a 95% interval in standard errors.
const WIDE: f64 = 1.96;
/// The height of the axis of draws with its caption.
const AXIS: f64 = 76.0;

/// Estimates against the number of draws.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Convergence {
    /// The statistics, in the order of the legend.
    pub series: Vec<Settling>,
}

/// One statistic.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Settling {
    /// Its name, such as P95.
    pub name: String,
    /// The estimates, by increasing number of draws.
    pub estimates: Vec<Estimate>,
}

/// What so many draws say.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// The number of draws.
    pub draws: usize,
    /// The estimate.
    #[serde(with = "super::figure")]
    pub value: f64,
    /// Its standard error.
    #[serde(with = "super::figure")]
    pub standard_error: f64,
}

impl Estimate {
    pub(crate) fn low(&self) -> f64 {
        self.value - WIDE * self.standard_error
    }

    pub(crate) fn high(&self) -> f64 {
        self.value + WIDE * self.standard_error
    }

    /// The place on a logarithmic axis.
    fn size(&self) -> f64 {
        numeric::ln(numeric::count(self.draws.max(1)))
    }
}

pub(super) fn draw(convergence: &Convergence, sheet: &mut Sheet<'_, '_>) {
    let all = || {
        convergence
            .series
            .iter()
            .flat_map(|settling| &settling.estimates)
    };
    if all().next().is_none() {
        return sheet.nothing();
    }
    draw_legend(convergence, sheet);
    let strip = sheet.take_right(190.0);
    let up = sheet.value_axis(
        extent(all().flat_map(|e| [e.low(), e.value, e.high()])),
        AXIS,
    );
    let across = draws_axis(sheet, with_room(extent(all().map(Estimate::size))));
    let mut labels = Vec::new();
    for (place, settling) in convergence.series.iter().enumerate() {
        draw_settling(sheet, settling, place, (&across, &up));
        labels.extend(end_label(sheet, settling, place, &up));
    }
    labels_at_right(sheet, strip.left + 16.0, &labels);
}

fn draw_legend(convergence: &Convergence, sheet: &mut Sheet<'_, '_>) {
    let line = |(place, settling): (usize, &Settling)| {
        let stroke = Stroke::solid(palette::series_color(place), 4.0);
        let key = Key::Line(stroke.dashed(palette::series_dash(place)));
        (key, settling.name.clone())
    };
    let mut items: Vec<_> = convergence.series.iter().enumerate().map(line).collect();
    let key = Key::Fill(GREY, years::OUTER, Hatch::None);
    items.push((key, sheet.texts.get("chart-interval")));
    sheet.legend(&items);
}

/// Room for a single look: half as many and twice as many draws.
fn with_room((first, last): (f64, f64)) -> (f64, f64) {
    let room = if last > first { 0.0 } else { numeric::ln(2.0) };
    (first - room, last + room)
}

/// An axis of draws on which equal factors are equally wide.
fn draws_axis(sheet: &mut Sheet<'_, '_>, (first, last): (f64, f64)) -> Scale {
    let letters = Letters::of(LABEL);
    let area = sheet.area;
    let scale = Scale {
        from: first,
        to: last,
        start: area.left,
        end: area.right,
    };
    let mut free_from = f64::NEG_INFINITY;
    for draws in round_numbers() {
        let size = numeric::ln(draws);
        if size < first - 1e-9 || size > last + 1e-9 {
            continue;
        }
        let Some(x) = scale.at(size) else { continue };
        sheet.canvas.line(
            &[(x, area.bottom), (x, area.bottom + 8.0)],
            Stroke::solid(GREY, 1.5),
        );
        let label = sheet.texts.number(draws, 0);
        let half = letters.width(&label) / 2.0;
        if x - half > free_from {
            sheet
                .canvas
                .text(&label, (x, area.bottom + 26.0), letters.middle());
            free_from = x + half + 14.0;
        }
    }
    let caption = sheet.texts.get("chart-draws");
    let at = (area.right, area.bottom + 58.0);
    sheet.canvas.text(&caption, at, letters.color(GREY).end());
    scale
}

/// 1, 2 and 5 times powers of ten.
fn round_numbers() -> impl Iterator<Item = f64> {
    (0..16_u8).flat_map(|power| {
        let unit = numeric::pow(10.0, f64::from(power));
        [unit, 2.0 * unit, 5.0 * unit]
    })
}

fn draw_settling(
    sheet: &mut Sheet<'_, '_>,
    settling: &Settling,
    place: usize,
    (across, up): (&Scale, &Scale),
) {
    let color = palette::series_color(place);
    let points = |value: fn(&Estimate) -> f64| -> Vec<Point> {
        let place = |e: &Estimate| Some((across.at(e.size())?, up.at(value(e))?));
        settling.estimates.iter().filter_map(place).collect()
    };
    let (low, high) = (points(Estimate::low), points(Estimate::high));
    let around: Vec<_> = low.into_iter().chain(high.into_iter().rev()).collect();
    sheet.canvas.polygon(&around, color, years::OUTER);
    let stroke = Stroke::solid(color, 4.0).dashed(palette::series_dash(place));
    let middle = points(|estimate| estimate.value);
    sheet.canvas.line(&middle, stroke);
    // Each look by itself, so that one look alone is seen too.
    let (low, high) = (points(Estimate::low), points(Estimate::high));
    for ((low, high), at) in low.into_iter().zip(high).zip(middle) {
        sheet
            .canvas
            .whisker(low, high, 6.0, Stroke::solid(color, 2.5));
        let shape = palette::series_shape(place);
        sheet.canvas.marker(at, 8.0, shape, color);
    }
}

fn end_label(
    sheet: &Sheet<'_, '_>,
    settling: &Settling,
    place: usize,
    up: &Scale,
) -> Option<(f64, String, Letters)> {
    let last = settling.estimates.last()?;
    let text = format!("{}: {}", settling.name, sheet.figure(last.value));
    let color = palette::mix(palette::series_color(place), INK, 0.5);
    let letters = Letters::of(LABEL).bold().color(color);
    let text = letters.wrap(&text, 170.0, 1).concat();
    Some((up.at(last.value)?, text, letters))
}

/// Figures of a likely size, to test and to look at.
#[cfg(test)]
pub(super) fn sample() -> super::Body {
    use super::Body;

    let settling = |name: &str, value: f64, spread: f64| Settling {
        name: name.to_owned(),
        estimates: [100, 200, 500, 1_000, 2_000, 5_000, 10_000]
            .into_iter()
            .map(|draws| {
                let standard_error = spread / crate::numeric::sqrt(crate::numeric::count(draws));
                let wobble = if draws % 3 == 1 { 0.6 } else { -0.8 };
                Estimate {
                    draws,
                    value: value + wobble * standard_error,
                    standard_error,
                }
            })
            .collect(),
    };
    Body::Convergence(Convergence {
        series: vec![
            settling("P5", 1_420.0, 900.0),
            settling("P50", 2_450.0, 1_000.0),
            settling("P95", 4_210.0, 2_700.0),
        ],
    })
}
