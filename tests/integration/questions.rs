//! What is asked of a scenario: other questions have other fingerprints, and wrong ones touch nothing.

use std::path::Path;

use predicates::prelude::*;
use predicates::str::contains;

use crate::command::{REFERENCE, TEMPLATE, files_below, record, ruimtevraag, run_into};

fn fingerprint(folder: &Path, words: &str) -> String {
    run_into(folder, &format!("{words} --no-charts"));
    record(folder)["fingerprint"].as_str().unwrap().to_owned()
}

#[test]
fn every_question_has_a_fingerprint_of_its_own() {
    let root = tempfile::tempdir().unwrap();
    let variant = |name: &str| format!("--variant scenarios/beleid/{name}.toml");
    let [one, other] = ["intensiveren", "hergebruik"].map(variant);
    let relieve = format!("discover {REFERENCE} --draws 20 {one} --relieve");
    let compare = format!("compare {REFERENCE} --draws 20 {one} --no-delay");
    let questions = [
        [
            format!("discover {TEMPLATE} --draws 200 --when need,2050>350"),
            format!("discover {TEMPLATE} --draws 200 --when need,2050>360"),
        ],
        [
            format!("discover {TEMPLATE} --draws 200 --when need,2050>350 --coverage 60%"),
            format!("discover {TEMPLATE} --draws 200 --when need,2050>350 --rules 1"),
        ],
        [
            format!("{relieve} unmet,2050>100 --below 99%"),
            format!("{relieve} unmet,2050>200 --below 99%"),
        ],
        [
            format!("{relieve} unmet,2050>100 --below 98%"),
            format!("{relieve} unmet,2050>100 --below 97%"),
        ],
        [
            format!("sensitivity {TEMPLATE} --draws 32 --outcome need,2050"),
            format!("sensitivity {TEMPLATE} --draws 32 --outcome need,2030"),
        ],
        [
            format!("sensitivity {TEMPLATE} --draws 32 --outcome need,2050 --method sobol"),
            format!("sensitivity {TEMPLATE} --draws 32 --outcome need,2050 --method morris"),
        ],
        [
            format!("decompose {TEMPLATE} --draws 20 --outcome need,2050"),
            format!("decompose {TEMPLATE} --draws 20 --outcome need,2030"),
        ],
        [
            format!("decompose {REFERENCE} --draws 20 --outcome need,2050 {one} {other}"),
            format!("decompose {REFERENCE} --draws 20 --outcome need,2050 {other} {one}"),
        ],
        [
            format!("{compare} --satisfied unmet,2050<=100"),
            format!("{compare} --satisfied unmet,2050<=200"),
        ],
        [
            format!("{compare} --satisfied unmet,2050<=100 --level 20%"),
            format!("{compare} --satisfied unmet,2050<=100 --level 30%"),
        ],
    ];
    let mut known = Vec::new();
    for (place, words) in questions.iter().flatten().enumerate() {
        let found = fingerprint(&root.path().join(place.to_string()), words);
        assert!(
            !known.contains(&found),
            "`{words}` has the fingerprint of another question"
        );
        known.push(found);
    }
    let again = fingerprint(&root.path().join("again"), &questions[0][0]);
    assert_eq!(again, known[0]);
}

#[test]
fn a_wrong_question_leaves_what_was_finished_and_says_nothing_of_replacing_it() {
    let root = tempfile::tempdir().unwrap();
    let variant = "--variant scenarios/beleid/intensiveren.toml";
    let cases = [
        (
            format!("discover {TEMPLATE} --when need,2050>350"),
            format!("discover {TEMPLATE} --when backlog,2050>1"),
            "no supply",
        ),
        (
            format!("discover {REFERENCE} {variant} --relieve unmet,2050>100 --below 99%"),
            format!("discover {REFERENCE} {variant} --relieve unmet,2070>100 --below 99%"),
            "--relieve: ",
        ),
        (
            format!("discover {REFERENCE} {variant} --relieve unmet,2050>100 --below 99%"),
            format!("discover {REFERENCE} --relieve unmet,2050>100 --below 99%"),
            "no lever",
        ),
        (
            format!("sensitivity {TEMPLATE} --outcome need,2050"),
            format!("sensitivity {TEMPLATE} --outcome need,2041,entity=haven --method morris"),
            "does not report `need,entity=haven,2041`",
        ),
        (
            format!("sensitivity {TEMPLATE} --outcome need,2050"),
            format!("sensitivity {TEMPLATE} --outcome backlog,2050 --method sobol"),
            "does not report",
        ),
        (
            format!("decompose {TEMPLATE} --outcome need,2050"),
            format!("decompose {TEMPLATE} --outcome need,2070"),
            "it runs from 2024 to 2050",
        ),
        (
            format!("compare {REFERENCE} {variant} --no-delay"),
            format!("compare {REFERENCE} {variant} --no-delay --satisfied unmet,2070<=1"),
            "--satisfied: ",
        ),
    ];
    for (place, (right, wrong, hint)) in cases.iter().enumerate() {
        let folder = root.path().join(place.to_string());
        run_into(&folder, &format!("{right} --draws 20 --no-charts"));
        let finished = files_below(&folder);
        ruimtevraag(&format!("{wrong} --draws 20 --no-charts"))
            .arg("--out")
            .arg(&folder)
            .assert()
            .code(2)
            .stdout("")
            .stderr(contains(*hint).and(contains("replaces").not()));
        assert!(files_below(&folder) == finished, "`{wrong}` left something");
    }
}

#[test]
fn draws_that_must_be_looked_at_one_by_one_and_do_not_fit_are_refused_before_they_are_computed() {
    let root = tempfile::tempdir().unwrap();
    let out = root.path().join("out");
    for words in [
        format!("sensitivity {TEMPLATE} --outcome need,2050 --method sobol"),
        format!("sensitivity {TEMPLATE} --outcome need,2050 --method morris"),
        format!("decompose {TEMPLATE} --outcome need,2050"),
        format!("discover {TEMPLATE} --when need,2050>900"),
    ] {
        ruimtevraag(&format!("{words} --draws 200000 --memory 1"))
            .arg("--out")
            .arg(&out)
            .assert()
            .code(2)
            .stderr(contains("raise --memory or lower --draws"));
        assert!(!out.join("run.toml").exists(), "{words}");
    }
}
