//! Finished runs: drawn again, compared, and opened by other programs.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, read_to_string};
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
fn charts_that_cannot_be_drawn_are_told_and_not_passed_over() {
    let root = tempfile::tempdir().unwrap();
    let [run, drivers] = ["run", "drivers"].map(|name| root.path().join(name));
    template_run(&run, "");
    run_into(
        &drivers,
        &format!("sensitivity {TEMPLATE} --draws 100 --no-charts"),
    );
    for option in [None, Some("--list")] {
        let mut command = ruimtevraag("plot");
        command.args([&run, &drivers]).args(option);
        command.arg("--out").arg(root.path().join("plots"));
        let refused = command.assert().code(2).stdout("");
        refused.stderr(contains("no chart in common"));
    }
}

#[test]
fn a_fact_sheet_asked_for_twice_is_counted_once() {
    let root = tempfile::tempdir().unwrap();
    let run = root.path().join("run");
    template_run(&run, "");
    let mut command = ruimtevraag("fact-sheet --lang en");
    command.arg(&run).args(["NL36", "haven", "NL36"]);
    command.assert().success().stdout(contains("2"));
    assert_eq!(files_below(&root.path().join("run-fact-sheets")).len(), 2);
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

/// Text that a spreadsheet would run, a link, and a script.
const HOSTILE: &str = "=HYPERLINK(\"https://a.nl\") <script>";

#[test]
fn hostile_titles_stay_text_in_every_file() {
    let root = tempfile::tempdir().unwrap();
    let scenario = template_in(&root.path().join("scenario"), |name, text| {
        if name == "invoer.csv" {
            let cell = format!("\"{}\"", HOSTILE.replace('"', "\"\""));
            text.replace(";Constant: no year in the name", &format!(";{cell}"))
        } else {
            text.replace("\"Mijn scenario\"", &format!("'{HOSTILE}'"))
        }
    });
    let run = root.path().join("run");
    let words = format!(
        "run {} --draws 50 --format xlsx,parquet,geojson",
        scenario.display()
    );
    run_into(&run, &words);
    let mut bearing = BTreeSet::new();
    for (name, content) in files_below(&run) {
        // What was read is kept as it was, and pixels and columns of numbers run nothing.
        let is_inert = ["png", "parquet", "toml"]
            .into_iter()
            .any(|kind| is_kind(&name, kind));
        if name.starts_with("scenario/") || is_inert {
            continue;
        }
        let kind = Path::new(&name)
            .extension()
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        if stays_text(&kind, &content, &name) {
            bearing.insert(kind);
        }
    }
    // Elsewhere the text does not come.
    let wanted = ["csv", "html", "json", "svg", "xlsx"].map(str::to_owned);
    assert_eq!(bearing, BTreeSet::from(wanted));
}

/// Whether the hostile text is in a file; it must be nothing but text there.
fn stays_text(kind: &str, content: &[u8], name: &str) -> bool {
    let text = String::from_utf8_lossy(content);
    match kind {
        "csv" => {
            let mut reader = csv::Reader::from_reader(content);
            let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
            let cells = || rows.iter().flatten();
            assert!(!cells().any(|cell| cell.starts_with('=')), "{name}");
            cells().any(|cell| cell == format!("'{HOSTILE}"))
        }
        "json" | "geojson" => {
            let value: serde_json::Value = serde_json::from_slice(content).unwrap();
            holds(&value)
        }
        "svg" | "html" => {
            assert!(!text.contains("a.nl\") <script>"), "{name}");
            assert!(!text.contains("href=\"https://a.nl"), "{name}");
            text.contains("=HYPERLINK(") && text.contains("&lt;script&gt;")
        }
        "xlsx" => {
            let parts = parts(content);
            let sheets = parts
                .iter()
                .filter(|(part, _)| part.contains("worksheets/"));
            for (part, sheet) in sheets {
                for element in ["<f>", "<f ", "<hyperlink"] {
                    assert!(!sheet.contains(element), "{name}: {part}");
                }
            }
            parts["xl/sharedStrings.xml"].contains("=HYPERLINK(")
        }
        _ => panic!("{name}: what may not stand in such a file?"),
    }
}

/// Whether a text somewhere in a document is the hostile one.
fn holds(value: &serde_json::Value) -> bool {
    use serde_json::Value::{Array, Object, String};
    match value {
        String(text) => text == HOSTILE,
        Array(values) => values.iter().any(holds),
        Object(fields) => fields.values().any(holds),
        _ => false,
    }
}

/// The parts of a workbook, by name.
fn parts(book: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let parts = (0..archive.len()).map(|place| {
        let part = archive.by_index(place).unwrap();
        let name = part.name().unwrap().to_string();
        (name, read_to_string(part).unwrap())
    });
    parts.collect()
}
