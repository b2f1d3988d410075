//! What a scenario says of itself: its name, years, design and correlations.

use super::super::layers::Layers;
use super::super::problem::{Place, Problem};
use super::super::rows::Written;
use super::super::types::{MOST_DRAWS, RunSettings};
use super::identifier;
use crate::id::Id;
use crate::language::Localised;
use crate::sampling::{CorrelationError, CorrelationGroups, CorrelationPair, DesignKind};
use crate::units::Year;

/// The groups of a scenario that names none.
const USUAL_GROUPS: [&str; 6] = [
    "macro",
    "technology",
    "transition",
    "space-use",
    "permits-and-grid",
    "housing-pressure",
];

/// The longest computation, in years.
const LONGEST: usize = 100;

/// What the scenario is called.
pub(super) struct Header {
    pub id: Id,
    pub title: Localised,
    pub description: Localised,
}

pub(super) fn header(layers: &Layers, problems: &mut Vec<Problem>) -> Option<Header> {
    let top = layers.start();
    let Some(id) = &layers.id else {
        let problem = Problem::error(&top, "the scenario has no `id`");
        problems.push(problem.expected("every file on top of others names itself"));
        return None;
    };
    let title = layers.title.clone().unwrap_or_default();
    if title.nl.is_empty() {
        let problem = Problem::error(&top, "the scenario has no `title`");
        problems.push(problem.hint("title = { nl = \"…\", en = \"…\" }"));
    }
    Some(Header {
        title: title.localised(&id.value),
        description: layers.description.clone().unwrap_or_default().localised(""),
        id: identifier(&id.value, &id.place, problems)?,
    })
}

/// The years of a scenario.
pub(super) struct Years {
    pub base: Year,
    /// In order, at least one, all after the base year.
    pub horizons: Vec<Year>,
    pub complete: Year,
}

pub(super) fn years(layers: &Layers, problems: &mut Vec<Problem>) -> Option<Years> {
    let top = layers.start();
    let base = if let Some(written) = &layers.base_year {
        year(written, problems)
    } else {
        problems.push(Problem::error(&top, "the scenario has no `base_year`"));
        None
    };
    let Some(written) = layers.horizons.as_ref().filter(|years| !years.is_empty()) else {
        let problem = Problem::error(&top, "the scenario has no `horizons`");
        problems.push(problem.hint("horizons = [2030, 2050]"));
        return None;
    };
    let base = base?;
    let mut horizons = Vec::new();
    for written in written {
        let Some(horizon) = year(written, problems) else {
            continue;
        };
        if horizon <= base || horizon.since(base) > LONGEST {
            let problem = Problem::error(&written.place, format!("{horizon} is no horizon"));
            let label = format!("horizons lie 1 to {LONGEST} years after the base year {base}");
            problems.push(problem.expected(label));
        } else {
            horizons.push(horizon);
        }
    }
    horizons.sort_unstable();
    horizons.dedup();
    let last = *horizons.last()?;
    let complete = match &layers.complete_year {
        Some(written) => year(written, problems)?,
        None => last,
    };
    if (complete <= base || complete.since(base) > LONGEST)
        && let Some(written) = &layers.complete_year
    {
        let message = format!("the transition cannot be complete in {complete}");
        let label = format!("a year 1 to {LONGEST} years after the base year {base}");
        problems.push(Problem::error(&written.place, message).expected(label));
    }
    Some(Years {
        base,
        horizons,
        complete,
    })
}

/// A calendar year, or a problem.
pub(in crate::scenario) fn year(
    written: &Written<i64>,
    problems: &mut Vec<Problem>,
) -> Option<Year> {
    let found = Year::new(written.value);
    if found.is_none() {
        let message = format!("{} is not a calendar year", written.value);
        let label = format!("a year from {} to {}", Year::MIN, Year::MAX);
        problems.push(Problem::error(&written.place, message).expected(label));
    }
    found
}

/// How a file says that something is run.
#[derive(Debug, Clone, Copy)]
pub(in crate::scenario) struct WrittenRun<'a> {
    pub draws: Option<&'a Written<i64>>,
    pub seed: Option<&'a Written<i64>>,
    pub design: Option<&'a Written<String>>,
}

