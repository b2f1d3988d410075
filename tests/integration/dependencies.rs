//! What the program is built from: how many crates, and under which licences.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;

/// Licences under which a crate may be part of a program under the EUPL.
const ACCEPTED: [&str; 13] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "EUPL-1.2",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Crates of the program and of what builds it on this platform, beyond which somebody should ask why.
const MOST_CRATES: usize = 200;

fn output(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    String::from_utf8(output.stdout).unwrap()
}

/// The crates that go into the program, its tests and benches left out.
fn crates() -> BTreeSet<String> {
    let words = "tree --locked --offline --edges normal,build --prefix none --format {p}";
    let tree = output(Command::new(env!("CARGO")).args(words.split_whitespace()));
    let names = tree.lines().filter_map(|line| {
        let mut words = line.split_whitespace();
        Some(format!(
            "{} {}",
            words.next()?,
            words.next()?.trim_start_matches('v')
        ))
    });
    names.collect()
}

/// Whether one of the licences that may be chosen, and all that hold together, are accepted.
fn is_accepted(licence: &str) -> bool {
    let expression = licence.replace('/', " OR ").replace(['(', ')'], "");
    let mut all = expression.split(" AND ");
    all.all(|choices| {
        choices
            .split(" OR ")
            .any(|one| ACCEPTED.contains(&one.trim()))
    })
}

#[test]
fn every_crate_of_the_program_has_an_accepted_licence_and_there_are_not_too_many() {
    let used = crates();
    assert!(used.len() > 50, "the crates were not found");
    assert!(used.len() <= MOST_CRATES, "{} crates", used.len());
    // Crates of other platforms need not be on this machine.
    let version = output(Command::new("rustc").arg("-vV"));
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    let words = "metadata --locked --offline --format-version 1 --filter-platform";
    let mut metadata = Command::new(env!("CARGO"));
    let metadata = output(metadata.args(words.split_whitespace()).arg(host.unwrap()));
    let metadata: Value = serde_json::from_str(&metadata).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let mut looked_at = 0;
    for package in packages {
        let text = |field: &str| package[field].as_str().unwrap_or_default();
        if used.contains(&format!("{} {}", text("name"), text("version"))) {
            looked_at += 1;
            let (name, licence) = (text("name"), text("license"));
            assert!(is_accepted(licence), "{name} has the licence `{licence}`");
        }
    }
    assert_eq!(looked_at, used.len());
}

#[test]
fn a_licence_must_be_accepted_in_every_part() {
    assert!(is_accepted("GPL-2.0-only OR MIT"));
    assert!(is_accepted("(MIT OR Apache-2.0) AND Unicode-3.0"));
    assert!(
        !is_accepted("GPL-3.0-only") && !is_accepted("MIT AND GPL-3.0-only") && !is_accepted("")
    );
}
