//! Parts of a sweep, computed apart and put together.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use predicates::str::contains;

use super::{Folder, left_in};
use crate::command::{PROGRAM, skipped};

/// A sweep of one case.
const ONE: &str = r#"
id = "een"
title = { nl = "Een", en = "One" }
scenarios = ["a/scenario.toml"]
variants = ["variant.toml"]
years = [2050]
outcomes = ["need", "need/industry", "double_use_peak"]
"#;

fn shard(folder: &Folder, part: &str) {
    let words = format!("shard sweep.toml {part} --quiet --out shards");
    folder.command(&words).assert().success();
}

#[test]
fn shards_merge_into_what_one_machine_finds_to_the_byte() {
    let folder = Folder::new();
    folder.sweep("out");
    for part in ["3/5", "1/5", "5/5", "2/5", "4/5"] {
        shard(&folder, part);
    }
    folder
        .command("merge sweep.toml shards --no-charts --lang en --out merged")
        .assert()
        .success();
    assert_eq!(
        left_in(&folder.path("merged")),
        left_in(&folder.path("out"))
    );
}

/// Draws that are too many to be kept are divided too, so that one huge run can be computed by many
/// machines.
#[test]
fn one_run_whose_draws_are_counted_is_divided_over_shards_to_the_byte() {
    let folder = Folder::new();
    folder.write("one.toml", ONE);
    let many = "--draws 40000 --memory 1 --quiet --no-charts --lang en";
    let done = |words: &str| {
        folder
            .command(&format!("{words} {many}"))
            .assert()
            .success()
    };
    done("sweep one.toml --out out");
    for part in ["1/3", "3/3", "2/3"] {
        done(&format!("shard one.toml {part} --threads 1 --out shards"));
    }
    done("merge one.toml shards --out merged");
    assert_eq!(
        left_in(&folder.path("merged")),
        left_in(&folder.path("out"))
    );
    let lines = |part: &str, kind: &str| {
        let text = fs::read_to_string(folder.path(&format!("shards/{part}-of-3.shard"))).unwrap();
        text.lines().filter(|line| line.starts_with(kind)).count()
    };
    // Twenty replicates of one case.
    assert_eq!(["1", "2", "3"].map(|part| lines(part, "part\t")), [6, 7, 7]);
    assert_eq!(["1", "2", "3"].map(|part| lines(part, "case\t")), [0; 3]);

    // Shards of draws that are kept hold whole cases, and are no part of the same sweep.
    let words = "shard one.toml 2/3 --draws 40000 --quiet --out shards";
    folder.command(words).assert().success();
    folder
        .command(&format!("merge one.toml shards --out merged {many}"))
        .assert()
        .code(2)
        .stderr(contains("2-of-3.shard is of another sweep"));
}

#[test]
fn a_shard_is_the_same_bytes_whenever_and_with_whatever_threads_it_is_computed() {
    let folder = Folder::new();
    shard(&folder, "1/2");
    let file = folder.path("shards/1-of-2.shard");
    let first = fs::read(&file).unwrap();
    fs::remove_file(&file).unwrap();
    folder
        .command("shard sweep.toml 1/2 --threads 1 --out shards")
        .assert()
        .success();
    assert_eq!(fs::read(&file).unwrap(), first);
    // A whole shard is not computed again, and a broken one is.
    folder
        .command("shard sweep.toml 1/2 --lang en --out shards")
        .assert()
        .success()
        .stderr(contains("was not done again"));
    fs::write(&file, &first[..first.len() / 2]).unwrap();
    shard(&folder, "1/2");
    assert_eq!(fs::read(&file).unwrap(), first);
}

