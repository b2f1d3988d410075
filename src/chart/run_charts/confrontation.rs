//! Charts of demand beside supply, and of what waits, over the years.

use super::{Frame, Run};
use crate::chart::{Body, Chart, DemandSupply};
use crate::engine::OutcomeKey;
use crate::model::{OutcomeKind, RegionIndex, Segment};

/// The most regions with a chart of their own.
const MOST_REGIONS: usize = 6;
/// A region with less expected shortfall than this, in ha net, has no chart of its own.
const LEAST_HA: f64 = 1.0;

/// Demand beside supply: of everything, of every segment, and of the regions that pinch most.
pub(super) fn demand_and_supply(run: &Run<'_>) -> Vec<Chart> {
    let mut charts = Vec::new();
    let name = run.texts.get("chart-whole-country");
    let all = |kind| OutcomeKey::total(kind, None);
    charts.extend(beside(run, "all", &name, all));
    for segment in Segment::ALL {
        let name = run.texts.get(&format!("segment-{segment}"));
        let of = |kind| all(kind).in_segment(Some(segment));
        charts.extend(beside(run, segment.name(), &name, of));
    }
    for region in pinching_regions(run) {
        let Some(described) = run.experiment.scenario.regions.get(region.0) else {
            continue;
        };
        let file = described.id.as_str().to_lowercase();
        let name = described.name.get(run.texts.language());
        let of = |kind| all(kind).in_region(Some(region));
        charts.extend(beside(run, &file, name, of));
    }
    charts
}

/// Demand beside supply of one place; `None` when nothing can be asked for there.
fn beside(
    run: &Run<'_>,
    file: &str,
    name: &str,
    of: impl Fn(OutcomeKind) -> OutcomeKey,
) -> Option<Chart> {
    let demand = run.bands_of(of(OutcomeKind::Need));
    let supply = run.bands_of(of(OutcomeKind::Supply));
    if supply.is_empty() || demand.last()?.p95 <= 0.0 {
        return None;
    }
    let mut alt = Vec::new();
    for (key, bands) in [("chart-demand", &demand), ("chart-supply", &supply)] {
        alt.extend(run.reported_in_words(&run.texts.get(key), bands));
    }
    let title = run.texts.format(
        "chart-demand-supply",
        &[("base", &*run.base()), ("place", name)],
    );
    let frame = Frame {
        name: format!("demand-supply-{file}"),
        title,
        reading: run.since_base("chart-demand-supply-reading"),
        unit: run.hectares(),
        alt,
    };
    let body = Body::DemandSupply(DemandSupply { demand, supply });
    Some(run.chart(frame, body))
}

/// The regions with the greatest expected shortfall in the last reported year, the greatest first.
fn pinching_regions(run: &Run<'_>) -> Vec<RegionIndex> {
    let year = run.experiment.years.last().copied();
    let backlog = |region| {
        let key = OutcomeKey::total(OutcomeKind::Backlog, year).in_region(Some(region));
        Some((region, run.statistics(&key)?.mean))
    };
    let regions = (0..run.experiment.scenario.regions.len()).map(RegionIndex);
    let mut short: Vec<_> = regions.filter_map(backlog).collect();
    short.retain(|(_, backlog)| *backlog >= LEAST_HA);
    short.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    short.truncate(MOST_REGIONS);
    short.into_iter().map(|(region, _)| region).collect()
}
