//! Mutated run folders: what cannot be trusted is refused, and what is read can be shown.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use ruimtevraag::chart::{self, Size};
use ruimtevraag::export::{FileRecord, RunFolder, to_xlsx};
use ruimtevraag::language::{Language, Texts};
use ruimtevraag::report::{self, Charts, Subject};
use ruimtevraag::results::{self, Results};
use serde_json::{Value, json};

use super::{change, for_all, mutated};
use crate::command::{TEMPLATE, ruimtevraag, run_into};

const USUAL_CASES: u32 = 150;
const USUAL_CASES_OF_COMMANDS: u32 = 12;

/// One change of a document: a way to a value, and what becomes of it.
#[derive(Debug, Clone)]
struct Edit {
    way: Vec<usize>,
    change: usize,
    word: usize,
}

/// Changes of a value, before those that put a word in its place.
const CHANGES: usize = 6;

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let edit = (
        prop::collection::vec(any::<usize>(), 1..9),
        0..CHANGES,
        any::<usize>(),
    );
    let edit = edit.prop_map(|(way, change, word)| Edit { way, change, word });
    prop::collection::vec(edit, 1..5)
}

fn words() -> Vec<Value> {
    vec![
        Value::Null,
        json!(0),
        json!(-1),
        json!(65_535),
        json!(1e308),
        json!(-1e-308),
        json!(u64::MAX),
        json!("inf"),
        json!("../../../x"),
        json!("<script>"),
        json!(""),
        json!([]),
        json!({}),
        json!(true),
        json!("all"),
        json!("NL36"),
    ]
}

/// The value at the end of a way, as far as the way goes.
fn at<'v>(value: &'v mut Value, way: &[usize]) -> &'v mut Value {
    let Some((step, rest)) = way.split_first() else {
        return value;
    };
    let length = match value {
        Value::Array(list) => list.len(),
        Value::Object(map) => map.len(),
        _ => 0,
    };
    if length == 0 {
        return value;
    }
    let inner = match value {
        Value::Array(list) => &mut list[step % length],
        Value::Object(map) => map.values_mut().nth(step % length).unwrap(),
        _ => unreachable!("it has no length"),
    };
    at(inner, rest)
}

fn edit(document: &mut Value, edit: &Edit) {
    let found = at(document, &edit.way);
    match (edit.change, &mut *found) {
        (0 | 1, Value::Array(list)) if !list.is_empty() => {
            list.remove(edit.word % list.len());
        }
        (2, Value::Array(list)) if !list.is_empty() => {
            let again = list[edit.word % list.len()].clone();
            list.push(again);
        }
        (3, Value::Array(list)) if !list.is_empty() => {
            let (first, length) = (edit.word % list.len(), list.len());
            list.swap(first, length - 1);
        }
        (0, Value::Object(map)) if !map.is_empty() => {
            let key = map.keys().nth(edit.word % map.len()).unwrap().clone();
            map.remove(&key);
        }
        _ => {
            let words = words();
            *found = words[edit.word % words.len()].clone();
        }
    }
}

/// Puts a document in the place of the results of a run, as if the run had left it.
fn put(run: &Path, record: &str, document: &[u8]) {
    fs::write(run.join("results.json"), document).unwrap();
    let mut record: toml::Table = toml::from_str(record).unwrap();
    let artefacts = record["artefacts"].as_array_mut().unwrap();
    let results = artefacts
        .iter_mut()
        .find(|artefact| artefact["path"].as_str() == Some("results.json"));
    results.unwrap()["blake3"] = FileRecord::of("results.json", document).blake3.into();
    fs::write(run.join("run.toml"), toml::to_string(&record).unwrap()).unwrap();
}

/// Makes all that is made of a finished run; errors are right, and panics are not.
fn show(results: &Results) {
    let texts = Texts::new(Language::Nl);
    let _ = report::report(&[results, results], &texts, Charts::With);
    for subject in Subject::all(results) {
        let _ = report::fact_sheet(results, &subject, &texts);
    }
    let _ = results::compare(results, results);
    let _ = to_xlsx(&results.book(&texts));
    let _ = (results.regions_geojson(), results.places_geojson());
    for named in &results.charts {
        let small = Size {
            width: 480,
            height: 360,
        };
        let _ = chart::svg(&named.en, &Texts::new(Language::En), small);
    }
}

/// A run with every kind of chart that a run has.
fn run(folder: &Path) -> (String, Value) {
    run_into(
        folder,
        "run scenarios/nota-ruimte.toml --draws 20 --no-charts",
    );
    let record = fs::read_to_string(folder.join("run.toml")).unwrap();
    let mut document: Value =
        serde_json::from_slice(&fs::read(folder.join("results.json")).unwrap()).unwrap();
    shorten(&mut document);
    (record, document)
}

