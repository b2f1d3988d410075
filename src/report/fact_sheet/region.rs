//! The sheet on a region.

use super::part::{mean, of_region};
use super::words::{Sheet, Tile};
use super::{foot, identity, ladder, tile};
use crate::chart::{Body, Chart, DemandSupply, YearBand};
use crate::model::{OutcomeKind, Segment};
use crate::report::grid::Grid;
use crate::report::records::{Shortage, region_name, shortages};
use crate::report::run::{Part, Run};

/// Everything on a region in words.
pub fn sheet(run: &Run<'_>, id: &str) -> Sheet {
    let name = region_name(run, id);
    Sheet {
        kind: run.texts.get("sheet-kind-region"),
        identity: identity(run),
        tiles: tiles(run, id),
        wide: by_segment(run, id),
        beside: vec![destinations(run, id), by_sector(run, id)],
        chart: chart(run, id, &name),
        answers: ladder::of_region(run, id, &name),
        foot: foot(run),
        name,
    }
}

/// The shortage of a region and segment in a year.
fn shortage<'r>(
    run: &Run<'r>,
    id: &str,
    segment: Option<Segment>,
    year: u16,
) -> Option<Shortage<'r>> {
    let is_it =
        |one: &Shortage<'_>| (one.region, one.segment, one.year) == (Some(id), segment, year);
    shortages(run).into_iter().find(is_it)
}

fn tiles(run: &Run<'_>, id: &str) -> Vec<Tile> {
    let label = |key: &str, year: u16| run.filled(key, &[("year", year.to_string())]);
    let mut tiles: Vec<_> = run
        .years()
        .iter()
        .map(|&year| {
            let found = run.statistics(OutcomeKind::Need, of_region(id), year);
            tile(run, label("sheet-need-in", year), found)
        })
        .collect();
    let Some(year) = run.last_year() else {
        return tiles;
    };
    if let Some(supply) = run.statistics(OutcomeKind::Supply, of_region(id), year) {
        tiles.push(tile(run, label("sheet-room-in", year), Some(supply)));
    }
    if let Some(found) = shortage(run, id, None, year) {
        let chance = [("chance", run.texts.percent(found.probability))];
        tiles.push(Tile {
            label: label("sheet-shortage-in", year),
            figure: format!("{} ha", run.texts.hectares(found.expected_ha)),
            beside: run.filled("sheet-chance", &chance),
        });
    }
    tiles
}

/// Need, room and shortage by quality of land.
fn by_segment(run: &Run<'_>, id: &str) -> Grid {
    let year = run.last_year().unwrap_or_default();
    let segments = Segment::ALL.into_iter().map(Some).chain([None]);
    let row = |segment: Option<Segment>| {
        let part = Part {
            segment,
            ..of_region(id)
        };
        let needs = run
            .years()
            .iter()
            .map(|&year| run.band(OutcomeKind::Need, part, year));
        let waits = shortage(run, id, segment, year);
        std::iter::once(run.segment(segment))
            .chain(needs)
            .chain([
                run.band(OutcomeKind::Supply, part, year),
                waits.map_or_else(|| "–".to_owned(), |one| run.texts.hectares(one.expected_ha)),
                waits.map_or_else(|| "–".to_owned(), |one| run.texts.percent(one.probability)),
            ])
            .collect()
    };
    let label = |key: &str, year: u16| run.filled(key, &[("year", year.to_string())]);
    let needs = run.years().iter().map(|&year| label("sheet-need-in", year));
    let heads = ["sheet-room-in", "sheet-shortage-in", "sheet-chance-in"];
    Grid {
        caption: run.texts.get("sheet-by-segment"),
        heads: std::iter::once(run.texts.get("column-segment"))
            .chain(needs)
            .chain(heads.map(|head| label(head, year)))
            .collect(),
        rows: segments.map(row).collect(),
        has_total: true,
    }
}

/// Where the need of the region ends up, in means, which add up.
const DESTINATIONS: [OutcomeKind; 6] = [
    OutcomeKind::Intensified,
    OutcomeKind::Placed,
    OutcomeKind::Substituted,
    OutcomeKind::SpilledOut,
    OutcomeKind::Lapsed,
    OutcomeKind::Backlog,
];

fn destinations(run: &Run<'_>, id: &str) -> Grid {
    let total: f64 = DESTINATIONS.iter().map(|&kind| mean(run, kind, id)).sum();
    let share = |mean: f64| if total > 0.0 { mean / total } else { f64::NAN };
    let row = |name: String, mean: f64| {
        vec![
            name,
            run.texts.hectares(mean),
            run.texts.percent(share(mean)),
        ]
    };
    let mut rows: Vec<_> = DESTINATIONS
        .into_iter()
        .map(|kind| {
            let name = run.texts.get(&format!("outcome-{}", kind.name()));
            row(name, mean(run, kind, id))
        })
        .collect();
    rows.push(row(run.texts.get("outcome-need"), total));
    let year = run.last_year().unwrap_or_default().to_string();
    let heads = ["report-column-name", "sheet-mean", "sheet-share"];
    Grid {
        caption: run.filled("sheet-destinations", &[("year", year)]),
        heads: heads.map(|head| run.texts.get(head)).to_vec(),
        rows,
        has_total: true,
    }
}

fn by_sector(run: &Run<'_>, id: &str) -> Grid {
    let years = run.years();
    let row = |sector| {
        let part = Part {
            sector: Some(sector),
            ..of_region(id)
        };
        let bands = years
            .iter()
            .map(|&year| run.band(OutcomeKind::Need, part, year));
        std::iter::once(run.sector(Some(sector)))
            .chain(bands)
            .collect()
    };
    Grid {
        caption: run.texts.get("sheet-by-sector"),
        heads: std::iter::once(run.texts.get("report-column-sector"))
            .chain(years.iter().map(u16::to_string))
            .collect(),
        rows: run.sectors().map(row).collect(),
        ..Grid::default()
    }
}

/// Demand beside supply over the years.
fn chart(run: &Run<'_>, id: &str, name: &str) -> Option<Chart> {
    let demand = run.bands(OutcomeKind::Need, of_region(id));
    let supply = run.bands(OutcomeKind::Supply, of_region(id));
    let base = run.scenario.base_year.to_string();
    let title = run.filled(
        "chart-demand-supply",
        &[("base", base), ("place", name.to_owned())],
    );
    (!supply.is_empty() && !demand.is_empty()).then(|| Chart {
        name: format!("sheet-{}", id.to_lowercase()),
        alt: alt(run, &[("chart-demand", &demand), ("chart-supply", &supply)]),
        title,
        subtitle: String::new(),
        unit: run.texts.get("unit-ha-net"),
        source: String::new(),
        body: Body::DemandSupply(DemandSupply { demand, supply }),
    })
}

/// Bands at the reported years in words, each under the text of a key.
fn alt(run: &Run<'_>, named: &[(&str, &[YearBand])]) -> String {
    let in_words = |key: &str, band: &YearBand| {
        let name = run.texts.get(key);
        run.in_words(&name, band.year, band.interval())
    };
    let is_reported = |band: &&YearBand| run.years().contains(&band.year);
    let says = named.iter().flat_map(|(key, bands)| {
        let bands = bands.iter().filter(is_reported);
        bands.map(|band| in_words(key, band))
    });
    says.collect::<Vec<_>>().join(" ")
}
