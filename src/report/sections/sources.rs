//! What inputs and published figures cite.

use maud::{Markup, html};

use super::Material;
use crate::chart::ChartError;
use crate::report::records::{Record, records};

/// Every source once.
pub fn sources(material: &Material<'_>) -> Result<Option<Markup>, ChartError> {
    let mut sources: Vec<Record<'_>> = Vec::new();
    for row in material.runs.iter().flat_map(|run| records(run, "sources")) {
        let is_same = |known: &Record<'_>| {
            let columns = ["title", "organisation", "year", "url"];
            columns
                .iter()
                .all(|column| known.text(column) == row.text(column))
        };
        if !sources.iter().any(is_same) {
            sources.push(row);
        }
    }
    sources.sort_by_key(|row| row.text("organisation").to_lowercase());
    let body = html! {
        ul.sources { @for row in &sources { li { (source(*row)) } } }
    };
    Ok((!sources.is_empty()).then_some(body))
}

fn source(row: Record<'_>) -> Markup {
    let url = row.text("url");
    // Anything but a web address could run in the reader's page.
    let is_address = url.starts_with("https://") || url.starts_with("http://");
    let who: Vec<_> = ["organisation", "year"]
        .map(|column| row.text(column))
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect();
    html! {
        @if !who.is_empty() { (who.join(" ").trim_end_matches('.')) ". " }
        // A title is in the language of its publication, which is not known here.
        @if is_address { a href=(url) rel="noreferrer" lang="" { (row.text("title")) } }
        @else { span lang="" { (row.text("title")) } }
        "."
    }
}
