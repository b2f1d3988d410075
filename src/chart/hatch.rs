//! The lines of hatches.

use super::palette::Hatch;
use super::pen::{Area, Point};

/// The distance between the lines of a hatch.
const APART: f64 = 11.0;

/// The lines of a hatch over an area, each by its ends.
pub(super) fn hatch_lines(area: &Area, hatch: Hatch) -> Vec<[Point; 2]> {
    match hatch {
        Hatch::None => Vec::new(),
        Hatch::Level => level_lines(area),
        Hatch::Rising => slanted_lines(area, true),
        Hatch::Falling => slanted_lines(area, false),
        Hatch::Crossed => {
            let mut lines = slanted_lines(area, true);
            lines.extend(slanted_lines(area, false));
            lines
        }
    }
}

fn level_lines(area: &Area) -> Vec<[Point; 2]> {
    let mut lines = Vec::new();
    let mut y = area.bottom - APART / 2.0;
    while y > area.top {
        lines.push([(area.left, y), (area.right, y)]);
        y -= APART;
    }
    lines
}

/// Lines at 45°, cut off at the edges of the area.
fn slanted_lines(area: &Area, rises: bool) -> Vec<[Point; 2]> {
    let (width, height) = (area.width(), area.height());
    let mut lines = Vec::new();
    let mut offset = APART / 2.0;
    while offset < width + height {
        // From the bottom or the right edge to the left or the top edge, seen from the bottom left.
        let (x1, y1) = if offset <= width {
            (offset, 0.0)
        } else {
            (width, offset - width)
        };
        let (x2, y2) = if offset <= height {
            (0.0, offset)
        } else {
            (offset - height, height)
        };
        let place = |x: f64, y: f64| {
            let x = if rises { width - x } else { x };
            (area.left + x, area.bottom - y)
        };
        lines.push([place(x1, y1), place(x2, y2)]);
        offset += APART * std::f64::consts::SQRT_2;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hatches_stay_within_their_area() {
        let area = Area {
            left: 10.0,
            top: 20.0,
            right: 45.0,
            bottom: 120.0,
        };
        for hatch in [Hatch::Rising, Hatch::Falling, Hatch::Level, Hatch::Crossed] {
            let lines = hatch_lines(&area, hatch);
            assert!(lines.len() > 3);
            for (x, y) in lines.into_iter().flatten() {
                assert!(
                    (10.0..=45.0).contains(&x) && (20.0..=120.0).contains(&y),
                    "{x} {y}"
                );
            }
        }
        assert!(hatch_lines(&area, Hatch::None).is_empty());
    }
}
