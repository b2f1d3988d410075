//! Checks that hold for every family, against closed forms and independent libraries.

use proptest::prelude::*;
use rand::SeedableRng;
use rand::rngs::Xoshiro256PlusPlus;
use rand_distr::Distribution as _;
use statrs::distribution::{ContinuousCDF, Normal as StatrsNormal};

use super::*;
use crate::statistics::kolmogorov::{CRITICAL, kolmogorov};

/// One of each continuous family, some in awkward corners.
fn continuous() -> Vec<Distribution> {
    let quantiles = |p10, p50, p90| Quantiles { p10, p50, p90 };
    let elicited = |q, min, max| Elicited::new(q, min, max).unwrap().into();
    vec![
        Uniform::new(-2.0, 5.0).unwrap().into(),
        Triangular::new(0.35, 0.5, 0.6).unwrap().into(),
        Triangular::new(1.0, 1.0, 3.0).unwrap().into(),
        Triangular::new(1.0, 3.0, 3.0).unwrap().into(),
        Pert::new(2.0, 3.0, 10.0, 4.0).unwrap().into(),
        Pert::new(-4.0, -4.0, 0.0, 0.5).unwrap().into(),
        Normal::new(-3.0, 2.0).unwrap().into(),
        Lognormal::new(0.5, 0.75).unwrap().into(),
        Beta::new(0.4, 0.7, 0.0, 1.0).unwrap().into(),
        Beta::new(2.0, 5.0, 10.0, 20.0).unwrap().into(),
        Beta::new(300.0, 80.0, 0.0, 1.0).unwrap().into(),
        Gamma::new(0.3, 2.0).unwrap().into(),
        Gamma::new(2.5, 3.0).unwrap().into(),
        Gamma::new(400.0, 0.1).unwrap().into(),
        elicited(quantiles(10.0, 20.0, 40.0), None, None),
        elicited(quantiles(2.0, 3.0, 4.0), None, None),
        elicited(quantiles(1.0, 2.0, 30.0), Some(0.0), None),
        elicited(quantiles(1.0, 2.0, 4.0), Some(0.0), None),
        elicited(quantiles(1.0, 7.0, 8.0), Some(-1.0), None),
        elicited(quantiles(-30.0, -2.0, -1.0), None, Some(0.5)),
        elicited(quantiles(0.1, 0.15, 0.8), Some(0.0), Some(1.0)),
        elicited(quantiles(0.2, 0.5, 0.8), Some(0.0), Some(1.0)),
        elicited(quantiles(0.2, 0.9, 0.95), Some(0.0), Some(1.0)),
    ]
}

fn truncated() -> Vec<Distribution> {
    let cut = |family: Distribution, min, max| family.truncated(min, max).unwrap();
    vec![
        cut(Normal::new(0.0, 1.0).unwrap().into(), Some(-0.5), Some(2.0)),
        cut(Normal::new(0.0, 1.0).unwrap().into(), Some(5.0), None),
        cut(Normal::new(0.0, 1.0).unwrap().into(), None, Some(-5.0)),
        cut(Lognormal::new(0.0, 1.0).unwrap().into(), None, Some(3.0)),
        cut(
            Triangular::new(0.0, 1.0, 4.0).unwrap().into(),
            Some(0.5),
            Some(3.0),
        ),
        cut(Uniform::new(0.0, 1.0).unwrap().into(), Some(0.25), None),
        cut(Gamma::new(2.0, 1.0).unwrap().into(), Some(6.0), None),
        cut(
            Beta::new(2.0, 5.0, 0.0, 1.0).unwrap().into(),
            Some(0.1),
            Some(0.3),
        ),
        cut(
            Pert::new(0.0, 1.0, 5.0, 4.0).unwrap().into(),
            Some(0.5),
            None,
        ),
        cut(
            Elicited::new(
                Quantiles {
                    p10: 1.0,
                    p50: 2.0,
                    p90: 4.0,
                },
                None,
                None,
            )
            .unwrap()
            .into(),
            Some(0.0),
            None,
        ),
    ]
}

