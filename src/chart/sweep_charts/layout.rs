//! How the points of a sweep lie: whether two parameters make a grid, and where the middle is.

use crate::numeric::count;
use crate::sweep::varying;

/// Which parameters a chart is drawn along, and which points belong in it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Layout {
    /// The parameters that have more than one value.
    pub varying: Vec<usize>,
    /// The two parameters that make a grid, that of columns before that of rows; the only one by itself.
    pub axes: Option<Axes>,
    /// The point in the middle of all.
    pub middle: usize,
}

/// Parameters that make a grid or a row.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Axes {
    /// That of columns and level axes.
    pub across: usize,
    /// That of rows and of lines; none when only one parameter varies.
    pub beside: Option<usize>,
    /// The points in which every other parameter has its middle value.
    pub points: Vec<usize>,
    /// The other parameters with their middle values.
    pub fixed: Vec<(usize, f64)>,
}

/// The least part of the combinations of two parameters that makes a grid.
const FULL: f64 = 0.5;

impl Layout {
    /// The layout of points; `None` when no parameter varies.
    pub fn of(points: &[Vec<f64>]) -> Option<Self> {
        let varying = varying(points);
        let axes = match varying[..] {
            [] => return None,
            [only] => Some(Axes {
                across: only,
                beside: None,
                points: (0..points.len()).collect(),
                fixed: Vec::new(),
            }),
            _ => fullest(points, &varying),
        };
        let middle = middle(points, &varying);
        Some(Self {
            varying,
            axes,
            middle,
        })
    }
}

/// The values that a parameter takes, in order.
pub(super) fn values(points: &[Vec<f64>], parameter: usize) -> Vec<f64> {
    let mut values: Vec<_> = points.iter().map(|point| point[parameter]).collect();
    values.sort_by(f64::total_cmp);
    values.dedup();
    values
}

fn middle_value(points: &[Vec<f64>], parameter: usize) -> f64 {
    let values = values(points, parameter);
    values[values.len() / 2]
}

/// The two parameters with the largest part of their combinations, the first of these; `None` when
/// no two have enough.
fn fullest(points: &[Vec<f64>], varying: &[usize]) -> Option<Axes> {
    let mut best: Option<(f64, Axes)> = None;
    for (place, &across) in varying.iter().enumerate() {
        for &beside in &varying[place + 1..] {
            let (part, axes) = grid(points, varying, (across, beside));
            if part >= FULL && best.as_ref().is_none_or(|(found, _)| part > *found) {
                best = Some((part, axes));
            }
        }
    }
    best.map(|(_, axes)| axes)
}

/// The grid of two parameters with all others at their middle, and which part of it is there.
fn grid(points: &[Vec<f64>], varying: &[usize], (across, beside): (usize, usize)) -> (f64, Axes) {
    let others = varying
        .iter()
        .filter(|&&one| one != across && one != beside);
    let fixed: Vec<_> = others
        .map(|&other| (other, middle_value(points, other)))
        .collect();
    let is_inside = |point: &[f64]| fixed.iter().all(|&(other, value)| point[other] == value);
    let inside: Vec<_> = { points.iter().enumerate() }
        .filter(|(_, point)| is_inside(point))
        .map(|(place, _)| place)
        .collect();
    let mut cells: Vec<_> = { inside.iter() }
        .map(|&place| [across, beside].map(|one| points[place][one].to_bits()))
        .collect();
    cells.sort_unstable();
    cells.dedup();
    let all = values(points, across).len() * values(points, beside).len();
    let axes = Axes {
        across,
        beside: Some(beside),
        points: inside,
        fixed,
    };
    (count(cells.len()) / count(all), axes)
}

/// The point whose values lie nearest to the middle of all, by their ranks.
fn middle(points: &[Vec<f64>], varying: &[usize]) -> usize {
    let all: Vec<_> = { varying.iter() }
        .map(|&one| (one, values(points, one)))
        .collect();
    let distance = |point: &[f64]| -> f64 {
        let parts = all.iter().map(|(parameter, values)| {
            let rank = values.partition_point(|value| *value < point[*parameter]);
            let from_middle = 2.0 * count(rank) / count(values.len() - 1) - 1.0;
            from_middle * from_middle
        });
        parts.sum()
    };
    let places = 0..points.len();
    let nearest =
        places.min_by(|&one, &other| distance(&points[one]).total_cmp(&distance(&points[other])));
    nearest.unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every value of one with every value of the others.
    fn crossed(sides: &[&[f64]]) -> Vec<Vec<f64>> {
        sides.iter().fold(vec![Vec::new()], |points, side| {
            let longer = |point: Vec<f64>| side.iter().map(move |&v| [&point[..], &[v]].concat());
            points.into_iter().flat_map(longer).collect()
        })
    }

    #[test]
    fn a_grid_of_three_is_shown_by_its_first_two_with_the_third_in_the_middle() {
        let points = crossed(&[&[1.0, 2.0], &[5.0], &[3.0, 4.0, 6.0], &[7.0, 8.0, 9.0]]);
        let layout = Layout::of(&points).unwrap();
        assert_eq!(layout.varying, [0, 2, 3]);
        let axes = layout.axes.unwrap();
        assert_eq!((axes.across, axes.beside), (0, Some(2)));
        assert_eq!(axes.fixed, [(3, 8.0)]);
        assert_eq!(axes.points.len(), 6);
        assert!(axes.points.iter().all(|&place| points[place][3] == 8.0));
        assert_eq!(points[layout.middle][2..], [4.0, 8.0]);
    }

    #[test]
    fn points_that_leave_most_combinations_out_make_no_grid() {
        let diagonal: Vec<_> = (0..9_u8)
            .map(|v| vec![f64::from(v), f64::from(v * v)])
            .collect();
        let layout = Layout::of(&diagonal).unwrap();
        assert_eq!(layout.axes, None);
        assert_eq!(layout.middle, 4);
        let mut holed = crossed(&[&[1.0, 2.0, 3.0], &[1.0, 2.0, 3.0]]);
        holed.truncate(6);
        assert!(Layout::of(&holed).unwrap().axes.is_some());
    }

    #[test]
    fn the_fullest_pair_is_taken() {
        // The first and second go together, and each is crossed with the third.
        let points: Vec<_> = crossed(&[&[1.0, 2.0, 3.0, 4.0], &[0.0, 1.0, 2.0]])
            .into_iter()
            .map(|point| vec![point[0], 10.0 * point[0], point[1]])
            .collect();
        // With the others in the middle one value of the pair is left, so that no two make a grid of
        // themselves: the fullest has a quarter of its combinations.
        assert_eq!(Layout::of(&points).unwrap().axes, None);
        let crossed = crossed(&[&[1.0, 2.0], &[1.0, 2.0, 3.0]]);
        let axes = Layout::of(&crossed).unwrap().axes.unwrap();
        assert_eq!((axes.across, axes.beside), (0, Some(1)));
    }

    #[test]
    fn one_parameter_makes_a_row_and_none_makes_nothing() {
        let layout = Layout::of(&crossed(&[&[1.0, 2.0, 3.0], &[4.0]])).unwrap();
        let axes = layout.axes.unwrap();
        assert_eq!((axes.across, axes.beside, axes.points.len()), (0, None, 3));
        assert_eq!(layout.middle, 1);
        assert_eq!(Layout::of(&[Vec::new()]), None);
        assert_eq!(Layout::of(&[vec![1.0, 2.0]]), None);
    }
}
