//! Named points over two measures, numbered, with a list of their names.

use serde::{Deserialize, Serialize};

use super::legend::Key;
use super::numbered;
use super::palette::{Dash, GREY};
use super::pen::Stroke;
use super::scale::{Scale, extent_from_zero};
use super::sheet::{HALF_LABEL, Sheet, level_axis_height};

/// Points over two measures in the same unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Points {
    /// What the level axis shows; the unit of the chart names the upright one.
    pub across: String,
    /// What stands above the list of names.
    pub heading: String,
    /// What the line is along which both measures are equal.
    pub diagonal: String,
    /// The points, the most telling first.
    pub points: Vec<Point>,
}

/// One point.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Its name.
    pub name: String,
    /// Along the level axis and upward.
    pub at: [f64; 2],
}

const LIST: f64 = 460.0;

pub(super) fn draw(points: &Points, sheet: &mut Sheet<'_, '_>) {
    if points.points.is_empty() {
        return sheet.nothing();
    }
    sheet.legend(&[(Key::Line(diagonal()), points.diagonal.clone())]);
    let strip = sheet.take_right(LIST);
    let names: Vec<_> = points.points.iter().map(|one| one.name.clone()).collect();
    numbered::list(sheet, strip, &points.heading, &names);
    sheet.area.right -= HALF_LABEL;
    let along = |axis: usize| extent_from_zero(points.points.iter().map(move |one| one.at[axis]));
    let below = level_axis_height(&points.across);
    let up = sheet.value_axis(along(1), below);
    sheet.area.bottom += below;
    sheet.unit.clone_from(&points.across);
    let across = sheet.level_value_axis(along(0));
    draw_diagonal(sheet, &across, &up);
    let at = |point: &Point| across.at(point.at[0]).zip(up.at(point.at[1]));
    let marks = points.points.iter().enumerate();
    let marks = marks.filter_map(|(place, point)| Some((place, at(point)?)));
    // The most telling lie on top.
    let marks: Vec<_> = marks.rev().collect();
    numbered::marks(sheet, &marks);
}

fn diagonal() -> Stroke {
    Stroke::solid(GREY, 2.5).dashed(Dash::Dashed)
}

/// From the origin to where the shorter axis ends.
fn draw_diagonal(sheet: &mut Sheet<'_, '_>, across: &Scale, up: &Scale) {
    let end = across.to.min(up.to);
    let at = |value: f64| Some((across.at(value)?, up.at(value)?));
    if let (Some(from), Some(to)) = (at(0.0), at(end)) {
        sheet.canvas.line(&[from, to], diagonal());
    }
}

/// Figures of a likely size, to test and to look at.
#[cfg(test)]
pub(super) fn sample() -> super::Body {
    use super::Body;

    let point = |name: &str, at: [f64; 2]| Point {
        name: name.to_owned(),
        at,
    };
    Body::Points(Points {
        across: "grootte van het effect, gemiddeld, ha netto".to_owned(),
        heading: "Invoer".to_owned(),
        diagonal: "spreiding even groot als het effect".to_owned(),
        points: vec![
            point("background.logistiek.jobs.growth.2050", [9_120.0, 4_300.0]),
            point("industry.green_return", [5_400.0, 2_150.0]),
            point(
                "background.logistiek.land_per_job.growth.2050",
                [5_380.0, 2_170.0],
            ),
            point(
                "circular.demolition.tonnes (toevalswandeling)",
                [400.0, 910.0],
            ),
        ],
    })
}
