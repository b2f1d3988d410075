//! A table with lines under its header and between groups of rows, and none within a group.

use comfy_table::{Cell, CellAlignment, LineStyle, Table, TableStyle};

/// A line across the table.
const LINE: LineStyle = LineStyle::none().fill('─').junction('─');
/// The line under the header, which no row can be taken for.
const HEADER_LINE: char = '═';

const STYLE: TableStyle = TableStyle::new()
    .top_border(LINE)
    .header_separator(LineStyle::none().fill(HEADER_LINE).junction(HEADER_LINE))
    .bottom_border(LINE);

/// Rows in groups.
pub(super) struct RuledTable {
    table: Table,
    /// How many rows there are before each group but the first.
    breaks: Vec<usize>,
}

impl RuledTable {
    /// A table without rows.
    pub fn with_header(header: Vec<String>) -> Self {
        let mut table = Table::new();
        table.load_style(STYLE);
        table.set_header(header);
        let breaks = Vec::new();
        Self { table, breaks }
    }

    /// Adds rows that belong together; no line of a cell may be broken.
    pub fn add_group(&mut self, rows: impl IntoIterator<Item = Vec<Cell>>) {
        let before = self.table.row_count();
        for row in rows {
            self.table.add_row(row);
        }
        if before > 0 && self.table.row_count() > before {
            self.breaks.push(before);
        }
    }

    /// The table as text, with numbers at the right from column `numbers` on.
    pub fn render(mut self, numbers: usize) -> String {
        for column in self.table.column_iter_mut().skip(numbers) {
            column.set_cell_alignment(CellAlignment::Right);
        }
        let mut lines: Vec<_> = self.table.lines().collect();
        let under_header = lines.iter().position(|line| line.starts_with(HEADER_LINE));
        let Some((first_row, ruler)) = under_header.zip(lines.first().cloned()) else {
            return lines.join("\n");
        };
        for rows in self.breaks.iter().rev() {
            lines.insert(first_row + 1 + rows, ruler.clone());
        }
        lines.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str) -> Vec<Cell> {
        vec![Cell::new(name), Cell::new(1)]
    }

    #[test]
    fn lines_stand_under_the_header_and_between_groups_only() {
        let mut table = RuledTable::with_header(vec!["a\nb".to_owned(), "c".to_owned()]);
        table.add_group([row("one"), row("two")]);
        table.add_group([]);
        table.add_group([row("three")]);
        let kinds: String = table
            .render(1)
            .lines()
            .map(|line| line.chars().next().unwrap())
            .collect();
        assert_eq!(kinds, "─  ═  ─ ─");
    }
}
