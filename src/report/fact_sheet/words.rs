//! What a sheet says, before it is a page.

use crate::chart::Chart;
use crate::report::grid::Grid;

/// A sheet in words.
#[derive(Debug)]
pub struct Sheet {
    /// What kind of thing it is about.
    pub kind: String,
    /// What it is about.
    pub name: String,
    /// Which run it comes from.
    pub identity: String,
    /// The figures on top.
    pub tiles: Vec<Tile>,
    /// The table over the whole width.
    pub wide: Grid,
    /// The tables beside the chart.
    pub beside: Vec<Grid>,
    /// The chart.
    pub chart: Option<Chart>,
    /// The answers to the Ladder.
    pub answers: Vec<Answer>,
    /// How sure it is, and on what it rests.
    pub foot: Vec<String>,
}

/// One figure in large letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// What it is.
    pub label: String,
    /// The figure.
    pub figure: String,
    /// Its band, or what must be known beside it.
    pub beside: String,
}

/// A question with its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The question.
    pub question: String,
    /// The answer, point by point.
    pub points: Vec<String>,
}
