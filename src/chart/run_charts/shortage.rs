//! Charts of where land runs short, and of who hosts whose need.

use super::places::{self, ValueMap};
use super::{Frame, Run};
use crate::analysis::Statistics;
use crate::chart::{Body, Chart, Figures, Flows, HeatMap};
use crate::engine::{Counterpart, OutcomeKey};
use crate::model::{OutcomeKind, RegionIndex, Segment};
use crate::units::Year;

/// The probability of shortage by region and segment in a year.
pub(super) fn probability(run: &Run<'_>, year: Year) -> Option<Chart> {
    let segments: Vec<_> = Segment::ALL.into_iter().map(Some).chain([None]).collect();
    let regions = run.region_indices().map(Some).chain([None]);
    let chance = |region, segment| {
        let key = OutcomeKey::total(OutcomeKind::Shortage, Some(year));
        let key = key.in_region(region).in_segment(segment);
        run.statistics(&key).map_or(f64::NAN, |found| found.mean)
    };
    let of_segments = |region| {
        segments
            .iter()
            .map(|&segment| chance(region, segment))
            .collect()
    };
    let values: Vec<Vec<f64>> = regions.map(of_segments).collect();
    if values.iter().flatten().all(|chance| chance.is_nan()) {
        return None;
    }
    let mut rows = run.region_names();
    rows.push(run.texts.get("chart-all-regions"));
    let name = |segment: &Option<Segment>| {
        let name = segment.map_or("all", Segment::name);
        run.texts.get(&format!("segment-{name}"))
    };
    let columns: Vec<_> = segments.iter().map(name).collect();
    let words = |(row, values): (&String, &Vec<f64>)| {
        let chances = columns.iter().zip(values);
        let chances = chances.map(|(column, chance)| {
            format!("{column} {}", Figures::Percent.written(*chance, run.texts))
        });
        format!("{row}: {}.", chances.collect::<Vec<_>>().join(", "))
    };
    let frame = Frame {
        name: format!("shortage-probability-{year}"),
        title: run.in_year("chart-shortage-probability", year),
        reading: run.texts.get("chart-shortage-probability-reading"),
        unit: String::new(),
        alt: rows.iter().zip(&values).map(words).collect(),
    };
    let figures = Figures::Percent;
    let body = Body::HeatMap(HeatMap {
        rows,
        columns,
        values,
        figures,
        axes: None,
        outlined: Vec::new(),
    });
    Some(run.chart(frame, body))
}

/// The expected shortfall by province in the last reported year.
pub(super) fn map(run: &Run<'_>) -> Option<Chart> {
    let year = *run.experiment.years.last()?;
    places::value_map(
        run,
        ValueMap {
            name: "shortage-map",
            title: run.in_year("chart-shortage-map", year),
            reading: run.texts.get("chart-shortage-map-reading"),
            key: OutcomeKey::total(OutcomeKind::Backlog, Some(year)),
            value: |statistics| statistics.mean,
        },
    )
}

/// Who hosts whose need up to the last reported year, as means.
pub(super) fn flows(run: &Run<'_>) -> Option<Chart> {
    let year = *run.experiment.years.last()?;
    let mean = |key: &OutcomeKey| run.statistics(key).map(|found: &Statistics| found.mean);
    let of = |kind, region| OutcomeKey::total(kind, Some(year)).in_region(Some(region));
    let exchange = |from, to| {
        if from == to {
            let placed = mean(&of(OutcomeKind::Placed, from))?;
            return Some(placed + mean(&of(OutcomeKind::Substituted, from))?);
        }
        mean(&of(OutcomeKind::Hosted, from).with(Counterpart::Region(to)))
    };
    let hectares: Option<Vec<Vec<_>>> = run
        .region_indices()
        .map(|from| run.region_indices().map(|to| exchange(from, to)).collect())
        .collect();
    let hectares = hectares.filter(|rows| rows.len() > 1)?;
    let frame = Frame {
        name: format!("spill-over-{year}"),
        title: run.in_year("chart-spill-over", year),
        reading: run.texts.get("chart-spill-over-reading"),
        unit: run.hectares(),
        alt: leaving(run, year),
    };
    let regions = run.region_names();
    Some(run.chart(frame, Body::Flows(Flows { regions, hectares })))
}

/// What left and entered each region, in words.
fn leaving(run: &Run<'_>, year: Year) -> Vec<String> {
    let mean = |kind, region: RegionIndex| {
        let key = OutcomeKey::total(kind, Some(year)).in_region(Some(region));
        let mean = run.statistics(&key).map_or(f64::NAN, |found| found.mean);
        run.texts.hectares(mean)
    };
    let in_words = |(region, name): (RegionIndex, String)| {
        let values = [
            ("name", name),
            ("out", mean(OutcomeKind::SpilledOut, region)),
            ("in", mean(OutcomeKind::SpilledIn, region)),
        ];
        run.texts.format("chart-spill-over-in-words", &values)
    };
    run.region_indices()
        .zip(run.region_names())
        .map(in_words)
        .collect()
}
