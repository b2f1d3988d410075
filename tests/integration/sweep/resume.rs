//! A sweep that was killed goes on where it was, and its journal tells what it may not trust.

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use predicates::prelude::*;
use predicates::str::contains;
use ruimtevraag::files::JournalContent;

use super::{Folder, left_in};
use crate::command::PROGRAM;

/// The fingerprints of the cases in a journal, in order.
fn cases(journal: &Path) -> Vec<String> {
    let lines = JournalContent::read(journal).unwrap().lines;
    let fields = lines
        .iter()
        .map(|line| line.split('\t').collect::<Vec<_>>());
    fields
        .filter(|fields| fields[0] == "case")
        .map(|fields| fields[1].to_owned())
        .collect()
}

/// The real process, killed at many moments of its life, each time later: what is left in the end is
/// what one undisturbed run leaves, and no case was done twice.
#[test]
fn a_sweep_killed_at_any_moment_goes_on_and_ends_with_the_same_bytes() {
    let folder = Folder::new();
    folder.change("sweep.toml", "draws = 300", "draws = 4000");
    folder.sweep("undisturbed");
    let mut kills = 0;
    for round in 0..25 {
        let mut child = Command::new(PROGRAM)
            .args("sweep sweep.toml --no-charts --threads 2 --quiet --out killed".split(' '))
            .current_dir(folder.root.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Uneven, so that kills fall while reading, computing and writing alike.
        sleep(Duration::from_millis(20 + 37 * round % 230));
        if child.try_wait().unwrap().is_some() {
            break;
        }
        child.kill().unwrap();
        child.wait().unwrap();
        kills += 1;
    }
    assert!(kills > 0, "the sweep was never killed");
    folder.sweep("killed");
    let left = |name: &str| left_in(&folder.path(name));
    assert!(
        left("killed") == left("undisturbed"),
        "killed {kills} times"
    );
    let cases = cases(&folder.path("killed/.journal"));
    let different: HashSet<_> = cases.iter().collect();
    assert_eq!(cases.len(), 12);
    assert_eq!(different.len(), 12, "a case was computed twice");
}

#[test]
fn a_journal_cut_in_a_line_is_told_and_only_that_case_is_done_again() {
    let folder = Folder::new();
    folder.sweep("out");
    let journal = folder.path("out/.journal");
    let before = left_in(&folder.path("out"));
    let bytes = fs::read(&journal).unwrap();
    fs::write(&journal, &bytes[..bytes.len() - 100]).unwrap();
    folder
        .command("sweep sweep.toml --no-charts --lang en --out out")
        .assert()
        .success()
        .stderr(contains("half written"))
        .stderr(contains("Done before: 11 of 12 runs; 1 to go"));
    assert_eq!(left_in(&folder.path("out")), before);
    assert_eq!(cases(&journal).len(), 12);
}

#[test]
fn a_line_changed_by_hand_is_told_and_its_case_is_done_again() {
    let folder = Folder::new();
    folder.sweep("out");
    let journal = folder.path("out/.journal");
    let before = left_in(&folder.path("out"));
    let text = fs::read_to_string(&journal).unwrap();
    let place = text.find("\ncase\t").unwrap() + 200;
    let digit = if &text[place..=place] == "0" {
        "1"
    } else {
        "0"
    };
    let changed = format!("{}{digit}{}", &text[..place], &text[place + 1..]);
    fs::write(&journal, changed).unwrap();
    folder
        .command("sweep sweep.toml --no-charts --lang en --out out")
        .assert()
        .success()
        .stderr(contains("Damaged in the journal: 1 line;"))
        .stderr(contains("Done before: 11 of 12 runs"));
    assert_eq!(left_in(&folder.path("out")), before);
}

#[test]
fn a_changed_scenario_is_told_and_only_its_cases_are_done_again() {
    let folder = Folder::new();
    folder.sweep("out");
    folder.change("b/invoer.csv", "jobs;fixed;;12000", "jobs;fixed;;13000");
    folder
        .command("sweep sweep.toml --no-charts --lang en --out out")
        .assert()
        .success()
        .stderr(contains("Changed since the last time: b/invoer.csv"))
        .stderr(contains("Done before: 6 of 12 runs; 6 to go"))
        .stderr(contains(
            "Of no use, and left in the journal: 6 runs of other files",
        ));
    let after = left_in(&folder.path("out"));
    folder.sweep("anew");
    assert_eq!(after, left_in(&folder.path("anew")));
    // Taking the change back makes what was done first of use again.
    folder.change("b/invoer.csv", "jobs;fixed;;13000", "jobs;fixed;;12000");
    folder
        .command("sweep sweep.toml --no-charts --lang en --out out")
        .assert()
        .success()
        .stderr(contains("Done before: 12 of 12 runs; 0 to go"));
}

#[test]
fn added_points_are_computed_and_those_that_are_done_are_not() {
    let folder = Folder::new();
    folder.sweep("out");
    folder.change(
        "sweep.toml",
        "values = [0.5, 1.0, 2.0]",
        "values = [0.5, 1.0, 1.5, 2.0]",
    );
    folder
        .command("sweep sweep.toml --no-charts --lang en --out out")
        .assert()
        .success()
        .stderr(contains("Done before: 12 of 16 runs; 4 to go"));
}

/// The journal of a program of another version, with figures that it would have to believe.
#[test]
fn what_another_version_found_does_not_count() {
    let folder = Folder::new();
    folder.sweep("out");
    let journal = folder.path("out/.journal");
    let lines = JournalContent::read(&journal).unwrap().lines;
    let version = env!("CARGO_PKG_VERSION");
    let other: Vec<_> = lines
        .iter()
        .map(|line| match line.strip_prefix("case\t") {
            // Its fingerprints are others too.
            Some(rest) => format!("case\tx{}", &rest[1..]),
            None => line.replace(&format!("\t{version}\t"), "\t0.0.9\t"),
        })
        .collect();
    fs::write(&journal, JournalContent::bytes(&other)).unwrap();
    folder
        .command("sweep sweep.toml --no-charts --lang en --out out")
        .assert()
        .success()
        .stderr(contains("another version of the program, 0.0.9"))
        .stderr(contains("Done before:").not());
    assert_eq!(cases(&journal).len(), 24);
}

#[test]
fn the_journal_of_another_sweep_and_a_file_that_is_none_are_refused_and_left_alone() {
    let folder = Folder::new();
    folder.sweep("out");
    fs::create_dir(folder.path("other")).unwrap();
    let journal = folder.path("other/.journal");
    fs::copy(folder.path("out/.journal"), &journal).unwrap();
    folder.change("sweep.toml", "\"proef\"", "\"andere\"");
    let before = fs::read(&journal).unwrap();
    let words = "sweep sweep.toml --no-charts --out other";
    folder
        .command(words)
        .assert()
        .code(2)
        .stdout("")
        .stderr(contains(
            "journal of the sweep `proef`, and this is `andere`",
        ));
    assert_eq!(fs::read(&journal).unwrap(), before);
    fs::write(&journal, "my thesis\n").unwrap();
    folder
        .command(words)
        .assert()
        .code(1)
        .stderr(contains("this is no journal"));
    assert_eq!(fs::read(&journal).unwrap(), b"my thesis\n");
}
