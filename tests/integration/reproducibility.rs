//! The same scenario and seed give the same bytes, and nothing moves that was not touched.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::command::{
    CsvFile, REFERENCE, TEMPLATE, files_below, is_kind, record, run_into, run_line_into,
    summary_of, template_in,
};

/// What runs that are the same have in common: every file, and the record but for time and commit.
fn lasting(folder: &Path) -> (BTreeMap<String, Vec<u8>>, toml::Table) {
    let mut files = files_below(folder);
    files.remove("run.toml").unwrap();
    (files, record(folder))
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let root = tempfile::tempdir().unwrap();
    let variant = "--variant scenarios/beleid/pakket-alles.toml";
    let runs = [
        // Kept and counted outcomes are gathered in different ways.
        format!("run {REFERENCE} {variant} --draws 1100 --no-charts"),
        format!("run {REFERENCE} --draws 1100 --no-charts --memory 1"),
        format!("compare {REFERENCE} {variant} --draws 600 --no-delay --no-charts"),
        format!("run {TEMPLATE} --draws 1100 --design sobol"),
    ];
    for (place, words) in runs.iter().enumerate() {
        let run = |threads: &str| {
            let folder = root.path().join(format!("{place}-{threads}"));
            run_into(&folder, &format!("{words} --threads {threads}"));
            lasting(&folder)
        };
        let one = run("1");
        for threads in ["2", "3"] {
            let more = run(threads);
            let differing = one
                .0
                .iter()
                .find(|(name, bytes)| more.0.get(*name) != Some(bytes));
            assert_eq!(
                differing.map(|(name, _)| name),
                None,
                "{words}: {threads} threads"
            );
            assert!(one == more, "{words}: {threads} threads");
        }
    }
}

#[test]
fn two_runs_give_the_same_bytes_and_another_seed_gives_others() {
    let root = tempfile::tempdir().unwrap();
    let run = |name: &str, words: &str| {
        let folder = root.path().join(name);
        run_into(&folder, &format!("run {TEMPLATE} --draws 200 {words}"));
        lasting(&folder)
    };
    let (first, second) = (run("first", "--seed 5"), run("second", "--seed 5"));
    assert!(first == second);
    assert!(first.0.keys().any(|name| is_kind(name, "png")));
    let other = run("other", "--seed 6 --no-charts");
    assert_ne!(first.0["summary.csv"], other.0["summary.csv"]);
    assert_ne!(first.1["fingerprint"], other.1["fingerprint"]);
    assert_eq!(first.0["inputs.csv"], other.0["inputs.csv"]);
}

#[test]
fn the_line_in_the_record_repeats_the_run() {
    let root = tempfile::tempdir().unwrap();
    let asked = [
        "--draws 700 --seed 11 --design mc --years 2035,2050 --lang en --no-charts",
        // 700 draws of the reference do not fit in 1 MiB, so that quantiles come from counts.
        "--draws 700 --memory 1 --no-charts",
    ];
    for (place, words) in asked.iter().enumerate() {
        let (first, again) = (format!("first-{place}"), format!("again-{place}"));
        let (first, again) = (root.path().join(first), root.path().join(again));
        run_into(&first, &format!("run {REFERENCE} {words}"));
        let record = record(&first);
        let line = record["command"].as_str().unwrap();
        run_line_into(&again, line);
        assert!(lasting(&first) == lasting(&again), "{line}");
    }
}

/// A scenario over the reference with years and draws of its own.
fn scenario_in(folder: &Path, id: &str, (draws, years): (u32, &str)) -> String {
    let reference = fs::canonicalize(REFERENCE).unwrap();
    let path = folder.join(format!("{id}.toml"));
    let text = format!(
        "id = '{id}'\ntitle = {{ nl = '{id}', en = '{id}' }}\nextends = '{}'\n\
         horizons = [{years}]\n[run]\ndraws = {draws}\n",
        reference.display()
    );
    fs::write(&path, text).unwrap();
    path.display().to_string()
}

/// A small sweep.
fn sweep_in(folder: &Path) -> String {
    let path = folder.join("sweep.toml");
    let text = format!(
        "id = 'sweep'\ntitle = {{ nl = 'x', en = 'x' }}\nscenarios = ['{}']\nyears = [2040]\n\
         outcomes = ['need']\n",
        fs::canonicalize(TEMPLATE).unwrap().display()
    );
    fs::write(&path, text).unwrap();
    path.display().to_string()
}

