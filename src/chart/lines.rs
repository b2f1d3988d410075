//! Bands along a number, such as the value of an input.

use serde::{Deserialize, Serialize};

use super::legend::{Item, Key};
use super::palette;
use super::pen::{Point, Stroke};
use super::scale::{Scale, extent, extent_from_zero};
use super::sheet::{HALF_LABEL, Sheet, level_axis_height};
use super::values::Interval;
use super::years::{self, BandStyle};

/// One or more bands along a number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Lines {
    /// What the level axis shows, with its unit.
    pub across: String,
    /// The bands, in the order of the legend.
    pub series: Vec<Line>,
    /// Whether they hang together; otherwise each is a point by itself with its whiskers.
    pub is_joined: bool,
}

/// One band.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Its name.
    pub name: String,
    /// What it is at each number, in the order of numbers.
    pub bands: Vec<BandAt>,
}

/// What a band is at a number.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct BandAt {
    /// The number.
    #[serde(with = "super::figure")]
    pub at: f64,
    /// The band.
    pub band: Interval,
}

pub(super) fn draw(lines: &Lines, sheet: &mut Sheet<'_, '_>) {
    let all = || lines.series.iter().flat_map(|line| &line.bands);
    if all().next().is_none() {
        return sheet.nothing();
    }
    draw_legend(lines, sheet);
    sheet.area.right -= HALF_LABEL;
    let below = level_axis_height(&lines.across);
    let values = all().flat_map(|one| one.band.figures());
    let up = sheet.value_axis(extent_from_zero(values), below);
    sheet.area.bottom += below;
    sheet.unit.clone_from(&lines.across);
    let across = sheet.level_value_axis(extent(all().map(|one| one.at)));
    let placed = lines.series.iter();
    let placed: Vec<_> = placed.map(|line| Placed::of(line, &across, &up)).collect();
    if lines.is_joined {
        draw_bands(sheet, &placed);
    } else {
        for (place, placed) in placed.iter().enumerate() {
            draw_points(sheet, placed, place);
        }
    }
}

/// The opacity of areas that lie over each other.
const SEVERAL: f64 = 0.12;

fn style(place: usize) -> BandStyle {
    BandStyle {
        color: palette::series_color(place),
        dash: palette::series_dash(place),
        has_inner: false,
    }
}

fn draw_legend(lines: &Lines, sheet: &mut Sheet<'_, '_>) {
    let names = lines.series.iter().map(|line| line.name.as_str());
    let items = if lines.is_joined {
        years::series_items(sheet, names)
    } else {
        let whisker = sheet.texts.get("chart-whisker");
        let item = |(place, name): (usize, &str)| -> Item {
            let key = Key::Whisker(palette::series_shape(place), palette::series_color(place));
            let label = match name {
                "" => whisker.clone(),
                name => format!("{name}: {whisker}"),
            };
            (key, label)
        };
        names.enumerate().map(item).collect()
    };
    sheet.legend(&items);
}

/// P5, P50 and P95 of a band on the paper.
struct Placed {
    low: Vec<Point>,
    middle: Vec<Point>,
    high: Vec<Point>,
}

impl Placed {
    fn of(line: &Line, across: &Scale, up: &Scale) -> Self {
        let points = |value: fn(&Interval) -> f64| {
            let place = |one: &BandAt| Some((across.at(one.at)?, up.at(value(&one.band))?));
            line.bands.iter().filter_map(place).collect()
        };
        Self {
            low: points(|band| band.p05),
            middle: points(|band| band.p50),
            high: points(|band| band.p95),
        }
    }
}

/// Draws every area before every line, so that no area lies over a line.
fn draw_bands(sheet: &mut Sheet<'_, '_>, placed: &[Placed]) {
    let opacity = if placed.len() > 1 {
        SEVERAL
    } else {
        years::OUTER
    };
    for (place, Placed { low, high, .. }) in placed.iter().enumerate() {
        years::fill_between(sheet, (low, high), (style(place).color, opacity));
    }
    for (place, Placed { low, middle, high }) in placed.iter().enumerate() {
        years::draw_lines(sheet, [low, middle, high], style(place));
    }
}

fn draw_points(sheet: &mut Sheet<'_, '_>, placed: &Placed, place: usize) {
    let stroke = Stroke::solid(
        palette::mix(palette::series_color(place), palette::WHITE, 0.4),
        2.0,
    );
    for (&low, &high) in placed.low.iter().zip(&placed.high) {
        sheet.canvas.line(&[low, high], stroke);
    }
    for &point in &placed.middle {
        let shape = palette::series_shape(place);
        sheet
            .canvas
            .marker(point, 6.0, shape, palette::series_color(place));
    }
}

/// Figures of a likely size, to test and to look at.
#[cfg(test)]
pub(super) fn sample(is_joined: bool) -> super::Body {
    use super::samples::interval;
    use super::{Beside, Body, SideBySide};

    let line = |slope: f64| Line {
        name: format!("ruimte-elasticiteit 0,{slope}"),
        bands: [0.1, 0.25, 0.4, 0.55, 0.7]
            .map(|at| {
                let middle = 1_200.0 + 9_000.0 * at * slope / 3.0;
                BandAt {
                    at,
                    band: interval(0.7 * middle, middle, 1.6 * middle),
                }
            })
            .to_vec(),
    };
    let panel = |place: f64| Beside {
        title: format!("Scenario {place}"),
        body: Body::Lines(Lines {
            across: "groene terugkeer".to_owned(),
            series: [1.0, 3.0, 6.0].map(|slope| line(slope + place)).to_vec(),
            is_joined,
        }),
    };
    Body::SideBySide(SideBySide {
        panels: vec![panel(1.0), panel(2.0), panel(3.0)],
    })
}
