//! What drives an outcome: shares that are known because all but a few inputs are held, and the command.

use std::path::Path;
use std::sync::LazyLock;

use predicates::prelude::*;
use ruimtevraag::analysis::sensitivity::{
    Depth, Driver, FactorKind, Influence, Means, Sensitivity, factor_indices, screening,
    sensitivities, usual_outcomes,
};
use ruimtevraag::engine::{
    self, Detail, DrawnColumns, Exchanges, Experiment, Observer, OutcomeKey, OutcomeName,
    RunOptions, Stream, Unobserved,
};
use ruimtevraag::model::WalkIndex;
use ruimtevraag::sampling::Exchange;
use ruimtevraag::scenario::{self, Scenario};

use crate::command::{CsvFile, REFERENCE, TEMPLATE, files_below, ruimtevraag, run_into};

static SCENARIO: LazyLock<Scenario> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(TEMPLATE);
    scenario::load(&path).unwrap()
});

const DEPTH: Depth = Depth {
    drivers: 40,
    resamples: 20,
};

fn key(name: &str) -> OutcomeKey {
    let name: OutcomeName = name.parse().unwrap();
    name.key_in(&SCENARIO).unwrap()
}

/// The template with every input at its median but those that are named.
fn varying(names: &[&str], draws: usize) -> Experiment<'static> {
    let mut experiment = Experiment {
        draws,
        ..Experiment::of(&SCENARIO)
    };
    let columns = DrawnColumns::of(&experiment, &RunOptions::default()).unwrap();
    let others = columns.inputs().into_iter().filter(|input| {
        let name = SCENARIO.inputs[input.0].name.as_str();
        !names.contains(&name)
    });
    let median = |at: usize| SCENARIO.inputs[at].distribution.median();
    experiment.held = others.map(|input| (input, median(input.0))).collect();
    experiment
}

fn study(experiment: &Experiment<'_>, outcomes: &[OutcomeKey], threads: usize) -> Vec<Sensitivity> {
    let options = RunOptions {
        threads,
        ..RunOptions::default()
    };
    let table = engine::run(experiment, &options, &Unobserved).unwrap().base;
    sensitivities(experiment, &table, outcomes, DEPTH, &options).unwrap()
}

fn influence<'s>(found: &'s Sensitivity, name: &str) -> &'s Influence {
    let mut influences = found.influences.iter();
    influences
        .find(|one| one.driver.name(&SCENARIO) == name)
        .unwrap()
}

/// The outcome is a straight line of this input, which belongs to no group; 15 slices leave out 1/15² of it.
#[test]
fn the_only_input_that_varies_brings_everything() {
    let name = "industry.green_land_factor";
    let found = study(&varying(&[name], 2_000), &[key("need/industry,2050")], 2);
    let one = influence(&found[0], name);
    let expected = 1.0 - 1.0 / (15.0 * 15.0);
    assert!((one.share - expected).abs() < 0.002, "{one:?}");
    assert!((one.first_order.value - expected).abs() < 0.002, "{one:?}");
    assert!((one.rank_correlation - 1.0).abs() < 1e-9, "{one:?}");
    // Within one of 15 slices lies 1/15 of the width.
    assert!((one.narrowing - 14.0 / 15.0).abs() < 0.01, "{one:?}");
    let (low, high) = (one.low_tenth, one.high_tenth);
    let width = found[0].ends[1] - found[0].ends[0];
    assert!((high - low - width).abs() < 0.01 * width, "{one:?}");
    assert!(found[0].audit.rest.abs() < 0.01);
}

/// Both follow one factor, so each tells of the other: indices overlap, and shares do not.
#[test]
fn shares_of_inputs_that_move_together_are_not_counted_twice() {
    let names = ["industry.green_return", "industry.ended_share"];
    let found = study(&varying(&names, 4_000), &[key("need/industry,2050")], 2);
    let both = names.map(|name| influence(&found[0], name));
    let shares: f64 = both.iter().map(|one| one.share).sum();
    let indices: f64 = both.iter().map(|one| one.first_order.value).sum();
    // What they bring together only is a product of two, and small.
    assert!((0.93..1.02).contains(&shares), "{both:?}");
    assert!(indices > shares + 0.05, "{both:?}");
    assert!(both.iter().all(|one| one.share > 0.05), "{both:?}");
}

#[test]
fn a_walk_is_a_driver_with_the_evidence_of_its_size() {
    let found = study(&varying(&[], 2_000), &[key("need/campus,2050")], 1);
    let first = &found[0].influences[0];
    assert!(matches!(first.driver, Driver::Walk(_)));
    assert_eq!(first.driver.name(&SCENARIO), "campus.jobs_index");
    let support = first.driver.support(&SCENARIO).unwrap();
    assert_eq!(support.name.as_str(), "campus.jobs_index.structural_error");
    assert!(first.share > 0.8, "{first:?}");
}

