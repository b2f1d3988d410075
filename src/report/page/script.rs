//! What a page carries for its scripts, so that nothing is fetched.

use maud::{Markup, PreEscaped, html};
use serde_json::Value;

/// The scripts in the order in which they build on each other.
const SCRIPTS: [&str; 4] = [
    include_str!("../vega/vega.min.js"),
    include_str!("../vega/vega-lite.min.js"),
    include_str!("../vega/vega-embed.min.js"),
    include_str!("report.js"),
];

/// Data for a script. A text cannot end the block: `<` is written as an escape.
pub fn json_block(kind: &str, value: &Value) -> Markup {
    let json = value.to_string().replace('<', "\\u003c");
    html! { script type="application/json" class=(kind) { (PreEscaped(json)) } }
}

/// All scripts. A browser runs them only when they bear the nonce that the page's policy names.
pub fn scripts(nonce: &str) -> Markup {
    html! { @for script in SCRIPTS { script nonce=(nonce) { (PreEscaped(script)) } } }
}
