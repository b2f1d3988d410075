//! `compare RUN RUN`: two finished runs beside each other, without computing.

use std::path::PathBuf;

use ruimtevraag::language::Texts;
use ruimtevraag::results;

use super::output::{self, Failure};
use super::read;
use super::terminal;

/// Whether everything that was named is the folder of a run.
pub fn are_runs(paths: &[PathBuf]) -> bool {
    paths.iter().all(|path| results::is_run(path))
}

/// Shows both runs and what differs.
pub fn compare_runs(folders: &[PathBuf], texts: &Texts) -> Result<(), Failure> {
    if folders.len() != 2 {
        return Err(Failure::Usage(format!(
            "compare takes two finished runs, and {} were named",
            folders.len()
        )));
    }
    let runs = read::all(folders)?;
    let [first, second] = [&runs[0], &runs[1]];
    let compared = results::compare(&first.results, &second.results)?;
    if compared.outcomes.is_empty() {
        return Err(Failure::Usage(
            "the two have no outcome in common; compare takes what `run` left".to_owned(),
        ));
    }
    output::result(&terminal::runs([first, second], &compared, texts))
}
