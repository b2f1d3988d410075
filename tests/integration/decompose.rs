//! Taking a change apart.

use predicates::prelude::*;
use predicates::str::contains;

use crate::command::{
    CsvFile, REFERENCE, TEMPLATE, files_below, ruimtevraag, run_into, summary_of,
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
            "name a year within",
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
