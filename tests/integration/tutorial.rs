//! The commands of the tutorial in scenarios/README.md do what it says.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::command::PROGRAM;

/// A block of commands and what stands behind its mark.
struct Block {
    kind: String,
    commands: String,
}

fn blocks() -> Vec<Block> {
    let text = fs::read_to_string("scenarios/README.md").unwrap();
    let tutorial = text.split("\n## A first hour\n").nth(1).unwrap();
    let tutorial = tutorial.split("\n## ").next().unwrap();
    let fenced = tutorial.split("```").skip(1).step_by(2);
    fenced
        .map(|block| {
            let (mark, commands) = block.split_once('\n').unwrap();
            Block {
                kind: mark.trim_start_matches("sh").trim().to_owned(),
                commands: commands.to_owned(),
            }
        })
        .collect()
}

#[test]
fn every_command_of_the_tutorial_does_what_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let program = Path::new(PROGRAM).parent().unwrap().display();
    let path = format!("{program}:{}", std::env::var("PATH").unwrap());
    let blocks = blocks();
    assert!(blocks.len() >= 8);
    for block in blocks {
        let is_of_reference = block.kind == "reference";
        let at = if is_of_reference {
            Path::new("scenarios")
        } else {
            folder.path()
        };
        // The run is not what is tried here, and the folder of the repository stays as it is.
        let out = folder.path().join("reference").display().to_string();
        let commands = if is_of_reference {
            format!("{} --no-charts --out '{out}'\n", block.commands.trim())
        } else {
            block.commands
        };
        let ended = Command::new("bash")
            .args(["-ec", &commands])
            .current_dir(at)
            .env("PATH", &path)
            .output()
            .unwrap();
        let wanted = if block.kind == "mistake" { 2 } else { 0 };
        let shown = String::from_utf8_lossy(&ended.stderr);
        assert_eq!(ended.status.code(), Some(wanted), "{commands}\n{shown}");
        if block.kind == "mistake" {
            assert!(
                shown.contains("did you mean `industry.haven.fossil_share`?"),
                "{shown}"
            );
        }
    }
    let summary = folder.path().join("output/mijn-scenario/summary.csv");
    let summary = fs::read_to_string(summary).unwrap();
    assert!(summary.contains("kanaalzone") && summary.contains("NL34"));
}