#[test]
fn merge_refuses_missing_doubled_broken_and_foreign_shards_and_says_which() {
    let folder = Folder::new();
    let merge = |hint: &str| {
        folder
            .command("merge sweep.toml shards --no-charts --lang en --out merged")
            .assert()
            .code(2)
            .stdout("")
            .stderr(contains(hint));
        assert!(!folder.path("merged").exists(), "{hint}");
    };
    fs::create_dir(folder.path("shards")).unwrap();
    merge("there is no shard to merge");
    shard(&folder, "1/4");
    shard(&folder, "3/4");
    merge("2 of 4 shards are missing: 2, 4");
    shard(&folder, "2/4");
    shard(&folder, "4/4");
    let copy = folder.path("shards/copy.shard");
    fs::copy(folder.path("shards/2-of-4.shard"), &copy).unwrap();
    merge("shard 2/4 is there twice");
    fs::remove_file(&copy).unwrap();
    shard(&folder, "2/3");
    merge("2-of-3.shard is one of 3 shards, and");
    fs::remove_file(folder.path("shards/2-of-3.shard")).unwrap();
    let second = folder.path("shards/2-of-4.shard");
    let whole = fs::read(&second).unwrap();
    fs::write(&second, &whole[..whole.len() - 10]).unwrap();
    merge("2-of-4.shard holds no whole shard: its end is not there");
    let mut damaged = whole.clone();
    damaged[whole.len() / 2] ^= 1;
    fs::write(&second, damaged).unwrap();
    merge("2-of-4.shard holds no whole shard: a line does not fit its checksum");
    folder
        .command("shard sweep.toml 2/4 --seed 9 --out shards")
        .assert()
        .success();
    merge("2-of-4.shard is of another sweep, other input files, other settings");
    fs::write(&second, "my thesis").unwrap();
    folder
        .command("merge sweep.toml shards --no-charts --lang en --out merged")
        .assert()
        .code(1)
        .stderr(contains("2-of-4.shard: this is no journal"));
    shard(&folder, "2/4");
    let words = "merge sweep.toml shards --no-charts --lang en --out merged";
    folder.command(words).assert().success();
}

/// The line of the README, with xargs, which is everywhere, and with GNU parallel where that is.
#[test]
fn shards_run_side_by_side_on_one_machine() {
    let folder = Folder::new();
    folder.sweep("out");
    let shard = format!("{PROGRAM} shard sweep.toml {{}}/4 --threads 1 --quiet --out");
    let has_parallel = is_gnu_parallel();
    let lines = [
        Some(format!("seq 4 | xargs -P 4 -I{{}} {shard} by-xargs")),
        has_parallel.then(|| format!("seq 4 | parallel --jobs 4 {shard} by-parallel")),
    ];
    if !has_parallel {
        skipped("GNU parallel, which is not on this machine");
    }
    for (line, name) in lines.iter().zip(["by-xargs", "by-parallel"]) {
        let Some(line) = line else { continue };
        let mut shell = Command::new("sh");
        shell.args(["-c", line]).current_dir(folder.root.path());
        assert!(shell.status().unwrap().success(), "{line}");
        let words = format!("merge sweep.toml {name} --no-charts --lang en --out of-{name}");
        folder.command(&words).assert().success();
        let merged = left_in(&folder.path(&format!("of-{name}")));
        assert_eq!(merged, left_in(&folder.path("out")));
    }
}

/// Whether `parallel` is that of GNU: moreutils has another program of the same name.
fn is_gnu_parallel() -> bool {
    let version = Command::new("parallel").arg("--version").output();
    version.is_ok_and(|said| String::from_utf8_lossy(&said.stdout).starts_with("GNU parallel"))
}

/// Stands in for Slurm: runs every task of an array one after the other, as `sbatch --wait` would.
const SBATCH: &str = r#"#!/bin/bash
set -euo pipefail
task=$(cat)
tasks=$(sed -n 's/^#SBATCH --array=1-//p' <<<"$task")
for number in $(seq "${tasks:-1}"); do
    SLURM_ARRAY_TASK_ID=$number SLURM_CPUS_PER_TASK=1 bash <<<"$task" >&2
done
[ -n "$tasks" ] && echo 41 || echo 42
"#;

const SCONTROL: &str =
    "#!/bin/bash\n[ \"$4\" = 42 ] && echo \"JobId=42 JobState=${STATE:-COMPLETED} X=1\"\n";

#[test]
fn the_script_for_slurm_computes_and_merges_the_sweep() {
    let folder = Folder::new();
    let leaving = "--no-charts --lang en --format xlsx --csv-dialect nl";
    let words = format!("sweep sweep.toml {leaving} --out out");
    folder.command(&words).assert().success();
    fs::create_dir(folder.path("bin")).unwrap();
    for (name, text) in [("sbatch", SBATCH), ("scontrol", SCONTROL)] {
        let path = folder.path("bin").join(name);
        fs::write(&path, text).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }
    let path = std::env::var("PATH").unwrap_or_default();
    let path = format!("{}:{path}", folder.path("bin").display());
    let words = format!("slurm sweep.toml --shards 3 --submit {leaving} --out merged");
    folder
        .command(&words)
        .env("PATH", &path)
        .assert()
        .success()
        .stderr(contains(
            "Tasks 41 compute the parts, task 42 puts them together",
        ));
    assert_eq!(
        left_in(&folder.path("merged")),
        left_in(&folder.path("out"))
    );
    folder
        .command(&words)
        .env("PATH", &path)
        .env("STATE", "FAILED")
        .assert()
        .code(1)
        .stderr(contains(
            "task 42 is FAILED; what tasks said stands in merged-shards/logs",
        ));
}
