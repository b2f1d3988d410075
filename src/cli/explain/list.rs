//! Lists of values: below a name, or of one evidence grade.

use ruimtevraag::scenario::{Evidence, InputUse};

use super::page::{Page, Row};
use super::register::{Register, Value, is_below};

/// The columns of a list of values that hold numbers.
pub const NUMBERS: [usize; 1] = [1];

/// The values of the evidence grade of that name, each with its reason.
pub fn of_grade(register: &Register<'_>, name: &str) -> Option<String> {
    let grade = Evidence::from_name(name)?;
    let values = register.values.iter();
    let graded: Vec<_> = values
        .filter(|value| value.input.provenance.evidence == grade)
        .collect();
    let texts = register.texts;
    let title = texts.format(
        "explain-graded",
        &[
            ("grade", &texts.get(&format!("evidence-{}", grade.name()))),
            ("count", &texts.whole(graded.len())),
        ],
    );
    let mut page = Page::new(&title);
    let mut rows = vec![heading(register)];
    rows.extend(graded.into_iter().map(|value| noted(register, value)));
    page.table(&rows, &NUMBERS);
    Some(page.finish())
}

/// Every value below a name, own and shared.
pub fn of_prefix(register: &Register<'_>, name: &str) -> Option<String> {
    let start = name.strip_suffix('.').unwrap_or(name);
    let places = register.places_below(start);
    if places.is_empty() {
        return None;
    }
    let rows = rows_below(register, start, &places);
    let texts = register.texts;
    let count = texts.whole(rows.len() - 1);
    let title = texts.format("explain-listed", &[("name", start), ("count", &count)]);
    let mut page = Page::new(&title);
    page.table(&rows, &NUMBERS);
    Some(page.finish())
}

/// A heading and a row for every value at some places: under its own name when that stands below
/// `start`, else under the name of the place, with the shared name behind it.
pub fn rows_below(register: &Register<'_>, start: &str, places: &[&InputUse]) -> Vec<Row> {
    let mut rows = vec![heading(register)];
    let mut listed: Vec<&str> = Vec::new();
    for place in places {
        let Some(value) = register.filling(place) else {
            continue;
        };
        let is_own = is_below(value.name, start);
        let name = if is_own { value.name } else { &place.place };
        if listed.contains(&name) {
            continue;
        }
        listed.push(name);
        let short = name.strip_prefix(start).unwrap_or(name);
        let row = row_at(register, short.trim_start_matches('.'), value, is_own);
        rows.push(row);
    }
    rows
}

/// As [`row`], with the start under which the value is given unless it is the place's own.
pub fn row_at(register: &Register<'_>, name: &str, value: &Value<'_>, is_own: bool) -> Row {
    let mut row = row(register, name, value);
    if !is_own {
        row.cells.push(shared_under(value.name, name));
    }
    row
}

/// Under which start a shared value is given: `← industry` for the `area` of `industry.area`.
fn shared_under(shared: &str, name: &str) -> String {
    let ends_name = |rest: &str| name == rest || name.ends_with(&format!(".{rest}"));
    let mut cuts = shared.match_indices('.').map(|(at, _)| at);
    let cut = cuts.find(|at| ends_name(&shared[at + 1..]));
    format!("← {}", cut.map_or(shared, |at| &shared[..at]))
}

/// The heading of a list of values.
pub fn heading(register: &Register<'_>) -> Row {
    let keys = [
        "explain-column-name",
        "chart-median",
        "explain-column-band",
        "explain-column-unit",
        "explain-column-support",
    ];
    Row::of(keys.map(|key| register.texts.get(key)).to_vec())
}

/// A value in a list: its name, median, band, unit, and grade with source.
pub fn row(register: &Register<'_>, name: &str, value: &Value<'_>) -> Row {
    let texts = register.texts;
    let [p05, p50, p95] = [0.05, 0.5, 0.95].map(|level| figure(register, value, level));
    let band = if value.input.distribution.is_fixed() {
        texts.get("explain-fixed")
    } else {
        format!("{p05} – {p95}")
    };
    let provenance = &value.input.provenance;
    let mut support = texts.get(&format!("evidence-{}", provenance.evidence.name()));
    let source = provenance
        .source
        .and_then(|at| register.scenario.sources.get(at));
    if let Some(source) = source {
        support = format!("{support} {}", source.id);
    }
    Row::of(vec![
        name.to_owned(),
        p50,
        band,
        value.input.unit.clone(),
        support,
    ])
}

/// As [`row`], under the whole name and with the note.
pub fn noted(register: &Register<'_>, value: &Value<'_>) -> Row {
    Row {
        note: value.input.provenance.note.clone(),
        ..row(register, value.name, value)
    }
}

/// A quantile of a value as people write it.
pub fn figure(register: &Register<'_>, value: &Value<'_>, level: f64) -> String {
    let number = value.input.distribution.quantile(level);
    register.texts.quantity(number, &value.input.unit)
}