/// Keeps the first rows of long tables, so that a case takes little time.
fn shorten(document: &mut Value) {
    for table in document["tables"].as_array_mut().unwrap() {
        let rows = table["table"]["rows"].as_array_mut().unwrap();
        rows.truncate(150);
    }
}

#[test]
fn a_mutated_run_is_refused_or_shown() {
    let root = tempfile::tempdir().unwrap();
    let (record, document) = run(root.path());
    let mut shown = 0;
    for_all(USUAL_CASES, edits(), |edits| {
        let mut edited = document.clone();
        for one in &edits {
            edit(&mut edited, one);
        }
        put(root.path(), &record, edited.to_string().as_bytes());
        if let Ok(finished) = results::read(root.path()) {
            shown += 1;
            show(&finished.results);
        }
        Ok(())
    });
    assert!(shown > 0, "the mutations leave nothing right");
}

#[test]
fn a_mutated_record_or_table_of_a_run_is_refused_or_named() {
    let root = tempfile::tempdir().unwrap();
    run_into(
        root.path(),
        &format!("run {TEMPLATE} --draws 20 --no-charts"),
    );
    let files = ["run.toml", "summary.csv"];
    let whole = files.map(|name| fs::read(root.path().join(name)).unwrap());
    let changes = prop::collection::vec(change(), 1..=4);
    for_all(
        USUAL_CASES,
        (0..files.len(), changes),
        |(which, changes)| {
            let path = root.path().join(files[which]);
            let content = mutated(&whole[which], &changes);
            fs::write(&path, &content).unwrap();
            if let Ok(finished) = results::read(root.path()) {
                let is_same = content == whole[which] || which == 0;
                prop_assert!(is_same || !finished.changed.is_empty());
            }
            // A run that is to replace it holds the folder or says why not.
            drop(RunFolder::open(root.path(), "mijn-scenario"));
            fs::write(&path, &whole[which]).unwrap();
            Ok(())
        },
    );
}

#[test]
fn commands_on_a_mutated_run_end_with_an_error_or_a_page() {
    let root = tempfile::tempdir().unwrap();
    let (run_at, out) = (root.path().join("run"), root.path().join("out"));
    let (record, document) = run(&run_at);
    for_all(USUAL_CASES_OF_COMMANDS, edits(), |edits| {
        let mut edited = document.clone();
        for one in &edits {
            edit(&mut edited, one);
        }
        put(&run_at, &record, edited.to_string().as_bytes());
        for words in ["plot", "report", "fact-sheet", "compare"] {
            let mut command = ruimtevraag(words);
            command.arg(&run_at);
            match words {
                "fact-sheet" => command.arg("all").arg("--out").arg(&out),
                "compare" => command.arg(&run_at),
                _ => command.arg("--out").arg(out.join(words)),
            };
            let output = command.output().unwrap();
            let told = String::from_utf8_lossy(&output.stderr);
            prop_assert!(
                matches!(output.status.code(), Some(0..=2)) && !told.contains("panicked"),
                "{words}: {told}"
            );
        }
        Ok(())
    });
}

#[test]
fn lists_of_unequal_length_are_refused_by_name() {
    let root = tempfile::tempdir().unwrap();
    let (record, document) = run(root.path());
    let charts = document["charts"].as_array().unwrap();
    let place = |kind: &str| {
        let is_of = |chart: &Value| chart["nl"]["body"].get(kind).is_some();
        charts.iter().position(is_of).unwrap()
    };
    for (kind, list, hint) in [
        ("ranges", "rows/0/bands", "values where"),
        ("ranges", "series", "values where"),
        ("stacked-bars", "bars/0/sizes", "values where"),
        ("heat-map", "values", "have values"),
        ("heat-map", "columns", "values where"),
        ("flows", "hectares/1", "values where"),
    ] {
        let mut edited = document.clone();
        let chart = place(kind);
        let pointer = format!("/charts/{chart}/nl/body/{kind}/{list}");
        let found = edited.pointer_mut(&pointer).unwrap();
        found.as_array_mut().unwrap().pop();
        put(root.path(), &record, edited.to_string().as_bytes());
        let error = results::read(root.path()).unwrap_err().to_string();
        let name = charts[chart]["nl"]["name"].as_str().unwrap();
        assert!(
            error.contains(name) && error.contains(hint),
            "{pointer}: {error}"
        );
    }
}
