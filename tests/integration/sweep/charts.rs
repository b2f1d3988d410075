//! The charts that a sweep leaves, which are drawn where they apply.

use std::collections::BTreeSet;
use std::fs;

use ruimtevraag::chart::{Body, HeatMap, Lines};
use ruimtevraag::results::{self, Results};

use super::Folder;
use crate::command::CsvFile;

/// Runs the sweep with its charts, and gives their names and what it found.
fn charts_of(folder: &Folder) -> (BTreeSet<String>, Results) {
    let words = "sweep sweep.toml --draws 60 --lang en --quiet --out out";
    folder.command(words).assert().success();
    let results = results::read(&folder.path("out")).unwrap().results;
    let names = results.charts.iter().map(|chart| chart.name().to_owned());
    (names.collect(), results)
}

fn names(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(ToString::to_string).collect()
}

/// The figures of a chart, by scenario.
fn panels<'r>(results: &'r Results, name: &str) -> Vec<&'r Body> {
    match &results.chart(name).unwrap().en.body {
        Body::SideBySide(beside) => beside.panels.iter().map(|panel| &panel.body).collect(),
        body => vec![body],
    }
}

fn heat_maps<'r>(results: &'r Results, name: &str) -> Vec<&'r HeatMap> {
    let panels = panels(results, name).into_iter();
    panels
        .map(|body| match body {
            Body::HeatMap(map) => map,
            other => panic!("{other:?}"),
        })
        .collect()
}

fn lines<'r>(results: &'r Results, name: &str) -> Vec<&'r Lines> {
    let panels = panels(results, name).into_iter();
    panels
        .map(|body| match body {
            Body::Lines(lines) => lines,
            other => panic!("{other:?}"),
        })
        .collect()
}

#[test]
fn a_grid_is_drawn_as_heat_maps_lines_and_parallel_coordinates() {
    let folder = Folder::new();
    let (found, results) = charts_of(&folder);
    let wanted = [
        "heat-map-need-2050",
        "heat-map-need-industry-2050",
        "heat-map-double-use-peak",
        "heat-map-change-need-2050-a",
        "heat-map-change-need-2050-b",
        "lines-need-2050",
        "lines-need-industry-2050",
        "lines-double-use-peak",
        "parallel",
    ];
    // The peak does not move with what comes back in green form: what does not move is not drawn.
    let flat = ["heat-map-double-use-peak", "lines-double-use-peak"];
    let wanted: BTreeSet<_> = names(&wanted);
    let without: BTreeSet<_> = wanted.difference(&names(&flat)).cloned().collect();
    assert!(found == wanted || found == without, "{found:?}");
    let table = CsvFile::read(&folder.path("out/sweep.csv"));
    let maps = heat_maps(&results, "heat-map-need-2050");
    for (scenario, map) in ["a", "b"].iter().zip(&maps) {
        assert_eq!(map.columns, ["0.1", "0.5"]);
        assert_eq!(map.rows, ["2", "1", "0.5"]);
        for row in table.rows_with("scenario", &[scenario]) {
            let cell = |column: &str| table.cell(row, column);
            if cell("variant") != "none" || cell("outcome") != "need" || cell("sector") != "all" {
                continue;
            }
            let place = |names: &[String], column: &str| {
                let value = table.number(row, column).unwrap().to_string();
                names.iter().position(|name| *name == value).unwrap()
            };
            let (row_at, column_at) = (
                place(&map.rows, "x_banen"),
                place(&map.columns, "x_terugkeer"),
            );
            let drawn = map.values[row_at][column_at];
            let written = table.number(row, "p50").unwrap();
            assert!((drawn - written).abs() < 1e-5, "{drawn} {written}");
        }
    }
    let change = &heat_maps(&results, "heat-map-change-need-2050-a")[0].values;
    assert!(
        change.iter().flatten().all(|&change| change < 0.0),
        "{change:?}"
    );
    for drawn in lines(&results, "lines-need-2050") {
        assert!(drawn.is_joined);
        let values: Vec<_> = drawn.series.iter().map(|line| line.name.as_str()).collect();
        assert_eq!(values, ["banen 0.5", "banen 1", "banen 2"]);
        assert!(drawn.series.iter().all(|line| line.bands.len() == 2));
    }
}

#[test]
fn points_that_make_no_grid_are_points_and_one_parameter_has_no_heat_map() {
    let folder = Folder::new();
    folder.change(
        "sweep.toml",
        "[[parameters]]\nid = \"terugkeer\"",
        "[points]\nmethod = \"lhs\"\nnumber = 7\n[[parameters]]\nid = \"terugkeer\"",
    );
    folder.change("sweep.toml", "values = [0.1, 0.5]", "low = 0.1\nhigh = 0.5");
    folder.change(
        "sweep.toml",
        "values = [0.5, 1.0, 2.0]",
        "low = 0.5\nhigh = 2.0",
    );
    let (found, results) = charts_of(&folder);
    assert!(
        found.iter().all(|name| !name.starts_with("heat-map")),
        "{found:?}"
    );
    assert!(found.contains("parallel"));
    for drawn in lines(&results, "lines-need-industry-2050") {
        assert!(!drawn.is_joined);
        // What returns in green form is what industry asks for; jobs of a campus have no part in it.
        assert_eq!(drawn.across, "terugkeer");
        assert_eq!(drawn.series[0].bands.len(), 7);
    }

    let folder = Folder::new();
    let text = fs::read_to_string(folder.path("sweep.toml")).unwrap();
    let (one, _) = text.rsplit_once("[[parameters]]").unwrap();
    folder.write("sweep.toml", one);
    let (found, results) = charts_of(&folder);
    assert!(
        found.iter().all(|name| !name.starts_with("heat-map")),
        "{found:?}"
    );
    let drawn = lines(&results, "lines-need-2050");
    assert!(drawn[0].is_joined && drawn[0].series.len() == 1);
    assert_eq!(drawn[0].series[0].bands.len(), 2);

    let (none, _) = one.rsplit_once("[[parameters]]").unwrap();
    folder.write("sweep.toml", none);
    let words = "sweep sweep.toml --draws 60 --quiet --out without";
    folder.command(words).assert().success();
    assert!(!folder.path("without/charts").exists());
}

#[test]
fn charts_of_a_finished_sweep_are_drawn_again_to_the_byte() {
    let folder = Folder::new();
    let (found, _) = charts_of(&folder);
    let words = "plot out --chart all --lang en --out again";
    folder.command(words).assert().success();
    for name in &found {
        for kind in ["svg", "png"] {
            let [first, again] = ["out/charts", "again"]
                .map(|inner| fs::read(folder.path(&format!("{inner}/{name}.{kind}"))).unwrap());
            assert!(first == again, "{name}.{kind}");
        }
    }
}
