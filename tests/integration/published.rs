//! `published`: the score that is shown is the score that the table holds.

use std::fs;

use predicates::prelude::*;
use predicates::str::contains;

use crate::command::{CsvFile, ruimtevraag};

const HEADERS: [&str; 20] = [
    "scenario",
    "benchmark",
    "outcome",
    "base_year",
    "year",
    "unit",
    "published_low",
    "published_central",
    "published_high",
    "p05",
    "p50",
    "p95",
    "percentile_of_published_central",
    "realised",
    "realised_inside_published",
    "realised_inside_p05_p95",
    "p50_inside_published",
    "source",
    "realised_source",
    "note",
];

/// The table and what stood in the terminal, in English.
fn scoreboard() -> (CsvFile, String) {
    let root = tempfile::tempdir().unwrap();
    let out = root.path().join("run");
    let assert = ruimtevraag("published --draws 300 --lang en --no-charts")
        .arg("--out")
        .arg(&out)
        .assert()
        .success()
        .stderr(contains(out.to_str().unwrap()));
    let shown = String::from_utf8(assert.get_output().stdout.clone()).unwrap();
    (CsvFile::read(&out.join("scoreboard.csv")), shown)
}

/// Whether a number of a row lies between two others; `None` when one of them is not given.
fn within(table: &CsvFile, row: &[String], value: &str, low: &str, high: &str) -> Option<bool> {
    let [value, low, high] = [value, low, high].map(|header| table.number(row, header));
    Some(low? <= value? && value? <= high?)
}

#[test]
fn every_published_case_stands_in_the_table_and_the_terminal() {
    let (table, shown) = scoreboard();
    assert_eq!(table.headers, HEADERS);
    for entry in fs::read_dir("scenarios/published").unwrap() {
        let path = entry.unwrap().path();
        if path
            .extension()
            .is_some_and(|extension| extension == "toml")
        {
            let id = path.file_stem().unwrap().to_str().unwrap();
            assert!(!table.rows_with("scenario", &[id]).is_empty(), "{id}");
        }
    }
    for row in &table.rows {
        let id = format!("({})", table.cell(row, "benchmark"));
        assert!(shown.contains(&id), "{id}\n{shown}");
        let quantiles = ["p05", "p50", "p95"].map(|header| table.number(row, header).unwrap());
        assert!(quantiles.is_sorted(), "{row:?}");
    }
}

#[test]
fn the_score_is_what_a_recount_of_the_table_gives() {
    let (table, shown) = scoreboard();
    let judgements = [
        (
            "realised_inside_published",
            "realised",
            "published_low",
            "published_high",
        ),
        ("realised_inside_p05_p95", "realised", "p05", "p95"),
        (
            "p50_inside_published",
            "p50",
            "published_low",
            "published_high",
        ),
    ];
    let mut counts = Vec::new();
    for (header, value, low, high) in judgements {
        let mut count = (0, 0);
        for row in &table.rows {
            let judged = within(&table, row, value, low, high);
            let written = match judged {
                Some(true) => "yes",
                Some(false) => "no",
                None => "",
            };
            assert_eq!(table.cell(row, header), written, "{header}: {row:?}");
            count.0 += usize::from(judged == Some(true));
            count.1 += usize::from(judged.is_some());
        }
        counts.push(count);
    }
    let [
        (in_theirs, with_band),
        (in_ours, realised),
        (medians, bands),
    ] = counts[..]
    else {
        panic!("three judgements");
    };
    assert!(realised >= 5 && bands >= 10, "{counts:?}");
    let sentences = [
        format!("Of {realised} cases with a realisation, it lay inside our P5–P95 in {in_ours}"),
        format!("of the {with_band} with a published band inside that in {in_theirs}"),
        format!("Our median lies inside the published band in {medians} of {bands} cases"),
        format!("Mean deviation of our median: {}", percent(bias(&table))),
    ];
    for sentence in sentences {
        assert!(shown.contains(&sentence), "{sentence}\n{shown}");
    }
}

/// The geometric mean of our median over what was realised, less 1.
fn bias(table: &CsvFile) -> f64 {
    let ratios = table
        .rows
        .iter()
        .filter_map(|row| Some(table.number(row, "p50")? / table.number(row, "realised")?));
    let ratios: Vec<_> = ratios.collect();
    let number = f64::from(u32::try_from(ratios.len()).unwrap());
    ratios.iter().product::<f64>().powf(1.0 / number) - 1.0
}

fn percent(share: f64) -> String {
    format!("{:.0}%", share * 100.0).replace('-', "−")
}

#[test]
fn one_case_can_be_rerun_by_itself() {
    let root = tempfile::tempdir().unwrap();
    ruimtevraag("published scenarios/published/rotterdam-1998.toml --draws 100")
        .arg("--out")
        .arg(root.path())
        .assert()
        .success()
        .stdout(contains("ramingen-1998").and(contains("utrecht").not()));
    let table = CsvFile::read(&root.path().join("scoreboard.csv"));
    assert_eq!(table.rows.len(), 1);
}