fn separate() -> Vec<Distribution> {
    vec![
        Fixed::new(3.5).unwrap().into(),
        Discrete::new(&[3.0, 1.0, 2.0, 1.0], &[1.0, 2.0, 0.0, 3.0])
            .unwrap()
            .into(),
        Bernoulli::new(0.3).unwrap().into(),
        Bernoulli::new(0.0).unwrap().into(),
        Bernoulli::new(1.0).unwrap().into(),
        Empirical::new(&[5.0, 1.0, 2.0, 2.0]).unwrap().into(),
    ]
}

fn all() -> Vec<Distribution> {
    [continuous(), truncated(), separate()].concat()
}

fn probabilities() -> Vec<f64> {
    let tails = [1e-12, 1e-8, 1e-5, 1e-4, 1e-3];
    let centre = (1..100).map(|percent| f64::from(percent) / 100.0);
    tails
        .into_iter()
        .chain(centre)
        .chain(tails.into_iter().rev().map(|q| 1.0 - q))
        .collect()
}

fn assert_near(ours: f64, expected: f64, tolerance: f64, what: &dyn std::fmt::Debug) {
    let error = (ours - expected).abs();
    assert!(
        error <= tolerance * expected.abs().max(1e-3),
        "{ours} not {expected}: {what:?}"
    );
}

#[test]
fn the_cdf_undoes_the_quantile() {
    for family in [continuous(), truncated()].concat() {
        for p in probabilities() {
            let x = family.quantile(p);
            let (low, high) = family.support();
            assert!((low..=high).contains(&x), "{x} {family:?}");
            if x <= low || x >= high {
                continue; // rounded to the bound: what is left of the tail cannot be told
            }
            // where x nears a bound its own rounding decides
            let tolerance = 1e-9 * p.min(1.0 - p) + 4e-15;
            let bound = f64::EPSILON * x.abs();
            let slack = (family.cdf(x + bound) - family.cdf(x - bound)).abs();
            assert!(
                (family.cdf(x) - p).abs() <= tolerance + 2.0 * slack,
                "{p} {x} {family:?}"
            );
        }
    }
}

#[test]
fn the_upper_tail_mirrors_the_lower() {
    for family in [continuous(), truncated()].concat() {
        for q in [1e-14, 1e-9, 1e-3, 0.2, 0.5, 0.8] {
            let x = family.upper_quantile(q);
            let bound = 2.0 * f64::EPSILON * x.abs();
            let slack = (family.survival(x - bound) - family.survival(x + bound)).abs();
            let error = (family.survival(x) - q).abs();
            assert!(error <= 1e-6 * q + 2.0 * slack, "{q}: {error:e} {family:?}");
            let sum = family.cdf(x) + family.survival(x);
            assert!((sum - 1.0).abs() < 1e-12, "{sum} {family:?}");
        }
    }
}

#[test]
fn separate_values_reach_the_ends_of_their_support() {
    for family in separate() {
        let ends = (family.quantile(0.0), family.quantile(1.0));
        assert_eq!(ends, family.support(), "{family:?}");
    }
}

#[test]
fn only_families_on_the_positive_numbers_exclude_their_low_end() {
    let lognormal = Distribution::from(Lognormal::new(0.0, 1.0).unwrap());
    let cut = |min, max| lognormal.clone().truncated(min, max).unwrap();
    assert!(lognormal.excludes_low_end() && cut(None, Some(3.0)).excludes_low_end());
    assert!(!cut(Some(0.5), None).excludes_low_end());
    assert!(!Distribution::from(Uniform::new(0.0, 1.0).unwrap()).excludes_low_end());
}

#[test]
fn quantiles_never_fall() {
    for family in all() {
        let sampler = family.sampler();
        let uniforms: Vec<f64> = (1..20_000).map(|k| f64::from(k) / 20_000.0).collect();
        let mut values = vec![0.0; uniforms.len()];
        sampler.fill(&uniforms, &mut values);
        assert!(
            values.windows(2).all(|pair| pair[0] <= pair[1]),
            "{family:?}"
        );
    }
}

