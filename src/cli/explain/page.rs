//! Laying an explanation out in columns that fit a terminal.

/// The widest line.
const WIDTH: usize = 100;
/// Spaces before what belongs to a title.
const INDENT: usize = 2;
/// The column at which the text of a pair begins.
const HANG: usize = 18;
/// Spaces between the columns of a table.
const GAP: usize = 2;

/// An explanation, line by line.
#[derive(Debug, Default)]
pub struct Page {
    lines: Vec<String>,
}

impl Page {
    /// A page under a title.
    pub fn new(title: &str) -> Self {
        let mut page = Self::default();
        page.lines.extend(wrapped(title, WIDTH));
        page
    }

    /// A label with a text that may take several lines.
    pub fn pair(&mut self, label: &str, text: &str) {
        let mut label = label;
        for line in text.lines() {
            for part in wrapped(line, WIDTH - HANG) {
                let gap = HANG - INDENT;
                let line = format!("{:INDENT$}{label:<gap$}{part}", "");
                self.lines.push(line.trim_end().to_owned());
                label = "";
            }
        }
    }

    /// A line of text under the title, or over a table.
    pub fn text(&mut self, text: &str) {
        for line in wrapped(text, WIDTH - INDENT) {
            self.lines.push(format!("{:INDENT$}{line}", ""));
        }
    }

    /// An empty line.
    pub fn space(&mut self) {
        self.lines.push(String::new());
    }

    /// Rows in columns, of which those at the places `right` hold numbers. A row that would not fit
    /// has its name on a line of its own.
    pub fn table(&mut self, rows: &[Row], right: &[usize]) {
        let columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let width = |column: usize| {
            let cells = rows.iter().filter_map(|row| row.cells.get(column));
            cells.map(|cell| length(cell)).max().unwrap_or(0)
        };
        let mut widths: Vec<_> = (0..columns).map(width).collect();
        let others: usize = widths.iter().skip(1).map(|width| width + GAP).sum();
        let room = WIDTH.saturating_sub(INDENT + others);
        if let Some(first) = widths.first_mut() {
            *first = room.min(*first);
        }
        for row in rows {
            self.row(row, &widths, right);
        }
    }

    fn row(&mut self, row: &Row, widths: &[usize], right: &[usize]) {
        let mut line = " ".repeat(INDENT);
        for (column, cell) in row.cells.iter().enumerate() {
            let width = widths.get(column).copied().unwrap_or(0);
            let pad = " ".repeat(width.saturating_sub(length(cell)));
            if column > 0 {
                line.push_str(&" ".repeat(GAP));
            }
            if length(cell) > width {
                self.lines.push(format!("{line}{cell}"));
                line.push_str(&" ".repeat(width));
            } else if right.contains(&column) {
                line += &pad;
                line += cell;
            } else {
                line += cell;
                line += &pad;
            }
        }
        self.lines.push(line.trim_end().to_owned());
        for note in wrapped(&row.note, WIDTH - 2 * INDENT) {
            if !note.is_empty() {
                self.lines.push(format!("{:1$}{note}", "", 2 * INDENT));
            }
        }
    }

    /// The page as text.
    pub fn finish(self) -> String {
        self.lines.join("\n") + "\n"
    }
}

/// A row of a table, with a note under it.
#[derive(Debug, Clone, Default)]
pub struct Row {
    pub cells: Vec<String>,
    pub note: String,
}

impl Row {
    /// A row without a note.
    pub fn of(cells: Vec<String>) -> Self {
        Self {
            cells,
            note: String::new(),
        }
    }
}

/// How many characters a text shows; those that combine with the one before take no room.
fn length(text: &str) -> usize {
    let is_shown = |c: &char| !('\u{300}'..='\u{36f}').contains(c);
    text.chars().filter(is_shown).count()
}

/// A text in lines of at most `width` characters; a longer word stands by itself.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let line = lines.last().map_or(0, |line| length(line));
        if line > 0 && line + 1 + length(word) > width {
            lines.push(word.to_owned());
        } else if let Some(last) = lines.last_mut() {
            if line > 0 {
                last.push(' ');
            }
            last.push_str(word);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_hang_under_their_first_line_and_keep_every_word() {
        let words: Vec<_> = (0..60).map(|n| format!("word{n}")).collect();
        let mut page = Page::new("title");
        page.pair("label", &words.join(" "));
        let text = page.finish();
        assert!(text.lines().all(|line| length(line) <= WIDTH));
        assert!(
            text.lines()
                .nth(1)
                .unwrap()
                .starts_with("  label           word0 ")
        );
        assert!(text.lines().nth(2).unwrap().starts_with(&" ".repeat(HANG)));
        let found: Vec<_> = text.split_whitespace().skip(2).collect();
        assert_eq!(found, words);
    }

    #[test]
    fn numbers_stand_under_each_other_and_a_name_that_does_not_fit_stands_above_them() {
        let row = |name: &str, number: &str| Row::of(vec![name.to_owned(), number.to_owned()]);
        let mut page = Page::new("title");
        page.table(&[row("a", "1"), row("bb", "100")], &[1]);
        assert_eq!(page.finish(), "title\n  a     1\n  bb  100\n");
        let mut page = Page::new("title");
        let name = "n".repeat(WIDTH);
        page.table(&[row(&name, "1"), row("a", "22")], &[1]);
        let text = page.finish();
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines[1].trim(), name);
        assert_eq!([lines[2].len(), lines[3].len()], [WIDTH, WIDTH]);
    }
}