#[test]
fn the_line_in_the_record_repeats_every_command() {
    let root = tempfile::tempdir().unwrap();
    let near = scenario_in(root.path(), "near", (60, "2050"));
    let far = scenario_in(root.path(), "far", (80, "2030, 2050"));
    let variant = "--variant scenarios/beleid/intensiveren.toml";
    let asked = [
        // Scenarios that differ in what is not typed.
        format!("compare {near} {far} {variant} --no-charts"),
        format!("compare {far} {near} {variant} --no-delay --draws 50 --format xlsx --no-charts"),
        "published --draws 40 --csv-dialect nl --no-charts".to_owned(),
        format!("run {TEMPLATE} --until se(p50(need,2050))<5 --no-charts"),
        format!("run {far} {variant} --draws 50 --format parquet,geojson --no-charts"),
        "decompose scenarios/laag.toml scenarios/hoog.toml --draws 50".to_owned(),
        format!("decompose {far} {variant} --draws 50 --no-charts"),
        format!("discover {TEMPLATE} --draws 300 --when need,2050>350 --no-charts"),
        format!("discover {far} --draws 60 --relieve unmet,2050>6000 --below 50% {variant}"),
        format!("sensitivity {TEMPLATE} --draws 200 --outcome need,2040 --years 2040 --no-charts"),
        format!("sensitivity {TEMPLATE} --method morris --no-charts"),
        format!("sweep {} --draws 50", sweep_in(root.path())),
    ];
    for (place, words) in asked.iter().enumerate() {
        let [first, again] =
            ["first", "again"].map(|name| root.path().join(format!("{name}-{place}")));
        run_into(&first, words);
        let record = record(&first);
        run_line_into(&again, record["command"].as_str().unwrap());
        let [mut first, mut again] = [lasting(&first), lasting(&again)];
        for (files, _) in [&mut first, &mut again] {
            files.remove(".journal");
        }
        assert_eq!(first.1["fingerprint"], again.1["fingerprint"], "{words}");
        let differing = first
            .0
            .iter()
            .find(|(name, bytes)| again.0.get(*name) != Some(bytes));
        assert_eq!(differing.map(|(name, _)| name), None, "{words}");
        assert!(first == again, "{words}");
    }
}

#[test]
fn scenarios_with_other_draws_of_their_own_are_another_comparison() {
    let root = tempfile::tempdir().unwrap();
    let one = scenario_in(root.path(), "one", (40, "2050"));
    let other = scenario_in(root.path(), "other", (50, "2050"));
    let fingerprints = ["", "--draws 40"].map(|draws| {
        let folder = root.path().join("run");
        let variant = "--variant scenarios/beleid/intensiveren.toml --no-delay --no-charts";
        run_into(&folder, &format!("compare {one} {other} {variant} {draws}"));
        record(&folder)["fingerprint"].clone()
    });
    assert_ne!(fingerprints[0], fingerprints[1]);
}

/// The template with a cluster, a technology and a campus more, each before those that are there.
fn with_more_objects(name: &str, text: String) -> String {
    let objects = "cluster;aaa;A;A;NL41;;grondstoffen;\n\
                   technology;aab;B;B;;wet-hmc;;\n\
                   campus;aac;C;C;NL36;;;\n";
    let row = |name: &str, form: &str, unit: &str| {
        format!("{name};{form};{unit};assumption;;macro;0,5;Example\n")
    };
    let inputs = [
        row("industry.aaa.area", "triangular;400;500;700", "ha net"),
        row("industry.aaa.fossil_share", "uniform;0,2;;0,6", "-"),
        row("industry.aaa.segment.wet-hmc", "fixed;;1;", "-"),
        row("technology.aab.capacity.2024", "fixed;;0;", "GW"),
        row("technology.aab.capacity.2050", "uniform;1;;9", "GW"),
        row("technology.aab.footprint", "uniform;3;;8", "ha net per GW"),
        row("technology.aab.inside_fence", "uniform;0;;0,5", "-"),
        row("technology.aab.cluster.aaa", "fixed;;0,4;", "-"),
        row("campus.aac.jobs", "uniform;3000;;5000", "jobs"),
        row("campus.aac.room", "uniform;0;;20000", "m2"),
    ];
    let added = match name {
        "objecten.csv" => objects.to_owned(),
        "invoer.csv" => inputs.concat(),
        _ => return text,
    };
    let (header, rows) = text.split_once('\n').unwrap();
    format!("{header}\n{added}{rows}")
}

#[test]
fn an_added_object_leaves_the_draws_of_the_others_alone() {
    let root = tempfile::tempdir().unwrap();
    let more = template_in(root.path(), with_more_objects);
    let others = ["haven", "elektrolyse", "bouwafval", "kennispark"];
    for design in ["mc", "lhs"] {
        let run =
            |scenario: &str| summary_of(&format!("run {scenario} --draws 300 --design {design}"));
        let (before, after) = (run(TEMPLATE), run(more.to_str().unwrap()));
        assert!(after.rows.len() > before.rows.len());
        let kept = before.rows_with("entity", &others);
        assert!(kept.len() > 50, "{}", kept.len());
        assert_eq!(kept, after.rows_with("entity", &others), "{design}");
        assert!(!after.rows_with("entity", &["aaa"]).is_empty());
    }
}

