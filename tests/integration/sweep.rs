//! Sweeps: what they find, going on after a kill, parts put together.

mod charts;
mod cluster;
mod mistakes;
mod resume;

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

use crate::command::{CsvFile, PROGRAM, files_below, summary_of, template_in};

/// A sweep over the template: 2 scenarios × 6 points × 2 variants.
const SWEEP: &str = r#"
id = "proef"
title = { nl = "Proef", en = "Trial" }
scenarios = ["a/scenario.toml", "b/scenario.toml"]
variants = ["variant.toml"]
years = [2050]
outcomes = ["need", "need/industry", "need/industry,2030", "double_use_peak"]
[run]
draws = 300
[[parameters]]
id = "terugkeer"
inputs = ["industry.green_return"]
operation = "set"
values = [0.1, 0.5]
[[parameters]]
id = "banen"
inputs = ["campus.kennispark.jobs"]
operation = "multiply"
values = [0.5, 1.0, 2.0]
"#;

const VARIANT: &str = r#"
id = "minder"
title = { nl = "Minder" }
[[levers]]
id = "minder"
name = { nl = "Minder" }
kind = "adjust"
decision_year = 2025
input = "industry.green_land_factor"
operation = "multiply"
[inputs]
"lever.minder.lead_time" = { distribution = "fixed", central = 0, unit = "yr", evidence = "assumption", note = "x" }
"lever.minder.ramp" = { distribution = "fixed", central = 0, unit = "yr", evidence = "assumption", note = "x" }
"lever.minder.uptake" = { distribution = "fixed", central = 1, unit = "-", evidence = "assumption", note = "x" }
"lever.minder.effect" = { distribution = "uniform", low = 0.5, high = 0.8, unit = "-", evidence = "assumption", note = "x" }
"#;

/// A folder with the sweep and all it names, and a place for what it leaves.
pub struct Folder {
    root: tempfile::TempDir,
}

impl Folder {
    pub fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        for id in ["a", "b"] {
            let jobs = if id == "a" { "10000" } else { "12000" };
            template_in(&root.path().join(id), |_, text| {
                text.replace("\"mijn-scenario\"", &format!("\"{id}\""))
                    .replace("jobs;fixed;;10000", &format!("jobs;fixed;;{jobs}"))
            });
        }
        let folder = Self { root };
        folder.write("variant.toml", VARIANT);
        folder.write("sweep.toml", SWEEP);
        folder
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    /// Replaces text in a file, which must be in it.
    fn change(&self, name: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(name)).unwrap();
        assert!(text.contains(from), "{from} is not in {name}");
        self.write(name, &text.replace(from, to));
    }

    /// The program with a command on the sweep, run in the folder.
    fn command(&self, words: &str) -> Command {
        let mut command = Command::new(PROGRAM);
        command.current_dir(self.root.path());
        command.args(words.split_whitespace());
        command
    }

    /// Runs the whole sweep into a folder, and gives its table.
    fn sweep(&self, out: &str) -> CsvFile {
        let words = format!("sweep sweep.toml --no-charts --lang en --out {out}");
        self.command(&words).assert().success();
        CsvFile::read(&self.path(out).join("sweep.csv"))
    }
}

/// What a sweep leaves, without what differs between runs that are otherwise the same.
fn left_in(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files = files_below(folder);
    for name in [".journal", "run.toml"] {
        files.remove(name).unwrap_or_else(|| {
            assert_eq!(name, ".journal", "no record");
            Vec::new()
        });
    }
    files.into_iter().collect()
}

#[test]
fn a_sweep_has_a_row_for_every_scenario_variant_point_and_outcome() {
    let folder = Folder::new();
    let table = folder.sweep("out");
    // need at 2050, need of industry at 2030 and 2050, and the peak
    assert_eq!(table.rows.len(), 2 * 2 * 6 * 4);
    assert_eq!(table.rows_with("scenario", &["b"]).len(), 48);
    assert_eq!(table.rows_with("point", &["6"]).len(), 16);
    for row in &table.rows {
        let is_variant = table.cell(row, "variant") == "minder";
        assert_eq!(table.number(row, "change_mean").is_some(), is_variant);
        assert!(table.number(row, "se_mean").is_some());
    }
}

