use super::*;
use crate::chart::samples;
use crate::language::Language;

/// A specification with the first row of each of its data only: the shape, not the figures.
fn shortened(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| match (name.as_str(), value) {
                ("values", Value::Array(rows)) => (name.clone(), json!(rows.first())),
                _ => (name.clone(), shortened(value)),
            })
            .collect(),
        Value::Array(values) => values.iter().map(shortened).collect(),
        other => other.clone(),
    }
}

#[test]
fn every_kind_of_chart_keeps_its_specification() {
    let texts = Texts::new(Language::Nl);
    for chart in samples::all() {
        let Some(specification) = specification(&chart, &texts) else {
            continue;
        };
        let specification = shortened(&specification);
        let written = serde_json::to_string_pretty(&specification).unwrap();
        insta::assert_snapshot!(chart.name.clone(), written);
    }
}

#[test]
fn numbers_are_short_and_what_is_not_finite_is_null() {
    assert_eq!(number(1_234.567_89), json!(1234.57));
    assert_eq!(number(-0.000_123_456_7), json!(-0.000_123_457));
    assert_eq!(number(f64::NAN), Value::Null);
    assert_eq!(number(f64::INFINITY), Value::Null);
}

/// Every text of a specification.
fn texts_in(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| texts_in(value, found)),
        Value::Object(fields) => fields.values().for_each(|value| texts_in(value, found)),
        _ => {}
    }
}

#[test]
fn a_specification_names_no_address_and_speaks_the_language_of_its_reader() {
    for language in Language::ALL {
        let texts = Texts::new(language);
        for chart in samples::all() {
            let mut found = Vec::new();
            let specification = specification(&chart, &texts).unwrap_or_default();
            texts_in(&specification, &mut found);
            assert!(
                found.iter().all(|text| !text.contains("http")),
                "{}",
                chart.name
            );
            let missing = |text: &&String| {
                ["chart-", "column-"]
                    .iter()
                    .any(|key| text.starts_with(key))
            };
            assert_eq!(found.iter().find(missing), None, "{}", chart.name);
        }
        assert_eq!(
            locale(&texts)["decimal"],
            if language == Language::Nl { "," } else { "." }
        );
    }
}
