//! A run gives the same bytes however it is done, and counts say what the draws say.

use std::collections::HashSet;
use std::path::Path;
use std::sync::LazyLock;

use ruimtevraag::analysis::{
    Ended, REPLICATE_DRAWS, StoppingRule, UntilError, compute_until, summarise,
};
use ruimtevraag::engine::{
    self, Column, Detail, DrawnColumns, EngineError, Experiment, NoOutcome, OutcomeDraws,
    OutcomeName, OutcomeTable, Outcomes, RunOptions, Unobserved,
};
use ruimtevraag::model::InputIndex;
use ruimtevraag::sampling::DesignKind;
use ruimtevraag::scenario::{self, Scenario};

static SCENARIO: LazyLock<Scenario> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/nota-ruimte.toml");
    scenario::load(&path).unwrap()
});

const ENOUGH: usize = 1 << 30;

/// Too little to keep any draws.
const LITTLE: usize = 1;

fn experiment(draws: usize) -> Experiment<'static> {
    Experiment {
        draws,
        ..Experiment::of(&SCENARIO)
    }
}

fn run(experiment: &Experiment<'_>, threads: usize, memory: usize) -> Outcomes {
    let options = RunOptions { threads, memory };
    engine::run(experiment, &options, &Unobserved).unwrap()
}

/// Every figure of the summary, digit by digit.
fn figures(table: &OutcomeTable, design: DesignKind) -> String {
    format!("{:?}", summarise(table, design).rows())
}

fn kept(table: &OutcomeTable) -> Vec<Vec<f64>> {
    table.map(|draws| match draws {
        OutcomeDraws::Kept(values) => values.to_vec(),
        OutcomeDraws::Counted(_) => panic!("the draws were counted"),
    })
}

#[test]
fn figures_are_the_same_for_any_number_of_threads_kept_or_counted() {
    let experiment = experiment(1_500);
    for memory in [ENOUGH, LITTLE] {
        let alone = run(&experiment, 1, memory).base;
        assert_eq!(alone.quantile_error() > 0.0, memory == LITTLE);
        let alone = figures(&alone, experiment.design);
        for threads in [2, 3] {
            let together = run(&experiment, threads, memory).base;
            assert!(
                alone == figures(&together, experiment.design),
                "{threads} threads"
            );
        }
    }
}

/// Replicates that were counted apart, on any number of threads, make the run of one machine.
#[test]
fn parts_that_were_counted_apart_are_the_run_to_the_last_bit() {
    let little = |threads| RunOptions {
        threads,
        memory: LITTLE,
    };
    for design in [
        DesignKind::MonteCarlo,
        DesignKind::LatinHypercube,
        DesignKind::Sobol,
    ] {
        let experiment = Experiment {
            design,
            detail: Detail::Comparison,
            variants: SCENARIO.variants.iter().take(1).collect(),
            ..experiment(700)
        };
        assert_eq!(engine::parts(&experiment, &RunOptions::default()), 1);
        let number = engine::parts(&experiment, &little(2));
        assert!(number > 15, "{number}");
        let mut parts: Vec<_> = (0..number)
            .rev()
            .map(|replicate| {
                let options = little(1 + replicate % 3);
                engine::count_part(&experiment, &options, &Unobserved, replicate).unwrap()
            })
            .collect();
        parts.reverse();
        let whole = run(&experiment, 2, LITTLE).base;
        let joined = engine::join(&experiment, &little(1), parts.clone()).unwrap();
        assert!(
            figures(&joined.base, design) == figures(&whole, design),
            "{design}"
        );
        assert_eq!(joined.base.replicates(), whole.replicates());

        // What is not the run is refused.
        let other = Experiment {
            seed: 9,
            ..experiment.clone()
        };
        for (of, parts) in [(&experiment, parts[1..].to_vec()), (&other, parts.clone())] {
            let error = engine::join(of, &little(1), parts).unwrap_err();
            assert!(matches!(error, EngineError::OtherParts), "{error}");
        }
    }
}

