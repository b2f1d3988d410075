use proptest::prelude::*;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

use super::*;

#[test]
fn the_mean_of_the_worst_part_is_near_the_exact_one() {
    let values: Vec<f64> = (0..10_000).map(|n| f64::from(n) * 0.37 + 5.0).collect();
    let mut sketch = QuantileSketch::empty();
    sketch.extend(values.iter().copied());
    let exact = crate::statistics::OrderStatistics::of(&values).mean_above(0.95);
    let found = sketch.mean_above(0.95);
    assert!(
        (found / exact - 1.0).abs() < QuantileSketch::empty().relative_error(),
        "{found} {exact}"
    );
}
use crate::statistics::{percentile_of, quantiles};

fn sketch(values: &[f64]) -> QuantileSketch {
    let mut sketch = QuantileSketch::empty();
    sketch.extend(values.iter().copied());
    sketch
}

fn uniforms(n: usize) -> Vec<f64> {
    let mut generator = Xoshiro256PlusPlus::seed_from_u64(3);
    (0..n).map(|_| generator.random::<f64>()).collect()
}

fn normals(n: usize) -> Vec<f64> {
    let uniforms = uniforms(n);
    let score = |u: &f64| crate::numeric::standard_normal_quantile(u.clamp(1e-12, 1.0 - 1e-12));
    uniforms.iter().map(score).collect()
}

#[test]
fn quantiles_of_large_samples_are_within_half_the_promise() {
    let samples = [
        uniforms(100_000),
        normals(100_000),
        normals(100_000).iter().map(|z| (3.0 * z).exp()).collect(),
        normals(100_000).iter().map(|z| -1e6 * z.exp()).collect(),
    ];
    for values in samples {
        let sketch = sketch(&values);
        for p in [0.05, 0.1, 0.25, 0.45, 0.75, 0.9, 0.95] {
            let exact = quantiles(&values, &[p])[0];
            let error = (sketch.quantile(p) - exact).abs() / exact.abs();
            assert!(
                error < 0.5 * QuantileSketch::empty().relative_error(),
                "{p}: {error:e}"
            );
            let percentile = sketch.percentile_of(exact);
            assert!((percentile - p).abs() < 1e-3, "{p}: {percentile}");
        }
    }
}

#[test]
fn zeros_infinities_and_ends_are_exact() {
    let values = [
        f64::NEG_INFINITY,
        -3.3,
        -0.0,
        0.0,
        0.0,
        1e-320,
        7.7,
        f64::INFINITY,
    ];
    let sketch = sketch(&values);
    for p in [2.0 / 7.0, 0.5, 5.0 / 7.0] {
        assert_eq!(sketch.quantile(p), 0.0);
    }
    assert_eq!(sketch.quantile(0.0), f64::NEG_INFINITY);
    assert_eq!(sketch.quantile(1.0), f64::INFINITY);
    assert_eq!(sketch.percentile_of(0.0), 0.5);
    assert_eq!(sketch.percentile_of(f64::INFINITY), 7.5 / 8.0);
    assert_eq!(
        (sketch.least(), sketch.most(), sketch.number()),
        (values[0], values[7], 8)
    );
}

#[test]
fn a_constant_is_exact_and_nothing_has_no_quantiles() {
    let sketch = sketch(&[0.3; 100]);
    assert_eq!(sketch.quantile(0.37), 0.3);
    assert_eq!(sketch.percentile_of(0.3), 0.5);
    assert!(QuantileSketch::empty().quantile(0.5).is_nan());
    assert!(QuantileSketch::empty().percentile_of(0.5).is_nan());
}

#[test]
fn a_nan_counts_as_infinite() {
    assert_eq!(sketch(&[f64::NAN, 1.0]), sketch(&[f64::INFINITY, 1.0]));
}

#[test]
fn the_memory_does_not_grow_with_the_number_of_values() {
    let sketch = sketch(&uniforms(200_000));
    // 0.5 to 1 and the 17 or so factors of two below it
    assert!(sketch.positive.counts.len() < 24 << 9);
    assert!(sketch.negative.counts.is_empty());
}

