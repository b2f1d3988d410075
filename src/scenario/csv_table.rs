//! Tables as spreadsheets write them, with the place of every cell.
//!
//! Cells are separated by `;`, as Dutch spreadsheets write them, or by `,`, which the first line
//! tells. The decimal sign is a point where `,` separates cells; where `;` does, it is that of the
//! table's numbers.

use std::ops::Range;

use super::decimal::{DecimalSign, parse_number};
use super::problem::{FileIndex, Place, Problem};

/// One cell with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The text, quotes and outer spaces taken off.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

/// A table with its column names.
#[derive(Debug, Clone)]
pub struct CsvTable {
    columns: Vec<Cell>,
    rows: Vec<Vec<Cell>>,
    decimal: DecimalSign,
}

/// One row of a table.
#[derive(Debug, Clone, Copy)]
pub struct CsvRow<'a> {
    table: &'a CsvTable,
    cells: &'a [Cell],
}

impl CsvTable {
    /// Reads a table whose columns are among `known`; problems are added to the list.
    pub fn read(
        file: FileIndex,
        text: &str,
        known: &[&str],
        problems: &mut Vec<Problem>,
    ) -> Option<Self> {
        if let Some(problem) = too_large(file, text) {
            problems.push(problem);
            return None;
        }
        let first_line = text.lines().next().unwrap_or_default();
        let delimiter = if first_line.contains(';') { b';' } else { b',' };
        let mut lines = records(file, text, delimiter, problems)?;
        if lines.is_empty() {
            problems.push(empty(file));
            return None;
        }
        let columns = lines.remove(0);
        let are_columns_known = check_columns(&columns, known, problems);
        let width = columns.len();
        lines.retain(|cells| check_width(cells, width, problems));
        are_columns_known.then(|| Self {
            columns,
            decimal: decimal_sign(delimiter, &lines),
            rows: lines,
        })
    }

    /// The rows in order.
    pub fn rows(&self) -> impl Iterator<Item = CsvRow<'_>> {
        self.rows.iter().map(|cells| CsvRow { table: self, cells })
    }
}

/// The most lines of a table: a hundred times those of the shipped scenarios.
const MOST_LINES: usize = 100_000;

/// The most bytes of a line: pages of text in every cell.
const LONGEST_LINE: usize = 100_000;

/// What makes a table larger than any that people keep, so that reading it could take forever.
fn too_large(file: FileIndex, text: &str) -> Option<Problem> {
    let mut start = 0;
    for (number, line) in text.split('\n').enumerate() {
        let place = Place {
            file,
            span: start..start,
        };
        if number > MOST_LINES {
            let message = format!("the table has more than {MOST_LINES} lines");
            return Some(Problem::error(&place, message));
        }
        if line.len() > LONGEST_LINE {
            let message = format!("line {} has more than {LONGEST_LINE} bytes", number + 1);
            let start = Place { file, span: 0..0 };
            return Some(Problem::error(&start, message).hint("is it a table?"));
        }
        start += line.len() + 1;
    }
    None
}

fn decimal_sign(delimiter: u8, rows: &[Vec<Cell>]) -> DecimalSign {
    if delimiter == b',' {
        return DecimalSign::Point;
    }
    let cells = rows.iter().flatten();
    DecimalSign::among(cells.flat_map(|cell| cell.text.split_whitespace()))
}

fn empty(file: FileIndex) -> Problem {
    let place = Place { file, span: 0..0 };
    Problem::error(&place, "the table is empty").expected("a line with column names")
}

fn records(
    file: FileIndex,
    text: &str,
    delimiter: u8,
    problems: &mut Vec<Problem>,
) -> Option<Vec<Vec<Cell>>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut lines = Vec::new();
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let place = Place { file, span: 0..0 };
                problems.push(Problem::error(
                    &place,
                    format!("the table is no CSV: {error}"),
                ));
                return None;
            }
        };
        let start = record.position().map_or(0, csv::Position::byte);
        let start = usize::try_from(start).unwrap_or(usize::MAX).min(text.len());
        let spans = cell_spans(text, start, delimiter);
        let cells: Vec<_> = record
            .iter()
            .zip(spans)
            .map(|(cell, span)| Cell {
                text: cell.trim().to_owned(),
                place: Place { file, span },
            })
            .collect();
        if cells.iter().any(|cell| !cell.text.is_empty()) {
            lines.push(cells);
        }
    }
    Some(lines)
}

