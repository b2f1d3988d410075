use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::texts::source;
use super::*;

const NL: Language = Language::Nl;
const EN: Language = Language::En;

/// Every key of a file with the names of its values.
fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut within = Vec::new();
    let mut key = String::new();
    for line in source(language).lines() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        if !line.starts_with(' ') {
            let (name, _) = line.split_once(" =").unwrap();
            key = name.to_owned();
            assert!(
                found.insert(key.clone(), BTreeSet::new()).is_none(),
                "`{key}` stands twice in {language}"
            );
        }
        let values = line.split('$').skip(1).map(|rest| {
            let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
            rest.chars().take_while(|&c| is_part(c)).collect::<String>()
        });
        found.get_mut(&key).unwrap().extend(values);
        let references = line.split("{ ").skip(1).filter_map(|rest| {
            let name = rest.split(" }").next()?;
            name.bytes()
                .all(|b| b.is_ascii_lowercase() || b == b'-')
                .then_some(name)
        });
        within.extend(references.map(|reference| (key.clone(), reference.to_owned())));
    }
    // A text in a text takes its values along.
    for (key, reference) in within {
        let values = found[&reference].clone();
        found.get_mut(&key).unwrap().extend(values);
    }
    found
}

#[test]
fn both_languages_have_the_same_keys_with_the_same_values() {
    let dutch = messages(NL);
    assert!(dutch.len() > 50);
    assert_eq!(dutch, messages(EN));
}

#[test]
fn every_message_is_parsed_and_formats_to_a_text() {
    for language in Language::ALL {
        let parsed = fluent_bundle::FluentResource::try_new(source(language));
        assert!(parsed.is_ok(), "{language}: {:?}", parsed.err().unwrap().1);
        let texts = Texts::new(language);
        for (key, values) in messages(language) {
            let values: Vec<_> = values.iter().map(|name| (name.as_str(), "⌘")).collect();
            let text = texts.format(&key, &values);
            assert!(!text.trim().is_empty(), "{key}");
            assert_ne!(text, key);
            assert!(!text.contains(['{', '}', '\u{2068}']), "{key}: {text}");
            assert_eq!(text.contains('⌘'), !values.is_empty(), "{key}: {text}");
        }
    }
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The string literals of a source file that look like keys, without those in its tests.
fn kebab_literals(code: &str) -> BTreeSet<String> {
    let shipped = code.split("#[cfg(test)]").next().unwrap();
    shipped
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.split('"').skip(1).step_by(2))
        .filter(|literal| literal.contains('-'))
        .filter(|literal| {
            literal
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_{}".contains(c))
        })
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_key_that_the_sources_use_exists() {
    let messages = messages(NL);
    let first_word = |key: &str| key.split('-').next().unwrap().to_owned();
    let first_words: BTreeSet<_> = messages.keys().map(|key| first_word(key)).collect();
    let mut files = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    rust_files(&root, &mut files);
    let mut seen = 0;
    for file in files {
        let code = fs::read_to_string(&file).unwrap();
        if !code.contains("texts") || file.ends_with("tests.rs") {
            continue;
        }
        for literal in kebab_literals(&code) {
            if !first_words.contains(&first_word(&literal)) {
                continue;
            }
            // `sector-{sector}` stands for all keys that begin with `sector-`.
            let is_there = match literal.split_once('{') {
                Some((start, _)) => messages.keys().any(|key| key.starts_with(start)),
                None => messages.contains_key(&literal),
            };
            assert!(is_there, "{}: no text `{literal}`", file.display());
            seen += 1;
        }
    }
    assert!(seen > 20, "the keys were not found in the sources");
}

/// What stands between quotes in the sources, also as a part of a key would write it.
fn literals() -> BTreeSet<String> {
    let mut files = Vec::new();
    rust_files(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut files,
    );
    let mut found = BTreeSet::new();
    for file in files {
        let code = fs::read_to_string(&file).unwrap();
        let lines = code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        for literal in lines.flat_map(|line| line.split('"').skip(1).step_by(2)) {
            found.insert(literal.replace(' ', "-"));
            found.extend(literal.split(['.', '{', '}']).map(str::to_owned));
            found.insert(literal.to_owned());
        }
    }
    found
}

/// Whether a key is made of these parts with words between them.
fn is_made_of(key: &str, parts: &[&str], words: &BTreeSet<String>) -> bool {
    let [first, others @ ..] = parts else {
        return false;
    };
    let Some(rest) = key.strip_prefix(first) else {
        return false;
    };
    let fits = |end: usize| words.contains(&rest[..end]) && is_made_of(&rest[end..], others, words);
    if others.is_empty() {
        rest.is_empty()
    } else {
        (1..=rest.len()).any(fits)
    }
}

#[test]
fn every_text_is_used() {
    let literals = literals();
    let source = source(NL);
    // `outcome-{kind}`: what stands before and behind each name.
    let patterns = literals.iter().filter(|literal| literal.contains('{'));
    let parts = patterns.map(|literal| {
        let ends = |part: &'_ str| part.find('}').map_or(0, |at| at + 1);
        let parts = literal.split('{').enumerate();
        let parts = parts.map(|(place, part)| {
            if place == 0 {
                part
            } else {
                &part[ends(part)..]
            }
        });
        parts.collect::<Vec<_>>()
    });
    let patterns: Vec<_> = parts.filter(|parts| parts.concat().contains('-')).collect();
    for key in messages(NL).keys() {
        let is_used = literals.contains(key) || source.contains(&format!("{{ {key} }}")) || {
            patterns.iter()
        }
        .any(|parts| is_made_of(key, parts, &literals));
        assert!(is_used, "nothing says `{key}`");
    }
}

