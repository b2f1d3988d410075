//! Supply, and where land runs short.

use maud::{Markup, html};

use super::{Material, Topic, charts};
use crate::chart::ChartError;
use crate::model::Segment;
use crate::report::grid::Grid;
use crate::report::page::table;
use crate::report::records::{Shortage, region_name, shortages};
use crate::report::run::Run;

/// Shortage by quality and by region, and the charts of demand beside supply.
pub fn shortage(material: &Material<'_>) -> Result<Option<Markup>, ChartError> {
    let figures = charts::figures(material, Topic::Supply)?;
    let grids: Vec<_> = material
        .runs
        .iter()
        .flat_map(|run| of_run(run, material.is_several()))
        .collect();
    let body = html! {
        p { (material.text("report-shortage")) }
        @for grid in &grids { (table(grid)) }
        @for figure in &figures { (figure) }
    };
    Ok((!figures.is_empty() || !grids.is_empty()).then_some(body))
}

/// The tables of one run.
fn of_run(run: &Run<'_>, is_one_of_several: bool) -> Vec<Grid> {
    let found = shortages(run);
    if found.is_empty() {
        return Vec::new();
    }
    let segments = Segment::ALL.into_iter().map(Some).chain([None]);
    let by_segment = segments.map(|segment| (run.segment(segment), (None, segment)));
    let regions = run
        .scenario
        .regions
        .iter()
        .map(|region| Some(region.id.as_str()));
    let by_region = regions.chain([None]).map(|region| {
        let name = region.map(|id| region_name(run, id));
        let name = name.unwrap_or_else(|| run.texts.get("report-all-regions"));
        (name, (region, None))
    });
    let title = |key: &str| {
        let title = run.texts.get(key);
        if is_one_of_several {
            format!("{}: {title}", run.title())
        } else {
            title
        }
    };
    vec![
        grid(
            run,
            &found,
            (title("report-caption-segments"), "column-segment"),
            by_segment,
        ),
        grid(
            run,
            &found,
            (title("report-caption-regions"), "report-column-region"),
            by_region,
        ),
    ]
}

/// The region and segment that a row is about.
type Place<'p> = (Option<&'p str>, Option<Segment>);

fn grid<'p>(
    run: &Run<'_>,
    found: &[Shortage<'_>],
    (caption, head): (String, &str),
    places: impl Iterator<Item = (String, Place<'p>)>,
) -> Grid {
    let columns = [
        "report-column-chance",
        "report-column-expected",
        "report-column-worst",
    ];
    let heads = run
        .years()
        .iter()
        .flat_map(|year| columns.map(|column| format!("{year}: {}", run.texts.get(column))));
    let figures = |(region, segment): Place<'_>, year: u16| {
        let is_it =
            |one: &&Shortage<'_>| (one.region, one.segment, one.year) == (region, segment, year);
        found
            .iter()
            .find(is_it)
            .map_or([const { String::new() }; 3], |one| {
                [
                    run.texts.percent(one.probability),
                    run.texts.hectares(one.expected_ha),
                    run.texts.hectares(one.worst_ha),
                ]
            })
    };
    let row = |(name, place): (String, Place<'_>)| {
        let figures = run.years().iter().flat_map(|&year| figures(place, year));
        std::iter::once(name).chain(figures).collect()
    };
    Grid {
        caption,
        heads: std::iter::once(run.texts.get(head)).chain(heads).collect(),
        rows: places.map(row).collect(),
        has_total: true,
    }
}
