//! The program as a user types it, and what it leaves on disk.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use assert_cmd::Command;

/// The small scenario that `new` writes.
pub const TEMPLATE: &str = "scenarios/sjabloon/scenario.toml";

/// The shipped scenario of the README.
pub const REFERENCE: &str = "scenarios/nota-ruimte.toml";

/// The built program.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_ruimtevraag");

/// The program with words separated by spaces; it runs in the folder of the manifest.
pub fn ruimtevraag(words: &str) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(words.split_whitespace());
    command
}

/// Runs words that must succeed and leave a run in a folder.
pub fn run_into(folder: &Path, words: &str) {
    let mut command = ruimtevraag(words);
    command.arg("--quiet").arg("--out").arg(folder);
    command.assert().success();
}

/// Runs the line of a record that must succeed and leave a run in a folder: words with spaces stand in quotes.
pub fn run_line_into(folder: &Path, line: &str) {
    let mut command = Command::new(PROGRAM);
    let line = line.strip_prefix("ruimtevraag ").unwrap();
    for (place, part) in line.split('"').enumerate() {
        if place % 2 == 1 {
            command.arg(part);
        } else {
            command.args(part.split_whitespace());
        }
    }
    command.arg("--quiet").arg("--out").arg(folder);
    command.assert().success();
}

/// Runs words that must succeed, and gives the `summary.csv` they leave.
pub fn summary_of(words: &str) -> CsvFile {
    let root = tempfile::tempdir().unwrap();
    run_into(&root.path().join("run"), &format!("{words} --no-charts"));
    CsvFile::read(&root.path().join("run/summary.csv"))
}

/// Starts a run in a folder.
pub fn started(folder: &Path, words: &str) -> Child {
    std::process::Command::new(PROGRAM)
        .args(format!("run {TEMPLATE} {words}").split_whitespace())
        .arg("--out")
        .arg(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Far more draws than are computed while a test lasts.
pub const ENDLESS: &str = "--draws 50000000 --memory 1 --no-charts --threads 1";

/// Waits until a run holds its folder, which it does before it computes.
pub fn wait_until_it_computes(folder: &Path) {
    let begun = Instant::now();
    loop {
        let is_held = fs::File::open(folder.join(".lock"))
            .is_ok_and(|lock| matches!(lock.try_lock(), Err(fs::TryLockError::WouldBlock)));
        if is_held {
            break;
        }
        assert!(
            begun.elapsed() < Duration::from_secs(30),
            "the run did not start"
        );
        std::thread::sleep(Duration::from_millis(10));
    }
    std::thread::sleep(Duration::from_millis(100));
}

/// Says that a test needs something this machine has not; in CI that is a failure.
#[allow(clippy::print_stderr)] // whoever runs the tests must see it
pub fn skipped(what: &str) {
    assert!(
        std::env::var_os("CI").is_none(),
        "CI must be able to do this: {what}"
    );
    eprintln!("skipped: {what}");
}

/// Every file below a folder with its content, by path with `/`; the empty lock is left out.
pub fn files_below(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(inner) = waiting.pop() {
        for entry in fs::read_dir(&inner).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy();
                files.insert(name.replace('\\', "/"), fs::read(&path).unwrap());
            }
        }
    }
    files.remove(".lock");
    files
}

/// Whether a file is of a kind, told by the end of its name.
pub fn is_kind(name: &str, extension: &str) -> bool {
    Path::new(name).extension() == Some(extension.as_ref())
}

/// The record of a run, without what differs between runs that are otherwise the same.
pub fn record(folder: &Path) -> toml::Table {
    let text = fs::read_to_string(folder.join("run.toml")).unwrap();
    let mut record: toml::Table = toml::from_str(&text).unwrap();
    for key in ["seconds", "commit"] {
        record.remove(key).unwrap();
    }
    record
}

/// A table as other programs read it.
#[derive(Debug, Clone, PartialEq)]
pub struct CsvFile {
    pub headers: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl CsvFile {
    pub fn read(path: &Path) -> Self {
        let mut reader = csv::Reader::from_path(path).unwrap();
        let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect();
        let headers = cells(reader.headers().unwrap());
        let rows = reader.records().map(|row| cells(&row.unwrap())).collect();
        Self { headers, rows }
    }

    /// The cell of a row under a header.
    pub fn cell<'r>(&self, row: &'r [String], header: &str) -> &'r str {
        let place = self.headers.iter().position(|name| name == header);
        &row[place.unwrap_or_else(|| panic!("no column `{header}`"))]
    }

    /// The number of a row under a header; `None` when the cell is empty.
    pub fn number(&self, row: &[String], header: &str) -> Option<f64> {
        let cell = self.cell(row, header);
        (!cell.is_empty()).then(|| cell.parse().unwrap())
    }

    /// The rows in which a column holds one of some values.
    pub fn rows_with(&self, header: &str, values: &[&str]) -> Vec<&Vec<String>> {
        let rows = self.rows.iter();
        rows.filter(|row| values.contains(&self.cell(row, header)))
            .collect()
    }
}

/// A copy of the template in a folder, changed text by text; gives the scenario file.
pub fn template_in(folder: &Path, change: impl Fn(&str, String) -> String) -> PathBuf {
    fs::create_dir_all(folder).unwrap();
    for entry in fs::read_dir("scenarios/sjabloon").unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        let text = fs::read_to_string(&path).unwrap();
        fs::write(folder.join(name), change(name, text)).unwrap();
    }
    folder.join("scenario.toml")
}
