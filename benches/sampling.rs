//! How long columns of draws and their quantiles take.

// A bench that cannot begin should stop.
#![allow(clippy::expect_used)]

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use ruimtevraag::distribution::{
    Beta, Discrete, Distribution, DistributionError, Elicited, Gamma, Lognormal, Normal, Pert,
    Quantiles, Triangular, Uniform,
};
use ruimtevraag::sampling::{DesignKind, StreamKey, Streams, correlate};
use ruimtevraag::statistics::{Moments, OrderStatistics, Precision, QuantileSketch};

const DRAWS: usize = 10_000;

const LEVELS: [f64; 7] = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95];

fn uniforms() -> Vec<f64> {
    let mut column = vec![0.0; DRAWS];
    StreamKey::new(1, "uniforms").fill_uniforms(0, &mut column);
    column
}

fn families() -> Result<[(&'static str, Distribution); 9], DistributionError> {
    let quantiles = Quantiles {
        p10: 1.0,
        p50: 2.0,
        p90: 4.0,
    };
    Ok([
        ("uniform", Uniform::new(1.0, 3.0)?.into()),
        ("triangular", Triangular::new(1.0, 2.0, 4.0)?.into()),
        ("pert", Pert::new(1.0, 2.0, 4.0, 4.0)?.into()),
        ("normal", Normal::new(2.0, 0.5)?.into()),
        ("lognormal", Lognormal::new(0.7, 0.4)?.into()),
        ("beta", Beta::new(2.0, 5.0, 0.0, 1.0)?.into()),
        ("gamma", Gamma::new(3.0, 0.5)?.into()),
        (
            "discrete",
            Discrete::new(&[1.0, 2.0, 3.0], &[0.2, 0.5, 0.3])?.into(),
        ),
        ("elicited", Elicited::new(quantiles, None, None)?.into()),
    ])
}

fn sampling(criterion: &mut Criterion) {
    let uniforms = uniforms();
    let mut values = vec![0.0; DRAWS];
    let mut group = criterion.benchmark_group("a column of 10000 draws");
    group.throughput(Throughput::Elements(DRAWS as u64));
    for (name, distribution) in families().expect("the parameters are valid") {
        let sampler = distribution.sampler();
        group.bench_function(BenchmarkId::new("family", name), |bencher| {
            bencher.iter(|| sampler.fill(black_box(&uniforms), &mut values));
        });
    }
    let key = StreamKey::new(1, "x");
    for kind in DesignKind::ALL {
        let design = kind.design(DRAWS as u64, &Streams::new(Vec::new(), vec![key]));
        group.bench_function(BenchmarkId::new("design", kind), |bencher| {
            bencher.iter(|| design.fill(key, 0, black_box(&mut values)));
        });
    }
    let factor: Vec<_> = uniforms.iter().map(|u| 3.0 * (u - 0.5)).collect();
    group.bench_function("tie to a factor", |bencher| {
        bencher.iter(|| {
            values.copy_from_slice(&uniforms);
            correlate(0.6, black_box(&factor), &mut values);
        });
    });
    group.finish();
}

fn quantiles(criterion: &mut Criterion) {
    let mut values = vec![0.0; DRAWS];
    let lognormal: Distribution = Lognormal::new(5.0, 0.5).expect("it is valid").into();
    lognormal.sampler().fill(&uniforms(), &mut values);
    let mut group = criterion.benchmark_group("describe 10000 draws");
    group.throughput(Throughput::Elements(DRAWS as u64));
    let mut order = OrderStatistics::of(&[]);
    let mut found = [0.0; LEVELS.len()];
    group.bench_function("exact quantiles", |bencher| {
        bencher.iter(|| {
            order.load(black_box(&values));
            order.quantiles(&LEVELS, &mut found);
        });
    });
    for digits in [9, 8, 6] {
        let precision = Precision {
            digits,
            ..Precision::default()
        };
        let mut sketch = QuantileSketch::with(precision);
        group.bench_function(BenchmarkId::new("count with digits", digits), |bencher| {
            bencher.iter(|| sketch.push_all(black_box(&values)));
        });
        group.bench_function(
            BenchmarkId::new("quantiles from counts", digits),
            |bencher| {
                bencher.iter(|| sketch.quantiles(black_box(&LEVELS), &mut found));
            },
        );
    }
    group.bench_function("moments", |bencher| {
        bencher.iter(|| Moments::of(black_box(&values)));
    });
    group.finish();
}

criterion_group!(benches, sampling, quantiles);
criterion_main!(benches);
