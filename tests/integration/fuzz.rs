//! Files that were mutated at random: a reader refuses them or reads them, and what it reads can be
//! run. Nothing panics, and no outcome is not a number. The same for what finished runs left, from which
//! reports, charts and workbooks are made.
//!
//! `RUIMTEVRAAG_FUZZ=100000 cargo test --test integration fuzz` tries as many files of each kind.

mod runs;
mod sweeps;

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use ruimtevraag::analysis::summarise;
use ruimtevraag::engine::{self, Experiment, RunOptions, Unobserved};
use ruimtevraag::scenario::{self, Scenario, ScenarioError};

/// Files tried of each kind, unless the environment asks for more; the reference takes longer to read.
const USUAL_CASES: u32 = 200;
const USUAL_CASES_OF_REFERENCE: u32 = 40;

/// Bytes that mean something to a reader, or should not.
const WORDS: [&str; 36] = [
    "nan",
    "inf",
    "-1",
    "0",
    "1e308",
    "-1e308",
    "1e-308",
    "99999999999999999999",
    "0,5",
    "0.5",
    "1.234",
    "\"",
    "'",
    "[",
    "]",
    "{",
    "}",
    "=",
    ";",
    ",",
    "\n",
    "\r\n",
    "\0",
    "\u{feff}",
    "\u{202e}",
    "é",
    "#",
    "normal",
    "lognormal",
    "discrete",
    "bernoulli",
    "fixed",
    "2050",
    "1",
    "extends = 'scenario.toml'\n",
    "all",
];

/// The parts in which the place of a change is given.
const WHOLE: usize = 10_000;

/// One change of a file, at a part of its length.
#[derive(Debug, Clone)]
enum Change {
    Cut {
        at: usize,
        bytes: usize,
    },
    Repeat {
        at: usize,
        bytes: usize,
    },
    Flip {
        at: usize,
        mask: u8,
    },
    Insert {
        at: usize,
        word: usize,
    },
    /// Takes the place of the cell or word that stands there.
    Replace {
        at: usize,
        word: usize,
    },
    /// Puts a line in the place of another one.
    Move {
        from: usize,
        to: usize,
    },
}

fn change() -> impl Strategy<Value = Change> {
    let at = || 0..WHOLE;
    let word = || 0..WORDS.len();
    prop_oneof![
        1 => (at(), 1..200_usize).prop_map(|(at, bytes)| Change::Cut { at, bytes }),
        1 => (at(), 1..200_usize).prop_map(|(at, bytes)| Change::Repeat { at, bytes }),
        1 => (at(), 1..255_u8).prop_map(|(at, mask)| Change::Flip { at, mask }),
        1 => (at(), word()).prop_map(|(at, word)| Change::Insert { at, word }),
        4 => (at(), word()).prop_map(|(at, word)| Change::Replace { at, word }),
        1 => (at(), at()).prop_map(|(from, to)| Change::Move { from, to }),
    ]
}

/// The byte at a part of the length.
fn place(bytes: &[u8], at: usize) -> usize {
    bytes.len() * at / WHOLE
}

/// The stretch around a byte that holds none of the separators.
fn around(bytes: &[u8], byte: usize, separators: &[u8]) -> std::ops::Range<usize> {
    let is_end = |b: &u8| separators.contains(b);
    let start = bytes[..byte]
        .iter()
        .rposition(is_end)
        .map_or(0, |at| at + 1);
    let end = bytes[byte..].iter().position(is_end);
    start..end.map_or(bytes.len(), |at| byte + at)
}

impl Change {
    fn apply(&self, bytes: &mut Vec<u8>) {
        match *self {
            Change::Cut { at, bytes: count } => {
                let start = place(bytes, at);
                bytes.drain(start..bytes.len().min(start + count));
            }
            Change::Repeat { at, bytes: count } => {
                let start = place(bytes, at);
                let part = bytes[start..bytes.len().min(start + count)].to_vec();
                bytes.splice(start..start, part);
            }
            Change::Flip { at, mask } => {
                let at = place(bytes, at);
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= mask;
                }
            }
            Change::Insert { at, word } => {
                let at = place(bytes, at);
                bytes.splice(at..at, WORDS[word].bytes());
            }
            Change::Replace { at, word } => {
                let cell = around(bytes, place(bytes, at), b";, \n=\"");
                bytes.splice(cell, WORDS[word].bytes());
            }
            Change::Move { from, to } => {
                let from = around(bytes, place(bytes, from), b"\n");
                let line = bytes[from].to_vec();
                let to = around(bytes, place(bytes, to), b"\n");
                bytes.splice(to, line);
            }
        }
    }
}

fn mutated(whole: &[u8], changes: &[Change]) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    for change in changes {
        change.apply(&mut bytes);
    }
    bytes
}

fn cases(usual: u32) -> u32 {
    let asked = std::env::var("RUIMTEVRAAG_FUZZ").ok();
    asked.and_then(|text| text.parse().ok()).unwrap_or(usual)
}

