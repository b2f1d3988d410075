//! Parts of a whole.

/// A part as it is typed: `50%` or `0.5`.
pub(super) fn share(text: &str) -> Result<f64, String> {
    let (number, unit) = match text.trim().strip_suffix('%') {
        Some(percent) => (percent.trim(), 100.0),
        None => (text.trim(), 1.0),
    };
    let number = number.parse().ok().map(|number: f64| number / unit);
    number
        .filter(|part| *part > 0.0 && *part < 1.0)
        .ok_or_else(|| "expected a part between 0% and 100%, as in 20% or 0.2".to_owned())
}
