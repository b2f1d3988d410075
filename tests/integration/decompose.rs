//! Taking a change apart.

use predicates::prelude::*;
use predicates::str::contains;

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::{
    CsvFile, REFERENCE, TEMPLATE, files_below, record, ruimtevraag, run_into, summary_of,
    template_in,
};

/// The mean of every row of a part, for one outcome.
fn means(table: &CsvFile, outcome: &str, part: &str) -> Vec<f64> {
    let rows = table.rows_with("outcome", &[outcome]).into_iter();
    rows.filter(|row| table.cell(row, "part") == part)
        .map(|row| table.number(row, "mean").unwrap())
        .collect()
}

fn assert_adds_up(table: &CsvFile, outcome: &str) {
    let [from, to] = ["from", "to"].map(|part| means(table, outcome, part)[0]);
    let steps: f64 = means(table, outcome, "step").iter().sum();
    // the table is written to six digits
    assert!(
        (from + steps - to).abs() < 1e-4 * to.abs().max(1.0),
        "{from} + {steps} = {to}"
    );
}

#[test]
fn the_change_since_the_base_year_adds_up_to_what_a_run_finds() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("opbouw");
    let words = "--draws 100 --outcome need,2050 --lang en";
    ruimtevraag(&format!("decompose {TEMPLATE} {words}"))
        .arg("--out")
        .arg(&folder)
        .assert()
        .success()
        .stdout(contains("Shapley").and(contains("Median: from")));
    let table = CsvFile::read(&folder.join("decomposition.csv"));
    assert_adds_up(&table, "need,2050");
    assert!(means(&table, "need,2050", "step").len() > 1);
    assert!(files_below(&folder).contains_key("charts/waterfall-1.svg"));
    let summary = summary_of(&format!("run {TEMPLATE} --draws 100 --years 2050"));
    let all = ["need", "all", "all", "all", "all", "2050"];
    let headers = ["outcome", "sector", "entity", "region", "segment", "year"];
    let mut rows = summary.rows.iter();
    let row = rows.find(|row| {
        let mut pairs = headers.iter().zip(all);
        pairs.all(|(header, value)| summary.cell(row, header) == value)
    });
    let mean = summary.number(row.unwrap(), "mean").unwrap();
    assert!((means(&table, "need,2050", "to")[0] - mean).abs() < 1e-4 * mean);
}

#[test]
fn the_change_between_two_scenarios_or_variants_adds_up() {
    let root = tempfile::tempdir().unwrap();
    for (place, ends) in [
        "scenarios/nota-ruimte.toml scenarios/laag.toml".to_owned(),
        format!("{REFERENCE} --variant scenarios/beleid/intensiveren.toml"),
        format!(
            "{REFERENCE} --variant scenarios/beleid/hergebruik.toml --variant \
             scenarios/beleid/intensiveren.toml"
        ),
    ]
    .iter()
    .enumerate()
    {
        let folder = root.path().join(place.to_string());
        run_into(&folder, &format!("decompose {ends} --draws 20 --no-charts"));
        let table = CsvFile::read(&folder.join("decomposition.csv"));
        for outcome in ["need,2050", "unmet,2050"] {
            assert_adds_up(&table, outcome);
        }
    }
}

#[test]
fn what_has_no_two_ends_is_refused() {
    let root = tempfile::tempdir().unwrap();
    for (words, hint) in [
        (
            format!("{REFERENCE} {TEMPLATE}"),
            "do not have the same inputs",
        ),
        (
            format!("{REFERENCE} --variant scenarios/beleid/pakket-alles.toml"),
            "choose variants that differ in fewer",
        ),
        (
            format!("{TEMPLATE} --outcome need,2070"),
            "it runs from 2024 to 2050",
        ),
    ] {
        ruimtevraag(&format!("decompose {words} --draws 5"))
            .arg("--out")
            .arg(root.path().join("opbouw"))
            .assert()
            .code(2)
            .stderr(contains(hint));
    }
}

/// Two editions of the template, run before and after the same file was changed in place.
fn editions(root: &Path, changes: &[(&str, &str)]) -> [PathBuf; 2] {
    let path = root.join("scenario");
    let scenario = template_in(&path, |_, text| text);
    let [then, now] = ["then", "now"].map(|name| root.join(name));
    let run = |folder: &Path| {
        let words = format!(
            "run {} --draws 100 --seed 5 --no-charts",
            scenario.display()
        );
        run_into(folder, &words);
    };
    run(&then);
    let mut text = fs::read_to_string(&scenario).unwrap();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    fs::write(&scenario, text).unwrap();
    run(&now);
    [then, now]
}

