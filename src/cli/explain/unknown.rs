//! A name that stands for nothing: what it looks most like.

use std::collections::BTreeSet;

use ruimtevraag::model::OutcomeKind;
use ruimtevraag::scenario::{Evidence, nearest};

use super::register::Register;

/// What is said of a name that the scenario does not know.
pub fn message(register: &Register<'_>, name: &str) -> String {
    let known = known(register);
    let near = nearest(name, known.iter().map(String::as_str));
    let hint = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    format!(
        "scenario `{}` has no input, object, pathway, outcome, source or lever `{name}`{hint}",
        register.scenario.id
    )
}

/// Every name that can be explained.
fn known(register: &Register<'_>) -> BTreeSet<String> {
    let scenario = register.scenario;
    let inventory = &scenario.inventory;
    let mut known = BTreeSet::new();
    known.extend(OutcomeKind::ALL.map(|kind| kind.name().to_owned()));
    known.extend(Evidence::ALL.map(|grade| grade.name().to_owned()));
    for one in &inventory.uses {
        known.extend([one.place.clone(), one.row.clone()]);
    }
    for one in &inventory.pathways {
        known.extend([one.place.clone(), one.name.clone()]);
    }
    for object in &inventory.objects {
        known.extend([object.description.id.to_string(), object.start()]);
        known.insert(object.prefix.to_owned());
    }
    known.extend(scenario.sources.iter().map(|source| source.id.to_string()));
    for (variant, lever) in register.levers() {
        known.extend([variant.id.to_string(), lever.description.id.to_string()]);
    }
    known
}
