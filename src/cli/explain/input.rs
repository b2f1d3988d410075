//! One value: what it means, what it is, where it stands, whom it serves and what moves it.

use ruimtevraag::model::{InputIndex, Operation, Target};
use ruimtevraag::scenario::{InputUse, Object, PolicyLever, Source};

use super::super::distinct::distinct;
use super::dictionary;
use super::list::figure;
use super::page::Page;
use super::register::{Register, Value};

/// How many places are named one by one.
const MOST_PLACES: usize = 24;

/// The value of that name, or the one that fills the place of that name.
pub fn page(register: &Register<'_>, name: &str) -> Option<String> {
    let mut page = Page::new(name);
    let value = if let Some(value) = register.value(name) {
        value
    } else {
        let place = register.place(name)?;
        let value = register.filling(place)?;
        let key = if value.is_drawn_apart {
            "explain-filled-apart"
        } else {
            "explain-filled-note"
        };
        let texts = register.texts;
        let filled = texts.format(key, &[("row", value.name)]);
        page.pair(&texts.get("explain-filled"), &filled);
        value
    };
    add_meaning(register, name, &mut page);
    add_value(register, value, &mut page);
    add_provenance(register, value, &mut page);
    add_serves(register, value, &mut page);
    add_levers(register, name, value, &mut page);
    Some(page.finish())
}

fn add_meaning(register: &Register<'_>, name: &str, page: &mut Page) {
    let texts = register.texts;
    let objects = &register.scenario.inventory.objects;
    if let Some(found) = dictionary::meaning(name, objects, texts) {
        page.pair(&texts.get("explain-meaning"), &found.meaning);
        page.pair(&texts.get("explain-formula"), &found.formula);
    }
}

fn add_value(register: &Register<'_>, value: &Value<'_>, page: &mut Page) {
    let (texts, input) = (register.texts, value.input);
    page.pair(&texts.get("explain-distribution"), &input.written);
    page.pair(&texts.get("explain-unit"), &input.unit);
    let band = [0.05, 0.5, 0.95].map(|level| figure(register, value, level));
    let mean = texts.quantity(input.distribution.mean(), &input.unit);
    let mean = texts.format("explain-mean", &[("mean", &mean)]);
    let band = format!("{}; {mean}", band.join(" / "));
    page.pair(&texts.get("explain-band"), &band);
}

fn add_provenance(register: &Register<'_>, value: &Value<'_>, page: &mut Page) {
    let (texts, scenario, input) = (register.texts, register.scenario, value.input);
    let provenance = &input.provenance;
    let grade = texts.get(&format!("evidence-{}", provenance.evidence.name()));
    page.pair(&texts.get("explain-evidence"), &grade);
    if let Some(source) = provenance.source.and_then(|at| scenario.sources.get(at)) {
        page.pair(&texts.get("explain-source"), &citation(source));
    }
    if !provenance.note.is_empty() {
        page.pair(&texts.get("explain-note"), &provenance.note);
    }
    if let Some((group, loading)) = input.group {
        let name = &scenario.correlation.names()[group];
        let group = format!("{name} (λ = {})", texts.significant(loading));
        page.pair(&texts.get("explain-group"), &group);
    }
    let last = input.layers.len().saturating_sub(1);
    for (at, layer) in input.layers.iter().enumerate() {
        let mut place = format!("{}:{}  {}", layer.file, layer.line, layer.written);
        if at < last {
            place = format!("{place}  ({})", texts.get("explain-replaced"));
        }
        page.pair(&texts.get("explain-layer"), &place);
    }
}

/// A publication in full.
pub fn citation(source: &Source) -> String {
    let parts = [
        &source.organisation,
        &source.title,
        &source.year,
        &source.url,
    ];
    let parts: Vec<_> = parts
        .into_iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    format!("{}: {}", source.id, parts.join(", "))
}

fn add_serves(register: &Register<'_>, value: &Value<'_>, page: &mut Page) {
    let texts = register.texts;
    let owners = if value.is_shared() {
        owners(&value.uses)
    } else {
        dependents(register, value.name)
    };
    let served = if owners.is_empty() {
        texts.get("explain-only-here")
    } else {
        shortened(register, &owners)
    };
    page.pair(&texts.get("explain-serves"), &served);
    if value.is_drawn_apart {
        page.pair("", &texts.get("explain-serves-apart"));
    }
}

