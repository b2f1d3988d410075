//! Tables of words, for pages, fact sheets and the parts of a report.

/// A table of words: the first column names the rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grid {
    /// What it is about.
    pub caption: String,
    /// The names of the columns.
    pub heads: Vec<String>,
    /// The rows, each as long as the heads.
    pub rows: Vec<Vec<String>>,
    /// Whether the last row is of all others together.
    pub has_total: bool,
}
