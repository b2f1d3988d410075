//! Which charts stand in which part.

use maud::{Markup, html};

use super::Material;
use crate::chart::{Chart, ChartError};
use crate::report::page::figure;
use crate::report::run::Run;

/// What a chart is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Need over the years, by sector.
    Need,
    /// Need by quality of land.
    Quality,
    /// Need by region.
    Places,
    /// Need by cluster, stream and campus.
    Entities,
    /// Old and new side by side.
    DoubleUse,
    /// Supply and shortage.
    Supply,
    /// What policy variants change.
    Variants,
    /// What drives the spread, and on what it rests.
    Drivers,
    /// How outcomes move over the points of a sweep.
    Sweep,
    /// How well the outcomes are estimated.
    Method,
    /// What no other part is about.
    Other,
}

impl Topic {
    /// The topic of the chart or table of a name.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let begins = |starts: &[&str]| starts.iter().any(|start| name.starts_with(start));
        let ends = |ends: &[&str]| ends.iter().any(|end| name.ends_with(end));
        match name {
            "need-segments" => Topic::Quality,
            "need-regions" | "need-map" => Topic::Places,
            "double-use" => Topic::DoubleUse,
            "convergence" => Topic::Method,
            "parallel" => Topic::Sweep,
            _ if begins(&["heat-map-", "lines-", "cost-shortage-"]) => Topic::Sweep,
            _ if begins(&["need-"]) && ends(&["-entities"]) => Topic::Entities,
            _ if begins(&["need-", "balance-"]) => Topic::Need,
            _ if begins(&["demand-supply", "backlog", "shortage", "spill", "exchange"]) => {
                Topic::Supply
            }
            _ if ends(&["variants", "cost-effect", "best-places"]) => Topic::Variants,
            _ if begins(&["ranking", "comparison", "regret", "delay", "robust"]) => Topic::Variants,
            _ if begins(&[
                "sensitivity",
                "tornado",
                "evidence",
                "driver",
                "waterfall",
                "tradeoff",
                "box",
                "discover",
                "relief",
                "sobol",
                "morris",
            ]) =>
            {
                Topic::Drivers
            }
            _ => Topic::Other,
        }
    }
}

/// The charts on a topic, those of several scenarios of one name after each other.
pub fn of(material: &Material<'_>, topic: Topic) -> Result<Option<Markup>, ChartError> {
    let figures = figures(material, topic)?;
    Ok((!figures.is_empty()).then(|| html! { @for figure in &figures { (figure) } }))
}

/// The charts on a topic as figures.
pub fn figures(material: &Material<'_>, topic: Topic) -> Result<Vec<Markup>, ChartError> {
    if !material.has_charts {
        return Ok(Vec::new());
    }
    let mut found: Vec<(usize, &Run<'_>, &Chart)> = Vec::new();
    for (place, run) in jobs(material) {
        let charts = run.results.charts.iter();
        let charts = charts.filter(|chart| Topic::of(chart.name()) == topic);
        found.extend(charts.map(|chart| (place, run, chart.get(run.texts.language()))));
    }
    let order: Vec<_> = found
        .iter()
        .map(|(_, _, chart)| chart.name.clone())
        .collect();
    let first = |chart: &Chart| order.iter().position(|name| *name == chart.name);
    found.sort_by_key(|(place, _, chart)| (first(chart), *place));
    let is_several = jobs(material).count() > 1;
    let figure = |(place, run, chart): (usize, &Run<'_>, &Chart)| {
        let id = format!("chart-{place}-{}", chart.name);
        let title = if is_several {
            format!("{}: {}", run.title(), chart.title)
        } else {
            chart.title.clone()
        };
        figure(
            &Chart {
                title,
                ..chart.clone()
            },
            run.texts,
            &id,
        )
    };
    found.into_iter().map(figure).collect()
}

/// The first run of every job with the place of the job, since charts belong to jobs.
fn jobs<'m>(material: &'m Material<'m>) -> impl Iterator<Item = (usize, &'m Run<'m>)> {
    let runs = material.runs;
    let is_first = move |place: usize| {
        place == 0 || !std::ptr::eq(runs[place - 1].results, runs[place].results)
    };
    runs.iter()
        .enumerate()
        .filter(move |(place, _)| is_first(*place))
}
