//! Charts with a year axis: need, balance and double use.

use super::{Frame, Run};
use crate::analysis::BenchmarkFinding;
use crate::chart::{Body, Chart, Curve, Curves, Fan, Interval, Peak, Published};
use crate::engine::OutcomeKey;
use crate::model::{OutcomeKind, Sector};

/// The need of a sector, or of all of them, with what was published about it.
pub(super) fn need(run: &Run<'_>, sector: Option<Sector>) -> Option<Chart> {
    let name = match sector {
        Some(sector) => run.sector(Some(sector)),
        None => run.texts.get("chart-all-sectors"),
    };
    let values = [("base", run.base()), ("sector", name)];
    fan(
        run,
        (OutcomeKind::Need, sector),
        format!("need-{}", sector.map_or("all", Sector::name)),
        run.texts.format("chart-need-over-years", &values),
    )
}

/// The balance of all sectors.
pub(super) fn balance(run: &Run<'_>) -> Option<Chart> {
    let title = run.since_base("chart-balance-over-years");
    fan(
        run,
        (OutcomeKind::Balance, None),
        "balance-all".to_owned(),
        title,
    )
}

/// What waits for land in all regions and segments.
pub(super) fn backlog(run: &Run<'_>) -> Option<Chart> {
    let title = run.texts.get("chart-backlog-over-years");
    let mut chart = fan(
        run,
        (OutcomeKind::Backlog, None),
        "backlog-all".to_owned(),
        title,
    )?;
    let reading = run.texts.get("chart-backlog-reading");
    chart.subtitle = format!("{reading} {}", chart.subtitle);
    Some(chart)
}

fn fan(
    run: &Run<'_>,
    (kind, sector): (OutcomeKind, Option<Sector>),
    name: String,
    title: String,
) -> Option<Chart> {
    let bands = run.bands(kind, sector);
    if bands.is_empty() {
        return None;
    }
    let frame = Frame {
        name,
        title,
        reading: sector.map_or_else(|| run.summed_sectors(), |_| String::new()),
        unit: run.hectares(),
        alt: run.reported_in_words("", &bands),
    };
    let published = published(run, kind, sector);
    Some(run.chart(frame, Body::Fan(Fan { bands, published })))
}

/// The published figures for an outcome summed over entities, regions and segments.
fn published(run: &Run<'_>, kind: OutcomeKind, sector: Option<Sector>) -> Vec<Published> {
    let timeline = run.experiment.scenario.system.timeline;
    let is_about = |finding: &&BenchmarkFinding<'_>| {
        let year = finding.key.year;
        finding.key == OutcomeKey::total(kind, year).in_sector(sector)
            && year.is_some_and(|year| timeline.step(year).is_some())
    };
    let found = run.findings.iter().filter(is_about);
    found
        .map(|finding| Published {
            year: finding.benchmark.year.number(),
            low: finding.benchmark.low,
            central: finding.benchmark.central,
            high: finding.benchmark.high,
            label: label(run, finding),
        })
        .collect()
}

/// Who published a figure, how its scope compares and how well it is supported.
fn label(run: &Run<'_>, finding: &BenchmarkFinding<'_>) -> String {
    let benchmark = finding.benchmark;
    let mut sources = run.experiment.scenario.sources.iter();
    let source = sources.find(|source| source.id.as_str() == benchmark.source);
    let who = source.map_or_else(
        || benchmark.source.clone(),
        |source| format!("{} {}", source.organisation, source.year),
    );
    let scope = run.texts.get(&format!("scope-{}", benchmark.scope.name()));
    let evidence = run
        .texts
        .get(&format!("evidence-{}", benchmark.evidence.name()));
    format!("{} ({scope}, {evidence})", who.trim())
}

/// Double use of all sectors with its peak.
pub(super) fn double_use(run: &Run<'_>) -> Option<Chart> {
    let bands = run.bands(OutcomeKind::DoubleUse, None);
    if bands.is_empty() {
        return None;
    }
    let whole_period = |kind| {
        run.statistics(&OutcomeKey::total(kind, None))
            .map(Interval::from)
    };
    let height = whole_period(OutcomeKind::DoubleUsePeak);
    let year = whole_period(OutcomeKind::DoubleUsePeakYear);
    let peak = height.zip(year).map(|(height, year)| Peak { year, height });
    let frame = Frame {
        name: "double-use".to_owned(),
        title: run.texts.get("chart-double-use-over-years"),
        reading: run.texts.get("chart-double-use-reading"),
        unit: run.hectares(),
        alt: run.reported_in_words("", &bands),
    };
    let name = run.sector(None);
    let series = vec![Curve { name, bands, peak }];
    Some(run.chart(frame, Body::Curves(Curves { series })))
}
