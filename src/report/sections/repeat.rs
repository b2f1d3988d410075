//! How to repeat the run to the byte.

use maud::{Markup, html};

use super::Material;
use crate::chart::ChartError;
use crate::report::run::Run;

/// The line that repeats each job.
pub fn repeat(material: &Material<'_>) -> Result<Option<Markup>, ChartError> {
    Ok(Some(html! {
        p { (material.text("report-repeat")) }
        @for run in material.runs { (job(run)) }
    }))
}

fn job(run: &Run<'_>) -> Markup {
    let job = &run.results.job;
    let values = [
        ("version", job.version.clone()),
        ("seed", run.scenario.seed.to_string()),
        (
            "design",
            run.texts
                .get(&format!("report-design-{}", run.scenario.design)),
        ),
        ("fingerprint", job.fingerprint.clone()),
    ];
    html! {
        pre tabindex="0" { (job.command) }
        p.note { (run.filled("report-identity", &values)) }
    }
}