#[test]
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss
)] // places in a sample of a thousand draws
fn counts_say_what_the_draws_say_within_their_stated_error() {
    let experiment = experiment(1_100);
    let draws = run(&experiment, 2, ENOUGH).base;
    let counts = run(&experiment, 2, 40 << 20).base;
    let error = counts.quantile_error();
    assert!(error > 0.0 && error < 0.02, "{error}");
    let base = SCENARIO.base_year.as_f64();
    for (key, mut values) in draws.keys().iter().zip(kept(&draws)) {
        values.sort_by(f64::total_cmp);
        let levels = [0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0];
        let exact = draws.quantiles(key, &levels).unwrap();
        let counted = counts.quantiles(key, &levels).unwrap();
        let origin = if key.kind.unit() == "year" { base } else { 0.0 };
        for ((level, exact), counted) in levels.into_iter().zip(exact).zip(counted) {
            let last = values.len() - 1;
            let above = values[((level * last as f64).ceil() as usize).min(last)];
            let below = values[(level * last as f64).floor() as usize];
            let far = (above - origin).abs().max((below - origin).abs());
            let allowed = error * (far + 1.0 / 32.0);
            assert!(
                counted == exact || (counted - exact).abs() <= allowed,
                "{key:?} at {level}: {counted} instead of {exact}"
            );
        }
        let (mean, exact) = (counts.mean(key).unwrap(), draws.mean(key).unwrap());
        assert!(
            mean == exact || (mean - exact).abs() <= 1e-9 * exact.abs().max(1.0),
            "{key:?}: {mean} instead of {exact}"
        );
    }
}

#[test]
fn standard_errors_from_counts_are_near_those_from_draws() {
    let experiment = experiment(2_000);
    let exact = summarise(&run(&experiment, 2, ENOUGH).base, experiment.design);
    let counted = summarise(&run(&experiment, 2, 60 << 20).base, experiment.design);
    let mut ratios = Vec::new();
    for (exact, counted) in exact.rows().iter().zip(counted.rows()) {
        let (exact, counted) = (&exact.statistics, &counted.statistics);
        // Where the median falls among draws that are all alike, counts see no spread.
        if exact.se_p50 > 0.02 * exact.sd && exact.sd > 1.0 && exact.sd.is_finite() {
            assert!((counted.se_mean / exact.se_mean - 1.0).abs() < 1e-6);
            ratios.push(counted.se_p50 / exact.se_p50);
        }
    }
    ratios.sort_by(f64::total_cmp);
    let middle = ratios[ratios.len() / 2];
    assert!(ratios.len() > 500, "{}", ratios.len());
    assert!((middle - 1.0).abs() < 0.05, "{middle}");
}

#[test]
fn the_first_replicates_are_the_same_in_a_longer_run() {
    for design in DesignKind::ALL {
        let of = |draws| Experiment {
            design,
            replicate_draws: Some(128),
            ..experiment(draws)
        };
        let (short, long) = (run(&of(256), 1, ENOUGH), run(&of(600), 2, ENOUGH));
        for (short, long) in kept(&short.base).iter().zip(kept(&long.base)) {
            assert!(
                short
                    .iter()
                    .zip(&long)
                    .all(|(a, b)| a.to_bits() == b.to_bits()),
                "{design}"
            );
        }
    }
}

#[test]
fn a_run_that_looks_is_the_same_for_any_number_of_threads_and_can_be_repeated() {
    let of = |draws| Experiment {
        replicate_draws: Some(32),
        ..experiment(draws)
    };
    // Kept at the first look, counted from the second on.
    let memory = 25 << 20;
    let run = |draws, threads| {
        let (experiment, options) = (of(draws), RunOptions { threads, memory });
        let mut seen = Vec::new();
        let (outcomes, is_reached) =
            engine::run_until(&experiment, &options, &Unobserved, |look| {
                seen.push((look.draws(), look.replicates().len()));
                look.draws() >= 480
            })
            .unwrap();
        (
            figures(&outcomes.base, experiment.design),
            outcomes,
            seen,
            is_reached,
        )
    };
    let (alone, outcomes, seen, is_reached) = run(5_000, 1);
    assert_eq!(seen, [(320, 10), (480, 15)]);
    assert!(is_reached && outcomes.base.draws() == 480);
    assert!(outcomes.base.quantile_error() > 0.0);
    let (together, _, _, _) = run(5_000, 3);
    assert!(alone == together);
    let (again, _, seen, _) = run(480, 2);
    assert!(alone == again);
    assert_eq!(seen.len(), 2);
}