fn for_all<T: std::fmt::Debug>(
    usual: u32,
    files: impl Strategy<Value = T>,
    mut hold: impl FnMut(T) -> Result<(), TestCaseError>,
) {
    let config = Config {
        cases: cases(usual),
        failure_persistence: None,
        ..Config::default()
    };
    let hold = std::cell::RefCell::new(&mut hold);
    TestRunner::new(config)
        .run(&files, |file| (hold.borrow_mut())(file))
        .unwrap();
}

/// A few draws of what was accepted.
fn runs(scenario: &Scenario) -> Result<(), TestCaseError> {
    // A mutated scenario may ask for a century.
    let experiment = Experiment {
        draws: 8,
        variants: scenario.variants.iter().collect(),
        ..Experiment::of(scenario)
    };
    let options = RunOptions {
        threads: 1,
        ..RunOptions::default()
    };
    let outcomes = engine::run(&experiment, &options, &Unobserved).unwrap();
    let tables = outcomes.variants.iter().map(|variant| &variant.own);
    for table in std::iter::once(&outcomes.base).chain(tables) {
        for row in summarise(table, experiment.design).rows() {
            prop_assert!(!row.statistics.mean.is_nan(), "{:?}", row.key);
        }
    }
    Ok(())
}

/// The files of a folder, copied to another one.
fn copied(from: &str, to: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            let copy = to.join(path.file_name().unwrap());
            fs::copy(&path, &copy).unwrap();
            files.push(copy);
        }
    }
    files.sort();
    files
}

/// Mutates one of the files at a time, `most` changes at once, reads what they belong to, and runs it when
/// it is accepted. Gives how often that was.
fn try_mutations(
    usual: u32,
    files: &[PathBuf],
    most: usize,
    load: impl Fn(&Path) -> Result<Scenario, ScenarioError>,
) -> usize {
    let whole: Vec<_> = files.iter().map(|file| fs::read(file).unwrap()).collect();
    let changes = prop::collection::vec(change(), 1..=most);
    let mut accepted = 0;
    for_all(usual, (0..files.len(), changes), |(which, changes)| {
        fs::write(&files[which], mutated(&whole[which], &changes)).unwrap();
        let loaded = load(&files[which]);
        fs::write(&files[which], &whole[which]).unwrap();
        if let Ok(scenario) = loaded {
            accepted += 1;
            runs(&scenario)?;
        }
        Ok(())
    });
    accepted
}

#[test]
fn a_mutated_scenario_is_refused_or_runs() {
    let folder = tempfile::tempdir().unwrap();
    let files = copied("scenarios/sjabloon", folder.path());
    let scenario = folder.path().join("scenario.toml");
    let accepted = try_mutations(USUAL_CASES, &files, 5, |_| scenario::load(&scenario));
    assert!(accepted > 0, "the mutations leave nothing right");
}

#[test]
fn a_mutated_table_of_the_reference_is_refused_or_runs() {
    let folder = tempfile::tempdir().unwrap();
    copied("scenarios", folder.path());
    fs::create_dir(folder.path().join("tabellen")).unwrap();
    let files = copied("scenarios/tabellen", &folder.path().join("tabellen"));
    let scenario = folder.path().join("nota-ruimte.toml");
    try_mutations(USUAL_CASES_OF_REFERENCE, &files, 3, |_| {
        scenario::load(&scenario)
    });
}

#[test]
fn distances_between_regions_that_are_not_there_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    copied("scenarios", folder.path());
    let tables = folder.path().join("tabellen");
    fs::create_dir(&tables).unwrap();
    copied("scenarios/tabellen", &tables);
    let regions = fs::read_to_string(tables.join("regios.csv")).unwrap();
    let head = regions.lines().next().unwrap();
    fs::write(tables.join("regios.csv"), format!("{head}\n")).unwrap();
    let error = scenario::load(&folder.path().join("nota-ruimte.toml")).unwrap_err();
    assert!(error.problems().is_some(), "{error}");
}

#[test]
fn a_mutated_variant_is_refused_or_runs() {
    let folder = tempfile::tempdir().unwrap();
    let files = copied("scenarios/beleid", folder.path());
    let scenario = Path::new("scenarios/nota-ruimte.toml");
    try_mutations(USUAL_CASES_OF_REFERENCE, &files, 3, |variant| {
        scenario::load_with_variants(scenario, &[variant])
    });
}

#[test]
fn bytes_of_any_kind_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("scenario.toml");
    let bytes = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..400),
        "\\PC{0,200}".prop_map(String::into_bytes),
        prop::collection::vec(0..WORDS.len(), 0..60).prop_map(|words| words
            .into_iter()
            .flat_map(|word| WORDS[word].bytes())
            .collect()),
    ];
    for_all(USUAL_CASES, bytes, |bytes| {
        fs::write(&path, &bytes).unwrap();
        prop_assert!(scenario::load(&path).is_err());
        Ok(())
    });
}
