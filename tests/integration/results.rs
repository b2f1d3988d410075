//! A finished run is read back as it was left, or refused with what to do about it.

use std::fs;
use std::path::Path;

use ruimtevraag::engine::OutcomeName;
use ruimtevraag::results::{self, ChangedFile, Finished, ResultsError, Whose};

use crate::command::{CsvFile, REFERENCE, TEMPLATE, run_into};

const VARIANT: &str = "scenarios/beleid/intensiveren.toml";

fn read(folder: &Path) -> Finished {
    results::read(folder).unwrap()
}

#[test]
fn a_run_is_read_back_with_every_figure_that_its_tables_show() {
    let root = tempfile::tempdir().unwrap();
    run_into(
        root.path(),
        &format!("run {REFERENCE} --variant {VARIANT} --draws 200 --no-charts"),
    );
    let finished = read(root.path());
    assert!(finished.changed.is_empty(), "{:?}", finished.changed);
    let found = &finished.results;
    assert_eq!(found.job.fingerprint, finished.record.fingerprint);
    assert_eq!(found.scenarios[0].variants[0].id, "intensiveren");
    let inputs = found.scenarios[0].inputs;
    let graded = inputs.measured + inputs.published + inputs.derived + inputs.assumption;
    assert!(inputs.all == graded && inputs.uncertain < inputs.all);
    for table in &found.tables {
        let csv = CsvFile::read(&root.path().join(format!("{}.csv", table.name)));
        assert_eq!(csv.headers, table.table.headers);
        assert_eq!(csv.rows.len(), table.table.rows.len(), "{}", table.name);
        let is_titled = !table.title.nl.starts_with("table-") && !table.title.en.is_empty();
        assert!(is_titled, "{}", table.name);
    }
    let csv = CsvFile::read(&root.path().join("summary.csv"));
    for variant in [None, Some("intensiveren")] {
        let whose = Whose {
            variant,
            ..Whose::scenario("nota-ruimte")
        };
        let summary = found.summary(whose).unwrap();
        let rows = csv.rows_with("variant", &[variant.unwrap_or("none")]);
        assert_eq!(summary.rows().len(), rows.len());
        for (row, outcome) in rows.iter().zip(summary.rows()) {
            assert_eq!(csv.cell(row, "outcome"), outcome.name.kind.name());
            assert_eq!(summary.get(&outcome.name), Some(outcome));
            if let Some(p50) = csv.number(row, "p50") {
                assert!((outcome.statistics.p50() - p50).abs() <= 5.1e-7);
            }
        }
    }
}

#[test]
fn the_difference_of_a_variant_is_that_of_the_means() {
    let root = tempfile::tempdir().unwrap();
    run_into(
        root.path(),
        &format!("run {REFERENCE} --variant {VARIANT} --draws 200 --no-charts"),
    );
    let found = read(root.path()).results;
    let with = Whose {
        scenario: "nota-ruimte",
        variant: Some("intensiveren"),
    };
    let without = Whose::scenario("nota-ruimte");
    let name: OutcomeName = "backlog,region=NL36,2050".parse().unwrap();
    let mean = |whose| {
        found
            .summary(whose)
            .unwrap()
            .get(&name)
            .unwrap()
            .statistics
            .mean
    };
    let difference = found.difference(with).unwrap();
    let difference = difference.get(&name).unwrap().statistics;
    assert!(difference.mean < -1.0, "the variant changes nothing");
    assert!((difference.mean - (mean(with) - mean(without))).abs() < 1e-9);
}

#[test]
fn results_are_the_same_for_any_number_of_threads() {
    let root = tempfile::tempdir().unwrap();
    let made = ["1", "2"].map(|threads| {
        let folder = root.path().join(threads);
        run_into(
            &folder,
            &format!("run {TEMPLATE} --draws 300 --no-charts --threads {threads}"),
        );
        fs::read(folder.join("results.json")).unwrap()
    });
    assert!(made[0] == made[1]);
}

#[test]
fn charts_as_data_are_those_that_were_drawn() {
    let root = tempfile::tempdir().unwrap();
    run_into(
        root.path(),
        &format!("run {TEMPLATE} --draws 200 --lang en"),
    );
    let found = read(root.path()).results;
    assert!(!found.charts.is_empty());
    let texts = ruimtevraag::language::Texts::new(ruimtevraag::language::Language::En);
    for chart in &found.charts {
        let path = root.path().join(format!("charts/{}.svg", chart.name()));
        let size = ruimtevraag::chart::Size::default();
        let again = ruimtevraag::chart::svg(&chart.en, &texts, size).unwrap();
        assert!(
            again == fs::read_to_string(path).unwrap(),
            "{}",
            chart.name()
        );
    }
}

#[test]
fn files_that_were_edited_or_deleted_are_named() {
    let root = tempfile::tempdir().unwrap();
    run_into(
        root.path(),
        &format!("run {TEMPLATE} --draws 100 --no-charts"),
    );
    let csv = root.path().join("summary.csv");
    fs::write(&csv, fs::read_to_string(&csv).unwrap().replace('1', "2")).unwrap();
    fs::remove_file(root.path().join("inputs.csv")).unwrap();
    let changed = read(root.path()).changed;
    assert!(changed.contains(&ChangedFile::Edited("summary.csv".to_owned())));
    assert!(changed.contains(&ChangedFile::Missing("inputs.csv".to_owned())));
    assert_eq!(changed.len(), 2);
}

#[test]
fn results_that_were_edited_or_cut_off_are_refused() {
    let root = tempfile::tempdir().unwrap();
    run_into(
        root.path(),
        &format!("run {TEMPLATE} --draws 100 --no-charts"),
    );
    let path = root.path().join("results.json");
    let json = fs::read(&path).unwrap();
    fs::write(&path, &json[..json.len() / 2]).unwrap();
    let error = results::read(root.path()).unwrap_err();
    assert!(matches!(error, ResultsError::Changed { .. }));
    assert!(error.to_string().contains("ruimtevraag run"), "{error}");
    fs::remove_file(&path).unwrap();
    assert!(matches!(
        results::read(root.path()),
        Err(ResultsError::File(_))
    ));
}

#[test]
fn a_folder_without_a_run_and_a_run_without_results_are_told_apart() {
    let root = tempfile::tempdir().unwrap();
    let error = results::read(root.path()).unwrap_err();
    assert!(matches!(error, ResultsError::NoRun(_)));
    run_into(
        root.path(),
        &format!("run {TEMPLATE} --draws 100 --no-charts"),
    );
    let path = root.path().join("run.toml");
    let record = fs::read_to_string(&path).unwrap();
    fs::write(&path, record.replace("results.json", "old.json")).unwrap();
    let error = results::read(root.path()).unwrap_err();
    assert!(matches!(error, ResultsError::NoResults { .. }), "{error}");
}
