//! Searching for the conditions under which something happens.

use predicates::prelude::*;
use predicates::str::contains;

use crate::command::{CsvFile, REFERENCE, TEMPLATE, files_below, ruimtevraag, run_into};

/// What runs short in the reference scenario, as an argument.
const WET_LAND: &str = "backlog(region=NL36,segment=wet-hmc,year=2050)+backlog(region=NL41,segment=wet-hmc,year=2050)>200";

#[test]
fn conditions_of_a_shortage_are_found_told_and_left_as_tables_and_charts() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("run");
    ruimtevraag(&format!(
        "discover {REFERENCE} --draws 2000 --lang en --when {WET_LAND}"
    ))
    .arg("--out")
    .arg(&folder)
    .assert()
    .success()
    .stdout(contains("If industry.green_return at least"))
    .stdout(contains("of 10 draws"))
    .stdout(contains("returns in green form"));
    let files = files_below(&folder);
    for name in ["charts/tradeoff.svg", "charts/tradeoff.png"] {
        assert!(files.contains_key(name), "{:?}", files.keys());
    }
    let boxes = CsvFile::read(&folder.join("boxes.csv"));
    let restrictions = CsvFile::read(&folder.join("restrictions.csv"));
    assert!(!restrictions.rows.is_empty());
    for row in &boxes.rows {
        let number = |column: &str| boxes.number(row, column).unwrap();
        let ratio = number("draws_inside_that_meet") / number("draws_inside");
        assert!((ratio - number("density")).abs() < 1e-5);
        assert!(number("density") > number("base_rate"));
    }
    // one half of the draws tests what the other half suggested
    assert_eq!(boxes.cell(&boxes.rows[0], "draws"), "1000");
}

#[test]
fn the_same_rules_come_on_any_number_of_threads() {
    let root = tempfile::tempdir().unwrap();
    let left = ["1", "3"].map(|threads| {
        let folder = root.path().join(threads);
        let words = format!(
            "discover {TEMPLATE} --draws 1000 --when need,2050>350 --no-charts --threads {threads}"
        );
        run_into(&folder, &words);
        let mut files = files_below(&folder);
        files.remove("run.toml");
        files
    });
    assert!(left[0].contains_key("boxes.csv"));
    assert_eq!(left[0], left[1]);
}

#[test]
fn a_condition_that_hardly_any_draw_meets_is_answered_with_the_spread_and_a_better_one() {
    let root = tempfile::tempdir().unwrap();
    ruimtevraag(&format!(
        "discover {TEMPLATE} --draws 500 --when need,2050>1e6 --lang en"
    ))
    .arg("--out")
    .arg(root.path().join("run"))
    .assert()
    .success()
    .stdout(contains("This holds in 0% of 500 draws").and(contains("P95")))
    .stdout(contains("--when \"need,2050 > "));
}

#[test]
fn what_cannot_be_looked_at_is_refused_with_what_can() {
    for (when, hint) in [
        ("backlog(year=2050)", "write one like"),
        ("backlogs(year=2050)>1", "did you mean `backlog`?"),
        (
            "need(region=NL99,year=2050)>1",
            "expected one of NL36, NL41",
        ),
        ("need,2060>1", "it runs from 2024 to 2050"),
        ("need>1", "name a year"),
        ("backlog,2050>1", "no supply"),
    ] {
        let root = tempfile::tempdir().unwrap();
        ruimtevraag(&format!("discover {TEMPLATE} --draws 50 --when {when}"))
            .arg("--out")
            .arg(root.path().join("run"))
            .assert()
            .code(2)
            .stderr(contains(hint));
    }
}

#[test]
fn the_smallest_package_of_levers_that_relieves_is_found_and_said_to_be_proven() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("run");
    ruimtevraag(&format!(
        "discover {REFERENCE} --draws 100 --lang en --relieve unmet,2050>6000 --below 50% \
         --variant scenarios/beleid/intensiveren.toml --variant scenarios/beleid/hergebruik.toml \
         --variant scenarios/beleid/beschermen.toml"
    ))
    .arg("--out")
    .arg(&folder)
    .assert()
    .success()
    .stdout(contains("Without levers it is so in"));
    let table = CsvFile::read(&folder.join("relief.csv"));
    let share = |row: &[String]| table.number(row, "share_of_draws").unwrap();
    let enough = table.rows_with("kind", &["enough"]);
    for row in &enough {
        assert!(share(row) < 0.5);
        assert_eq!(table.cell(row, "proven_smallest"), "yes");
    }
    // what is enough alone is a package of one
    let is_one_enough = table
        .rows_with("kind", &["alone"])
        .iter()
        .any(|row| share(row) < 0.5);
    if let Some(row) = enough.first() {
        assert_eq!(is_one_enough, table.cell(row, "size") == "1");
    }
    assert_eq!(table.rows_with("kind", &["alone"]).len(), 4);
}

#[test]
fn relief_is_asked_for_in_full() {
    for (words, hint) in [
        ("--relieve need,2050>1", "--below"),
        (
            "--when need,2050>1 --relieve need,2050>1 --below 10%",
            "cannot be used with",
        ),
        ("--relieve need,2050>1 --below 110%", "between 0% and 100%"),
        ("--relieve need,2050>1 --below 10%", "no lever"),
        ("", "--when"),
    ] {
        let root = tempfile::tempdir().unwrap();
        ruimtevraag(&format!("discover {TEMPLATE} --draws 5 {words}"))
            .arg("--out")
            .arg(root.path().join("run"))
            .assert()
            .code(2)
            .stderr(contains(hint));
    }
}
