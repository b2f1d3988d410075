//! The question, the scenarios, and how to read the figures.

use maud::{Markup, html};

use super::Material;
use crate::chart::ChartError;
use crate::model::Sector;
use crate::report::run::{Run, base_of, distinct, listed, years_of};

/// What is asked, and what is and is not in it.
pub fn scope(material: &Material<'_>) -> Result<Option<Markup>, ChartError> {
    let Some(first) = material.runs.first() else {
        return Ok(None);
    };
    let (runs, texts) = (material.runs, first.texts);
    let years = [("years", years_of(runs, texts))];
    let questions = distinct(runs, question);
    let draws = listed(&distinct(runs, Run::draws), texts);
    Ok(Some(html! {
        @for question in &questions { p { (texts.format(question, &years)) } }
        @if material.runs.len() <= MOST_SHOWN { (scenarios(material)) }
        @else {
            details.block {
                summary { (material.counted("scenario", material.runs.len())) }
                (scenarios(material))
            }
        }
        h3 { (material.text("report-reading")) }
        ul {
            li { (first.filled("report-reading-need", &[("base", base_of(runs, texts))])) }
            li { (first.filled("report-reading-band", &[("draws", draws)])) }
            li { (material.text("report-reading-scenarios")) }
            li { (material.text("segment-note")) }
        }
    }))
}

/// The key of the question of a job.
fn question(run: &Run<'_>) -> String {
    let kind = run.results.job.kind.name();
    match kind {
        "sweep" | "discover" | "decompose" | "published" => format!("report-question-{kind}"),
        _ => "report-question".to_owned(),
    }
}

/// More scenarios than this are shown when asked for.
const MOST_SHOWN: usize = 4;

fn scenarios(material: &Material<'_>) -> Markup {
    html! { @for run in material.runs { (scenario(run, material.is_several())) } }
}

fn scenario(run: &Run<'_>, is_one_of_several: bool) -> Markup {
    let scenario = run.scenario;
    let entities = |sector: Sector| {
        let entities = scenario.entities.iter();
        let number = entities.filter(|one| one.sector == sector.name()).count();
        (number > 0).then(|| run.texts.counted(sector.name(), number))
    };
    let entities: Vec<_> = Sector::ALL.into_iter().filter_map(entities).collect();
    let values = [
        ("base", scenario.base_year.to_string()),
        ("last", scenario.last_year.to_string()),
        (
            "regions",
            run.texts.counted("region", scenario.regions.len()),
        ),
        ("entities", listed(&entities, run.texts)),
    ];
    html! {
        @if is_one_of_several { h3 { (run.title()) } }
        @let description = run.word(&scenario.description);
        @if !description.is_empty() { p { (description) } }
        p { (run.filled("report-extent", &values)) }
    }
}
