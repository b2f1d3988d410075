//! What all interactive charts of a page share: letters, colours, and the writing of numbers.

use serde_json::{Value, json};

use crate::chart::palette;
use crate::language::{Language, Texts};

/// The theme, as the configuration of vega-lite.
#[must_use]
pub fn theme() -> Value {
    let [ink, grey, grid] = [palette::INK, palette::GREY, palette::GRID].map(palette::hex);
    let letters = json!({
        "labelFont": FONT, "titleFont": FONT, "labelFontSize": 13, "titleFontSize": 13,
        "titleFontWeight": 400, "labelColor": ink, "titleColor": grey,
    });
    let mut axis = letters.clone();
    for (key, value) in [
        ("domain", json!(false)),
        ("gridColor", json!(grid)),
        ("ticks", json!(false)),
        ("labelPadding", json!(6)),
        ("labelLimit", json!(220)),
    ] {
        axis[key] = value;
    }
    let mut legend = letters;
    for (key, value) in [
        ("orient", json!("top")),
        ("title", json!(null)),
        ("direction", json!("horizontal")),
        ("labelLimit", json!(280)),
        ("columns", json!({"expr": "width < 420 ? 1 : 3"})),
    ] {
        legend[key] = value;
    }
    let mut axis_x = json!({"tickCount": {"expr": "clamp(round(width / 90), 3, 9)"}});
    axis_x["labelOverlap"] = json!("greedy");
    json!({
        "background": "white",
        "font": FONT,
        "axis": axis,
        "axisXQuantitative": axis_x,
        "axisYQuantitative": {"tickCount": 6},
        "legend": legend,
        "view": {"stroke": null},
        "text": {"fontSize": 12},
    })
}

const FONT: &str = "Open Sans, Segoe UI, Arial, sans-serif";

/// How numbers on axes are written: the same marks as everywhere else.
#[must_use]
pub fn locale(texts: &Texts) -> Value {
    let (decimal, thousands) = match texts.language() {
        Language::Nl => (",", "."),
        Language::En => (".", ","),
    };
    json!({
        "decimal": decimal, "thousands": thousands, "grouping": [3], "currency": ["€ ", ""],
        "minus": "\u{2212}",
    })
}
