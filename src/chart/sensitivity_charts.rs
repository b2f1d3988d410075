//! The charts of what drives an outcome, and of what its spread rests on.

use super::frame::Frame;
use super::run_charts::own_source;
use super::stacked_bars::{Bar, StackedBars};
use super::tornado::{Swing, Tornado};
use super::{Body, Chart, Estimates, Interval, Point, Points, Row};
use crate::analysis::sensitivity::{FactorIndices, FactorKind, Influence, Screening, Sensitivity};
use crate::engine::{Experiment, OutcomeKey};
use crate::language::Texts;
use crate::scenario::Evidence;
use crate::statistics::sensitivity::Estimate;

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

/// A chart of the Sobol' indices of the factors that matter most, for every outcome.
#[must_use]
pub fn factor_charts(
    experiment: &Experiment<'_>,
    found: &[FactorIndices],
    texts: &Texts,
) -> Vec<Chart> {
    let about = About { experiment, texts };
    found.iter().map(|one| about.factors(one)).collect()
}

/// A chart of the elementary effects of the factors that matter most, for every outcome.
#[must_use]
pub fn screening_charts(
    experiment: &Experiment<'_>,
    found: &[Screening],
    texts: &Texts,
) -> Vec<Chart> {
    let about = About { experiment, texts };
    found.iter().map(|one| about.effects(one)).collect()
}

struct About<'r, 'a> {
    experiment: &'r Experiment<'a>,
    texts: &'r Texts,
}

impl About<'_, '_> {
    fn chart(&self, frame: Frame, body: Body) -> Chart {
        let scenario = self.experiment.scenario;
        let values = [
            ("scenario", scenario.title.get(self.texts.language())),
            ("draws", &self.texts.whole(self.experiment.draws)),
        ];
        let reading = self.texts.format("chart-reading-plain", &values);
        frame.around(body, &reading, own_source(self.experiment, self.texts))
    }

    fn outcome(&self, key: &OutcomeKey) -> String {
        key.in_words(self.experiment.scenario, self.texts)
    }

    fn year(&self, key: &OutcomeKey) -> String {
        let over_all = || self.texts.get("audit-over-years");
        key.year.map_or_else(over_all, |year| year.to_string())
    }

    /// What stands around the figures of a method for one outcome; the texts are those of its name.
    fn frame(&self, method: &str, key: &OutcomeKey, unit: String, alt: Vec<String>) -> Frame {
        let (outcome, year) = (self.outcome(key), self.year(key));
        let values = [("outcome", outcome.as_str()), ("year", &year)];
        Frame {
            name: format!("{method}-{}", key.file_name(self.experiment.scenario)),
            title: self.texts.format(&format!("chart-{method}"), &values),
            reading: self.texts.get(&format!("chart-{method}-reading")),
            unit,
            alt,
        }
    }

    fn factor(&self, about: &FactorKind) -> String {
        about.in_words(self.experiment.scenario, self.texts)
    }

    /// First-order and total indices, in percent of the variance.
    fn factors(&self, one: &FactorIndices) -> Chart {
        let shown = one.factors.iter().take(DRIVERS);
        let band = |index: &Estimate| {
            let [p05, p50, p95] = [index.low, index.value, index.high].map(|end| 100.0 * end);
            Interval { p05, p50, p95 }
        };
        let rows: Vec<_> = shown
            .map(|(factor, indices)| Row {
                name: self.factor(&factor.about),
                bands: [&indices.first_order, &indices.total].map(band).to_vec(),
            })
            .collect();
        let in_words = |row: &Row| {
            let figures = row.bands.iter().map(|band| self.texts.number(band.p50, 0));
            let values = figures.collect::<Vec<_>>();
            let values = [
                ("name", row.name.as_str()),
                ("first", &values[0]),
                ("total", &values[1]),
            ];
            self.texts.format("chart-sobol-in-words", &values)
        };
        let unit = self.texts.get("chart-evidence-unit");
        let alt = rows.iter().map(in_words).collect();
        let series = ["chart-sobol-first", "chart-sobol-total"].map(|key| self.texts.get(key));
        let body = Body::Estimates(Estimates {
            series: series.to_vec(),
            rows,
            mark: self.texts.get("chart-sobol-mark"),
            column: self.texts.get("chart-sobol-column"),
        });
        self.chart(self.frame("sobol", &one.key(), unit, alt), body)
    }

    /// The mean size of elementary effects against their standard deviation.
    fn effects(&self, one: &Screening) -> Chart {
        let unit = self.unit(&one.key);
        let points: Vec<_> = { one.effects.iter().take(DRIVERS) }
            .map(|effect| Point {
                name: self.factor(&effect.about),
                at: [effect.effects.mean_size, effect.effects.standard_deviation],
            })
            .collect();
        let in_words = |point: &Point| {
            let [size, spread] = point.at.map(|figure| self.texts.hectares(figure));
            let values = [
                ("name", point.name.as_str()),
                ("size", &size),
                ("spread", &spread),
            ];
            self.texts.format("chart-morris-in-words", &values)
        };
        let alt = points.iter().map(in_words).collect();
        let axis = |key: &str| self.texts.format(key, &[("unit", &unit)]);
        let frame = self.frame("morris", &one.key, axis("chart-morris-spread"), alt);
        let body = Body::Points(Points {
            across: axis("chart-morris-size"),
            heading: self.texts.get("chart-morris-drivers"),
            diagonal: self.texts.get("chart-morris-diagonal"),
            points,
        });
        self.chart(frame, body)
    }

    /// The drivers of one outcome.
    fn drivers(&self, one: &Sensitivity) -> Chart {
        let shown = &one.influences[..one.influences.len().min(DRIVERS)];
        let unit = self.unit(&one.key);
        let alt = shown
            .iter()
            .map(|influence| self.in_words(influence, &unit));
        let frame = Frame {
            name: format!("drivers-{}", one.key.file_name(self.experiment.scenario)),
            ..self.frame("tornado", &one.key, unit.clone(), alt.collect())
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

    fn unit(&self, key: &OutcomeKey) -> String {
        self.texts.unit(key.kind.unit())
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

    fn in_words(&self, influence: &Influence, unit: &str) -> String {
        let swing = self.swing(influence);
        let figure = |value| self.texts.figure(value, unit);
        self.texts.format(
            "chart-tornado-in-words",
            &[
                ("name", &swing.name),
                ("low", &figure(swing.low)),
                ("high", &self.texts.in_unit(&figure(swing.high), unit)),
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
            group: self.outcome(&one.key),
            name: self.year(&one.key),
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
