//! Tables as comma-separated values (RFC 4180), in UTF-8 with a decimal point.

use super::table::{Cell, Table};

/// Decimals that are kept. In hectares the sixth is a hundredth of a square metre.
const DECIMALS: usize = 6;

/// Writes a table, headers first.
///
/// # Errors
/// When a row is not as long as the headers.
pub fn to_csv(table: &Table) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&table.headers)?;
    for row in &table.rows {
        writer.write_record(row.iter().map(cell))?;
    }
    writer
        .into_inner()
        .map_err(|error| error.into_error().into())
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => harmless(text),
        Cell::Number(number) => decimal(*number),
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
    fn a_short_row_is_refused() {
        let table = Table {
            headers: vec!["a".to_owned(), "b".to_owned()],
            rows: vec![vec![Cell::Empty]],
        };
        assert!(to_csv(&table).is_err());
    }
}