/// Mean and variance against sums over a fine even grid of normal scores, which shares nothing with the
/// closed forms or with the adaptive integration.
#[test]
fn means_and_variances_are_those_of_the_quantile_function() {
    for (families, tolerance) in [
        ([continuous(), truncated()].concat(), 1e-6),
        (separate(), 2e-3),
    ] {
        for family in families {
            let scores = || (-9_000..=9_000).map(|k| f64::from(k) / 750.0);
            let weight =
                |z: f64| (-0.5 * z * z).exp() / (2.0 * std::f64::consts::PI).sqrt() / 750.0;
            let at = |z: f64| family.family().at_normal_score(z);
            let mean: f64 = scores().map(|z| at(z) * weight(z)).sum();
            let square: f64 = scores().map(|z| (at(z) - mean).powi(2) * weight(z)).sum();
            let error = (family.mean() - mean).abs();
            assert!(
                error <= tolerance * square.sqrt() + 1e-12,
                "{error:e} {mean} {family:?}"
            );
            let error = (family.variance() - square).abs();
            assert!(
                error <= 3.0 * tolerance * square + 1e-12,
                "{error:e} {square} {family:?}"
            );
        }
    }
}

#[test]
fn moments_by_hand() {
    let table: Vec<(Distribution, f64, f64)> = vec![
        (Fixed::new(3.5).unwrap().into(), 3.5, 0.0),
        (Uniform::new(-2.0, 4.0).unwrap().into(), 1.0, 3.0),
        (
            Triangular::new(0.0, 1.0, 5.0).unwrap().into(),
            2.0,
            21.0 / 18.0,
        ),
        (
            Pert::new(0.0, 1.0, 4.0, 4.0).unwrap().into(),
            8.0 / 6.0,
            16.0 * 8.0 / (36.0 * 7.0),
        ),
        (Normal::new(2.0, 3.0).unwrap().into(), 2.0, 9.0),
        (
            Lognormal::new(0.0, 1.0).unwrap().into(),
            1.0_f64.exp().sqrt(),
            (1.0_f64.exp() - 1.0) * 1.0_f64.exp(),
        ),
        (Beta::new(2.0, 3.0, 0.0, 10.0).unwrap().into(), 4.0, 4.0),
        (Gamma::new(4.0, 0.5).unwrap().into(), 2.0, 1.0),
        (
            Discrete::new(&[1.0, 4.0], &[2.0, 1.0]).unwrap().into(),
            2.0,
            2.0,
        ),
        (Bernoulli::new(0.25).unwrap().into(), 0.25, 0.1875),
        (
            Empirical::new(&[1.0, 2.0, 6.0]).unwrap().into(),
            3.0,
            14.0 / 3.0,
        ),
    ];
    for (family, mean, variance) in table {
        assert_near(family.mean(), mean, 1e-14, &family);
        assert!(
            (family.variance() - variance).abs() <= 1e-13 * variance,
            "{family:?}"
        );
    }
}

/// The closed forms of the metalog against the integral that serves the bounded curves.
#[test]
fn integration_agrees_with_closed_forms() {
    for family in continuous() {
        let mean = integrate_over_normal(|z| family.family().at_normal_score(z));
        let square =
            integrate_over_normal(|z| (family.family().at_normal_score(z) - family.mean()).powi(2));
        assert_near(mean, family.mean(), 1e-9, &family);
        assert_near(square, family.variance(), 1e-9, &family);
    }
}

/// E\[X | a < X < b\] of the standard normal is (φ(a) − φ(b))/(Φ(b) − Φ(a)).
#[test]
fn truncated_normal_moments_have_a_closed_form() {
    let oracle = StatrsNormal::new(0.0, 1.0).unwrap();
    let density = |z: f64| (-0.5 * z * z).exp() / (2.0 * std::f64::consts::PI).sqrt();
    for (a, b) in [(-0.5, 2.0), (1.0, 1.5), (3.0, 4.0), (-1.0, 6.0)] {
        let family = Distribution::from(Normal::new(0.0, 1.0).unwrap());
        let family = family.truncated(Some(a), Some(b)).unwrap();
        let mass = oracle.cdf(-a) - oracle.cdf(-b);
        let mean = (density(a) - density(b)) / mass;
        let variance = 1.0 + (a * density(a) - b * density(b)) / mass - mean * mean;
        assert_near(family.mean(), mean, 1e-9, &(a, b));
        assert_near(family.variance(), variance, 1e-7, &(a, b));
    }
}

