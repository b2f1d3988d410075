//! Pages in a real browser: nothing fetched, every chart drawn, everything reached by keyboard, and no
//! violation of the rules for accessible pages.
//!
//! Needs Chromium, Node.js, and the packages of `tests/browser/package.json` in the folder that
//! `BROWSER_PACKAGES` names; `.ci/run` sees to them. Elsewhere the test says that it was skipped.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{REFERENCE, ruimtevraag, run_into, template_in};

/// What a text of a scenario must not be able to do: run, end a script, or leave an attribute.
const HOSTILE: &str = "</script><img src=x onerror=alert(1)> & <b>";

/// The folder with the packages; `None` where the test is skipped.
// Whoever reads the tests is told, since nothing else would show it.
#[allow(clippy::print_stderr)]
fn packages() -> Option<PathBuf> {
    let packages = std::env::var_os("BROWSER_PACKAGES").map(PathBuf::from);
    let is_ready = packages.is_some() && Path::new("/usr/bin/chromium").exists();
    if is_ready {
        return packages;
    }
    assert!(
        std::env::var_os("CI").is_none(),
        "CI has no browser to test pages in; see .ci/run"
    );
    eprintln!("skipped: set BROWSER_PACKAGES and install chromium to test pages in a browser");
    None
}

/// A page of a scenario whose title, description and names try to do harm.
fn hostile_page(folder: &Path) -> PathBuf {
    let scenario = template_in(&folder.join("hostile"), |name, text| match name {
        "scenario.toml" => text.replace("Mijn scenario", HOSTILE),
        "regios.csv" => text.replace("Zuid-Holland", HOSTILE),
        _ => text,
    });
    let run = folder.join("hostile-run");
    run_into(&run, &format!("run {} --draws 50", scenario.display()));
    let page = fs::read_to_string(run.join("report.html")).unwrap();
    assert!(
        page.contains("onerror"),
        "the hostile text is not in the page"
    );
    assert!(!page.contains("<img src=x"));
    run.join("report.html")
}

/// A copy of a page under a name of its own, since pictures are named after pages.
fn named(page: &Path, name: &str) -> PathBuf {
    let copy = page.with_file_name(format!("{name}.html"));
    fs::copy(page, &copy).unwrap();
    copy
}

#[test]
fn pages_work_in_a_real_browser() {
    let Some(packages) = packages() else { return };
    let root = tempfile::tempdir().unwrap();
    let run = root.path().join("run");
    run_into(&run, &format!("run {REFERENCE} --draws 100"));
    let english = root.path().join("english.html");
    let mut report = ruimtevraag("report --lang en");
    report
        .arg(&run)
        .arg("--out")
        .arg(&english)
        .assert()
        .success();
    let sheets = root.path().join("sheets");
    let mut sheet = ruimtevraag("fact-sheet");
    sheet.arg(&run).args(["NL36", "rotterdam", "htce"]);
    sheet.arg("--out").arg(&sheets).assert().success();
    let sweep = root.path().join("sweep");
    let words = "sweep scenarios/sweeps/groene-terugkeer.toml --draws 20 --lang en";
    run_into(&sweep, words);
    let published = root.path().join("published");
    run_into(&published, "published --draws 20");
    let pages = [
        named(&sweep.join("report.html"), "sweep"),
        named(&published.join("report.html"), "published"),
        named(&run.join("report.html"), "dutch"),
        english,
        named(&hostile_page(root.path()), "hostile"),
        sheets.join("NL36.html"),
        sheets.join("rotterdam.html"),
        sheets.join("htce.html"),
    ];
    let pictures = std::env::var("BROWSER_PICTURES").unwrap_or_else(|_| "-".to_owned());
    let mut check = Command::new("node");
    check
        .arg("tests/browser/check.mjs")
        .arg(packages)
        .arg(pictures)
        .args(pages);
    let done = check.output().unwrap();
    let [found, errors] = [done.stdout, done.stderr].map(|text| String::from_utf8(text).unwrap());
    assert!(done.status.success(), "{found}{errors}");
}