#[test]
fn a_key_that_does_not_exist_is_shown_as_it_is() {
    assert_eq!(Texts::new(NL).get("no-such-text"), "no-such-text");
}

#[test]
fn values_are_filled_in_as_they_are() {
    let texts = Texts::new(NL);
    let text = texts.format("run-left-in", &[("folder", "output/a{b}")]);
    assert!(text.contains("output/a{b}"), "{text}");
}

#[test]
fn one_of_something_is_not_several() {
    let line = |language, number| {
        let names = ["industry", "circular", "campus", "benchmarks"];
        let values = names.map(|name| (name, number));
        Texts::new(language).format("check-line", &values)
    };
    let text = line(NL, "1");
    assert!(
        text.contains("1 industriecluster, 1 circulair object, 1 campus, 1 gepubliceerd cijfer"),
        "{text}"
    );
    let text = line(NL, "1.001");
    assert!(
        text.contains("1.001 industrieclusters, 1.001 circulaire objecten"),
        "{text}"
    );
    assert!(line(EN, "1").contains("1 campus, 1 published figure"));
    assert!(line(EN, "0").contains("0 campuses, 0 published figures"));
}

/// Names of several things that texts count.
const SEVERAL: [&str; 27] = [
    "trekkingen",
    "scenario's",
    "gevallen",
    "maatregelen",
    "pakketten",
    "invoeren",
    "grootheden",
    "waarden",
    "varianten",
    "beleidsvarianten",
    "cijfers",
    "punten",
    "startpunten",
    "aannames",
    "draws",
    "scenarios",
    "cases",
    "levers",
    "packages",
    "inputs",
    "quantities",
    "values",
    "variants",
    "figures",
    "points",
    "assumptions",
    "regions",
];
/// Words behind which a number counts something else.
const APART: [&str; 19] = [
    "af", "and", "as", "bij", "de", "en", "from", "goes", "in", "is", "keer", "met", "naarmate",
    "of", "the", "times", "to", "van", "with",
];

/// Texts that are said of two or more only.
const OF_SEVERAL: [&str; 1] = ["report-message-variants-little"];

/// Several things right behind the number one in a text.
fn several_of_one(text: &str) -> Option<&str> {
    text.split("1 ").skip(1).find_map(|rest| {
        let words = rest.split_whitespace();
        let counted = words.take_while(|word| !APART.contains(word));
        let ends = |word: &str| word.ends_with([',', '.', ';', ':', ')']);
        let mut is_over = false;
        counted
            .take_while(|word| !std::mem::replace(&mut is_over, ends(word)))
            .find(|word| SEVERAL.contains(&word.trim_end_matches([',', '.', ';', ':', ')'])))
    })
}

#[test]
fn no_text_says_several_of_one_thing() {
    assert_eq!(several_of_one("uit 1 trekkingen."), Some("trekkingen."));
    assert_eq!(several_of_one("1 van de trekkingen"), None);
    for language in Language::ALL {
        let texts = Texts::new(language);
        let all = messages(language).into_iter();
        for (key, values) in all.filter(|(key, _)| !OF_SEVERAL.contains(&key.as_str())) {
            let values: Vec<_> = values.iter().map(|name| (name.as_str(), "1")).collect();
            let text = texts.format(&key, &values);
            assert_eq!(several_of_one(&text), None, "{language}, {key}: {text}");
        }
    }
}

#[test]
fn languages_have_the_names_of_the_command_line() {
    assert_eq!("nl".parse(), Ok(NL));
    assert_eq!("en".parse(), Ok(EN));
    assert_eq!(EN.to_string(), "en");
    assert_eq!(Language::default(), NL);
    let error = "de".parse::<Language>().unwrap_err();
    assert!(error.to_string().contains("`de`"));
}

