//! One pathway: its shape, its inputs, and the path along which their medians lead.

use ruimtevraag::model::{Join, Pathway, PathwayShape};
use ruimtevraag::scenario::PathwayUse;
use ruimtevraag::units::Year;

use super::list;
use super::page::Page;
use super::register::Register;

/// The pathway of that name, or the one that fills the place of that name. A constant without any
/// addition is an input and nothing more.
pub fn page(register: &Register<'_>, name: &str) -> Option<String> {
    let uses = &register.scenario.inventory.pathways;
    let mut distinct: Vec<&PathwayUse> = Vec::new();
    for one in uses
        .iter()
        .filter(|one| one.place == name || one.name == name)
    {
        if distinct.iter().all(|other| other.pathway != one.pathway) {
            distinct.push(one);
        }
    }
    let parts: Vec<_> = distinct
        .into_iter()
        .filter_map(|one| section(register, name, one))
        .collect();
    (!parts.is_empty()).then(|| parts.join("\n"))
}

fn section(register: &Register<'_>, name: &str, one: &PathwayUse) -> Option<String> {
    let (texts, scenario) = (register.texts, register.scenario);
    let pathway = scenario.system.pathways.get(one.pathway.0)?;
    if is_plain_constant(pathway) {
        return None;
    }
    let mut page = Page::new(&format!("{name}: {}", texts.get("explain-pathway")));
    if one.name != name {
        let filled = texts.format("explain-filled-note", &[("row", &one.name)]);
        page.pair(&texts.get("explain-filled"), &filled);
    }
    let objects = &scenario.inventory.objects;
    if let Some(found) = super::dictionary::meaning(name, objects, texts) {
        page.pair(&texts.get("explain-meaning"), &found.meaning);
        page.pair(&texts.get("explain-formula"), &found.formula);
    }
    page.pair(&texts.get("explain-shape"), &shape(register, pathway));
    let served = scenario.inventory.pathways.iter();
    let served = served.filter(|other| other.pathway == one.pathway);
    let owners = served.filter_map(|other| other.place.split('.').nth(1));
    let owners: Vec<_> = owners.map(str::to_owned).collect();
    if owners.len() > 1 {
        let owners = super::input::shortened(register, &owners);
        page.pair(&texts.get("explain-serves"), &owners);
    }
    let path = register.median_path(pathway);
    page.pair(&texts.get("explain-median-path"), &path);
    page.pair("", &texts.get("explain-median-path-note"));
    page.space();
    page.text(&texts.get("explain-inputs"));
    let mut places = register.places_below(&one.place);
    places.extend(register.place(&one.place));
    let rows = list::rows_below(register, &one.place, &places);
    page.table(&rows, &list::NUMBERS);
    Some(page.finish())
}

fn is_plain_constant(pathway: &Pathway) -> bool {
    let is_constant = matches!(pathway.shape, PathwayShape::Constant(_));
    is_constant && pathway.elasticity.is_none() && pathway.structural_error.is_none()
}

fn shape(register: &Register<'_>, pathway: &Pathway) -> String {
    let texts = register.texts;
    let mut lines = vec![match &pathway.shape {
        PathwayShape::Constant(_) => texts.get("explain-shape-constant"),
        PathwayShape::Growth { periods, .. } => {
            let years = years(periods.iter().map(|period| period.until));
            texts.format("explain-shape-growth", &[("years", &years)])
        }
        PathwayShape::Anchors { points, join } => {
            let years = years(points.iter().map(|(year, _)| *year));
            let join = texts.get(match join {
                Join::Linear => "explain-join-linear",
                Join::Geometric => "explain-join-geometric",
                Join::Logistic => "explain-join-logistic",
            });
            let values = [("years", years.as_str()), ("join", &join)];
            texts.format("explain-shape-anchors", &values)
        }
        PathwayShape::FadingGrowth { .. } => texts.get("explain-shape-fading"),
    }];
    if pathway.elasticity.is_some() {
        lines.push(texts.get("explain-shape-elasticity"));
    }
    if pathway.structural_error.is_some() {
        lines.push(texts.get("explain-shape-error"));
    }
    lines.join("\n")
}

fn years(years: impl Iterator<Item = Year>) -> String {
    let years: Vec<_> = years.map(|year| year.to_string()).collect();
    years.join(", ")
}
