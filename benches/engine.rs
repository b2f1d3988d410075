//! How long the parts of a run take on the shipped scenario.

// A bench that cannot begin should stop.
#![allow(clippy::expect_used)]

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use ruimtevraag::analysis::summarise;
use ruimtevraag::engine::{self, Detail, Experiment, OutcomeKey, RunOptions, Unobserved};
use ruimtevraag::model::{
    Draws, InputIndex, LandFlows, Ledger, OutcomeKind, RegionalDemand, Sector, WalkIndex, Workspace,
};
use ruimtevraag::scenario::{self, Scenario};

const SCENARIO: &str = "scenarios/nota-ruimte.toml";

/// Draws of the benches of one chunk.
const CHUNK: usize = 64;

fn shipped() -> Scenario {
    scenario::load(Path::new(SCENARIO)).expect("the shipped scenario loads")
}

fn whole_run(criterion: &mut Criterion) {
    let scenario = shipped();
    let mut group = criterion.benchmark_group("run");
    group.sample_size(10);
    let kept = RunOptions::default().memory;
    for (name, draws, threads, memory) in [
        ("1000 draws, 1 thread", 1_000, 1, kept),
        ("10000 draws, 1 thread", 10_000, 1, kept),
        ("10000 draws, 2 threads", 10_000, 2, kept),
        ("10000 draws, counted", 10_000, 1, 256 << 20),
    ] {
        let experiment = Experiment {
            draws,
            ..Experiment::of(&scenario)
        };
        let options = RunOptions { threads, memory };
        group.bench_function(name, |bencher| {
            bencher.iter(|| engine::run(black_box(&experiment), &options, &Unobserved));
        });
    }
    group.finish();
}

/// Runs that keep one outcome: of demand, for which nothing is confronted, and of shortage.
fn few_outcomes(criterion: &mut Criterion) {
    let scenario = shipped();
    let last = scenario.horizons.last().copied();
    let mut group = criterion.benchmark_group("run, one outcome");
    group.sample_size(10);
    for (name, key) in [
        (
            "need of industry",
            OutcomeKey::total(OutcomeKind::Need, last).in_sector(Some(Sector::Industry)),
        ),
        ("backlog", OutcomeKey::total(OutcomeKind::Backlog, last)),
    ] {
        let experiment = Experiment {
            draws: 10_000,
            detail: Detail::Only(vec![key]),
            ..Experiment::of(&scenario)
        };
        let options = RunOptions {
            threads: 1,
            ..RunOptions::default()
        };
        group.bench_function(format!("10000 draws, {name}"), |bencher| {
            bencher.iter(|| engine::run(black_box(&experiment), &options, &Unobserved));
        });
    }
    group.finish();
}

fn summary(criterion: &mut Criterion) {
    let scenario = shipped();
    let mut group = criterion.benchmark_group("summary");
    group.sample_size(10);
    for (name, memory) in [("kept", 1 << 30), ("counted", 256 << 20)] {
        let experiment = Experiment {
            draws: 10_000,
            ..Experiment::of(&scenario)
        };
        let options = RunOptions { threads: 0, memory };
        let outcomes = engine::run(&experiment, &options, &Unobserved).expect("it runs");
        group.bench_function(format!("10000 draws, {name}"), |bencher| {
            bencher.iter(|| summarise(black_box(&outcomes.base), experiment.design));
        });
    }
    group.finish();
}

/// A chunk in which every input has its medians and a little noise.
fn draws_of(scenario: &Scenario) -> Draws {
    let timeline = scenario.system.timeline;
    let mut draws = Draws::zeros(scenario.inputs.len(), scenario.walks.len(), timeline, CHUNK);
    for (index, input) in scenario.inputs.iter().enumerate() {
        let column = draws.column_mut(InputIndex(index));
        for (place, value) in (0_u32..).zip(column) {
            let level = (f64::from(place) + 0.5) / 64.0;
            *value = input.distribution.quantile(level);
        }
    }
    for walk in (0..scenario.walks.len()).map(WalkIndex) {
        for step in 1..timeline.years() {
            draws.walk_mut(walk, step).fill(0.1);
        }
    }
    draws
}

fn model(criterion: &mut Criterion) {
    let scenario = shipped();
    let (system, draws) = (&scenario.system, draws_of(&scenario));
    let years = system.timeline.years();
    let mut workspace = Workspace::default();
    let mut flows = LandFlows::zeros(years, CHUNK);
    let mut demand = RegionalDemand::zeros(system.regions, years, CHUNK);
    let mut group = criterion.benchmark_group("a chunk of 64 draws");
    group.bench_function("demand of all entities", |bencher| {
        bencher.iter(|| system.project(&draws, &mut workspace, &mut flows, |_, _| {}));
    });
    group.bench_function("demand, spread over regions", |bencher| {
        bencher.iter(|| {
            demand.clear();
            system.project(&draws, &mut workspace, &mut flows, |index, flows| {
                demand.add(&system.entities[index], &draws, flows);
            });
        });
    });
    if let Some(supply) = &scenario.supply {
        let kept = [years - 1];
        let mut ledger = Ledger::forgetful(system.regions, years, CHUNK, &kept);
        group.bench_function("confrontation", |bencher| {
            bencher.iter(|| supply.confront(&draws, &demand, &mut ledger));
        });
    }
    group.finish();
}

fn reading(criterion: &mut Criterion) {
    criterion.bench_function("read the shipped scenario", |bencher| {
        bencher.iter(|| scenario::load(black_box(Path::new(SCENARIO))));
    });
}

criterion_group!(benches, whole_run, few_outcomes, summary, model, reading);
criterion_main!(benches);
