//! Why a chart cannot be drawn.

/// What can go wrong between a chart and its picture.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ChartError {
    /// Titles and labels do not fit, or the picture is beyond any use.
    #[error(
        "a chart of {width} × {height} cannot be drawn; width must be {} to {} and height {} to {}",
        super::Size::MIN.width, super::Size::MAX.width, super::Size::MIN.height, super::Size::MAX.height
    )]
    Size {
        /// The width asked for.
        width: u32,
        /// The height asked for.
        height: u32,
    },
    /// A font that comes with the program is broken.
    #[error("the fonts of the charts cannot be read")]
    Font,
    /// The boundaries that come with the program are broken.
    #[error("the boundaries of the map cannot be read: {0}")]
    Boundaries(String),
    /// The drawing library refused.
    #[error("the chart cannot be drawn: {0}")]
    Drawing(String),
    /// The picture cannot be turned into pixels.
    #[error("the chart cannot be turned into a PNG: {0}")]
    Png(String),
}
