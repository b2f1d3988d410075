//! Parts of a total, stacked, beside the band of the total.

use serde::{Deserialize, Serialize};

use super::legend::Key;
use super::palette::{self, INK, Shape, WHITE};
use super::pen::{Area, Letters, Stroke};
use super::scale::{Scale, extent_from_zero};
use super::sheet::{LABEL, Sheet};
use super::values::Interval;

/// Stacked bars, in groups.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StackedBars {
    /// What the parts are, from the bottom up.
    pub parts: Vec<String>,
    /// The bars, those of one group after each other.
    pub bars: Vec<Bar>,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bar {
    /// The group, such as a sector.
    pub group: String,
    /// The bar within its group, such as a year.
    pub name: String,
    /// The size of each part. Means add up to the mean of the total; medians do not.
    #[serde(with = "super::figure")]
    pub sizes: Vec<f64>,
    /// The band of the total, when it has one.
    pub total: Option<Interval>,
}

/// The least height of a part that has its size written in it.
const WRITTEN: f64 = 27.0;

pub(super) fn draw(bars: &StackedBars, sheet: &mut Sheet<'_, '_>) {
    if bars.bars.is_empty() {
        return sheet.nothing();
    }
    draw_legend(bars, sheet);
    let groups = bars
        .bars
        .chunk_by(|one, other| one.group == other.group)
        .collect::<Vec<_>>();
    let stacks = bars.bars.iter().flat_map(stack_ends);
    let totals = bars.bars.iter().filter_map(|bar| bar.total);
    let totals = totals.flat_map(Interval::figures);
    let lines = group_lines(&groups, sheet.area.width() - 100.0);
    let line_count = lines.iter().map(Vec::len).max().unwrap_or(0);
    let letters = Letters::of(LABEL).middle();
    let below = letters.line() * (1.6 + crate::numeric::count(line_count));
    let up = sheet.value_axis(extent_from_zero(stacks.chain(totals)), below);
    let slot = sheet.area.width() / slots(&groups);
    let mut left = sheet.area.left + 0.3 * slot;
    for (group, lines) in groups.iter().zip(&lines) {
        let start = left;
        for bar in *group {
            let area = Area {
                left: left + 0.12 * slot,
                right: left + 0.88 * slot,
                ..sheet.area
            };
            draw_bar(bar, sheet, area, &up);
            let name = letters.wrap(&bar.name, slot, 1);
            let at = (area.middle().0, sheet.area.bottom + letters.line());
            sheet.canvas.lines(&name, at, letters);
            left += slot;
        }
        let at = (
            f64::midpoint(start, left),
            sheet.area.bottom + 2.1 * letters.line(),
        );
        sheet.canvas.lines(lines, at, letters.bold());
        left += 0.6 * slot;
    }
}

/// The bars, with 0.6 of a bar between and around groups.
fn slots(groups: &[&[Bar]]) -> f64 {
    let bars: usize = groups.iter().map(|group| group.len()).sum();
    crate::numeric::count(bars) + 0.6 * crate::numeric::count(groups.len())
}

fn group_lines(groups: &[&[Bar]], width: f64) -> Vec<Vec<String>> {
    let slot = width / slots(groups);
    let letters = Letters::of(LABEL).bold();
    let name = |group: &&[Bar]| {
        let room = slot * (crate::numeric::count(group.len()) + 0.4);
        group
            .first()
            .map_or_else(Vec::new, |bar| letters.wrap(&bar.group, room, 2))
    };
    groups.iter().map(name).collect()
}

fn draw_legend(bars: &StackedBars, sheet: &mut Sheet<'_, '_>) {
    let mut items: Vec<_> = bars
        .parts
        .iter()
        .enumerate()
        .map(|(place, name)| {
            let key = Key::Fill(
                palette::series_color(place),
                1.0,
                palette::series_hatch(place),
            );
            (key, name.clone())
        })
        .collect();
    if bars.bars.iter().any(|bar| bar.total.is_some()) {
        items.push((
            Key::Whisker(Shape::Circle, INK),
            sheet.texts.get("chart-whisker-total"),
        ));
    }
    sheet.legend(&items);
}

/// The lower and upper end of a stack: what is negative hangs down from zero.
fn stack_ends(bar: &Bar) -> [f64; 2] {
    let sizes = bar.sizes.iter().filter(|size| size.is_finite());
    sizes.fold([0.0, 0.0], |[low, high], &size| {
        [low + size.min(0.0), high + size.max(0.0)]
    })
}

/// The part of a bar's room in which the band of its total stands.
const ASIDE: f64 = 0.28;

