//! What is done, so that a sweep that was killed goes on where it was.
//!
//! A journal is a [`Journal`] of lines with fields between tabs:
//!
//! | line | fields |
//! |---|---|
//! | `begin` | the sweep's id, the program's version and commit |
//! | `file` | BLAKE3 of a file's content, its path; the files of the sweep that began before |
//! | `case` | the fingerprint of a case, and what it found: every figure by its 64 bits, in base64 |
//!
//! A new `begin` with its files is added when anything of it changed. A case is known by its
//! fingerprint alone, so what is done stays of use when points are added, another scenario of the
//! sweep changes, or a change is taken back.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use super::error::SweepError;
use super::finding::Finding;
use super::plan::{Case, SweepPlan};
use super::text;
use crate::files::{Journal, JournalContent};

/// The journal of a sweep, open for what will be found.
#[derive(Debug)]
pub struct SweepJournal {
    journal: Journal,
}

/// What a journal holds of use for a plan, and what its user should know.
#[derive(Debug, Default)]
pub struct Resumed {
    /// The findings, in the order of the cases; `None` for those to be computed.
    pub findings: Vec<Option<Finding>>,
    /// Whether the journal ended in a half-written line, which was cut off.
    pub is_torn: bool,
    /// How many lines do not fit their checksums.
    pub damaged: usize,
    /// The program that last wrote to it, when it is another one.
    pub other_program: Option<String>,
    /// Files that changed, came or went since.
    pub changed: Vec<String>,
    /// Cases that were done and are no part of this plan: of other files, settings or programs.
    pub of_no_use: usize,
}

impl Resumed {
    /// The places of the cases to be computed.
    #[must_use]
    pub fn open_cases(&self) -> Vec<usize> {
        let findings = self.findings.iter().enumerate();
        findings
            .filter(|(_, finding)| finding.is_none())
            .map(|(place, _)| place)
            .collect()
    }

    /// How many cases were done before.
    #[must_use]
    pub fn done(&self) -> usize {
        self.findings.iter().flatten().count()
    }
}

/// What the lines of a journal say.
#[derive(Debug, Default)]
pub(super) struct Lines<'j> {
    /// The sweep's id, the version and the commit of the last `begin`.
    pub begin: Option<[&'j str; 3]>,
    /// The files of the last `begin`: BLAKE3 by path.
    pub files: BTreeMap<&'j str, &'j str>,
    /// What was found, by fingerprint.
    pub cases: HashMap<&'j str, &'j str>,
    /// Lines of other kinds.
    pub others: Vec<Vec<&'j str>>,
}

impl<'j> Lines<'j> {
    pub fn of(content: &'j JournalContent) -> Self {
        let mut lines = Self::default();
        for line in &content.lines {
            let fields: Vec<_> = line.split('\t').collect();
            match fields[..] {
                ["begin", id, version, commit] => {
                    lines.begin = Some([id, version, commit]);
                    lines.files.clear();
                }
                ["file", hash, path] => {
                    lines.files.insert(path, hash);
                }
                ["case", fingerprint, found] => {
                    lines.cases.insert(fingerprint, found);
                }
                _ => lines.others.push(fields),
            }
        }
        lines
    }
}

/// The `begin` of a plan with its files.
pub(super) fn opening(plan: &SweepPlan<'_>) -> Vec<String> {
    let id = &plan.sweep.id;
    let program = plan.program;
    let begin = format!("begin\t{id}\t{}\t{}", program.version, program.commit);
    let files = files_of(plan).into_iter();
    let files = files.map(|(path, hash)| format!("file\t{hash}\t{path}"));
    std::iter::once(begin).chain(files).collect()
}

/// BLAKE3 of every file of a plan, by path.
fn files_of(plan: &SweepPlan<'_>) -> BTreeMap<String, String> {
    let scenarios = plan.sweep.scenarios.iter();
    let files = scenarios.flat_map(|scenario| &scenario.files);
    files
        .chain(&plan.sweep.files)
        .map(|file| {
            let hash = blake3::hash(file.text().as_bytes()).to_hex().to_string();
            // Lines end where paths do not.
            (file.name().replace(['\n', '\r', '\t'], " "), hash)
        })
        .collect()
}

/// What a case found, as a line.
pub(super) fn line(case: &Case, finding: &Finding) -> String {
    format!("case\t{}\t{}", case.fingerprint, text::written(finding))
}

impl SweepJournal {
    /// Opens the journal of a sweep, making it where needed, with what it holds for the plan.
    ///
    /// # Errors
    /// When the file is no journal or that of another sweep, or the system refuses.
    pub fn open(path: &Path, plan: &SweepPlan<'_>) -> Result<(Self, Resumed), SweepError> {
        if crate::files::exists(path) {
            let content = JournalContent::read(path)?;
            check_owner(path, &Lines::of(&content), plan)?;
        }
        let (journal, content) = Journal::open(path)?;
        let mut journal = Self { journal };
        let lines = Lines::of(&content);
        let resumed = resumed(plan, &content, &lines);
        let has_changed = resumed.other_program.is_some() || !resumed.changed.is_empty();
        if lines.begin.is_none() || has_changed {
            for line in opening(plan) {
                journal.journal.add(&line)?;
            }
        }
        Ok((journal, resumed))
    }

    /// Adds what a case found; it is on disk when this returns.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn add(&mut self, case: &Case, finding: &Finding) -> Result<(), SweepError> {
        Ok(self.journal.add(&line(case, finding))?)
    }
}

fn check_owner(path: &Path, lines: &Lines<'_>, plan: &SweepPlan<'_>) -> Result<(), SweepError> {
    match lines.begin {
        Some([found, ..]) if found != plan.sweep.id.as_str() => Err(SweepError::OtherSweep {
            path: path.display().to_string(),
            found: found.to_owned(),
            wanted: plan.sweep.id.to_string(),
        }),
        _ => Ok(()),
    }
}

/// What of a journal is of use for a plan.
fn resumed(plan: &SweepPlan<'_>, content: &JournalContent, lines: &Lines<'_>) -> Resumed {
    let finding = |case: &Case| {
        let found = lines.cases.get(case.fingerprint.as_str())?;
        text::read(found).filter(|finding: &Finding| finding.fits(plan, case))
    };
    let findings: Vec<_> = plan.cases.iter().map(finding).collect();
    let used = findings.iter().flatten().count();
    let is_other = |[_, version, commit]: &[&str; 3]| {
        (*version, *commit) != (plan.program.version, plan.program.commit)
    };
    let other = lines.begin.filter(is_other);
    Resumed {
        findings,
        is_torn: content.is_torn,
        damaged: content.damaged,
        other_program: other.map(|[_, version, commit]| format!("{version} ({commit})")),
        changed: changed(plan, lines),
        of_no_use: lines.cases.len().saturating_sub(used),
    }
}

/// The files whose content is not that of the last `begin`.
fn changed(plan: &SweepPlan<'_>, lines: &Lines<'_>) -> Vec<String> {
    if lines.begin.is_none() {
        return Vec::new();
    }
    let now = files_of(plan);
    let is_other =
        |path: &&str| now.get(*path).map(String::as_str) != lines.files.get(*path).copied();
    let mut paths: Vec<&str> = now.keys().map(String::as_str).collect();
    paths.extend(lines.files.keys().copied());
    paths.sort_unstable();
    paths.dedup();
    let changed = paths.iter().filter(|path| is_other(path));
    changed.map(|&path| path.to_owned()).collect()
}
