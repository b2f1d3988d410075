//! Sweep files and shards that were mutated at random.

use std::fs;

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use proptest::prelude::*;
use ruimtevraag::engine::{self, Experiment, RunOptions, Unobserved};
use ruimtevraag::files::JournalContent;
use ruimtevraag::scenario::{self, SweepFile};
use ruimtevraag::sweep::shard::{self, Shard, ShardFile};
use ruimtevraag::sweep::{self, Program, SweepPlan};

use super::{USUAL_CASES, change, for_all, mutated};
use crate::sweep::Folder;

const PROGRAM: Program<'static> = Program {
    version: "1",
    commit: "",
};

fn options() -> RunOptions {
    RunOptions {
        threads: 1,
        // Too little to keep any draws, so that shards hold counts.
        memory: 1,
    }
}

fn plan(sweep: &SweepFile) -> Option<SweepPlan<'_>> {
    SweepPlan::of(sweep, &options(), PROGRAM).ok()
}

#[test]
fn a_mutated_sweep_file_is_refused_or_runs() {
    let folder = Folder::new();
    let file = folder.path("sweep.toml");
    let whole = fs::read(&file).unwrap();
    let mut accepted = 0;
    // Most with a single change: few files survive more, and some must, every time.
    let changes = prop_oneof![
        3 => prop::collection::vec(change(), 1..=1),
        1 => prop::collection::vec(change(), 2..=4),
    ];
    for_all(USUAL_CASES, changes, |changes| {
        fs::write(&file, mutated(&whole, &changes)).unwrap();
        let Ok(sweep) = scenario::load_sweep(&file) else {
            return Ok(());
        };
        let Some(plan) = plan(&sweep) else {
            return Ok(());
        };
        accepted += 1;
        for case in plan.cases.iter().take(2) {
            let experiment = Experiment {
                draws: 8,
                ..plan.experiment(case)
            };
            engine::run(&experiment, &options(), &Unobserved).unwrap();
        }
        Ok(())
    });
    assert!(accepted > 0, "the mutations leave nothing right");
}

/// The shards of a sweep of one run, as they are read.
fn shards(folder: &Folder, plan: &SweepPlan<'_>, of: usize) -> Vec<ShardFile> {
    let shards = (1..=of).filter_map(|number| Shard::new(number, of));
    shards
        .map(|shard| {
            let mut found = std::collections::BTreeMap::new();
            let pieces = shard.pieces(plan);
            sweep::compute(
                plan,
                &pieces,
                &options(),
                &Unobserved,
                &mut |piece, of_piece| {
                    found.insert(piece, of_piece);
                    Ok(())
                },
            )
            .unwrap();
            let path = folder.path(&shard.file_name());
            fs::write(&path, shard.bytes(plan, &found)).unwrap();
            (shard.to_string(), JournalContent::read(&path).unwrap())
        })
        .collect()
}

/// Checksums do not save whoever reads a shard that was made to harm: behind them, too, nothing panics.
#[test]
fn a_shard_with_mutated_findings_is_refused_or_merged() {
    let folder = Folder::new();
    let text = fs::read_to_string(folder.path("sweep.toml")).unwrap();
    folder.write("sweep.toml", &text.replace("[0.5, 1.0, 2.0]", "[1.0]"));
    let sweep = scenario::load_sweep(&folder.path("sweep.toml")).unwrap();
    let plan = plan(&sweep).unwrap();
    // Four cases of twenty replicates over three shards: whole cases and parts of others.
    let shards = shards(&folder, &plan, 3);
    let whole = shard::merge(&plan, &options(), &shards).unwrap();
    let mut refused = 0;
    let lines: Vec<_> = shards
        .iter()
        .enumerate()
        .flat_map(|(shard, (_, content))| (0..content.lines.len()).map(move |line| (shard, line)))
        .filter(|&(shard, line)| {
            let line = &shards[shard].1.lines[line];
            line.starts_with("case\t") || line.starts_with("part\t")
        })
        .collect();
    assert!(lines.len() > 20, "{}", lines.len());
    let changes = prop::collection::vec(change(), 1..=3);
    for_all(
        USUAL_CASES,
        (0..lines.len(), changes),
        |(which, changes)| {
            let mut shards = shards.clone();
            let (shard, line) = lines[which];
            let line = &mut shards[shard].1.lines[line];
            let (head, found) = line.rsplit_once('\t').unwrap();
            let bytes = mutated(&STANDARD_NO_PAD.decode(found).unwrap(), &changes);
            *line = format!("{head}\t{}", STANDARD_NO_PAD.encode(bytes));
            match shard::merge(&plan, &options(), &shards) {
                Ok(findings) => prop_assert_eq!(findings.len(), whole.len()),
                Err(_) => refused += 1,
            }
            Ok(())
        },
    );
    assert!(refused > 0, "no mutation was noticed");
}