#[test]
fn an_input_that_changes_leaves_what_does_not_use_it_alone() {
    let root = tempfile::tempdir().unwrap();
    let changed = template_in(root.path(), |_, text| {
        text.replace(
            "industry.green_return;triangular;0;0,35;0,9",
            "industry.green_return;uniform;0;;0,9",
        )
    });
    let run = |scenario: &str| summary_of(&format!("run {scenario} --draws 300"));
    let (before, after) = (run(TEMPLATE), run(changed.to_str().unwrap()));
    let rows = |table: &CsvFile, sectors: &[&str]| -> Vec<Vec<String>> {
        table
            .rows_with("sector", sectors)
            .into_iter()
            .cloned()
            .collect()
    };
    assert_eq!(
        rows(&before, &["campus", "circular"]),
        rows(&after, &["campus", "circular"])
    );
    assert_ne!(rows(&before, &["industry"]), rows(&after, &["industry"]));
}

/// Copies the policy variants with every lever at zero strength: nobody takes part, and sites are
/// empty.
fn variants_without_strength(folder: &Path) {
    for path in crate::scenarios::variant_files() {
        let mut variant: toml::Table = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let inputs = variant
            .get_mut("inputs")
            .and_then(toml::Value::as_table_mut);
        for (name, input) in inputs.into_iter().flatten() {
            if name.ends_with(".uptake") || name.ends_with(".gross_area") {
                let input = input.as_table_mut().unwrap();
                for parameter in ["low", "high"] {
                    input.remove(parameter);
                }
                input.insert("distribution".to_owned(), "fixed".into());
                input.insert("central".to_owned(), 0.0.into());
            }
        }
        let name = path.file_name().unwrap();
        fs::write(folder.join(name), toml::to_string(&variant).unwrap()).unwrap();
    }
}

#[test]
fn levers_of_zero_strength_change_no_byte() {
    let root = tempfile::tempdir().unwrap();
    variants_without_strength(root.path());
    for variant in ["pakket-alles", "eerder-sluiten", "importeren"] {
        let file = root.path().join(format!("{variant}.toml"));
        let run = |file: &str| summary_of(&format!("run {REFERENCE} --draws 200 --variant {file}"));
        let idle = run(file.to_str().unwrap());
        let rows = |table: &CsvFile, variant: &str| -> Vec<Vec<String>> {
            let rows = table.rows_with("variant", &[variant]).into_iter();
            // Whoever decides on a lever pays its fixed cost, whether or not anyone takes part.
            let rows = rows.filter(|row| table.cell(row, "outcome") != "cost");
            rows.map(|row| [&row[..1], &row[2..]].concat()).collect()
        };
        let (base, with) = (rows(&idle, "none"), rows(&idle, variant));
        assert!(!base.is_empty());
        let differing = base.iter().zip(&with).find(|(base, with)| base != with);
        assert_eq!(differing, None, "{variant}");
        assert_eq!(base.len(), with.len());
        // The shipped variant has strength, so the comparison above could have failed.
        let strong = run(&format!("scenarios/beleid/{variant}.toml"));
        assert_ne!(rows(&strong, "none"), rows(&strong, variant), "{variant}");
        assert_eq!(
            rows(&strong, "none"),
            base,
            "a variant moves the scenario's own draws"
        );
    }
}

/// The widest bucket of counted values at the finest counting, relative to their distance to the
/// origin plus a floor in the unit of the outcome.
const BUCKET: f64 = 1.0 / 256.0;
const FLOOR: f64 = 1.0 / 32.0;

const QUANTILES: [&str; 7] = ["p05", "p10", "p25", "p50", "p75", "p90", "p95"];

/// What rounding to six decimals in tables may add.
const ROUNDING: f64 = 2e-6;

#[test]
fn counted_outcomes_agree_with_kept_ones_within_the_stated_error() {
    // 4,000 draws of some 700 outcomes take 21 MiB, their counts with all digits half of 12.
    let words = format!("run {TEMPLATE} --draws 4000");
    let kept = summary_of(&words);
    let counted = summary_of(&format!("{words} --memory 12"));
    assert_eq!(kept.rows.len(), counted.rows.len());
    let mut differing = 0;
    for (kept_row, counted_row) in kept.rows.iter().zip(&counted.rows) {
        assert_eq!(kept_row[..9], counted_row[..9]);
        let number = |header: &str| {
            let one = kept.number(kept_row, header);
            let other = counted.number(counted_row, header);
            assert_eq!(
                one.is_some(),
                other.is_some(),
                "{header}: {kept_row:?} {counted_row:?}"
            );
            Some((one?, other?))
        };
        for (kept, counted) in ["mean", "sd"].into_iter().filter_map(number) {
            let error = (kept - counted).abs();
            assert!(
                error <= ROUNDING + 1e-9 * kept.abs(),
                "{kept_row:?} {counted_row:?}"
            );
        }
        for (kept, counted) in QUANTILES.into_iter().filter_map(number) {
            let error = (kept - counted).abs();
            let largest = kept.abs().max(counted.abs());
            assert!(
                error <= ROUNDING + BUCKET * (largest + FLOOR),
                "{kept_row:?} {counted_row:?}"
            );
            differing += usize::from(kept != counted);
        }
    }
    assert!(differing > 100, "12 MiB did not make the run count");
}
