//! A scenario file as it stands, before anything in it is given a meaning.
//!
//! These types mirror the file and leave this layer only as a schema. Every field is optional here:
//! what must be there is said by `resolve`, which knows what the layers below already gave.

use std::collections::BTreeMap;
use std::fmt;

use schemars::JsonSchema;
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::problem::{FileIndex, Place, Problem};

/// A scenario file.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawScenario {
    /// The name in tables and folders: letters, digits and hyphens.
    #[schemars(with = "Option<String>")]
    pub id: Option<Spanned<String>>,
    /// The title in charts, in Dutch and English.
    pub title: Option<RawText>,
    /// What the scenario is, in a sentence or two.
    pub description: Option<RawText>,
    /// The scenario file under this one.
    #[schemars(with = "Option<String>")]
    pub extends: Option<Spanned<String>>,
    /// The year in which nothing has been asked for yet.
    #[schemars(with = "Option<i64>")]
    pub base_year: Option<Spanned<i64>>,
    /// The years reported in full detail; the last one ends the computation.
    #[schemars(with = "Option<Vec<i64>>")]
    pub horizons: Option<Spanned<Vec<Spanned<i64>>>>,
    /// The year to which shares "ended by the end" refer; the last horizon when left out.
    #[schemars(with = "Option<i64>")]
    pub complete_year: Option<Spanned<i64>>,
    /// How the scenario is run unless the command line says otherwise.
    pub run: RawRun,
    /// The CSV tables that belong to this file.
    pub tables: RawTables,
    /// How values between named years follow: `linear`, `geometric` or `logistic`, by pathway.
    #[schemars(with = "BTreeMap<String, String>")]
    pub joins: BTreeMap<Spanned<String>, Spanned<String>>,
    /// Which groups of inputs move together.
    pub correlation: RawCorrelation,
    /// Publications, by the id under which they are cited.
    #[schemars(with = "BTreeMap<String, RawSource>")]
    pub sources: BTreeMap<Spanned<String>, RawSource>,
    /// Uncertain inputs, by their dotted name.
    #[schemars(with = "BTreeMap<String, RawInput>")]
    pub inputs: BTreeMap<Spanned<String>, RawInput>,
}

/// A text in Dutch and English.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawText {
    /// In Dutch.
    pub nl: String,
    /// In English; the Dutch text when left out.
    pub en: Option<String>,
}

/// How a scenario is run.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawRun {
    /// How many draws.
    #[schemars(with = "Option<u64>")]
    pub draws: Option<Spanned<i64>>,
    /// The seed of all random streams.
    #[schemars(with = "Option<u64>")]
    pub seed: Option<Spanned<i64>>,
    /// `mc` (Monte Carlo), `lhs` (Latin hypercube) or `sobol` (scrambled Sobol').
    #[schemars(with = "Option<String>")]
    pub design: Option<Spanned<String>>,
}

/// The CSV tables of a file, each one file name or a list of them.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawTables {
    /// Regions: `id;name_nl;name_en`.
    pub regions: FileNames,
    /// What asks for land: clusters, technologies, streams, activities, campuses, events.
    pub objects: FileNames,
    /// Uncertain inputs.
    pub inputs: FileNames,
    /// Publications.
    pub sources: FileNames,
    /// Published figures to hold outcomes against.
    pub benchmarks: FileNames,
}

/// One file name or several.
#[derive(Debug, Default, JsonSchema)]
#[schemars(with = "NameOrNames")]
pub struct FileNames(Vec<Spanned<String>>);

/// What may stand where file names are expected.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum NameOrNames {
    /// One file.
    Name(String),
    /// Several files, in order.
    Names(#[schemars(with = "Vec<String>")] Vec<Spanned<String>>),
}

impl FileNames {
    /// The names in order.
    pub(super) fn names(&self) -> &[Spanned<String>] {
        &self.0
    }
}

impl<'de> Deserialize<'de> for FileNames {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read: Spanned<NameOrNames> = Spanned::deserialize(deserializer)?;
        let span = read.span();
        Ok(Self(match read.into_inner() {
            NameOrNames::Name(name) => vec![Spanned::new(span, name)],
            NameOrNames::Names(names) => names,
        }))
    }
}

/// Told apart by hand, since serde's untagged enums lose the places of what they hold.
impl<'de> Deserialize<'de> for NameOrNames {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NameOrNamesVisitor)
    }
}

struct NameOrNamesVisitor;

