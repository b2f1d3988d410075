//! What a user types, sees and finds afterwards.

mod folders;
mod maps;
mod names;
mod runs;

use std::fs;
use std::io::Read;
use std::process::Stdio;

use predicates::prelude::*;
use predicates::str::contains;

use crate::command::{
    CsvFile, PROGRAM, REFERENCE, TEMPLATE, files_below, is_kind, ruimtevraag, template_in,
};

const SUMMARY_HEADERS: &str = "scenario,variant,outcome,sector,entity,region,segment,year,unit,mean,sd,\
                               p05,p10,p25,p50,p75,p90,p95,se_mean,se_p50,p_shortage";

#[test]
fn a_run_leaves_tables_charts_and_a_record() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("run");
    ruimtevraag(&format!("run {TEMPLATE} --draws 40"))
        .arg("--out")
        .arg(&folder)
        .assert()
        .success();
    let files = files_below(&folder);
    let summary = String::from_utf8(files["summary.csv"].clone()).unwrap();
    assert_eq!(summary.lines().next().unwrap(), SUMMARY_HEADERS);
    assert!(summary.lines().count() > 100);
    for name in ["benchmarks.csv", "inputs.csv"] {
        assert!(!files[name].is_empty(), "{name}");
    }
    let charts = |extension: &str| -> Vec<String> {
        let names = files
            .keys()
            .filter_map(|name| name.strip_prefix("charts/")?.strip_suffix(extension));
        names.map(str::to_owned).collect()
    };
    assert!(charts(".svg").len() >= 8, "{:?}", files.keys());
    assert_eq!(charts(".svg"), charts(".png"));
    for (name, content) in &files {
        if is_kind(name, "png") {
            assert!(content.starts_with(b"\x89PNG\r\n\x1a\n"), "{name}");
        } else if is_kind(name, "svg") {
            let text = String::from_utf8(content.clone()).unwrap();
            assert!(
                text.contains("<svg") && text.trim_end().ends_with("</svg>"),
                "{name}"
            );
        }
    }
    assert!(folders::is_whole(&folder));
}

#[test]
fn rows_that_sum_over_a_dimension_say_all() {
    let summary = crate::command::summary_of(&format!("run {TEMPLATE} --draws 20"));
    let total = summary.rows.iter().find(|row| {
        ["sector", "entity", "region", "segment"]
            .iter()
            .all(|dimension| summary.cell(row, dimension) == "all")
            && summary.cell(row, "outcome") == "need"
            && summary.cell(row, "year") == "2050"
    });
    let total = summary.number(total.unwrap(), "mean").unwrap();
    let by_sector = summary.rows.iter().filter(|row| {
        summary.cell(row, "sector") != "all"
            && ["entity", "region", "segment"]
                .iter()
                .all(|dimension| summary.cell(row, dimension) == "all")
            && summary.cell(row, "outcome") == "need"
            && summary.cell(row, "year") == "2050"
    });
    let means: Vec<_> = by_sector
        .map(|row| summary.number(row, "mean").unwrap())
        .collect();
    assert!(means.len() >= 3, "{means:?}");
    let sum: f64 = means.iter().sum();
    assert!(
        total > 0.0 && (total - sum).abs() < 1e-4,
        "{total} {means:?}"
    );
}

#[test]
fn standard_output_carries_results_and_standard_error_messages() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("run");
    ruimtevraag(&format!("run {TEMPLATE} --draws 20 --no-charts"))
        .arg("--out")
        .arg(&folder)
        .assert()
        .success()
        .stdout(contains("P50").and(contains("Ruimtevraag")))
        .stdout(contains(folder.to_str().unwrap()).not())
        .stderr(contains(folder.to_str().unwrap()).and(contains("P50").not()));
}

#[test]
fn quiet_prints_nothing_on_standard_error() {
    let root = tempfile::tempdir().unwrap();
    let words = format!("run {TEMPLATE} --draws 20 --no-charts --quiet");
    // The second run replaces the first, which would be told otherwise.
    for _ in 0..2 {
        ruimtevraag(&words)
            .arg("--out")
            .arg(root.path().join("run"))
            .assert()
            .success()
            .stdout(contains("P50"))
            .stderr("");
    }
}

