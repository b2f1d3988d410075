//! The files of a scenario as they were read.

use std::ops::Range;

/// One file: its name as the user knows it, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceText {
    name: String,
    text: String,
}

impl SourceText {
    pub(super) fn new(name: String, text: String) -> Self {
        Self { name, text }
    }

    /// The path as the user would type it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text, without a byte order mark.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line of a byte, from 1.
    #[must_use]
    pub fn line(&self, byte: usize) -> usize {
        let end = byte.min(self.text.len());
        let before = self.text.as_bytes()[..end].iter();
        1 + before
            .map(|byte| usize::from(*byte == b'\n'))
            .sum::<usize>()
    }

    /// A span that stands in the text and on one line, so that a table of many lines is not shown
    /// whole.
    pub(super) fn shown_span(&self, span: &Range<usize>) -> Range<usize> {
        let mut start = span.start.min(self.text.len());
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        let rest = &self.text[start..];
        let line_end = start + rest.find(['\n', '\r']).unwrap_or(rest.len());
        let mut end = span.end.clamp(start, line_end);
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        start..end.max(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_cut_to_their_first_line() {
        let file = SourceText::new("a.toml".to_owned(), "één\ntwee\ndrie".to_owned());
        assert_eq!(file.shown_span(&(6..15)), 6..10);
        assert_eq!(file.shown_span(&(1..3)), 0..2);
        assert_eq!(file.shown_span(&(90..99)), 15..15);
        assert_eq!(file.line(6), 2);
    }
}