/// ∫ x f(x) dx over the bounds by Simpson's rule, f the density times the mass that is left.
#[test]
fn truncation_agrees_with_integration_of_the_density() {
    let family = Distribution::from(Gamma::new(2.0, 1.0).unwrap());
    let cut = family.truncated(Some(1.0), Some(4.0)).unwrap();
    let density = |x: f64| x * (-x).exp();
    let integral = |f: &dyn Fn(f64) -> f64, a: f64, b: f64| {
        let h = (b - a) / 2_000.0;
        let weighted = |k: i32| {
            let weight = if k == 0 || k == 2_000 {
                1.0
            } else if k % 2 == 1 {
                4.0
            } else {
                2.0
            };
            weight * f(a + h * f64::from(k))
        };
        (0..=2_000).map(weighted).sum::<f64>() * h / 3.0
    };
    let mass = integral(&density, 1.0, 4.0);
    assert_near(
        cut.mean(),
        integral(&|x| x * density(x), 1.0, 4.0) / mass,
        1e-9,
        &cut,
    );
    for p in [0.1, 0.5, 0.9] {
        let x = cut.quantile(p);
        assert_near(integral(&density, 1.0, x) / mass, p, 1e-9, &cut);
    }
}

/// Beyond five standard deviations the value exceeds its bound by nearly an exponential amount.
#[test]
fn truncation_keeps_its_digits_in_the_far_tail() {
    let oracle = StatrsNormal::new(0.0, 1.0).unwrap();
    let upper: Distribution = Normal::new(0.0, 1.0).unwrap().into();
    let upper = upper.truncated(Some(5.5), None).unwrap();
    for p in [0.01, 0.5, 0.99, 0.999_999] {
        let x = upper.quantile(p);
        let exceeded = oracle.cdf(-x) / oracle.cdf(-5.5);
        assert_near(1.0 - exceeded, p, 1e-9, &p);
    }
}

/// An error as [`Sampler`] measures it: as part of the value, or of the spread where that is larger and
/// the distribution has both signs.
fn error_of(value: f64, exact: f64, family: &Distribution) -> f64 {
    let (low, high) = family.support();
    let spread = if low < 0.0 && high > 0.0 {
        family.quantile(0.75) - family.quantile(0.25)
    } else {
        f64::MIN_POSITIVE
    };
    (value - exact).abs() / exact.abs().max(spread)
}

/// What an error of 1e-8 in the normal score makes of a quantile.
fn error_of_score(exact: f64, u: f64, family: &Distribution) -> f64 {
    let z = crate::numeric::standard_normal_quantile(u);
    let apart = |z: f64| (family.family().at_normal_score(z) - exact).abs();
    apart(z * (1.0 - 1e-8)).max(apart(z * (1.0 + 1e-8)))
}

#[test]
fn the_sampler_agrees_with_the_quantile_to_a_millionth() {
    let uniforms: Vec<f64> = (0..20_011)
        .map(|k| 1e-4 + (1.0 - 2e-4) * (f64::from(k) + 0.37) / 20_011.0)
        .chain([1e-4, 1.0 - 1e-4])
        .collect();
    for family in all() {
        let mut values = vec![f64::NAN; uniforms.len()];
        family.sampler().fill(&uniforms, &mut values);
        for (&u, &value) in uniforms.iter().zip(&values) {
            let exact = family.quantile(u);
            let error = error_of(value, exact, &family);
            let is_near = error <= 1e-6
                || (value - exact).abs() <= (1.0 + 1e-6) * error_of_score(exact, u, &family);
            assert!(is_near, "{u}: {value:e} for {exact:e}, {family:?}");
        }
    }
}

/// The detour over Φ that scores save: z → Φ(z) → quantile, in the smaller tail.
#[test]
fn scores_and_uniforms_give_the_same_values() {
    let scores: Vec<f64> = (-6_000..=6_000).map(|k| f64::from(k) / 1_000.0).collect();
    for family in continuous().into_iter().chain(truncated()) {
        let mut values = vec![f64::NAN; scores.len()];
        family.sampler().fill_from_scores(&scores, &mut values);
        for (&z, &value) in scores.iter().zip(&values) {
            let exact = family.family().at_normal_score(z);
            let error = error_of(value, exact, &family);
            assert!(error <= 1e-6, "{z}: {value} for {exact}, {family:?}");
        }
        assert!(
            values.windows(2).all(|pair| pair[0] <= pair[1]),
            "{family:?}"
        );
    }
}

