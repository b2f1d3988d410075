//! All tables in one workbook, with a cover that says what it is and how to read it.

mod cells;
mod plots;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use super::table::{Cell, Table};
use cells::{CellFormats, write_row};
pub use plots::{Plot, PlotKind, PlotSeries};

/// The longest name that a sheet may have.
const LONGEST_NAME: usize = 31;

/// The widest column, in characters; longer texts are wrapped over by the next cell or cut off.
const WIDEST: usize = 60;

/// The most rows that are looked at for the width of a column.
const ROWS_FOR_WIDTH: usize = 200;

/// A workbook as data.
#[derive(Debug, Clone, PartialEq)]
pub struct Book {
    /// The name of the first sheet.
    pub cover_name: String,
    /// The title on the cover.
    pub title: String,
    /// What is said on the cover: names with their values, and sentences without a name.
    pub cover: Vec<(String, String)>,
    /// The heading above the list of sheets.
    pub contents: String,
    /// The tables, one sheet each.
    pub sheets: Vec<Sheet>,
    /// The sheet of charts: its name and title.
    pub plots_sheet: (String, String),
    /// Charts that the spreadsheet draws, on a sheet after the tables; none leaves the sheet out.
    pub plots: Vec<Plot>,
}

/// A table as a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The name on the tab.
    pub name: String,
    /// What it holds, for the cover.
    pub title: String,
    /// The cells.
    pub table: Table,
}

/// Writes a workbook. The same data give the same bytes: the date of creation is always the same one.
/// Text is written as text, never as a formula or a link.
///
/// # Errors
/// When a table is too large for a sheet (1,048,576 rows, 16,384 columns, 32,767 characters in a cell).
pub fn to_xlsx(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new()
        .set_title(&book.title)
        .set_creation_datetime(&created);
    workbook.set_properties(&properties);
    write_cover(workbook.add_worksheet(), book)?;
    for sheet in &book.sheets {
        write_sheet(workbook.add_worksheet(), sheet)?;
    }
    if !book.plots.is_empty() {
        let name = tab(&book.plots_sheet.0);
        plots::write(workbook.add_worksheet(), &name, &book.plots)?;
    }
    workbook.save_to_buffer()
}

fn write_cover(page: &mut Worksheet, book: &Book) -> Result<(), XlsxError> {
    let title = Format::new().set_bold().set_font_size(16);
    let bold = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    page.set_name(tab(&book.cover_name))?;
    page.set_column_width(0, 26)?;
    page.set_column_width(1, 100)?;
    page.write_string_with_format(0, 0, &book.title, &title)?;
    let mut row = 2;
    for (name, value) in &book.cover {
        page.write_string_with_format(row, 0, name, &bold)?;
        page.write_string_with_format(row, 1, value, &wrapped)?;
        row += 1;
    }
    row += 1;
    page.write_string_with_format(row, 0, &book.contents, &bold)?;
    let plots = (!book.plots.is_empty()).then_some(&book.plots_sheet);
    let plots = plots.map(|(name, title)| (name, title));
    let sheets = book.sheets.iter().map(|sheet| (&sheet.name, &sheet.title));
    for (name, title) in sheets.chain(plots) {
        row += 1;
        page.write_string(row, 0, tab(name))?;
        page.write_string(row, 1, title)?;
    }
    Ok(())
}

fn write_sheet(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let table = &sheet.table;
    page.set_name(tab(&sheet.name))?;
    let formats = CellFormats::of(table);
    for (column, name) in (0_u16..).zip(&table.headers) {
        page.write_string_with_format(0, column, name, &formats.header)?;
        page.set_column_width(column, width(table, usize::from(column)))?;
    }
    for (row, cells) in (1_u32..).zip(&table.rows) {
        write_row(page, row, cells, &formats)?;
    }
    page.set_freeze_panes(1, 0)?;
    let rows = u32::try_from(table.rows.len());
    let last_column = u16::try_from(table.headers.len().saturating_sub(1));
    if let (Ok(last_row), Ok(last_column), false) = (rows, last_column, table.headers.is_empty()) {
        page.autofilter(0, 0, last_row, last_column)?;
    }
    Ok(())
}

