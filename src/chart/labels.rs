//! Places for labels, none over another: near the points that they name, or in a column beside the data.

use super::pen::{Area, Letters, Point};
use super::sheet::Sheet;
use crate::numeric::count;

/// Ways around a point, and rings on which a place is sought: the nearest first.
const WAYS: usize = 16;
const RINGS: usize = 24;
/// The distance between rings.
const RING: f64 = 9.0;

/// A label of which only the size is known yet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Label {
    pub width: f64,
    pub height: f64,
    /// How far from the middle of a point the point itself reaches.
    pub reach: f64,
}

impl Label {
    /// The middles of labels of equal size, one for each point, within an area as long as there is room.
    ///
    /// Points with the most neighbours choose first, since they have the fewest places to choose from.
    pub fn places(self, points: &[Point], area: &Area) -> Vec<Point> {
        let mut order: Vec<_> = (0..points.len()).collect();
        let neighbours = |place: usize| {
            let near = |other: &&Point| distance(points[place], **other) < 3.0 * self.width;
            points.iter().filter(near).count()
        };
        order.sort_by_key(|&place| std::cmp::Reverse(neighbours(place)));
        let mut places: Vec<Option<Point>> = vec![None; points.len()];
        for place in order {
            let is_free = |&at: &Point| {
                let label = self.around(at);
                let labels = places.iter().flatten();
                let mut others = labels.map(|&other| self.around(other));
                label.is_within(area)
                    && !others.any(|other| label.overlaps(&other))
                    && !points
                        .iter()
                        .any(|&point| label.overlaps(&self.point(point)))
            };
            let found = self.candidates(points[place]).find(is_free);
            places[place] = Some(found.unwrap_or(points[place]));
        }
        places.into_iter().flatten().collect()
    }

    /// Places around a point, the nearest first, beginning to the upper right.
    fn candidates(self, (x, y): Point) -> impl Iterator<Item = Point> {
        (0..RINGS).flat_map(move |ring| {
            let away = self.reach + RING * count(ring);
            (0..WAYS).map(move |way| {
                // Right, left, and on, in turn farther from the upper right.
                let turn = count(way.div_ceil(2)) / count(WAYS);
                let turn = if way % 2 == 0 { -turn } else { turn };
                let angle = std::f64::consts::TAU * (0.125 + turn);
                let (up, right) = (crate::numeric::sin(angle), crate::numeric::cos(angle));
                let across = (self.width / 2.0 + away) * right;
                (x + across, y - (self.height / 2.0 + away) * up)
            })
        })
    }

    /// The area of a label around its middle.
    pub fn around(self, middle: Point) -> Area {
        Area::around(middle, self.width / 2.0, self.height / 2.0)
    }

    fn point(self, middle: Point) -> Area {
        Area::around(middle, self.reach, self.reach)
    }
}

fn distance(one: Point, other: Point) -> f64 {
    let (across, up) = (one.0 - other.0, one.1 - other.1);
    crate::numeric::sqrt(across * across + up * up)
}

/// Labels in a column right of the data, moved apart where they would overlap.
pub(super) fn labels_at_right(
    sheet: &mut Sheet<'_, '_>,
    left: f64,
    labels: &[(f64, String, Letters)],
) {
    if sheet.shared.is_some() {
        return;
    }
    let (top, bottom) = (sheet.area.top, sheet.area.bottom);
    let wanted: Vec<_> = labels
        .iter()
        .map(|(y, _, letters)| (*y, letters.line()))
        .collect();
    let places = spread(&wanted, (top - 10.0, bottom + 10.0));
    for ((_, text, letters), y) in labels.iter().zip(places) {
        sheet.canvas.text(text, (left, y), *letters);
    }
}

/// Places for labels of given heights near the wanted ones, in the same order, without overlap as
/// long as there is room.
pub(super) fn spread(wanted: &[(f64, f64)], (top, bottom): (f64, f64)) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|&one, &other| wanted[one].0.total_cmp(&wanted[other].0));
    let mut places = vec![0.0; wanted.len()];
    let mut free_from = top;
    for &label in &order {
        let (y, height) = wanted[label];
        let y = y.max(free_from + height / 2.0);
        places[label] = y;
        free_from = y + height / 2.0;
    }
    let mut free_until = bottom;
    for &label in order.iter().rev() {
        let height = wanted[label].1;
        places[label] = places[label].min(free_until - height / 2.0);
        free_until = places[label] - height / 2.0;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    const LABEL: Label = Label {
        width: 30.0,
        height: 24.0,
        reach: 11.0,
    };
    const AREA: Area = Area {
        left: 0.0,
        right: 1000.0,
        top: 0.0,
        bottom: 700.0,
    };

    #[test]
    fn a_label_alone_stands_right_above_its_point() {
        let places = LABEL.places(&[(500.0, 300.0)], &AREA);
        let [(x, y)] = places[..] else {
            panic!("{places:?}")
        };
        assert!(
            (x - 500.0).abs() < 15.0 && (270.0..280.0).contains(&y),
            "{x} {y}"
        );
    }

    #[test]
    fn labels_of_crowded_points_cover_neither_each_other_nor_a_point() {
        // Twenty points within a space for four labels, in the corner of the area.
        let points: Vec<_> = (0..20_u8)
            .map(|place| {
                let place = f64::from(place);
                (
                    20.0 + 7.0 * (place * 0.618).fract() * 10.0,
                    640.0 + 2.5 * place,
                )
            })
            .collect();
        let places = LABEL.places(&points, &AREA);
        assert_eq!(places.len(), points.len());
        for (place, &one) in places.iter().enumerate() {
            let label = LABEL.around(one);
            assert!(label.is_within(&AREA), "{one:?}");
            for &other in &places[place + 1..] {
                assert!(!label.overlaps(&LABEL.around(other)), "{one:?} {other:?}");
            }
            for &point in &points {
                assert!(!label.overlaps(&LABEL.point(point)), "{one:?} {point:?}");
            }
        }
    }

    #[test]
    fn labels_that_would_overlap_move_apart_and_keep_their_order() {
        let places = spread(&[(50.0, 20.0), (52.0, 20.0), (10.0, 20.0)], (0.0, 200.0));
        assert_eq!(places, [50.0, 70.0, 10.0]);
        let at_the_bottom = spread(&[(199.0, 20.0), (199.0, 20.0)], (0.0, 200.0));
        assert_eq!(at_the_bottom, [170.0, 190.0]);
        assert!(spread(&[], (0.0, 1.0)).is_empty());
    }
}
