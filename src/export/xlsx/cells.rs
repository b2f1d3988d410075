//! How cells of a table are written in a workbook.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use crate::export::table::{Cell, P_VALUE, Table};

/// How the cells of a table are written.
pub(super) struct CellFormats {
    pub header: Format,
    /// Those of numbers, by column.
    numbers: Vec<Format>,
}

impl CellFormats {
    pub fn of(table: &Table) -> Self {
        let numbers = table.headers.iter().map(|name| number_format(name));
        Self {
            header: Format::new().set_bold().set_text_wrap(),
            numbers: numbers.collect(),
        }
    }
}

/// Writes the cells of a row, text as text.
pub(super) fn write_row(
    page: &mut Worksheet,
    row: u32,
    cells: &[Cell],
    formats: &CellFormats,
) -> Result<(), XlsxError> {
    for ((column, cell), format) in (0_u16..).zip(cells).zip(&formats.numbers) {
        match cell {
            Cell::Empty => {}
            Cell::Text(text) => {
                page.write_string(row, column, text)?;
            }
            Cell::Number(number) => {
                page.write_number_with_format(row, column, *number, format)?;
            }
            // Years and counts are far below 2^53.
            #[allow(clippy::cast_precision_loss)]
            Cell::Whole(number) => {
                page.write_number(row, column, *number as f64)?;
            }
        }
    }
    Ok(())
}

/// Chances and shares as percentages, what may be very small as a power of ten, all else with two decimals; a
/// spreadsheet writes them in the reader's way.
fn number_format(header: &str) -> Format {
    Format::new().set_num_format(match header {
        P_VALUE => "0.0E+00",
        _ if Table::is_share(header) => "0.0%",
        _ => "#,##0.00",
    })
}