impl<'de> Visitor<'de> for NameOrNamesVisitor {
    type Value = NameOrNames;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a file name or a list of file names")
    }

    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<NameOrNames, E> {
        Ok(NameOrNames::Name(name.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<NameOrNames, A::Error> {
        let mut names = Vec::new();
        while let Some(name) = list.next_element()? {
            names.push(name);
        }
        Ok(NameOrNames::Names(names))
    }
}

/// Which groups of inputs move together.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawCorrelation {
    /// The groups; the usual six when left out.
    #[schemars(with = "Option<Vec<String>>")]
    pub groups: Option<Spanned<Vec<String>>>,
    /// Pairs of groups that are correlated; all others are independent.
    #[schemars(with = "Vec<RawPair>")]
    pub pairs: Vec<Spanned<RawPair>>,
}

/// Two correlated groups.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawPair {
    /// The two groups.
    pub between: Vec<String>,
    /// Their correlation, −1 to 1.
    pub value: f64,
}

/// A publication.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawSource {
    /// Its title.
    pub title: String,
    /// Who published it.
    pub organisation: String,
    /// When.
    pub year: String,
    /// Where it can be read.
    pub url: String,
}

/// An uncertain input; which parameters are needed depends on the distribution.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[allow(missing_docs)] // the columns of the inputs table, explained in its README
pub struct RawInput {
    #[schemars(with = "Option<String>")]
    pub distribution: Option<Spanned<String>>,
    #[schemars(with = "Option<f64>")]
    pub low: Option<Spanned<f64>>,
    #[schemars(with = "Option<f64>")]
    pub central: Option<Spanned<f64>>,
    #[schemars(with = "Option<f64>")]
    pub high: Option<Spanned<f64>>,
    #[schemars(with = "Option<f64>")]
    pub sd: Option<Spanned<f64>>,
    #[schemars(with = "Option<f64>")]
    pub shape: Option<Spanned<f64>>,
    #[schemars(with = "Option<f64>")]
    pub scale: Option<Spanned<f64>>,
    #[schemars(with = "Option<f64>")]
    pub alpha: Option<Spanned<f64>>,
    #[schemars(with = "Option<f64>")]
    pub beta: Option<Spanned<f64>>,
    #[schemars(with = "Option<f64>")]
    pub min: Option<Spanned<f64>>,
    #[schemars(with = "Option<f64>")]
    pub max: Option<Spanned<f64>>,
    #[schemars(with = "Option<Vec<f64>>")]
    pub values: Option<Spanned<Vec<f64>>>,
    #[schemars(with = "Option<Vec<f64>>")]
    pub weights: Option<Spanned<Vec<f64>>>,
    #[schemars(with = "Option<String>")]
    pub unit: Option<Spanned<String>>,
    #[schemars(with = "Option<String>")]
    pub evidence: Option<Spanned<String>>,
    #[schemars(with = "Option<String>")]
    pub source: Option<Spanned<String>>,
    #[schemars(with = "Option<String>")]
    pub group: Option<Spanned<String>>,
    #[schemars(with = "Option<f64>")]
    pub loading: Option<Spanned<f64>>,
    #[schemars(with = "Option<String>")]
    pub note: Option<Spanned<String>>,
}

/// Mistakes in one file after which reading stops looking for more.
const MOST_MISTAKES: usize = 500;

/// Reads a file as far as it can be read and adds every mistake to the problems.
///
/// The reader of a table stops at its first mistake, so the entry with the mistake is taken out and
/// the rest is read again, until nothing is wrong with what is left.
pub(super) fn read<T: Default + for<'a> Deserialize<'a>>(
    file: FileIndex,
    text: &str,
    problems: &mut Vec<Problem>,
) -> T {
    let (mut document, mistakes) = DeTable::parse_recoverable(text);
    let line = |problem: &Problem| text[..problem.place.span.start].matches('\n').count();
    let broken: Vec<_> = mistakes.iter().map(|m| syntax_problem(file, m)).collect();
    let broken_lines: Vec<_> = broken.iter().map(line).collect();
    problems.extend(broken);
    for _ in 0..MOST_MISTAKES {
        match T::deserialize(toml::de::Deserializer::from(document.clone())) {
            Ok(read) => return read,
            Err(mistake) => {
                let problem = content_problem(file, text, &mistake);
                let start = problem.place.span.start;
                // What follows from a line that is no TOML is no mistake of its own.
                if !broken_lines.contains(&line(&problem)) {
                    problems.push(problem);
                }
                if !take_out(document.get_mut(), start) {
                    break;
                }
            }
        }
    }
    T::default()
}

