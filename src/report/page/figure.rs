//! A chart in a page: the drawing that looks into it, the still one, and its figures as tables.

use maud::{Markup, PreEscaped, html};

use super::script::json_block;
use crate::chart::{self, Chart, ChartError, Size};
use crate::language::Texts;
use crate::report::figures::figures;
use crate::report::grid::Grid;
use crate::report::interactive::specification;

/// The size of a still drawing: letters of 8 points on A4.
const STILL: Size = Size {
    width: 1200,
    height: 760,
};

/// A chart under a heading of the third level; `id` is its own in the page.
pub fn figure(chart: &Chart, texts: &Texts, id: &str) -> Result<Markup, ChartError> {
    let still = chart::svg_within(chart, texts, (STILL, id))?;
    let specification = specification(chart, texts);
    let source = texts.format("chart-source", &[("source", &chart.source)]);
    let grids = figures(chart, texts);
    let file = &chart.name;
    Ok(html! {
        figure.chart id=(id) data-file=(file) aria-labelledby={ (id) "-heading" } {
            h3 id={ (id) "-heading" } { (chart.title) }
            p.reading { (chart.subtitle) }
            @if specification.is_some() {
                div.live role="img" aria-label=(chart.alt) hidden { div aria-hidden="true" {} }
            }
            div.still tabindex="0" role="group" aria-label=(chart.title) { (PreEscaped(still)) }
            @if let Some(specification) = &specification {
                (json_block("specification", specification))
            }
            p.source { (source) }
            div.tools {
                button.save.script-only type="button" data-format="svg" {
                    (texts.get("report-save-svg"))
                    span.hidden-text { ": " (chart.title) }
                }
                button.save.script-only type="button" data-format="png" {
                    (texts.get("report-save-png"))
                    span.hidden-text { ": " (chart.title) }
                }
                @if !grids.is_empty() {
                    details.figures {
                        summary { (texts.get("report-figures")) span.hidden-text { ": " (chart.title) } }
                        @for grid in &grids { (table(grid)) }
                    }
                }
            }
        }
    })
}

/// A table of words and numbers: the first column heads the rows.
pub fn table(grid: &Grid) -> Markup {
    let holds_figures = |place: usize| {
        let mut cells = grid.rows.iter().filter_map(|row| row.get(place));
        place > 0 && cells.all(|cell| is_figure(cell))
    };
    let columns: Vec<_> = (0..grid.heads.len()).map(holds_figures).collect();
    let class = |place: usize| {
        let is_of_figures = columns.get(place).copied().unwrap_or(false);
        is_of_figures.then_some("figure")
    };
    let is_total = |row: usize| grid.has_total && row + 1 == grid.rows.len();
    html! {
        div.wide tabindex="0" role="region" aria-label=(grid.caption) {
            table {
                caption { (grid.caption) }
                thead { tr {
                    @for (place, head) in grid.heads.iter().enumerate() {
                        th scope="col" class=[class(place)] { (head) }
                    }
                } }
                tbody {
                    @for (number, row) in grid.rows.iter().enumerate() {
                        tr class=[is_total(number).then_some("total")] {
                            @for (place, cell) in row.iter().enumerate() {
                                @if place == 0 { th scope="row" { (cell) } }
                                @else { td class=[class(place)] { (cell) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Whether a cell holds a number, or nothing in the place of one.
fn is_figure(cell: &str) -> bool {
    let is_first = |c: char| c.is_ascii_digit() || matches!(c, '–' | '\u{2212}' | '<' | '>' | '∞');
    cell.is_empty() || cell.starts_with(is_first)
}
