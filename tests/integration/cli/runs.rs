//! Finished runs: drawn again, compared, and opened by other programs.

use std::fs;
use std::path::Path;

use predicates::prelude::*;
use predicates::str::contains;

use crate::command::{
    REFERENCE, TEMPLATE, files_below, is_kind, ruimtevraag, run_into, template_in,
};

fn template_run(folder: &Path, options: &str) {
    run_into(
        folder,
        &format!("run {TEMPLATE} --draws 100 --no-charts {options}"),
    );
}

fn plot(folder: &Path, words: &str) -> assert_cmd::Command {
    let mut command = ruimtevraag("plot");
    command.arg(folder).args(words.split_whitespace());
    command
}

#[test]
fn plot_draws_the_very_chart_that_the_run_drew() {
    let root = tempfile::tempdir().unwrap();
    let (run, again) = (root.path().join("run"), root.path().join("again"));
    run_into(&run, &format!("run {TEMPLATE} --draws 100"));
    plot(&run, "--out").arg(&again).assert().success();
    let drawn = files_below(&run.join("charts"));
    assert!(drawn.len() > 4);
    assert!(files_below(&again) == drawn);
}

#[test]
fn plot_lists_its_charts_and_an_unknown_one_gives_the_nearest() {
    let root = tempfile::tempdir().unwrap();
    template_run(root.path(), "");
    plot(root.path(), "--list --lang en")
        .assert()
        .success()
        .stdout(contains("need-industry").and(contains("Need for land")));
    plot(root.path(), "--chart need-indutry")
        .assert()
        .code(2)
        .stderr(contains("did you mean `need-industry`?"));
}

#[test]
fn plot_takes_a_title_an_organisation_a_size_and_grey() {
    let root = tempfile::tempdir().unwrap();
    template_run(root.path(), "");
    let file = root.path().join("chart.svg");
    let mut command = plot(
        root.path(),
        "--chart need-all --size 1200x800 --palette grey",
    );
    command.args([
        "--title",
        "<Eigen> & \"titel\"",
        "--organisation",
        "Provincie <X>",
    ]);
    command.arg("--out").arg(&file).assert().success();
    let svg = fs::read_to_string(file).unwrap();
    assert!(svg.contains("width=\"1200\" height=\"800\""));
    assert!(svg.contains("&lt;Eigen&gt; &amp;") && svg.contains("Provincie &lt;X&gt;"));
    let colours = svg.split("fill=\"#").skip(1).map(|rest| &rest[..6]);
    let is_grey = |colour: &str| colour[..2] == colour[2..4] && colour[2..4] == colour[4..];
    assert!(colours.clone().count() > 5 && colours.clone().all(is_grey));
    plot(root.path(), "--size 10x10")
        .assert()
        .code(1)
        .stderr(contains("10 × 10"));
    plot(root.path(), "--size large")
        .assert()
        .code(2)
        .stderr(contains("1600x900"));
    plot(root.path(), "--out a.png")
        .assert()
        .code(2)
        .stderr(contains("one file"));
}

#[test]
fn several_runs_stand_side_by_side_on_one_scale() {
    let root = tempfile::tempdir().unwrap();
    let mut command = ruimtevraag("plot --chart need-industry --format svg");
    for scenario in ["laag", "hoog"] {
        let folder = root.path().join(scenario);
        run_into(
            &folder,
            &format!("run scenarios/{scenario}.toml --draws 100 --no-charts"),
        );
        command.arg(folder);
    }
    let out = root.path().join("plots");
    command.arg("--out").arg(&out).assert().success();
    let svg = fs::read_to_string(out.join("need-industry.svg")).unwrap();
    assert!(svg.contains("Laag: ") && svg.contains("Hoog: "));
    // Every label of the axis of values, such as 2.000, stands in both.
    let is_label =
        |line: &&str| line.contains('.') && line.chars().all(|c| c.is_ascii_digit() || c == '.');
    let labels: Vec<_> = svg.lines().filter(is_label).collect();
    assert!(labels.len() >= 4, "{labels:?}");
    for label in &labels {
        let times = labels.iter().filter(|other| *other == label).count();
        assert_eq!(times, 2, "{label}");
    }
}

