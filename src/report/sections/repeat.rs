//! How to repeat the run to the byte.

use maud::{Markup, html};

use super::Material;
use crate::chart::ChartError;
use crate::report::run::Run;

/// The line that repeats each job.
pub fn repeat(material: &Material<'_>) -> Result<Option<Markup>, ChartError> {
    Ok(Some(html! {
        p { (material.text("report-repeat")) }
        @for (_, run) in material.jobs() { (job(material, run)) }
    }))
}

fn job(material: &Material<'_>, run: &Run<'_>) -> Markup {
    let job = &run.results.job;
    let titled = material.jobs().count() > 1;
    let values = [
        ("version", job.version.clone()),
        ("seed", job.seed.to_string()),
        (
            "design",
            run.texts.get(&format!("report-design-{}", job.design)),
        ),
        ("fingerprint", job.fingerprint.clone()),
    ];
    html! {
        @if titled { h3 { (run.title()) } }
        pre tabindex="0" { (job.command) }
        p.note { (run.filled("report-identity", &values)) }
    }
}
