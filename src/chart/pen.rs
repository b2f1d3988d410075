//! Where and how lines and letters are drawn.

use plotters::style::RGBColor;

use super::font::{self, Weight};
use super::palette::{Dash, INK};

/// A place in the picture: to the right, and down.
pub(super) type Point = (f64, f64);

/// A rectangle in the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Area {
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    pub fn middle(&self) -> Point {
        (
            f64::midpoint(self.left, self.right),
            f64::midpoint(self.top, self.bottom),
        )
    }

    /// The area around a middle that reaches so far to both sides, and so far up and down.
    pub fn around((x, y): Point, across: f64, up: f64) -> Self {
        Self {
            left: x - across,
            right: x + across,
            top: y - up,
            bottom: y + up,
        }
    }

    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    pub fn is_within(&self, outer: &Self) -> bool {
        self.left >= outer.left
            && self.right <= outer.right
            && self.top >= outer.top
            && self.bottom <= outer.bottom
    }
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stroke {
    pub color: RGBColor,
    pub width: f64,
    pub dash: Dash,
}

impl Stroke {
    pub fn solid(color: RGBColor, width: f64) -> Self {
        Self {
            color,
            width,
            dash: Dash::Solid,
        }
    }

    pub fn dashed(self, dash: Dash) -> Self {
        Self { dash, ..self }
    }
}

/// Which part of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// How a text is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letters {
    pub size: f64,
    pub weight: Weight,
    pub color: RGBColor,
    pub anchor: Anchor,
}

impl Letters {
    pub fn of(size: f64) -> Self {
        Self {
            size,
            weight: Weight::Regular,
            color: INK,
            anchor: Anchor::Start,
        }
    }

    pub fn bold(self) -> Self {
        Self {
            weight: Weight::Semibold,
            ..self
        }
    }

    pub fn color(self, color: RGBColor) -> Self {
        Self { color, ..self }
    }

    pub fn middle(self) -> Self {
        Self {
            anchor: Anchor::Middle,
            ..self
        }
    }

    pub fn end(self) -> Self {
        Self {
            anchor: Anchor::End,
            ..self
        }
    }

    /// The width of a text in these letters.
    pub fn width(&self, text: &str) -> f64 {
        font::width(text, self.size, self.weight)
    }

    /// The distance between two lines.
    pub fn line(&self) -> f64 {
        1.3 * self.size
    }

    /// The text in lines no wider than `room`.
    pub fn wrap(&self, text: &str, room: f64, max_lines: usize) -> Vec<String> {
        font::wrap(text, room, self.size, self.weight, max_lines)
    }
}
