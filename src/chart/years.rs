//! A year axis, and bands along it.

use plotters::style::RGBColor;

use super::legend::{Item, Key};
use super::palette::{Dash, GREY, Hatch, INK};
use super::pen::{Area, Letters, Point, Stroke};
use super::scale::Scale;
use super::sheet::{LABEL, Sheet};
use super::values::YearBand;

/// The height of the year axis.
pub(super) const YEAR_AXIS: f64 = 42.0;

/// Distances between labelled years.
const YEAR_STEPS: [u16; 7] = [1, 2, 5, 10, 20, 50, 100];

/// The opacity of P5–P95 and of P25–P75.
pub(super) const OUTER: f64 = 0.22;
pub(super) const INNER: f64 = 0.42;

/// How a band along the years looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct BandStyle {
    pub color: RGBColor,
    pub dash: Dash,
    /// Whether P25–P75 is drawn too.
    pub has_inner: bool,
}

/// Draws a year axis below the free area.
pub(super) fn year_axis(sheet: &mut Sheet<'_, '_>, years: (u16, u16)) -> Scale {
    let letters = Letters::of(LABEL).middle();
    let Area {
        left,
        right,
        bottom,
        ..
    } = sheet.area;
    let (first, last) = years;
    let scale = Scale {
        from: first.into(),
        to: last.into(),
        start: left,
        end: right,
    };
    let label_width = letters.width("2050") + 26.0;
    let span = f64::from(last.saturating_sub(first)).max(1.0);
    let fits = |step: &u16| f64::from(*step) / span * (right - left) >= label_width;
    let step = YEAR_STEPS.into_iter().find(fits).unwrap_or(100);
    for year in (first..=last).filter(|year| year.is_multiple_of(step) || first == last) {
        let Some(x) = scale.at(year.into()) else {
            continue;
        };
        sheet
            .canvas
            .line(&[(x, bottom), (x, bottom + 8.0)], Stroke::solid(GREY, 1.5));
        sheet
            .canvas
            .text(&year.to_string(), (x, bottom + 26.0), letters);
    }
    scale
}

/// The first and last year of bands.
pub(super) fn year_range<'b>(bands: impl IntoIterator<Item = &'b YearBand>) -> Option<(u16, u16)> {
    bands.into_iter().fold(None, |range, band| {
        let (first, last) = range.unwrap_or((band.year, band.year));
        Some((first.min(band.year), last.max(band.year)))
    })
}

/// Draws the areas of a band and its median.
pub(super) fn draw_band(
    sheet: &mut Sheet<'_, '_>,
    bands: &[YearBand],
    (across, up): (&Scale, &Scale),
    style: BandStyle,
) {
    let points = |value: fn(&YearBand) -> f64| -> Vec<Point> {
        let place = |band: &YearBand| Some((across.at(band.year.into())?, up.at(value(band))?));
        bands.iter().filter_map(place).collect()
    };
    let [low, median, high] = [
        points(|band| band.p05),
        points(|band| band.p50),
        points(|band| band.p95),
    ];
    fill_between(sheet, (&low, &high), (style.color, OUTER));
    if style.has_inner {
        let inner = (&points(|band| band.p25)[..], &points(|band| band.p75)[..]);
        fill_between(sheet, inner, (style.color, INNER));
    }
    draw_lines(sheet, [&low, &median, &high], style);
}

/// Fills what lies between two lines, in a colour of some opacity.
pub(super) fn fill_between(
    sheet: &mut Sheet<'_, '_>,
    (low, high): (&[Point], &[Point]),
    (color, opacity): (RGBColor, f64),
) {
    let around: Vec<_> = low.iter().chain(high.iter().rev()).copied().collect();
    sheet.canvas.polygon(&around, color, opacity);
}

/// Draws the lower edge of a band, its median and its upper edge.
pub(super) fn draw_lines(
    sheet: &mut Sheet<'_, '_>,
    [low, median, high]: [&[Point]; 3],
    style: BandStyle,
) {
    for edge in [low, high] {
        sheet.canvas.line(edge, Stroke::solid(style.color, 1.5));
    }
    sheet
        .canvas
        .line(median, Stroke::solid(style.color, 5.0).dashed(style.dash));
    if let [only] = *median {
        sheet
            .canvas
            .marker(only, 8.0, super::palette::Shape::Circle, style.color);
    }
}

/// What the medians of several bands mean, and the area around each.
pub(super) fn series_items<'n>(
    sheet: &Sheet<'_, '_>,
    names: impl Iterator<Item = &'n str>,
) -> Vec<Item> {
    let median = sheet.texts.get("chart-median");
    let line = |(place, name): (usize, &str)| {
        let stroke = Stroke::solid(super::palette::series_color(place), 5.0);
        let key = Key::Line(stroke.dashed(super::palette::series_dash(place)));
        let label = if name.is_empty() {
            median.clone()
        } else {
            format!("{name} ({median})")
        };
        (key, label)
    };
    let mut items: Vec<_> = names.enumerate().map(line).collect();
    let key = Key::Fill(GREY, OUTER, Hatch::None);
    items.push((key, sheet.texts.get("chart-band-outer")));
    items
}

/// The key of the median of a band.
pub(super) fn median_key(style: BandStyle) -> Key {
    Key::Line(Stroke::solid(style.color, 5.0).dashed(style.dash))
}

/// What the areas and the median of a band mean.
pub(super) fn band_items(sheet: &Sheet<'_, '_>, color: RGBColor) -> Vec<Item> {
    vec![
        (
            Key::Line(Stroke::solid(color, 5.0)),
            sheet.texts.get("chart-median"),
        ),
        (
            Key::Fill(color, 1.0 - (1.0 - INNER) * (1.0 - OUTER), Hatch::None),
            sheet.texts.get("chart-band-inner"),
        ),
        (
            Key::Fill(color, OUTER, Hatch::None),
            sheet.texts.get("chart-band-outer"),
        ),
    ]
}

/// P5, P50 and P95 of the last year beside the end of a band.
pub(super) fn end_labels(
    sheet: &Sheet<'_, '_>,
    last: &YearBand,
    up: &Scale,
) -> Vec<(f64, String, Letters)> {
    let letters = Letters::of(LABEL);
    let figures = [
        ("P95", last.p95, letters),
        ("P50", last.p50, letters.bold()),
        ("P5", last.p05, letters),
    ];
    figures
        .into_iter()
        .filter_map(|(name, value, letters)| {
            let text = format!("{name}: {}", sheet.texts.hectares(value));
            Some((up.at(value)?, text, letters.color(INK)))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_range_of_years_holds_every_band() {
        let band = |year| YearBand {
            year,
            p05: 0.0,
            p25: 0.0,
            p50: 0.0,
            p75: 0.0,
            p95: 0.0,
        };
        assert_eq!(
            year_range(&[band(2030), band(2024), band(2050)]),
            Some((2024, 2050))
        );
        assert_eq!(year_range(&[]), None);
    }
}
