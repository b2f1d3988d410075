//! What article 5.129g Bkl asks, answered from computed outcomes, and what they cannot answer.

use super::part;
use super::words::Answer;
use crate::model::{OutcomeKind, Segment};
use crate::report::records::{region_name, shortages};
use crate::report::run::{Part, Run, listed};

/// Less than this, in ha, is not worth naming.
const LEAST_HA: f64 = 0.5;

/// The answers for a region.
pub fn of_region(run: &Run<'_>, id: &str, name: &str) -> Vec<Answer> {
    let within = within(run, id);
    answers(run, (part::of_region(id), name), within)
}

/// The answers for an entity.
pub fn of_entity(run: &Run<'_>, id: &str, name: &str) -> Vec<Answer> {
    let year = run.last_year().unwrap_or_default();
    let found = shortages(run);
    let waits = part::regions_of(run, id).iter().filter_map(|region| {
        let waits = found.iter().find(|one| {
            (one.region, one.segment, one.year) == (Some(region.as_str()), None, year)
        })?;
        let expected = run.texts.hectares(waits.expected_ha);
        Some(format!("{} {expected} ha", region_name(run, region)))
    });
    let waits: Vec<_> = waits.collect();
    let mut within = vec![run.texts.get("sheet-within-entity")];
    if !waits.is_empty() {
        let values = [
            ("year", year.to_string()),
            ("regions", listed(&waits, run.texts)),
        ];
        within.push(run.filled("sheet-within-regions", &values));
    }
    answers(run, (part::of_entity(run, id), name), within)
}

fn answers(run: &Run<'_>, (part, name): (Part<'_>, &str), mut within: Vec<String>) -> Vec<Answer> {
    within.push(run.texts.get("sheet-within-limit"));
    let cannot = ["urban", "place", "service", "feasible"];
    vec![
        Answer {
            question: run.texts.get("sheet-question-need"),
            points: need(run, part, name),
        },
        Answer {
            question: run.texts.get("sheet-question-within"),
            points: within,
        },
        Answer {
            question: run.texts.get("sheet-question-cannot"),
            points: cannot
                .map(|key| run.texts.get(&format!("sheet-cannot-{key}")))
                .to_vec(),
        },
    ]
}

/// The need in quantity and quality.
fn need(run: &Run<'_>, part: Part<'_>, name: &str) -> Vec<String> {
    let Some(year) = run.last_year() else {
        return Vec::new();
    };
    let Some(found) = run.statistics(OutcomeKind::Need, part, year) else {
        return vec![run.texts.get("sheet-no-need")];
    };
    let values = [
        ("name", name.to_owned()),
        ("base", run.scenario.base_year.to_string()),
        ("year", year.to_string()),
        ("band", run.in_plain_words(found)),
    ];
    let mut points = vec![run.filled("sheet-quantity", &values)];
    let kinds: Vec<_> = Segment::ALL
        .into_iter()
        .filter_map(|segment| {
            let part = Part {
                segment: Some(segment),
                ..part
            };
            let found = run.statistics(OutcomeKind::Need, part, year)?;
            let median = run.texts.hectares(found.p50());
            let name = run.segment_in_sentence(segment);
            (found.p50() >= LEAST_HA).then(|| format!("{name} {median} ha"))
        })
        .collect();
    if !kinds.is_empty() {
        points.push(run.filled("sheet-quality", &[("segments", listed(&kinds, run.texts))]));
    }
    let released = run.statistics(OutcomeKind::Release, part, year);
    if let Some(released) = released.filter(|released| released.p50() >= LEAST_HA) {
        points.push(run.filled("sheet-released", &[("band", run.in_plain_words(released))]));
    }
    points
}

/// What is met on existing sites, on plans and released land, and elsewhere or not at all.
fn within(run: &Run<'_>, id: &str) -> Vec<String> {
    let mean = |kind| part::mean(run, kind, id);
    let dense = mean(OutcomeKind::Intensified);
    let here = mean(OutcomeKind::Placed) + mean(OutcomeKind::Substituted);
    let elsewhere = mean(OutcomeKind::SpilledOut);
    let unmet = mean(OutcomeKind::Backlog) + mean(OutcomeKind::Lapsed);
    let total = dense + here + elsewhere + unmet;
    if total < LEAST_HA {
        return Vec::new();
    }
    let written = |part: f64| {
        format!(
            "{} ha ({})",
            run.texts.hectares(part),
            run.texts.percent(part / total)
        )
    };
    let year = run.last_year().unwrap_or_default().to_string();
    vec![
        run.filled(
            "sheet-within",
            &[
                ("year", year),
                ("dense", written(dense)),
                ("here", written(here)),
            ],
        ),
        run.filled(
            "sheet-beyond",
            &[("elsewhere", written(elsewhere)), ("unmet", written(unmet))],
        ),
    ]
}
