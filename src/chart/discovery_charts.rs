//! The charts of a search for conditions.

use super::run_charts::own_source;
use super::{Axis, Body, Bought, Chart, Dot, Scatter, TradeOff};
use crate::analysis::{Condition, Discovery};
use crate::engine::Experiment;
use crate::language::Texts;
use crate::statistics::prim::{Fit, Found, Induction, Side};

/// The most draws in a scatter: more would hide each other.
const MOST_DOTS: usize = 1_000;

/// The trade-off of the first search and, when it found a rule over two inputs or more, the draws over the
/// two that tell most.
#[must_use]
pub fn discovery_charts(
    experiment: &Experiment<'_>,
    condition: &Condition,
    discovery: &Discovery,
    texts: &Texts,
) -> Vec<Chart> {
    let about = About {
        experiment,
        discovery,
        in_words: condition.in_words(experiment.scenario, texts),
        texts,
    };
    let Some(first) = discovery.searches.first() else {
        return Vec::new();
    };
    let mut charts = vec![about.trade_off(first)];
    charts.extend(first.found.as_ref().and_then(|found| about.scatter(found)));
    charts
}

struct About<'r> {
    experiment: &'r Experiment<'r>,
    discovery: &'r Discovery,
    /// The condition.
    in_words: String,
    texts: &'r Texts,
}

impl About<'_> {
    fn chart(&self, name: &str, reading: String, unit: String, body: Body) -> Chart {
        let key = format!("chart-{name}-title");
        let title = self.texts.format(&key, &[("condition", &self.in_words)]);
        Chart {
            name: name.to_owned(),
            alt: format!("{title}. {reading}"),
            title,
            subtitle: reading,
            unit,
            source: own_source(self.experiment, self.texts),
            body,
        }
    }

    fn trade_off(&self, search: &Induction) -> Chart {
        let texts = self.texts;
        let point = |fit: Fit| Bought {
            across: 100.0 * fit.coverage(),
            up: 100.0 * fit.density(),
        };
        let boxes = search.boxes.iter();
        let searched = boxes.clone().map(|one| point(one.searched)).collect();
        let tested = boxes.map(|one| point(one.tested)).collect();
        let chosen = search.found.as_ref().map(|found| found.fit);
        let in_words = chosen.map_or(String::new(), |fit| {
            let [density, coverage] =
                [fit.density(), fit.coverage()].map(|part| texts.percent(part));
            let values = [("density", density.as_str()), ("coverage", &coverage)];
            texts.format("chart-tradeoff-chosen", &values)
        });
        let reading = texts.format("chart-tradeoff-reading", &[("chosen", &in_words)]);
        let body = Body::TradeOff(TradeOff {
            across: texts.get("chart-coverage"),
            curves: vec![
                (texts.get("chart-tradeoff-searched"), searched),
                (texts.get("chart-tradeoff-tested"), tested),
            ],
            chosen: chosen.map(point),
        });
        let unit = texts.get("chart-density");
        self.chart("tradeoff", reading.trim().to_owned(), unit, body)
    }

    /// The draws that were not searched, over the two inputs whose restrictions mean most.
    fn scatter(&self, found: &Found) -> Option<Chart> {
        let [first, second] = telling(found)?;
        let draws = self.discovery.is_met.len() / 2..self.discovery.is_met.len();
        let step = draws.len().div_ceil(MOST_DOTS).max(1);
        let spread = [first, second].map(|dimension| self.spread(dimension));
        let dots: Vec<_> = draws
            .step_by(step)
            .enumerate()
            .map(|(number, draw)| {
                let value = |axis: usize, dimension: usize| {
                    let value = self.discovery.dimensions[dimension].values()[draw];
                    value + spread[axis] * beside(number, axis)
                };
                Dot {
                    at: [value(0, first), value(1, second)],
                    is_met: self.discovery.is_met[draw],
                }
            })
            .collect();
        let texts = self.texts;
        let reading = texts.format(
            "chart-box-reading",
            &[
                ("shown", &texts.whole(dots.len())),
                ("draws", &texts.whole(self.experiment.draws)),
                ("rule", &self.discovery.rule_in_words(found, texts)),
            ],
        );
        let names = ["chart-box-met", "chart-box-not-met", "chart-box-box"];
        let axes = [first, second].map(|dimension| self.axis(found, dimension));
        let unit = axes[1].name.clone();
        let body = Body::Scatter(Scatter {
            axes,
            dots,
            names: names.map(|key| texts.get(key)),
        });
        Some(self.chart("box", reading, unit, body))
    }

    fn axis(&self, found: &Found, dimension: usize) -> Axis {
        let subject = &self.discovery.subjects[dimension];
        let limit = |side: Side| {
            let mut restrictions = found.rule.restrictions().iter();
            let found = restrictions.find(|one| (one.dimension, one.side) == (dimension, side));
            found.map(|one| one.limit)
        };
        let name = subject.in_words(self.texts);
        Axis {
            name: match subject.unit.as_str() {
                "-" => name,
                unit => format!("{name}, {unit}"),
            },
            from: limit(Side::AtLeast).map(|limit| limit - self.spread(dimension)),
            to: limit(Side::AtMost).map(|limit| limit + self.spread(dimension)),
        }
    }

    /// How far dots may lie beside their value, so that those of an input of two values do not hide each
    /// other; not at all for others.
    fn spread(&self, dimension: usize) -> f64 {
        let values = self.discovery.dimensions[dimension].values();
        let least = values.iter().copied().fold(f64::INFINITY, f64::min);
        let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let is_at_an_end = |value: &f64| *value == least || *value == most;
        if values.iter().all(is_at_an_end) {
            0.3 * (most - least)
        } else {
            0.0
        }
    }
}

/// An even spread over −1 to 1, of its own on each axis: multiples of the golden ratio and of √2.
fn beside(number: usize, axis: usize) -> f64 {
    let step = [0.618_033_988_749_895, 0.414_213_562_373_095][axis];
    let part = crate::numeric::count(number) * step;
    2.0 * (part - part.floor()) - 1.0
}

/// The two dimensions with the smallest p-values; `None` when there is but one.
fn telling(found: &Found) -> Option<[usize; 2]> {
    let mut restrictions: Vec<_> = found
        .rule
        .restrictions()
        .iter()
        .zip(&found.p_values)
        .collect();
    restrictions.sort_by(|a, b| a.1.total_cmp(b.1));
    let first = restrictions.first()?.0.dimension;
    let others = restrictions.iter().map(|(one, _)| one.dimension);
    let second = others.into_iter().find(|&dimension| dimension != first)?;
    Some([first, second])
}
