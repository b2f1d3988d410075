//! How the figures come about, and what they cannot say.

use maud::{Markup, html};

use super::{Material, Topic, charts};
use crate::chart::ChartError;
use crate::language::Texts;
use crate::model::OutcomeKind;
use crate::report::run::{Part, Run, distinct, listed};

/// How the figures come about.
pub fn method(material: &Material<'_>) -> Result<Option<Markup>, ChartError> {
    let Some(first) = material.runs.first() else {
        return Ok(None);
    };
    let figures = charts::figures(material, Topic::Method)?;
    let (runs, texts) = (material.runs, first.texts);
    let design = |run: &Run<'_>| texts.get(&format!("report-design-{}", run.scenario.design));
    let design = [("design", listed(&distinct(runs, design), texts))];
    let has_supply = runs.iter().any(|run| run.scenario.has_supply);
    Ok(Some(html! {
        p { (first.filled("report-method-demand", &[("span", span(runs, texts))])) }
        @if has_supply { p { (material.text("report-method-supply")) } }
        p { (first.filled("report-method-draws", &design)) }
        @for run in material.runs { (error(run, material.is_several())) }
        @for figure in &figures { (figure) }
    }))
}

/// From which year to which was computed, or between which years when each run has its own.
fn span(runs: &[Run<'_>], texts: &Texts) -> String {
    let first = runs.iter().map(|run| run.scenario.base_year).min();
    let last = runs.iter().map(|run| run.scenario.last_year).max();
    let values = [("base", first), ("last", last)];
    let values = values.map(|(name, year)| (name, year.unwrap_or_default().to_string()));
    let spans = distinct(runs, |run| {
        format!("{} {}", run.scenario.base_year, run.scenario.last_year)
    });
    let key = if spans.len() == 1 {
        "report-span"
    } else {
        "report-spans"
    };
    texts.format(key, &values)
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
