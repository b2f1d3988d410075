//! Reading a file with every mistake in it.

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::super::problem::{FileIndex, Place, Problem};

/// Mistakes in one file after which reading stops looking for more.
const MOST_MISTAKES: usize = 500;

/// What could be read of a file.
pub(in super::super) struct Reading<T> {
    pub content: T,
    /// Whether it is TOML from beginning to end.
    pub is_whole: bool,
}

/// Reads a file as far as it can be read and adds every mistake to the problems.
///
/// The reader of a table stops at its first mistake, so the entry with the mistake is taken out and
/// the rest is read again, until nothing is wrong with what is left.
pub(in super::super) fn read<T: Default + for<'a> Deserialize<'a>>(
    file: FileIndex,
    text: &str,
    problems: &mut Vec<Problem>,
) -> Reading<T> {
    let (mut document, mistakes) = DeTable::parse_recoverable(text);
    let line = |problem: &Problem| text[..problem.place.span.start].matches('\n').count();
    let broken: Vec<_> = mistakes.iter().map(|m| syntax_problem(file, m)).collect();
    let broken_lines: Vec<_> = broken.iter().map(line).collect();
    let reading = |content| Reading {
        content,
        is_whole: broken_lines.is_empty(),
    };
    problems.extend(broken);
    for _ in 0..MOST_MISTAKES {
        match T::deserialize(toml::de::Deserializer::from(document.clone())) {
            Ok(content) => return reading(content),
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
    reading(T::default())
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
        return Problem::error(&place, format!("unknown key `{found}`")).one_of(found, &valid);
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
    use super::super::RawScenario;
    use super::*;

    fn problems(text: &str) -> Vec<Problem> {
        let mut problems = Vec::new();
        let _: Reading<RawScenario> = read(FileIndex(0), text, &mut problems);
        problems
    }

    #[test]
    fn a_right_file_is_read_whole() {
        let mut problems = Vec::new();
        let text = "id = 'a'\nhorizons = [2030, 2050]\n[tables]\ninputs = ['x.csv', 'y.csv']\n\
                    [inputs.'a.b']\nlow = 1\nhigh = 2.5\n[joins]\n'a.b' = 'linear'\n";
        let read: Reading<RawScenario> = read(FileIndex(0), text, &mut problems);
        assert!(problems.is_empty() && read.is_whole, "{problems:?}");
        let raw = read.content;
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
