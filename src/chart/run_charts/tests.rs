use std::path::Path;

use super::*;
use crate::analysis::{compare_with_benchmarks, summarise};
use crate::chart::tests::assert_fit_to_print;
use crate::chart::{Size, svg};
use crate::engine::{self, RunOptions, Unobserved};
use crate::language::Language;
use crate::scenario::{self, Scenario};

const DRAWS: usize = 200;

fn reference() -> Scenario {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    scenario::load(&root.join("scenarios/nota-ruimte.toml")).unwrap()
}

/// Runs a scenario and hands its charts, with what they were made from, to a check.
fn with_charts(scenario: &Scenario, language: Language, check: impl Fn(&[Chart], &Run<'_>)) {
    let experiment = Experiment {
        draws: DRAWS,
        ..Experiment::of(scenario)
    };
    let table = engine::run(&experiment, &RunOptions::default(), &Unobserved).unwrap();
    let summary = summarise(&table, experiment.design);
    let findings = compare_with_benchmarks(scenario, &table);
    let texts = Texts::new(language);
    let charts = run_charts(&experiment, &table, &summary, &findings, &texts);
    let run = Run {
        experiment: &experiment,
        table: &table,
        summary: &summary,
        findings: &findings,
        texts: &texts,
    };
    check(&charts, &run);
}

fn named<'c>(charts: &'c [Chart], name: &str) -> &'c Chart {
    charts.iter().find(|chart| chart.name == name).unwrap()
}

fn key(kind: OutcomeKind, year: i64) -> OutcomeKey {
    OutcomeKey::total(kind, Year::new(year))
}

#[test]
fn the_reference_scenario_has_every_chart_in_both_languages_fit_to_print() {
    let scenario = reference();
    for language in Language::ALL {
        with_charts(&scenario, language, |charts, run| {
            let names: Vec<_> = charts.iter().map(|chart| chart.name.as_str()).collect();
            let wanted = [
                "need-industry",
                "need-circular",
                "need-campus",
                "need-all",
                "balance-all",
                "need-segments",
                "need-regions",
                "need-map",
                "need-industry-entities",
                "need-circular-entities",
                "need-campus-entities",
                "double-use",
                "need-distribution",
            ];
            assert_eq!(names, wanted);
            for chart in charts {
                let document = svg(chart, run.texts, Size::default()).unwrap();
                assert_fit_to_print(&document, Size::default(), &chart.name);
                assert!(chart.alt.len() > 60, "{}: {}", chart.name, chart.alt);
                assert!(chart.subtitle.contains("200"), "{}", chart.subtitle);
            }
        });
    }
}

#[test]
fn fans_draw_the_quantiles_of_the_summary_and_what_was_published() {
    let scenario = reference();
    with_charts(&scenario, Language::Nl, |charts, run| {
        let Body::Fan(fan) = &named(charts, "need-circular").body else {
            panic!("no fan");
        };
        assert_eq!(fan.bands.len(), 27);
        let wanted = key(OutcomeKind::Need, 2050).in_sector(Some(Sector::Circular));
        let wanted = run.summary.get(&wanted).unwrap();
        let last = fan.bands.last().unwrap();
        assert_eq!(last.year, 2050);
        assert_eq!(
            [last.p05, last.p25, last.p50, last.p75, last.p95],
            [
                wanted.p05(),
                wanted.p25(),
                wanted.p50(),
                wanted.p75(),
                wanted.p95()
            ]
        );
        let centrals: Vec<_> = fan.published.iter().map(|p| (p.year, p.central)).collect();
        assert_eq!(centrals, [(2030, 870.0), (2030, 1102.0)]);
        assert!(
            fan.published[0]
                .label
                .ends_with("(engere afbakening, gepubliceerd)")
        );
        let Body::Fan(all) = &named(charts, "need-all").body else {
            panic!("no fan");
        };
        assert_eq!(
            all.published.len(),
            1,
            "only what is about all sectors together"
        );
    });
}

