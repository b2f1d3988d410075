//! What stands around the figures of a chart.

use super::{Body, Chart};

/// The words of a chart.
pub(super) struct Frame {
    /// The stem of the file name.
    pub name: String,
    pub title: String,
    /// How to read it, besides what holds for every chart of its kind.
    pub reading: String,
    /// The unit of the figures; empty when they have several.
    pub unit: String,
    /// What is found, in sentences.
    pub alt: Vec<String>,
}

impl Frame {
    /// The chart of figures, with how to read all of its kind and where they come from.
    pub fn around(self, body: Body, reading_of_all: &str, source: String) -> Chart {
        let subtitle = format!("{} {reading_of_all}", self.reading);
        Chart {
            name: self.name,
            alt: format!("{}. {}", self.title, self.alt.join(" ")),
            title: self.title,
            subtitle: subtitle.trim().to_owned(),
            unit: self.unit,
            source,
            body,
        }
    }
}
