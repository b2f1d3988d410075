//! Charts that a spreadsheet draws itself: each beside the figures it is of, so that both can be changed.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartFont, ChartFormat, ChartLegendPosition, ChartLine,
    ChartLineDashType, ChartRange, ChartSolidFill, ChartType, Format, Worksheet, XlsxError,
};

use super::cells::{CellFormats, write_row};
use crate::export::table::Table;

/// How a chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlotKind {
    /// Lines over years.
    Lines,
    /// Bars to the right, the first on top.
    Bars,
    /// Columns whose parts stand on each other.
    Stacked,
}

/// A column of the figures of a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlotSeries {
    /// Its colour, as `#rrggbb`.
    pub color: String,
    /// Whether it is the edge of a band.
    pub is_edge: bool,
}

/// A chart with its figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Plot {
    /// What is shown.
    pub title: String,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// The unit of the values.
    pub unit: String,
    /// How it is drawn.
    pub kind: PlotKind,
    /// The figures: a column of names or years, and a column for each series.
    pub table: Table,
    /// The series, in the order of their columns.
    pub series: Vec<PlotSeries>,
}

/// Columns between the left edges of figures and charts.
const FIGURES: u16 = 8;
/// The size of a chart in pixels, and the rows it covers.
const SIZE: (u32, u32) = (760, 440);
const ROWS: u32 = 24;
/// The most years that all have their label.
const MOST_LABELS: u32 = 16;

/// Writes charts under each other on a sheet of their own, each beside its figures.
pub(super) fn write(page: &mut Worksheet, name: &str, plots: &[Plot]) -> Result<(), XlsxError> {
    page.set_name(name)?;
    page.set_column_width(0, 26)?;
    // A4 on its side, figures and charts beside each other on one page's width.
    page.set_paper_size(9)
        .set_landscape()
        .set_print_fit_to_pages(1, 0);
    let heading = Format::new().set_bold().set_font_size(12);
    let mut row = 0;
    for plot in plots {
        page.write_string_with_format(row, 0, &plot.title, &heading)?;
        let rows = figures(page, row + 1, &plot.table)?;
        let figures = Figures {
            sheet: name,
            head: row + 1,
            rows,
        };
        page.insert_chart(row + 1, FIGURES, &chart(plot, &figures))?;
        row += rows.max(ROWS) + 4;
    }
    Ok(())
}

/// Writes the figures of a chart from a row on, and gives how many rows there are below their heads.
fn figures(page: &mut Worksheet, head: u32, table: &Table) -> Result<u32, XlsxError> {
    let formats = CellFormats::of(table);
    for (column, name) in (0_u16..).zip(&table.headers) {
        page.write_string_with_format(head, column, name, &formats.header)?;
    }
    let mut row = head;
    for cells in &table.rows {
        row += 1;
        write_row(page, row, cells, &formats)?;
    }
    Ok(row - head)
}

/// Where the figures of a chart stand.
struct Figures<'f> {
    sheet: &'f str,
    head: u32,
    rows: u32,
}

impl Figures<'_> {
    fn column(&self, column: u16) -> ChartRange {
        let (first, last) = (self.head + 1, self.head + self.rows.max(1));
        ChartRange::new_from_range(self.sheet, first, column, last, column)
    }

    fn head(&self, column: u16) -> ChartRange {
        ChartRange::new_from_range(self.sheet, self.head, column, self.head, column)
    }
}

fn chart(plot: &Plot, figures: &Figures<'_>) -> Chart {
    let mut chart = Chart::new(match plot.kind {
        PlotKind::Lines => ChartType::Line,
        PlotKind::Bars => ChartType::Bar,
        PlotKind::Stacked => ChartType::ColumnStacked,
    });
    for (column, series) in (1_u16..).zip(&plot.series) {
        let drawn = chart.add_series();
        drawn
            .set_categories(&figures.column(0))
            .set_values(&figures.column(column))
            .set_name(&figures.head(column))
            .set_format(&mut format(plot.kind, series));
    }
    let mut title = ChartFont::new();
    title.set_bold().set_size(12);
    chart.title().set_name(&plot.title).set_font(&title);
    let axis = chart.y_axis();
    axis.set_name(&plot.unit).set_num_format("#,##0");
    axis.set_major_gridlines_line(ChartLine::new().set_color("#dddddd"));
    if plot.kind == PlotKind::Lines && figures.rows > MOST_LABELS {
        chart.x_axis().set_label_interval(2);
    }
    if plot.kind == PlotKind::Bars {
        chart.x_axis().set_reverse();
    } else {
        // Names of years stay below where values fall below zero.
        let low = ChartAxisLabelPosition::Low;
        chart.x_axis().set_label_position(low);
    }
    if plot.series.len() > 1 {
        chart.legend().set_position(ChartLegendPosition::Bottom);
    } else {
        chart.legend().set_hidden();
    }
    chart.set_width(SIZE.0).set_height(SIZE.1);
    chart.set_alt_text(shortened(&plot.alt));
    chart
}

/// The most characters that a spreadsheet takes to describe a chart.
const LONGEST: usize = 255;

/// A description, cut off behind a whole word when it is too long.
fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let start: String = text.chars().take(LONGEST - 1).collect();
    let whole = start.rsplit_once(' ').map_or(&*start, |(whole, _)| whole);
    format!("{whole}…")
}

fn format(kind: PlotKind, series: &PlotSeries) -> ChartFormat {
    let mut format = ChartFormat::new();
    let color = series.color.as_str();
    if kind != PlotKind::Lines {
        format.set_solid_fill(ChartSolidFill::new().set_color(color));
        return format;
    }
    let mut line = ChartLine::new();
    line.set_color(color);
    if series.is_edge {
        line.set_width(1.5).set_dash_type(ChartLineDashType::Dash);
    } else {
        line.set_width(3.0);
    }
    format.set_line(&line);
    format
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptions_are_as_short_as_a_spreadsheet_takes() {
        let long = "één woord ".repeat(40);
        let found = shortened(&long);
        let length = found.chars().count();
        assert!(length <= LONGEST && length > LONGEST - 10, "{length}");
        // Twenty-five times both words are 250 characters, and the first of them fits once more.
        assert_eq!(found, "één woord ".repeat(25) + "één…");
        assert_eq!(shortened("kort"), "kort");
    }
}