#[test]
fn a_missing_translation_gives_the_other_language() {
    let both = Localised {
        nl: "vraag".to_owned(),
        en: "need".to_owned(),
    };
    assert_eq!((both.get(NL), both.get(EN)), ("vraag", "need"));
    let dutch = Localised {
        nl: "vraag".to_owned(),
        en: String::new(),
    };
    assert_eq!(dutch.get(EN), "vraag");
    let english = Localised {
        nl: String::new(),
        en: "need".to_owned(),
    };
    assert_eq!(english.get(NL), "need");
    assert_eq!(Localised::same("Moerdijk").get(EN), "Moerdijk");
}

#[test]
fn hectares_have_one_decimal_below_ten_and_marks_between_thousands() {
    let (dutch, english) = (Texts::new(NL), Texts::new(EN));
    for (value, nl, en) in [
        (0.0, "0", "0"),
        (0.04, "0,0", "0.0"),
        (-0.04, "0,0", "0.0"),
        (3.149, "3,1", "3.1"),
        (9.94, "9,9", "9.9"),
        (9.96, "10", "10"),
        (-9.96, "\u{2212}10", "\u{2212}10"),
        (999.4, "999", "999"),
        (999.6, "1.000", "1,000"),
        (1234.5678, "1.235", "1,235"),
        (-1_234_567.0, "\u{2212}1.234.567", "\u{2212}1,234,567"),
    ] {
        assert_eq!(dutch.hectares(value), nl);
        assert_eq!(english.hectares(value), en);
    }
}

#[test]
fn numbers_that_cannot_be_written_out_do_not_break_the_text() {
    let texts = Texts::new(NL);
    assert_eq!(texts.hectares(f64::NAN), "–");
    assert_eq!(texts.hectares(f64::INFINITY), "∞");
    assert_eq!(texts.number(f64::NEG_INFINITY, 2), "\u{2212}∞");
    assert_eq!(texts.hectares(1.234e300), "1,23e300");
    assert_eq!(texts.percent(f64::NAN), "–%");
}

#[test]
fn counts_are_whole() {
    assert_eq!(Texts::new(NL).whole(0), "0");
    assert_eq!(Texts::new(NL).whole(100), "100");
    assert_eq!(Texts::new(NL).whole(10_000), "10.000");
    assert_eq!(Texts::new(EN).whole(1_000_000), "1,000,000");
}

#[test]
fn significant_digits_are_three_and_whole_units_stay() {
    let texts = Texts::new(EN);
    for (value, written) in [
        (0.0, "0"),
        (0.5, "0.5"),
        (0.012_345, "0.0123"),
        (1.0, "1"),
        (1.2345, "1.23"),
        (9.996, "10"),
        (12.345, "12.3"),
        (100.0, "100"),
        (123.45, "123"),
        (1234.5, "1,234"),
        (-0.25, "\u{2212}0.25"),
        (1.5e-9, "1.50e-9"),
        (1.5e20, "1.50e20"),
        (-2e15, "\u{2212}2.00e15"),
        (f64::INFINITY, "∞"),
    ] {
        assert_eq!(texts.significant(value), written);
    }
    assert_eq!(texts.significant(f64::NAN), "–");
    assert_eq!(Texts::new(NL).significant(0.012_345), "0,0123");
}

#[test]
fn a_calendar_year_has_no_mark_and_a_number_of_years_is_like_any_other() {
    let dutch = Texts::new(NL);
    for unit in ["year", "jaar"] {
        assert_eq!(dutch.figure(2040.6, unit), "2041");
        assert_eq!(dutch.quantity(2041.0, unit), "2041");
        assert_eq!(dutch.number_in(unit, 2040.5, 1), "2040,5");
        assert_eq!(dutch.figure(3.25, unit), "3,2");
        assert_eq!(dutch.quantity(0.254, unit), "0,254");
        assert_eq!(dutch.figure(f64::INFINITY, unit), "∞");
    }
    assert_eq!(dutch.figure(2041.0, "ha net"), "2.041");
    assert_eq!(dutch.number_in("ha netto", 2041.0, 0), "2.041");
}

#[test]
fn what_has_no_unit_has_no_brackets() {
    let texts = Texts::new(NL);
    assert_eq!(texts.in_unit("Tekort", &texts.unit("-")), "Tekort");
    assert_eq!(
        texts.in_unit("Saldo", &texts.unit("ha net")),
        "Saldo (ha netto)"
    );
    assert_eq!(texts.unit("banen"), "banen");
}

#[test]
fn percentages_never_round_to_certainty() {
    let texts = Texts::new(NL);
    for (fraction, written) in [
        (0.0, "0%"),
        (0.0001, "<0,1%"),
        (0.004, "0,4%"),
        (0.123, "12%"),
        (0.5, "50%"),
        (0.994, "99,4%"),
        (0.9995, ">99,9%"),
        (0.9999, ">99,9%"),
        (1.0, "100%"),
        (1.5, "150%"),
    ] {
        assert_eq!(texts.percent(fraction), written);
    }
}
