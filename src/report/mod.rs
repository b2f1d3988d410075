//! Reports and fact sheets: what was found, as pages that a policy document can be written from.
//!
//! [`report`] is a pure function of finished results and a language: the same results give the same page,
//! with or without computing them again. The page is one file that fetches nothing. It is read without
//! scripts and printed as it is; scripts only let a reader look into charts and search the inputs.
//!
//! What is said is made of plain words first (messages, tables of texts), and turned into HTML at the end by
//! templates that escape every text.

mod fact_sheet;
mod figures;
mod grid;
mod interactive;
mod messages;
mod page;
mod records;
mod run;
mod sections;
mod words;

pub use fact_sheet::{NoSubject, Subject, fact_sheet};

use maud::{Markup, html};
use serde_json::json;

use crate::chart::ChartError;
use crate::language::Texts;
use crate::results::{Results, ResultsError};
use page::{Page, json_block, page};
use run::{Run, distinct, listed, years_of};
use sections::{Material, Section, sections};

/// The name of the report within a run folder.
pub const FILE: &str = "report.html";

/// Why a report could not be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReportError {
    /// A chart could not be drawn.
    #[error(transparent)]
    Chart(#[from] ChartError),
    /// The results contradict themselves.
    #[error(transparent)]
    Results(#[from] ResultsError),
    /// There is nothing to report.
    #[error("there is no scenario to report on")]
    Nothing,
}

/// Whether a report has its charts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charts {
    /// It has.
    With,
    /// It has tables only.
    Without,
}

/// Writes the report of finished jobs that stand side by side.
///
/// # Errors
/// When there is no scenario, a table of the results contradicts itself, or a chart cannot be drawn.
pub fn report(results: &[&Results], texts: &Texts, charts: Charts) -> Result<String, ReportError> {
    let mut runs = Vec::new();
    for results in results {
        runs.extend(Run::all(results, texts)?);
    }
    if runs.is_empty() {
        return Err(ReportError::Nothing);
    }
    let material = Material {
        runs: &runs,
        has_charts: charts == Charts::With,
    };
    let title = title(&runs, texts);
    let sections = sections(&material)?;
    let data = json!({
        "theme": interactive::theme(),
        "locale": interactive::locale(texts),
        "datasets": interactive::shared_outlines()?,
    });
    let written = Page {
        title: &title,
        data: Some(json_block("page", &data)),
        body: body(&title, &runs, &sections),
    };
    Ok(page(&written, texts))
}

fn title(runs: &[Run<'_>], texts: &Texts) -> String {
    let jobs = runs.iter().map(|run| &run.results.job);
    let is_one_job = jobs.clone().all(|job| job == &runs[0].results.job);
    if let (true, Some(title)) = (is_one_job, jobs.clone().find_map(|job| job.title.as_ref())) {
        return title.get(texts.language()).to_owned();
    }
    if let [run] = runs {
        return run.title().to_owned();
    }
    let titles: Vec<_> = runs.iter().map(|run| run.title().to_owned()).collect();
    texts.format("report-several", &[("titles", &listed(&titles, texts))])
}

fn body(title: &str, runs: &[Run<'_>], sections: &[Section]) -> Markup {
    let Some(first) = runs.first() else {
        return html! {};
    };
    let text = |key: &str| first.texts.get(key);
    let heading = |id: &str| text(&format!("report-section-{id}"));
    html! {
        a.skip href="#main" { (text("report-skip")) }
        header.banner {
            div {
                p.kind { (kind(runs, first.texts)) }
                h1 { (title) }
                p.identity { (identity(runs, first.texts)) }
            }
        }
        div.frame {
            nav.contents aria-labelledby="contents" {
                h2 #contents { (text("report-contents")) }
                ol role="list" {
                    @for section in sections {
                        li { a href={ "#" (section.id) } { (heading(section.id)) } }
                    }
                }
            }
            main #main tabindex="-1" {
                @for section in sections {
                    section id=(section.id) aria-labelledby={ (section.id) "-heading" } {
                        h2 id={ (section.id) "-heading" } { (heading(section.id)) }
                        (section.body)
                    }
                }
            }
        }
        footer.foot { div { p { (text("report-foot")) } } }
    }
}

/// Which runs they are, in a line: what they share is said once.
fn identity<'r>(runs: &[Run<'r>], texts: &Texts) -> String {
    let all = |of: fn(&Run<'r>) -> String| listed(&distinct(runs, of), texts);
    let values = [
        ("version", all(|run| run.results.job.version.clone())),
        ("draws", all(Run::draws)),
        ("years", years_of(runs, texts)),
        ("seed", all(|run| run.scenario.seed.to_string())),
        (
            "fingerprint",
            all(|run| run.results.job.fingerprint.chars().take(8).collect()),
        ),
    ];
    texts.format("report-identity-line", &values)
}

/// What kind of page it is, for jobs of one kind or of several.
fn kind(runs: &[Run<'_>], texts: &Texts) -> String {
    match &distinct(runs, |run| run.of_job("report-kind"))[..] {
        [kind] => kind.clone(),
        _ => texts.get("report-kind"),
    }
}
