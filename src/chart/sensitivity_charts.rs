//! The charts of what drives an outcome, and of what its spread rests on.

use super::run_charts::own_source;
use super::stacked_bars::{Bar, StackedBars};
use super::tornado::{Swing, Tornado};
use super::{Body, Chart};
use crate::analysis::sensitivity::{Influence, Sensitivity};
use crate::engine::Experiment;
use crate::language::Texts;
use crate::scenario::Evidence;

/// How many drivers stand in a chart.
const DRIVERS: usize = 10;

/// A chart of the drivers of every outcome that has any, and one of the evidence behind all of them.
#[must_use]
pub fn sensitivity_charts(
    experiment: &Experiment<'_>,
    found: &[Sensitivity],
    texts: &Texts,
) -> Vec<Chart> {
    let about = About { experiment, texts };
    let mut charts = vec![about.evidence(found)];
    let with_drivers = found.iter().filter(|one| !one.influences.is_empty());
    charts.extend(with_drivers.map(|one| about.drivers(one)));
    charts.retain(|_| !found.is_empty());
    charts
}

struct About<'r, 'a> {
    experiment: &'r Experiment<'a>,
    texts: &'r Texts,
}

/// What stands around the figures.
struct Frame {
    name: String,
    title: String,
    reading: String,
    unit: String,
    alt: Vec<String>,
}

impl About<'_, '_> {
    fn chart(&self, frame: Frame, body: Body) -> Chart {
        let scenario = self.experiment.scenario;
        let values = [
            ("scenario", scenario.title.get(self.texts.language())),
            ("draws", &self.texts.whole(self.experiment.draws)),
        ];
        let reading = self.texts.format("chart-reading-plain", &values);
        Chart {
            name: frame.name,
            alt: format!("{}. {}", frame.title, frame.alt.join(" ")),
            title: frame.title,
            subtitle: format!("{} {reading}", frame.reading),
            unit: frame.unit,
            source: own_source(self.experiment, self.texts),
            body,
        }
    }

    fn outcome(&self, one: &Sensitivity) -> String {
        one.key.in_words(self.experiment.scenario, self.texts)
    }

    fn year(&self, one: &Sensitivity) -> String {
        let over_all = || self.texts.get("audit-over-years");
        one.key.year.map_or_else(over_all, |year| year.to_string())
    }

    /// The drivers of one outcome.
    fn drivers(&self, one: &Sensitivity) -> Chart {
        let (outcome, year) = (self.outcome(one), self.year(one));
        let values = [("outcome", outcome.as_str()), ("year", &year)];
        let shown = &one.influences[..one.influences.len().min(DRIVERS)];
        let frame = Frame {
            name: format!("drivers-{}", one.key.file_name(self.experiment.scenario)),
            title: self.texts.format("chart-tornado", &values),
            reading: self.texts.get("chart-tornado-reading"),
            unit: self.unit(one),
            alt: shown
                .iter()
                .map(|influence| self.in_words(influence))
                .collect(),
        };
        let tornado = Tornado {
            mean: one.mean,
            column: self.texts.get("chart-tornado-share"),
            swings: shown
                .iter()
                .map(|influence| self.swing(influence))
                .collect(),
        };
        self.chart(frame, Body::Tornado(tornado))
    }

    fn unit(&self, one: &Sensitivity) -> String {
        self.texts.unit(one.key.kind.unit())
    }

    fn swing(&self, influence: &Influence) -> Swing {
        Swing {
            name: influence
                .driver
                .in_words(self.experiment.scenario, self.texts),
            low: influence.low_tenth,
            high: influence.high_tenth,
            figure: self.texts.number(100.0 * influence.share.max(0.0), 0) + "%",
        }
    }

    fn in_words(&self, influence: &Influence) -> String {
        let swing = self.swing(influence);
        self.texts.format(
            "chart-tornado-in-words",
            &[
                ("name", &swing.name),
                ("low", &self.texts.hectares(swing.low)),
                ("high", &self.texts.hectares(swing.high)),
                ("share", &swing.figure),
            ],
        )
    }

    /// On what the spread of all outcomes rests.
    fn evidence(&self, found: &[Sensitivity]) -> Chart {
        let mut parts: Vec<_> = Evidence::ALL
            .map(|grade| self.texts.get(&format!("evidence-{}", grade.name())))
            .to_vec();
        parts.push(self.texts.get("audit-rest"));
        let bars: Vec<_> = found.iter().map(|one| self.bar(one)).collect();
        let frame = Frame {
            name: "evidence".to_owned(),
            title: self.texts.get("chart-evidence"),
            reading: self.texts.get("chart-evidence-reading"),
            unit: self.texts.get("chart-evidence-unit"),
            alt: bars
                .iter()
                .map(|bar| self.bar_in_words(bar, &parts))
                .collect(),
        };
        self.chart(frame, Body::StackedBars(StackedBars { parts, bars }))
    }

    fn bar(&self, one: &Sensitivity) -> Bar {
        // What chance puts below nothing is nothing, and what is left fills the bar.
        let mut sizes: Vec<_> = { one.audit.by_grade.iter() }
            .map(|(_, share)| 100.0 * share.max(0.0))
            .collect();
        let explained: f64 = sizes.iter().sum();
        sizes.push((100.0 - explained).max(0.0));
        Bar {
            group: self.outcome(one),
            name: self.year(one),
            sizes,
            total: None,
        }
    }

    fn bar_in_words(&self, bar: &Bar, parts: &[String]) -> String {
        let sizes = parts.iter().zip(&bar.sizes);
        let sizes = sizes.map(|(part, size)| format!("{part} {}%", self.texts.number(*size, 0)));
        let parts = sizes.collect::<Vec<_>>().join(", ");
        self.texts.format(
            "chart-evidence-in-words",
            &[("name", &bar.group), ("year", &bar.name), ("parts", &parts)],
        )
    }
}
