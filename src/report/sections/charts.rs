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

/// What charts and tables of a kind are about, the more specific kinds first.
const KINDS: [(&str, Topic); 40] = [
    ("need-segments", Topic::Quality),
    ("need-regions", Topic::Places),
    ("need-map", Topic::Places),
    ("need-industry-entities", Topic::Entities),
    ("need-circular-entities", Topic::Entities),
    ("need-campus-entities", Topic::Entities),
    ("need-background-entities", Topic::Entities),
    ("need", Topic::Need),
    ("balance", Topic::Need),
    ("double-use", Topic::DoubleUse),
    ("demand-supply", Topic::Supply),
    ("backlog", Topic::Supply),
    ("shortage", Topic::Supply),
    ("spill-over", Topic::Supply),
    ("variants", Topic::Variants),
    ("cost-effect", Topic::Variants),
    ("best-places", Topic::Variants),
    ("robustness", Topic::Variants),
    ("comparison", Topic::Variants),
    ("ranking", Topic::Variants),
    ("regret", Topic::Variants),
    ("delay", Topic::Variants),
    ("drivers", Topic::Drivers),
    ("sensitivity", Topic::Drivers),
    ("evidence", Topic::Drivers),
    ("sobol", Topic::Drivers),
    ("morris", Topic::Drivers),
    ("waterfall", Topic::Drivers),
    ("decomposition", Topic::Drivers),
    ("tradeoff", Topic::Drivers),
    ("box", Topic::Drivers),
    ("boxes", Topic::Drivers),
    ("restrictions", Topic::Drivers),
    ("stability", Topic::Drivers),
    ("relief", Topic::Drivers),
    ("heat-map", Topic::Sweep),
    ("lines", Topic::Sweep),
    ("parallel", Topic::Sweep),
    ("cost-shortage", Topic::Sweep),
    ("convergence", Topic::Method),
];

impl Topic {
    /// The topic of the chart or table of a name, which begins with its kind.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let is_of = |kind: &str| {
            let rest = name.strip_prefix(kind);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_']))
        };
        let found = KINDS.into_iter().find(|(kind, _)| is_of(kind));
        found.map_or(Topic::Other, |(_, topic)| topic)
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
    for (place, run) in material.jobs() {
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
    let figure = |(place, run, chart): (usize, &Run<'_>, &Chart)| {
        let id = format!("chart-{place}-{}", chart.name);
        let chart = Chart {
            title: material.titled(run, &chart.title),
            ..chart.clone()
        };
        figure(&chart, run.texts, &id)
    };
    found.into_iter().map(figure).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Language, source};
    use crate::model::Sector;
    use crate::report::sections::tables::is_told_elsewhere;

    #[test]
    fn every_table_that_has_a_title_has_a_place() {
        let source = source(Language::Nl);
        let names = { source.lines() }
            .filter_map(|line| line.strip_prefix("table-")?.split(" =").next())
            .filter(|name| !is_told_elsewhere(name));
        let names: Vec<_> = names.collect();
        assert!(names.len() > 10);
        for name in names {
            assert_ne!(Topic::of(name), Topic::Other, "{name}");
        }
    }

    #[test]
    fn the_kind_decides_and_not_the_scenario_behind_it() {
        assert_eq!(Topic::of("variants-need-2050"), Topic::Variants);
        assert_eq!(Topic::of("robustness_by_scenario"), Topic::Variants);
        assert_eq!(Topic::of("drivers-unmet-2050"), Topic::Drivers);
        assert_eq!(Topic::of("needless"), Topic::Other);
        for sector in Sector::ALL {
            let entities = format!("need-{sector}-entities");
            assert_eq!(Topic::of(&entities), Topic::Entities);
            assert_eq!(Topic::of(&format!("need-{sector}")), Topic::Need);
        }
    }
}