#[test]
fn scores_pick_the_same_separate_values() {
    let scores = [-5.0, -2.0, -0.6, -0.2, 0.1, 0.7, 3.0, 9.0];
    for family in separate() {
        let mut values = [f64::NAN; 8];
        family.sampler().fill_from_scores(&scores, &mut values);
        let expected = scores.map(|z| family.quantile(standard_normal_cdf(z)));
        assert_eq!(values, expected, "{family:?}");
    }
}

#[test]
fn the_sampler_is_exact_in_the_outer_tails() {
    for family in all() {
        let uniforms = [1e-12, 1e-6, 1.0 - 1e-6, 1.0 - 1e-12];
        let mut values = [f64::NAN; 4];
        family.sampler().fill(&uniforms, &mut values);
        for (u, value) in uniforms.into_iter().zip(values) {
            let exact = family.quantile(u);
            assert!(
                (value - exact).abs() <= 1e-6 * exact.abs(),
                "{u}: {value} {exact} {family:?}"
            );
        }
    }
}

fn generator() -> Xoshiro256PlusPlus {
    Xoshiro256PlusPlus::seed_from_u64(20_241_213)
}

#[test]
fn the_distribution_function_fits_the_samples_of_rand_distr() {
    let n = 100_000;
    let mut rng = generator();
    let mut draw = |source: &dyn Fn(&mut Xoshiro256PlusPlus) -> f64| -> Vec<f64> {
        (0..n).map(|_| source(&mut rng)).collect()
    };
    let normal = rand_distr::Normal::new(1.0, 2.0).unwrap();
    let lognormal = rand_distr::LogNormal::new(0.5, 0.75).unwrap();
    let beta = rand_distr::Beta::new(2.0, 5.0).unwrap();
    let gamma = rand_distr::Gamma::new(0.7, 2.0).unwrap();
    let triangular = rand_distr::Triangular::new(0.0, 3.0, 1.0).unwrap();
    let pairs: Vec<(Distribution, Vec<f64>)> = vec![
        (
            Normal::new(1.0, 2.0).unwrap().into(),
            draw(&|rng| normal.sample(rng)),
        ),
        (
            Lognormal::new(0.5, 0.75).unwrap().into(),
            draw(&|rng| lognormal.sample(rng)),
        ),
        (
            Beta::new(2.0, 5.0, 0.0, 1.0).unwrap().into(),
            draw(&|rng| beta.sample(rng)),
        ),
        (
            Gamma::new(0.7, 2.0).unwrap().into(),
            draw(&|rng| gamma.sample(rng)),
        ),
        (
            Triangular::new(0.0, 1.0, 3.0).unwrap().into(),
            draw(&|rng| triangular.sample(rng)),
        ),
    ];
    for (family, values) in pairs {
        let statistic = kolmogorov(values, |x| family.cdf(x));
        assert!(statistic < CRITICAL, "{statistic} {family:?}");
    }
}

/// The test above must notice a parameter that is off by a few percent.
#[test]
fn the_kolmogorov_test_has_teeth() {
    let gamma = rand_distr::Gamma::new(0.7, 2.0).unwrap();
    let values = gamma.sample_iter(generator()).take(100_000).collect();
    let other: Distribution = Gamma::new(0.72, 2.0).unwrap().into();
    assert!(kolmogorov(values, |x| other.cdf(x)) > CRITICAL);
}

#[test]
fn beta_and_gamma_quantiles_agree_with_another_library() {
    for p in [1e-6, 0.01, 0.3, 0.5, 0.9, 0.999] {
        for (a, b) in [(0.5, 0.5), (2.0, 5.0), (30.0, 4.0)] {
            let theirs = puruspe::invbetai(p, a, b);
            let ours = Distribution::from(Beta::new(a, b, 0.0, 1.0).unwrap()).quantile(p);
            assert_near(ours, theirs, 1e-8, &(a, b, p));
        }
        for shape in [0.5, 2.0, 50.0] {
            let theirs = puruspe::invgammp(p, shape);
            let ours = Distribution::from(Gamma::new(shape, 1.0).unwrap()).quantile(p);
            assert_near(ours, theirs, 1e-8, &(shape, p));
        }
    }
}