#[test]
fn the_language_of_terminal_and_charts_can_be_english() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("run");
    ruimtevraag(&format!("run {TEMPLATE} --draws 20 --lang en"))
        .arg("--out")
        .arg(&folder)
        .assert()
        .success()
        .stdout(contains("My scenario").and(contains("Mijn scenario").not()))
        .stdout(contains("Need").and(contains("Ruimtevraag").not()))
        .stderr(contains("Tables and charts"));
    let chart = fs::read_to_string(folder.join("charts/need-all.svg")).unwrap();
    assert!(
        chart.contains("lang=\"en\""),
        "the chart does not say its language"
    );
    assert!(!chart.contains("Ruimtevraag"));
}

#[test]
fn what_cannot_be_done_ends_with_2_and_says_why() {
    let root = tempfile::tempdir().unwrap();
    let empty = root.path().join("leeg");
    fs::create_dir(&empty).unwrap();
    let empty = empty.display();
    let variant = "scenarios/beleid/intensiveren.toml";
    let cases = [
        (
            "run scenarios/nota-ruimt.toml".to_owned(),
            "nota-ruimt.toml",
        ),
        (format!("run {TEMPLATE} --drwas 20"), "--drwas"),
        ("run".to_owned(), "SCENARIO"),
        ("rn".to_owned(), "rn"),
        (format!("run {TEMPLATE} --draws 0"), "--draws"),
        (format!("run {TEMPLATE} --design sobl"), "sobl"),
        (format!("run {TEMPLATE} --lang de"), "de"),
        (format!("run {TEMPLATE} --years 2051"), "from 2024 to 2050"),
        (format!("run {TEMPLATE} --years 2030,now"), "now"),
        (
            format!("run {REFERENCE} --variant {empty}"),
            "no .toml file",
        ),
        (
            format!("run {REFERENCE} --variant {variant} --variant {variant}"),
            "the id `intensiveren`",
        ),
        (
            format!("run {TEMPLATE} {REFERENCE}"),
            "--out names one folder",
        ),
        (
            format!("run {TEMPLATE} {TEMPLATE}"),
            "--out names one folder",
        ),
        (
            format!("compare {TEMPLATE} --variant {variant}"),
            "moves nothing",
        ),
        (format!("compare {REFERENCE}"), "--variant"),
        (format!("published {empty}"), "no .toml file"),
        (format!("run {variant}"), "levers"),
    ];
    let out = root.path().join("run");
    for (words, reason) in cases {
        ruimtevraag(&words)
            .arg("--out")
            .arg(&out)
            .assert()
            .code(2)
            .stdout("")
            .stderr(contains(reason));
        assert!(!out.exists(), "`{words}` left something");
    }
}

#[test]
fn variants_of_a_scenario_without_supply_cannot_be_compared() {
    let root = tempfile::tempdir().unwrap();
    let variant = root.path().join("v.toml");
    let text = "id = 'v'\ntitle = { nl = 'v', en = 'v' }\n[[levers]]\nid = 'sluiten'\n\
                name = { nl = 's', en = 's' }\nkind = 'close-sooner'\ndecision_year = 2026\n[inputs]\n";
    let input = |name: &str, value: f64, unit: &str| {
        format!(
            "'lever.sluiten.{name}' = {{ distribution = 'fixed', central = {value}, unit = '{unit}', \
             evidence = 'assumption', note = 'Example' }}\n"
        )
    };
    let inputs = [
        input("lead_time", 1.0, "yr"),
        input("ramp", 1.0, "yr"),
        input("uptake", 1.0, "-"),
        input("effect", 0.5, "-"),
    ];
    fs::write(&variant, format!("{text}{}", inputs.concat())).unwrap();
    let out = root.path().join("run");
    ruimtevraag(&format!("compare {TEMPLATE} --variant"))
        .arg(&variant)
        .arg("--out")
        .arg(&out)
        .assert()
        .code(2)
        .stdout("")
        .stderr(contains("has no supply"));
    assert!(!out.exists());
}

#[test]
fn a_run_that_cannot_be_left_on_disk_ends_with_1() {
    let root = tempfile::tempdir().unwrap();
    let file = root.path().join("file");
    fs::write(&file, "mine").unwrap();
    ruimtevraag(&format!("run {TEMPLATE} --draws 20 --no-charts"))
        .arg("--out")
        .arg(file.join("run"))
        .assert()
        .code(1)
        .stdout("")
        .stderr(contains("error: "));
    assert_eq!(fs::read(&file).unwrap(), b"mine");
}