/// The width of a column in characters.
fn width(table: &Table, column: usize) -> f64 {
    let cells = table.rows.iter().take(ROWS_FOR_WIDTH);
    let longest = cells
        .filter_map(|row| row.get(column))
        .map(|cell| match cell {
            Cell::Text(text) => text.chars().count(),
            Cell::Number(_) => 12,
            Cell::Whole(number) => number.to_string().len(),
            Cell::Empty => 0,
        });
    let header = table.headers[column].chars().count() + 3;
    crate::numeric::count(longest.fold(header, usize::max).min(WIDEST) + 1)
}

/// A name that a tab may bear.
fn tab(name: &str) -> String {
    let is_allowed = |c: &char| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'');
    name.chars().filter(is_allowed).take(LONGEST_NAME).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book(text: &str) -> Book {
        Book {
            cover_name: "toelichting".to_owned(),
            title: text.to_owned(),
            cover: vec![(text.to_owned(), text.to_owned())],
            contents: "Bladen".to_owned(),
            sheets: vec![Sheet {
                name: "summary".to_owned(),
                title: text.to_owned(),
                table: Table {
                    headers: vec!["p_x".to_owned(), "b".to_owned(), text.to_owned()],
                    rows: vec![vec![Cell::Number(0.5), Cell::Whole(2050), Cell::text(text)]],
                },
            }],
            plots_sheet: ("grafieken".to_owned(), text.to_owned()),
            plots: vec![plot(text)],
        }
    }

    fn plot(text: &str) -> Plot {
        Plot {
            title: text.to_owned(),
            alt: text.to_owned(),
            unit: text.to_owned(),
            kind: PlotKind::Lines,
            table: Table {
                headers: vec!["jaar".to_owned(), text.to_owned()],
                rows: vec![vec![Cell::Whole(2050), Cell::Number(0.5)]],
            },
            series: vec![PlotSeries {
                color: "#0072b2".to_owned(),
                is_edge: true,
            }],
        }
    }

    #[test]
    fn the_same_book_gives_the_same_bytes() {
        assert_eq!(to_xlsx(&book("a")).unwrap(), to_xlsx(&book("a")).unwrap());
    }

    #[test]
    fn hostile_text_is_neither_formula_nor_link() {
        for text in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "{=A1}",
            "https://a.nl",
            "<&>\u{1}\"",
        ] {
            let made = to_xlsx(&book(text)).unwrap();
            let sheets = sheets(made);
            assert_eq!(sheets.len(), 3, "{text}");
            for (name, sheet) in &sheets {
                // A cell of text is a number in the list of all texts.
                assert!(sheet.contains("t=\"s\""), "{name}: {text}");
                for element in ["<f>", "<f ", "<hyperlink"] {
                    assert!(!sheet.contains(element), "{name}: {element} of {text}");
                }
            }
        }
    }

    /// The sheets of a workbook, which is a zip of XML files.
    fn sheets(book: Vec<u8>) -> Vec<(String, String)> {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(book)).unwrap();
        let parts = (0..archive.len()).map(|place| {
            let part = archive.by_index(place).unwrap();
            let name = part.name().unwrap().to_string();
            (name, std::io::read_to_string(part).unwrap())
        });
        let is_sheet = |(name, _): &(String, String)| name.starts_with("xl/worksheets/sheet");
        parts.filter(is_sheet).collect()
    }

    #[test]
    fn names_of_tabs_are_what_a_spreadsheet_takes() {
        assert_eq!(tab("a/b[c]:d"), "abcd");
        assert_eq!(tab(&"x".repeat(40)).len(), LONGEST_NAME);
    }
}
