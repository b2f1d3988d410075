//! Known shares of known functions.

use std::f64::consts::PI;

use super::*;
use crate::numeric::{count, exp, standard_normal_quantile};
use crate::sampling::StreamKey;
use crate::statistics::{Moments, Ranking};

const DRAWS: usize = 20_000;

fn uniforms(name: &str, draws: usize) -> Vec<f64> {
    let mut out = vec![0.0; draws];
    StreamKey::new(7, name).fill_uniforms(0, &mut out);
    out
}

fn inputs(number: usize, sample: &str, draws: usize) -> Vec<Vec<f64>> {
    (0..number)
        .map(|input| uniforms(&format!("{sample} {input}"), draws))
        .collect()
}

fn outcome(inputs: &[Vec<f64>], model: impl Fn(&[f64]) -> f64) -> Vec<f64> {
    let draws = inputs[0].len();
    let draw = |at: usize| inputs.iter().map(|column| column[at]).collect::<Vec<_>>();
    (0..draws).map(|at| model(&draw(at))).collect()
}

/// The outcomes of sample `a` with one input at a time from sample `b`.
fn exchanged(model: impl Fn(&[f64]) -> f64, a: &[Vec<f64>], b: &[Vec<f64>]) -> Vec<Vec<f64>> {
    (0..a.len())
        .map(|input| {
            let mut mixed = a.to_vec();
            mixed[input].clone_from(&b[input]);
            outcome(&mixed, &model)
        })
        .collect()
}

fn resamples(draws: usize, number: usize) -> Resamples {
    Resamples::new(
        draws,
        number,
        &mut StreamKey::new(7, "resamples").generator(0),
    )
}

fn ishigami(u: &[f64]) -> f64 {
    let [x, y, z] = [u[0], u[1], u[2]].map(|u| PI * (2.0 * u - 1.0));
    x.sin() + 7.0 * y.sin() * y.sin() + 0.1 * z.powi(4) * x.sin()
}

/// First-order and total indices (Ishigami & Homma 1990), a = 7, b = 0.1.
fn of_ishigami() -> Vec<[f64; 2]> {
    let (a, b) = (7.0_f64, 0.1_f64);
    let first = 0.5 * (1.0 + b * PI.powi(4) / 5.0).powi(2);
    let second = a * a / 8.0;
    let both = b * b * PI.powi(8) * (1.0 / 18.0 - 1.0 / 50.0);
    let variance = first + second + both;
    [[first, first + both], [second, second], [0.0, both]]
        .map(|pair| pair.map(|part| part / variance))
        .to_vec()
}

const G: [f64; 4] = [0.0, 1.0, 4.5, 9.0];

fn sobol_g(u: &[f64]) -> f64 {
    let factors = u.iter().zip(G);
    factors
        .map(|(u, a)| ((4.0 * u - 2.0).abs() + a) / (1.0 + a))
        .product()
}

/// Of a product of independent factors with mean 1 and these variances.
fn of_product(variances: &[f64]) -> Vec<[f64; 2]> {
    let grown: f64 = variances.iter().map(|v| 1.0 + v).product();
    let whole = grown - 1.0;
    let indices = variances
        .iter()
        .map(|v| [v / whole, v * grown / (1.0 + v) / whole]);
    indices.collect()
}

const SIGMAS: [f64; 3] = [0.2, 0.4, 0.6];

fn lognormals(u: &[f64]) -> f64 {
    let scores = u.iter().map(|u| standard_normal_quantile(*u));
    let logs = scores
        .zip(SIGMAS)
        .map(|(z, sigma)| sigma * z - 0.5 * sigma * sigma);
    exp(logs.sum())
}

/// A step, which is 1 in three draws of ten, beside a straight line and an input that does nothing.
fn step_and_line(u: &[f64]) -> f64 {
    f64::from(u8::from(u[0] > 0.7)) + u[1]
}

fn of_step_and_line() -> Vec<[f64; 2]> {
    let (step, line) = (0.3 * 0.7, 1.0 / 12.0);
    let shares = [step, line, 0.0].map(|part| part / (step + line));
    shares.map(|share| [share, share]).to_vec()
}