/// A point is what a scenario with the changed values would be: the same draws of everything else.
#[test]
fn points_are_the_scenario_with_other_values_to_the_last_digit() {
    let folder = Folder::new();
    let table = folder.sweep("out");
    folder.change(
        "a/invoer.csv",
        "green_return;triangular;0;0,35;0,9",
        "green_return;fixed;;0,5;",
    );
    folder.change("a/invoer.csv", "jobs;fixed;;10000", "jobs;fixed;;20000");
    let file = folder.path("a/scenario.toml").display().to_string();
    let summary = summary_of(&format!("run {file} --draws 300 --years 2030,2050"));
    let of_point: Vec<_> = table
        .rows_with("scenario", &["a"])
        .into_iter()
        .filter(|row| table.cell(row, "point") == "6" && table.cell(row, "variant") == "none")
        .collect();
    assert_eq!(of_point.len(), 4);
    for row in of_point {
        let same = summary.rows.iter().find(|other| {
            ["outcome", "sector", "entity", "region", "segment", "year"]
                .iter()
                .all(|column| table.cell(row, column) == summary.cell(other, column))
        });
        let same = same.unwrap_or_else(|| panic!("{row:?}"));
        for column in ["mean", "sd", "p05", "p50", "p95", "se_mean", "se_p50"] {
            assert_eq!(
                table.cell(row, column),
                summary.cell(same, column),
                "{row:?}"
            );
        }
    }
}

#[test]
fn what_is_left_out_is_not_run_and_files_stand_on_others() {
    let folder = Folder::new();
    let whole = folder.sweep("out");
    folder.write(
        "upon.toml",
        "id = 'upon'\nextends = 'sweep.toml'\nscenarios = ['a/scenario.toml']\n\
         [[leave_out]]\nvariants = ['none']\n\
         [[leave_out]]\nparameters = { terugkeer = { above = 0.3 }, banen = { below = 0.7 } }\n",
    );
    let words = "sweep upon.toml --no-charts --out upon";
    folder.command(words).assert().success();
    let part = CsvFile::read(&folder.path("upon/sweep.csv"));
    assert_eq!(part.rows.len(), 5 * 4);
    let expected: Vec<_> = whole
        .rows
        .iter()
        .filter(|row| {
            whole.cell(row, "scenario") == "a"
                && whole.cell(row, "variant") == "minder"
                && whole.cell(row, "point") != "4"
        })
        .cloned()
        .collect();
    assert_eq!(part.rows, expected);
}

#[test]
fn a_sweep_is_left_as_parquet_too_without_being_asked() {
    let folder = Folder::new();
    folder.sweep("out");
    let parquet = fs::read(folder.path("out/sweep.parquet")).unwrap();
    assert!(parquet.starts_with(b"PAR1") && parquet.ends_with(b"PAR1"));
    folder
        .command("sweep sweep.toml --no-charts --quiet --format parquet --out asked")
        .assert()
        .success();
    assert!(fs::read(folder.path("asked/sweep.parquet")).unwrap() == parquet);
}

#[test]
fn numbers_of_one_are_in_the_singular() {
    let folder = Folder::new();
    folder.change("sweep.toml", ", \"b/scenario.toml\"", "");
    folder.change("sweep.toml", "values = [0.1, 0.5]", "values = [0.1]");
    folder.change("sweep.toml", "values = [0.5, 1.0, 2.0]", "values = [0.5]");
    for (language, plan) in [
        (
            "en",
            "1 run (1 scenario × 1 point) with 1 variant, 300 draws each; 4 outcomes kept",
        ),
        (
            "nl",
            "1 berekening (1 scenario × 1 punt) met 1 variant, elk 300 trekkingen; 4 uitkomsten bewaard",
        ),
    ] {
        let words = format!("sweep sweep.toml --dry-run --lang {language}");
        let said = folder.command(&words).assert().success();
        let said = String::from_utf8_lossy(&said.get_output().stdout).into_owned();
        assert!(said.contains(plan), "{said}");
    }
}

#[test]
fn threads_and_memory_for_cases_at_once_change_nothing() {
    let folder = Folder::new();
    folder.sweep("out");
    for threads in [1, 3, 8] {
        let out = format!("out-{threads}");
        let words =
            format!("sweep sweep.toml --no-charts --lang en --threads {threads} --out {out}");
        folder.command(&words).assert().success();
        assert_eq!(left_in(&folder.path(&out)), left_in(&folder.path("out")));
    }
}

#[test]
fn a_dry_run_says_how_many_runs_and_how_long_and_leaves_nothing() {
    let folder = Folder::new();
    let words = "sweep sweep.toml --dry-run --lang en --out out";
    folder
        .command(words)
        .assert()
        .success()
        .stdout(predicates::str::contains(
            "12 runs (2 scenarios × 6 points)",
        ))
        .stdout(predicates::str::contains("An estimated"));
    assert!(!folder.path("out").exists());
}
