//! Tables as comma-separated values (RFC 4180), in UTF-8 with a decimal point; or as Dutch spreadsheets
//! read them, with semicolons and decimal commas.

use std::str::FromStr;

use super::table::{Cell, P_VALUE, Table};

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
}

/// A name that no dialect has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no dialect `{0}`; expected standard or nl")]
pub struct NoDialect(String);

impl FromStr for CsvDialect {
    type Err = NoDialect;

    fn from_str(text: &str) -> Result<Self, NoDialect> {
        let mut dialects = Self::ALL.into_iter();
        let found = dialects.find(|dialect| dialect.name() == text);
        found.ok_or_else(|| NoDialect(text.to_owned()))
    }
}

/// Writes a table, headers first.
///
/// # Errors
/// When a row is not as long as the headers.
pub fn to_csv(table: &Table, dialect: CsvDialect) -> Result<Vec<u8>, csv::Error> {
    let (start, delimiter) = match dialect {
        CsvDialect::Standard => (Vec::new(), b','),
        CsvDialect::Nl => ("\u{feff}".as_bytes().to_vec(), b';'),
    };
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .from_writer(start);
    writer.write_record(&table.headers)?;
    let columns = table.headers.iter().map(String::as_str);
    // A row that is too long must not become one that is not.
    let columns = columns.chain(std::iter::repeat(""));
    for row in &table.rows {
        let cells = row.iter().zip(columns.clone());
        writer.write_record(cells.map(|(value, column)| cell(value, column, dialect)))?;
    }
    writer
        .into_inner()
        .map_err(|error| error.into_error().into())
}

fn cell(cell: &Cell, column: &str, dialect: CsvDialect) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => harmless(text),
        Cell::Number(number) => {
            let written = decimal(*number, decimals(*number, column));
            match dialect {
                CsvDialect::Standard => written,
                CsvDialect::Nl => written.replace('.', ","),
            }
        }
        Cell::Whole(number) => number.to_string(),
    }
}

/// How many decimals a number keeps: so many that three digits of a p-value are left, which is the less of an accident
/// the smaller it is. What is so small in other columns is what arithmetic leaves of 0.
fn decimals(number: f64, column: &str) -> usize {
    if column != P_VALUE || number <= 0.0 {
        return DECIMALS;
    }
    let (mut decimals, mut kept) = (DECIMALS, 1e6 * number);
    while kept < 100.0 {
        decimals += 1;
        kept *= 10.0;
    }
    decimals
}

/// A number without an exponent and without trailing zeros; never `-0`.
fn decimal(number: f64, decimals: usize) -> String {
    let text = format!("{number:.decimals$}");
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
        written_under("x", cells)
    }

    fn written_under(column: &str, cells: Vec<Cell>) -> String {
        let table = Table {
            headers: vec![column.to_owned(); cells.len()],
            rows: vec![cells],
        };
        let csv = String::from_utf8(to_csv(&table, CsvDialect::Standard).unwrap()).unwrap();
        csv.lines().nth(1).unwrap().to_owned()
    }

    #[test]
    fn numbers_are_plain_decimals() {
        let numbers = [1234.5, -0.000_000_1, 1e-3, 1e7, f64::INFINITY];
        let cells = numbers.into_iter().map(Cell::number).collect();
        assert_eq!(written(cells), "1234.5,0,0.001,10000000,");
    }

    #[test]
    fn small_p_values_keep_three_digits() {
        let values = [0.5, 0.000_275_4, 2.019_99e-10, 3.334_98e-15, 0.0];
        let cells = values.into_iter().map(Cell::number).collect();
        let wanted = "0.5,0.000275,0.000000000202,0.00000000000000333,0";
        assert_eq!(written_under(P_VALUE, cells), wanted);
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
        let csv = String::from_utf8(to_csv(&table, CsvDialect::Nl).unwrap()).unwrap();
        assert_eq!(csv, "\u{feff}a;b;c\n1234,5;\"x;y, 1.5\";'=1+1\n");
    }

    #[test]
    fn a_row_that_is_too_short_or_too_long_is_refused() {
        for length in [1, 3] {
            let table = Table {
                headers: vec!["a".to_owned(), "b".to_owned()],
                rows: vec![vec![Cell::Empty; length]],
            };
            assert!(to_csv(&table, CsvDialect::Standard).is_err(), "{length}");
        }
    }
}
