//! Curves over the years that rise and fall, with their peaks.

use serde::{Deserialize, Serialize};

use super::labels::labels_at_right;
use super::legend::Key;
use super::palette::{self, INK, Shape};
use super::pen::{Letters, Stroke};
use super::scale::{Scale, extent_from_zero};
use super::sheet::{LABEL, Sheet};
use super::values::{Interval, YearBand};
use super::years::{self, BandStyle, YEAR_AXIS};

/// One or more curves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Curves {
    /// The curves, in the order of the legend.
    pub series: Vec<Curve>,
}

/// One curve.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Curve {
    /// Its name.
    pub name: String,
    /// The quantiles of each year, in order.
    pub bands: Vec<YearBand>,
    /// The peak, draw by draw.
    pub peak: Option<Peak>,
}

/// The peak of a curve, draw by draw. Its median lies above the top of the median curve, since not
/// every draw peaks in the same year.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Peak {
    /// The year of the peak.
    pub year: Interval,
    /// Its height.
    pub height: Interval,
}

pub(super) fn draw(curves: &Curves, sheet: &mut Sheet<'_, '_>) {
    let all = || curves.series.iter().flat_map(|curve| &curve.bands);
    let Some(range) = years::year_range(all()) else {
        return sheet.nothing();
    };
    draw_legend(curves, sheet);
    let labels = sheet.take_right(end_width(curves));
    let peaks = curves.series.iter().filter_map(|curve| curve.peak);
    let values = all().flat_map(|band| [band.p05, band.p95]);
    let heights = peaks.flat_map(|peak| peak.height.figures());
    let up = sheet.value_axis(extent_from_zero(values.chain(heights)), YEAR_AXIS);
    let across = years::year_axis(sheet, range);
    for (place, curve) in curves.series.iter().enumerate() {
        let style = BandStyle {
            color: palette::series_color(place),
            dash: palette::series_dash(place),
            has_inner: curves.series.len() == 1,
        };
        years::draw_band(sheet, &curve.bands, (&across, &up), style);
    }
    for curve in &curves.series {
        if let Some(peak) = curve.peak {
            draw_peak(sheet, &peak, &across, &up);
            if curves.series.len() == 1 {
                label_peak(sheet, &peak, &across, &up);
            }
        }
    }
    let texts = end_labels(curves, sheet, &up, labels.width() - 20.0);
    labels_at_right(sheet, labels.left + 16.0, &texts);
}

/// The room for the labels at the ends of the curves.
fn end_width(curves: &Curves) -> f64 {
    if curves.series.len() == 1 {
        return 170.0;
    }
    let letters = Letters::of(LABEL).bold();
    let widths = curves.series.iter().map(|curve| letters.width(&curve.name));
    widths.fold(0.0, f64::max).min(300.0) + 24.0
}

fn draw_legend(curves: &Curves, sheet: &mut Sheet<'_, '_>) {
    let mut items = if curves.series.len() == 1 {
        years::band_items(sheet, palette::series_color(0))
    } else {
        let names = curves.series.iter().map(|curve| curve.name.as_str());
        years::series_items(sheet, names)
    };
    if curves.series.iter().any(|curve| curve.peak.is_some()) {
        items.push((
            Key::Whisker(Shape::Triangle, INK),
            sheet.texts.get("chart-peak-mark"),
        ));
    }
    sheet.legend(&items);
}

fn draw_peak(sheet: &mut Sheet<'_, '_>, peak: &Peak, across: &Scale, up: &Scale) {
    let [first, year, last] = peak.year.figures().map(|figure| across.at(figure));
    let [low, height, high] = peak.height.figures().map(|figure| up.at(figure));
    let (Some(x), Some(y)) = (year, height) else {
        return;
    };
    let stroke = Stroke::solid(INK, 2.5);
    let (first, last) = (first.unwrap_or(x), last.unwrap_or(x));
    let (low, high) = (low.unwrap_or(y), high.unwrap_or(y));
    sheet.canvas.whisker((first, y), (last, y), 7.0, stroke);
    sheet.canvas.whisker((x, low), (x, high), 7.0, stroke);
    sheet.canvas.marker((x, y), 8.0, Shape::Triangle, INK);
}

/// Writes the height and year of a peak beside it.
fn label_peak(sheet: &mut Sheet<'_, '_>, peak: &Peak, across: &Scale, up: &Scale) {
    let (Some(x), Some(y)) = (across.at(peak.year.p50), up.at(peak.height.p50)) else {
        return;
    };
    let texts = sheet.texts;
    let values = [
        ("height", texts.hectares(peak.height.p50)),
        ("year", texts.figure(peak.year.p50, "year")),
    ];
    let label = texts.format("chart-peak", &values);
    let letters = Letters::of(LABEL).bold();
    let at_right = x + 18.0 + letters.width(&label) < sheet.area.right;
    let (x, letters) = if at_right {
        (x + 18.0, letters)
    } else {
        (x - 18.0, letters.end())
    };
    sheet.canvas.text(&label, (x, y - 22.0), letters);
}

/// The name of each curve at its end, or the figures of the only one.
fn end_labels(
    curves: &Curves,
    sheet: &Sheet<'_, '_>,
    up: &Scale,
    room: f64,
) -> Vec<(f64, String, Letters)> {
    if let [only] = &curves.series[..] {
        let last = only.bands.last();
        return last.map_or_else(Vec::new, |last| years::end_labels(sheet, last, up));
    }
    let letters = Letters::of(LABEL).bold();
    let label = |(place, curve): (usize, &Curve)| {
        let y = up.at(curve.bands.last()?.p50)?;
        let name = letters.wrap(&curve.name, room, 1).concat();
        let color = palette::mix(palette::series_color(place), INK, 0.5);
        Some((y, name, letters.color(color)))
    };
    curves.series.iter().enumerate().filter_map(label).collect()
}

#[cfg(test)]
fn hump(middle: f64, width: f64, height: f64) -> impl Fn(f64) -> f64 {
    move |t| height * crate::numeric::exp(-((t - middle) / width) * ((t - middle) / width))
}

/// Figures of a likely size, to test and to look at.
#[cfg(test)]
pub(super) fn sample() -> super::Body {
    use super::Body;
    use super::samples::{bands, interval};

    Body::Curves(Curves {
        series: vec![Curve {
            name: "Totaal".to_owned(),
            bands: bands(hump(16.0, 7.0, 820.0), 0.4),
            peak: Some(Peak {
                year: interval(2036.0, 2040.0, 2046.0),
                height: interval(560.0, 890.0, 1_380.0),
            }),
        }],
    })
}

/// The same with several curves.
#[cfg(test)]
pub(super) fn sample_of_several() -> super::Body {
    use super::Body;
    use super::samples::bands;

    let curve = |name: &str, middle, height| Curve {
        name: name.to_owned(),
        bands: bands(hump(middle, 7.0, height), 0.3),
        peak: None,
    };
    Body::Curves(Curves {
        series: vec![
            curve("Rotterdam-Moerdijk", 16.0, 420.0),
            curve("Noordzeekanaalgebied", 12.0, 210.0),
            curve("Chemelot", 18.0, 95.0),
            curve("Zeeland-West-Brabant", 15.0, 160.0),
        ],
    })
}
