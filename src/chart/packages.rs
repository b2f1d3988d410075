//! How often something still happens with more and more levers.

use serde::{Deserialize, Serialize};

use super::legend::Key;
use super::palette::{self, BLUE, Dash, GREEN, GREY, INK, Shape, VERMILION, WHITE};
use super::pen::{Area, Letters, Stroke};
use super::scale::{Scale, extent_from_zero};
use super::sheet::{LABEL, Sheet};
use crate::numeric::count;

/// Packages of levers by their size, and the way on which one lever at a time was added. Shares are in percent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Packages {
    /// The way, from no lever on: what was added last, and how often it then happens.
    pub path: Vec<Package>,
    /// All levers together.
    pub all: Package,
    /// Packages beside the way, by their number of levers.
    pub others: Vec<Sized>,
    /// Packages that are enough and as small as was found.
    pub enough: Vec<Sized>,
    /// Below it is rare enough.
    pub limit: f64,
    /// What the way is called, other packages, those that are enough, and the limit.
    pub names: [String; 4],
}

/// A package with its name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Package {
    /// The name below the axis.
    pub name: String,
    /// How often it happens, percent.
    pub share: f64,
}

/// A package without a name.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Sized {
    /// How many levers it has.
    pub size: usize,
    /// How often it happens, percent.
    pub share: f64,
}

/// The most lines of a name below the axis.
const LINES: usize = 4;

pub(super) fn draw(packages: &Packages, sheet: &mut Sheet<'_, '_>) {
    if packages.path.is_empty() {
        return sheet.nothing();
    }
    draw_legend(packages, sheet);
    let letters = Letters::of(19.0).middle();
    let below = letters.line() * (count(LINES) + 0.6);
    let unnamed = packages.others.iter().chain(&packages.enough);
    let named = packages.path.iter().chain([&packages.all]);
    let shares = named
        .map(|one| one.share)
        .chain(unnamed.map(|one| one.share));
    let up = sheet.value_axis(extent_from_zero(shares.chain([packages.limit])), below);
    let across = Across::of(packages, sheet);
    for place in 0..across.places {
        let name = if place < packages.path.len() {
            &packages.path[place].name
        } else {
            &packages.all.name
        };
        let lines = letters.wrap(name, across.width() - 12.0, LINES);
        let at = (across.at(place), sheet.area.bottom + letters.line());
        sheet.canvas.lines(&lines, at, letters);
    }
    draw_limit(packages, sheet, &up);
    draw_packages(packages, sheet, (&across, &up));
}

/// One place for every number of levers on the way, and one for all of them.
struct Across {
    left: f64,
    right: f64,
    places: usize,
}

impl Across {
    fn of(packages: &Packages, sheet: &Sheet<'_, '_>) -> Self {
        Self {
            left: sheet.area.left,
            right: sheet.area.right,
            places: packages.path.len() + 1,
        }
    }

    fn width(&self) -> f64 {
        (self.right - self.left) / count(self.places)
    }

    fn at(&self, place: usize) -> f64 {
        self.left + self.width() * (count(place) + 0.5)
    }

    /// The last place, where all levers stand.
    fn last(&self) -> f64 {
        self.at(self.places - 1)
    }
}

fn draw_legend(packages: &Packages, sheet: &mut Sheet<'_, '_>) {
    let [path, others, enough, limit] = packages.names.clone();
    sheet.legend(&[
        (Key::Point(Shape::Circle, BLUE), path),
        (Key::Point(Shape::Diamond, GREEN), enough),
        (Key::Point(Shape::Triangle, GREY), others),
        (Key::Line(limit_stroke()), limit),
    ]);
}

fn limit_stroke() -> Stroke {
    Stroke::solid(VERMILION, 3.0).dashed(Dash::Dashed)
}

fn draw_limit(packages: &Packages, sheet: &mut Sheet<'_, '_>, up: &Scale) {
    if let Some(y) = up.at(packages.limit) {
        let ends = [(sheet.area.left, y), (sheet.area.right, y)];
        sheet.canvas.line(&ends, limit_stroke());
    }
}

fn draw_packages(packages: &Packages, sheet: &mut Sheet<'_, '_>, axes: (&Across, &Scale)) {
    let (across, up) = axes;
    let pale = palette::mix(GREY, WHITE, 0.25);
    for (marks, shape, color, beside) in [
        (&packages.others, Shape::Triangle, pale, 0.16),
        (&packages.enough, Shape::Diamond, GREEN, 0.08),
    ] {
        for mark in marks.iter().filter(|mark| mark.size + 1 < across.places) {
            let x = across.at(mark.size) + beside * across.width();
            if let Some(y) = up.at(mark.share) {
                sheet.canvas.marker((x, y), 7.0, shape, color);
            }
        }
    }
    let at = |(place, one): (usize, &Package)| Some((across.at(place), up.at(one.share)?));
    let points: Vec<_> = packages.path.iter().enumerate().filter_map(at).collect();
    sheet.canvas.line(&points, Stroke::solid(BLUE, 3.0));
    let letters = Letters::of(LABEL).bold().color(INK).middle();
    let mut named: Vec<_> = points.into_iter().zip(&packages.path).collect();
    named.extend(
        up.at(packages.all.share)
            .map(|y| ((across.last(), y), &packages.all)),
    );
    for ((x, y), one) in named {
        sheet.canvas.marker((x, y), 9.0, Shape::Circle, BLUE);
        let figure = sheet.texts.percent(one.share / 100.0);
        // Above and to the right, where the way does not go on, as it only leads down.
        let middle = (x + 18.0 + letters.width(&figure) / 2.0, y - 20.0);
        let ground = Area {
            left: middle.0 - letters.width(&figure) / 2.0 - 3.0,
            right: middle.0 + letters.width(&figure) / 2.0 + 3.0,
            top: middle.1 - letters.line() / 2.0,
            bottom: middle.1 + letters.line() / 2.0,
        };
        sheet.canvas.fill(&ground, WHITE, 0.85);
        sheet.canvas.text(&figure, middle, letters);
    }
}

/// Figures of a likely size, to test and to look at.
#[cfg(test)]
pub(super) fn sample() -> super::Body {
    use super::Body;

    let package = |name: &str, share: f64| Package {
        name: name.to_owned(),
        share,
    };
    let other = |size: usize, share: f64| Sized { size, share };
    Body::Packages(Packages {
        path: vec![
            package("geen maatregel", 45.0),
            package(
                "+ Importeren van groene tussenproducten in plaats van hier maken",
                31.0,
            ),
            package("+ Haven- en HMC-kavels verdichten", 27.5),
            package("+ Eerder sluiten en saneren", 24.0),
        ],
        all: package("alle 27 samen", 19.0),
        others: (0..27)
            .map(|place| other(1, 31.0 + 0.5 * f64::from(place)))
            .collect(),
        enough: vec![other(3, 24.0), other(3, 23.6)],
        limit: 25.0,
        names: [
            "één maatregel tegelijk erbij",
            "elke maatregel apart",
            "kleinste pakketten die volstaan",
            "grens: onder 25%",
        ]
        .map(str::to_owned),
    })
}
