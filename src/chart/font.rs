//! The letters of the charts: Open Sans, which comes with the program, so that a picture is the
//! same on every machine.

use std::sync::OnceLock;

use plotters::style::{FontDesc, FontFamily, FontStyle, register_font};

use super::error::ChartError;

pub(super) const REGULAR: &[u8] = include_bytes!("fonts/OpenSans-Regular.ttf");
pub(super) const SEMIBOLD: &[u8] = include_bytes!("fonts/OpenSans-Semibold.ttf");

/// The families in the SVG. The fonts are registered under the whole list, since its text becomes
/// the `font-family` of the SVG.
const FAMILY: &str = "Open Sans, Segoe UI, Arial, sans-serif";

/// Ascent plus descent of Open Sans, in em: what plotters' text measure takes for the font size.
const LINE_IN_EM: f64 = (2189.0 + 600.0) / 2048.0;

/// plotters divides the size of a font by this before it writes it in an SVG.
const SIZE_IN_SVG: f64 = 1.24;

/// Widths come as whole pixels, so they are taken from letters this many times as large.
const MAGNIFIED: f64 = 64.0;

/// The weight of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Semibold,
}

impl Weight {
    fn style(self) -> FontStyle {
        match self {
            Weight::Regular => FontStyle::Normal,
            Weight::Semibold => FontStyle::Bold,
        }
    }
}

/// Makes the fonts known to plotters, once.
pub(super) fn register() -> Result<(), ChartError> {
    static REGISTERED: OnceLock<bool> = OnceLock::new();
    let is_registered = *REGISTERED.get_or_init(|| {
        register_font(FAMILY, FontStyle::Normal, REGULAR).is_ok()
            && register_font(FAMILY, FontStyle::Bold, SEMIBOLD).is_ok()
    });
    if is_registered {
        Ok(())
    } else {
        Err(ChartError::Font)
    }
}

/// The font whose `font-size` in the SVG is `size`.
pub(super) fn description(size: f64, weight: Weight) -> FontDesc<'static> {
    FontDesc::new(FontFamily::Name(FAMILY), size * SIZE_IN_SVG, weight.style())
}

/// The width of a text in letters of `size`, in the unit of `size`.
pub(super) fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let size = size * LINE_IN_EM * MAGNIFIED;
    let font = FontDesc::new(FontFamily::Name(FAMILY), size, weight.style());
    // Without the font nothing is drawn at all: `register` has been called and has failed.
    font.layout_box(&clean(text))
        .map_or(0.0, |(_, (right, _))| f64::from(right) / MAGNIFIED)
}

/// The text with what neither XML nor the fonts can hold replaced.
pub(super) fn clean(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            // Subscripts, as in CO₂.
            '\u{2080}'..='\u{2089}' => char::from_digit(u32::from(c) - 0x2080, 10).unwrap_or('?'),
            '\u{202f}' | '\u{2009}' => '\u{a0}',
            '\u{2010}' | '\u{2011}' => '-',
            '→' => '›',
            '←' => '‹',
            // Control characters, and what XML 1.0 forbids.
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => ' ',
            c => c,
        })
        .collect()
}

/// Breaks a text into at most `max_lines` lines no wider than `room`; what does not fit ends in an
/// ellipsis.
pub(super) fn wrap(
    text: &str,
    room: f64,
    size: f64,
    weight: Weight,
    max_lines: usize,
) -> Vec<String> {
    let fits = |line: &str| width(line, size, weight) <= room;
    let mut lines: Vec<String> = Vec::new();
    let text = clean(text);
    // Spaces that do not break stay.
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if let Some(line) = lines.last_mut() {
            let longer = format!("{line} {word}");
            if fits(&longer) {
                *line = longer;
                continue;
            }
        }
        let mut rest = word.to_owned();
        while !fits(&rest) && rest.chars().count() > 1 {
            let (head, tail) = break_word(&rest, &fits);
            lines.push(head);
            rest = tail;
        }
        lines.push(rest);
    }
    if lines.len() > max_lines {
        lines.truncate(max_lines);
        if let Some(last) = lines.last_mut() {
            *last = shorten(last, &fits);
        }
    }
    lines
}

