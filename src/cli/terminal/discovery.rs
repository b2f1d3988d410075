//! Under which conditions something happens, for the terminal.

use comfy_table::Cell;
use ruimtevraag::analysis::{Condition, DIVISIONS, Discovery};
use ruimtevraag::engine::{Column, Experiment};
use ruimtevraag::language::Texts;
use ruimtevraag::statistics::prim::Found;

use super::super::explain::meaning;
use super::ruled::RuledTable;

/// How often the condition is met, and every rule with its restrictions.
pub fn discovery(
    experiment: &Experiment<'_>,
    condition: &Condition,
    discovery: &Discovery,
    texts: &Texts,
) -> String {
    let about = About {
        experiment,
        condition,
        discovery,
        texts,
    };
    let mut parts = about.heading();
    if discovery.searches.is_empty() {
        parts.extend(about.extreme());
    } else {
        parts.extend(about.rules());
    }
    parts.join("\n") + "\n"
}

/// The same in short, for reports: what the messages are about, and what was found.
pub fn discovery_messages(
    experiment: &Experiment<'_>,
    condition: &Condition,
    discovery: &Discovery,
    texts: &Texts,
) -> Vec<(String, String)> {
    let about = About {
        experiment,
        condition,
        discovery,
        texts,
    };
    let often = (
        texts.get("discover-topic-often"),
        format!(
            "{}. {}",
            condition.in_words(experiment.scenario, texts),
            about.share()
        ),
    );
    let rules = discovery.rules().enumerate().map(|(place, found)| {
        let head = texts.format(
            "discover-topic-rule",
            &[("number", &texts.whole(place + 1))],
        );
        (head, discovery.rule_in_words(found, texts))
    });
    let mut messages: Vec<_> = std::iter::once(often).chain(rules).collect();
    if messages.len() == 1 {
        let key = if discovery.searches.is_empty() {
            "discover-extreme"
        } else {
            "discover-none"
        };
        messages.push((texts.get("discover-topic-none"), texts.get(key)));
    }
    messages
}

struct About<'r> {
    experiment: &'r Experiment<'r>,
    condition: &'r Condition,
    discovery: &'r Discovery,
    texts: &'r Texts,
}

impl About<'_> {
    fn heading(&self) -> Vec<String> {
        let (scenario, texts) = (self.experiment.scenario, self.texts);
        let in_words = self.condition.in_words(scenario, texts);
        let title = scenario.title.get(texts.language());
        let heading = [("title", title), ("condition", &in_words)];
        vec![texts.format("discover-heading", &heading), self.share()]
    }

    /// How often the condition is met, and how what it looks at is spread.
    fn share(&self) -> String {
        let (scenario, texts) = (self.experiment.scenario, self.texts);
        let levels = ["P5", "P25", "P50", "P75", "P95"];
        let spread = levels.iter().zip(self.discovery.spread);
        let spread = spread.map(|(level, value)| {
            let value = self.condition.figure(value, texts);
            format!("{level} {value}")
        });
        texts.format(
            "discover-share",
            &[
                ("share", &texts.percent(self.discovery.share())),
                ("draws", &texts.whole(self.experiment.draws)),
                (
                    "outcomes",
                    &self.condition.outcomes_in_words(scenario, texts),
                ),
                ("spread", &spread.collect::<Vec<_>>().join(", ")),
            ],
        )
    }

    /// What to try when the condition does not divide the draws.
    fn extreme(&self) -> Vec<String> {
        let texts = self.texts;
        let hint = match self.discovery.better_threshold {
            Some(threshold) => {
                let condition = self.condition.at(threshold).to_string();
                Some(texts.format("discover-try", &[("condition", &condition)]))
            }
            None if self.condition.is_yes_or_no() => Some(texts.get("discover-try-yes-or-no")),
            None => None,
        };
        std::iter::once(texts.get("discover-extreme"))
            .chain(hint)
            .collect()
    }

    fn rules(&self) -> Vec<String> {
        let texts = self.texts;
        let found: Vec<_> = self.discovery.rules().collect();
        if found.is_empty() {
            return vec![texts.get("discover-none")];
        }
        let mut parts = vec![texts.get("discover-tested")];
        for (place, found) in found.iter().enumerate() {
            let key = if place == 0 {
                "discover-first"
            } else {
                "discover-next"
            };
            let number = texts.whole(place + 1);
            let head = texts.format(key, &[("number", &number)]);
            let rule = self.discovery.rule_in_words(found, texts);
            parts.push(format!("\n{head} {rule}"));
            parts.push(self.restrictions(found, place == 0));
            if place == 0 {
                let times = texts.whole(DIVISIONS);
                parts.push(texts.format("discover-kept-note", &[("times", &times)]));
            }
            parts.extend(self.meanings(found));
        }
        if found.len() < self.discovery.searches.len() {
            parts.push(texts.get("discover-no-more"));
        }
        parts.push(texts.get("discover-group-note"));
        parts
    }

    fn restrictions(&self, found: &Found, is_first: bool) -> String {
        let texts = self.texts;
        let columns = [
            "discover-column-restriction",
            "discover-column-within",
            "discover-column-p",
            "discover-column-kept",
            "discover-column-range",
        ];
        let shown = if is_first { columns.len() } else { 3 };
        let header = columns[..shown].iter().map(|key| texts.get(key)).collect();
        let mut table = RuledTable::with_header(header);
        let restrictions = found.rule.restrictions().iter().zip(&found.p_values);
        table.add_group(restrictions.map(|(restriction, p)| {
            let mut row = vec![
                self.discovery.restriction_in_words(restriction, texts),
                texts.percent(self.discovery.share_within(restriction)),
                texts.significant(*p),
            ];
            if is_first {
                let kept = self.discovery.kept(restriction);
                let share = kept.map_or(0.0, |kept| kept.share);
                let unknown = || texts.get("answer-unknown");
                row.push(texts.percent(share));
                row.push(kept.map_or_else(unknown, |kept| {
                    let [low, _, high] = kept.limit.map(|limit| texts.significant(limit));
                    format!("{low} – {high}")
                }));
            }
            row.into_iter().map(Cell::new).collect()
        }));
        table.render(1)
    }

    /// What the inputs of a rule mean, each once.
    fn meanings(&self, found: &Found) -> Vec<String> {
        let objects = &self.experiment.scenario.inventory.objects;
        let mut places: Vec<_> = found
            .rule
            .restrictions()
            .iter()
            .map(|one| one.dimension)
            .collect();
        places.dedup();
        let subjects = places
            .into_iter()
            .map(|place| &self.discovery.subjects[place]);
        subjects
            .filter(|subject| matches!(subject.column, Column::Input(_)))
            .filter_map(|subject| {
                let meaning = meaning(&subject.name, objects, self.texts)?;
                Some(format!("  {}: {}", subject.name, meaning.meaning))
            })
            .collect()
    }
}
