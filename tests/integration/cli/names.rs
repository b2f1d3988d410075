//! `new`, `check`, `explain` and `schema`.

use std::fs;

use predicates::prelude::*;
use predicates::str::contains;
use serde_json::Value;

use crate::command::{TEMPLATE, files_below, ruimtevraag};

#[test]
fn a_new_scenario_can_be_checked_and_run_at_once() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("mijn plan");
    ruimtevraag("new")
        .arg(&folder)
        .assert()
        .success()
        .stdout(contains("scenario.toml"))
        .stderr("");
    let scenario = folder.join("scenario.toml");
    ruimtevraag("check")
        .arg(&scenario)
        .assert()
        .success()
        .stderr("");
    ruimtevraag("run --draws 20 --no-charts")
        .arg(&scenario)
        .arg("--out")
        .arg(root.path().join("run"))
        .assert()
        .success();
    assert!(root.path().join("run/summary.csv").is_file());
}

#[test]
fn a_new_scenario_never_overwrites_files() {
    let root = tempfile::tempdir().unwrap();
    fs::write(root.path().join("invoer.csv"), "mine").unwrap();
    ruimtevraag("new")
        .arg(root.path())
        .assert()
        .code(2)
        .stdout("")
        .stderr(contains("invoer.csv"));
    assert_eq!(files_below(root.path()).len(), 1);
    assert_eq!(fs::read(root.path().join("invoer.csv")).unwrap(), b"mine");
}

#[test]
fn a_check_of_several_files_shows_the_good_and_the_bad() {
    ruimtevraag(&format!(
        "check {TEMPLATE} tests/data/mistakes/slecht.toml --lang en"
    ))
    .assert()
    .code(2)
    .stdout(contains("mijn-scenario"))
    .stderr(contains("slecht.toml"));
}

#[test]
fn an_input_is_explained_by_its_distribution_evidence_and_place() {
    ruimtevraag(&format!(
        "explain {TEMPLATE} industry.closure_delay --lang en"
    ))
    .assert()
    .success()
    .stdout(contains("triangular (low 3, central 5, high 9)"))
    .stdout(contains("assumption").and(contains("permits-and-grid")))
    .stdout(contains("Years from switch to land that can be used again"))
    .stdout(contains("invoer.csv:11"))
    .stderr("");
}

#[test]
fn an_overlaid_input_is_explained_by_every_layer() {
    ruimtevraag("explain scenarios/laag.toml industry.green_return")
        .assert()
        .success()
        .stdout(contains("invoer-industrie.csv:").and(contains("invoer-laag.csv:")));
}

#[test]
fn the_first_part_of_a_name_lists_what_is_below_it() {
    ruimtevraag(&format!("explain {TEMPLATE} industry.haven"))
        .assert()
        .success()
        .stdout(contains("industry.haven: ").and(contains("\n  fossil_share ")))
        .stdout(contains("floor_per_job").not());
}

#[test]
fn an_outcome_is_explained_by_its_unit_and_benchmarks() {
    ruimtevraag("explain scenarios/nota-ruimte.toml need --lang en")
        .assert()
        .success()
        .stdout(contains("ha net").and(contains("circulair-2030-stec")));
}

#[test]
fn a_misspelt_name_is_answered_with_the_nearest() {
    for (typed, meant) in [
        ("industry.haven.fosil_share", "industry.haven.fossil_share"),
        ("campus.kennispark.job", "campus.kennispark.jobs"),
        ("ned", "need"),
    ] {
        ruimtevraag(&format!("explain {TEMPLATE} {typed}"))
            .assert()
            .code(2)
            .stdout("")
            .stderr(contains(typed).and(contains(format!("`{meant}`"))));
    }
}

fn schema(kind: &str) -> Value {
    let assert = ruimtevraag(&format!("schema {kind}"))
        .assert()
        .success()
        .stderr("");
    serde_json::from_slice(&assert.get_output().stdout).unwrap()
}

/// The keys of a value that the schema does not know, with their path.
fn unknown_keys(root: &Value, schema: &Value, value: &toml::Value, path: &str) -> Vec<String> {
    let schema = match schema["$ref"].as_str() {
        Some(name) => root.pointer(&name[1..]).unwrap(),
        None => schema,
    };
    if let Some(choices) = schema["anyOf"].as_array().or(schema["oneOf"].as_array()) {
        let of_choices = choices
            .iter()
            .map(|choice| unknown_keys(root, choice, value, path));
        return of_choices.min_by_key(Vec::len).unwrap();
    }
    match value {
        toml::Value::Table(table) => table
            .iter()
            .flat_map(|(key, value)| {
                let path = format!("{path}.{key}");
                let known = &schema["properties"][key];
                let others = &schema["additionalProperties"];
                if known.is_object() {
                    unknown_keys(root, known, value, &path)
                } else if others.is_object() {
                    unknown_keys(root, others, value, &path)
                } else {
                    vec![path]
                }
            })
            .collect(),
        toml::Value::Array(values) => values
            .iter()
            .flat_map(|value| unknown_keys(root, &schema["items"], value, path))
            .collect(),
        _ => Vec::new(),
    }
}

fn unknown_in(kind: &str, text: &str) -> Vec<String> {
    let schema = schema(kind);
    unknown_keys(&schema, &schema, &toml::from_str(text).unwrap(), "")
}

#[test]
fn the_schema_knows_every_key_of_the_shipped_files() {
    for file in crate::scenarios::scenario_files() {
        let text = fs::read_to_string(&file).unwrap();
        assert_eq!(unknown_in("scenario", &text), [""; 0], "{}", file.display());
    }
    for file in crate::scenarios::variant_files() {
        let text = fs::read_to_string(&file).unwrap();
        assert_eq!(unknown_in("variant", &text), [""; 0], "{}", file.display());
    }
}

#[test]
fn the_schema_refuses_a_misspelt_key() {
    let text = "horizon = [2030]\n[inputs.'a.b']\nlow = 1\nhihg = 2\n";
    assert_eq!(
        unknown_in("scenario", text),
        [".horizon", ".inputs.a.b.hihg"]
    );
    let text = "[[levers]]\nknd = 'protect'\n";
    assert_eq!(unknown_in("variant", text), [".levers.knd"]);
}

#[test]
fn a_shell_can_complete_every_command_and_the_manual_names_them() {
    let manual = ruimtevraag("man").assert().success();
    let manual = String::from_utf8(manual.get_output().stdout.clone()).unwrap();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = ruimtevraag(&format!("completions {shell}"))
            .assert()
            .success();
        let script = String::from_utf8(script.get_output().stdout.clone()).unwrap();
        for command in ["run", "compare", "published", "explain", "check", "schema"] {
            assert!(script.contains(command), "{shell}: {command}");
            assert!(
                manual.contains(&format!("ruimtevraag\\-{command}")),
                "{command}"
            );
        }
    }
}
