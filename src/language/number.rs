//! Numbers as people write them.

use super::Language;

/// From here on a number is written with a power of ten.
const HUGE: f64 = 1e15;
/// Below this a number other than zero is written with a power of ten.
const TINY: f64 = 1e-6;

/// `value` with `decimals` digits after the decimal mark and marks between thousands.
///
/// A value that is not a number is an en dash; the sign of a negative number is U+2212, and a
/// number that rounds to zero has none.
pub(super) fn write(value: f64, decimals: usize, language: Language) -> String {
    if value.is_nan() {
        return "–".to_owned();
    }
    if value.is_infinite() {
        return with_sign(value < 0.0, "∞");
    }
    if value.abs() >= HUGE {
        return scientific(value, language);
    }
    let digits = format!("{:.decimals$}", value.abs());
    let (whole, rest) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut text = grouped(whole, thousands_mark(language));
    if !rest.is_empty() {
        text.push(decimal_mark(language));
        text.push_str(rest);
    }
    let is_zero = digits.bytes().all(|digit| matches!(digit, b'0' | b'.'));
    with_sign(value < 0.0 && !is_zero, &text)
}

/// As [`write`], without marks between thousands.
pub(super) fn write_ungrouped(value: f64, decimals: usize, language: Language) -> String {
    write(value, decimals, language).replace(thousands_mark(language), "")
}

/// `value` to three significant digits, without zeros at the end and without rounding whole units
/// away: `0,0123`, `12,3`, `1.235`.
pub(super) fn significant(value: f64, language: Language) -> String {
    let size = value.abs();
    if size > 0.0 && size < TINY || size.is_finite() && size >= HUGE {
        return scientific(value, language);
    }
    // The exponent of the rounded number: 9.996 counts as 10.0.
    let written = format!("{size:.2e}");
    let exponent = written
        .rsplit_once('e')
        .and_then(|(_, e)| e.parse::<i32>().ok());
    let decimals = usize::try_from(2 - exponent.unwrap_or(2)).unwrap_or(0);
    without_trailing_zeros(&write(value, decimals, language), language)
}

fn scientific(value: f64, language: Language) -> String {
    let text = format!("{:.2e}", value.abs());
    let text = text.replace('.', &decimal_mark(language).to_string());
    with_sign(value < 0.0, &text)
}

fn without_trailing_zeros(text: &str, language: Language) -> String {
    let mark = decimal_mark(language);
    if text.contains(mark) {
        text.trim_end_matches('0').trim_end_matches(mark).to_owned()
    } else {
        text.to_owned()
    }
}

fn with_sign(is_negative: bool, text: &str) -> String {
    let sign = if is_negative { "\u{2212}" } else { "" };
    format!("{sign}{text}")
}

fn grouped(digits: &str, mark: char) -> String {
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}

fn decimal_mark(language: Language) -> char {
    match language {
        Language::Nl => ',',
        Language::En => '.',
    }
}

fn thousands_mark(language: Language) -> char {
    match language {
        Language::Nl => '.',
        Language::En => ',',
    }
}