/// Exponential: −ln(1 − p); beta(a, 1): p^(1/a); arcsine: sin²(πp/2).
#[test]
fn quantiles_with_closed_forms_come_out() {
    for p in probabilities() {
        let gamma: Distribution = Gamma::new(1.0, 3.0).unwrap().into();
        assert_near(gamma.quantile(p), -3.0 * (-p).ln_1p(), 1e-12, &p);
        let power: Distribution = Beta::new(2.5, 1.0, 0.0, 1.0).unwrap().into();
        assert_near(power.quantile(p), p.powf(0.4), 1e-12, &p);
        let arcsine: Distribution = Beta::new(0.5, 0.5, 0.0, 1.0).unwrap().into();
        let exact = (std::f64::consts::FRAC_PI_2 * p).sin().powi(2);
        assert_near(arcsine.quantile(p), exact, 1e-11, &p);
        let triangle: Distribution = Triangular::new(0.0, 2.0, 2.0).unwrap().into();
        assert_near(triangle.quantile(p), 2.0 * p.sqrt(), 1e-15, &p);
    }
}

#[test]
fn extreme_shapes_do_not_break_the_solver() {
    for shape in [1e-3, 1e-2, 1e4, 1e6] {
        let families: [Distribution; 3] = [
            Gamma::new(shape, 1.0).unwrap().into(),
            Beta::new(shape, shape, 0.0, 1.0).unwrap().into(),
            Beta::new(shape, 2.0, 0.0, 1.0).unwrap().into(),
        ];
        for family in families {
            let values: Vec<f64> = probabilities()
                .into_iter()
                .map(|p| family.quantile(p))
                .collect();
            assert!(
                values.iter().all(|x| x.is_finite() && *x >= 0.0),
                "{family:?}"
            );
            let falls = values.windows(2).any(|w| w[1] < w[0] * (1.0 - 1e-9));
            assert!(!falls, "{family:?}");
        }
    }
}

#[test]
fn experts_quantiles_come_back() {
    let lognormal: Distribution = Lognormal::from_median_p95(10.0, 30.0).unwrap().into();
    assert_near(lognormal.quantile(0.5), 10.0, 1e-14, &lognormal);
    assert_near(lognormal.quantile(0.95), 30.0, 1e-14, &lognormal);
    let lognormal: Distribution = Lognormal::from_p05_p95(2.0, 50.0).unwrap().into();
    assert_near(lognormal.quantile(0.05), 2.0, 1e-14, &lognormal);
    assert_near(lognormal.quantile(0.95), 50.0, 1e-14, &lognormal);
}

#[test]
fn scaling_scales_every_quantile_and_moment() {
    for family in all() {
        let scaled = family.scaled(0.01);
        for p in [0.01, 0.29, 0.5, 0.71, 0.99] {
            let expected = 0.01 * family.quantile(p);
            assert!(
                (scaled.quantile(p) - expected).abs() <= 1e-12 * expected.abs(),
                "{family:?}"
            );
            let x = family.quantile(p) + 1e-9;
            assert!(
                (scaled.cdf(0.01 * x) - family.cdf(x)).abs() < 1e-9,
                "{family:?}"
            );
        }
        assert!((scaled.mean() - 0.01 * family.mean()).abs() <= 1e-9 * family.mean().abs());
        let variance = 1e-4 * family.variance();
        assert!(
            (scaled.variance() - variance).abs() <= 1e-9 * variance,
            "{family:?}"
        );
        let (low, high) = family.support();
        let expected = (0.01 * low, 0.01 * high);
        assert!(scaled.support() == expected, "{family:?}");
    }
}

#[test]
fn truncation_refuses_what_makes_no_sense() {
    let normal = || Distribution::from(Normal::new(0.0, 1.0).unwrap());
    let problem = |family: Distribution, min, max| family.truncated(min, max).unwrap_err();
    assert!(matches!(
        problem(normal(), Some(2.0), Some(1.0)),
        DistributionError::NotBelow { .. }
    ));
    assert!(matches!(
        problem(normal(), Some(9.0), None),
        DistributionError::NothingLeft { .. }
    ));
    assert!(matches!(
        problem(normal(), Some(1.0), Some(1.0)),
        DistributionError::NothingLeft { .. }
    ));
    assert!(matches!(
        problem(normal(), Some(f64::NAN), None),
        DistributionError::NotFinite { .. }
    ));
    let bernoulli = Distribution::from(Bernoulli::new(0.5).unwrap());
    assert!(matches!(
        problem(bernoulli, Some(0.5), None),
        DistributionError::NotTruncatable
    ));
    let fixed = Distribution::from(Fixed::new(2.0).unwrap());
    assert!(matches!(
        problem(fixed, Some(3.0), None),
        DistributionError::OutOfRange { .. }
    ));
    let seen = Distribution::from(Empirical::new(&[1.0, 2.0]).unwrap());
    assert!(matches!(
        problem(seen, Some(1.2), Some(1.8)),
        DistributionError::NothingLeft { .. }
    ));
}

