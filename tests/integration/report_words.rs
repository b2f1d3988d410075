//! Reports of every kind of job: each word of a table is one of the reader's language.

use std::fs;
use std::path::Path;

use ruimtevraag::chart::{Body, Figures};
use ruimtevraag::export::Cell;
use ruimtevraag::language::{Language, Texts};
use ruimtevraag::report::{Charts, report};
use ruimtevraag::results::{self, NamedTable, Results};

use crate::command::{REFERENCE, TEMPLATE, run_into};

/// Columns whose cells are words of the program or names from a scenario, never what is typed.
const IN_WORDS: [&str; 19] = [
    "kind",
    "by",
    "part",
    "side",
    "end",
    "chosen",
    "satisfied",
    "in_first_rule",
    "proven_smallest",
    "all_costs_known",
    "or_later",
    "evidence",
    "year",
    "outcome",
    "unit",
    "condition",
    "satisfied_when",
    "lever",
    "levers",
];

/// What is written the same in Dutch.
const SAME: [&str; 1] = ["mln euro"];

/// Tables from which reports tell without showing them.
const TOLD: [&str; 10] = [
    "summary",
    "difference",
    "shortage",
    "exchange",
    "quality_lock",
    "benchmarks",
    "inputs",
    "sources",
    "sweep",
    "scoreboard",
];

/// Every command that leaves tables of its own.
fn jobs() -> [(&'static str, String); 8] {
    let variants = "--variant scenarios/beleid/intensiveren.toml \
                    --variant scenarios/beleid/kwaliteitsslot.toml";
    [
        (
            "compare",
            format!("compare {REFERENCE} scenarios/laag.toml {variants} --draws 60"),
        ),
        (
            "relieve",
            format!(
                "discover {REFERENCE} {variants} --draws 40 --relieve unmet,2050>6000 --below 50%"
            ),
        ),
        (
            "discover",
            format!("discover {TEMPLATE} --draws 600 --when need,2050>350"),
        ),
        ("decompose", format!("decompose {TEMPLATE} --draws 40")),
        ("published", "published --draws 60".to_owned()),
        (
            "sensitivity",
            format!("sensitivity {TEMPLATE} --draws 300 --outcome double_use_peak_year"),
        ),
        (
            "sobol",
            format!("sensitivity {TEMPLATE} --draws 64 --method sobol"),
        ),
        (
            "morris",
            format!("sensitivity {TEMPLATE} --draws 8 --method morris"),
        ),
    ]
}

/// What a job of words leaves, read back.
fn found(folder: &Path, words: &str) -> Results {
    run_into(folder, words);
    results::read(folder).unwrap().results
}

/// The texts of the cells that must be in words, without what is written the same.
fn typed(table: &NamedTable) -> Vec<&str> {
    let columns = table.table.headers.iter().enumerate();
    let places = columns.filter(|(_, column)| IN_WORDS.contains(&column.as_str()));
    let places: Vec<_> = places.map(|(place, _)| place).collect();
    let cells = table.table.rows.iter();
    let cells = cells.flat_map(|row| places.iter().map(|&place| &row[place]));
    let texts = cells.filter_map(|cell| match cell {
        Cell::Text(text) => Some(text.as_str()),
        _ => None,
    });
    texts
        .filter(|text| !text.is_empty() && !SAME.contains(text))
        .collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[test]
fn every_head_and_word_of_a_table_is_one_of_the_reader() {
    let root = tempfile::tempdir().unwrap();
    for (name, words) in jobs() {
        let found = found(&root.path().join(name), &words);
        for language in Language::ALL {
            let texts = Texts::new(language);
            for table in &found.tables {
                for head in &table.table.headers {
                    let key = format!("head-{head}");
                    let is_told = TOLD.contains(&table.name.as_str());
                    let is_known = texts.get(&key) != key;
                    assert!(is_told || is_known, "{name}, {}: {head}", table.name);
                }
            }
        }
        let page = report(&[&found], &Texts::new(Language::Nl), Charts::Without).unwrap();
        assert!(
            !page.contains("id=\"other\""),
            "{name}: no place for a table"
        );
        let shown = { found.tables.iter() }.filter(|table| !TOLD.contains(&table.name.as_str()));
        for text in shown.flat_map(typed) {
            for end in ["td", "th"] {
                let cell = format!(">{}</{end}>", escaped(text));
                assert!(!page.contains(&cell), "{name}: {text}");
            }
        }
        assert_eq!(
            page.matches("<pre tabindex").count(),
            1,
            "{name}: one command"
        );
    }
}

#[test]
fn charts_of_percentages_have_no_unit_and_their_captions_no_brackets() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("compare");
    let compared = found(&folder, &jobs()[0].1);
    let charts = compared.charts.iter();
    let shares = charts.flat_map(|chart| [&chart.nl, &chart.en]).filter(
        |chart| matches!(&chart.body, Body::HeatMap(map) if map.figures == Figures::Percent),
    );
    let units: Vec<_> = shares.map(|chart| chart.unit.as_str()).collect();
    assert_eq!(units, ["", ""]);
    let page = fs::read_to_string(folder.join("report.html")).unwrap();
    assert!(!page.contains(" ()</caption>"), "empty brackets");
}

#[test]
fn what_several_runs_share_is_said_once() {
    let root = tempfile::tempdir().unwrap();
    let [short, long] = [("kort", 60), ("lang", 80)].map(|(name, draws)| {
        let folder = root.path().join(name);
        found(
            &folder,
            &format!("run {TEMPLATE} --draws {draws} --no-charts"),
        )
    });
    let texts = Texts::new(Language::Nl);
    let page = report(&[&short, &long], &texts, Charts::Without).unwrap();
    assert!(page.contains("60 trekkingen en 80 trekkingen"));
    assert_eq!(page.matches("<pre tabindex").count(), 2);
    let alone = report(&[&short], &texts, Charts::Without).unwrap();
    assert!(alone.contains("mediaan (P50) van 60 trekkingen"));
}