fn draw_bar(bar: &Bar, sheet: &mut Sheet<'_, '_>, area: Area, up: &Scale) {
    let aside = ASIDE * area.width();
    let whisker = area.right - aside / 2.0;
    // A bar without band stands in the middle of its room.
    let shift = if bar.total.is_some() {
        0.0
    } else {
        aside / 2.0
    };
    let (mut low, mut high) = (0.0, 0.0);
    for (place, &size) in bar
        .sizes
        .iter()
        .enumerate()
        .filter(|(_, size)| size.is_finite())
    {
        let (from, to) = if size < 0.0 {
            (low + size, low)
        } else {
            (high, high + size)
        };
        (low, high) = (low + size.min(0.0), high + size.max(0.0));
        let (Some(bottom), Some(top)) = (up.at(from), up.at(to)) else {
            continue;
        };
        let part = Area {
            left: area.left + shift,
            right: area.right - aside + shift,
            top,
            bottom,
        };
        draw_part(sheet, &part, place, size);
    }
    if let Some(total) = bar.total {
        draw_whisker(total, sheet, whisker, up);
    }
}

fn draw_part(sheet: &mut Sheet<'_, '_>, part: &Area, place: usize, size: f64) {
    let color = palette::series_color(place);
    sheet.canvas.fill(part, color, 1.0);
    sheet.canvas.hatch(
        part,
        palette::series_hatch(place),
        palette::mix(color, WHITE, 0.45),
    );
    sheet.canvas.outline(part, Stroke::solid(WHITE, 1.0));
    let text = sheet.texts.hectares(size);
    let letters = Letters::of(20.0).bold().middle();
    let width = letters.width(&text) + 14.0;
    if part.height() < WRITTEN || width > part.width() {
        return;
    }
    // A plain ground under the figure, so that a hatch does not cut through it.
    let (x, y) = part.middle();
    let ground = Area {
        left: x - width / 2.0,
        right: x + width / 2.0,
        top: y - 13.0,
        bottom: y + 13.0,
    };
    sheet.canvas.fill(&ground, WHITE, 1.0);
    sheet.canvas.text(&text, (x, y), letters);
}

fn draw_whisker(total: Interval, sheet: &mut Sheet<'_, '_>, x: f64, up: &Scale) {
    let [p05, p50, p95] = total.figures().map(|figure| up.at(figure));
    if let (Some(low), Some(high)) = (p05, p95) {
        let stroke = Stroke::solid(INK, 3.0);
        sheet.canvas.whisker((x, low), (x, high), 8.0, stroke);
    }
    if let Some(middle) = p50 {
        sheet.canvas.marker((x, middle), 7.0, Shape::Circle, INK);
    }
}

/// Figures of a likely size, to test and to look at.
#[cfg(test)]
pub(super) fn sample() -> super::Body {
    use super::Body;
    use super::samples::interval;

    let bar = |group: &str, name: &str, sizes: &[f64], total: (f64, f64, f64)| Bar {
        group: group.to_owned(),
        name: name.to_owned(),
        sizes: sizes.to_vec(),
        total: Some(interval(total.0, total.1, total.2)),
    };
    let parts = [
        "Nat HMC-terrein",
        "Droog HMC-terrein",
        "Regulier bedrijventerrein",
        "Campus",
        "Stedelijk",
    ];
    Body::StackedBars(StackedBars {
        parts: parts.map(str::to_owned).to_vec(),
        bars: vec![
            bar(
                "Industrieclusters",
                "2030",
                &[160.0, 120.0, 30.0, 0.0, 0.0],
                (210.0, 300.0, 470.0),
            ),
            bar(
                "Industrieclusters",
                "2050",
                &[720.0, 510.0, 160.0, 0.0, 0.0],
                (900.0, 1_350.0, 2_100.0),
            ),
            bar(
                "Circulaire economie",
                "2030",
                &[60.0, 110.0, 90.0, 0.0, 12.0],
                (160.0, 260.0, 430.0),
            ),
            bar(
                "Circulaire economie",
                "2050",
                &[210.0, 420.0, 330.0, 0.0, 60.0],
                (610.0, 980.0, 1_660.0),
            ),
            bar(
                "Campussen",
                "2030",
                &[0.0, 4.0, 14.0, 40.0, 6.0],
                (30.0, 60.0, 110.0),
            ),
            bar(
                "Campussen",
                "2050",
                &[0.0, 10.0, 40.0, 130.0, 22.0],
                (90.0, 190.0, 390.0),
            ),
        ],
    })
}
