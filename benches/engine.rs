//! How long the parts of a run take on the shipped scenario.

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use ruimtevraag::analysis::summarise;
use ruimtevraag::engine::{self, Experiment, Unobserved};
use ruimtevraag::scenario;

const SCENARIO: &str = "scenarios/nota-ruimte.toml";

fn whole_run(criterion: &mut Criterion) {
    let scenario = scenario::load(Path::new(SCENARIO)).expect("the shipped scenario loads");
    let mut group = criterion.benchmark_group("run");
    group.sample_size(10);
    for (name, draws) in [("1000 draws", 1_000), ("10000 draws", 10_000)] {
        let experiment = Experiment {
            draws,
            ..Experiment::of(&scenario)
        };
        group.bench_function(name, |bencher| {
            bencher.iter(|| engine::run(black_box(&experiment), 1, &Unobserved));
        });
    }
    group.finish();
}

fn summary(criterion: &mut Criterion) {
    let scenario = scenario::load(Path::new(SCENARIO)).expect("the shipped scenario loads");
    let experiment = Experiment {
        draws: 10_000,
        ..Experiment::of(&scenario)
    };
    let table = engine::run(&experiment, 0, &Unobserved).expect("the shipped scenario runs");
    let mut group = criterion.benchmark_group("summary");
    group.sample_size(10);
    group.bench_function("10000 draws", |bencher| {
        bencher.iter(|| summarise(black_box(&table), experiment.design));
    });
    group.finish();
}

fn reading(criterion: &mut Criterion) {
    criterion.bench_function("read the shipped scenario", |bencher| {
        bencher.iter(|| scenario::load(black_box(Path::new(SCENARIO))));
    });
}

criterion_group!(benches, whole_run, summary, reading);
criterion_main!(benches);
