//! Lines, areas and letters on paper, in points of the picture.
//!
//! plotters places everything on whole pixels. The canvas is therefore [`FINE`] times as large as
//! the picture; the SVG is given its own size back while the viewBox stays.

use plotters::coord::Shift;
use plotters::element::{
    Circle, DashedPathElement, Drawable, PathElement, PointCollection, Polygon, Rectangle, Text,
};
use plotters::prelude::{DrawingArea, IntoDrawingArea, SVGBackend};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontTransform, RGBColor, ShapeStyle, TextStyle};

use super::error::ChartError;
use super::font;
use super::hatch::hatch_lines;
use super::palette::{Dash, Hatch, Palette, Shape, WHITE};
use super::pen::{Anchor, Area, Letters, Point, Stroke};
use super::size::Size;

/// Steps of the canvas within one point of the picture.
pub(super) const FINE: u32 = 8;

/// The width of the lines of a hatch.
const HATCH: f64 = 2.0;

/// The paper. The first failure is kept and told at the end.
pub(super) struct Canvas<'a> {
    area: DrawingArea<SVGBackend<'a>, Shift>,
    size: Size,
    palette: Palette,
    failure: Option<String>,
}

impl<'a> Canvas<'a> {
    /// White paper whose SVG is written to `svg`.
    pub fn new(svg: &'a mut String, size: Size, palette: Palette) -> Result<Self, ChartError> {
        font::register()?;
        let fine = (size.width * FINE, size.height * FINE);
        let area = SVGBackend::with_string(svg, fine).into_drawing_area();
        let mut canvas = Self {
            area,
            size,
            palette,
            failure: None,
        };
        canvas.fill(&canvas.whole(), WHITE, 1.0);
        Ok(canvas)
    }

