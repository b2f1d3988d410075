//! Demand beside supply over the years.

use serde::{Deserialize, Serialize};

use super::labels::labels_at_right;
use super::legend::Key;
use super::palette::{self, BLUE, Dash, INK, VERMILION};
use super::pen::Letters;
use super::scale::{Scale, extent_from_zero};
use super::sheet::Sheet;
use super::values::YearBand;
use super::years::{self, BandStyle, YEAR_AXIS};

/// Cumulative demand and supply over the same years.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DemandSupply {
    /// The quantiles of demand of each year, in order.
    pub demand: Vec<YearBand>,
    /// The quantiles of supply of each year, in order.
    pub supply: Vec<YearBand>,
}

/// The width of the labels at the ends.
const LABELS: f64 = 330.0;

const DEMAND: BandStyle = BandStyle {
    color: VERMILION,
    dash: Dash::Solid,
    has_inner: false,
};

const SUPPLY: BandStyle = BandStyle {
    color: BLUE,
    dash: Dash::Dashed,
    has_inner: false,
};

pub(super) fn draw(both: &DemandSupply, sheet: &mut Sheet<'_, '_>) {
    let all = || both.demand.iter().chain(&both.supply);
    let Some(range) = years::year_range(all()) else {
        return sheet.nothing();
    };
    draw_legend(sheet);
    let strip = sheet.take_right(LABELS);
    let values = all().flat_map(|band| [band.p05, band.p95]);
    let up = sheet.value_axis(extent_from_zero(values), YEAR_AXIS);
    let across = years::year_axis(sheet, range);
    years::draw_band(sheet, &both.supply, (&across, &up), SUPPLY);
    years::draw_band(sheet, &both.demand, (&across, &up), DEMAND);
    let labels = [
        ("chart-demand", &both.demand, DEMAND),
        ("chart-supply", &both.supply, SUPPLY),
    ];
    let labels: Vec<_> = labels
        .into_iter()
        .filter_map(|(key, bands, style)| end_label(sheet, key, bands, style, &up))
        .collect();
    labels_at_right(sheet, strip.left + 16.0, &labels);
}

fn draw_legend(sheet: &mut Sheet<'_, '_>) {
    let median = sheet.texts.get("chart-median");
    let band = sheet.texts.get("chart-band-outer");
    let mut items = Vec::new();
    for (key, style) in [("chart-demand", DEMAND), ("chart-supply", SUPPLY)] {
        let name = sheet.texts.get(key);
        items.push((years::median_key(style), format!("{name}: {median}")));
        let key = Key::Fill(style.color, years::OUTER, palette::Hatch::None);
        items.push((key, format!("{name}: {band}")));
    }
    sheet.legend(&items);
}

/// The name of a band with its median, P5 and P95 in the last year.
fn end_label(
    sheet: &Sheet<'_, '_>,
    key: &str,
    bands: &[YearBand],
    style: BandStyle,
    up: &Scale,
) -> Option<(f64, String, Letters)> {
    let last = bands.last()?;
    let name = sheet.texts.get(key);
    let [p05, p50, p95] = [last.p05, last.p50, last.p95].map(|value| sheet.texts.hectares(value));
    let color = palette::mix(style.color, INK, 0.4);
    let letters = Letters::of(20.0).bold().color(color);
    Some((
        up.at(last.p50)?,
        format!("{name}: {p50} ({p05} – {p95})"),
        letters,
    ))
}

/// Figures of a likely size, to test and to look at.
#[cfg(test)]
pub(super) fn sample() -> super::Body {
    use super::Body;
    use super::samples::bands;

    Body::DemandSupply(DemandSupply {
        demand: bands(|t| 40.0 * t + 2.1 * t * t, 0.3),
        supply: bands(|t| 620.0 + 75.0 * t - 0.8 * t * t, 0.14),
    })
}
