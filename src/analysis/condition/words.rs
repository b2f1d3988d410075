//! Conditions as a reader knows them.

use super::{Condition, YES_OR_NO};
use crate::engine::OutcomeName;
use crate::language::Texts;
use crate::scenario::Scenario;

impl Condition {
    /// Its outcomes with their years, as a reader knows them.
    #[must_use]
    pub fn outcomes_in_words(&self, scenario: &Scenario, texts: &Texts) -> String {
        let in_words = |outcome: &OutcomeName| {
            let name = outcome
                .key_in(scenario)
                .map_or_else(|_| outcome.to_string(), |key| key.in_words(scenario, texts));
            let year = outcome.year.map(|year| format!(" {year}"));
            format!("{name}{}", year.unwrap_or_default())
        };
        let outcomes: Vec<_> = self.outcomes.iter().map(in_words).collect();
        outcomes.join(" + ")
    }

    /// The condition as a reader knows it: `Backlog (Zuid-Holland, Wet HMC site) 2050 above 50 ha net`.
    #[must_use]
    pub fn in_words(&self, scenario: &Scenario, texts: &Texts) -> String {
        let outcomes = self.outcomes_in_words(scenario, texts);
        match self.bound_in_words(texts) {
            Some(bound) => format!("{outcomes} {bound}"),
            None => outcomes,
        }
    }

    /// How its outcomes compare with the threshold; nothing for an outcome that is a condition by itself.
    #[must_use]
    pub fn bound_in_words(&self, texts: &Texts) -> Option<String> {
        let is_by_itself =
            self.is_yes_or_no() && self.outcomes.len() == 1 && self.relation.is_upward();
        let threshold = self.figure(self.threshold, texts);
        let bound = texts.format(self.relation.key(), &[("threshold", &threshold)]);
        (!is_by_itself).then_some(bound)
    }

    /// A value of its outcomes with the unit: `1.250 ha netto`. A calendar year has no unit.
    #[must_use]
    pub fn figure(&self, value: f64, texts: &Texts) -> String {
        match self.unit() {
            "year" if value.is_finite() => value.to_string(),
            "year" | YES_OR_NO => texts.significant(value),
            _ => format!("{} {}", texts.significant(value), self.unit_in_words(texts)),
        }
    }

    /// The unit of its outcomes as a reader knows it; empty for years and for what is 0 or 1.
    #[must_use]
    pub fn unit_in_words(&self, texts: &Texts) -> String {
        match self.unit() {
            "year" | YES_OR_NO => String::new(),
            unit => texts.unit(unit),
        }
    }
}
