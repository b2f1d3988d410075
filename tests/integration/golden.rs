//! The example in `output/example/` is what the program makes of the shipped scenario, byte for byte.
//!
//! When an outcome or a chart changes on purpose, renew the example with
//!
//! ```sh
//! UPDATE_EXAMPLE=1 cargo test --test integration golden
//! ```
//!
//! and say in CHANGELOG.md under "Results changed" which number moved, and why.

#![allow(clippy::unwrap_used)] // in the helpers of tests, as in the tests themselves

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::command::{files_below, record, run_into};

/// The run that the example holds.
const COMMAND: &str = "run scenarios/nota-ruimte.toml --draws 2000";

const EXAMPLE: &str = "output/example";

/// What the example keeps of a run: the main tables and the charts that can be read as text.
fn is_kept(name: &str) -> bool {
    ["summary.csv", "benchmarks.csv", "run.toml"].contains(&name) || name.ends_with(".svg")
}

fn kept_files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = files_below(folder);
    files.retain(|name, _| is_kept(name));
    files
}

/// The record without time, commit and the files that the example does not keep.
fn lasting_record(folder: &Path) -> toml::Table {
    let mut record = record(folder);
    let artefacts = record["artefacts"].as_array_mut().unwrap();
    artefacts.retain(|artefact| is_kept(artefact["path"].as_str().unwrap()));
    record
}

/// Puts what is kept of a run in place of the example.
fn renew(run: &Path) {
    let example = Path::new(EXAMPLE);
    if example.exists() {
        fs::remove_dir_all(example).unwrap();
    }
    for (name, content) in kept_files(run) {
        let path = example.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
}

/// The first line in which two texts differ.
fn first_difference(committed: &[u8], made: &[u8]) -> String {
    let [committed, made] = [committed, made].map(String::from_utf8_lossy);
    let pairs = committed.lines().zip(made.lines());
    let differing = pairs
        .enumerate()
        .find(|(_, (committed, made))| committed != made);
    match differing {
        Some((line, (committed, made))) => {
            let cut = |text: &str| text.chars().take(300).collect::<String>();
            format!("line {}:\n  {}\n  {}", line + 1, cut(committed), cut(made))
        }
        None => "one is longer than the other".to_owned(),
    }
}

const ADVICE: &str = "If this is meant: renew the example with\n    \
                      UPDATE_EXAMPLE=1 cargo test --test integration golden\n\
                      and explain each changed number in CHANGELOG.md under \"Results changed\".";

#[test]
fn the_example_is_reproduced_byte_for_byte() {
    let root = tempfile::tempdir().unwrap();
    let run = root.path().join("run");
    run_into(&run, COMMAND);
    if std::env::var_os("UPDATE_EXAMPLE").is_some() {
        renew(&run);
    }
    let example = Path::new(EXAMPLE);
    assert!(
        example.join("run.toml").is_file(),
        "there is no example in {EXAMPLE}. {ADVICE}"
    );
    let (mut committed, mut made) = (files_below(example), kept_files(&run));
    for files in [&mut committed, &mut made] {
        files.remove("run.toml");
    }
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&committed), names(&made), "other files. {ADVICE}");
    for (name, committed) in &committed {
        let is_same = *committed == made[name];
        let difference = || first_difference(committed, &made[name]);
        assert!(
            is_same,
            "{EXAMPLE}/{name} differs at {}\n{ADVICE}",
            difference()
        );
    }
    assert_eq!(lasting_record(example), lasting_record(&run), "{ADVICE}");
}

#[test]
fn the_example_stays_small() {
    let size: usize = files_below(Path::new(EXAMPLE)).values().map(Vec::len).sum();
    assert!(size < 3_000_000, "{EXAMPLE} holds {size} bytes");
}