/// Removes the innermost entry that a byte stands in; `false` when there is none.
fn take_out(table: &mut DeTable<'_>, byte: usize) -> bool {
    let stands_in = |span: std::ops::Range<usize>| span.start <= byte && byte < span.end.max(1);
    let found = table.iter().find_map(|(key, value)| {
        let is_here = stands_in(key.span()) || holds(value, byte);
        is_here.then(|| (key.clone(), stands_in(key.span())))
    });
    let Some((key, at_key)) = found else {
        return false;
    };
    if !at_key
        && let Some(value) = table.get_mut(&key)
        && let DeValue::Table(inner) = value.get_mut()
        && take_out(inner, byte)
    {
        return true;
    }
    table.remove(&key).is_some()
}

/// Whether a byte stands in a value; the span of a table may be its header alone.
fn holds(value: &Spanned<DeValue<'_>>, byte: usize) -> bool {
    let span = value.span();
    if span.start <= byte && byte < span.end {
        return true;
    }
    let DeValue::Table(table) = value.get_ref() else {
        return false;
    };
    table.iter().any(|(key, value)| {
        let key = key.span();
        (key.start <= byte && byte < key.end) || holds(value, byte)
    })
}

fn syntax_problem(file: FileIndex, mistake: &toml::de::Error) -> Problem {
    let span = mistake.span().unwrap_or_default();
    Problem::error(&Place { file, span }, mistake.message().trim()).expected("this is not TOML")
}

/// Words a mistake of the deserialiser for the reader: unknown keys get the nearest valid one.
fn content_problem(file: FileIndex, text: &str, mistake: &toml::de::Error) -> Problem {
    let span = mistake.span().unwrap_or_default();
    let place = Place { file, span };
    let message = mistake.message().trim();
    let mut quoted = message.split('`').skip(1).step_by(2);
    if message.starts_with("unknown field") {
        let found = quoted.next().unwrap_or_default();
        let valid: Vec<_> = quoted.collect();
        return Problem::error(&place, format!("unknown key `{found}`"))
            .expected(format!("expected one of {}", valid.join(", ")))
            .nearest(found, valid);
    }
    let (found, wanted) = match message.strip_prefix("invalid type: ") {
        Some(types) => types.split_once(", expected ").unwrap_or((types, "")),
        None => return Problem::error(&place, message),
    };
    let wanted = match wanted {
        "f64" => "expected a number with a decimal point, without quotes",
        "i64" | "u64" => "expected a whole number, without quotes",
        "a string" => "expected text in quotes",
        _ => wanted,
    };
    let shown = text.get(place.span.clone()).unwrap_or(found);
    Problem::error(&place, format!("`{shown}` cannot stand here")).expected(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> Vec<Problem> {
        let mut problems = Vec::new();
        let _: RawScenario = read(FileIndex(0), text, &mut problems);
        problems
    }

    #[test]
    fn a_right_file_is_read_whole() {
        let mut problems = Vec::new();
        let text = "id = 'a'\nhorizons = [2030, 2050]\n[tables]\ninputs = ['x.csv', 'y.csv']\n\
                    [inputs.'a.b']\nlow = 1\nhigh = 2.5\n[joins]\n'a.b' = 'linear'\n";
        let raw: RawScenario = read(FileIndex(0), text, &mut problems);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(raw.tables.inputs.names().len(), 2);
        let (name, input) = raw.inputs.first_key_value().unwrap();
        assert_eq!(name.get_ref(), "a.b");
        assert_eq!(input.low.as_ref().map(|low| *low.get_ref()), Some(1.0));
    }

    #[test]
    fn every_mistake_of_a_file_is_found_in_one_reading() {
        let text = "idd = 'a'\nbase_year = 'x'\n[run]\ndraw = 3\nseed = 1.5\n\
                    [inputs.a]\nlow = 'one'\nhihg = 2\n[tables]\nobjets = 'a.csv'\n";
        let found = problems(text);
        let spans: Vec<_> = found.iter().map(|p| &text[p.place.span.clone()]).collect();
        assert_eq!(found.len(), 7, "{found:#?}");
        for wrong in ["idd", "draw", "hihg", "objets"] {
            assert!(spans.contains(&wrong), "{spans:?}");
        }
        let hints: Vec<_> = found.iter().filter_map(|p| p.hint.as_deref()).collect();
        assert!(hints.contains(&"did you mean `objects`?"), "{hints:?}");
    }

    #[test]
    fn what_is_no_toml_is_shown_where_it_stands() {
        let found = problems("id = 'a'\ntitle = \nseed = [1,\n");
        assert!(found.len() >= 2, "{found:?}");
        assert!(found.iter().all(|p| p.label == "this is not TOML"));
    }
}