    /// Paper of the same size and colours.
    pub fn blank<'b>(&self, svg: &'b mut String) -> Result<Canvas<'b>, ChartError> {
        Canvas::new(svg, self.size, self.palette)
    }

    /// All of the paper.
    pub fn whole(&self) -> Area {
        Area {
            left: 0.0,
            top: 0.0,
            right: f64::from(self.size.width),
            bottom: f64::from(self.size.height),
        }
    }

    /// Ends the drawing.
    pub fn finish(self) -> Result<(), ChartError> {
        let presented = self.area.present().map_err(|error| error.to_string());
        match (self.failure, presented) {
            (Some(failure), _) | (None, Err(failure)) => Err(ChartError::Drawing(failure)),
            (None, Ok(())) => Ok(()),
        }
    }

    fn put<E>(&mut self, element: &E)
    where
        for<'b> &'b E: PointCollection<'b, (i32, i32)>,
        E: Drawable<SVGBackend<'a>>,
    {
        if let Err(error) = self.area.draw(element) {
            self.failure.get_or_insert_with(|| error.to_string());
        }
    }

    /// The place on the fine grid, held on the paper.
    fn fine(&self, (x, y): Point) -> (i32, i32) {
        let on_grid = |value: f64, size: u32| {
            let fine = f64::from(FINE);
            // Held on the paper, which is a few ten thousand steps wide.
            #[allow(clippy::cast_possible_truncation)]
            let step = (value.clamp(0.0, f64::from(size)) * fine).round() as i32;
            step
        };
        (on_grid(x, self.size.width), on_grid(y, self.size.height))
    }

    fn fine_all(&self, points: &[Point]) -> Vec<(i32, i32)> {
        let placed = points.iter().filter(|(x, y)| !x.is_nan() && !y.is_nan());
        placed.map(|&point| self.fine(point)).collect()
    }

    /// Fills a rectangle; `opacity` from 0 to 1.
    pub fn fill(&mut self, area: &Area, color: RGBColor, opacity: f64) {
        let corners = [
            self.fine((area.left, area.top)),
            self.fine((area.right, area.bottom)),
        ];
        self.put(&Rectangle::new(corners, self.filled(color, opacity)));
    }

    /// Draws the lines of a hatch over a rectangle.
    pub fn hatch(&mut self, area: &Area, hatch: Hatch, color: RGBColor) {
        let stroke = Stroke::solid(color, HATCH);
        for line in hatch_lines(area, hatch) {
            self.line(&line, stroke);
        }
    }

    /// Draws the edge of a rectangle.
    pub fn outline(&mut self, area: &Area, stroke: Stroke) {
        let (left, top, right, bottom) = (area.left, area.top, area.right, area.bottom);
        let corners = [
            (left, top),
            (right, top),
            (right, bottom),
            (left, bottom),
            (left, top),
        ];
        self.line(&corners, stroke);
    }

    /// Fills a polygon; points that are not numbers are left out.
    pub fn polygon(&mut self, points: &[Point], color: RGBColor, opacity: f64) {
        let points = self.fine_all(points);
        if points.len() > 2 {
            self.put(&Polygon::new(points, self.filled(color, opacity)));
        }
    }

    /// Draws a line through points; points that are not numbers are left out.
    pub fn line(&mut self, points: &[Point], stroke: Stroke) {
        let points = self.fine_all(points);
        if points.len() < 2 {
            return;
        }
        let style = self.stroke_style(stroke);
        let fine = FINE;
        match stroke.dash {
            Dash::Solid => self.put(&PathElement::new(points, style)),
            Dash::Dashed => self.dashes(points, (14 * fine, 8 * fine), style),
            Dash::Dotted => self.dashes(points, (4 * fine, 7 * fine), style),
        }
    }

    fn dashes(&mut self, points: Vec<(i32, i32)>, (size, gap): (u32, u32), style: ShapeStyle) {
        let element = DashedPathElement::new(points, size, gap, style);
        if let Err(error) = self.area.draw(&element) {
            self.failure.get_or_insert_with(|| error.to_string());
        }
    }

    /// Draws a level or upright whisker, with stops of `half` to both sides at its ends.
    pub fn whisker(&mut self, from: Point, to: Point, half: f64, stroke: Stroke) {
        self.line(&[from, to], stroke);
        let is_level = from.1 == to.1 && from.0 != to.0;
        let (across, up) = if is_level { (0.0, half) } else { (half, 0.0) };
        for (x, y) in [from, to] {
            self.line(&[(x - across, y - up), (x + across, y + up)], stroke);
        }
    }

    /// Draws a point of a given form with a white edge.
    pub fn marker(&mut self, at: Point, radius: f64, shape: Shape, color: RGBColor) {
        if at.0.is_nan() || at.1.is_nan() {
            return;
        }
        self.form(at, radius + 1.5, shape, WHITE);
        self.form(at, radius, shape, color);
    }

    fn form(&mut self, at: Point, radius: f64, shape: Shape, color: RGBColor) {
        if shape == Shape::Circle {
            let radius = (radius * f64::from(FINE)).round();
            let style = self.filled(color, 1.0);
            self.put(&Circle::new(self.fine(at), radius, style));
            return;
        }
        let corners: Vec<_> = corners(shape)
            .iter()
            .map(|(x, y)| (at.0 + radius * x, at.1 + radius * y))
            .collect();
        self.polygon(&corners, color, 1.0);
    }

    /// Writes a line of text whose middle is at the height of `at`. What would run off the paper is
    /// moved, and shortened if it is longer than the paper is wide.
    pub fn text(&mut self, text: &str, at: Point, letters: Letters) {
        let paper = self.whole();
        let Some(text) = letters.wrap(text, paper.width(), 1).pop() else {
            return;
        };
        if at.0.is_nan() || at.1.is_nan() {
            return;
        }
        let width = letters.width(&text);
        let before = match letters.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => width / 2.0,
            Anchor::End => width,
        };
        let half = 0.6 * letters.size;
        let at = (
            at.0.min(paper.right - width + before).max(before),
            at.1.min(paper.bottom - half).max(half),
        );
        let style = self.text_style(letters);
        let element = Text::new(text, self.fine(at), style);
        self.put(&element);
    }

    /// Writes lines of text, the first at `at`.
    pub fn lines(&mut self, lines: &[String], at: Point, letters: Letters) {
        let mut y = at.1;
        for line in lines {
            self.text(line, (at.0, y), letters);
            y += letters.line();
        }
    }

    fn filled(&self, color: RGBColor, opacity: f64) -> ShapeStyle {
        ShapeStyle {
            color: self.palette.shown(color).mix(opacity),
            filled: true,
            stroke_width: 0,
        }
    }

    fn stroke_style(&self, stroke: Stroke) -> ShapeStyle {
        // A few points at most.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let stroke_width = (stroke.width * f64::from(FINE)).round() as u32;
        ShapeStyle {
            color: self.palette.shown(stroke.color).mix(1.0),
            filled: false,
            stroke_width,
        }
    }

    fn text_style(&self, letters: Letters) -> TextStyle<'static> {
        let horizontal = match letters.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let font = font::description(letters.size * f64::from(FINE), letters.weight);
        TextStyle {
            font: font.transform(FontTransform::None),
            color: self.palette.shown(letters.color).to_backend_color(),
            pos: Pos::new(horizontal, VPos::Center),
        }
    }
}

/// The corners of a form of radius 1.
fn corners(shape: Shape) -> &'static [Point] {
    match shape {
        Shape::Circle => &[],
        Shape::Diamond => &[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)],
        Shape::Square => &[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
        Shape::Triangle => &[(0.0, -1.2), (1.15, 0.85), (-1.15, 0.85)],
    }
}
