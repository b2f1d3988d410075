//! From one figure to another, step by step.

use serde::{Deserialize, Serialize};

use super::legend::Key;
use super::palette::{self, GREY, Hatch, INK, WHITE};
use super::pen::{Area, Letters, Stroke};
use super::scale::{Scale, extent_from_zero};
use super::sheet::{HALF_LABEL, LABEL, Sheet};
use crate::numeric::count;

/// A beginning, what is added and taken off, and what that comes to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Waterfall {
    /// Where it begins.
    pub from: Level,
    /// What is added, or taken off where it is below zero, in order.
    pub steps: Vec<Level>,
    /// What it comes to.
    pub to: String,
}

/// A named figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Level {
    /// Its name.
    pub name: String,
    /// Its height.
    #[serde(with = "super::figure")]
    pub value: f64,
}

/// A bar from one figure to another.
struct Bar<'w> {
    name: &'w str,
    from: f64,
    to: f64,
    /// Whether it is a beginning or an end rather than a step.
    is_level: bool,
}

impl Waterfall {
    fn bars(&self) -> Vec<Bar<'_>> {
        let level = |name, value| Bar {
            name,
            from: 0.0,
            to: value,
            is_level: true,
        };
        let mut at = self.from.value;
        let mut bars = vec![level(self.from.name.as_str(), at)];
        for step in &self.steps {
            bars.push(Bar {
                name: &step.name,
                from: at,
                to: at + step.value,
                is_level: false,
            });
            at += step.value;
        }
        bars.push(level(&self.to, at));
        bars
    }
}

/// The part of the width that names may take.
const NAMES: f64 = 0.3;

pub(super) fn draw(waterfall: &Waterfall, sheet: &mut Sheet<'_, '_>) {
    let bars = waterfall.bars();
    draw_legend(sheet);
    let height = (sheet.area.height() - 90.0) / count(bars.len());
    let letters = Letters::of((0.5 * height).clamp(13.0, LABEL)).end();
    let room = NAMES * sheet.area.width();
    let widest = bars.iter().map(|bar| letters.width(bar.name).min(room));
    sheet.area.left += widest.fold(0.0, f64::max) + 18.0;
    sheet.area.right -= HALF_LABEL + 60.0;
    let ends = bars.iter().flat_map(|bar| [bar.from, bar.to]);
    let scale = sheet.level_value_axis(extent_from_zero(ends));
    let height = sheet.area.height() / count(bars.len());
    for (place, bar) in bars.iter().enumerate() {
        let top = sheet.area.top + height * count(place);
        let area = Area {
            top: top + 0.16 * height,
            bottom: top + 0.84 * height,
            ..sheet.area
        };
        let name = letters.wrap(bar.name, room, 1).concat();
        let at = (sheet.area.left - 14.0, area.middle().1);
        sheet.canvas.text(&name, at, letters);
        draw_bar(sheet, bar, area, &scale);
        if place + 1 < bars.len() {
            draw_joint(sheet, bar, (area.bottom, top + 1.16 * height), &scale);
        }
    }
}

fn look(bar: &Bar<'_>) -> (plotters::style::RGBColor, Hatch) {
    if bar.is_level {
        (GREY, Hatch::None)
    } else if bar.to < bar.from {
        (palette::GREEN, Hatch::Rising)
    } else {
        (palette::VERMILION, Hatch::None)
    }
}

fn draw_legend(sheet: &mut Sheet<'_, '_>) {
    let key = |from: f64, to: f64| {
        let bar = Bar {
            name: "",
            from,
            to,
            is_level: false,
        };
        let (color, hatch) = look(&bar);
        Key::Fill(color, 1.0, hatch)
    };
    sheet.legend(&[
        (key(0.0, 1.0), sheet.texts.get("chart-adds")),
        (key(1.0, 0.0), sheet.texts.get("chart-takes-off")),
    ]);
}

fn draw_bar(sheet: &mut Sheet<'_, '_>, bar: &Bar<'_>, area: Area, scale: &Scale) {
    let (Some(from), Some(to)) = (scale.at(bar.from), scale.at(bar.to)) else {
        return;
    };
    let (color, hatch) = look(bar);
    let filled = Area {
        left: from.min(to),
        right: from.max(to).max(from.min(to) + 2.0),
        ..area
    };
    sheet.canvas.fill(&filled, color, 1.0);
    sheet.canvas.hatch(&filled, hatch, WHITE);
    let figure = sheet.figure(bar.to - bar.from);
    let sign = if !bar.is_level && bar.to > bar.from {
        "+"
    } else {
        ""
    };
    let at = (filled.right + 10.0, area.middle().1);
    let letters = Letters::of(LABEL).bold().color(INK);
    sheet.canvas.text(&format!("{sign}{figure}"), at, letters);
}

/// A thin line from where a bar ends to where the next one begins.
fn draw_joint(sheet: &mut Sheet<'_, '_>, bar: &Bar<'_>, (from, to): (f64, f64), scale: &Scale) {
    if let Some(x) = scale.at(bar.to) {
        sheet
            .canvas
            .line(&[(x, from), (x, to)], Stroke::solid(GREY, 1.5));
    }
}

/// Figures of a likely size, to test and to look at.
#[cfg(test)]
pub(super) fn sample() -> super::Body {
    use super::Body;

    let level = |name: &str, value: f64| Level {
        name: name.to_owned(),
        value,
    };
    Body::Waterfall(Waterfall {
        from: level("als alles stilstond", 340.0),
        steps: vec![
            level("bestaande productie", 812.0),
            level("fossiel land en groene terugkeer", 2_391.5),
            level("circulaire economie", -612.0),
            level("campussen en aangekondigde ontwikkelingen", 0.0),
        ],
        to: "alles beweegt".to_owned(),
    })
}