pub(super) fn run(layers: &Layers, problems: &mut Vec<Problem>) -> RunSettings {
    let written = WrittenRun {
        draws: layers.draws.as_ref(),
        seed: layers.seed.as_ref(),
        design: layers.design.as_ref(),
    };
    run_settings(RunSettings::default(), written, problems)
}

/// The usual settings with what is written in their place.
pub(in crate::scenario) fn run_settings(
    usual: RunSettings,
    written: WrittenRun<'_>,
    problems: &mut Vec<Problem>,
) -> RunSettings {
    let mut run = usual;
    if let Some(draws) = written.draws {
        let is_possible = u64::try_from(draws.value).is_ok_and(|n| (1..=MOST_DRAWS).contains(&n));
        match usize::try_from(draws.value) {
            Ok(number) if is_possible => run.draws = number,
            _ => {
                let message = format!("{} draws cannot be made", draws.value);
                let label = format!("from 1 to {MOST_DRAWS}");
                problems.push(Problem::error(&draws.place, message).expected(label));
            }
        }
    }
    if let Some(seed) = written.seed {
        if let Ok(number) = u64::try_from(seed.value) {
            run.seed = number;
        } else {
            let message = format!("{} cannot be a seed", seed.value);
            problems.push(Problem::error(&seed.place, message).expected("at least 0"));
        }
    }
    if let Some(design) = written.design {
        match design.value.parse() {
            Ok(kind) => run.design = kind,
            Err(error) => {
                let problem = Problem::error(&design.place, format!("{error}"));
                let names = DesignKind::ALL.map(DesignKind::name);
                problems.push(problem.nearest(&design.value, names));
            }
        }
    }
    run
}

pub(super) fn correlation(
    layers: &Layers,
    problems: &mut Vec<Problem>,
) -> Option<CorrelationGroups> {
    let names = match &layers.groups {
        Some(groups) => groups.value.clone(),
        None => USUAL_GROUPS.map(str::to_owned).to_vec(),
    };
    let mut pairs = Vec::new();
    for pair in &layers.pairs {
        let [a, b] = pair.value.between.as_slice() else {
            let problem = Problem::error(&pair.place, "a correlation ties two groups");
            problems.push(problem.hint("{ between = [\"macro\", \"technology\"], value = 0.3 }"));
            continue;
        };
        pairs.push((
            &pair.place,
            CorrelationPair {
                a: a.clone(),
                b: b.clone(),
                value: pair.value.value,
            },
        ));
    }
    let plain: Vec<_> = pairs.iter().map(|(_, pair)| pair.clone()).collect();
    match CorrelationGroups::from_pairs(names.clone(), &plain) {
        Ok(groups) => Some(groups),
        Err(error) => {
            let place = place_of(&error, &pairs)
                .or(layers.groups.as_ref().map(|groups| &groups.place))
                .or(layers.top.as_ref())?;
            let problem = Problem::error(place, error.to_string());
            problems.push(match &error {
                CorrelationError::UnknownGroup { name, .. } => {
                    problem.nearest(name, names.iter().map(String::as_str))
                }
                _ => problem,
            });
            // The groups alone, so that inputs can still be checked against them.
            CorrelationGroups::from_pairs(names, &[]).ok()
        }
    }
}

/// The pair that an error is about, or the last one.
fn place_of<'a>(
    error: &CorrelationError,
    pairs: &[(&'a Place, CorrelationPair)],
) -> Option<&'a Place> {
    let is_of = |pair: &CorrelationPair, one: &str, other: &str| {
        (pair.a == one && pair.b == other) || (pair.a == other && pair.b == one)
    };
    let is_named = |pair: &CorrelationPair| match error {
        CorrelationError::UnknownGroup { name, .. } => pair.a == *name || pair.b == *name,
        CorrelationError::PairedWithItself { name } => is_of(pair, name, name),
        CorrelationError::RepeatedPair { a, b } | CorrelationError::OutOfRange { a, b, .. } => {
            is_of(pair, a, b)
        }
        CorrelationError::NotPositive(contradiction) => {
            is_of(pair, &contradiction.a, &contradiction.b)
        }
        _ => false,
    };
    let named = pairs.iter().rev().find(|(_, pair)| is_named(pair));
    named.or(pairs.last()).map(|(place, _)| *place)
}
