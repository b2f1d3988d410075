//! The charts of how robust policy variants are over scenarios.

use super::dots::Row;
use super::matrix::Figures;
use super::run_charts::own_source_of;
use super::{Body, Chart, HeatMap, Interval, Ranges};
use crate::analysis::{Robustness, Yardstick};
use crate::engine::Experiment;
use crate::language::Texts;
use crate::scenario::{PolicyVariant, Scenario};

/// How often each choice satisfies in each scenario with the worst one marked, and how large what it is judged by
/// is in each; nothing for a single scenario.
#[must_use]
pub fn robustness_charts(
    experiments: &[&Experiment<'_>],
    robustness: &[Robustness],
    yardstick: &Yardstick,
    texts: &Texts,
) -> Vec<Chart> {
    let [first, _, ..] = experiments else {
        return Vec::new();
    };
    let about = About {
        experiments,
        variants: &first.variants,
        robustness,
        yardstick,
        texts,
    };
    vec![about.shares(), about.bands()]
}

struct About<'r, 'a> {
    experiments: &'r [&'r Experiment<'a>],
    variants: &'r [&'a PolicyVariant],
    robustness: &'r [Robustness],
    yardstick: &'r Yardstick,
    texts: &'r Texts,
}

impl About<'_, '_> {
    fn shares(&self) -> Chart {
        let shares = |one: &Robustness| one.performances.iter().map(|one| one.share).collect();
        let level = self.texts.percent(self.yardstick.level);
        let reading = self
            .texts
            .format("chart-robustness-reading", &[("level", &level)]);
        let title = self.texts.format(
            "chart-robustness-title",
            &[("condition", &self.condition())],
        );
        let body = Body::HeatMap(HeatMap {
            rows: self.names(),
            columns: self.scenarios(),
            values: self.robustness.iter().map(shares).collect(),
            figures: Figures::Percent,
            axes: None,
            outlined: self
                .robustness
                .iter()
                .map(|one| one.share.scenario)
                .collect(),
        });
        Chart {
            unit: String::new(),
            ..self.chart("robustness", title, reading, body)
        }
    }

    fn bands(&self) -> Chart {
        let reading = self.texts.get("chart-worst-case-reading");
        let outcomes = (self.yardstick.condition).outcomes_in_words(self.scenario(), self.texts);
        let title = self
            .texts
            .format("chart-worst-case-title", &[("outcome", &outcomes)]);
        let row = |(name, one): (String, &Robustness)| {
            let bands = one.performances.iter().map(|one| {
                let [p05, p50, p95] = one.band;
                Interval { p05, p50, p95 }
            });
            Row {
                name,
                bands: bands.collect(),
            }
        };
        let body = Body::Ranges(Ranges {
            series: self.scenarios(),
            rows: self
                .names()
                .into_iter()
                .zip(self.robustness)
                .map(row)
                .collect(),
        });
        self.chart("robustness-worst-case", title, reading, body)
    }

    fn chart(&self, name: &str, title: String, reading: String, body: Body) -> Chart {
        Chart {
            name: name.to_owned(),
            alt: format!("{title}. {reading}"),
            title,
            subtitle: reading,
            unit: self.yardstick.condition.unit_in_words(self.texts),
            source: own_source_of(self.experiments, self.texts),
            body,
        }
    }

    fn scenario(&self) -> &Scenario {
        self.experiments[0].scenario
    }

    fn condition(&self) -> String {
        self.yardstick
            .condition
            .in_words(self.scenario(), self.texts)
    }

    /// The choices, as readers know them.
    fn names(&self) -> Vec<String> {
        let name = |one: &Robustness| match one.variant {
            Some(place) => self.variants[place]
                .title
                .get(self.texts.language())
                .to_owned(),
            None => self.texts.get("decompose-no-variant"),
        };
        self.robustness.iter().map(name).collect()
    }

    fn scenarios(&self) -> Vec<String> {
        let title = |one: &&Experiment<'_>| {
            let title = one.scenario.title.get(self.texts.language());
            title.to_owned()
        };
        self.experiments.iter().map(title).collect()
    }
}
