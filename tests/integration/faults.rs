//! The world as it is: full disks, little memory, signals, other settings, closed networks. Nothing
//! finished is lost, nothing half-written stays, and the message says what happened.

#![cfg(target_os = "linux")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::command::{
    ENDLESS, PROGRAM, TEMPLATE, files_below, run_into, skipped, started, wait_until_it_computes,
};

/// Runs a line of shell in which `$PROGRAM` is the program.
fn shell(line: &str) -> Output {
    let mut shell = Command::new("bash");
    shell.args(["-c", line]).env("PROGRAM", PROGRAM);
    shell.output().unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The line that runs the template into a folder.
fn run_line(folder: &Path, options: &str) -> String {
    let folder = folder.display();
    format!("\"$PROGRAM\" run {TEMPLATE} --quiet --no-charts --out '{folder}' {options}")
}

#[test]
fn a_disk_that_fills_up_leaves_the_run_that_was_there() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("run");
    run_into(&folder, &format!("run {TEMPLATE} --draws 20 --no-charts"));
    let before = files_below(&folder);
    // No file may grow beyond 4 KiB, which is less than the summary.
    let line = format!(
        "trap '' XFSZ; ulimit -f 4; {}",
        run_line(&folder, "--draws 30")
    );
    let failed = shell(&line);
    assert_eq!(failed.status.code(), Some(1));
    assert!(stderr(&failed).contains("File too large"), "{failed:?}");
    assert_eq!(files_below(&folder), before);
}

#[test]
fn a_small_disk_is_filled_for_real_and_says_so() {
    let root = tempfile::tempdir().unwrap();
    let disk = root.path().display();
    let mounted = shell(&format!("mount -t tmpfs -o size=32k tmpfs '{disk}'"));
    if !mounted.status.success() {
        return skipped("mounting a small disk");
    }
    let folder = root.path().join("run");
    let failed = shell(&run_line(&folder, "--draws 20"));
    let left = files_below(&folder);
    shell(&format!("umount '{disk}'"));
    assert_eq!(failed.status.code(), Some(1));
    assert!(stderr(&failed).contains("No space left"), "{failed:?}");
    assert!(left.is_empty(), "{:?}", left.keys());
}

#[test]
fn a_folder_that_cannot_be_written_is_refused_before_anything_is_computed() {
    let root = tempfile::tempdir().unwrap();
    let disk = root.path().display();
    let mounted = shell(&format!("mount -t tmpfs -o ro,size=32k tmpfs '{disk}'"));
    if !mounted.status.success() {
        return skipped("mounting a disk that cannot be written");
    }
    let failed = shell(&run_line(&root.path().join("run"), "--draws 100000000"));
    shell(&format!("umount '{disk}'"));
    assert_eq!(failed.status.code(), Some(1));
    assert!(stderr(&failed).contains("Read-only"), "{failed:?}");
}

#[test]
fn a_run_of_many_draws_fits_in_little_memory() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("run");
    let options = "--draws 20000 --memory 16 --threads 2";
    let ended = shell(&format!("ulimit -v 262144; {}", run_line(&folder, options)));
    assert!(ended.status.success(), "{ended:?}");
    assert!(folder.join("summary.csv").exists());
}

#[test]
fn a_run_that_is_told_to_end_stops_cleanly() {
    for signal in ["-TERM", "-HUP", "-INT"] {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("run");
        let child = started(&folder, ENDLESS);
        wait_until_it_computes(&folder);
        let told = Command::new("kill")
            .args([signal, &child.id().to_string()])
            .status();
        assert!(told.unwrap().success());
        let ended = child.wait_with_output().unwrap();
        assert_eq!(ended.status.code(), Some(1), "{signal}");
        assert!(stderr(&ended).contains("stopped"), "{signal}: {ended:?}");
        assert!(files_below(&folder).is_empty());
    }
}

#[test]
fn settings_of_the_machine_change_no_byte() {
    let root = tempfile::tempdir().unwrap();
    let settings = [
        "",
        "LC_ALL=nl_NL.UTF-8 LANG=nl_NL.UTF-8 LC_NUMERIC=nl_NL.UTF-8",
        "TZ=Pacific/Kiritimati LC_ALL=C HOME=/nonexistent",
        "RAYON_NUM_THREADS=1 COLUMNS=20 TERM=dumb NO_COLOR=1",
    ];
    let found: Vec<_> = settings
        .iter()
        .enumerate()
        .map(|(number, settings)| {
            let folder = root.path().join(number.to_string());
            let ended = shell(&format!("{settings} {}", run_line(&folder, "--draws 50")));
            assert!(ended.status.success(), "{settings}: {ended:?}");
            (ended.stdout, fs::read(folder.join("summary.csv")).unwrap())
        })
        .collect();
    for (other, settings) in found.iter().zip(settings) {
        assert!(*other == found[0], "{settings}");
    }
}

#[test]
fn one_thread_and_many_give_the_same_bytes() {
    let root = tempfile::tempdir().unwrap();
    let summary = |threads: usize| {
        let folder = root.path().join(threads.to_string());
        let options = format!("--draws 700 --threads {threads}");
        let ended = shell(&run_line(&folder, &options));
        assert!(ended.status.success(), "{ended:?}");
        fs::read(folder.join("summary.csv")).unwrap()
    };
    assert!(summary(1) == summary(64));
}

#[test]
fn no_command_opens_a_connection() {
    let root = tempfile::tempdir().unwrap();
    let trace = root.path().join("trace");
    let traced = |words: &str| {
        let trace = trace.display();
        let ended = shell(&format!(
            "strace -f -qq -e trace=network -o '{trace}' \"$PROGRAM\" {words}"
        ));
        assert!(ended.status.success(), "{words}: {ended:?}");
        fs::read_to_string(root.path().join("trace")).unwrap()
    };
    if !shell("strace -f -o /dev/null true").status.success() {
        return skipped("tracing the calls of a program (strace)");
    }
    let out = root.path().join("run");
    let run = format!("run {TEMPLATE} --draws 20 --out '{}'", out.display());
    let explain = format!("explain {TEMPLATE} need");
    for words in [
        run.as_str(),
        explain.as_str(),
        "schema",
        &format!("check {TEMPLATE}"),
    ] {
        let calls = traced(words);
        assert_eq!(calls, "", "{words}");
    }
}
