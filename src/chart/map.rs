//! The provinces, shaded by a value.
//!
//! Boundaries: Natural Earth (public domain), generalised and with the shores of before 2019; they
//! are for drawing only, and no area is ever computed from them.

mod boundaries;
mod classes;

use serde::{Deserialize, Serialize};

use super::error::ChartError;
use super::legend::Key;
use super::matrix::Figures;
use super::palette::{self, Color, GREY, Hatch, WHITE};
use super::pen::{Area, Letters, Point, Stroke};
use super::scale::{Ticks, extent};
use super::sheet::Sheet;
pub use boundaries::{Province, read as provinces};
use classes::{classes, part};

/// A value for each province.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProvinceMap {
    /// The provinces in the order of the list beside the map.
    pub provinces: Vec<ProvinceValue>,
    /// How the values are written.
    pub figures: Figures,
}

impl ProvinceMap {
    /// Whether a code is that of a province on the map.
    #[must_use]
    pub fn has(code: &str) -> bool {
        boundaries::CODES.contains(&code)
    }
}

/// The value of one province.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProvinceValue {
    /// Its NUTS 2 code, such as `NL41`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its value; NaN when there is none.
    #[serde(with = "super::figure")]
    pub value: f64,
}

impl ProvinceMap {
    /// The shade of every province, in their order.
    pub(crate) fn shades(&self) -> Vec<Color> {
        let classes = classes(self.figures, self.values());
        self.values()
            .map(|value| palette::shade(part(value, &classes)))
            .collect()
    }

    fn values(&self) -> impl Iterator<Item = f64> {
        self.provinces.iter().map(|province| province.value)
    }
}

/// The land of a province as a drawing needs it: degrees, those of longitude shortened to the length of
/// those of latitude.
pub(crate) struct Outline {
    /// The NUTS 2 code.
    pub code: String,
    /// A place well inside its largest part.
    pub label: Point,
    /// The outer edges of its parts.
    pub rings: Vec<Vec<Point>>,
}

/// The outlines of the provinces.
pub(crate) fn outlines() -> Result<Vec<Outline>, ChartError> {
    let provinces = boundaries::read()?;
    let shortening = shortening(&provinces);
    let shortened = |&(longitude, latitude): &Point| (shortening * longitude, latitude);
    let outline = |province: &Province| Outline {
        code: province.code.clone(),
        label: shortened(&province.label),
        rings: province
            .outer_rings()
            .map(|ring| ring.iter().map(shortened).collect())
            .collect(),
    };
    Ok(provinces.iter().map(outline).collect())
}

/// The cosine of the middle latitude.
fn shortening(provinces: &[Province]) -> f64 {
    let places = provinces.iter().flat_map(Province::outer_rings).flatten();
    let (south, north) = extent(places.map(|place| place.1));
    crate::numeric::cos(f64::midpoint(south, north).to_radians())
}

/// The part of the width for the list of values.
const LIST: f64 = 0.42;

pub(super) fn draw(map: &ProvinceMap, sheet: &mut Sheet<'_, '_>) -> Result<(), ChartError> {
    let provinces = boundaries::read()?;
    let classes = classes(map.figures, map.values());
    draw_legend(map, sheet, &classes);
    draw_attribution(sheet);
    let strip = sheet.take_right(LIST * sheet.area.width());
    let projection = Projection::onto(&provinces, sheet.area);
    for province in &provinces {
        let shade = palette::shade(part(value_of(map, &province.code), &classes));
        for ring in province.outer_rings() {
            let ring: Vec<_> = ring.iter().map(|&place| projection.place(place)).collect();
            sheet.canvas.polygon(&ring, shade, 1.0);
            sheet.canvas.line(&ring, Stroke::solid(WHITE, 2.0));
            sheet.canvas.line(&ring, Stroke::solid(GREY, 0.75));
        }
    }
    for province in &provinces {
        draw_value(map, sheet, province, &projection, &classes);
    }
    draw_list(map, sheet, strip);
    Ok(())
}

fn value_of(map: &ProvinceMap, code: &str) -> f64 {
    let found = map.provinces.iter().find(|province| province.code == code);
    found.map_or(f64::NAN, |province| province.value)
}

fn draw_legend(map: &ProvinceMap, sheet: &mut Sheet<'_, '_>, classes: &Ticks) {
    let written = |value: f64| match map.figures {
        Figures::Percent => sheet.texts.percent(value),
        Figures::Hectares => sheet.texts.significant(value),
    };
    let mut items: Vec<_> = classes
        .values
        .windows(2)
        .map(|bounds| {
            let shade = palette::shade(part(bounds[0], classes));
            let label = format!("{} – {}", written(bounds[0]), written(bounds[1]));
            (Key::Fill(shade, 1.0, Hatch::None), label)
        })
        .collect();
    if boundaries::CODES
        .iter()
        .any(|code| value_of(map, code).is_nan())
    {
        let label = sheet.texts.get("chart-no-value");
        items.push((Key::Fill(palette::BLANK, 1.0, Hatch::None), label));
    }
    sheet.legend(&items);
}

fn draw_attribution(sheet: &mut Sheet<'_, '_>) {
    let letters = Letters::of(18.0).color(GREY);
    let text = sheet.texts.get("chart-map-source");
    let at = (sheet.area.left, sheet.area.bottom - letters.line() / 2.0);
    sheet.canvas.text(&text, at, letters);
    sheet.area.bottom -= letters.line() + 4.0;
}

