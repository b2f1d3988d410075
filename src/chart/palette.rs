//! Colours that a colour-blind reader can tell apart, and the shapes, dashes and hatches that say
//! the same without colour.
//!
//! The hues are those of M. Okabe and K. Ito (2008), *Color Universal Design*; lightness and strength were
//! sought so that every colour stands out 3:1 from white, and every two of them stay apart (15 in
//! CIEDE2000) for readers who lack one kind of cone. Tests hold them to it.

use std::str::FromStr;

use plotters::style::RGBColor;

/// A colour.
pub(crate) type Color = RGBColor;

pub(crate) const BLUE: RGBColor = RGBColor(20, 99, 208);
pub(crate) const VERMILION: RGBColor = RGBColor(183, 29, 9);
pub(crate) const GREEN: RGBColor = RGBColor(4, 95, 74);
pub(crate) const ORANGE: RGBColor = RGBColor(177, 143, 18);
pub(crate) const SKY: RGBColor = RGBColor(58, 155, 219);
pub(crate) const PURPLE: RGBColor = RGBColor(145, 15, 115);

/// Text.
pub(crate) const INK: RGBColor = RGBColor(26, 26, 26);
/// Text of less weight; 7:1 on white.
pub(crate) const GREY: RGBColor = RGBColor(89, 89, 89);
/// Grid lines.
pub(crate) const GRID: RGBColor = RGBColor(221, 221, 221);
/// Areas without a value.
pub(crate) const BLANK: RGBColor = RGBColor(238, 238, 238);
pub(crate) const WHITE: RGBColor = RGBColor(255, 255, 255);
const BLACK: RGBColor = RGBColor(0, 0, 0);

const SERIES: [RGBColor; 6] = [BLUE, ORANGE, GREEN, VERMILION, SKY, PURPLE];

/// In which colours a chart is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Palette {
    /// Colours that a colour-blind reader can tell apart.
    #[default]
    Colour,
    /// Shades of grey of the same lightness, for print in black and white; shapes, dashes and hatches
    /// then tell series apart.
    Grey,
}

impl Palette {
    /// Every palette.
    pub const ALL: [Palette; 2] = [Palette::Colour, Palette::Grey];

    /// The name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Palette::Colour => "colour",
            Palette::Grey => "grey",
        }
    }

    /// A colour as this palette shows it.
    pub(super) fn shown(self, color: RGBColor) -> RGBColor {
        match self {
            Palette::Colour => color,
            Palette::Grey => grey_of(color),
        }
    }
}

/// A name that no palette has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no palette `{0}`; expected colour or grey")]
pub struct NoPalette(String);

impl FromStr for Palette {
    type Err = NoPalette;

    fn from_str(text: &str) -> Result<Self, NoPalette> {
        let mut palettes = Self::ALL.into_iter();
        let found = palettes.find(|palette| palette.name() == text);
        found.ok_or_else(|| NoPalette(text.to_owned()))
    }
}

/// The grey of the same luminance.
fn grey_of(color: RGBColor) -> RGBColor {
    let linear = luminance(color);
    let part = if linear <= 0.003_130_8 {
        12.92 * linear
    } else {
        1.055 * crate::numeric::pow(linear, 1.0 / 2.4) - 0.055
    };
    mix(BLACK, WHITE, part)
}

/// The form of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Circle,
    Diamond,
    Square,
    Triangle,
}

/// The form of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dash {
    Solid,
    Dashed,
    Dotted,
}

/// Lines over a filled area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hatch {
    None,
    Rising,
    Falling,
    Level,
    Crossed,
}

/// The colour of the series at a place, from the first again after the last.
pub(crate) fn series_color(place: usize) -> RGBColor {
    SERIES[place % SERIES.len()]
}

/// The form of the points of the series at a place.
pub(crate) fn series_shape(place: usize) -> Shape {
    [
        Shape::Circle,
        Shape::Diamond,
        Shape::Square,
        Shape::Triangle,
    ][place % 4]
}

/// The form of the line of the series at a place.
pub(crate) fn series_dash(place: usize) -> Dash {
    [Dash::Solid, Dash::Dashed, Dash::Dotted][place % 3]
}

/// The hatch of the series at a place.
pub(crate) fn series_hatch(place: usize) -> Hatch {
    [
        Hatch::None,
        Hatch::Rising,
        Hatch::Falling,
        Hatch::Level,
        Hatch::Crossed,
    ][place % 5]
}

/// A shade from near white (0) to dark blue (1), even in lightness; `None` has no value.
pub(crate) fn shade(part: Option<f64>) -> RGBColor {
    const STOPS: [RGBColor; 4] = [
        RGBColor(239, 243, 250),
        RGBColor(158, 198, 226),
        RGBColor(50, 130, 189),
        RGBColor(8, 48, 107),
    ];
    part.map_or(BLANK, |part| between(&STOPS, part))
}