/// The objects that use what a transition, activity, technology or event says.
fn dependents(register: &Register<'_>, name: &str) -> Vec<String> {
    let mut parts = name.split('.');
    let (Some(prefix), Some(id)) = (parts.next(), parts.next()) else {
        return Vec::new();
    };
    let objects = &register.scenario.inventory.objects;
    let depends = |object: &Object| match prefix {
        "transition" => object.transition.as_deref() == Some(id),
        "activity" => passes(register, object, id),
        "technology" => {
            let place = format!("technology.{id}.cluster.{}", object.description.id);
            object.kind == "cluster" && register.place(&place).is_some()
        }
        "event" => {
            let event = objects
                .iter()
                .find(|event| event.start() == format!("event.{id}"));
            let of = event.and_then(|event| event.of.as_deref());
            object.sector.is_some() && of == Some(object.description.id.as_str())
        }
        _ => false,
    };
    let found = objects.iter().filter(|object| depends(object));
    found
        .map(|object| object.description.id.to_string())
        .collect()
}

/// Whether a stream passes an activity.
pub fn passes(register: &Register<'_>, stream: &Object, activity: &str) -> bool {
    let route = format!("{}.route.{activity}", stream.start());
    stream.kind == "stream"
        && (register.place(&route).is_some() || !register.places_below(&route).is_empty())
}

/// The objects, segments or regions whose places these are: the second part of their names.
fn owners(uses: &[&InputUse]) -> Vec<String> {
    let owner = |one: &&InputUse| one.place.split('.').nth(1).map(str::to_owned);
    distinct(uses.iter().filter_map(owner))
}

/// Names in a row, and how many more there are.
pub fn shortened(register: &Register<'_>, names: &[String]) -> String {
    let shown = names.len().min(MOST_PLACES);
    let mut text = names[..shown].join(", ");
    if shown < names.len() {
        let count = register.texts.whole(names.len() - shown);
        let more = register.texts.format("explain-more", &[("count", &count)]);
        text = format!("{text} {more}");
    }
    text
}

/// The levers that move the value, at the place of that name when it names one.
fn add_levers(register: &Register<'_>, name: &str, value: &Value<'_>, page: &mut Page) {
    let texts = register.texts;
    let place = register.place(name).filter(|place| place.row != name);
    for lever in register.distinct_levers() {
        let targets = lever.lever.iter().flat_map(|lever| &lever.targets);
        let is_meant = |target: &&Target| match place {
            Some(place) => place.input == target.input,
            None => value.holds(target.input),
        };
        let moving: Vec<_> = targets.filter(is_meant).collect();
        let Some(first) = moving.first() else {
            continue;
        };
        let mut text = lever_line(register, lever, first);
        if place.is_none() && value.is_shared() {
            let is_moved = |one: &&&InputUse| moving.iter().any(|t| t.input == one.input);
            let moved: Vec<_> = value.uses.iter().filter(is_moved).copied().collect();
            let at = texts.get("explain-moved-at");
            text = format!("{text}\n{at} {}", shortened(register, &owners(&moved)));
        }
        page.pair(&texts.get("explain-moved-by"), &text);
    }
}

fn lever_line(register: &Register<'_>, lever: &PolicyLever, target: &Target) -> String {
    let strength = lever
        .lever
        .as_ref()
        .map(|moving| register.median_strength(moving));
    register.texts.format(
        "explain-moved-in",
        &[
            ("lever", lever.description.id.as_str()),
            ("kind", lever.kind),
            ("variants", &register.variants_with(lever)),
            ("how", &operation(register, target.operation)),
            ("year", &register.decision(lever)),
            ("strength", strength.as_deref().unwrap_or_default()),
        ],
    )
}

/// What becomes of an input x under the strength λ.
pub fn operation(register: &Register<'_>, operation: Operation) -> String {
    let texts = register.texts;
    let amount = |column: InputIndex| {
        let input = register.scenario.inputs.get(column.0);
        input.map_or_else(String::new, |input| {
            format!("{} {}", input.name, input.written)
        })
    };
    match operation {
        Operation::Complement => texts.get("explain-moves-complement"),
        Operation::Shrink => texts.get("explain-moves-shrink"),
        Operation::Multiply(column) => {
            texts.format("explain-moves-multiply", &[("amount", &amount(column))])
        }
        Operation::Add(column) => texts.format("explain-moves-add", &[("amount", &amount(column))]),
    }
}