#[test]
fn truncation_that_does_not_bind_changes_nothing() {
    for family in all() {
        assert_eq!(family.clone().truncated(None, None), Ok(family.clone()));
    }
    let wide: Distribution = Normal::new(1.0, 2.0).unwrap().into();
    let wide = wide.truncated(Some(-1e300), Some(1e300)).unwrap();
    assert_near(wide.mean(), 1.0, 1e-9, &wide);
    let share: Distribution = Beta::new(2.0, 3.0, 0.0, 1.0).unwrap().into();
    assert_eq!(share.clone().truncated(Some(0.0), Some(1.0)), Ok(share));
}

#[test]
fn truncating_twice_is_truncating_once() {
    let normal = Distribution::from(Normal::new(0.0, 1.0).unwrap());
    let twice = normal
        .clone()
        .truncated(Some(-1.0), None)
        .unwrap()
        .truncated(Some(-3.0), Some(2.0));
    assert_eq!(twice, normal.truncated(Some(-1.0), Some(2.0)));
}

#[test]
fn truncating_observations_keeps_those_inside() {
    let seen = Distribution::from(Empirical::new(&[1.0, 2.0, 3.0, 4.0]).unwrap());
    let kept = seen.truncated(Some(2.0), Some(3.5)).unwrap();
    assert_eq!(kept, Empirical::new(&[3.0, 2.0]).unwrap().into());
}

#[test]
fn discrete_values_come_with_their_weights() {
    let family: Distribution = Discrete::new(&[3.0, 1.0], &[1.0, 3.0]).unwrap().into();
    let values: Vec<f64> = [0.1, 0.75, 0.76, 0.99].map(|p| family.quantile(p)).to_vec();
    assert_eq!(values, [1.0, 1.0, 3.0, 3.0]);
    let yes: Distribution = Bernoulli::new(0.3).unwrap().into();
    let values: Vec<f64> = [0.1, 0.69, 0.71].map(|p| yes.quantile(p)).to_vec();
    assert_eq!(values, [0.0, 0.0, 1.0]);
}

#[test]
fn contradictions_are_refused_in_words() {
    let nan = f64::NAN;
    let messages: Vec<(DistributionError, &str)> = vec![
        (Fixed::new(nan).unwrap_err(), "central is NaN"),
        (
            Uniform::new(2.0, 1.0).unwrap_err(),
            "low (2) must be below high (1)",
        ),
        (Uniform::new(0.0, f64::INFINITY).unwrap_err(), "high is inf"),
        (
            Triangular::new(0.0, 2.0, 1.0).unwrap_err(),
            "from low (0) to high (1)",
        ),
        (
            Triangular::new(0.0, nan, 1.0).unwrap_err(),
            "central is NaN",
        ),
        (Pert::new(0.0, 0.5, 1.0, 0.0).unwrap_err(), "shape is 0"),
        (
            Normal::new(0.0, -1.0).unwrap_err(),
            "sd is -1; expected a number above 0",
        ),
        (Lognormal::new(0.0, nan).unwrap_err(), "sigma is NaN"),
        (
            Lognormal::from_median_p95(0.0, 1.0).unwrap_err(),
            "central (the median) is 0",
        ),
        (
            Lognormal::from_median_p95(3.0, 2.0).unwrap_err(),
            "must be below high (the P95) (2)",
        ),
        (
            Lognormal::from_p05_p95(-1.0, 1.0).unwrap_err(),
            "low (the P5) is -1",
        ),
        (Beta::new(0.0, 1.0, 0.0, 1.0).unwrap_err(), "alpha is 0"),
        (
            Beta::new(1.0, 1.0, 1.0, 1.0).unwrap_err(),
            "low (1) must be below high (1)",
        ),
        (Gamma::new(1.0, f64::INFINITY).unwrap_err(), "scale is inf"),
        (
            Bernoulli::new(1.1).unwrap_err(),
            "expected a number from 0 to 1",
        ),
        (Discrete::new(&[], &[]).unwrap_err(), "no values"),
        (
            Discrete::new(&[1.0], &[1.0, 2.0]).unwrap_err(),
            "1 values but 2 weights",
        ),
        (
            Discrete::new(&[1.0], &[-1.0]).unwrap_err(),
            "a weight is -1",
        ),
        (
            Discrete::new(&[1.0, 2.0], &[0.0, 0.0]).unwrap_err(),
            "all weights are 0",
        ),
        (
            Empirical::new(&[1.0, nan]).unwrap_err(),
            "an observation is NaN",
        ),
        (
            elicit(3.0, 2.0, 4.0, None).unwrap_err(),
            "low (the P10) (3) must be below",
        ),
        (
            elicit(1.0, 2.0, 40.0, None).unwrap_err(),
            "give a min below the P10",
        ),
        (
            elicit(-40.0, 2.0, 4.0, None).unwrap_err(),
            "give a max above the P90",
        ),
        (
            elicit(1.0, 2.0, 4.0, Some(1.0)).unwrap_err(),
            "min (1) must be below low (the P10)",
        ),
    ];
    for (error, expected) in messages {
        assert!(error.to_string().contains(expected), "{error}");
    }
}