/// The stretches between delimiters of the record that starts at `start`.
fn cell_spans(text: &str, start: usize, delimiter: u8) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = start;
    while at < bytes.len() && matches!(bytes[at], b'\n' | b'\r') {
        at += 1;
    }
    let (mut spans, mut begin, mut is_quoted) = (Vec::new(), at, false);
    while at < bytes.len() {
        match bytes[at] {
            b'"' if is_quoted && bytes.get(at + 1) == Some(&b'"') => at += 1,
            // A quotation mark within a cell is a letter: `Kennispark 5" pijp`.
            b'"' if is_quoted || at == begin => is_quoted = !is_quoted,
            b'\n' | b'\r' if !is_quoted => break,
            byte if byte == delimiter && !is_quoted => {
                spans.push(begin..at);
                begin = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    spans.push(begin..at);
    spans
}

/// Whether every column is known and stands there once.
fn check_columns(columns: &[Cell], known: &[&str], problems: &mut Vec<Problem>) -> bool {
    let before = problems.len();
    for (index, column) in columns.iter().enumerate() {
        let name = column.text.as_str();
        if !known.contains(&name) {
            let problem = Problem::error(&column.place, format!("unknown column `{name}`"))
                .one_of(name, known);
            problems.push(problem);
        } else if columns[..index].iter().any(|earlier| earlier.text == name) {
            let message = format!("the column `{name}` stands here twice");
            problems.push(Problem::error(&column.place, message));
        }
    }
    problems.len() == before
}

fn check_width(cells: &[Cell], width: usize, problems: &mut Vec<Problem>) -> bool {
    if cells.len() == width {
        return true;
    }
    if let Some(last) = cells.last() {
        let message = format!("this row has {} cells, the header has {width}", cells.len());
        let problem = Problem::error(&last.place, message)
            .hint("a cell that holds the separator itself must stand in double quotes");
        problems.push(problem);
    }
    false
}

impl<'a> CsvRow<'a> {
    /// The cell in a column, or `None` when it is empty or there is no such column.
    pub fn get(&self, column: &str) -> Option<&'a Cell> {
        let at = self
            .table
            .columns
            .iter()
            .position(|name| name.text == column)?;
        self.cells.get(at).filter(|cell| !cell.text.is_empty())
    }

    /// The place of the whole row, for what is missing in it.
    pub fn place(&self) -> Place {
        let first = &self.cells[0].place;
        let last = self.cells.last().map_or(first, |cell| &cell.place);
        Place {
            file: first.file,
            span: first.span.start..last.span.end,
        }
    }

    /// The number in a column, if there is one; a cell that is no number is a problem.
    pub fn number(&self, column: &str, problems: &mut Vec<Problem>) -> Option<(f64, Place)> {
        let cell = self.get(column)?;
        match parse_number(&cell.text, self.table.decimal) {
            Ok(number) => Some((number, cell.place.clone())),
            Err(hint) => {
                let message = format!("`{}` is not a number", cell.text);
                let problem = Problem::error(&cell.place, message)
                    .expected(format!("`{column}` must be a number"))
                    .hint(hint);
                problems.push(problem);
                None
            }
        }
    }

    /// The numbers in a column, separated by spaces.
    pub fn numbers(&self, column: &str, problems: &mut Vec<Problem>) -> Vec<f64> {
        let Some(cell) = self.get(column) else {
            return Vec::new();
        };
        let mut numbers = Vec::new();
        for part in cell.text.split_whitespace() {
            match parse_number(part, self.table.decimal) {
                Ok(number) => numbers.push(number),
                Err(hint) => {
                    let message = format!("`{part}` is not a number");
                    problems.push(Problem::error(&cell.place, message).hint(hint));
                }
            }
        }
        numbers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: FileIndex = FileIndex(0);

    fn read_table(text: &str) -> (Option<CsvTable>, Vec<Problem>) {
        let mut problems = Vec::new();
        let table = CsvTable::read(FILE, text, &["id", "low"], &mut problems);
        (table, problems)
    }

    #[test]
    fn dutch_and_english_tables_hold_the_same_numbers() {
        for text in [
            "id;low\r\na;1,5\r\n",
            "id,low\na,1.5\n",
            "id;low\na;1.5\n\n",
        ] {
            let (table, mut problems) = read_table(text);
            let table = table.unwrap();
            let row = table.rows().next().unwrap();
            assert_eq!(row.number("low", &mut problems).unwrap().0, 1.5);
            assert!(problems.is_empty());
        }
    }

    #[test]
    fn a_point_is_a_decimal_sign_only_where_it_can_be_nothing_else() {
        for (numbers, read) in [
            // a comma anywhere: points are refused
            (["0,3", "1.234"], [Some(0.3), None]),
            // a point that cannot separate thousands
            (["0.3", "1.234"], [Some(0.3), Some(1.234)]),
            (["0.125", "1.234"], [Some(0.125), Some(1.234)]),
            (["2024.125", "1.234"], [Some(2024.125), Some(1.234)]),
            // nothing but what might be thousands
            (["12", "1.234"], [Some(12.0), None]),
        ] {
            let [first, second] = numbers;
            let (table, mut problems) = read_table(&format!("id;low\na;{first}\nb;{second}\n"));
            let table = table.unwrap();
            let found: Vec<_> = table
                .rows()
                .map(|row| row.number("low", &mut problems).map(|(number, _)| number))
                .collect();
            assert_eq!(found, read, "{numbers:?}");
            assert_eq!(problems.len(), read.iter().filter(|n| n.is_none()).count());
        }
    }

    #[test]
    fn a_table_that_nobody_could_keep_is_refused_at_once() {
        for (text, message) in [
            ("id;low\n".repeat(MOST_LINES + 2), "more than 100000 lines"),
            (
                format!("id;low\n{}", "x".repeat(LONGEST_LINE + 1)),
                "line 2 has",
            ),
        ] {
            let (table, problems) = read_table(&text);
            assert!(table.is_none());
            assert_eq!(problems.len(), 1);
            assert!(problems[0].message.contains(message), "{problems:?}");
        }
    }

    #[test]
    fn every_cell_knows_its_place() {
        let text = "id;low\n\"a;b\";7\n";
        let (table, _) = read_table(text);
        let table = table.unwrap();
        let row = table.rows().next().unwrap();
        let (id, low) = (row.get("id").unwrap(), row.get("low").unwrap());
        assert_eq!(id.text, "a;b");
        assert_eq!(&text[id.place.span.clone()], "\"a;b\"");
        assert_eq!(&text[low.place.span.clone()], "7");
    }

    #[test]
    fn unknown_columns_and_short_rows_are_problems() {
        let (_, problems) = read_table("id;lwo\na;1\nb\n");
        assert_eq!(problems.len(), 2, "{problems:?}");
        assert_eq!(problems[0].hint.as_deref(), Some("did you mean `low`?"));
        assert!(problems[1].message.contains("1 cells"));
    }
}