#[test]
fn a_scenario_with_mistakes_stops_all_before_anything_is_written() {
    let root = tempfile::tempdir().unwrap();
    let here = std::env::current_dir().unwrap();
    let good = here.join(TEMPLATE);
    let bad = here.join("tests/data/mistakes/slecht.toml");
    ruimtevraag("run --draws 20 --no-charts")
        .current_dir(root.path())
        .args([&good, &bad])
        .assert()
        .code(2)
        .stdout("")
        .stderr(contains("unknown key `horizon`"));
    assert!(files_below(root.path()).is_empty());
}

#[test]
fn scenarios_side_by_side_each_leave_a_folder_under_their_name() {
    let root = tempfile::tempdir().unwrap();
    let one = template_in(&root.path().join("one"), |_, text| text);
    let other = template_in(&root.path().join("other"), |_, text| {
        text.replace("id = \"mijn-scenario\"", "id = \"ander\"")
    });
    ruimtevraag("run --draws 20 --no-charts --quiet")
        .current_dir(root.path())
        .args([&one, &other])
        .assert()
        .success();
    for id in ["mijn-scenario", "ander"] {
        let summary = CsvFile::read(&root.path().join(format!("output/{id}/summary.csv")));
        assert_eq!(
            summary.rows_with("scenario", &[id]).len(),
            summary.rows.len()
        );
    }
}

#[test]
fn a_reader_that_stops_reading_ends_a_command_quietly() {
    let root = tempfile::tempdir().unwrap();
    let out = root.path().join("run");
    let run = format!(
        "run {TEMPLATE} --draws 20 --no-charts --out {}",
        out.display()
    );
    for words in ["schema", &run, &format!("explain {TEMPLATE} industry")] {
        let mut child = std::process::Command::new(PROGRAM)
            .args(words.split_whitespace())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut shown = String::new();
        child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut shown)
            .unwrap();
        assert!(child.wait().unwrap().success(), "`{words}`: {shown}");
        assert!(
            !shown.contains("panicked") && !shown.contains("error"),
            "`{words}`: {shown}"
        );
    }
    assert!(folders::is_whole(&out));
}

#[test]
fn formulas_in_texts_of_a_scenario_stay_text_in_tables() {
    let root = tempfile::tempdir().unwrap();
    let path = template_in(root.path(), |name, text| match name {
        "scenario.toml" => text
            .replace("Ministerie van EZK", "@SUM(A1:A9)")
            .replace("note = \"Example.", "note = \"=1+1."),
        _ => text.replace(";Time scale of the fading", ";+cmd|' /C calc'!A0"),
    });
    let out = root.path().join("run");
    ruimtevraag("run --draws 20 --no-charts --quiet")
        .arg(path)
        .arg("--out")
        .arg(&out)
        .assert()
        .success();
    let inputs = CsvFile::read(&out.join("inputs.csv"));
    let cells: Vec<_> = inputs.rows.iter().flatten().collect();
    for formula in ["'=1+1.", "'@SUM(A1:A9)", "'+cmd|"] {
        assert!(
            cells.iter().any(|cell| cell.starts_with(formula)),
            "{formula} is not escaped"
        );
    }
    let is_number = |cell: &str| cell.parse::<f64>().is_ok();
    let live = cells
        .iter()
        .find(|cell| cell.starts_with(['=', '+', '-', '@']) && cell.len() > 1 && !is_number(cell));
    assert_eq!(live, None);
}

#[test]
fn the_version_and_help_are_results() {
    for words in ["--version", "--help", "run --help"] {
        ruimtevraag(words).assert().success().stderr("");
    }
    let help = ruimtevraag("--help").assert().success();
    let help = String::from_utf8(help.get_output().stdout.clone()).unwrap();
    for command in [
        "run",
        "compare",
        "published",
        "check",
        "explain",
        "schema",
        "new",
    ] {
        assert!(
            help.contains(&format!("\n  {command} ")),
            "{command}\n{help}"
        );
    }
}
