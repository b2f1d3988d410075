//! The SVG as a document by itself: its size, its fonts, and words for those who do not see it.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::Chart;
use super::canvas::FINE;
use super::error::ChartError;
use super::font;
use super::size::Size;
use crate::language::Language;

const REGULAR_SUBSET: &[u8] = include_bytes!("fonts/OpenSans-Regular-subset.woff2");
const SEMIBOLD_SUBSET: &[u8] = include_bytes!("fonts/OpenSans-Semibold-subset.woff2");

/// A drawing as a document by itself: with its fonts.
pub(super) fn complete(
    drawing: &str,
    chart: &Chart,
    language: Language,
    size: Size,
) -> Result<String, ChartError> {
    let id = format!("chart-{}", identifier(&chart.name));
    let fonts = format!("<style>{}</style>\n", font_faces());
    wrapped(drawing, chart, language, (size, &id, &fonts))
}

/// A drawing as a part of a page that has the fonts, under an id of that page.
pub(super) fn within(
    drawing: &str,
    chart: &Chart,
    language: Language,
    (size, id): (Size, &str),
) -> Result<String, ChartError> {
    wrapped(drawing, chart, language, (size, &identifier(id), ""))
}

/// Gives a drawing its size back, its language, and a title and a description for screen readers.
fn wrapped(
    drawing: &str,
    chart: &Chart,
    language: Language,
    (size, id, fonts): (Size, &str, &str),
) -> Result<String, ChartError> {
    let (_, content) = drawing
        .split_once(">\n")
        .filter(|(head, _)| head.starts_with("<svg "))
        .ok_or_else(|| ChartError::Drawing("the drawing has no beginning".to_owned()))?;
    let content = without_layers(content);
    let title = escaped(&chart.title);
    let description = escaped(&chart.alt);
    let Size { width, height } = size;
    let (fine_width, fine_height) = (width * FINE, height * FINE);
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {fine_width} {fine_height}\" lang=\"{language}\" role=\"img\" \
         aria-labelledby=\"{id}-title {id}-desc\">\n\
         <title id=\"{id}-title\">{title}</title>\n\
         <desc id=\"{id}-desc\">{description}</desc>\n\
         {fonts}{content}",
    ))
}

/// A drawing whose fills and strokes themselves let light through where its shapes did.
///
/// An `opacity` of a shape makes every renderer paint it on a layer of its own first.
fn without_layers(content: &str) -> String {
    const OPACITY: &str = " opacity=\"";
    let mut parts = content.split(OPACITY);
    let mut written = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (opacity, rest) = part.split_once('"').unwrap_or((part, ""));
        if opacity != "1" {
            let _ = write!(
                written,
                " fill-opacity=\"{opacity}\" stroke-opacity=\"{opacity}\""
            );
        }
        written += rest;
    }
    written
}

/// The fonts of charts as CSS, with the letters in it.
#[must_use]
pub fn font_faces() -> String {
    font_face(400, REGULAR_SUBSET) + &font_face(600, SEMIBOLD_SUBSET)
}

fn font_face(weight: u16, woff2: &[u8]) -> String {
    format!(
        "@font-face{{font-family:\"Open Sans\";font-weight:{weight};\
         src:url(data:font/woff2;base64,{}) format(\"woff2\")}}",
        STANDARD.encode(woff2)
    )
}

/// A name for use in ids: letters, digits and hyphens.
fn identifier(name: &str) -> String {
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || c == '-';
    name.chars()
        .map(|c| if is_allowed(c) { c } else { '-' })
        .collect()
}

fn escaped(text: &str) -> String {
    font::clean(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
