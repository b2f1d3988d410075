//! Charts of what a total is made of, and how draws spread over it.

use super::{Frame, Run};
use crate::chart::{Bar, Body, Chart, Histogram, Panel, StackedBars};
use crate::engine::OutcomeKey;
use crate::model::{OutcomeKind, Sector, Segment};
use crate::units::Year;

/// The bins of a distribution.
const BINS: usize = 60;
/// The levels that the axis of a distribution runs between; what lies beyond counts in the first
/// and last bin.
const ENDS: [f64; 2] = [0.001, 0.999];

/// Need by sector and segment, as means, which add up.
pub(super) fn segments(run: &Run<'_>) -> Option<Chart> {
    let segments: Vec<_> = Segment::ALL
        .into_iter()
        .filter(|&segment| {
            run.years()
                .iter()
                .any(|&year| mean(run, None, segment, year) != 0.0)
        })
        .collect();
    let bars: Vec<_> = Sector::ALL
        .into_iter()
        .flat_map(|sector| run.years().into_iter().map(move |year| (sector, year)))
        .filter_map(|(sector, year)| {
            let total = need(year).in_sector(Some(sector));
            let total = Some(run.statistics(&total)?.into());
            let size = |&segment: &Segment| mean(run, Some(sector), segment, year);
            Some(Bar {
                group: run.sector(Some(sector)),
                name: year.to_string(),
                sizes: segments.iter().map(size).collect(),
                total,
            })
        })
        .collect();
    if bars.is_empty() || segments.is_empty() {
        return None;
    }
    let frame = Frame {
        name: "need-segments".to_owned(),
        title: run.since_base("chart-need-by-segment"),
        reading: run.texts.get("chart-parts"),
        unit: run.hectares(),
        alt: bars
            .iter()
            .filter_map(|bar| Some(run.in_words(&bar.group, &bar.name, bar.total?)))
            .collect(),
    };
    let name = |segment: Segment| run.texts.get(&format!("segment-{segment}"));
    let parts = segments.into_iter().map(name).collect();
    Some(run.chart(frame, Body::StackedBars(StackedBars { parts, bars })))
}

fn need(year: Year) -> OutcomeKey {
    OutcomeKey::total(OutcomeKind::Need, Some(year))
}

/// The mean need of a segment; 0 when nothing of it can be asked for.
fn mean(run: &Run<'_>, sector: Option<Sector>, segment: Segment, year: Year) -> f64 {
    let key = need(year).in_sector(sector).in_segment(Some(segment));
    run.statistics(&key)
        .map_or(0.0, |statistics| statistics.mean)
}

/// The distribution of the total need in the years that stand side by side.
pub(super) fn distribution(run: &Run<'_>) -> Option<Chart> {
    let years = run.years();
    let ends: Vec<_> = years
        .iter()
        .filter_map(|&year| run.table.quantiles(&need(year), &ENDS))
        .flatten()
        .collect();
    let panels: Vec<_> = years
        .iter()
        .filter_map(|&year| panel(run, year, &ends))
        .collect();
    if panels.is_empty() {
        return None;
    }
    let words = panels
        .iter()
        .map(|panel| run.in_words("", &panel.name, panel.marks));
    let frame = Frame {
        name: "need-distribution".to_owned(),
        title: run.since_base("chart-need-distribution"),
        reading: run.summed_sectors(),
        unit: run.hectares(),
        alt: words.collect(),
    };
    Some(run.chart(frame, Body::Histogram(Histogram { panels })))
}

/// The distribution of one year on an axis that holds all `ends`.
fn panel(run: &Run<'_>, year: Year, ends: &[f64]) -> Option<Panel> {
    let key = need(year);
    let marks = run.statistics(&key)?.into();
    let part_below = |value: f64| run.table.percentile_of(&key, value).unwrap_or(f64::NAN);
    Some(Panel::of(&year.to_string(), part_below, ends, BINS, marks))
}
