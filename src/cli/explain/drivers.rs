//! What drives an outcome, from a quick run.

use ruimtevraag::analysis::sensitivity::{Depth, Driver, Influence, Sensitivity, sensitivities};
use ruimtevraag::engine::{
    self, Detail, Experiment, OutcomeKey, OutcomeName, RunOptions, Unobserved,
};
use ruimtevraag::scenario::{Evidence, UncertainInput};

use super::super::output::Failure;
use super::list;
use super::page::{Page, Row};
use super::register::Register;

/// The draws of the quick run: enough to tell shares of a few percent from chance.
const DRAWS: usize = 2_000;

/// The drivers that are shown.
const SHOWN: Depth = Depth {
    drivers: 8,
    resamples: 0,
};

/// The drivers of the outcome of that name with a year; nothing for other names.
pub fn page(register: &Register<'_>, name: &str) -> Result<Option<String>, Failure> {
    let scenario = register.scenario;
    let Ok(outcome) = name.parse::<OutcomeName>() else {
        return Ok(None);
    };
    let Some(year) = outcome.year else {
        return Ok(None);
    };
    let key = outcome.key_in(scenario);
    let key = key.map_err(|error| Failure::Usage(error.to_string()))?;
    let experiment = Experiment {
        draws: DRAWS,
        years: vec![year],
        detail: Detail::Only(vec![key]),
        ..Experiment::of(scenario)
    };
    let found = drivers(&experiment, &key)?;
    Ok(found.map(|found| written(register, name, &found)))
}

/// `None` for an outcome that the scenario does not report or that never varies.
fn drivers(experiment: &Experiment<'_>, key: &OutcomeKey) -> Result<Option<Sensitivity>, Failure> {
    let options = RunOptions::default();
    let table = engine::run(experiment, &options, &Unobserved)?.base;
    let found = sensitivities(experiment, &table, &[*key], SHOWN, &options)?;
    Ok(found.into_iter().next())
}

fn written(register: &Register<'_>, name: &str, found: &Sensitivity) -> String {
    let texts = register.texts;
    let draws = texts.whole(DRAWS);
    let title = texts.format("explain-drivers", &[("name", name), ("draws", &draws)]);
    let mut page = Page::new(&title);
    let [low, high] = found.ends.map(|end| texts.hectares(end));
    let mean = texts.hectares(found.mean);
    let band = [("mean", mean.as_str()), ("low", &low), ("high", &high)];
    let outcome = found.key.in_words(register.scenario, texts);
    let band = format!("{outcome}: {}", texts.format("explain-drivers-band", &band));
    page.pair(&texts.get("column-outcome"), &band);
    let grades = Evidence::ALL.map(|grade| {
        let name = texts.get(&format!("evidence-{}", grade.name()));
        format!("{name} {}", percent(register, found.audit.of_grade(grade)))
    });
    let rest = percent(register, found.audit.rest);
    let support = format!("{}, {} {rest}", grades.join(", "), texts.get("audit-rest"));
    page.pair(&texts.get("explain-drivers-support"), &support);
    page.space();
    let mut rows = vec![heading(register)];
    rows.extend(found.influences.iter().map(|one| row(register, one)));
    page.table(&rows, &[1, 2]);
    page.finish()
}

fn heading(register: &Register<'_>) -> Row {
    let mut heading = list::heading(register);
    heading.cells.insert(1, register.texts.get("column-share"));
    heading
}

/// A driver with its share, its value, and every layer that gave it one.
fn row(register: &Register<'_>, influence: &Influence) -> Row {
    let (driver, scenario) = (influence.driver, register.scenario);
    let support = driver.support(scenario);
    let name = support.map_or("", |input| input.name.as_str());
    let place = || register.filling(register.place(name)?);
    let shown = driver.in_words(scenario, register.texts);
    let mut row = match register.value(name).or_else(place) {
        Some(value) => list::row(register, &shown, value),
        None => Row::of(vec![shown]),
    };
    row.cells.insert(1, percent(register, influence.share));
    row.note = support.map(layers).unwrap_or_default();
    if let Driver::Walk(_) = driver {
        let walk = register.texts.get("explain-drivers-walk");
        row.note = format!("{walk} {name}; {}", row.note);
    }
    row
}

/// Where the value stands, the layer that holds first, and its note.
fn layers(input: &UncertainInput) -> String {
    let layers = input.layers.iter().rev();
    let places = layers.map(|layer| format!("{}:{} {}", layer.file, layer.line, layer.written));
    let mut parts: Vec<_> = places.collect();
    parts.push(input.provenance.note.clone());
    parts.retain(|part| !part.is_empty());
    parts.join("; ")
}

fn percent(register: &Register<'_>, share: f64) -> String {
    register.texts.number(100.0 * share.max(0.0), 0) + "%"
}
