//! `report`: a page from finished runs, without computing again.

use std::path::{Path, PathBuf};

use ruimtevraag::files;
use ruimtevraag::language::{Language, Texts};
use ruimtevraag::report::{self, Charts};
use ruimtevraag::results::{self, ChangedFile, Finished};

use super::arguments::ReportArguments;
use super::output::{self, Failure};

/// Writes the report of finished runs.
pub fn report(arguments: &ReportArguments) -> Result<(), Failure> {
    let runs = read_all(&arguments.runs)?;
    let texts = Texts::new(language(arguments.lang, &runs));
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

/// Reads finished runs, and tells which of their files are no longer as they left them.
pub fn read_all(folders: &[PathBuf]) -> Result<Vec<Finished>, Failure> {
    let mut runs = Vec::new();
    for folder in folders {
        let run = results::read(folder)?;
        for changed in &run.changed {
            let (path, what) = match changed {
                ChangedFile::Missing(path) => (path, "is gone"),
                ChangedFile::Edited(path) => (path, "is not as the run left it"),
            };
            let file = folder.join(path);
            output::message(&format!(
                "note: {} {what}; what is made here comes from {}",
                file.display(),
                results::FILE
            ));
        }
        runs.push(run);
    }
    Ok(runs)
}

/// The language that was asked for, or that of the first run.
pub fn language(asked: Option<Language>, runs: &[Finished]) -> Language {
    let of_run = || runs.first()?.record.language.parse().ok();
    asked.or_else(of_run).unwrap_or_default()
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
