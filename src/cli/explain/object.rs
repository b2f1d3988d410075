//! One object: what it is, its formula, and all its inputs, own and shared.

use ruimtevraag::scenario::{InputUse, Location, Object};

use super::input::passes;
use super::list;
use super::page::Page;
use super::register::Register;

/// A page for every object that is called `id`.
pub fn pages(register: &Register<'_>, id: &str) -> Vec<String> {
    let objects = register.objects(id);
    objects
        .into_iter()
        .map(|object| page(register, object))
        .collect()
}

fn page(register: &Register<'_>, object: &Object) -> String {
    let texts = register.texts;
    let name = object.description.name.get(texts.language());
    let mut page = Page::new(&format!("{}: {name}", object.description.id));
    add_facts(register, object, &mut page);
    let places = register.places_below(&object.start());
    page.pair(
        &texts.get("explain-formula"),
        &formula(register, object, &places),
    );
    add_related(register, object, &mut page);
    let mut rows = list::rows_below(register, &object.start(), &places);
    for start in starts_of_related(register, object) {
        for place in register.places_below(&start) {
            if let Some(value) = register.filling(place) {
                let is_own = value.name == place.place;
                rows.push(list::row_at(register, &place.place, value, is_own));
            }
        }
    }
    page.space();
    page.text(&texts.get("explain-inputs"));
    page.table(&rows, &list::NUMBERS);
    page.finish()
}

/// The formulas of its kind, without those of land, stocks and technologies that it does not have.
fn formula(register: &Register<'_>, object: &Object, places: &[&InputUse]) -> String {
    let texts = register.texts;
    let all = texts.get(&format!("kind-{}-formula", object.kind));
    let has = |field: &str| {
        let place = format!("{}.{field}", object.start());
        places.iter().any(|one| one.place == place)
    };
    if object.kind == "cluster" && !has("area") {
        return texts.get("kind-formula-technology");
    }
    let left_out = match object.kind {
        "cluster" if technologies(register, object).is_empty() => "kind-formula-technology",
        "stream" if !has("stored_share") => "kind-formula-storage",
        _ => return all,
    };
    let left_out = texts.get(left_out);
    let lines = all.lines().filter(|line| *line != left_out);
    let lines: Vec<_> = lines.collect();
    lines.join("\n")
}

/// The starts of inputs of what an object follows, passes and has: transition, activities, events.
fn starts_of_related(register: &Register<'_>, object: &Object) -> Vec<String> {
    let transition = object.transition.iter();
    let mut starts: Vec<_> = transition
        .map(|name| format!("transition.{name}"))
        .collect();
    let objects = register.scenario.inventory.objects.iter();
    starts.extend(
        objects
            .filter(|other| {
                let id = other.description.id.as_str();
                let is_passed = other.kind == "activity" && passes(register, object, id);
                is_passed || is_event_of(other, object)
            })
            .map(Object::start),
    );
    starts
}

fn is_event_of(event: &Object, object: &Object) -> bool {
    let id = object.description.id.as_str();
    event.of.as_deref() == Some(id) && object.sector.is_some()
}

/// The technologies of which a part may come to a cluster.
fn technologies<'a>(register: &Register<'a>, cluster: &Object) -> Vec<&'a Object> {
    let objects = register.scenario.inventory.objects.iter();
    let comes_here = |other: &&Object| {
        let place = format!("{}.cluster.{}", other.start(), cluster.description.id);
        cluster.kind == "cluster" && register.place(&place).is_some()
    };
    objects.filter(comes_here).collect()
}

fn add_facts(register: &Register<'_>, object: &Object, page: &mut Page) {
    let (texts, scenario) = (register.texts, register.scenario);
    let mut pair = |key: &str, text: &str| page.pair(&texts.get(key), text);
    pair("explain-kind", &texts.get(&format!("kind-{}", object.kind)));
    if let Some(sector) = object.sector {
        pair("explain-sector", &texts.get(&format!("sector-{sector}")));
    }
    if let Some(of) = &object.of {
        pair("explain-belongs-to", of);
    }
    let region = object
        .region
        .and_then(|region| scenario.regions.get(region.0));
    let region = region.map(|region| {
        let name = region.name.get(texts.language());
        format!("{name} ({})", region.id)
    });
    let regions = region.or_else(|| shares(register, object, "region"));
    if let Some(regions) = regions {
        pair("explain-region", &regions);
    }
    if let Some(location) = location(register, object) {
        pair("explain-location", &location);
    }
    let segment = object
        .segment
        .map(|segment| texts.get(&format!("segment-{segment}")));
    let segments = segment.or_else(|| shares(register, object, "segment"));
    if let Some(segments) = segments {
        pair("explain-segment", &segments);
    }
    if let Some(transition) = &object.transition {
        pair("explain-transition", transition);
    }
    if let Some(status) = &object.status {
        pair("explain-status", status);
    }
}

/// Where an object lies and how that is known.
fn location(register: &Register<'_>, object: &Object) -> Option<String> {
    let (texts, scenario) = (register.texts, register.scenario);
    let of_object = |location: &&Location| {
        let description = &scenario.entities[location.entity];
        object.sector.is_some() && description.id == object.description.id
    };
    let found = scenario.locations.iter().find(of_object)?;
    let evidence = found.provenance.evidence.name();
    let degrees = |degrees: f64| texts.number(degrees, 2);
    let values = [
        ("lon", &*degrees(found.longitude_deg)),
        ("lat", &degrees(found.latitude_deg)),
        ("grade", &texts.get(&format!("evidence-{evidence}"))),
        ("note", &found.provenance.note),
    ];
    Some(texts.format("explain-location-text", &values))
}

/// Shares over keys from the medians of their weights: `NL36 40%, NL41 60%`.
fn shares(register: &Register<'_>, object: &Object, field: &str) -> Option<String> {
    let start = format!("{}.{field}", object.start());
    let weights: Vec<_> = register
        .places_below(&start)
        .into_iter()
        .filter_map(|place| {
            let value = register.filling(place)?;
            let key = place.place.rsplit('.').next()?;
            Some((key, value.input.distribution.median()))
        })
        .collect();
    let sum: f64 = weights.iter().map(|(_, weight)| weight).sum();
    let written = weights
        .iter()
        .map(|(key, weight)| format!("{key} {}", register.texts.percent(weight / sum)));
    let written: Vec<_> = written.collect();
    (sum > 0.0).then(|| written.join(", "))
}

/// Events of an object, and technologies that come to a cluster.
fn add_related(register: &Register<'_>, object: &Object, page: &mut Page) {
    let texts = register.texts;
    let objects = register.scenario.inventory.objects.iter();
    let events: Vec<_> = objects.filter(|other| is_event_of(other, object)).collect();
    for (key, related) in [
        ("explain-events", events),
        ("explain-technologies", technologies(register, object)),
    ] {
        let described = related.iter().map(|other| {
            let name = other.description.name.get(texts.language());
            format!("{} ({name})", other.description.id)
        });
        let described: Vec<_> = described.collect();
        page.pair(&texts.get(key), &described.join("\n"));
    }
}