/// A shade from dark brown (−1) over near white (0) to dark blue (1); `None` has no value.
pub(crate) fn shade_to_both_sides(part: Option<f64>) -> RGBColor {
    const STOPS: [RGBColor; 3] = [
        RGBColor(243, 184, 120),
        RGBColor(201, 106, 22),
        RGBColor(110, 48, 6),
    ];
    match part {
        Some(part) if part < 0.0 => {
            between(&[shade(Some(0.0)), STOPS[0], STOPS[1], STOPS[2]], -part)
        }
        part => shade(part),
    }
}

/// The colour that lies `part` of the way along stops at equal distances.
fn between(stops: &[RGBColor; 4], part: f64) -> RGBColor {
    let place = part.clamp(0.0, 1.0) * 3.0;
    let first = if place >= 2.0 {
        2
    } else {
        usize::from(place >= 1.0)
    };
    mix(
        stops[first],
        stops[first + 1],
        place - crate::numeric::count(first),
    )
}

/// The colour that lies `part` of the way from one to the other.
pub(crate) fn mix(from: RGBColor, to: RGBColor, part: f64) -> RGBColor {
    let channel = |from: u8, to: u8| {
        let value = f64::from(from) + part * (f64::from(to) - f64::from(from));
        // Between two bytes, so a byte.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let byte = value.round() as u8;
        byte
    };
    RGBColor(
        channel(from.0, to.0),
        channel(from.1, to.1),
        channel(from.2, to.2),
    )
}

/// A colour as CSS writes it.
pub(crate) fn hex(RGBColor(red, green, blue): RGBColor) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// Black or white, whichever stands out most from a background: always 4.5:1 or more.
pub(crate) fn ink_on(background: RGBColor) -> RGBColor {
    if contrast(WHITE, background) > contrast(BLACK, background) {
        WHITE
    } else {
        BLACK
    }
}

/// The contrast of two colours, 1 to 21 (WCAG 2.2).
pub(crate) fn contrast(one: RGBColor, other: RGBColor) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Relative luminance (WCAG 2.2).
fn luminance(color: RGBColor) -> f64 {
    0.2126 * linear(color.0) + 0.7152 * linear(color.1) + 0.0722 * linear(color.2)
}

/// A channel in proportion to its light (sRGB).
fn linear(channel: u8) -> f64 {
    let part = f64::from(channel) / 255.0;
    if part <= 0.04045 {
        part / 12.92
    } else {
        crate::numeric::pow((part + 0.055) / 1.055, 2.4)
    }
}

#[cfg(test)]
mod vision;

#[cfg(test)]
mod tests {
    use super::vision::{Lab, Sight, difference};
    use super::*;

    /// What two colours that stand beside each other must differ at least, in CIEDE2000.
    const APART: f64 = 15.0;

    #[test]
    fn every_two_colours_are_told_apart_by_every_reader() {
        for sight in Sight::ALL {
            let seen = SERIES.map(|color| Lab::seen(color, sight));
            for (place, one) in seen.iter().enumerate() {
                for (other, two) in seen.iter().enumerate().skip(place + 1) {
                    let found = difference(one, two);
                    assert!(found >= APART, "{sight:?}: {place} and {other}: {found}");
                }
            }
        }
    }

    #[test]
    fn shades_darken_for_every_reader() {
        for sight in Sight::ALL {
            let steps = (0..=100).map(|step| shade(Some(f64::from(step) / 100.0)));
            let lightness: Vec<_> = steps
                .map(|color| Lab::seen(color, sight).lightness)
                .collect();
            let darken = |pair: &[f64]| pair[1] < pair[0] + 1e-9;
            assert!(lightness.windows(2).all(darken), "{sight:?}");
            assert!(lightness[0] - lightness[100] > 60.0, "{sight:?}");
        }
    }

    #[test]
    fn marks_stand_out_from_paper_and_text_in_their_colours_can_be_read() {
        for color in SERIES.into_iter().chain([GREY, INK]) {
            assert!(contrast(color, WHITE) >= 3.0, "{color:?}");
            for part in [0.5, 0.55] {
                assert!(contrast(mix(color, INK, part), WHITE) >= 4.5, "{color:?}");
            }
            assert!(contrast(ink_on(color), color) >= 4.5, "{color:?}");
        }
    }

    #[test]
    fn black_on_white_has_a_contrast_of_21() {
        assert!((contrast(BLACK, WHITE) - 21.0).abs() < 1e-9);
    }

    #[test]
    fn text_on_every_shade_has_the_contrast_of_accessible_text() {
        for step in -100..=100 {
            let background = shade_to_both_sides(Some(f64::from(step) / 100.0));
            let found = contrast(ink_on(background), background);
            assert!(found >= 4.5, "{step}%: {found}");
        }
        for text in [INK, GREY] {
            assert!(contrast(text, WHITE) >= 7.0);
        }
    }

    #[test]
    fn shades_darken_all_the_way() {
        for side in [-1.0, 1.0] {
            let mut last = f64::INFINITY;
            for step in 0..=100 {
                let part = side * f64::from(step) / 100.0;
                let now = luminance(shade_to_both_sides(Some(part)));
                assert!(now < last);
                last = now;
            }
        }
        assert_eq!(shade(Some(-3.0)), shade(Some(0.0)));
        assert_eq!(shade(None), BLANK);
    }
}
