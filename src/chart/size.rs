//! The size of a picture.

use std::str::FromStr;

use super::error::ChartError;

/// Width and height of a chart, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// The width.
    pub width: u32,
    /// The height.
    pub height: u32,
}

impl Size {
    /// The smallest chart whose texts can be read.
    pub const MIN: Size = Size {
        width: 1000,
        height: 600,
    };
    /// The largest chart.
    pub const MAX: Size = Size {
        width: 8000,
        height: 8000,
    };

    pub(super) fn checked(self) -> Result<Self, ChartError> {
        let fits = (Self::MIN.width..=Self::MAX.width).contains(&self.width)
            && (Self::MIN.height..=Self::MAX.height).contains(&self.height);
        if fits {
            Ok(self)
        } else {
            Err(ChartError::Size {
                width: self.width,
                height: self.height,
            })
        }
    }
}

impl Default for Size {
    /// 1600 × 900: a slide, or the width of a page.
    fn default() -> Self {
        Self {
            width: 1600,
            height: 900,
        }
    }
}

/// A text that is no size.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no size; write width and height like 1600x900")]
pub struct NoSize(String);

impl FromStr for Size {
    type Err = NoSize;

    fn from_str(text: &str) -> Result<Self, NoSize> {
        let sides = text.split_once(['x', '×']);
        let sides = sides.and_then(|(width, height)| {
            Some(Size {
                width: width.trim().parse().ok()?,
                height: height.trim().parse().ok()?,
            })
        });
        sides.ok_or_else(|| NoSize(text.to_owned()))
    }
}
