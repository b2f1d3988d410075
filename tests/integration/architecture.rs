//! The house is what the crate documentation says: modules import downwards only, heavy crates
//! stay in their room, and only `files` touches the disk.

mod circles;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The rows, lowest first. A module may use modules of lower rows only, and its own parts.
const ROWS: [&[&str]; 11] = [
    &["units", "id", "numeric", "files", "language"],
    &["distribution", "sampling", "statistics"],
    &["model"],
    &["scenario"],
    &["engine"],
    &["analysis"],
    &["sweep"],
    &["export", "chart"],
    &["results"],
    &["report"],
    &["error"],
];

/// Crates and the only modules that may name them.
const ROOMS: [(&str, &[&str]); 26] = [
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("indicatif", &["cli"]),
    ("ctrlc", &["cli"]),
    ("comfy_table", &["cli"]),
    ("anstream", &["cli"]),
    ("plotters", &["chart"]),
    ("resvg", &["chart"]),
    ("csv", &["scenario", "export"]),
    ("toml", &["scenario", "export"]),
    ("serde_json", &["scenario", "chart", "results", "report"]),
    (
        "serde",
        &[
            "statistics",
            "scenario",
            "engine",
            "analysis",
            "sweep",
            "export",
            "chart",
            "language",
            "results",
        ],
    ),
    ("postcard", &["sweep"]),
    ("schemars", &["scenario"]),
    ("annotate_snippets", &["scenario"]),
    ("parquet", &["export"]),
    ("rust_xlsxwriter", &["export"]),
    ("rayon", &["engine", "cli"]),
    ("statrs", &["distribution"]),
    ("fluent_bundle", &["language"]),
    ("libm", &["numeric"]),
    ("png", &["chart"]),
    ("rand_distr", &["sampling"]),
    ("maud", &["report"]),
    ("std::fs", &["files"]),
];

struct SourceFile {
    module: String,
    path: PathBuf,
    /// The source without comments and without the tests at its end.
    code: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn source_files() -> Vec<SourceFile> {
    let mut files = Vec::new();
    collect(&root(), &mut files);
    assert!(files.len() > 20, "the sources were not found");
    files
}

fn collect(folder: &Path, files: &mut Vec<SourceFile>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(read(path));
        }
    }
}

fn read(path: PathBuf) -> SourceFile {
    let inside = path.strip_prefix(root()).unwrap();
    let first = inside.components().next().unwrap().as_os_str();
    let module = first.to_string_lossy().trim_end_matches(".rs").to_owned();
    let text = fs::read_to_string(&path).unwrap();
    let is_test = path
        .file_stem()
        .is_some_and(|stem| stem == "tests" || stem == "fixture");
    let shipped = if is_test {
        ""
    } else {
        text.split("#[cfg(test)]\nmod tests {").next().unwrap()
    };
    let code = shipped
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n");
    SourceFile { module, path, code }
}

/// The modules of the crate that a source names, by `crate::` paths.
fn imports(code: &str) -> BTreeSet<String> {
    code.match_indices("crate::")
        .filter(|(at, _)| !code[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
        .map(|(at, name)| {
            code[at + name.len()..]
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect::<String>()
        })
        .filter(|module| !module.is_empty())
        .collect()
}

fn row_of(module: &str) -> Option<usize> {
    ROWS.iter().position(|row| row.contains(&module))
}

#[test]
fn every_module_has_a_row() {
    let modules: BTreeSet<_> = source_files().into_iter().map(|file| file.module).collect();
    for module in modules {
        let is_placed = row_of(&module).is_some() || ["lib", "main", "cli"].contains(&&*module);
        assert!(
            is_placed,
            "module `{module}` has no row in the architecture"
        );
    }
}

#[test]
fn modules_import_only_from_lower_rows() {
    let mut wrong = Vec::new();
    for file in source_files() {
        let Some(own) = row_of(&file.module) else {
            continue;
        };
        for import in imports(&file.code) {
            if import != file.module && row_of(&import).is_none_or(|row| row >= own) {
                wrong.push(format!("{} imports {import}", file.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_library_cannot_see_the_command_line() {
    for file in source_files()
        .iter()
        .filter(|file| row_of(&file.module).is_some())
    {
        assert!(!file.code.contains("mod cli"), "{}", file.path.display());
    }
    for file in source_files().iter().filter(|file| file.module == "cli") {
        assert!(
            imports(&file.code).is_empty(),
            "{} reaches around the library's public face",
            file.path.display()
        );
    }
}

#[test]
fn heavy_crates_stay_in_their_rooms() {
    let mut wrong = Vec::new();
    for file in source_files() {
        for (name, rooms) in ROOMS {
            let is_named = file.code.contains(&format!("{name}::"))
                || file.code.contains(&format!("use {name};"));
            let path = format!("crate::{name}");
            let is_own = file.code.contains(&path) || file.module == name;
            if is_named && !is_own && !rooms.contains(&&*file.module) {
                wrong.push(format!("{} uses {name}", file.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_dependency_is_used() {
    let manifest = fs::read_to_string(root().join("../Cargo.toml")).unwrap();
    let listed = manifest
        .split("[dependencies]")
        .nth(1)
        .and_then(|rest| rest.split("\n[").next())
        .unwrap();
    let code: String = source_files().into_iter().map(|file| file.code).collect();
    for line in listed.lines().filter(|line| line.contains('=')) {
        let name = line.split(['=', ' ']).next().unwrap().replace('-', "_");
        assert!(
            code.contains(&format!("{name}::")),
            "`{name}` is listed but not used"
        );
    }
}

#[test]
fn no_two_modules_import_each_other() {
    let mut graph: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in source_files() {
        graph.entry(file.module.clone()).or_default().extend(
            imports(&file.code)
                .into_iter()
                .filter(|name| *name != file.module),
        );
    }
    for (module, imports) in &graph {
        for import in imports {
            let back = graph.get(import).is_some_and(|back| back.contains(module));
            assert!(!back, "`{module}` and `{import}` import each other");
        }
    }
}
