//! The key messages.

use maud::{Markup, html};

use super::Material;
use crate::chart::ChartError;
use crate::report::messages::messages;

/// What more scenarios say is shown when asked for.
const MOST_SHOWN: usize = 4;

/// What is said, as a list when it has several lines.
fn lines(says: &str) -> Markup {
    html! {
        @if says.contains('\n') { ul { @for line in says.lines() { li { (line) } } } }
        @else { (says) }
    }
}

/// What each scenario says, under its title.
fn list(says: &[(String, String)]) -> Markup {
    html! { ul { @for (title, says) in says { li { em { (title) } ": " (lines(says)) } } } }
}

/// What the outcomes say, first of all.
pub fn key_messages(material: &Material<'_>) -> Result<Option<Markup>, ChartError> {
    let messages = messages(material.runs);
    let body = html! {
        ul.messages role="list" {
            @for message in &messages {
                li class=[message.is_caution.then_some("caution")] {
                    strong { (message.topic) ". " }
                    @if let [(_, says)] = &message.says[..] { (lines(says)) }
                    @else if message.says.len() <= MOST_SHOWN { (list(&message.says)) }
                    @else {
                        details {
                            summary { (material.counted("scenario", message.says.len())) }
                            (list(&message.says))
                        }
                    }
                }
            }
        }
    };
    Ok((!messages.is_empty()).then_some(body))
}
