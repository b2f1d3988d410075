//! Tables as comma-separated values (RFC 4180), in UTF-8 with a decimal point; or as Dutch spreadsheets
//! read them, with semicolons and decimal commas.

use super::table::{Cell, Table};

/// Decimals that are kept. In hectares the sixth is a hundredth of a square metre.
const DECIMALS: usize = 6;

/// How values are separated and numbers written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CsvDialect {
    /// Commas and a decimal point.
    #[default]
    Standard,
    /// Semicolons, a decimal comma, and the byte order mark by which spreadsheets know UTF-8.
    Nl,
}

impl CsvDialect {
    /// Every dialect.
    pub const ALL: [CsvDialect; 2] = [CsvDialect::Standard, CsvDialect::Nl];

    /// The name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            CsvDialect::Standard => "standard",
            CsvDialect::Nl => "nl",
        }
    }

    /// The dialect of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dialect| dialect.name() == name)
    }
}

/// Writes a table, headers first, with commas and a decimal point.
///
/// # Errors
/// When a row is not as long as the headers.
pub fn to_csv(table: &Table) -> Result<Vec<u8>, csv::Error> {
    to_csv_in(table, CsvDialect::Standard)
}

/// Writes a table, headers first.
///
/// # Errors
/// When a row is not as long as the headers.
pub fn to_csv_in(table: &Table, dialect: CsvDialect) -> Result<Vec<u8>, csv::Error> {
    let (start, delimiter) = match dialect {
        CsvDialect::Standard => (Vec::new(), b','),
        CsvDialect::Nl => ("\u{feff}".as_bytes().to_vec(), b';'),
    };
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .from_writer(start);
    writer.write_record(&table.headers)?;
    for row in &table.rows {
        writer.write_record(row.iter().map(|value| cell(value, dialect)))?;
    }
    writer
        .into_inner()
        .map_err(|error| error.into_error().into())
}

fn cell(cell: &Cell, dialect: CsvDialect) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => harmless(text),
        Cell::Number(number) => match dialect {
            CsvDialect::Standard => decimal(*number),
            CsvDialect::Nl => decimal(*number).replace('.', ","),
        },
        Cell::Whole(number) => number.to_string(),
    }
}

/// A number without an exponent and without trailing zeros; never `-0`.
fn decimal(number: f64) -> String {
    let text = format!("{number:.DECIMALS$}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0" } else { text }.to_owned()
}

/// Text that a spreadsheet would run as a formula is marked as text with a leading apostrophe.
fn harmless(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.len() > 1;
    if is_formula {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(cells: Vec<Cell>) -> String {
        let table = Table {
            headers: vec!["x".to_owned(); cells.len()],
            rows: vec![cells],
        };
        let csv = String::from_utf8(to_csv(&table).unwrap()).unwrap();
        csv.lines().nth(1).unwrap().to_owned()
    }

    #[test]
    fn numbers_are_plain_decimals() {
        let numbers = [1234.5, -0.000_000_1, 1e-3, 1e7, f64::INFINITY];
        let cells = numbers.into_iter().map(Cell::number).collect();
        assert_eq!(written(cells), "1234.5,0,0.001,10000000,");
    }

    #[test]
    fn formulas_become_text_but_a_lone_hyphen_stays() {
        let cells = ["=1+1", "@SUM(A1)", "-", "a,b"];
        let cells = cells.into_iter().map(Cell::text).collect();
        assert_eq!(written(cells), "'=1+1,'@SUM(A1),-,\"a,b\"");
    }

    #[test]
    fn the_dutch_dialect_has_semicolons_and_decimal_commas() {
        let table = Table {
            headers: vec!["a".to_owned(), "b".to_owned(), "c".to_owned()],
            rows: vec![vec![
                Cell::number(1234.5),
                Cell::text("x;y, 1.5"),
                Cell::text("=1+1"),
            ]],
        };
        let csv = String::from_utf8(to_csv_in(&table, CsvDialect::Nl).unwrap()).unwrap();
        assert_eq!(csv, "\u{feff}a;b;c\n1234,5;\"x;y, 1.5\";'=1+1\n");
    }

    #[test]
    fn a_short_row_is_refused() {
        let table = Table {
            headers: vec!["a".to_owned(), "b".to_owned()],
            rows: vec![vec![Cell::Empty]],
        };
        assert!(to_csv(&table).is_err());
    }
}