#[test]
fn grades_and_sources_each_add_up_with_the_rest_to_all_of_the_variance() {
    let experiment = Experiment {
        draws: 1_000,
        ..Experiment::of(&SCENARIO)
    };
    let outcomes = usual_outcomes(&experiment);
    let found = study(&experiment, &outcomes, 2);
    assert_eq!(found.len(), outcomes.len());
    for one in found {
        let audit = &one.audit;
        let grades: f64 = audit.by_grade.iter().map(|(_, share)| share).sum();
        let sources: f64 = audit.by_source.iter().map(|(_, share)| share).sum();
        let drivers: f64 = audit.shares.iter().map(|share| share.part).sum();
        for sum in [grades, sources, drivers] {
            assert!((sum + audit.rest - 1.0).abs() < 1e-9, "{:?}", one.key);
        }
        assert!(
            (-0.1..0.4).contains(&audit.rest),
            "{:?}: {}",
            one.key,
            audit.rest
        );
        // A copy is no driver of its own, and what is fixed is none.
        let mut names: Vec<_> = audit.shares.iter().map(|share| share.driver).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), audit.shares.len());
        for share in &audit.shares {
            if let Driver::Input(input) = share.driver {
                assert!(!SCENARIO.inputs[input.0].distribution.is_fixed());
            }
        }
    }
}

#[test]
fn any_number_of_threads_finds_the_same() {
    let experiment = Experiment {
        draws: 600,
        ..Experiment::of(&SCENARIO)
    };
    let outcomes = [key("need,2030"), key("need/campus,2050")];
    let alone = study(&experiment, &outcomes, 1);
    let together = study(&experiment, &outcomes, 3);
    assert_eq!(format!("{alone:?}"), format!("{together:?}"));
}

#[test]
fn what_does_not_vary_has_no_drivers() {
    let found = study(&varying(&[], 100), &[key("need/circular,2050")], 1);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn the_command_leaves_tables_and_charts_and_prints_what_drives_each_outcome() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("found");
    let words = format!("sensitivity {TEMPLATE} --draws 400 --outcome need/industry,2050 --quiet");
    let mut command = ruimtevraag(&words);
    let output = command.arg("--out").arg(&folder).assert().success();
    output.stdout(
        predicate::str::contains("industry.green_return")
            .and(predicate::str::contains(
                "Ruimtevraag (Industrieclusters), 2050",
            ))
            .and(predicate::str::contains("Het eerst beter te meten")),
    );
    let files = files_below(&folder);
    let names: Vec<_> = files.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "charts/drivers-need-industry-2050.png",
            "charts/drivers-need-industry-2050.svg",
            "charts/evidence.png",
            "charts/evidence.svg",
            "evidence.csv",
            "report.html",
            "results.json",
            "run.toml",
            "sensitivity.csv",
            "sources.csv",
        ]
    );
    let table = CsvFile::read(&folder.join("sensitivity.csv"));
    // The others bring no more than chance would with so few draws.
    assert!((1..30).contains(&table.rows.len()), "{}", table.rows.len());
}

#[test]
fn outcomes_that_are_not_reported_or_do_not_exist_are_refused() {
    for (outcome, hint) in [
        ("double_use/campus,2050", "--years"),
        ("needs,2050", "did you mean `need`?"),
        ("need,entity=havn,2050", "did you mean `haven`?"),
    ] {
        let words = format!("sensitivity {TEMPLATE} --draws 20 --no-charts --outcome {outcome}");
        let root = tempfile::tempdir().unwrap();
        let mut command = ruimtevraag(&words);
        let output = command.arg("--out").arg(root.path().join("x")).assert();
        output.code(2).stderr(predicate::str::contains(hint));
    }
}

#[test]
fn every_run_says_on_what_its_spread_rests_even_when_draws_were_counted() {
    let root = tempfile::tempdir().unwrap();
    for (memory, draws) in [("1024", 150), ("1", 150)] {
        let folder = root.path().join(memory);
        let words = format!("run {REFERENCE} --draws {draws} --memory {memory} --no-charts");
        run_into(&folder, &words);
        let table = CsvFile::read(&folder.join("evidence.csv"));
        let grades = table.rows_with("by", &["grade"]);
        assert_eq!(grades.len(), 4 * 4, "need and backlog in two years");
        assert!(
            !CsvFile::read(&folder.join("sensitivity.csv"))
                .rows
                .is_empty()
        );
    }
}

/// Sample A and B are what the same settings draw without exchange, and a factor that is exchanged leaves
/// alone what does not depend on it.
#[test]
fn both_samples_are_those_of_an_ordinary_run_and_the_others_differ_in_one_factor() {
    let experiment = Experiment {
        draws: 60,
        detail: Detail::Only(vec![key("need/industry,2050"), key("need/campus,2050")]),
        ..Experiment::of(&SCENARIO)
    };
    let walk = Stream::Walk(WalkIndex(0));
    let exchanging = experiment.exchanging(Exchanges {
        factors: vec![vec![walk]],
        exchange: Exchange::Independent,
    });
    assert_eq!(exchanging.draws, 180);
    let values = |experiment: &Experiment<'_>, name: &str| {
        let outcomes = engine::run(experiment, &RunOptions::default(), &Unobserved);
        outcomes.unwrap().base.values(&key(name)).unwrap()
    };
    let plain = values(&experiment.both_samples(), "need/campus,2050");
    let campus = values(&exchanging, "need/campus,2050");
    let industry = values(&exchanging, "need/industry,2050");
    assert_eq!(campus[..120], plain);
    assert_eq!(industry[..60], industry[120..]);
    assert_ne!(campus[..60], campus[120..]);
    assert_ne!(campus[60..120], campus[120..]);
}

