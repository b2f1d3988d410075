//! How a chart is drawn, whatever it shows.

use super::palette::Palette;
use super::size::Size;

/// Size, colours and the line of the organisation that shows the chart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Look {
    /// The size.
    pub size: Size,
    /// The colours.
    pub palette: Palette,
    /// Who shows the chart, at the foot beside the source; may be empty.
    pub organisation: String,
}

impl From<Size> for Look {
    fn from(size: Size) -> Self {
        Self {
            size,
            ..Self::default()
        }
    }
}
