//! The charts of a change that was taken apart.

use super::run_charts::own_source;
use super::waterfall::Level;
use super::{Body, Chart, Waterfall};
use crate::analysis::Decomposition;
use crate::engine::Experiment;
use crate::language::Texts;

/// What stands around the figures of a decomposition.
#[derive(Debug, Clone)]
pub struct Story {
    /// What the change is: over time, or from what to what.
    pub change: String,
    /// What stands at the beginning.
    pub from: String,
    /// What stands at the end.
    pub to: String,
    /// The drivers, in their order.
    pub drivers: Vec<String>,
}

/// A waterfall for each outcome.
#[must_use]
pub fn decomposition_charts(
    experiment: &Experiment<'_>,
    changes: &[Decomposition],
    story: &Story,
    texts: &Texts,
) -> Vec<Chart> {
    let chart = |(place, change): (usize, &Decomposition)| {
        let year = change.outcome.year.map(|year| format!(" {year}"));
        let of = change.key.in_words(experiment.scenario, texts) + &year.unwrap_or_default();
        let unit = change.key.kind.unit();
        let values = [("outcome", of.as_str()), ("change", &story.change)];
        let title = texts.format("chart-waterfall-title", &values);
        let steps = story.drivers.iter().zip(&change.parts);
        let steps: Vec<_> = steps
            .map(|(name, part)| Level {
                name: name.clone(),
                value: part.mean,
            })
            .collect();
        let in_words = steps
            .iter()
            .map(|step| format!("{}: {}", step.name, texts.figure(step.value, unit)));
        let in_words: Vec<_> = in_words.collect();
        Chart {
            name: format!("waterfall-{}", place + 1),
            alt: format!("{title}. {}.", in_words.join("; ")),
            title,
            subtitle: texts.get("chart-waterfall-reading"),
            unit: texts.unit(unit),
            source: own_source(experiment, texts),
            body: Body::Waterfall(Waterfall {
                from: Level {
                    name: story.from.clone(),
                    value: change.from.mean,
                },
                steps,
                to: story.to.clone(),
            }),
        }
    };
    changes.iter().enumerate().map(chart).collect()
}
