//! A fact sheet as a page of A4.

use maud::{Markup, PreEscaped, html};

use super::figure::table;
use crate::chart::{self, Chart, ChartError, Size};
use crate::language::Texts;
use crate::report::fact_sheet::words::{Answer, Sheet, Tile};
use crate::report::figures::figures;

const STYLE: &str = include_str!("sheet.css");

/// The size of the chart: letters of 7 points at half the width of A4.
const HALF: Size = Size {
    width: 1000,
    height: 620,
};

/// The body of a page with one sheet.
pub fn sheet(sheet: &Sheet, texts: &Texts) -> Result<Markup, ChartError> {
    let chart = sheet.chart.as_ref().map(|chart| drawn(chart, texts));
    let chart = chart.transpose()?;
    Ok(html! {
        style { (PreEscaped(STYLE)) }
        main.sheet {
            header {
                p.kind { (sheet.kind) }
                h1 { (sheet.name) }
                p.identity { (sheet.identity) }
            }
            dl.tiles { @for one in &sheet.tiles { (tile(one)) } }
            section { h2 { (texts.get("sheet-figures")) } (table(&sheet.wide)) }
            div.pair {
                @if let Some(chart) = &chart { (chart) }
                div { @for grid in &sheet.beside { (table(grid)) } }
            }
            section.ladder {
                h2 { (texts.get("sheet-ladder")) }
                div.answers { @for one in &sheet.answers { (answer(one)) } }
            }
            footer { @for line in &sheet.foot { p { (line) } } }
        }
    })
}

/// The chart with its figures, which a reader of the screen may open.
fn drawn(chart: &Chart, texts: &Texts) -> Result<Markup, ChartError> {
    let svg = chart::svg_within(chart, texts, (HALF, &chart.name))?;
    let grids = figures(chart, texts);
    Ok(html! {
        div {
            div.picture tabindex="0" role="group" aria-label=(chart.title) { (PreEscaped(svg)) }
            details.figures {
                summary { (texts.get("report-figures")) span.hidden-text { ": " (chart.title) } }
                @for grid in &grids { (table(grid)) }
            }
        }
    })
}

fn tile(tile: &Tile) -> Markup {
    html! {
        div {
            dt { (tile.label) }
            dd { span.large { (tile.figure) } span.small { (tile.beside) } }
        }
    }
}

fn answer(answer: &Answer) -> Markup {
    html! {
        section {
            h3 { (answer.question) }
            ul { @for point in &answer.points { li { (point) } } }
        }
    }
}
