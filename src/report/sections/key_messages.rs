//! The key messages.

use maud::{Markup, html};

use super::Material;
use crate::chart::ChartError;
use crate::report::messages::messages;

/// What the outcomes say, first of all.
pub fn key_messages(material: &Material<'_>) -> Result<Option<Markup>, ChartError> {
    let messages = messages(material.runs);
    let body = html! {
        ul.messages role="list" {
            @for message in &messages {
                li class=[message.is_caution.then_some("caution")] {
                    strong { (message.topic) ". " }
                    @if let [(_, says)] = &message.says[..] { (says) }
                    @else {
                        ul { @for (title, says) in &message.says { li { em { (title) } ": " (says) } } }
                    }
                }
            }
        }
    };
    Ok((!messages.is_empty()).then_some(body))
}
