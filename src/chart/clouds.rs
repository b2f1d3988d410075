//! What variants cost beside what is left of a shortage, over many points.

use serde::{Deserialize, Serialize};

use super::frontier::not_beaten;
use super::legend::Key;
use super::palette::{self, Dash, GREY, WHITE};
use super::pen::{Point, Stroke};
use super::scale::{Scale, extent, extent_from_zero};
use super::sheet::{HALF_LABEL, Sheet, level_axis_height};

/// Variants by what they cost and what they leave. Less of either is better.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Clouds {
    /// What the level axis shows, with its unit; the unit of the chart is that of the other.
    pub across: String,
    /// The variants, in the order of the legend.
    pub variants: Vec<Cloud>,
}

/// One variant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cloud {
    /// Its name.
    pub name: String,
    /// Cost and what is left, at every point.
    pub dots: Vec<[f64; 2]>,
    /// The same at the point at which variants are compared; none when it was not run there.
    pub middle: Option<[f64; 2]>,
}

impl Clouds {
    /// The places of the variants that no other beats at the point at which they are compared, from the
    /// cheapest.
    pub(crate) fn edge(&self) -> Vec<usize> {
        let nothing = [f64::NAN; 2];
        let middles: Vec<_> = { self.variants.iter() }
            .map(|cloud| cloud.middle.unwrap_or(nothing))
            .collect();
        let by_effect: Vec<_> = middles.iter().map(|&[cost, left]| (cost, -left)).collect();
        let mut edge = not_beaten(&by_effect);
        edge.sort_by(|&one, &other| middles[one][0].total_cmp(&middles[other][0]));
        edge
    }
}

pub(super) fn draw(clouds: &Clouds, sheet: &mut Sheet<'_, '_>) {
    let all = || clouds.variants.iter().flat_map(|cloud| &cloud.dots);
    if all().next().is_none() {
        return sheet.nothing();
    }
    draw_legend(clouds, sheet);
    sheet.area.right -= HALF_LABEL;
    let below = level_axis_height(&clouds.across);
    let up = sheet.value_axis(extent(all().map(|dot| dot[1])), below);
    sheet.area.bottom += below;
    sheet.unit.clone_from(&clouds.across);
    let across = sheet.level_value_axis(extent_from_zero(all().map(|dot| dot[0])));
    let at = |dot: &[f64; 2]| place(dot, &across, &up);
    for (number, cloud) in clouds.variants.iter().enumerate() {
        let color = palette::mix(palette::series_color(number), WHITE, 0.45);
        for dot in cloud.dots.iter().filter_map(at) {
            let shape = palette::series_shape(number);
            sheet.canvas.marker(dot, 3.0, shape, color);
        }
    }
    let edge = clouds.edge().into_iter();
    let edge: Vec<_> = edge
        .filter_map(|place| at(&clouds.variants[place].middle?))
        .collect();
    sheet.canvas.line(&edge, edge_stroke());
    for (number, cloud) in clouds.variants.iter().enumerate() {
        for middle in cloud.middle.iter().filter_map(at) {
            let shape = palette::series_shape(number);
            let color = palette::series_color(number);
            sheet.canvas.marker(middle, 9.0, shape, color);
        }
    }
}

fn place(dot: &[f64; 2], across: &Scale, up: &Scale) -> Option<Point> {
    Some((across.at(dot[0])?, up.at(dot[1])?))
}

fn edge_stroke() -> Stroke {
    Stroke::solid(GREY, 3.0).dashed(Dash::Dashed)
}

fn draw_legend(clouds: &Clouds, sheet: &mut Sheet<'_, '_>) {
    let mut items: Vec<_> = { clouds.variants.iter().enumerate() }
        .map(|(place, cloud)| {
            let key = Key::Point(palette::series_shape(place), palette::series_color(place));
            (key, cloud.name.clone())
        })
        .collect();
    let name = sheet.texts.get("chart-frontier-left");
    items.push((Key::Line(edge_stroke()), name));
    sheet.legend(&items);
}

/// Figures of a likely size, to test and to look at.
#[cfg(test)]
pub(super) fn sample() -> super::Body {
    use super::Body;

    let cloud = |(name, cost, left): (&str, f64, f64)| Cloud {
        name: name.to_owned(),
        dots: [0.7, 0.8, 0.9, 1.0, 1.1, 1.2]
            .map(|part| [cost, part * left])
            .to_vec(),
        middle: Some([cost, left]),
    };
    Body::Clouds(Clouds {
        across: "Kosten, mln euro".to_owned(),
        variants: [
            ("Zonder beleidsvariant", 0.0, 7_000.0),
            ("Bestaande terreinen intensiveren", 342.0, 6_400.0),
            ("Vrijgekomen grond hergebruiken", 570.0, 6_900.0),
            ("Alle richtingen samen", 5_782.0, 4_200.0),
        ]
        .map(cloud)
        .to_vec(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_edge_goes_through_variants_that_leave_least_for_what_they_cost() {
        let cloud = |cost, left| Cloud {
            name: String::new(),
            dots: Vec::new(),
            middle: Some([cost, left]),
        };
        let clouds = Clouds {
            across: String::new(),
            variants: vec![
                cloud(5.0, 40.0),
                cloud(0.0, 100.0),
                cloud(6.0, 41.0),
                cloud(9.0, 10.0),
            ],
        };
        assert_eq!(clouds.edge(), [1, 0, 3]);
    }
}