#[test]
fn the_parts_of_a_bar_add_up_to_the_mean_of_its_total() {
    let scenario = reference();
    with_charts(&scenario, Language::Nl, |charts, run| {
        let Body::StackedBars(bars) = &named(charts, "need-segments").body else {
            panic!("no bars");
        };
        assert_eq!(bars.bars.len(), 6);
        let last = bars
            .bars
            .iter()
            .rfind(|bar| bar.group == "Industrieclusters")
            .unwrap();
        let total = key(OutcomeKind::Need, 2050).in_sector(Some(Sector::Industry));
        let mean = run.summary.get(&total).unwrap().mean;
        assert!((last.sizes.iter().sum::<f64>() - mean).abs() < 1e-9 * mean);
    });
}

#[test]
fn entities_stand_in_the_order_of_their_median_and_no_more_than_fifteen() {
    let scenario = reference();
    with_charts(&scenario, Language::Nl, |charts, run| {
        for (name, sector) in [
            ("need-industry-entities", Sector::Industry),
            ("need-campus-entities", Sector::Campus),
        ] {
            let chart = named(charts, name);
            let Body::Ranges(ranges) = &chart.body else {
                panic!("no ranges");
            };
            let medians: Vec<_> = ranges.rows.iter().map(|row| row.bands[1].p50).collect();
            assert!(
                medians.is_sorted_by(|one, other| one >= other),
                "{medians:?}"
            );
            let entities = &run.experiment.scenario.system.entities;
            let all = entities
                .iter()
                .filter(|entity| entity.sector == sector)
                .count();
            assert_eq!(ranges.rows.len(), all.min(MOST));
            assert_eq!(chart.subtitle.starts_with("De 15 grootste"), all > MOST);
        }
    });
}

const MOST: usize = 15;

#[test]
fn distributions_hold_all_draws_and_the_peak_is_that_of_the_summary() {
    let scenario = reference();
    with_charts(&scenario, Language::Nl, |charts, run| {
        let Body::Histogram(histogram) = &named(charts, "need-distribution").body else {
            panic!("no histogram");
        };
        assert_eq!(histogram.panels.len(), 2);
        for panel in &histogram.panels {
            assert!((panel.shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            assert!(panel.shares.iter().all(|share| *share >= 0.0));
        }
        let Body::Curves(curves) = &named(charts, "double-use").body else {
            panic!("no curve");
        };
        let peak = run
            .summary
            .get(&OutcomeKey::total(OutcomeKind::DoubleUsePeak, None));
        assert_eq!(
            curves.series[0].peak.unwrap().height.p50,
            peak.unwrap().p50()
        );
    });
}

#[test]
fn of_many_years_the_first_and_the_last_stand_side_by_side() {
    let scenario = reference();
    let mut experiment = Experiment::of(&scenario);
    experiment.years = (2030..=2050).filter_map(Year::new).collect();
    experiment.draws = 20;
    let table = engine::run(&experiment, &RunOptions::default(), &Unobserved).unwrap();
    let summary = summarise(&table, experiment.design);
    let texts = Texts::new(Language::En);
    let charts = run_charts(&experiment, &table, &summary, &[], &texts);
    let Body::Ranges(ranges) = &named(&charts, "need-regions").body else {
        panic!("no ranges");
    };
    assert_eq!(ranges.series, ["2030", "2050"]);
}

/// Draws the charts of the reference scenario in the folder that `CHARTS_LOOK` names.
#[test]
#[ignore = "writes pictures to look at"]
fn pictures_to_look_at() {
    let folder = std::env::var("CHARTS_LOOK").unwrap();
    let scenario = reference();
    with_charts(&scenario, Language::Nl, |charts, run| {
        for chart in charts {
            let document = svg(chart, run.texts, Size::default()).unwrap();
            let picture = crate::chart::png(&document, 1.0).unwrap();
            std::fs::write(format!("{folder}/run-{}.png", chart.name), picture).unwrap();
        }
    });
}