fn draw_value(
    map: &ProvinceMap,
    sheet: &mut Sheet<'_, '_>,
    province: &Province,
    projection: &Projection,
    classes: &Ticks,
) {
    let value = value_of(map, &province.code);
    let text = map.figures.written(value, sheet.texts);
    let shade = palette::shade(part(value, classes));
    let letters = Letters::of(19.0)
        .bold()
        .middle()
        .color(palette::ink_on(shade));
    let (x, y) = projection.place(province.label);
    // A plain ground, since the text may be wider than the province.
    let half = letters.width(&text) / 2.0 + 4.0;
    let ground = Area::around((x, y), half, 13.0);
    sheet.canvas.fill(&ground, shade, 0.9);
    sheet.canvas.text(&text, (x, y), letters);
}

/// The names and values of the provinces, under each other.
fn draw_list(map: &ProvinceMap, sheet: &mut Sheet<'_, '_>, strip: Area) {
    let count = crate::numeric::count(map.provinces.len() + 1);
    let step = (strip.height() / count).min(42.0);
    let letters = Letters::of((0.6 * step).clamp(12.0, 22.0));
    let (left, right) = (strip.left + 40.0, strip.right - 40.0);
    let mut y = strip.top + step / 2.0;
    sheet
        .canvas
        .text(&sheet.unit, (right, y), letters.color(GREY).end());
    for province in &map.provinces {
        y += step;
        sheet.canvas.line(
            &[(left, y - step / 2.0), (right, y - step / 2.0)],
            Stroke::solid(palette::GRID, 1.0),
        );
        let value = map.figures.written(province.value, sheet.texts);
        let room = right - left - letters.width(&value) - 20.0;
        let name = letters.wrap(&province.name, room, 1).concat();
        sheet.canvas.text(&name, (left, y), letters);
        sheet.canvas.text(&value, (right, y), letters.bold().end());
    }
}

/// Equirectangular, with degrees of longitude shortened by the cosine of the middle latitude.
struct Projection {
    shortening: f64,
    scale: f64,
    /// Where longitude 0 and latitude 0 lie.
    origin: Point,
}

impl Projection {
    /// The projection that fits the provinces into the middle of an area.
    fn onto(provinces: &[Province], area: Area) -> Self {
        let places = || provinces.iter().flat_map(Province::outer_rings).flatten();
        let (west, east) = extent(places().map(|place| place.0));
        let (south, north) = extent(places().map(|place| place.1));
        let shortening = shortening(provinces);
        let (wide, high) = ((east - west) * shortening, north - south);
        let scale = (area.width() / wide).min(area.height() / high);
        let (x, y) = area.middle();
        let origin = (
            x - scale * shortening * f64::midpoint(west, east),
            y + scale * f64::midpoint(south, north),
        );
        Self {
            shortening,
            scale,
            origin,
        }
    }

    /// The place in the picture of a longitude and latitude in degrees.
    fn place(&self, (longitude, latitude): Point) -> Point {
        (
            self.origin.0 + self.scale * self.shortening * longitude,
            self.origin.1 - self.scale * latitude,
        )
    }
}

/// Figures of a likely size, to test and to look at.
#[cfg(test)]
pub(super) fn sample() -> super::Body {
    use super::Body;
    use super::samples::PROVINCES;

    let codes = [
        "NL11", "NL12", "NL13", "NL21", "NL23", "NL22", "NL35", "NL32", "NL36", "NL34", "NL41",
        "NL42",
    ];
    let medians = [
        140.0,
        38.0,
        f64::NAN,
        61.0,
        45.0,
        92.0,
        8.3,
        240.0,
        1_410.0,
        190.0,
        330.0,
        170.0,
    ];
    let province = |((code, name), value): ((&str, &str), f64)| ProvinceValue {
        code: code.to_owned(),
        name: name.to_owned(),
        value,
    };
    Body::Map(ProvinceMap {
        provinces: codes
            .into_iter()
            .zip(PROVINCES)
            .zip(medians)
            .map(province)
            .collect(),
        figures: Figures::Hectares,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_twelve_provinces_lie_within_the_picture_and_keep_their_shape() {
        let provinces = boundaries::read().unwrap();
        let mut codes: Vec<_> = provinces
            .iter()
            .map(|province| province.code.as_str())
            .collect();
        codes.sort_unstable();
        assert_eq!(codes, boundaries::CODES);
        let area = Area {
            left: 10.0,
            top: 20.0,
            right: 400.0,
            bottom: 300.0,
        };
        let projection = Projection::onto(&provinces, area);
        for &place in provinces.iter().flat_map(Province::outer_rings).flatten() {
            let (x, y) = projection.place(place);
            assert!((9.999..=400.001).contains(&x) && (19.999..=300.001).contains(&y));
        }
        // At 52.13° north a degree of longitude is 0.614 of a degree of latitude.
        assert!((projection.shortening - 0.614).abs() < 0.002);
        let (x0, y0) = projection.place((5.0, 52.0));
        let (x1, y1) = projection.place((6.0, 53.0));
        assert!(((x1 - x0) / (y0 - y1) - projection.shortening).abs() < 1e-9);
    }

    #[test]
    fn labels_stand_in_their_own_province() {
        for province in boundaries::read().unwrap() {
            assert!(
                province
                    .outer_rings()
                    .any(|ring| boundaries::is_inside(ring, province.label)),
                "{}",
                province.code
            );
        }
    }
}
