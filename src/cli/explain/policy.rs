//! One lever or one policy variant.

use ruimtevraag::scenario::{PolicyLever, PolicyVariant};

use super::input::{operation, shortened};
use super::list;
use super::page::{Page, Row};
use super::register::Register;

/// The lever of that name, with or without `lever.` before it.
pub fn lever_page(register: &Register<'_>, name: &str) -> Option<String> {
    let texts = register.texts;
    let id = name.strip_prefix("lever.").unwrap_or(name);
    let levers = register.distinct_levers();
    let lever = levers
        .into_iter()
        .find(|lever| lever.description.id.as_str() == id)?;
    let title = lever.description.name.get(texts.language());
    let mut page = Page::new(&format!("{id}: {title}"));
    let kind = texts.get(&format!("kind-lever-{}", lever.kind));
    page.pair(
        &texts.get("explain-kind"),
        &format!("{} – {kind}", lever.kind),
    );
    let variants = register.variants_with(lever);
    page.pair(&texts.get("explain-variant"), &variants);
    page.pair(&texts.get("explain-decision"), &register.decision(lever));
    add_moves(register, lever, &mut page);
    let formula = if lever.site.is_some() {
        "kind-formula-plan"
    } else {
        "kind-formula-lever"
    };
    page.pair(&texts.get("explain-formula"), &texts.get(formula));
    if let Some(moving) = &lever.lever {
        let strength = register.median_strength(moving);
        page.pair(&texts.get("explain-strength"), &strength);
        page.pair("", &texts.get("explain-strength-note"));
    }
    page.pair(&texts.get("explain-cost"), &cost(register, lever));
    let start = format!("lever.{id}");
    let rows = list::rows_below(register, &start, &register.places_below(&start));
    page.space();
    page.text(&texts.get("explain-inputs"));
    page.table(&with_notes(register, &start, rows), &list::NUMBERS);
    Some(page.finish())
}

/// The rows with the reasons of the values under them.
fn with_notes(register: &Register<'_>, start: &str, mut rows: Vec<Row>) -> Vec<Row> {
    for row in &mut rows {
        let name = row.cells.first().map(|name| format!("{start}.{name}"));
        let value = name.and_then(|name| register.value(&name));
        if let Some(value) = value {
            row.note.clone_from(&value.input.provenance.note);
        }
    }
    rows
}

fn add_moves(register: &Register<'_>, lever: &PolicyLever, page: &mut Page) {
    let (texts, scenario) = (register.texts, register.scenario);
    let label = texts.get("explain-moves");
    if let Some(site) = &lever.site {
        let region = scenario.regions.get(site.cell.region.0);
        let region = region.map_or("", |region| region.name.get(texts.language()));
        let segment = texts.get(&format!("segment-{}", site.cell.segment));
        let values = [("region", region), ("segment", segment.as_str())];
        page.pair(&label, &texts.format("explain-moves-none", &values));
    }
    let Some(moving) = &lever.lever else {
        return;
    };
    let mut names: Vec<String> = Vec::new();
    for target in &moving.targets {
        let uses = scenario.inventory.uses.iter();
        let mut places = uses.filter(|one| one.input == target.input && one.place != one.row);
        // A column of one place goes by that place, a column of several by its own name.
        let name = match (places.next(), places.next()) {
            (Some(only), None) => Some(only.place.clone()),
            _ => scenario
                .inputs
                .get(target.input.0)
                .map(|input| input.name.to_string()),
        };
        names.extend(name);
    }
    page.pair(&label, &shortened(register, &names));
    if let Some(target) = moving.targets.first() {
        page.pair("", &operation(register, target.operation));
    }
}

fn cost(register: &Register<'_>, lever: &PolicyLever) -> String {
    let texts = register.texts;
    let cost = lever.cost;
    let parts = [
        (cost.fixed.is_some(), "cost_fixed"),
        (cost.per_ha.is_some(), "cost_per_ha × hectares"),
        (cost.per_year.is_some(), "cost_per_year"),
    ];
    let given: Vec<_> = parts
        .iter()
        .filter(|(is_given, _)| *is_given)
        .map(|(_, name)| *name)
        .collect();
    if given.is_empty() {
        return texts.get("explain-no-cost");
    }
    let names = given.join(", ");
    let formula = texts.get("kind-formula-cost");
    format!(
        "{formula}\n{}",
        texts.format("explain-cost-list", &[("names", &names)])
    )
}

/// The policy variant of that name.
pub fn variant_page(register: &Register<'_>, name: &str) -> Option<String> {
    let texts = register.texts;
    let variants = register.scenario.variants.iter();
    let variant = { variants }.find(|variant| variant.id.as_str() == name)?;
    let title = variant.title.get(texts.language());
    let mut page = Page::new(&format!("{name}: {title}"));
    page.pair(&texts.get("explain-kind"), &texts.get("explain-variant"));
    let description = variant.description.get(texts.language());
    if !description.is_empty() {
        page.pair(&texts.get("explain-note"), description);
    }
    if let Some(year) = variant.price_year {
        page.pair(&texts.get("explain-price-year"), &year.to_string());
    }
    page.space();
    page.text(&texts.get("explain-levers"));
    page.table(&lever_rows(register, variant), &[]);
    Some(page.finish())
}

fn lever_rows(register: &Register<'_>, variant: &PolicyVariant) -> Vec<Row> {
    let texts = register.texts;
    let row = |lever: &PolicyLever| Row {
        cells: vec![
            lever.description.id.to_string(),
            register.decision(lever),
            texts.get(&format!("kind-lever-{}", lever.kind)),
        ],
        note: lever.description.name.get(texts.language()).to_owned(),
    };
    variant.levers.iter().map(row).collect()
}
