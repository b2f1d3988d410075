//! How the estimate settled that a run by a rule looked at.

use super::{Frame, framed};
use crate::analysis::Stopping;
use crate::chart::{Body, Chart, Convergence, Estimate, Settling};
use crate::engine::Experiment;
use crate::language::Texts;

/// Draws every estimate that the rule saw, with its standard error.
#[must_use]
pub fn convergence_chart(experiment: &Experiment<'_>, stopping: &Stopping, texts: &Texts) -> Chart {
    let rule = &stopping.rule;
    let of = stopping.key.in_words(experiment.scenario, texts);
    let name = rule.statistic.to_string().to_uppercase();
    let year = rule.outcome.year.map(|year| year.to_string());
    let title = texts.format(
        "chart-convergence",
        &[("name", &of), ("year", &year.unwrap_or_default())],
    );
    let reading = texts.format("chart-convergence-reading", &[("rule", &rule.to_string())]);
    let estimates = stopping.sightings.iter().map(|seen| Estimate {
        draws: seen.draws,
        value: seen.value,
        standard_error: seen.standard_error,
    });
    let in_words = stopping.sightings.last().map(|last| {
        let [value, error] = [last.value, last.standard_error].map(|x| texts.significant(x));
        format!("{name}: {value} ± {error} ({})", texts.whole(last.draws))
    });
    let frame = Frame {
        name: "convergence".to_owned(),
        title,
        reading,
        unit: texts.unit(rule.outcome.kind.unit()),
        alt: in_words.into_iter().collect(),
    };
    let series = vec![Settling {
        name,
        estimates: estimates.collect(),
    }];
    let body = Body::Convergence(Convergence { series });
    framed(experiment, texts, frame, body)
}
