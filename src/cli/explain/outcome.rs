//! One outcome: what it means, what makes it, and published figures beside it.

use ruimtevraag::engine::{OutcomeKey, OutcomeName};
use ruimtevraag::model::OutcomeKind;
use ruimtevraag::scenario::Benchmark;

use super::page::{Page, Row};
use super::register::Register;

/// Everything that asks for land.
const ASKING: &[&str] = &[
    "cluster",
    "technology",
    "event",
    "stream",
    "activity",
    "hub",
    "circular-jobs",
    "campus",
    "branch",
    "housing-work-space",
    "replacement",
];
/// Everything that gives land back; linear land does only that.
const RELEASING: &[&str] = &[
    "cluster",
    "stream",
    "activity",
    "hub",
    "circular-jobs",
    "linear-land",
    "branch",
    "replacement",
];

/// The outcome of that name, whosoever it is.
pub fn page(register: &Register<'_>, name: &str) -> Option<String> {
    let kind = name.parse::<OutcomeName>().ok()?.kind;
    let (texts, name) = (register.texts, kind.name());
    let mut page = Page::new(&format!(
        "{name}: {}",
        texts.get(&format!("outcome-{name}"))
    ));
    page.pair(&texts.get("explain-unit"), &texts.unit(kind.unit()));
    let formula = texts.get(&format!("formula-{name}"));
    page.pair(&texts.get("explain-formula"), &formula);
    let contributors = contributors(register, kind);
    page.pair(&texts.get("explain-contributors"), &contributors);
    let below = register.places_below(name).len();
    if below > 0 {
        let values = [("count", texts.whole(below)), ("name", name.to_owned())];
        page.pair("", &texts.format("explain-prefix-too", &values));
    }
    add_benchmarks(register, kind, &mut page);
    page.space();
    page.text(&texts.format("explain-drivers-too", &[("name", name)]));
    Some(page.finish())
}

/// The kinds of objects that make an outcome, with how many of each the scenario has.
fn contributors(register: &Register<'_>, kind: OutcomeKind) -> String {
    let texts = register.texts;
    let kinds = kinds_of(kind);
    let counted = kinds.iter().filter_map(|kind| {
        let count = count(register, kind);
        let name = texts.get(&format!("kind-{kind}"));
        (count > 0).then(|| format!("{name} ({})", texts.whole(count)))
    });
    let counted: Vec<_> = counted.collect();
    if counted.is_empty() {
        texts.get("answer-unknown")
    } else {
        counted.join(", ")
    }
}

fn count(register: &Register<'_>, kind: &str) -> usize {
    let scenario = register.scenario;
    match kind {
        "vacant-land" => scenario
            .supply
            .as_ref()
            .map_or(0, |supply| supply.vacant.len()),
        "levers" => register.levers().count(),
        _ => {
            let objects = scenario.inventory.objects.iter();
            objects.filter(|object| object.kind == kind).count()
        }
    }
}

fn kinds_of(kind: OutcomeKind) -> Vec<&'static str> {
    let with_supply = |kinds: &[&[&'static str]]| {
        let mut all = kinds.concat();
        all.extend(["vacant-land", "plan"]);
        // Linear land gives back and does not ask; the others stand among those that ask.
        let mut seen: Vec<&str> = Vec::new();
        all.retain(|kind| {
            let is_new = !seen.contains(kind);
            seen.push(kind);
            is_new
        });
        all
    };
    match kind {
        OutcomeKind::Need | OutcomeKind::NeedGross | OutcomeKind::Intensified => ASKING.to_vec(),
        OutcomeKind::Release => RELEASING.to_vec(),
        OutcomeKind::Balance => [ASKING, &["linear-land"]].concat(),
        OutcomeKind::DoubleUse | OutcomeKind::DoubleUsePeak | OutcomeKind::DoubleUsePeakYear => {
            vec!["cluster", "linear-land"]
        }
        OutcomeKind::RoomUsedUp | OutcomeKind::RoomUsedUpYear => vec!["campus"],
        OutcomeKind::Supply => with_supply(&[RELEASING]),
        OutcomeKind::Cost => vec!["levers"],
        _ => with_supply(&[ASKING, RELEASING]),
    }
}

fn add_benchmarks(register: &Register<'_>, kind: OutcomeKind, page: &mut Page) {
    let texts = register.texts;
    let benchmarks = register.scenario.benchmarks.iter();
    let rows: Vec<_> = benchmarks
        .filter(|benchmark| benchmark.outcome == kind)
        .map(|benchmark| row(register, benchmark))
        .collect();
    page.space();
    if rows.is_empty() {
        page.text(&texts.get("explain-no-benchmarks"));
        return;
    }
    page.text(&texts.get("explain-benchmarks"));
    page.table(&rows, &[2]);
}

/// A published figure: its name, year, figure with range, unit, scope and source, with its note.
pub fn row(register: &Register<'_>, benchmark: &Benchmark) -> Row {
    let texts = register.texts;
    let mut figure = texts.hectares(benchmark.central);
    if benchmark.low.is_finite() && benchmark.high.is_finite() {
        let [low, high] = [benchmark.low, benchmark.high].map(|end| texts.hectares(end));
        figure = format!("{figure} ({low} – {high})");
    }
    let sources = register.scenario.sources.iter();
    let source = { sources }.find(|source| source.id.as_str() == benchmark.source);
    let cited = source.map_or_else(String::new, |source| {
        format!(" [{}: {}, {}]", source.id, source.organisation, source.year)
    });
    let grade = texts.get(&format!("evidence-{}", benchmark.evidence.name()));
    let realised = if benchmark.realised.is_finite() {
        let figure = texts.hectares(benchmark.realised);
        format!(" {}: {figure}.", texts.get("explain-realised"))
    } else {
        String::new()
    };
    let about = OutcomeKey::from(benchmark).in_words(register.scenario, texts);
    Row {
        cells: vec![
            benchmark.id.to_string(),
            benchmark.year.to_string(),
            figure,
            benchmark.unit.clone(),
            texts.get(&format!("scope-{}", benchmark.scope.name())),
            grade,
        ],
        note: format!("{about}: {}{realised}{cited}", benchmark.note),
    }
}
