//! What the name of an input means, and in which formula it stands.

use ruimtevraag::language::Texts;
use ruimtevraag::scenario::Object;

/// The meaning of an input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meaning {
    /// In one line.
    pub meaning: String,
    /// The formulas, and what the input is in a pathway.
    pub formula: String,
}

/// The meaning of the input of that name; `None` when no field of the model is called so.
pub fn meaning(name: &str, objects: &[Object], texts: &Texts) -> Option<Meaning> {
    let parts: Vec<_> = name.split('.').collect();
    let at = field_at(&parts, objects, texts)?;
    let text = text_of(parts[0], parts[at], texts)?;
    let (meaning, formula) = text.split_once('\n').unwrap_or((&text, ""));
    let part = part_of_pathway(&parts[at + usize::from(at > 0)..], texts);
    let formula: Vec<_> = [formula, part.as_deref().unwrap_or("")]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect();
    Some(Meaning {
        meaning: meaning.to_owned(),
        formula: formula.join("\n"),
    })
}

/// Where in a name its field stands: behind the prefix, or behind an object, region or segment.
fn field_at(parts: &[&str], objects: &[Object], texts: &Texts) -> Option<usize> {
    let prefix = parts[0];
    if text_of(prefix, prefix, texts).is_some() {
        return Some(0);
    }
    let is_field = |at: &usize| text_of(prefix, parts[*at], texts).is_some();
    // An object may be called as a field is.
    let is_object = |object: &Object| {
        object.prefix == prefix && parts.get(1) == Some(&object.description.id.as_str())
    };
    let first = if parts.len() > 2 && is_field(&2) && objects.iter().any(is_object) {
        2
    } else {
        1
    };
    (first..parts.len()).find(is_field)
}

fn text_of(prefix: &str, field: &str, texts: &Texts) -> Option<String> {
    let keys = if prefix == field {
        [format!("field-{prefix}"), String::new()]
    } else {
        [
            format!("field-{prefix}-{field}"),
            format!("field-any-{field}"),
        ]
    };
    keys.into_iter().find_map(|key| {
        let text = texts.get(&key);
        (!key.is_empty() && text != key).then_some(text)
    })
}

/// What an input is in a pathway, by the parts of its name behind the field.
fn part_of_pathway(rest: &[&str], texts: &Texts) -> Option<String> {
    let (last, before) = rest.split_last()?;
    let grows = before.last() == Some(&"growth");
    let is_year = last.parse::<u16>().is_ok();
    let key = match *last {
        _ if is_year && grows => "field-part-growth",
        _ if is_year => "field-part-year",
        "start" => "field-part-start",
        "now" if grows => "field-part-now",
        "later" if grows => "field-part-later",
        "decay" if grows => "field-part-decay",
        "elasticity" => "field-part-elasticity",
        "structural_error" => "field-part-structural_error",
        _ => return None,
    };
    Some(texts.format(key, &[("year", last)]))
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use ruimtevraag::language::Language;
    use ruimtevraag::scenario::{self, Scenario};

    use super::super::super::job;
    use super::*;

    fn dutch(name: &str) -> Meaning {
        meaning(name, &[], &Texts::new(Language::Nl)).unwrap()
    }

    /// Every scenario that is shipped, the first with every policy variant.
    fn shipped() -> Vec<Scenario> {
        let folder = |name: &str| job::files_of(&[Path::new(name).to_owned()]).unwrap();
        let variants = folder("scenarios/beleid");
        let variants: Vec<_> = variants.iter().map(PathBuf::as_path).collect();
        let first = Path::new("scenarios/nota-ruimte.toml");
        let mut scenarios = vec![scenario::load_with_variants(first, &variants).unwrap()];
        let others = ["scenarios", "scenarios/published", "scenarios/sjabloon"];
        for path in others.iter().flat_map(|name| folder(name)) {
            scenarios.push(scenario::load(&path).unwrap());
        }
        scenarios
    }

    #[test]
    fn every_input_of_every_shipped_scenario_has_a_meaning_and_a_formula_in_both_languages() {
        let mut seen = 0;
        for texts in Language::ALL.map(Texts::new) {
            for scenario in shipped() {
                let objects = &scenario.inventory.objects;
                for one in &scenario.inventory.uses {
                    for name in [&one.place, &one.row] {
                        let found = meaning(name, objects, &texts);
                        let found = found.unwrap_or_else(|| panic!("no text for `{name}`"));
                        assert!(!found.formula.is_empty(), "no formula for `{name}`");
                        seen += 1;
                    }
                }
            }
        }
        assert!(seen > 2_000, "{seen}");
    }

    #[test]
    fn objects_segments_regions_and_years_are_no_fields() {
        let own = dutch("industry.rotterdam.green_return");
        assert_eq!(own, dutch("industry.green_return"));
        assert!(own.meaning.starts_with("r: "), "{own:?}");
        assert!(own.formula.contains("G0·v̄·r·M"), "{own:?}");
        assert_eq!(
            dutch("supply.NL36.wet-hmc.stock").meaning,
            dutch("supply.stock").meaning
        );
        assert_eq!(dutch("net_to_gross.campus"), dutch("net_to_gross"));
        assert!(
            dutch("industry.production.growth.2030")
                .formula
                .contains("2030")
        );
        let names = [
            "campus.jobs_index.growth.now",
            "industry.production.elasticity",
        ];
        for name in names {
            assert!(dutch(name).formula.contains("Hier: "), "{name}");
        }
    }

    #[test]
    fn what_no_object_asks_for_has_no_meaning() {
        let texts = Texts::new(Language::Nl);
        for name in [
            "industry",
            "industry.rotterdam",
            "industry.jobs",
            "nonsense.area",
        ] {
            assert_eq!(meaning(name, &[], &texts), None, "{name}");
        }
    }
}
