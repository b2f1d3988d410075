//! The folder of a run: whole, replaced, refused, or left alone.

use std::fs;
use std::path::Path;
use std::time::Instant;

use predicates::prelude::*;
use predicates::str::contains;

use crate::command::{
    ENDLESS, REFERENCE, TEMPLATE, files_below, ruimtevraag, started, wait_until_it_computes,
};

/// Whether a folder holds every file of its record, as recorded, and nothing else.
pub fn is_whole(folder: &Path) -> bool {
    let files = files_below(folder);
    let Some(record) = files.get("run.toml") else {
        return false;
    };
    let record: toml::Table = toml::from_str(std::str::from_utf8(record).unwrap()).unwrap();
    let artefacts = record["artefacts"].as_array().unwrap();
    artefacts.len() + 1 == files.len()
        && artefacts.iter().all(|artefact| {
            let content = files.get(artefact["path"].as_str().unwrap());
            content.is_some_and(|content| {
                blake3::hash(content).to_hex().as_str() == artefact["blake3"].as_str().unwrap()
            })
        })
}

#[test]
fn a_second_run_replaces_the_first_and_says_so() {
    let root = tempfile::tempdir().unwrap();
    let run = |words: &str| {
        let mut command = ruimtevraag(&format!("run {TEMPLATE} {words}"));
        command
            .arg("--out")
            .arg(root.path().join("run"))
            .assert()
            .success()
    };
    run("--draws 20").stderr(contains("replaces").not());
    let first = files_below(&root.path().join("run"));
    let record: toml::Table =
        toml::from_str(std::str::from_utf8(&first["run.toml"]).unwrap()).unwrap();
    let fingerprint = &record["fingerprint"].as_str().unwrap()[..8];
    run("--draws 20 --no-charts --seed 9")
        .stderr(contains(format!("replaces the run {fingerprint}")));
    let second = files_below(&root.path().join("run"));
    assert_ne!(first["summary.csv"], second["summary.csv"]);
    assert!(
        second.keys().all(|name| !name.starts_with("charts/")),
        "charts of the first run stay"
    );
    assert!(is_whole(&root.path().join("run")));
}

#[test]
fn a_folder_that_is_not_of_a_run_is_refused_and_left_alone() {
    let root = tempfile::tempdir().unwrap();
    fs::write(root.path().join("thesis.docx"), "mine").unwrap();
    ruimtevraag(&format!("run {TEMPLATE} --draws 20 --no-charts"))
        .arg("--out")
        .arg(root.path())
        .assert()
        .code(2)
        .stdout("")
        .stderr(contains("thesis.docx"));
    let names: Vec<_> = fs::read_dir(root.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(names, ["thesis.docx"], "something was left in it");
}

#[test]
fn a_folder_of_another_scenario_is_refused_and_left_alone() {
    let root = tempfile::tempdir().unwrap();
    let run = |words: &str| {
        let mut command = ruimtevraag(&format!("{words} --draws 20 --no-charts"));
        command.arg("--out").arg(root.path()).assert()
    };
    run(&format!("run {TEMPLATE}")).success();
    let before = files_below(root.path());
    run(&format!("run {REFERENCE}"))
        .code(2)
        .stdout("")
        .stderr(contains("mijn-scenario"));
    run("published")
        .code(2)
        .stdout("")
        .stderr(contains("mijn-scenario"));
    assert_eq!(files_below(root.path()), before);
}

#[test]
fn a_file_added_by_hand_survives_the_next_run() {
    let root = tempfile::tempdir().unwrap();
    for _ in 0..2 {
        ruimtevraag(&format!("run {TEMPLATE} --draws 20 --no-charts"))
            .arg("--out")
            .arg(root.path())
            .assert()
            .success();
        fs::write(root.path().join("notes.txt"), "mine").unwrap();
    }
    assert_eq!(fs::read(root.path().join("notes.txt")).unwrap(), b"mine");
}

#[test]
fn a_run_killed_while_it_computes_leaves_the_old_run() {
    let root = tempfile::tempdir().unwrap();
    let again = |is_first: bool| {
        let assert = ruimtevraag(&format!("run {TEMPLATE} --draws 20 --no-charts"))
            .arg("--out")
            .arg(root.path())
            .assert()
            .success();
        assert.stderr(contains("replaces").count(usize::from(!is_first)));
    };
    again(true);
    let before = files_below(root.path());
    let mut child = started(root.path(), ENDLESS);
    wait_until_it_computes(root.path());
    assert!(
        child.try_wait().unwrap().is_none(),
        "the run ended by itself"
    );
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(files_below(root.path()), before);
    again(false);
    assert!(is_whole(root.path()));
}

#[test]
fn a_run_killed_at_any_moment_leaves_no_half_written_file() {
    let root = tempfile::tempdir().unwrap();
    let begun = Instant::now();
    assert!(started(root.path(), "--draws 20").wait().unwrap().success());
    let whole = begun.elapsed();
    for (number, part) in [0.3_f64, 0.7, 0.9, 0.95, 0.98, 1.0].into_iter().enumerate() {
        let mut child = started(root.path(), &format!("--draws {}", 21 + number));
        std::thread::sleep(whole.mul_f64(part));
        child.kill().unwrap();
        child.wait().unwrap();
        let files = files_below(root.path());
        let is_announced = files.contains_key(".incomplete");
        let visible = files.iter().filter(|(name, _)| !name.starts_with('.'));
        for (name, content) in visible {
            let end: &[u8] = match name.rsplit_once('.').unwrap().1 {
                "svg" => b"</svg>\n",
                "png" => b"IEND\xae\x42\x60\x82",
                _ => b"\n",
            };
            let is_complete = content.ends_with(end) || content.ends_with(end.trim_ascii_end());
            assert!(is_complete, "{name} is half a file");
        }
        let rest: Vec<_> = files.keys().filter(|name| name.starts_with('.')).collect();
        let is_only_staging = rest.iter().all(|name| name.starts_with(".writing/"));
        assert!(is_announced || is_only_staging, "{rest:?}");
    }
    let last = started(root.path(), "--draws 30")
        .wait_with_output()
        .unwrap();
    assert!(last.status.success());
    assert!(
        is_whole(root.path()),
        "{:?}",
        files_below(root.path()).keys()
    );
}

#[test]
fn two_runs_never_share_a_folder_at_once() {
    let root = tempfile::tempdir().unwrap();
    let mut child = started(root.path(), ENDLESS);
    wait_until_it_computes(root.path());
    ruimtevraag(&format!("run {TEMPLATE} --draws 20 --no-charts"))
        .arg("--out")
        .arg(root.path())
        .assert()
        .code(1)
        .stdout("")
        .stderr(contains("in use"));
    child.kill().unwrap();
    child.wait().unwrap();
}
