//! Policy variants over several scenarios.

use std::path::Path;

use predicates::str::contains;

use crate::command::{CsvFile, REFERENCE, files_below, ruimtevraag, run_into, summary_of};

const SCENARIOS: [&str; 3] = ["nota-ruimte", "laag", "hoog"];

const VARIANTS: &str =
    "--variant scenarios/beleid/intensiveren.toml --variant scenarios/beleid/pakket-alles.toml";

fn compare(folder: &Path, words: &str) -> [CsvFile; 2] {
    let scenarios = SCENARIOS.map(|id| format!("scenarios/{id}.toml")).join(" ");
    let words = format!("compare {scenarios} {VARIANTS} --no-delay {words}");
    run_into(folder, &words);
    ["robustness.csv", "robustness_by_scenario.csv"].map(|name| CsvFile::read(&folder.join(name)))
}

/// The row of a variant, and in a scenario if the table has those.
fn row<'t>(table: &'t CsvFile, scenario: Option<&str>, variant: &str) -> &'t [String] {
    let rows = table.rows_with("variant", &[variant]).into_iter();
    let is_it = |row: &&Vec<String>| scenario.is_none_or(|id| table.cell(row, "scenario") == id);
    rows.filter(is_it).collect::<Vec<_>>()[0]
}

#[test]
fn robustness_follows_from_what_each_scenario_finds_by_itself() {
    let root = tempfile::tempdir().unwrap();
    let words = "--draws 200 --satisfied unmet,2050<=4000 --level 40% --no-charts";
    let [over_all, by_scenario] = compare(root.path(), words);
    assert_eq!(over_all.rows.len(), 3);
    assert_eq!(by_scenario.rows.len(), 9);
    for variant in ["none", "intensiveren", "pakket-alles"] {
        let of = |id| row(&by_scenario, Some(id), variant);
        let number = |id, column| by_scenario.number(of(id), column).unwrap();
        let all = |column| over_all.number(row(&over_all, None, variant), column);
        let worst = |column| SCENARIOS.map(|id| number(id, column)).into_iter();
        assert_eq!(all("worst_p50"), worst("p50").reduce(f64::max));
        assert_eq!(all("worst_end"), worst("p95").reduce(f64::max));
        assert_eq!(
            all("least_share"),
            worst("share_satisfied").reduce(f64::min)
        );
        let satisfied = SCENARIOS.map(|id| number(id, "share_satisfied") >= 0.4);
        let told = SCENARIOS.map(|id| by_scenario.cell(of(id), "satisfied") == "yes");
        assert_eq!(satisfied, told);
        let count = f64::from(satisfied.map(u8::from).iter().sum::<u8>());
        assert_eq!(all("satisfied_scenarios"), Some(count));
    }
    // What a run of one scenario says of the same draws.
    let variant = "--variant scenarios/beleid/pakket-alles.toml";
    let summary = summary_of(&format!(
        "run {REFERENCE} {variant} --draws 200 --years 2030,2050"
    ));
    for variant in ["none", "pakket-alles"] {
        let is_total = |row: &&&Vec<String>| {
            let all = ["sector", "entity", "region", "segment"];
            all.iter().all(|column| summary.cell(row, column) == "all")
                && summary.cell(row, "year") == "2050"
                && summary.cell(row, "variant") == variant
        };
        let rows = summary.rows_with("outcome", &["unmet"]);
        let run = rows.iter().find(is_total).unwrap();
        let ours = row(&by_scenario, Some("nota-ruimte"), variant);
        for column in ["p05", "p50", "p95"] {
            let [a, b] = [
                summary.number(run, column),
                by_scenario.number(ours, column),
            ];
            assert!((a.unwrap() - b.unwrap()).abs() < 1e-3, "{a:?} {b:?}");
        }
    }
}

#[test]
fn without_a_condition_half_the_expected_shortage_of_the_first_scenario_satisfies() {
    let root = tempfile::tempdir().unwrap();
    let [over_all, _] = compare(root.path(), "--draws 200");
    let regret = CsvFile::read(&root.path().join("regret.csv"));
    let none = row(&regret, Some("nota-ruimte"), "none");
    let half = 0.5 * regret.number(none, "expected_unmet_ha").unwrap();
    let condition = over_all.cell(&over_all.rows[0], "satisfied_when");
    let limit: f64 = condition
        .strip_prefix("unmet,2050 <= ")
        .unwrap()
        .parse()
        .unwrap();
    assert!((limit - half).abs() <= 50.0, "{limit} {half}");
    let files = files_below(root.path());
    for chart in ["robustness", "robustness-worst-case"] {
        assert!(
            files.contains_key(&format!("charts/{chart}.svg")),
            "{chart}"
        );
    }
    let report = String::from_utf8_lossy(&files["report.html"]);
    assert!(report.contains("robustness.csv"));
}

#[test]
fn draws_that_were_counted_are_judged_as_those_that_were_kept() {
    let root = tempfile::tempdir().unwrap();
    let [kept, counted] = ["1024", "1"].map(|memory| {
        let words =
            format!("--draws 2000 --no-charts --memory {memory} --satisfied unmet,2050<=4000");
        compare(&root.path().join(memory), &words)[1].clone()
    });
    for (kept_row, counted_row) in kept.rows.iter().zip(&counted.rows) {
        let pair = |column| {
            [
                kept.number(kept_row, column),
                counted.number(counted_row, column),
            ]
        };
        let [a, b] = pair("share_satisfied").map(Option::unwrap);
        assert!((a - b).abs() <= 0.002, "{a} {b}");
        let [a, b] = pair("p50").map(Option::unwrap);
        assert!((a - b).abs() <= 0.005 * a, "{a} {b}");
    }
    ruimtevraag(&format!(
        "compare {REFERENCE} {VARIANTS} --draws 2000 --memory 1 --no-delay --no-charts \
         --satisfied backlog(region=NL36,year=2050)+backlog(region=NL41,year=2050)<=100"
    ))
    .arg("--out")
    .arg(root.path().join("sum"))
    .assert()
    .code(2)
    .stderr(contains("--memory"));
}