#[test]
fn a_run_by_a_rule_ends_once_it_is_precise_enough_or_at_its_cap() {
    for (rule, cap, ended) in [
        ("se(p50(need,2050)) < 50%", 1_000_000, Ended::Reached),
        ("se(mean(need,2050)) < 0.000001%", 2_000, Ended::Cap),
    ] {
        let rule: StoppingRule = rule.parse().unwrap();
        let options = RunOptions::default();
        let (outcomes, stopping) =
            compute_until(&experiment(cap), &options, &Unobserved, &rule).unwrap();
        assert_eq!(stopping.ended, ended);
        let draws = cap.min(10 * REPLICATE_DRAWS);
        assert_eq!(outcomes.base.draws(), draws);
        let last = stopping.sightings.last().unwrap();
        assert_eq!(last.draws, draws);
        assert_eq!(
            rule.is_met(last.value, last.standard_error),
            ended == Ended::Reached
        );
        let key = stopping.key;
        let value = match ended {
            Ended::Reached => outcomes.base.quantiles(&key, &[0.5]).unwrap()[0],
            Ended::Cap => outcomes.base.mean(&key).unwrap(),
        };
        assert_eq!(last.value, value);
    }
}

#[test]
fn a_rule_on_what_is_not_reported_is_refused() {
    let rule: StoppingRule = "se(mean(double_use/campus,2050)) < 1%".parse().unwrap();
    let experiment = Experiment {
        years: vec![SCENARIO.horizons[0]],
        ..experiment(20)
    };
    let found = compute_until(&experiment, &RunOptions::default(), &Unobserved, &rule);
    assert!(matches!(
        found,
        Err(UntilError::Outcome(NoOutcome::NotReported { .. }))
    ));
}

#[test]
fn chosen_outcomes_are_those_of_a_full_run() {
    let all = engine::run(&experiment(200), &RunOptions::default(), &Unobserved).unwrap();
    let names = ["need/industry,2050", "backlog,region=Zuid-Holland,2050"];
    let keys = names.map(|name| {
        let name: OutcomeName = name.parse().unwrap();
        name.key_in(&SCENARIO).unwrap()
    });
    let few = Experiment {
        detail: Detail::Only(keys.to_vec()),
        ..experiment(200)
    };
    let few = engine::run(&few, &RunOptions::default(), &Unobserved).unwrap();
    assert_eq!(few.base.keys(), keys);
    for key in &keys {
        let levels = [0.1, 0.5, 0.9];
        assert_eq!(
            few.base.quantiles(key, &levels).unwrap(),
            all.base.quantiles(key, &levels).unwrap()
        );
    }
}

/// What an outcome is made from is worked out only where it is needed, so each kind is asked for alone.
#[test]
fn an_outcome_alone_is_the_same_as_among_all() {
    let all = run(&experiment(70), 1, ENOUGH).base;
    let draws = kept(&all);
    let mut seen = HashSet::new();
    for (key, among_all) in all.keys().iter().zip(&draws) {
        let whose = (key.sector.is_some(), key.entity.is_some());
        let place = (key.region.is_some(), key.segment.is_some());
        let is_last = key.year == SCENARIO.horizons.last().copied();
        if !seen.insert((key.kind.name(), whose, place, is_last)) {
            continue;
        }
        let alone = Experiment {
            detail: Detail::Only(vec![*key]),
            ..experiment(70)
        };
        assert!(
            kept(&run(&alone, 1, ENOUGH).base) == [among_all.clone()],
            "{key:?}"
        );
    }
}

#[test]
fn outcomes_are_looked_up_in_the_scenario_by_name() {
    for (name, hint) in [
        ("need,entity=roterdam,2050", "did you mean `rotterdam`?"),
        ("need/campus,entity=rotterdam", "is of sector industry"),
        ("backlog,region=NL99,2050", "NL36"),
    ] {
        let name: OutcomeName = name.parse().unwrap();
        let error = name.key_in(&SCENARIO).unwrap_err().to_string();
        assert!(error.contains(hint), "{name}: {error}");
    }
}

#[test]
fn what_holds_one_place_of_a_shared_input_leaves_the_others_their_draws() {
    let inputs = &SCENARIO.inputs;
    let shared = (0..inputs.len())
        .map(|place| {
            let is_same = |other: &usize| inputs[*other].name == inputs[place].name;
            (0..inputs.len()).filter(is_same).collect::<Vec<_>>()
        })
        .find(|places| places.len() > 2 && !inputs[places[0]].distribution.is_fixed());
    let places: Vec<_> = shared.unwrap().into_iter().map(InputIndex).collect();
    let [first, second, ..] = places[..] else {
        panic!("some input serves several places");
    };
    let whole = experiment(50);
    let held = Experiment {
        held: vec![(first, 0.0)],
        ..whole.clone()
    };
    let options = RunOptions::default();
    let draws = |experiment: &Experiment<'_>, input| {
        let columns = DrawnColumns::of(experiment, &options).unwrap();
        columns.collect(&[Column::Input(input)])
    };
    assert_eq!(draws(&held, second), draws(&whole, first));
}
