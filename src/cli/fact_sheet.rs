//! `fact-sheet`: a page on a region, cluster or campus from a finished run.

use ruimtevraag::files;
use ruimtevraag::language::Texts;
use ruimtevraag::report::{Subject, fact_sheet};
use ruimtevraag::results::Results;

use super::arguments::FactSheetArguments;
use super::distinct::distinct;
use super::output::{self, Failure};
use super::read;
use super::report::beside;

/// The word for every region and entity.
const ALL: &str = "all";

/// Writes a sheet for every subject; all are found before the first is written.
pub fn sheets(arguments: &FactSheetArguments) -> Result<(), Failure> {
    let folder = std::slice::from_ref(&arguments.run);
    let runs = read::all(folder)?;
    let Some(run) = runs.first() else {
        return Ok(());
    };
    let texts = Texts::new(read::language(arguments.lang, &runs));
    let subjects = subjects(&run.results, &arguments.subjects)?;
    let usual = || beside(folder, "-fact-sheets");
    let out = arguments.out.clone().unwrap_or_else(usual);
    for subject in &subjects {
        let page = fact_sheet(&run.results, subject, &texts)?;
        let path = out.join(format!("{}.html", subject.id()));
        files::write_atomically(&path, page.as_bytes())?;
    }
    let values = [
        ("count", texts.whole(subjects.len())),
        ("folder", out.display().to_string()),
    ];
    output::result(&(texts.format("sheet-written", &values) + "\n"))
}

fn subjects(results: &Results, names: &[String]) -> Result<Vec<Subject>, Failure> {
    let mut subjects = Vec::new();
    for name in names {
        if name == ALL {
            subjects.extend(Subject::all(results));
        } else {
            let subject = Subject::named(results, name);
            subjects.push(subject.map_err(|error| Failure::Usage(error.to_string()))?);
        }
    }
    Ok(distinct(subjects))
}
