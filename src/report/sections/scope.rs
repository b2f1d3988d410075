//! The question, the scenarios, and how to read the figures.

use maud::{Markup, html};

use super::Material;
use crate::chart::ChartError;
use crate::report::run::{Run, listed};

/// What is asked, and what is and is not in it.
pub fn scope(material: &Material<'_>) -> Result<Option<Markup>, ChartError> {
    let Some(first) = material.runs.first() else {
        return Ok(None);
    };
    let years: Vec<_> = first.years().iter().map(u16::to_string).collect();
    let base = first.scenario.base_year.to_string();
    let draws = first
        .texts
        .whole(usize::try_from(first.scenario.draws).unwrap_or(usize::MAX));
    let question = [("years", listed(&years, first.texts))];
    Ok(Some(html! {
        p { (first.filled("report-question", &question)) }
        @for run in material.runs { (scenario(run, material.is_several())) }
        h3 { (material.text("report-reading")) }
        ul {
            li { (first.filled("report-reading-need", &[("base", base)])) }
            li { (first.filled("report-reading-band", &[("draws", draws)])) }
            li { (material.text("report-reading-scenarios")) }
            li { (material.text("segment-note")) }
        }
    }))
}

fn scenario(run: &Run<'_>, is_one_of_several: bool) -> Markup {
    let scenario = run.scenario;
    let entities = |sector: &str| {
        let entities = scenario.entities.iter();
        run.texts
            .whole(entities.filter(|one| one.sector == sector).count())
    };
    let values = [
        ("base", scenario.base_year.to_string()),
        ("last", scenario.last_year.to_string()),
        ("regions", run.texts.whole(scenario.regions.len())),
        ("industry", entities("industry")),
        ("circular", entities("circular")),
        ("campus", entities("campus")),
        ("background", entities("background")),
    ];
    html! {
        @if is_one_of_several { h3 { (run.title()) } }
        @let description = run.word(&scenario.description);
        @if !description.is_empty() { p { (description) } }
        p { (run.filled("report-extent", &values)) }
    }
}
