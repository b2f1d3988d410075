//! How the estimate settled that a run by a rule looked at.

use super::{Frame, framed};
use crate::analysis::Stopping;
use crate::chart::{Body, Chart, Convergence, Estimate, Settling};
use crate::engine::Experiment;
use crate::language::Texts;
use crate::model::Sector;

/// Draws every estimate that the rule saw, with its standard error.
#[must_use]
pub fn convergence_chart(experiment: &Experiment<'_>, stopping: &Stopping, texts: &Texts) -> Chart {
    let (rule, key) = (&stopping.rule, &stopping.rule.key);
    let outcome = texts.get(&format!("outcome-{}", key.kind));
    let sector = texts.get(&format!(
        "sector-{}",
        key.sector.map_or("all", Sector::name)
    ));
    let name = rule.statistic.to_string().to_uppercase();
    let year = key.year.map(|year| year.to_string()).unwrap_or_default();
    let title = texts.format(
        "chart-convergence",
        &[("name", &format!("{outcome} ({sector})")), ("year", &year)],
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
        alt: in_words.into_iter().collect(),
    };
    let series = vec![Settling {
        name,
        estimates: estimates.collect(),
    }];
    let body = Body::Convergence(Convergence { series });
    let mut chart = framed(experiment, texts, frame, body);
    if key.kind.unit() != "ha net" {
        key.kind.unit().clone_into(&mut chart.unit);
    }
    chart
}
