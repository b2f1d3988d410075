use std::collections::BTreeSet;
use std::path::Path;

use super::*;
use crate::analysis::summarise;
use crate::engine::{self, Experiment, OutcomeDraws, RunOptions, Unobserved};
use crate::export::Table;
use crate::model::OutcomeKind;
use crate::scenario;

/// The worst 5 % of these are ten draws.
const DRAWS: usize = 200;

/// Runs a shipped scenario and hands what it found to a check.
fn with_run(path: &str, check: impl Fn(&[VariantRun<'_>])) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let scenario = scenario::load(&root.join(path)).unwrap();
    let experiment = Experiment {
        draws: DRAWS,
        ..Experiment::of(&scenario)
    };
    let outcomes = engine::run(&experiment, &RunOptions::default(), &Unobserved);
    let table = outcomes.unwrap().base;
    let summary = summarise(&table, experiment.design);
    let run = VariantRun {
        scenario: &scenario,
        variant: None,
        table: &table,
        summary: &summary,
    };
    check(&[run]);
}

/// A table that can be asked for cells by the names of its columns.
struct Reader<'t>(&'t Table);

impl Reader<'_> {
    fn column(&self, name: &str) -> usize {
        self.0
            .headers
            .iter()
            .position(|header| header == name)
            .unwrap()
    }

    fn text(&self, row: usize, column: &str) -> String {
        match &self.0.rows[row][self.column(column)] {
            Cell::Text(text) => text.clone(),
            Cell::Whole(number) => number.to_string(),
            other => panic!("{column} holds {other:?}"),
        }
    }

    /// A number; 0 for an empty cell.
    fn number(&self, row: usize, column: &str) -> f64 {
        match self.0.rows[row][self.column(column)] {
            Cell::Number(number) => number,
            Cell::Empty => 0.0,
            ref other => panic!("{column} holds {other:?}"),
        }
    }

    /// The rows in which every named column holds the given text.
    fn rows(&self, wanted: &[(&str, &str)]) -> Vec<usize> {
        let is_wanted = |row: &usize| {
            let mut wanted = wanted.iter();
            wanted.all(|(column, value)| self.text(*row, column) == *value)
        };
        (0..self.0.rows.len()).filter(is_wanted).collect()
    }

    /// The sum of a column over some rows.
    fn sum(&self, rows: &[usize], column: &str) -> f64 {
        rows.iter().map(|&row| self.number(row, column)).sum()
    }
}

/// Fails unless the rows are as long as the headers and no two are about the same.
#[track_caller]
fn assert_tidy(table: &Table, headers: &[&str], dimensions: &[&str]) {
    assert_eq!(table.headers, headers);
    assert!(table.is_rectangular());
    let reader = Reader(table);
    let about = |row| -> Vec<_> {
        dimensions
            .iter()
            .map(|name| reader.text(row, name))
            .collect()
    };
    let all: BTreeSet<_> = (0..table.rows.len()).map(about).collect();
    assert_eq!(all.len(), table.rows.len(), "two rows are about the same");
}

#[track_caller]
fn assert_near(found: f64, wanted: f64) {
    assert!((found - wanted).abs() < 1e-6, "{found} should be {wanted}");
}

#[test]
fn the_tables_of_supply_have_these_columns_and_no_row_twice() {
    with_run("nota-ruimte.toml", |runs| {
        assert_tidy(
            &shortage_table(runs),
            &[
                "scenario",
                "variant",
                "region",
                "segment",
                "year",
                "p_shortage",
                "expected_shortfall_ha_net",
                "worst_5pct_ha_net",
                "with_reserve_ha_net",
                "expected_shortfall_ha_gross",
                "first_year_p05",
                "first_year_p50",
                "first_year_p95",
                "share_never",
            ],
            &["region", "segment", "year"],
        );
        assert_tidy(
            &exchange_table(runs),
            &[
                "scenario",
                "variant",
                "outcome",
                "from",
                "to",
                "year",
                "unit",
                "mean",
                "p05",
                "p50",
                "p95",
                "share_of_from",
            ],
            &["outcome", "from", "to", "year"],
        );
        assert_tidy(
            &quality_lock_table(runs),
            &[
                "scenario",
                "variant",
                "land",
                "region",
                "user",
                "user_region",
                "year",
                "mean",
                "p05",
                "p50",
                "p95",
                "share",
            ],
            &["land", "region", "user", "user_region", "year"],
        );
    });
}

#[test]
fn a_scenario_without_supply_leaves_those_tables_empty() {
    with_run("sjabloon/scenario.toml", |runs| {
        assert!(runs[0].scenario.supply.is_none());
        assert!(shortage_table(runs).rows.is_empty());
        assert!(exchange_table(runs).rows.is_empty());
        assert!(quality_lock_table(runs).rows.is_empty());
        assert!(!summary_table(runs).rows.is_empty());
    });
}

