//! The example in `output/example/` is what the program makes of the shipped scenario, byte for byte.
//!
//! When an outcome or a chart changes on purpose, renew the example with
//!
//! ```sh
//! UPDATE_EXAMPLE=1 cargo test --test integration golden
//! ```
//!
//! and say in CHANGELOG.md under "Results changed" which number moved, and why.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::command::{files_below, is_kind, record, run_into};

/// The run that the example holds.
const COMMAND: &str = "run scenarios/nota-ruimte.toml --draws 2000";

const EXAMPLE: &str = "output/example";

/// What the example keeps of a run. Of the other tables and charts it keeps the checksums, in
/// `run.toml`.
const KEPT: [&str; 15] = [
    "summary.csv",
    "benchmarks.csv",
    "run.toml",
    "charts/need-all.svg",
    "charts/need-industry.svg",
    "charts/need-circular.svg",
    "charts/need-campus.svg",
    "charts/need-background.svg",
    "charts/need-segments.svg",
    "charts/need-regions.svg",
    "charts/need-map.svg",
    "charts/balance-all.svg",
    "charts/demand-supply-all.svg",
    "charts/backlog-all.svg",
    "charts/double-use.svg",
];

/// The example is downloaded with every clone.
const MOST_BYTES: usize = 2_000_000;

fn kept_files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = files_below(folder);
    files.retain(|name, _| KEPT.contains(&name.as_str()));
    files
}

/// The record without time, commit and the checksums of pictures: pixels may depend on the machine.
fn lasting_record(folder: &Path) -> (toml::Table, BTreeMap<String, String>) {
    let mut record = record(folder);
    let artefacts = record.remove("artefacts").unwrap();
    let text = |artefact: &toml::Value, key: &str| artefact[key].as_str().unwrap().to_owned();
    let artefacts = artefacts.as_array().unwrap().iter();
    let checksums = artefacts
        .map(|artefact| (text(artefact, "path"), text(artefact, "blake3")))
        .filter(|(path, _)| !is_kind(path, "png"))
        .collect();
    (record, checksums)
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
    let (committed, made) = (lasting_record(example), lasting_record(&run));
    assert_eq!(committed.1, made.1, "other checksums of files. {ADVICE}");
    assert_eq!(committed.0, made.0, "{ADVICE}");
    let size: usize = files_below(example).values().map(Vec::len).sum();
    assert!(size < MOST_BYTES, "{EXAMPLE} holds {size} bytes");
}
