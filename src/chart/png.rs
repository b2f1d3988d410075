//! From SVG to PNG, with the same letters.

use std::sync::{Arc, OnceLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use super::error::ChartError;
use super::font;

/// The largest picture: 100 million pixels.
const MAX_PIXELS: f64 = 1e8;

/// Draws an SVG of [`svg`](super::svg) as a PNG with `scale` pixels for each unit of its size.
///
/// # Errors
/// When the text is not an SVG, or the scale is not positive or too large.
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>, ChartError> {
    let refused = |error: &dyn std::fmt::Display| ChartError::Png(error.to_string());
    let options = Options {
        fontdb: fonts(),
        font_family: "Open Sans".to_owned(),
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).map_err(|error| refused(&error))?;
    let side = |length: f32| f64::from(length) * f64::from(scale);
    let (width, height) = (side(tree.size().width()), side(tree.size().height()));
    let is_possible = width >= 1.0 && height >= 1.0 && width * height <= MAX_PIXELS;
    if !is_possible {
        return Err(refused(&format!("a picture of {width} × {height} pixels")));
    }
    // At most MAX_PIXELS on a side.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let (width, height) = (width.round() as u32, height.round() as u32);
    let mut pixels =
        Pixmap::new(width, height).ok_or_else(|| refused(&"there is no room for its pixels"))?;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    pixels.encode_png().map_err(|error| refused(&error))
}

fn fonts() -> Arc<fontdb::Database> {
    static FONTS: OnceLock<Arc<fontdb::Database>> = OnceLock::new();
    let load = || {
        let mut fonts = fontdb::Database::new();
        fonts.load_font_data(font::REGULAR.to_vec());
        fonts.load_font_data(font::SEMIBOLD.to_vec());
        Arc::new(fonts)
    };
    FONTS.get_or_init(load).clone()
}
