//! The sheet on a cluster, stream, campus or branch.

use super::part::{of_entity, regions_of, sector_of};
use super::words::{Sheet, Tile};
use super::{foot, identity, ladder, tile};
use crate::chart::{Body, Chart, Interval, Ranges, Row};
use crate::model::{OutcomeKind, Segment};
use crate::report::grid::Grid;
use crate::report::records::{entity_name, region_name, shortages};
use crate::report::run::{Part, Run};

/// Everything on an entity in words.
pub fn sheet(run: &Run<'_>, id: &str) -> Sheet {
    let name = entity_name(run, id);
    let sector = sector_of(run, id);
    Sheet {
        kind: run.filled("sheet-kind-entity", &[("sector", run.sector(sector))]),
        identity: identity(run),
        tiles: tiles(run, id),
        wide: by_segment(run, id),
        beside: vec![regions(run, id)],
        chart: chart(run, id, &name),
        answers: ladder::of_entity(run, id, &name),
        foot: foot(run),
        name,
    }
}

fn tiles(run: &Run<'_>, id: &str) -> Vec<Tile> {
    let label = |key: &str, year: u16| run.filled(key, &[("year", year.to_string())]);
    let figure = |kind, year| run.statistics(kind, of_entity(run, id), year);
    let mut tiles: Vec<_> = run
        .years()
        .iter()
        .map(|&year| {
            tile(
                run,
                label("sheet-need-in", year),
                figure(OutcomeKind::Need, year),
            )
        })
        .collect();
    let Some(year) = run.last_year() else {
        return tiles;
    };
    tiles.push(tile(
        run,
        label("sheet-release-in", year),
        figure(OutcomeKind::Release, year),
    ));
    if let Some(used_up) = figure(OutcomeKind::RoomUsedUp, year) {
        tiles.push(Tile {
            label: label("sheet-used-up", year),
            figure: run.texts.percent(used_up.mean),
            beside: run.texts.get("sheet-used-up-beside"),
        });
    } else {
        tiles.push(tile(
            run,
            label("sheet-balance-in", year),
            figure(OutcomeKind::Balance, year),
        ));
    }
    tiles
}

/// The segments of which an entity ever asks for land.
fn segments(run: &Run<'_>, id: &str) -> Vec<Segment> {
    let asks = |segment: &Segment| {
        let part = Part {
            segment: Some(*segment),
            ..of_entity(run, id)
        };
        let mut needs = run
            .years()
            .iter()
            .filter_map(|&year| run.statistics(OutcomeKind::Need, part, year));
        needs.any(|found| found.p95() > 0.0)
    };
    Segment::ALL.into_iter().filter(asks).collect()
}

/// Need and release by quality of land.
fn by_segment(run: &Run<'_>, id: &str) -> Grid {
    let years = run.years();
    let row = |segment: Option<Segment>| {
        let part = Part {
            segment,
            ..of_entity(run, id)
        };
        let bands = |kind| years.iter().map(move |&year| run.band(kind, part, year));
        std::iter::once(run.segment(segment))
            .chain(bands(OutcomeKind::Need))
            .chain(bands(OutcomeKind::Release))
            .collect()
    };
    let heads = |key: &'static str| {
        years
            .iter()
            .map(move |year| run.filled(key, &[("year", year.to_string())]))
    };
    let segments = segments(run, id).into_iter().map(Some).chain([None]);
    Grid {
        caption: run.texts.get("sheet-by-segment-entity"),
        heads: std::iter::once(run.texts.get("column-segment"))
            .chain(heads("sheet-need-in"))
            .chain(heads("sheet-release-in"))
            .collect(),
        rows: segments.map(row).collect(),
        has_total: true,
    }
}

/// Room and shortage in the regions of an entity, for all who ask there.
fn regions(run: &Run<'_>, id: &str) -> Grid {
    let year = run.last_year().unwrap_or_default();
    let found = shortages(run);
    let row = |region: &String| {
        let waits = found
            .iter()
            .find(|one| (one.region, one.segment, one.year) == (Some(region.as_str()), None, year));
        let written = |figure: Option<String>| figure.unwrap_or_else(|| "–".to_owned());
        let part = Part {
            region: Some(region),
            ..Part::WHOLE
        };
        vec![
            region_name(run, region),
            run.band(OutcomeKind::Supply, part, year),
            written(waits.map(|one| run.texts.hectares(one.expected_ha))),
            written(waits.map(|one| run.texts.percent(one.probability))),
        ]
    };
    let label = |key: &str| run.filled(key, &[("year", year.to_string())]);
    let heads = ["sheet-room-in", "sheet-shortage-in", "sheet-chance-in"];
    Grid {
        caption: run.texts.get("sheet-regions"),
        heads: std::iter::once(run.texts.get("report-column-region"))
            .chain(heads.map(label))
            .collect(),
        rows: regions_of(run, id).iter().map(row).collect(),
        ..Grid::default()
    }
}

/// Need by quality of land.
fn chart(run: &Run<'_>, id: &str, name: &str) -> Option<Chart> {
    let years = run.years();
    let row = |segment: Segment| {
        let part = Part {
            segment: Some(segment),
            ..of_entity(run, id)
        };
        let bands = years.iter().map(|&year| {
            let found = run.statistics(OutcomeKind::Need, part, year)?;
            Some(Interval::from(found))
        });
        Some(Row {
            name: run.segment(Some(segment)),
            bands: bands.collect::<Option<_>>()?,
        })
    };
    let rows: Vec<_> = segments(run, id).into_iter().filter_map(row).collect();
    let in_words = |row: &Row| {
        let bands = years.iter().zip(&row.bands);
        let says = bands.map(|(&year, &band)| run.in_words(&row.name, year, band));
        says.collect::<Vec<_>>()
    };
    let values = [
        ("base", run.scenario.base_year.to_string()),
        ("name", name.to_owned()),
    ];
    let title = run.filled("sheet-chart", &values);
    (!rows.is_empty()).then(|| Chart {
        name: format!("sheet-{id}"),
        alt: rows.iter().flat_map(in_words).collect::<Vec<_>>().join(" "),
        title,
        subtitle: String::new(),
        unit: run.texts.get("unit-ha-net"),
        source: String::new(),
        body: Body::Ranges(Ranges {
            series: years.iter().map(u16::to_string).collect(),
            rows,
        }),
    })
}
