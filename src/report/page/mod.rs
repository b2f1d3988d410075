//! Pages as HTML: one file each, with everything in it.

mod figure;
mod script;
mod sheet;

pub use figure::{figure, table};
pub use script::json_block;
pub use sheet::sheet;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::chart::font_faces;
use crate::id::fingerprint;
use crate::language::Texts;

const STYLE: &str = include_str!("report.css");

/// A page to be written.
pub struct Page<'p> {
    /// The title in the browser.
    pub title: &'p str,
    /// Data for the scripts; `None` for a page without.
    pub data: Option<Markup>,
    /// What is in it.
    pub body: Markup,
}

/// Writes a page.
pub fn page(page: &Page<'_>, texts: &Texts) -> String {
    let nonce = nonce(page);
    let policy = format!(
        "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'unsafe-inline'; img-src data: blob:; \
         font-src data:; base-uri 'none'; form-action 'none'"
    );
    let written = html! {
        (DOCTYPE)
        html lang=(texts.language().name()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content={ "ruimtevraag " (env!("CARGO_PKG_VERSION")) };
                title { (page.title) }
                style #fonts { (PreEscaped(font_faces())) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                (page.body)
                @if let Some(data) = &page.data {
                    (data)
                    (script::scripts(&nonce))
                }
            }
        }
    };
    written.into_string()
}

/// A value by which the browser knows the page's own scripts. It is made of all that the page holds, so that no
/// text in it can hold the value, and the same page has the same.
fn nonce(page: &Page<'_>) -> String {
    let data = page.data.as_ref().map_or("", |data| data.0.as_str());
    fingerprint([page.title, &page.body.0, data])
}