#[test]
fn shortage_says_what_the_draws_of_the_backlog_say() {
    with_run("nota-ruimte.toml", |runs| {
        let table = shortage_table(runs);
        let reader = Reader(&table);
        let draws = runs[0].table.map(|draws| match draws {
            OutcomeDraws::Kept(values) => values.to_vec(),
            OutcomeDraws::Counted(_) => Vec::new(),
        });
        let draws_of = |key: OutcomeKey| &draws[runs[0].table.place(&key).unwrap()];
        let regions = runs[0].scenario.regions.len() + 1;
        assert_eq!(
            table.rows.len(),
            regions * 6 * runs[0].scenario.horizons.len()
        );
        for row in 0..table.rows.len() {
            let region = reader.text(row, "region");
            let region = runs[0]
                .scenario
                .regions
                .iter()
                .position(|other| other.id.as_str() == region);
            let key = |kind, year| {
                OutcomeKey::total(kind, year)
                    .in_region(region.map(RegionIndex))
                    .in_segment(Segment::from_name(&reader.text(row, "segment")))
            };
            let year = Year::new(reader.text(row, "year").parse().unwrap());
            let mut backlog = draws_of(key(OutcomeKind::Backlog, year)).clone();
            backlog.sort_by(f64::total_cmp);
            let short = backlog.iter().filter(|waits| **waits > 1.0).count();
            let part = |number: usize| crate::numeric::count(number) / crate::numeric::count(DRAWS);
            assert_near(reader.number(row, "p_shortage"), part(short));
            let mean = backlog.iter().sum::<f64>() / crate::numeric::count(DRAWS);
            assert_near(reader.number(row, "expected_shortfall_ha_net"), mean);
            let worst = backlog.iter().rev().take(10).sum::<f64>() / 10.0;
            assert_near(reader.number(row, "worst_5pct_ha_net"), worst);
            let first = draws_of(key(OutcomeKind::FirstShortageYear, None));
            let never = first.iter().filter(|year| year.is_infinite()).count();
            assert_near(reader.number(row, "share_never"), part(never));
            assert!(reader.number(row, "with_reserve_ha_net") > mean - 1e-6);
            assert!(reader.number(row, "expected_shortfall_ha_gross") > mean - 1e-6);
        }
    });
}

#[test]
fn shortfalls_of_regions_and_segments_add_up_to_those_of_all() {
    with_run("nota-ruimte.toml", |runs| {
        let table = shortage_table(runs);
        let reader = Reader(&table);
        for column in ["expected_shortfall_ha_net", "with_reserve_ha_net"] {
            for year in ["2030", "2050"] {
                let of_year = reader.rows(&[("year", year)]);
                let is_cell = |row: &usize| {
                    reader.text(*row, "region") != ALL && reader.text(*row, "segment") != ALL
                };
                let cells: Vec<_> = of_year.into_iter().filter(is_cell).collect();
                assert_eq!(cells.len(), 60);
                let all = reader.rows(&[("year", year), ("region", ALL), ("segment", ALL)]);
                assert!(reader.sum(&all, column) > 100.0);
                assert_near(reader.sum(&cells, column), reader.sum(&all, column));
            }
        }
    });
}

#[test]
fn exchanges_add_up_to_what_left_and_what_came() {
    with_run("nota-ruimte.toml", |runs| {
        let table = exchange_table(runs);
        let reader = Reader(&table);
        let mut moved = 0.0;
        let regions = runs[0]
            .scenario
            .regions
            .iter()
            .map(|region| ("hosted", region.id.as_str()));
        let segments = Segment::ALL.map(|segment| ("stood_in", segment.name()));
        for (outcome, place) in regions.chain(segments) {
            for (side, other) in [("from", "to"), ("to", "from")] {
                let rows = reader.rows(&[("outcome", outcome), (side, place), ("year", "2050")]);
                let (all, parts): (Vec<_>, Vec<_>) = rows
                    .into_iter()
                    .partition(|row| reader.text(*row, other) == ALL);
                assert_eq!(all.len(), 1);
                assert_near(reader.sum(&parts, "mean"), reader.sum(&all, "mean"));
                moved += reader.sum(&all, "mean");
            }
        }
        assert!(moved > 1_000.0, "{moved}");
    });
}

#[test]
fn what_left_a_region_is_what_the_summary_says() {
    with_run("nota-ruimte.toml", |runs| {
        let table = exchange_table(runs);
        let reader = Reader(&table);
        for (place, region) in runs[0].scenario.regions.iter().enumerate() {
            let key = OutcomeKey::total(OutcomeKind::SpilledOut, Year::new(2050));
            let left = runs[0]
                .summary
                .get(&key.in_region(Some(RegionIndex(place))))
                .unwrap();
            let from = region.id.as_str();
            let rows = reader.rows(&[("outcome", "hosted"), ("from", from), ("year", "2050")]);
            let parts: Vec<_> = rows
                .into_iter()
                .filter(|row| reader.text(*row, "to") != ALL)
                .collect();
            assert_eq!(parts.len(), runs[0].scenario.regions.len() - 1);
            assert_near(reader.sum(&parts, "mean"), left.mean);
            assert_near(reader.sum(&parts, "share_of_from"), 1.0);
        }
    });
}

#[test]
fn scarce_land_goes_to_its_own_users_and_to_others_and_to_nobody_else() {
    with_run("nota-ruimte.toml", |runs| {
        let table = quality_lock_table(runs);
        let reader = Reader(&table);
        let mut taken_by_others = 0.0;
        for all in reader.rows(&[("user", ALL)]) {
            let [land, region, year] =
                ["land", "region", "year"].map(|column| reader.text(all, column));
            let place = [
                ("land", land.as_str()),
                ("region", &region),
                ("year", &year),
            ];
            let of = |user: &str| reader.rows(&[&place[..], &[("user", user)]].concat());
            let (own, others) = (of(&land), of("others"));
            assert_eq!((own.len(), others.len()), (2, 1));
            let parts = reader.sum(&own, "mean") + reader.sum(&others, "mean");
            assert_near(parts, reader.number(all, "mean"));
            let named: f64 = Segment::ALL
                .into_iter()
                .filter(|segment| segment.name() != land)
                .map(|segment| reader.sum(&of(segment.name()), "mean"))
                .sum();
            if region == ALL {
                assert_near(named, reader.sum(&others, "mean"));
                taken_by_others += named;
            }
        }
        assert!(taken_by_others > 10.0, "{taken_by_others}");
    });
}
