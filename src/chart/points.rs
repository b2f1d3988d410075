//! Named points over two measures, numbered, with a list of their names.

use serde::{Deserialize, Serialize};

use super::fan::draw_numbered;
use super::legend::Key;
use super::palette::{self, Dash, GREY, WHITE};
use super::pen::{Area, Letters, Point as Place, Stroke};
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
    draw_numbered(sheet, strip, &points.heading, &names);
    sheet.area.right -= HALF_LABEL;
    let along = |axis: usize| extent_from_zero(points.points.iter().map(move |one| one.at[axis]));
    let below = level_axis_height(&points.across);
    let up = sheet.value_axis(along(1), below);
    sheet.area.bottom += below;
    sheet.unit.clone_from(&points.across);
    let across = sheet.level_value_axis(along(0));
    draw_diagonal(sheet, &across, &up);
    let places: Vec<_> = { points.points.iter() }
        .map(|point| {
            let [x, y] = point.at;
            across.at(x).zip(up.at(y))
        })
        .collect();
    for (place, at) in places.iter().enumerate().rev() {
        if let Some(at) = *at {
            let color = palette::series_color(place);
            sheet
                .canvas
                .marker(at, 9.0, palette::series_shape(place), color);
        }
    }
    draw_numbers(sheet, &places);
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

/// The number of every point in a corner beside it that is still free, the first points first; a point among many
/// others has none.
fn draw_numbers(sheet: &mut Sheet<'_, '_>, places: &[Option<Place>]) {
    let letters = Letters::of(19.0).bold().middle();
    let mut taken: Vec<Area> = places
        .iter()
        .flatten()
        .map(|at| around(*at, MARK))
        .collect();
    for (place, at) in places.iter().enumerate() {
        let Some((x, y)) = *at else { continue };
        let beside = |right: f64, down: f64| {
            let middle = (x + right * (MARK + NUMBER), y + down * (MARK + NUMBER));
            around(middle, NUMBER)
        };
        let corners = [(1.0, -1.0), (-1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)];
        let mut corners = corners.into_iter().map(|(right, down)| beside(right, down));
        if let Some(free) = corners.find(|corner| !taken.iter().any(|area| meet(area, corner))) {
            sheet.canvas.fill(&free, WHITE, 0.7);
            let number = (place + 1).to_string();
            sheet.canvas.text(&number, free.middle(), letters);
            taken.push(free);
        }
    }
}

/// Half the size of a mark, and of a number.
const MARK: f64 = 8.0;
const NUMBER: f64 = 12.0;

fn around((x, y): Place, half: f64) -> Area {
    Area {
        left: x - half,
        right: x + half,
        top: y - half,
        bottom: y + half,
    }
}

fn meet(one: &Area, other: &Area) -> bool {
    one.left < other.right
        && other.left < one.right
        && one.top < other.bottom
        && other.top < one.bottom
}
