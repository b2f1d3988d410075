//! An outcome over the years with its bands, and published figures beside it.

use serde::{Deserialize, Serialize};

use super::labels::labels_at_right;
use super::legend::Key;
use super::numbered;
use super::palette::{self, BLUE, Dash, Shape, VERMILION};
use super::pen::{Area, Letters, Stroke};
use super::scale::{Scale, extent_from_zero};
use super::sheet::Sheet;
use super::values::YearBand;
use super::years::{self, BandStyle, YEAR_AXIS};

/// The width of the list of published figures.
const LIST: f64 = 400.0;
/// The distance between figures published for the same year.
const APART: f64 = 30.0;

/// Bands over the years.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fan {
    /// The quantiles of each year, in order.
    pub bands: Vec<YearBand>,
    /// Published figures for the same outcome.
    pub published: Vec<Published>,
}

/// A published figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Published {
    /// The year it is about.
    pub year: u16,
    /// The lowest figure; NaN when there is none.
    #[serde(with = "super::figure")]
    pub low: f64,
    /// The central figure.
    #[serde(with = "super::figure")]
    pub central: f64,
    /// The highest figure; NaN when there is none.
    #[serde(with = "super::figure")]
    pub high: f64,
    /// Who says so, and what must be known to compare.
    pub label: String,
}

pub(super) fn draw(fan: &Fan, sheet: &mut Sheet<'_, '_>) {
    let Some(range) = year_range(fan) else {
        return sheet.nothing();
    };
    let mut items = years::band_items(sheet, BLUE);
    if !fan.published.is_empty() {
        let key = Key::Whisker(Shape::Diamond, VERMILION);
        items.push((key, sheet.texts.get("chart-published-mark")));
    }
    sheet.legend(&items);
    draw_list(fan, sheet);
    let labels = sheet.take_right(170.0);
    let values = fan.bands.iter().flat_map(|band| [band.p05, band.p95]);
    let published = fan
        .published
        .iter()
        .flat_map(|p| [p.low, p.central, p.high]);
    let up = sheet.value_axis(extent_from_zero(values.chain(published)), YEAR_AXIS);
    let across = years::year_axis(sheet, range);
    let style = BandStyle {
        color: BLUE,
        dash: Dash::Solid,
        has_inner: true,
    };
    years::draw_band(sheet, &fan.bands, (&across, &up), style);
    if let Some(last) = fan.bands.last() {
        let texts = years::end_labels(sheet, last, &up);
        labels_at_right(sheet, labels.left + 16.0, &texts);
    }
    draw_published(fan, sheet, &across, &up);
}

fn year_range(fan: &Fan) -> Option<(u16, u16)> {
    let (first, last) = years::year_range(&fan.bands)?;
    let years = fan.published.iter().map(|published| published.year);
    Some(years.fold((first, last), |(first, last), year| {
        (first.min(year), last.max(year))
    }))
}

/// Draws every published figure with its number.
fn draw_published(fan: &Fan, sheet: &mut Sheet<'_, '_>, across: &Scale, up: &Scale) {
    let letters = Letters::of(19.0).bold().color(palette::INK);
    for (place, published) in fan.published.iter().enumerate() {
        let Some((x, y)) = across
            .at(published.year.into())
            .zip(up.at(published.central))
        else {
            continue;
        };
        let x = x + APART * offset(fan, place);
        let low = up.at(published.low).unwrap_or(y);
        let high = up.at(published.high).unwrap_or(y);
        if low != high {
            let stroke = Stroke::solid(VERMILION, 3.0);
            sheet.canvas.whisker((x, low), (x, high), 7.0, stroke);
        }
        sheet.canvas.marker((x, y), 8.0, Shape::Diamond, VERMILION);
        // Side by side there is no list that a number would lead to.
        if sheet.shared.is_some() {
            continue;
        }
        // Above its own figure, so that it hides none that stands beside it.
        let y = high.min(y - 8.0) - 15.0;
        let ground = Area::around((x, y), 9.0, 11.0);
        sheet.canvas.fill(&ground, palette::WHITE, 0.8);
        let number = (place + 1).to_string();
        sheet.canvas.text(&number, (x, y), letters.middle());
    }
}

/// How many steps a figure stands from its year, so that figures for one year stand beside each
/// other: the last one on the year, the others to its left.
fn offset(fan: &Fan, place: usize) -> f64 {
    let year = fan.published[place].year;
    let later = fan.published[place + 1..]
        .iter()
        .filter(|other| other.year == year);
    -crate::numeric::count(later.count())
}

/// Lists the published figures by number at the right.
fn draw_list(fan: &Fan, sheet: &mut Sheet<'_, '_>) {
    if fan.published.is_empty() || sheet.shared.is_some() {
        return;
    }
    let strip = sheet.take_right(LIST);
    let entries: Vec<_> = fan
        .published
        .iter()
        .map(|published| describe(published, sheet))
        .collect();
    let heading = sheet.texts.get("chart-published");
    numbered::list(sheet, strip, &heading, &entries);
}

fn describe(published: &Published, sheet: &Sheet<'_, '_>) -> String {
    let texts = sheet.texts;
    let mut figure = texts.hectares(published.central);
    if published.low.is_finite() && published.high.is_finite() {
        let (low, high) = (
            texts.hectares(published.low),
            texts.hectares(published.high),
        );
        figure = format!("{figure} ({low} – {high})");
    }
    format!("{}: {figure}. {}", published.year, published.label)
}

#[cfg(test)]
fn published(year: u16, low: f64, central: f64, high: f64, label: &str) -> Published {
    Published {
        year,
        low,
        central,
        high,
        label: label.to_owned(),
    }
}

/// Figures of a likely size, to test and to look at.
#[cfg(test)]
pub(super) fn sample() -> super::Body {
    use super::Body;
    use super::samples::bands;

    Body::Fan(Fan {
        bands: bands(|t| 34.0 * t + 0.9 * t * t, 0.32),
        published: vec![
            published(
                2030,
                180.0,
                320.0,
                460.0,
                "Buck Consultants 2023, engere afbakening: alleen waterstof en batterijen",
            ),
            published(
                2050,
                f64::NAN,
                1_250.0,
                f64::NAN,
                "PBL 2024, ruimere afbakening",
            ),
            published(
                2050,
                900.0,
                2_100.0,
                2_900.0,
                "Programma Verduurzaming Industrie 2022",
            ),
        ],
    })
}
