use std::path::Path;

use proptest::prelude::*;

use super::reading::from_json;
use super::*;
use crate::chart::{Body, Chart, Interval, Ranges, Row};
use crate::export::{Cell, NO_VARIANT};
use crate::language::{Bilingual, Localised};

const COLUMNS: [&str; 21] = [
    "scenario",
    "variant",
    "outcome",
    "sector",
    "entity",
    "region",
    "segment",
    "year",
    "unit",
    "mean",
    "sd",
    "p05",
    "p10",
    "p25",
    "p50",
    "p75",
    "p90",
    "p95",
    "se_mean",
    "se_p50",
    "p_shortage",
];

fn row(variant: &str, outcome: &str, year: Cell, mean: Cell) -> Vec<Cell> {
    let mut row: Vec<_> = ["test", variant, outcome, "all", "all", "all", "all"]
        .map(Cell::text)
        .to_vec();
    row.extend([year, Cell::text("ha net"), mean]);
    row.extend((1..=10).map(|place| Cell::Number(f64::from(place) + 0.5)));
    row.push(Cell::Number(0.25));
    row
}

fn chart(title: &str) -> Chart {
    Chart {
        name: "need-all".to_owned(),
        title: title.to_owned(),
        subtitle: String::new(),
        unit: "ha".to_owned(),
        source: String::new(),
        alt: String::new(),
        body: Body::Ranges(Ranges {
            series: vec!["2050".to_owned()],
            rows: vec![Row {
                name: "a".to_owned(),
                bands: vec![Interval {
                    p05: 0.1 + 0.2,
                    p50: 1.0,
                    p95: f64::INFINITY,
                }],
            }],
        }),
    }
}

/// A small document with everything in it.
fn document() -> Results {
    let mut table = Table::with_headers(&COLUMNS);
    let year = || Cell::Whole(2050);
    table.rows = vec![
        row(NO_VARIANT, "backlog", year(), Cell::Number(0.1 + 0.2)),
        row(
            NO_VARIANT,
            "first_shortage_year",
            Cell::text("all"),
            Cell::Empty,
        ),
        row("beter", "backlog", year(), Cell::Number(0.1)),
    ];
    let texts = Bilingual::default();
    Results {
        format: FORMAT,
        job: JobIdentity {
            kind: JobKind::new("run"),
            title: None,
            owner: "test".to_owned(),
            version: "0".to_owned(),
            fingerprint: String::new(),
            command: "ruimtevraag run test.toml".to_owned(),
            draws: 10,
            seed: u64::MAX,
            design: "lhs".to_owned(),
            years: vec![2050],
            until: None,
            ended: None,
            quantile_error: 0.0,
        },
        sectors: Named::sectors(&texts),
        segments: Named::segments(&texts),
        scenarios: Vec::new(),
        messages: Vec::new(),
        tables: vec![NamedTable::new(SUMMARY, table, &texts)],
        charts: vec![NamedChart {
            nl: chart("Vraag"),
            en: chart("Need"),
        }],
    }
}

fn read_back(json: &[u8]) -> Result<Results, ResultsError> {
    from_json(json, Path::new("results.json"))
}

/// The document with one value in its JSON replaced.
fn with(pointer: &str, value: serde_json::Value) -> Result<Results, ResultsError> {
    let mut json = serde_json::to_value(document()).unwrap();
    *json.pointer_mut(pointer).unwrap() = value;
    read_back(json.to_string().as_bytes())
}

#[test]
fn a_document_comes_back_as_it_was() {
    let document = document();
    assert_eq!(read_back(&document.to_json().unwrap()).unwrap(), document);
}

#[test]
fn outcomes_are_found_by_their_name_and_variant() {
    let document = document();
    let name = "backlog,2050".parse().unwrap();
    let own = document.summary(Whose::scenario("test")).unwrap();
    let found = own.get(&name).unwrap();
    assert_eq!(found.statistics.mean, 0.1 + 0.2);
    assert_eq!(found.statistics.sd, 1.5);
    assert_eq!(found.statistics.p05(), 2.5);
    assert_eq!(found.statistics.p95(), 8.5);
    assert_eq!(found.statistics.se_p50, 10.5);
    assert_eq!(found.p_shortage, Some(0.25));
    let of_variant = Whose {
        scenario: "test",
        variant: Some("beter"),
    };
    let better = document.summary(of_variant).unwrap();
    assert_eq!(better.rows().len(), 1);
    assert_eq!(better.get(&name).unwrap().statistics.mean, 0.1);
    assert!(document.difference(of_variant).unwrap().rows().is_empty());
}

#[test]
fn a_year_beyond_the_last_is_infinite_again() {
    let own = document().summary(Whose::scenario("test")).unwrap();
    let first = own.get(&"first_shortage_year".parse().unwrap()).unwrap();
    assert_eq!(first.statistics.mean, f64::INFINITY);
}

#[test]
fn other_formats_are_refused_with_what_to_do() {
    for (format, advice) in [(0, "repeat the run"), (FORMAT + 1, "newer version")] {
        let error = with("/format", format.into()).unwrap_err().to_string();
        assert!(error.contains(&format!("format {format}")), "{error}");
        assert!(error.contains(advice), "{error}");
    }
    // Of another format nothing but its number need be as it is here.
    let error = read_back(b"{\"format\": 7, \"jobs\": []}").unwrap_err();
    assert!(matches!(error, ResultsError::Format { found: 7, .. }));
}

#[test]
fn what_contradicts_itself_is_refused() {
    for (pointer, value, hint) in [
        ("/tables/0/name", "../../home".into(), "no name"),
        (
            "/tables/0/table/rows/0",
            serde_json::json!([1]),
            "not as long",
        ),
        ("/charts/0/nl/name", "/etc/passwd".into(), "no name"),
        ("/charts/0/en/name", "other".into(), "two names"),
        ("/charts/0/nl/body", serde_json::json!({"pie": {}}), "pie"),
        ("/job/draws", (-1).into(), "-1"),
    ] {
        let error = with(pointer, value).unwrap_err().to_string();
        assert!(error.contains(hint), "{pointer}: {error}");
    }
    let strange = with("/tables/0/table/rows/0/2", "needs".into()).unwrap();
    let error = strange.summary(Whose::scenario("test")).unwrap_err();
    assert!(error.to_string().contains("needs"), "{error}");
}

#[test]
fn what_a_later_version_adds_is_skipped() {
    let mut json = serde_json::to_value(document()).unwrap();
    json["later"] = "something".into();
    json["job"]["later"] = 1.into();
    assert_eq!(read_back(json.to_string().as_bytes()).unwrap(), document());
}

#[test]
fn every_title_of_a_table_is_a_text() {
    let Localised { nl, en } = document().tables[0].title.clone();
    assert_ne!(nl, en);
    assert!(!nl.starts_with("table-"));
}

#[test]
fn a_truncated_document_is_an_error() {
    let json = document().to_json().unwrap();
    for end in 0..json.len() - 2 {
        assert!(read_back(&json[..end]).is_err(), "{end}");
    }
}

proptest! {
    #[test]
    fn a_damaged_document_never_panics(place in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut json = document().to_json().unwrap();
        let place = place.index(json.len());
        json[place] = byte;
        if let Ok(results) = read_back(&json) {
            let _ = results.summary(Whose::scenario("test"));
        }
    }
}
