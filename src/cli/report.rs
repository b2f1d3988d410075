//! `report`: a page from finished runs, without computing again.

use std::path::{Path, PathBuf};

use ruimtevraag::files;
use ruimtevraag::language::Texts;
use ruimtevraag::report::{self, Charts};

use super::arguments::ReportArguments;
use super::output::{self, Failure};
use super::read;

/// Writes the report of finished runs.
pub fn report(arguments: &ReportArguments) -> Result<(), Failure> {
    let runs = read::all(&arguments.runs)?;
    let texts = Texts::new(read::language(arguments.lang, &runs));
    let charts = if arguments.no_charts {
        Charts::Without
    } else {
        Charts::With
    };
    let found: Vec<_> = runs.iter().map(|run| &run.results).collect();
    let page = report::report(&found, &texts, charts)?;
    let path = arguments
        .out
        .clone()
        .unwrap_or_else(|| beside(&arguments.runs, ".html"));
    files::write_atomically(&path, page.as_bytes())?;
    let path = path.display().to_string();
    output::result(&(texts.format("report-written", &[("file", &path)]) + "\n"))
}

/// A path beside the first run, named after all of them with an end to the name.
pub fn beside(runs: &[PathBuf], end: &str) -> PathBuf {
    let name = |run: &PathBuf| {
        run.file_name()
            .map(|name| name.to_string_lossy().into_owned())
    };
    let names: Vec<_> = runs.iter().filter_map(name).collect();
    let folder = runs
        .first()
        .and_then(|run| run.parent())
        .unwrap_or(Path::new(""));
    folder.join(format!("{}{end}", names.join("-")))
}
