use std::path::Path;

use super::*;
use crate::analysis::{compare_with_benchmarks, summarise};
use crate::chart::tests::assert_fit_to_print;
use crate::chart::{Figures, Size, svg};
use crate::engine::{self, RunOptions, Unobserved};
use crate::language::Language;
use crate::model::Segment;
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
    let outcomes = engine::run(&experiment, &RunOptions::default(), &Unobserved);
    let table = outcomes.unwrap().base;
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
                "need-background",
                "need-all",
                "balance-all",
                "need-segments",
                "need-regions",
                "need-map",
                "need-industry-entities",
                "need-circular-entities",
                "need-campus-entities",
                "need-background-entities",
                "double-use",
                "need-distribution",
                "demand-supply-all",
                "demand-supply-wet-hmc",
                "demand-supply-dry-hmc",
                "demand-supply-regular",
                "demand-supply-campus",
                "demand-supply-urban",
            ];
            assert_eq!(names[..wanted.len()], wanted);
            // Which regions pinch most is a matter of the figures.
            let after = [
                "backlog-all",
                "shortage-probability-2030",
                "shortage-probability-2050",
                "shortage-map",
                "spill-over-2050",
            ];
            assert_eq!(names[wanted.len() + 6..], after);
            for chart in charts {
                let document = svg(chart, run.texts, Size::default()).unwrap();
                assert_fit_to_print(&document, Size::default(), &chart.name);
                assert!(chart.alt.len() > 60, "{}: {}", chart.name, chart.alt);
                if let Body::HeatMap(map) = &chart.body {
                    let is_share = map.figures == Figures::Percent;
                    assert_eq!(chart.unit.is_empty(), is_share, "{}", chart.name);
                }
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
        // Only what is about all sectors together.
        let centrals: Vec<_> = all.published.iter().map(|p| (p.year, p.central)).collect();
        assert_eq!(centrals, [(2030, 4_200.0), (2030, 3_665.0)]);
    });
}

#[test]
fn the_parts_of_a_bar_add_up_to_the_mean_of_its_total() {
    let scenario = reference();
    with_charts(&scenario, Language::Nl, |charts, run| {
        let Body::StackedBars(bars) = &named(charts, "need-segments").body else {
            panic!("no bars");
        };
        assert_eq!(bars.bars.len(), 8, "four sectors, two years");
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
    let outcomes = engine::run(&experiment, &RunOptions::default(), &Unobserved);
    let table = outcomes.unwrap().base;
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

#[test]
fn charts_speak_of_bands_only_where_they_draw_them() {
    let scenario = reference();
    with_charts(&scenario, Language::Nl, |charts, _| {
        let says_bands = |name: &str| named(charts, name).subtitle.contains("banden");
        for name in ["need-all", "double-use", "backlog-all", "demand-supply-all"] {
            assert!(says_bands(name), "{name}");
        }
        for name in [
            "need-map",
            "need-distribution",
            "shortage-map",
            "shortage-probability-2050",
            "spill-over-2050",
            "need-regions",
            "need-segments",
        ] {
            assert!(!says_bands(name), "{name}");
        }
    });
}

#[test]
fn a_total_says_which_sectors_are_in_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let template = scenario::load(&root.join("scenarios/sjabloon/scenario.toml")).unwrap();
    for (scenario, wanted) in [
        (
            reference(),
            "Som van industrieclusters, de circulaire economie, campussen en overige bedrijvigheid. ",
        ),
        (
            template,
            "Som van industrieclusters, de circulaire economie en campussen. ",
        ),
    ] {
        with_charts(&scenario, Language::Nl, |charts, _| {
            let all = named(charts, "need-all");
            assert!(all.subtitle.starts_with(wanted), "{}", all.subtitle);
            let one = named(charts, "need-campus");
            assert!(one.subtitle.starts_with("Scenario "), "{}", one.subtitle);
        });
    }
}

#[test]
fn demand_and_supply_end_at_the_figures_of_the_summary() {
    let scenario = reference();
    with_charts(&scenario, Language::Nl, |charts, run| {
        let Body::DemandSupply(both) = &named(charts, "demand-supply-wet-hmc").body else {
            panic!("no demand and supply");
        };
        for (bands, kind) in [
            (&both.demand, OutcomeKind::Need),
            (&both.supply, OutcomeKind::Supply),
        ] {
            assert_eq!(bands.len(), 27);
            let key = key(kind, 2050).in_segment(Some(Segment::WetHmc));
            let wanted = run.summary.get(&key).unwrap();
            assert_eq!(bands[26].p95, wanted.p95());
        }
    });
}

#[test]
fn regions_with_a_chart_of_their_own_are_those_with_the_greatest_shortfall() {
    let scenario = reference();
    with_charts(&scenario, Language::Nl, |charts, run| {
        let shortfall = |region: RegionIndex| {
            let key = key(OutcomeKind::Backlog, 2050).in_region(Some(region));
            run.summary.get(&key).unwrap().mean
        };
        let file = |region: RegionIndex| {
            let id = scenario.regions[region.0].id.as_str().to_lowercase();
            format!("demand-supply-{id}")
        };
        let has_chart =
            |region: &RegionIndex| charts.iter().any(|chart| chart.name == file(*region));
        let (with, without): (Vec<_>, Vec<_>) = run.region_indices().partition(has_chart);
        assert_eq!(with.len(), 6);
        let least = with
            .into_iter()
            .map(shortfall)
            .fold(f64::INFINITY, f64::min);
        assert!(without.into_iter().all(|region| shortfall(region) <= least));
    });
}

#[test]
fn flows_show_what_stayed_and_what_left_and_the_heat_map_shows_chances() {
    let scenario = reference();
    with_charts(&scenario, Language::Nl, |charts, run| {
        let Body::Flows(flows) = &named(charts, "spill-over-2050").body else {
            panic!("no flows");
        };
        for (region, row) in run.region_indices().zip(&flows.hectares) {
            let mean = |kind| {
                let key = key(kind, 2050).in_region(Some(region));
                run.summary.get(&key).unwrap().mean
            };
            let placed = mean(OutcomeKind::Placed) + mean(OutcomeKind::Substituted);
            let all = placed + mean(OutcomeKind::SpilledOut);
            assert!((row.iter().sum::<f64>() - all).abs() < 1e-6);
            assert!((row[region.0] - placed).abs() < 1e-9);
        }
        let Body::HeatMap(map) = &named(charts, "shortage-probability-2050").body else {
            panic!("no heat map");
        };
        assert_eq!((map.rows.len(), map.columns.len()), (13, 6));
        let all = run.summary.get(&key(OutcomeKind::Shortage, 2050)).unwrap();
        assert_eq!(map.values[12][5], all.mean);
        let values = || map.values.iter().flatten();
        assert!(values().all(|chance| (0.0..=1.0).contains(chance)));
        // A whole is short whenever a part of it is.
        for row in &map.values {
            let most = row[..5]
                .iter()
                .fold(0.0, |most: f64, chance| most.max(*chance));
            assert!(row[5] >= most);
        }
    });
}
