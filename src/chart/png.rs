//! From SVG to PNG, with the same letters.

use std::sync::{Arc, OnceLock};

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, FilterType};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use super::error::ChartError;
use super::font;

/// The largest picture: 100 million pixels.
const MAX_PIXELS: f64 = 1e8;

/// Draws an SVG of [`svg`](super::svg) on white, as a PNG with `scale` pixels for each unit of its size.
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
    pixels.fill(Color::WHITE);
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    encoded(&pixels).map_err(|error| refused(&error))
}

/// The bytes of a PNG of pixels that nothing shines through.
///
/// Charts are flat areas, which compress best as they are: a third of the bytes of filtered rows with
/// alpha, in less time.
fn encoded(pixels: &Pixmap) -> Result<Vec<u8>, EncodingError> {
    let colours: Vec<u8> = pixels
        .pixels()
        .iter()
        .flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()])
        .collect();
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Default);
    encoder.set_filter(FilterType::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&colours)?;
    writer.finish()?;
    Ok(bytes)
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
