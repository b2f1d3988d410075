//! How the figures come about, and what they cannot say.

use maud::{Markup, html};

use super::{Material, Topic, charts};
use crate::chart::ChartError;
use crate::model::OutcomeKind;
use crate::report::run::{Part, Run};

/// How the figures come about.
pub fn method(material: &Material<'_>) -> Result<Option<Markup>, ChartError> {
    let Some(first) = material.runs.first() else {
        return Ok(None);
    };
    let figures = charts::figures(material, Topic::Method)?;
    let base = ("base", first.scenario.base_year.to_string());
    let last = ("last", first.scenario.last_year.to_string());
    let design = [(
        "design",
        first
            .texts
            .get(&format!("report-design-{}", first.scenario.design)),
    )];
    Ok(Some(html! {
        p { (first.filled("report-method-demand", &[base, last])) }
        @if first.scenario.has_supply { p { (material.text("report-method-supply")) } }
        p { (first.filled("report-method-draws", &design)) }
        @for run in material.runs { (error(run, material.is_several())) }
        @for figure in &figures { (figure) }
    }))
}

/// How well the median is estimated.
fn error(run: &Run<'_>, is_one_of_several: bool) -> Markup {
    let found = run.last_year().and_then(|year| {
        let found = run.statistics(OutcomeKind::Need, Part::WHOLE, year)?;
        Some((year, found))
    });
    let title = if is_one_of_several {
        format!("{}: ", run.title())
    } else {
        String::new()
    };
    html! {
        @if let Some((year, found)) = found {
            p {
                (title)
                (run.filled("report-method-error", &[
                    ("year", year.to_string()),
                    ("p50", run.texts.hectares(found.p50())),
                    ("error", run.texts.significant(found.se_p50)),
                ]))
            }
        }
    }
}

/// What the figures cannot say.
pub fn limits(material: &Material<'_>) -> Result<Option<Markup>, ChartError> {
    let limits = ["inputs", "band", "place", "scenarios", "published"];
    Ok(Some(html! {
        ul { @for limit in limits { li { (material.text(&format!("report-limit-{limit}"))) } } }
    }))
}