type Case = (&'static str, fn(&[f64]) -> f64, Vec<[f64; 2]>);

fn cases() -> Vec<Case> {
    let of_g = G.map(|a| 1.0 / (3.0 * (1.0 + a) * (1.0 + a)));
    let of_lognormals = SIGMAS.map(|sigma| exp(sigma * sigma) - 1.0);
    vec![
        ("ishigami", ishigami, of_ishigami()),
        ("sobol g", sobol_g, of_product(&of_g)),
        ("lognormals", lognormals, of_product(&of_lognormals)),
        ("step and line", step_and_line, of_step_and_line()),
    ]
}

#[test]
fn slices_give_the_known_first_order_indices() {
    for (name, model, known) in cases() {
        let inputs = inputs(known.len(), "a", DRAWS);
        let response = Response::of(&outcome(&inputs, model));
        for (input, [first_order, _]) in inputs.iter().zip(known) {
            let number = Slices::usual(DRAWS);
            let by_order = Slices::of(&Ranking::of(input), number);
            let by_uniform = Slices::of_uniforms(input, number);
            for slices in [by_order, by_uniform] {
                let found = slices.first_order(&response);
                assert!(
                    (found - first_order).abs() < 0.02,
                    "{name}: {found} instead of {first_order}"
                );
            }
        }
    }
}

#[test]
fn exchanging_gives_the_known_first_order_and_total_indices_within_their_intervals() {
    let resamples = resamples(DRAWS, 50);
    let (mut inside, mut all) = (0, 0);
    for (name, model, known) in cases() {
        let [a, b] = ["a", "b"].map(|sample| inputs(known.len(), sample, DRAWS));
        let exchanged = exchanged(model, &a, &b);
        let exchanged: Vec<_> = exchanged.iter().map(Vec::as_slice).collect();
        let (base, other) = (outcome(&a, model), outcome(&b, model));
        let found = exchange_indices(&base, &other, &exchanged, &resamples);
        for (found, known) in found.iter().zip(known) {
            for (found, known) in [found.first_order, found.total].iter().zip(known) {
                let off = (found.value - known).abs();
                assert!(off < 0.04, "{name}: {found:?} instead of {known}");
                all += 1;
                inside += usize::from(off <= found.reach() + 1e-9);
            }
        }
    }
    // 26 intervals of 95 %: three or more outside would be rare
    assert!(all == 26 && inside >= 22, "{inside} of {all}");
}

/// The ends hold the truth in about 95 % of samples; 200 samples leave a standard error of 1.5 %.
#[test]
fn intervals_of_slices_hold_the_truth_as_often_as_they_say() {
    let [step, line, _] = of_step_and_line()[..] else {
        panic!("three inputs");
    };
    let (draws, resamples) = (400, resamples(400, 60));
    let mut inside = [0; 2];
    for sample in 0..200 {
        let inputs = inputs(2, &format!("sample {sample}"), draws);
        let response = Response::of(&outcome(&inputs, step_and_line));
        for ((input, known), inside) in inputs.iter().zip([step, line]).zip(&mut inside) {
            // By tenths, so that the step falls between two slices.
            let slices = Slices::of_uniforms(input, 10);
            let found = slices.first_order_with_interval(&response, &resamples);
            // A straight line over ten slices keeps 99 % of its variance between them.
            let low = found.low <= known[0] && 0.99 * known[0] <= found.high;
            *inside += i32::from(low);
        }
    }
    assert!(inside.iter().all(|n| (178..=200).contains(n)), "{inside:?}");
}

#[test]
fn an_input_without_influence_has_an_index_of_zero_on_average() {
    let draws = 300;
    let indices = (0..400).map(|sample| {
        let inputs = inputs(2, &format!("idle {sample}"), draws);
        let response = Response::of(&inputs[0]);
        Slices::of(&Ranking::of(&inputs[1]), 12).first_order(&response)
    });
    let mean = indices.sum::<f64>() / 400.0;
    // its standard deviation is √(2·11)/300, so that of the mean of 400 is 0.0008
    assert!(mean.abs() < 0.003, "{mean}");
}

#[test]
fn an_input_without_influence_seldom_shows_more_than_chance() {
    let draws = 300;
    let beyond = (0..400).filter(|sample| {
        let inputs = inputs(2, &format!("chance {sample}"), draws);
        let slices = Slices::of(&Ranking::of(&inputs[1]), Slices::usual(draws));
        slices.first_order(&Response::of(&inputs[0])) > Slices::chance(draws)
    });
    // With six slices that is a χ² of 5 degrees above 17.6: 1.4 of 400 on average.
    assert!(beyond.count() <= 6);
}

/// Two standard errors of the sum hold it in about 95 % of samples: 380 of 400, give or take 3 · 4.4.
#[test]
fn the_sum_of_indices_of_many_idle_inputs_strays_as_far_as_chance_says() {
    let (draws, number) = (300, 25);
    let permitted = Slices::chance_of_sum(draws, number);
    // six slices: 2 · √25 · √10 / 300
    assert!((permitted - 0.105_409).abs() < 1e-6, "{permitted}");
    let within = (0..400).filter(|sample| {
        let inputs = inputs(number + 1, &format!("sum {sample}"), draws);
        let response = Response::of(&inputs[number]);
        let index = |input: &Vec<f64>| {
            let slices = Slices::of(&Ranking::of(input), Slices::usual(draws));
            slices.first_order(&response)
        };
        inputs[..number].iter().map(index).sum::<f64>().abs() < permitted
    });
    let within = within.count();
    assert!((366..=397).contains(&within), "{within}");
}

/// The same formulas on the same samples by another author's crate, which takes the variance of the first sample only
/// and does not take the mean off: the numerators agree to rounding.
#[test]
fn exchanged_indices_are_those_of_an_independent_implementation() {
    let draws = 2_000;
    let resamples = resamples(draws, 1);
    for (name, model, known) in cases() {
        let [a, b] = ["oracle a", "oracle b"].map(|sample| inputs(known.len(), sample, draws));
        let exchanged = exchanged(model, &a, &b);
        let (base, other) = (outcome(&a, model), outcome(&b, model));
        let theirs =
            salib::estimators::estimate_saltelli2010_from_outputs(&base, &other, &exchanged);
        let columns: Vec<_> = exchanged.iter().map(Vec::as_slice).collect();
        let ours = exchange_indices(&base, &other, &columns, &resamples);
        let both = Moments::of(&[&base[..], &other].concat());
        let (mean, variance) = (both.mean(), both.standard_deviation().powi(2));
        for (input, found) in ours.iter().enumerate() {
            let moved: f64 = { exchanged[input].iter().zip(&base) }
                .map(|(mixed, base)| mixed - base)
                .sum();
            let first = theirs.first_order[input] * theirs.total_variance;
            let total = theirs.total_order[input] * theirs.total_variance;
            let first = first - mean * moved / count(draws);
            for (ours, theirs) in [
                (found.first_order.value, first / variance),
                (found.total.value, total / variance),
            ] {
                assert!((ours - theirs).abs() < 1e-10, "{name}: {ours} {theirs}");
            }
        }
    }
}

#[test]
fn what_does_not_vary_or_is_not_finite_has_no_index() {
    let inputs = inputs(1, "a", 200);
    let slices = Slices::of_uniforms(&inputs[0], 8);
    let resamples = resamples(200, 5);
    let mut infinite = inputs[0].clone();
    infinite[3] = f64::INFINITY;
    for values in [vec![5.0; 200], infinite] {
        let response = Response::of(&values);
        assert!(slices.first_order(&response).is_nan());
        let found = exchange_indices(&values, &values, &[&values], &resamples);
        assert!(found[0].first_order.value.is_nan() && found[0].total.value.is_nan());
    }
    let few = Slices::of_uniforms(&inputs[0][..3], 8);
    assert!(few.first_order(&Response::of(&[1.0, 2.0, 3.0])).is_nan());
}

#[test]
fn equal_values_share_a_slice_and_slices_keep_their_order() {
    let values: Vec<f64> = (0..100)
        .map(|at| f64::from(u8::from(at % 10 < 3)))
        .collect();
    let slices = Slices::of(&Ranking::of(&values), 10);
    assert_eq!(slices.means(&values), [0.0, 1.0]);
    let rising: Vec<f64> = (0..100).map(f64::from).collect();
    let means = Slices::of(&Ranking::of(&rising), 10).means(&rising);
    assert_eq!(means[0], 4.5);
    assert_eq!(means[9], 94.5);
}

#[test]
fn knowing_an_input_narrows_the_outcome_and_a_shuffled_one_does_not() {
    let inputs = inputs(2, "a", DRAWS);
    let slices = Slices::of_uniforms(&inputs[0], 20);
    // Within a slice a uniform spans a twentieth, of which 90 % lies between the quantiles.
    let width = slices.mean_width(&inputs[0], [0.05, 0.95]);
    assert!((width - 0.9 / 20.0).abs() < 0.001, "{width}");
    let idle = slices.mean_width(&inputs[1], [0.05, 0.95]);
    let permutation: Vec<u32> = (0..u32::try_from(DRAWS).unwrap()).rev().collect();
    let shuffled = slices
        .shuffled(&permutation)
        .mean_width(&inputs[0], [0.05, 0.95]);
    for width in [idle, shuffled] {
        assert!((width - 0.9).abs() < 0.01, "{width}");
    }
}

#[test]
fn elementary_effects_by_hand() {
    let found = ElementaryEffects::of(&[2.0, -2.0, 5.0, -1.0]);
    assert_eq!((found.mean, found.mean_size), (1.0, 2.5));
    // deviations 1, −3, 4, −2: 30/3
    assert!((found.standard_deviation - 10.0_f64.sqrt()).abs() < 1e-12);
    // sizes 2, 2, 5, 1: 9/3, of four
    assert!((found.se_mean_size - (3.0_f64 / 4.0).sqrt()).abs() < 1e-12);
}

#[test]
fn the_correlation_with_a_score_is_that_of_a_straight_line() {
    let (x, y) = (inputs(2, "a", DRAWS), 3.0);
    let scores: Vec<_> = x[0].iter().map(|u| standard_normal_quantile(*u)).collect();
    let noise = x[1].iter().map(|u| 4.0 * standard_normal_quantile(*u));
    let values: Vec<_> = scores.iter().zip(noise).map(|(z, e)| y * z + e).collect();
    let found = Response::of(&values).correlation_with(&scores);
    assert!((found - 0.6).abs() < 3.0 / count(DRAWS).sqrt(), "{found}");
}
