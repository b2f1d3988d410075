//! How far an outcome moves with each of its drivers, the widest on top.

use serde::{Deserialize, Serialize};

use super::dots::{self, NAMES};
use super::legend::Key;
use super::palette::{self, BLUE, GREY, INK, ORANGE, WHITE};
use super::pen::{Area, Letters, Stroke};
use super::scale::{Scale, extent};
use super::sheet::{HALF_LABEL, Sheet};
use crate::numeric::count;

/// Bars around a mean.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tornado {
    /// The mean of the outcome.
    #[serde(with = "super::figure")]
    pub mean: f64,
    /// What stands above the figures at the right.
    pub column: String,
    /// The drivers, from the top down.
    pub swings: Vec<Swing>,
}

/// What one driver does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Swing {
    /// Its name.
    pub name: String,
    /// The outcome where the driver is lowest.
    #[serde(with = "super::figure")]
    pub low: f64,
    /// The outcome where the driver is highest.
    #[serde(with = "super::figure")]
    pub high: f64,
    /// What stands behind it at the right.
    pub figure: String,
}

/// The part of the axis that is left free on either side.
const WRITTEN: f64 = 0.06;

pub(super) fn draw(tornado: &Tornado, sheet: &mut Sheet<'_, '_>) {
    if tornado.swings.is_empty() {
        return sheet.nothing();
    }
    draw_legend(tornado, sheet);
    let swings = dots::rows_that_fit(sheet, &tornado.swings, |swing| &swing.name);
    let room = NAMES * sheet.area.width();
    let height = (sheet.area.height() - 110.0) / count(swings.len());
    let names: Vec<_> = { swings.iter() }
        .map(|swing| dots::name(&swing.name, room, height))
        .collect();
    sheet.area.left += dots::widest(&names) + 18.0;
    let letters = Letters::of((0.5 * height).clamp(14.0, 22.0)).end();
    let figures = swings.iter().map(|swing| letters.width(&swing.figure));
    let figures = figures.fold(letters.bold().width(&tornado.column), f64::max);
    let right = sheet.take_right(figures + 8.0).right;
    let head = (right, sheet.area.top + letters.line() / 2.0);
    sheet.canvas.text(&tornado.column, head, letters.bold());
    sheet.area.top += 1.3 * letters.line();
    sheet.area.right -= HALF_LABEL;
    let ends = swings.iter().flat_map(|swing| [swing.low, swing.high]);
    let (low, high) = extent(ends.chain([tornado.mean]));
    // The ends are written beside the bars.
    let room = WRITTEN * (high - low);
    let scale = sheet.level_value_axis((low - room, high + room));
    let height = sheet.area.height() / count(swings.len());
    for (place, (swing, name)) in swings.iter().zip(&names).enumerate() {
        let top = sheet.area.top + height * count(place);
        let area = Area {
            top,
            bottom: top + height,
            ..sheet.area
        };
        dots::draw_name(sheet, name, &area);
        draw_swing(sheet, swing, &area, &scale, tornado.mean);
        let at = (right, area.middle().1);
        sheet.canvas.text(&swing.figure, at, letters);
    }
    if let Some(x) = scale.at(tornado.mean) {
        let ends = [(x, sheet.area.top), (x, sheet.area.bottom)];
        sheet.canvas.line(&ends, Stroke::solid(INK, 3.0));
    }
}

fn draw_legend(tornado: &Tornado, sheet: &mut Sheet<'_, '_>) {
    let mean = sheet.figure(tornado.mean);
    let fill = |place: usize, color| Key::Fill(color, 1.0, palette::series_hatch(place));
    let items = [
        (fill(0, BLUE), sheet.texts.get("chart-tornado-low")),
        (fill(1, ORANGE), sheet.texts.get("chart-tornado-high")),
        (
            Key::Line(Stroke::solid(INK, 3.0)),
            sheet.texts.format("chart-tornado-mean", &[("mean", &mean)]),
        ),
    ];
    sheet.legend(&items);
}

/// The bar of the low end above that of the high end, since both may lie on the same side.
fn draw_swing(sheet: &mut Sheet<'_, '_>, swing: &Swing, area: &Area, scale: &Scale, mean: f64) {
    let half = 0.36 * area.height();
    let middle = area.middle().1;
    let ends = [
        (swing.low, BLUE, middle - half),
        (swing.high, ORANGE, middle),
    ];
    for (place, (value, color, top)) in ends.into_iter().enumerate() {
        let (Some(from), Some(to)) = (scale.at(mean), scale.at(value)) else {
            continue;
        };
        let bar = Area {
            left: from.min(to),
            right: from.max(to),
            top,
            bottom: top + half,
        };
        sheet.canvas.fill(&bar, color, 1.0);
        let hatch = palette::series_hatch(place);
        sheet
            .canvas
            .hatch(&bar, hatch, palette::mix(color, WHITE, 0.45));
        let letters = Letters::of((0.9 * half).clamp(12.0, 18.0)).color(GREY);
        let (x, letters) = if to < from {
            (to - 8.0, letters.end())
        } else {
            (to + 8.0, letters)
        };
        let text = sheet.figure(value);
        let room = if to < from {
            x - sheet.area.left
        } else {
            sheet.area.right + HALF_LABEL - x
        };
        if letters.width(&text) < room {
            sheet.canvas.text(&text, (x, top + half / 2.0), letters);
        }
    }
}

/// Figures of a likely size, to test and to look at.
#[cfg(test)]
pub(super) fn sample() -> super::Body {
    use super::Body;

    let swing = |name: &str, low: f64, high: f64, figure: &str| Swing {
        name: name.to_owned(),
        low,
        high,
        figure: figure.to_owned(),
    };
    Body::Tornado(Tornado {
        mean: 17_800.0,
        column: "aandeel".to_owned(),
        swings: vec![
            swing(
                "background.logistiek.land_per_job.growth",
                12_100.0,
                25_400.0,
                "41%",
            ),
            swing("industry.green_return", 15_900.0, 19_800.0, "8%"),
            swing("background.handel.jobs.2050", 18_600.0, 17_900.0, "2%"),
        ],
    })
}
