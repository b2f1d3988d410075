//! Charts of many places or objects: need by region and by entity.

use super::{Frame, Run};
use crate::analysis::Statistics;
use crate::chart::{Body, Chart, Figures, Interval, ProvinceMap, ProvinceValue, Ranges, Row};
use crate::engine::OutcomeKey;
use crate::model::{OutcomeKind, RegionIndex, Sector};
use crate::units::Year;

/// The most entities in one chart.
const MOST_ENTITIES: usize = 15;

/// Need by region.
pub(super) fn regions(run: &Run<'_>) -> Option<Chart> {
    let rows: Vec<_> = run
        .experiment
        .scenario
        .regions
        .iter()
        .enumerate()
        .filter_map(|(place, region)| {
            let bands = bands(run, |year| need_in(place, year))?;
            let name = region.name.get(run.texts.language()).to_owned();
            Some(Row { name, bands })
        })
        .collect();
    let frame = Frame {
        name: "need-regions".to_owned(),
        title: run.since_base("chart-need-by-region"),
        reading: run.summed_sectors(),
        unit: run.hectares(),
        alt: last_in_words(run, &rows),
    };
    ranges(run, frame, rows)
}

/// Need by entity of a sector, the largest first.
pub(super) fn entities(run: &Run<'_>, sector: Sector) -> Option<Chart> {
    let scenario = run.experiment.scenario;
    let of_sector = scenario.system.entities.iter().enumerate();
    let of_sector = of_sector.filter(|(_, entity)| entity.sector == sector);
    let mut rows: Vec<_> = of_sector
        .filter_map(|(place, _)| {
            let need = |year| OutcomeKey::total(OutcomeKind::Need, Some(year));
            let bands = bands(run, |year| need(year).of_entity(sector, place))?;
            let name = scenario.entities.get(place)?.name.get(run.texts.language());
            Some(Row {
                name: name.to_owned(),
                bands,
            })
        })
        .collect();
    let median = |row: &Row| row.bands.last().map_or(0.0, |band| band.p50);
    rows.sort_by(|one, other| median(other).total_cmp(&median(one)));
    let all = rows.len();
    rows.truncate(MOST_ENTITIES);
    let reading = if all > rows.len() {
        run.texts.format(
            "chart-largest",
            &[
                ("shown", &run.texts.whole(rows.len())),
                ("all", &run.texts.whole(all)),
            ],
        )
    } else {
        String::new()
    };
    let title = run.texts.format(
        "chart-need-by-entity",
        &[("base", &run.base()), ("sector", &run.sector(Some(sector)))],
    );
    let frame = Frame {
        name: format!("need-{sector}-entities"),
        title,
        reading,
        unit: run.hectares(),
        alt: last_in_words(run, &rows),
    };
    ranges(run, frame, rows)
}

/// The median need by province in the last reported year, when regions are provinces.
pub(super) fn map(run: &Run<'_>) -> Option<Chart> {
    let year = *run.experiment.years.last()?;
    let values = [("base", run.base()), ("year", year.to_string())];
    value_map(
        run,
        ValueMap {
            name: "need-map",
            title: run.texts.format("chart-need-map", &values),
            reading: run.summed_sectors(),
            key: OutcomeKey::total(OutcomeKind::Need, Some(year)),
            value: Statistics::p50,
        },
    )
}

/// What a map of the provinces shows.
pub(super) struct ValueMap {
    pub name: &'static str,
    pub title: String,
    pub reading: String,
    /// The outcome for all regions together.
    pub key: OutcomeKey,
    /// The figure of each province.
    pub value: fn(&Statistics) -> f64,
}

/// A figure by province; `None` when no region is a province or has the outcome.
pub(super) fn value_map(run: &Run<'_>, map: ValueMap) -> Option<Chart> {
    let regions = run.region_indices().zip(&run.experiment.scenario.regions);
    let provinces: Vec<_> = regions
        .filter(|(_, region)| ProvinceMap::has(region.id.as_str()))
        .map(|(place, region)| ProvinceValue {
            code: region.id.to_string(),
            name: region.name.get(run.texts.language()).to_owned(),
            value: run
                .statistics(&map.key.in_region(Some(place)))
                .map_or(f64::NAN, map.value),
        })
        .collect();
    if provinces.iter().all(|province| province.value.is_nan()) {
        return None;
    }
    let words = provinces.iter().map(|province| {
        let value = run.texts.hectares(province.value);
        format!("{}: {value}.", province.name)
    });
    let frame = Frame {
        name: map.name.to_owned(),
        title: map.title,
        reading: map.reading,
        unit: run.hectares(),
        alt: words.collect(),
    };
    let figures = Figures::Hectares;
    Some(run.chart(frame, Body::Map(ProvinceMap { provinces, figures })))
}

fn need_in(region: usize, year: Year) -> OutcomeKey {
    OutcomeKey::total(OutcomeKind::Need, Some(year)).in_region(Some(RegionIndex(region)))
}

/// The bands of an outcome in the years that stand side by side, if all are reported.
fn bands(run: &Run<'_>, key: impl Fn(Year) -> OutcomeKey) -> Option<Vec<Interval>> {
    let years = run.years();
    let bands = years
        .iter()
        .map(|&year| run.statistics(&key(year)).map(Interval::from));
    bands.collect()
}

fn ranges(run: &Run<'_>, frame: Frame, rows: Vec<Row>) -> Option<Chart> {
    if rows.is_empty() {
        return None;
    }
    let series = run.year_names();
    Some(run.chart(frame, Body::Ranges(Ranges { series, rows })))
}

/// Every row in the last year in words.
fn last_in_words(run: &Run<'_>, rows: &[Row]) -> Vec<String> {
    let year = run.year_names().pop().unwrap_or_default();
    rows.iter()
        .filter_map(|row| Some(run.in_words(&row.name, &year, *row.bands.last()?)))
        .collect()
}
