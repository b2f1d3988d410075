//! Published figures beside the computed band.

use maud::{Markup, html};

use super::Material;
use crate::chart::ChartError;
use crate::engine::OutcomeName;
use crate::report::grid::Grid;
use crate::report::page::table;
use crate::report::records::{Benchmark, Record, benchmarks as found_by, records, source_name};
use crate::report::run::Run;
use crate::report::words;

/// Where published figures fall.
pub fn benchmarks(material: &Material<'_>) -> Result<Option<Markup>, ChartError> {
    let grids: Vec<_> = material
        .runs
        .iter()
        .filter_map(|run| grid(run, material.is_several()))
        .collect();
    let body = html! {
        p { (material.text("report-benchmarks")) }
        @for grid in &grids { (table(grid)) }
    };
    Ok((!grids.is_empty()).then_some(body))
}

fn grid(run: &Run<'_>, is_one_of_several: bool) -> Option<Grid> {
    let found = found_by(run);
    let heads = [
        "publisher",
        "about",
        "year",
        "figure",
        "band",
        "verdict",
        "comparable",
    ];
    let title = run.texts.get("report-caption-benchmarks");
    (!found.is_empty()).then(|| Grid {
        caption: if is_one_of_several {
            format!("{}: {title}", run.title())
        } else {
            title
        },
        heads: heads
            .map(|head| run.texts.get(&format!("report-column-{head}")))
            .to_vec(),
        rows: found.iter().map(|one| row(run, one)).collect(),
        ..Grid::default()
    })
}

fn row(run: &Run<'_>, benchmark: &Benchmark<'_>) -> Vec<String> {
    let row = benchmark.row;
    let hectares = |column: &str| run.texts.hectares(row.number(column));
    let between = |low: &str, middle: &str, high: &str| {
        let middle = hectares(middle);
        if row.number(low).is_nan() || row.number(high).is_nan() {
            middle
        } else {
            format!("{middle} ({} – {})", hectares(low), hectares(high))
        }
    };
    let verdict = match benchmark.verdict {
        "below-band" => "report-verdict-below",
        "inside-band" => "report-verdict-inside",
        "above-band" => "report-verdict-above",
        _ => "report-verdict-none",
    };
    let [scope, evidence] = ["scope", "evidence"]
        .map(|column| run.texts.get(&format!("{column}-{}", row.text(column))));
    vec![
        source_name(run, row.text("source")),
        about(run, benchmark),
        row.year("year")
            .map_or_else(String::new, |year| year.to_string()),
        between("low", "central", "high"),
        between("p05", "p50", "p95"),
        run.texts.get(verdict),
        format!("{scope}; {evidence}"),
    ]
}

/// The outcome that it is held against; its year has a column of its own.
fn about(run: &Run<'_>, benchmark: &Benchmark<'_>) -> String {
    let outcome = benchmark.row.outcome().map(|outcome| OutcomeName {
        year: None,
        ..outcome
    });
    outcome.map_or_else(String::new, |outcome| words::outcome(run, &outcome))
}

/// How published forecasts fare beside ours and beside what came.
pub fn scoreboard(material: &Material<'_>) -> Result<Option<Markup>, ChartError> {
    let Some(first) = material.runs.first() else {
        return Ok(None);
    };
    let rows: Vec<_> = { material.runs.iter() }
        .flat_map(|run| {
            let rows = records(run, "scoreboard");
            let own = rows.filter(|row| row.text("scenario") == run.scenario.id);
            own.map(|row| forecast(run, row))
        })
        .collect();
    let heads = [
        "column-case",
        "report-column-year",
        "column-their-band",
        "column-our-band",
        "column-realised",
        "column-inside-theirs",
        "column-inside-ours",
    ];
    let grid = Grid {
        caption: first.texts.get("report-caption-scoreboard"),
        heads: heads.map(|head| first.texts.get(head)).to_vec(),
        rows,
        ..Grid::default()
    };
    let body = html! {
        p { (material.text("report-scoreboard")) }
        (table(&grid))
    };
    Ok((!grid.rows.is_empty()).then_some(body))
}

fn forecast(run: &Run<'_>, row: Record<'_>) -> Vec<String> {
    let figure = |column: &str| run.texts.hectares(row.number(column));
    let is_band =
        row.number("published_low").is_finite() && row.number("published_high").is_finite();
    let theirs = if is_band {
        format!("{} – {}", figure("published_low"), figure("published_high"))
    } else {
        figure("published_central")
    };
    let year = |column: &str| {
        row.year(column)
            .map_or_else(String::new, |year| year.to_string())
    };
    let answer = |column: &str| words::cell(run, row, column);
    vec![
        format!("{} ({})", run.title(), row.text("benchmark")),
        format!("{}–{}", year("base_year"), year("year")),
        theirs,
        format!("{} – {} – {}", figure("p05"), figure("p50"), figure("p95")),
        figure("realised"),
        answer("realised_inside_published"),
        answer("realised_inside_p05_p95"),
    ]
}