const AREA: (&str, &str) = ("central = 1000\nhigh = 1050", "central = 1020\nhigh = 1400");

fn decompose_runs(ends: &[PathBuf; 2], out: &Path) -> assert_cmd::assert::Assert {
    ruimtevraag("decompose --draws 100 --outcome need,2050 --lang en --no-charts")
        .args(ends)
        .arg("--out")
        .arg(out)
        .assert()
}

#[test]
fn what_changed_since_the_last_edition_is_taken_apart_though_the_files_were_changed_in_place() {
    let root = tempfile::tempdir().unwrap();
    let correlation = ("value = 0.2", "value = 0.9");
    for (place, (changes, parts)) in [
        (vec![AREA], vec!["green-return"]),
        (vec![AREA, correlation], vec!["green-return", "set-up"]),
    ]
    .into_iter()
    .enumerate()
    {
        let root = root.path().join(place.to_string());
        let ends = editions(&root, &changes);
        let out = root.join("opbouw");
        decompose_runs(&ends, &out)
            .success()
            .stdout(contains("then"));
        let table = CsvFile::read(&out.join("decomposition.csv"));
        assert_adds_up(&table, "need,2050");
        let steps = table.rows_with("part", &["step"]);
        let names: Vec<_> = steps.iter().map(|row| table.cell(row, "driver")).collect();
        assert_eq!(names, parts);
        // The ends are what the runs found, since the draws are those of the runs.
        for (folder, part) in ends.iter().zip(["from", "to"]) {
            let summary = CsvFile::read(&folder.join("summary.csv"));
            let rows = summary.rows_with("outcome", &["need"]);
            let all = ["sector", "entity", "region", "segment"];
            let is_total = |row: &&&Vec<String>| {
                summary.cell(row, "year") == "2050"
                    && all.iter().all(|column| summary.cell(row, column) == "all")
            };
            let row = rows.iter().find(is_total).unwrap();
            let run = summary.number(row, "mean").unwrap();
            let found = means(&table, "need,2050", part)[0];
            assert!((found - run).abs() < 1e-3, "{part}: {found} {run}");
        }
        let back = root.join("back");
        decompose_runs(&[ends[1].clone(), ends[0].clone()], &back).success();
        let [there, back] = [&out, &back].map(|folder| record(folder)["fingerprint"].clone());
        assert_ne!(there, back);
    }
}

#[test]
fn runs_whose_scenario_is_not_known_are_refused() {
    let root = tempfile::tempdir().unwrap();
    let ends = editions(root.path(), &[AREA]);
    let out = root.path().join("opbouw");
    let kept = ends[0].join("scenario/scenario.toml");
    let text = fs::read_to_string(&kept).unwrap();
    fs::write(&kept, text.replace("central = 1000", "central = 1001")).unwrap();
    let changed = decompose_runs(&ends, &out).code(2);
    changed.stderr(contains("not as the run left it").and(contains("repeat the run")));
    // As an older version left it.
    let path = ends[0].join("run.toml");
    let record = fs::read_to_string(&path).unwrap();
    let parts = record.split("[[artefacts]]");
    let older: Vec<_> = parts.filter(|part| !part.contains("\"scenario/")).collect();
    fs::write(&path, older.join("[[artefacts]]")).unwrap();
    let older = decompose_runs(&ends, &out).code(2);
    older.stderr(contains("without the files of its scenario").and(contains("--seed 5")));
    assert!(!out.exists());
    let variant = "--variant scenarios/beleid/intensiveren.toml";
    let mut command = ruimtevraag(&format!("decompose {variant}"));
    command
        .arg(&ends[1])
        .assert()
        .code(2)
        .stderr(contains("as they are"));
}

#[test]
fn editions_whose_correlation_groups_stand_in_another_order_are_not_mixed_up() {
    let root = tempfile::tempdir().unwrap();
    let groups = "[correlation]\ngroups = [\"technology\", \"macro\", \"transition\", \"space-use\", \
                  \"permits-and-grid\", \"housing-pressure\"]";
    let ends = editions(root.path(), &[("[correlation]", groups)]);
    decompose_runs(&ends, &root.path().join("opbouw"))
        .code(2)
        .stderr(contains("do not have the same correlation groups"));
}
