//! `merge`: the parts of a sweep put together.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::time::Instant;

use ruimtevraag::files::{self, JournalContent};
use ruimtevraag::language::Texts;
use ruimtevraag::sweep::SweepFindings;
use ruimtevraag::sweep::shard;

use super::arguments::MergeArguments;
use super::job;
use super::leave;
use super::output::{self, Failure};
use super::shard::shards_beside;
use super::sweep;

/// Puts shards together, and leaves what `sweep` would have left.
pub fn merge(arguments: &MergeArguments) -> Result<(), Failure> {
    let started = Instant::now();
    let settings = &arguments.settings;
    let file = sweep::load(&arguments.sweep, settings)?;
    let plan = sweep::plan(&file, settings)?;
    let usual = [shards_beside(&leave::usual_folder(file.id.as_str()))];
    let paths = match &arguments.shards[..] {
        [] => &usual[..],
        given => given,
    };
    let mut shards = Vec::new();
    for path in shard_files(paths)? {
        let content = JournalContent::read(&path)?;
        shards.push((path.display().to_string(), content));
    }
    let findings = SweepFindings {
        plan: &plan,
        findings: shard::merge(&plan, &job::options(settings), &shards)?,
    };
    let folder = leave::open_folder(file.id.as_str(), file.id.as_str(), settings)?;
    if !settings.quiet {
        let texts = Texts::new(settings.lang);
        let parts = texts.counted("part", shards.len());
        output::message(&texts.format("sweep-merged", &[("parts", &parts)]));
    }
    sweep::leave_findings(&findings, &folder, (&arguments.sweep, started), settings)
}

/// Files as they are named, with every shard in the folders among them.
fn shard_files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    for path in paths {
        if files::is_folder(path) {
            let names = files::names_in(path)?.into_iter();
            let inside = names.map(|name| path.join(name));
            let is_shard = |file: &PathBuf| file.extension() == Some(OsStr::new(shard::EXTENSION));
            found.extend(inside.filter(is_shard));
        } else {
            found.push(path.clone());
        }
    }
    Ok(found)
}