fn with_options<T>(ask: impl FnOnce(Means<'_>) -> T) -> T {
    let options = RunOptions::default();
    let watch = |_| -> Box<dyn Observer> { Box::new(Unobserved) };
    ask(Means {
        options: &options,
        watch: &watch,
    })
}

/// With all else held, need is a constant times r·M with r triangular(0; 0.35; 0.9) and M uniform(2; 3),
/// which are independent.
#[test]
fn factors_of_a_product_have_its_known_indices() {
    let names = ["industry.green_return", "industry.green_land_factor"];
    let experiment = varying(&names, 4_096);
    let outcomes = [key("need/industry,2050")];
    let found = with_options(|means| factor_indices(&experiment, &outcomes, means)).unwrap();
    let (mean_r, variance_r) = (1.25 / 3.0, (0.1225 + 0.81 - 0.315) / 18.0);
    let (mean_m, variance_m) = (2.5, 1.0 / 12.0);
    let (r, m) = (mean_m * mean_m * variance_r, mean_r * mean_r * variance_m);
    let both = variance_r * variance_m;
    let whole = r + m + both;
    let group = SCENARIO.correlation.index("transition").unwrap();
    let expected = [
        (FactorKind::Group(group), r, r + both),
        (FactorKind::Ungrouped("industry".to_owned()), m, m + both),
    ];
    for (about, first_order, total) in expected {
        let mut factors = found[0].factors.iter();
        let (factor, indices) = factors.find(|(factor, _)| factor.about == about).unwrap();
        for (found, expected) in [(indices.first_order, first_order), (indices.total, total)] {
            let off = (found.value - expected / whole).abs();
            assert!(off < 0.04, "{about:?}: {found:?}, {}", expected / whole);
        }
        let divided = found[0].divided(factor, 0.5);
        assert_eq!(divided.len(), 1, "only one input of each factor varies");
        assert!((divided[0].1 - 0.5).abs() < 1e-12);
    }
    assert!(!found[0].is_uncertain());
    let walk = found[0].factors.last().unwrap();
    assert!(matches!(walk.0.about, FactorKind::Walk(_)));
    assert_eq!(walk.1.total.value, 0.0);
}

#[test]
fn too_few_draws_are_told() {
    let experiment = Experiment {
        draws: 16,
        ..Experiment::of(&SCENARIO)
    };
    let outcomes = [key("need,2050")];
    let found = with_options(|means| factor_indices(&experiment, &outcomes, means)).unwrap();
    assert!(found[0].is_uncertain());
}

#[test]
fn screening_finds_a_straight_line_and_leaves_the_idle_at_zero() {
    let name = "industry.green_land_factor";
    let experiment = varying(&[name], 10);
    let outcomes = [key("need/industry,2050")];
    let found = with_options(|means| screening(&experiment, &outcomes, means)).unwrap();
    let [first, others @ ..] = &found[0].effects[..] else {
        panic!("no effects");
    };
    assert_eq!(first.about.name(&SCENARIO), name);
    let effects = &first.effects;
    assert!(effects.mean > 1.0);
    assert!((effects.mean_size / effects.mean - 1.0).abs() < 1e-9);
    assert!(effects.standard_deviation < 1e-6 * effects.mean);
    for idle in others {
        assert_eq!(idle.effects.mean_size, 0.0, "{:?}", idle.about);
    }
}

#[test]
fn methods_that_draw_themselves_leave_their_tables_the_same_for_any_number_of_threads() {
    let root = tempfile::tempdir().unwrap();
    for (method, draws, table) in [("sobol", 40, "sobol.csv"), ("morris", 4, "morris.csv")] {
        let run = |threads: u32| {
            let folder = root.path().join(format!("{method}-{threads}"));
            let words = format!(
                "sensitivity {TEMPLATE} --method {method} --draws {draws} --threads {threads} \
                 --outcome need/campus,2050 --no-charts"
            );
            run_into(&folder, &words);
            let mut files = files_below(&folder);
            files.remove("run.toml");
            files
        };
        let (one, more) = (run(1), run(3));
        assert!(one == more, "{method}");
        assert!(one.contains_key(table));
    }
}

#[test]
fn an_outcome_with_a_year_is_explained_by_what_drives_it() {
    let mut command = ruimtevraag(&format!("explain {TEMPLATE} need/campus,2050"));
    let output = command.assert().success();
    output.stdout(
        predicate::str::contains("campus.jobs_index.structural_error")
            .and(predicate::str::contains("invoer.csv:"))
            .and(predicate::str::contains("2.000 trekkingen")),
    );
    let mut command = ruimtevraag(&format!("explain {TEMPLATE} need,entity=havn,2050"));
    let output = command.assert().code(2);
    output.stderr(predicate::str::contains("did you mean `haven`?"));
}