/// The longest beginning of a word that fits, up to a hyphen if there is one, and the rest.
fn break_word(word: &str, fits: &impl Fn(&str) -> bool) -> (String, String) {
    let mut head = String::new();
    for c in word.chars() {
        let longer = format!("{head}{c}");
        if !head.is_empty() && !fits(&longer) {
            break;
        }
        head = longer;
    }
    if let Some(hyphen) = head.rfind('-').filter(|_| head.len() < word.len()) {
        head.truncate(hyphen + 1);
    }
    let tail = word[head.len()..].to_owned();
    (head, tail)
}

/// The text with an ellipsis, shortened until it fits.
fn shorten(text: &str, fits: &impl Fn(&str) -> bool) -> String {
    let mut kept = text.to_owned();
    while !kept.is_empty() && !fits(&format!("{kept}…")) {
        kept.pop();
    }
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: f64 = 20.0;

    fn wrapped(text: &str, room: f64, lines: usize) -> Vec<String> {
        register().unwrap();
        wrap(text, room, SIZE, Weight::Regular, lines)
    }

    #[test]
    fn widths_follow_the_advance_widths_of_the_font() {
        register().unwrap();
        // Open Sans Regular: a figure is 1171 of 2048 em wide, a space 532.
        let figures = width("0000", SIZE, Weight::Regular);
        assert!(
            (figures - 4.0 * SIZE * 1171.0 / 2048.0).abs() < 0.05,
            "{figures}"
        );
        let spaced = width("0 0", SIZE, Weight::Regular);
        assert!((spaced - SIZE * (2.0 * 1171.0 + 532.0) / 2048.0).abs() < 0.05);
        assert!(width("mmmm", SIZE, Weight::Semibold) > width("mmmm", SIZE, Weight::Regular));
    }

    #[test]
    fn lines_break_between_words_and_fit() {
        let text = "Rotterdam-Moerdijk en Zeeland-West-Brabant samen";
        let lines = wrapped(text, 260.0, 9);
        assert!(lines.len() > 1);
        assert_eq!(lines.join(" "), text);
        for line in lines {
            assert!(width(&line, SIZE, Weight::Regular) <= 260.0);
        }
    }

    #[test]
    fn a_word_without_spaces_is_broken_and_a_long_text_ends_in_an_ellipsis() {
        let lines = wrapped(&"a".repeat(500), 100.0, 3);
        assert_eq!(lines.len(), 3);
        assert!(lines[2].ends_with('…'));
        for line in lines {
            assert!(width(&line, SIZE, Weight::Regular) <= 100.0);
        }
        assert_eq!(wrapped("ab", 0.0, 5), ["a", "b"]);
        assert_eq!(
            wrapped("Zeeland-West-Brabant", 150.0, 5),
            ["Zeeland-West-", "Brabant"]
        );
        assert!(wrapped("", 100.0, 3).is_empty());
    }

    #[test]
    fn characters_that_cannot_be_drawn_are_replaced() {
        assert_eq!(clean("CO₂\u{202f}a\u{0}b\nc"), "CO2\u{a0}a b c");
    }

    /// Whether the subsets in the SVG were made with a character; the list stands in fonts/README.md.
    fn is_in_subset(c: char) -> bool {
        matches!(c, '\u{20}'..='\u{7e}' | '\u{a0}'..='\u{17f}')
            || "Δβδκλρστψω–—‘’‚‛“”„†‡•…‰‹›⁰⁴⁵⁶⁷⁸⁹€∞−≈≤≥".contains(c)
    }

    #[test]
    fn the_fonts_in_the_svg_hold_every_character_of_the_texts() {
        let texts = crate::language::Language::ALL.map(crate::language::source);
        let mut is_drawn = true;
        for line in texts.iter().flat_map(|text| text.lines()) {
            if !line.starts_with(' ') {
                // Formulas are explained on the terminal and stand in no chart.
                is_drawn = !line.starts_with("kind-formula-") && !line.starts_with("field-");
            }
            if !is_drawn {
                continue;
            }
            for c in clean(line).chars() {
                assert!(is_in_subset(c), "{c} in `{line}`");
            }
        }
    }
}