#[test]
fn whole_years_are_exact_around_their_base_year_and_small_areas_to_the_floor() {
    let years = Precision {
        origin: 2024.0,
        floor: 1.0 / 32.0,
        ..Precision::default()
    };
    let mut sketch = QuantileSketch::with(years);
    sketch.push_all(&[2030.0, 2031.0, 2031.0, 2050.0, f64::INFINITY]);
    sketch.push_all(&[2040.0, 2040.0]);
    assert!((sketch.quantile(1.0 / 6.0) - 2031.0).abs() < 0.02);
    assert!((sketch.quantile(0.5) - 2040.0).abs() < 0.04);
    assert_eq!(sketch.quantile(1.0), f64::INFINITY);
    assert_eq!(sketch.least(), 2030.0);
    let floor = 1.0 / 32.0;
    let mut small = QuantileSketch::with(Precision {
        floor,
        ..Precision::default()
    });
    let values: Vec<_> = (0..50).map(|power| 0.5_f64.powi(power)).collect();
    small.push_all(&values);
    assert!(
        small.positive.counts.len() <= 6 << 9,
        "{}",
        small.positive.counts.len()
    );
    for (p, exact) in [(0.0, values[49]), (0.5, 0.5 * (values[24] + values[25]))] {
        assert!(
            (small.quantile(p) - exact).abs() <= 2.0 * floor / 512.0,
            "{p}"
        );
    }
}

#[test]
fn many_at_once_are_the_same_as_one_by_one() {
    for values in [
        normals(300),
        uniforms(300),
        vec![f64::NAN, 2.0],
        vec![0.0; 3],
    ] {
        let mut at_once = QuantileSketch::empty();
        at_once.push_all(&values);
        assert_eq!(at_once, sketch(&values));
    }
}

fn any_value() -> impl Strategy<Value = f64> {
    prop_oneof![
        prop::num::f64::NORMAL,
        -1e4_f64..1e4,
        1.0_f64..1.01,
        Just(0.0),
        Just(f64::INFINITY)
    ]
}

proptest! {
    #[test]
    fn quantiles_keep_their_promise(
        values in prop::collection::vec(any_value(), 1..60), p in 0.0_f64..=1.0
    ) {
        let mut sorted = values.clone();
        sorted.sort_by(f64::total_cmp);
        let ranks = Place::ranks(&[p], values.len()).into_iter();
        let (ours, exact) = (sketch(&values).quantile(p), quantiles(&values, &[p])[0]);
        let scale = ranks.fold(0.0, |scale, rank| sorted[rank].abs().max(scale));
        prop_assert!(
            ours == exact || (ours - exact).abs() <= QuantileSketch::empty().relative_error() * scale,
            "{} instead of {}", ours, exact
        );
    }

    #[test]
    fn percentiles_are_off_by_the_bucket_at_most(
        values in prop::collection::vec(any_value(), 1..60), chosen in 0_usize..60
    ) {
        let value = values[chosen % values.len()];
        let near = |x: &&f64| (*x - value).abs() <= QuantileSketch::empty().relative_error() * value.abs();
        let share = count(values.iter().filter(near).count()) / count(values.len());
        let error = sketch(&values).percentile_of(value) - percentile_of(value, &values);
        prop_assert!(error.abs() <= share + 1e-12, "{error} of {share}");
    }

    #[test]
    fn sketches_merge_to_the_same_in_any_order(
        values in prop::collection::vec(any_value(), 0..90), cut in 0_usize..90
    ) {
        let cut = cut.min(values.len());
        let (a, b) = (sketch(&values[..cut]), sketch(&values[cut..]));
        let (mut there, mut back) = (a.clone(), b.clone());
        there.merge(&b);
        back.merge(&a);
        prop_assert_eq!(&there, &sketch(&values));
        prop_assert_eq!(&back, &there);
    }
}
