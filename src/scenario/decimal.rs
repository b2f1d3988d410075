//! Numbers with a decimal comma or a decimal point.
//!
//! In a table the sign is a comma if any number has one, and then nothing else; else it is a point,
//! unless every point might as well separate thousands. `1.234` means two things, and none of them is
//! guessed.

/// What stands between whole numbers and decimals in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DecimalSign {
    Comma,
    Point,
    /// Every point of the table stands where one between thousands would.
    Unclear,
}

impl DecimalSign {
    /// The sign that the numbers among `parts` have, where it is not known beforehand.
    pub fn among<'a>(parts: impl Iterator<Item = &'a str>) -> Self {
        let mut found = DecimalSign::Unclear;
        for (sign, decimals) in parts.filter_map(decimals) {
            match sign {
                ',' => return DecimalSign::Comma,
                _ if decimals.len() != 3 => found = DecimalSign::Point,
                _ => {}
            }
        }
        found
    }
}

/// The decimal sign of a number and what stands behind it.
fn decimals(text: &str) -> Option<(char, &str)> {
    let at = text.find([',', '.'])?;
    let sign = text[at..].chars().next()?;
    let (whole, rest) = (text[..at].trim_start_matches(['-', '+']), &text[at + 1..]);
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    // A number of thousands has one to three digits and no zero before the sign.
    let decimals = if whole.len() > 3 || whole.starts_with('0') {
        ""
    } else {
        rest
    };
    (are_digits(whole) && are_digits(rest)).then_some((sign, decimals))
}

/// Reads a number; the error is what to do instead.
pub(super) fn parse_number(text: &str, decimal: DecimalSign) -> Result<f64, String> {
    let (points, commas) = (text.matches('.').count(), text.matches(',').count());
    if points + commas > 1 || text.contains(' ') {
        return Err("write the number without thousands separators".to_owned());
    }
    let refused = match decimal {
        DecimalSign::Point if commas == 1 => Some(
            "in a table separated by commas the decimal sign is a point; or separate the cells by `;`"
                .to_owned(),
        ),
        DecimalSign::Comma if points == 1 => Some(format!(
            "other numbers of this table have a decimal comma: write `{}`",
            text.replace('.', ",")
        )),
        DecimalSign::Unclear if points == 1 => Some(format!(
            "it might be either: write `{}` or `{}`",
            text.replace('.', ""),
            text.replace('.', ",")
        )),
        _ => None,
    };
    if let Some(refused) = refused {
        return Err(refused);
    }
    let plain = text.replace(',', ".");
    let number: f64 = plain
        .parse()
        .map_err(|_| "write a number such as 12.5, and the unit in its own column".to_owned())?;
    if number.is_finite() {
        Ok(number)
    } else {
        Err("the number must be finite".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_two_meanings_are_refused() {
        use DecimalSign::{Comma, Point};
        assert!(parse_number("1.234,5", Comma).is_err());
        assert!(parse_number("1 234", Comma).is_err());
        assert!(parse_number("1,5", Point).is_err());
        assert!(parse_number("NaN", Point).is_err());
        assert_eq!(parse_number("-0,25", Comma), Ok(-0.25));
    }
}
