//! One source: its full citation and everything that cites it.

use super::input::citation;
use super::list;
use super::outcome;
use super::page::Page;
use super::register::Register;

/// The source of that id.
pub fn page(register: &Register<'_>, id: &str) -> Option<String> {
    let (texts, scenario) = (register.texts, register.scenario);
    let at = { scenario.sources.iter() }.position(|source| source.id.as_str() == id)?;
    let mut page = Page::new(&citation(&scenario.sources[at]));
    let values = register.values.iter();
    let rows: Vec<_> = values
        .filter(|value| value.input.provenance.source == Some(at))
        .map(|value| list::noted(register, value))
        .collect();
    let benchmarks = scenario.benchmarks.iter();
    let figures: Vec<_> = benchmarks
        .filter(|benchmark| benchmark.source == id || benchmark.realised_source == id)
        .map(|benchmark| outcome::row(register, benchmark))
        .collect();
    let count = texts.whole(rows.len() + figures.len());
    page.text(&texts.format("explain-cited-by", &[("count", &count)]));
    page.table(&rows, &list::NUMBERS);
    page.table(&figures, &[2]);
    Some(page.finish())
}
