//! The shipped scenarios: all can be read, and every number in them can be traced.

use std::fs;
use std::path::{Path, PathBuf};

use ruimtevraag::scenario::{self, Evidence, Scenario};

use crate::command::{REFERENCE, TEMPLATE, run_into, summary_of};

/// The three pictures of the future.
const PICTURES: [&str; 3] = [REFERENCE, "scenarios/laag.toml", "scenarios/hoog.toml"];

fn toml_files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let mut files: Vec<_> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "toml")
        })
        .collect();
    files.sort();
    assert!(!files.is_empty(), "{folder}");
    files
}

/// Every shipped scenario file.
pub fn scenario_files() -> Vec<PathBuf> {
    let mut files = toml_files("scenarios");
    files.extend(toml_files("scenarios/published"));
    files.push(TEMPLATE.into());
    files
}

/// Every shipped file of a policy variant.
pub fn variant_files() -> Vec<PathBuf> {
    toml_files("scenarios/beleid")
}

fn load(path: &Path, variants: &[&Path]) -> Scenario {
    scenario::load_with_variants(path, variants)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every shipped scenario, and the pictures with every variant over them.
fn all() -> Vec<Scenario> {
    let alone = scenario_files();
    let variants = variant_files();
    let variants: Vec<_> = variants.iter().map(PathBuf::as_path).collect();
    let with_variants = PICTURES.iter().map(|path| load(Path::new(path), &variants));
    alone
        .iter()
        .map(|path| load(path, &[]))
        .chain(with_variants)
        .collect()
}

#[test]
fn every_shipped_file_is_read_without_problem_or_warning() {
    assert!(scenario_files().len() >= 15);
    let scenarios = all();
    let with_variants = &scenarios[scenarios.len() - PICTURES.len()..];
    for scenario in with_variants {
        assert_eq!(scenario.variants.len(), variant_files().len());
        let levers = scenario.variants.iter().map(|variant| variant.levers.len());
        assert!(
            levers.min().unwrap() >= 1,
            "a variant of {} does nothing",
            scenario.id
        );
    }
}

#[test]
fn every_variant_is_read_by_itself_over_every_picture() {
    for picture in PICTURES {
        for variant in variant_files() {
            load(Path::new(picture), &[&variant]);
        }
    }
}

#[test]
fn every_source_that_is_cited_is_listed_in_full() {
    for scenario in all() {
        for source in &scenario.sources {
            let place = format!("{}: source {}", scenario.id, source.id);
            assert!(!source.title.is_empty(), "{place} has no title");
            assert!(
                !source.organisation.is_empty(),
                "{place} has no organisation"
            );
            assert!(!source.year.is_empty(), "{place} has no year");
            let is_link = source.url.is_empty() || source.url.starts_with("http");
            assert!(is_link, "{place}: {}", source.url);
        }
        let is_listed = |id: &str| {
            scenario
                .sources
                .iter()
                .any(|source| source.id.as_str() == id)
        };
        for benchmark in &scenario.benchmarks {
            let place = format!("{}: benchmark {}", scenario.id, benchmark.id);
            assert!(is_listed(&benchmark.source), "{place}");
            if benchmark.realised.is_finite() {
                assert!(
                    is_listed(&benchmark.realised_source),
                    "{place}: realisation"
                );
            }
        }
        let cited = scenario
            .inputs
            .iter()
            .filter_map(|input| input.provenance.source);
        assert!(cited.max().is_none_or(|last| last < scenario.sources.len()));
    }
}

#[test]
fn every_figure_says_what_it_rests_on() {
    for scenario in all() {
        for input in &scenario.inputs {
            let (provenance, name) = (&input.provenance, input.name.as_str());
            let place = format!("{}: {name}", scenario.id);
            match provenance.evidence {
                Evidence::Assumption => {
                    assert!(!provenance.note.trim().is_empty(), "{place} has no reason");
                }
                Evidence::Measured | Evidence::Published | Evidence::Derived => {
                    assert!(provenance.source.is_some(), "{place} has no source");
                }
            }
            assert!(!input.unit.is_empty(), "{place} has no unit");
        }
    }
}

/// A Dutch table (`;`, decimal commas) in the other dialect (`,`, decimal points).
fn in_english(table: &str) -> String {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .has_headers(false)
        .from_reader(table.as_bytes());
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in reader.records() {
        let row = row.unwrap();
        writer.write_record(row.iter().map(with_point)).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn with_point(cell: &str) -> String {
    let pointed = cell.replacen(',', ".", 1);
    if pointed.parse::<f64>().is_ok() {
        pointed
    } else {
        cell.to_owned()
    }
}

/// How a table is written in another way.
type Rewriting<'a> = &'a dyn Fn(&str) -> String;

/// Copies a folder of scenarios, with its tables changed.
fn copy(from: &Path, to: &Path, change: Rewriting<'_>) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target, change);
        } else if path.extension().is_some_and(|extension| extension == "csv") {
            fs::write(target, change(&fs::read_to_string(&path).unwrap())).unwrap();
        } else {
            fs::copy(&path, target).unwrap();
        }
    }
}

#[test]
fn dutch_and_english_tables_give_the_same_bytes() {
    assert_eq!(in_english("a;b\n-0,5;\"x, y\"\n"), "a,b\n-0.5,\"x, y\"\n");
    let dutch = summary_of(&format!("run {REFERENCE} --draws 30"));
    let root = tempfile::tempdir().unwrap();
    // As spreadsheets leave them: with a byte order mark and the line ends of Windows.
    let of_windows = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let dialects: [(&str, Rewriting<'_>); 3] = [
        ("english", &in_english),
        ("dutch-windows", &of_windows),
        ("english-windows", &|text| of_windows(&in_english(text))),
    ];
    for (name, change) in dialects {
        let folder = root.path().join(name);
        copy(Path::new("scenarios"), &folder, change);
        let scenario = folder.join("nota-ruimte.toml");
        let found = summary_of(&format!("run {} --draws 30", scenario.display()));
        assert!(found == dutch, "{name} gives another outcome");
    }
    let out = root.path().join("published");
    run_into(
        &out,
        &format!(
            "published {}/english/published --draws 20",
            root.path().display()
        ),
    );
    assert!(out.join("scoreboard.csv").is_file());
}
