//! `explain`: where an input or an outcome comes from.

use std::fmt::Write;

use ruimtevraag::language::Texts;
use ruimtevraag::model::OutcomeKind;
use ruimtevraag::scenario::{self, Scenario, UncertainInput};

use super::arguments::ExplainArguments;
use super::output::{self, Failure};

/// Explains one name of a scenario.
pub fn explain(arguments: &ExplainArguments) -> Result<(), Failure> {
    let scenario = scenario::load(&arguments.scenario)?;
    let texts = Texts::new(arguments.lang);
    let name = arguments.name.as_str();
    if let Some(kind) = OutcomeKind::from_name(name) {
        return output::result(&explain_outcome(kind, &scenario, &texts));
    }
    if let Some(input) = scenario
        .inputs
        .iter()
        .find(|input| input.name.as_str() == name)
    {
        return output::result(&explain_input(input, &scenario, &texts));
    }
    let below: Vec<_> = scenario
        .inputs
        .iter()
        .filter(|input| starts_with_part(input.name.as_str(), name))
        .collect();
    if below.is_empty() {
        return Err(Failure::Usage(unknown(name, &scenario)));
    }
    output::result(&list(&below, &texts))
}

/// Whether `name` is a part of a dotted name: `industry.rotterdam` of `industry.rotterdam.area`.
fn starts_with_part(dotted: &str, name: &str) -> bool {
    dotted
        .strip_prefix(name)
        .is_some_and(|rest| rest.starts_with('.'))
}

fn unknown(name: &str, scenario: &Scenario) -> String {
    let inputs = scenario.inputs.iter().map(|input| input.name.as_str());
    let outcomes = OutcomeKind::ALL.iter().map(|kind| kind.name());
    let nearest = scenario::nearest(name, inputs.chain(outcomes));
    let hint = nearest.map_or_else(String::new, |nearest| {
        format!("; did you mean `{nearest}`?")
    });
    format!(
        "scenario `{}` has no input or outcome `{name}`{hint}",
        scenario.id
    )
}

fn explain_outcome(kind: OutcomeKind, scenario: &Scenario, texts: &Texts) -> String {
    let mut text = format!(
        "{} ({}, {})\n{}\n",
        kind.name(),
        texts.get(&format!("outcome-{}", kind.name())),
        kind.unit(),
        texts.get(&format!("formula-{}", kind.name())),
    );
    let published = scenario
        .benchmarks
        .iter()
        .filter(|benchmark| benchmark.outcome == kind);
    for benchmark in published {
        let _ = writeln!(
            text,
            "  {}: {} {} ({}), {}",
            benchmark.id,
            texts.hectares(benchmark.central),
            benchmark.unit,
            benchmark.year,
            benchmark.note,
        );
    }
    text
}

fn explain_input(input: &UncertainInput, scenario: &Scenario, texts: &Texts) -> String {
    let distribution = &input.distribution;
    let value = |level: f64| texts.significant(distribution.quantile(level));
    let mut lines = vec![
        input.name.to_string(),
        pair(
            texts,
            "explain-distribution",
            &format!("{} {}", input.written, input.unit),
        ),
        pair(
            texts,
            "explain-band",
            &format!("{} / {} / {}", value(0.05), value(0.5), value(0.95)),
        ),
        pair(
            texts,
            "explain-evidence",
            &texts.get(&format!("evidence-{}", input.provenance.evidence.name())),
        ),
    ];
    if let Some(source) = input
        .provenance
        .source
        .and_then(|at| scenario.sources.get(at))
    {
        let cited = [
            &source.organisation,
            &source.title,
            &source.year,
            &source.url,
        ];
        let cited: Vec<_> = cited
            .into_iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        lines.push(pair(texts, "explain-source", &cited.join(", ")));
    }
    if !input.provenance.note.is_empty() {
        lines.push(pair(texts, "explain-note", &input.provenance.note));
    }
    if let Some((group, loading)) = input.group {
        let group = format!(
            "{} ({})",
            scenario.correlation.names()[group],
            texts.significant(loading)
        );
        lines.push(pair(texts, "explain-group", &group));
    }
    for layer in &input.layers {
        let place = format!("{}:{}  {}", layer.file, layer.line, layer.written);
        lines.push(pair(texts, "explain-layer", &place));
    }
    lines.join("\n") + "\n"
}

fn pair(texts: &Texts, key: &str, value: &str) -> String {
    format!("  {:<14} {value}", texts.get(key))
}

fn list(inputs: &[&UncertainInput], texts: &Texts) -> String {
    let mut text = String::new();
    for input in inputs {
        let grade = texts.get(&format!("evidence-{}", input.provenance.evidence.name()));
        let _ = writeln!(
            text,
            "{:<56} {} {}  ({grade})",
            input.name.as_str(),
            input.written,
            input.unit
        );
    }
    text
}