#[test]
fn two_runs_are_compared_and_their_pairing_is_told() {
    let root = tempfile::tempdir().unwrap();
    let [a, b, c] = ["a", "b", "c"].map(|name| root.path().join(name));
    template_run(&a, "");
    template_run(&b, "");
    template_run(&c, "--seed 9");
    let compare = |one: &Path, other: &Path| {
        let mut command = ruimtevraag("compare --lang en");
        command.arg(one).arg(other).assert().success()
    };
    compare(&a, &b).stdout(contains("Same seed, design and number of draws"));
    compare(&a, &c).stdout(contains("Not paired"));
    let three = ruimtevraag("compare").arg(&a).arg(&b).arg(&c).assert();
    three.code(2).stderr(contains("two finished runs"));
    let mixed = ruimtevraag("compare").arg(&a).arg(TEMPLATE).assert();
    mixed.code(2).stderr(contains("--variant"));
}

#[test]
fn a_run_where_a_scenario_is_wanted_is_told_what_can_be_done_with_it() {
    let root = tempfile::tempdir().unwrap();
    template_run(root.path(), "");
    for command in ["run", "check"] {
        let refused = ruimtevraag(command).arg(root.path()).assert().code(2);
        refused.stderr(contains("finished run").and(contains("plot")));
    }
}

#[test]
fn a_folder_that_holds_no_run_is_refused_by_plot() {
    let root = tempfile::tempdir().unwrap();
    plot(root.path(), "")
        .assert()
        .code(2)
        .stderr(contains("holds no run"));
}

#[test]
fn an_edited_file_of_a_run_is_named_when_it_is_read_back() {
    let root = tempfile::tempdir().unwrap();
    template_run(root.path(), "");
    fs::write(root.path().join("summary.csv"), "x").unwrap();
    plot(root.path(), "--list --lang en")
        .assert()
        .success()
        .stderr(contains("summary.csv is not as the run left it"));
}

#[test]
fn dutch_csv_has_semicolons_and_decimal_commas_and_is_read_back() {
    let root = tempfile::tempdir().unwrap();
    template_run(root.path(), "--csv-dialect nl");
    let summary = fs::read_to_string(root.path().join("summary.csv")).unwrap();
    assert!(summary.starts_with("\u{feff}scenario;variant;"));
    assert!(!summary.contains('.'), "a decimal point is left");
    plot(root.path(), "--list").assert().success().stderr("");
}

#[test]
fn every_format_is_left_and_is_the_same_again() {
    let root = tempfile::tempdir().unwrap();
    let made = ["a", "b"].map(|name| {
        let folder = root.path().join(name);
        template_run(&folder, "--format xlsx,parquet,geojson");
        let mut files = files_below(&folder);
        files.remove("run.toml").unwrap();
        files
    });
    for name in [
        "results.xlsx",
        "draws.parquet",
        "summary.parquet",
        "regions.geojson",
        "places.geojson",
    ] {
        assert!(made[0].contains_key(name), "{name}");
    }
    for (name, content) in &made[0] {
        assert!(made[1][name] == *content, "{name} differs");
    }
    let refused = ruimtevraag(&format!("run {TEMPLATE} --format xlxs")).assert();
    refused.code(2).stderr(contains("did you mean `xlsx`?"));
}

#[test]
fn draws_that_were_counted_cannot_be_left() {
    let root = tempfile::tempdir().unwrap();
    let words = format!("run {REFERENCE} --draws 4000 --memory 1 --format parquet --no-charts");
    let mut command = ruimtevraag(&words);
    let folder = root.path().join("run");
    let refused = command.arg("--out").arg(&folder).assert();
    refused.code(2).stderr(contains("--memory"));
    assert!(!folder.exists(), "refused only after something was done");
}

#[test]
fn hostile_titles_stay_text_in_every_file() {
    let root = tempfile::tempdir().unwrap();
    let hostile = "nl = '=HYPERLINK(\"https://a.nl\") <script>'";
    let scenario = template_in(&root.path().join("scenario"), |_, text| {
        text.replace("nl = \"Mijn scenario\"", hostile)
    });
    assert!(fs::read_to_string(&scenario).unwrap().contains(hostile));
    let run = root.path().join("run");
    let words = format!(
        "run {} --draws 50 --format xlsx,parquet,geojson",
        scenario.display()
    );
    run_into(&run, &words);
    for (name, content) in files_below(&run) {
        let text = String::from_utf8_lossy(&content);
        if is_kind(&name, "svg") {
            assert!(!text.contains("<script>"), "{name}");
        }
        if is_kind(&name, "csv") {
            assert!(
                !text.contains("\n=HYPERLINK") && !text.contains(",=HYPERLINK"),
                "{name}"
            );
        }
    }
}