fn elicit(p10: f64, p50: f64, p90: f64, min: Option<f64>) -> Result<Elicited, DistributionError> {
    Elicited::new(Quantiles { p10, p50, p90 }, min, None)
}

/// The least and most skew that a metalog can have, from both sides of the limit.
#[test]
fn the_metalog_is_refused_just_where_it_would_fall() {
    for skew in [0.167, 0.833] {
        let family: Distribution = elicit(0.0, skew, 1.0, None).unwrap().into();
        let values: Vec<f64> = (1..100_000)
            .map(|k| family.quantile(f64::from(k) / 1e5))
            .collect();
        assert!(values.windows(2).all(|pair| pair[0] < pair[1]), "{skew}");
    }
    for skew in [0.166, 0.834] {
        assert!(matches!(
            elicit(0.0, skew, 1.0, None),
            Err(DistributionError::TooSkew { .. })
        ));
    }
}

proptest! {
    #[test]
    fn any_rising_quantiles_within_bounds_are_met(
        steps in prop::array::uniform4(0.001_f64..100.0), start in -50.0_f64..50.0, bounds in 1..4,
    ) {
        let [a, b, c, d] = steps;
        let quantiles = Quantiles { p10: start + a, p50: start + a + b, p90: start + a + b + c };
        let min = (bounds != 2).then_some(start);
        let max = (bounds != 1).then_some(quantiles.p90 + d);
        let family: Distribution = Elicited::new(quantiles, min, max).unwrap().into();
        let width = quantiles.p90 - quantiles.p10;
        for (p, x) in [(0.1, quantiles.p10), (0.5, quantiles.p50), (0.9, quantiles.p90)] {
            let error = (family.quantile(p) - x).abs();
            prop_assert!(error < 1e-9 * (width + x.abs()), "{} {} {:?}", p, error, family);
        }
        let values: Vec<f64> =
            (1..1_000).map(|k| family.quantile(f64::from(k) / 1_000.0)).collect();
        prop_assert!(values.windows(2).all(|pair| pair[0] <= pair[1]));
        let (low, high) = family.support();
        prop_assert!(values.iter().all(|x| (low..=high).contains(x)));
    }

    #[test]
    fn quantiles_of_any_beta_and_gamma_never_fall(
        a in 0.05_f64..50.0, b in 0.05_f64..50.0, p in 1e-9_f64..1.0, q in 1e-9_f64..1.0,
    ) {
        prop_assume!(p < 1.0 && q < 1.0);
        let families: [Distribution; 2] = [
            Beta::new(a, b, 0.0, 1.0).unwrap().into(),
            Gamma::new(a, b).unwrap().into(),
        ];
        for family in families {
            let mut values = [0.0; 2];
            family.sampler().fill(&[p.min(q), p.max(q)], &mut values);
            prop_assert!(values[0] <= values[1]);
            let exact = family.quantile(p.min(q));
            prop_assert!((values[0] - exact).abs() <= 1e-6 * exact + 1e-300);
        }
    }
}
