//! How published forecasts fared, for the terminal.

use comfy_table::Cell;
use ruimtevraag::analysis::{BenchmarkFinding, Score, judge};
use ruimtevraag::language::Texts;
use ruimtevraag::scenario::Scenario;

use super::ruled::RuledTable;

/// Every published forecast beside ours and beside what came, and the score over all.
pub fn scoreboard(
    findings: &[(&Scenario, Vec<BenchmarkFinding<'_>>)],
    total: &Score,
    texts: &Texts,
) -> String {
    let columns = [
        "column-case",
        "column-year",
        "column-their-band",
        "column-our-band",
        "column-realised",
        "column-inside-theirs",
        "column-inside-ours",
    ];
    let mut table = RuledTable::with_header(columns.map(|key| texts.get(key)).to_vec());
    for (scenario, findings) in findings {
        let rows = findings.iter();
        table.add_group(rows.map(|finding| scoreboard_row(scenario, finding, texts)));
    }
    let [score, medians] = verdicts(total, texts);
    let heading = texts.get("published-heading");
    format!("{heading}\n{}\n{medians}\n{score}\n", table.render(1))
}

/// How often reality and published bands agree with ours, in two sentences.
fn verdicts(total: &Score, texts: &Texts) -> [String; 2] {
    let medians = texts.format(
        "published-medians",
        &[
            ("inside", &texts.whole(total.median_in_theirs)),
            ("all", &texts.whole(total.with_band)),
        ],
    );
    let score = texts.format(
        "published-score",
        &[
            ("all", &texts.whole(total.realised)),
            ("banded", &texts.whole(total.realised_with_band)),
            ("theirs", &texts.whole(total.in_theirs)),
            ("ours", &texts.whole(total.in_ours)),
            ("expected", &texts.percent(0.9)),
            ("bias", &texts.percent(total.bias)),
        ],
    );
    [score, medians]
}

/// The same in short, for reports: what the messages are about, and what was found.
pub fn scoreboard_messages(total: &Score, texts: &Texts) -> Vec<(String, String)> {
    let topics = ["published-topic-score", "published-topic-medians"];
    let topics = topics.map(|key| texts.get(key));
    topics.into_iter().zip(verdicts(total, texts)).collect()
}

fn scoreboard_row(scenario: &Scenario, finding: &BenchmarkFinding<'_>, texts: &Texts) -> Vec<Cell> {
    let published = finding.benchmark;
    let figure = |value: f64| texts.hectares(value);
    let answer = |answer: Option<bool>| match answer {
        Some(true) => texts.get("answer-yes"),
        Some(false) => texts.get("answer-no"),
        None => texts.get("answer-unknown"),
    };
    let case = judge(finding);
    let theirs = if published.low.is_finite() && published.high.is_finite() {
        format!("{} – {}", figure(published.low), figure(published.high))
    } else {
        figure(published.central)
    };
    let [p05, p50, p95] = finding.computed.map(figure);
    let row = [
        format!(
            "{} ({})",
            scenario.title.get(texts.language()),
            published.id
        ),
        format!("{}–{}", scenario.base_year, published.year),
        theirs,
        format!("{p05} – {p50} – {p95}"),
        figure(published.realised),
        answer(case.realised_in_theirs),
        answer(case.realised_in_ours),
    ];
    row.map(Cell::new).to_vec()
}
