//! Rules as a reader knows them.

use super::{Discovery, Subject};
use crate::engine::Column;
use crate::language::Texts;
use crate::numeric::count;
use crate::statistics::prim::{Found, Restriction, Side};

/// From this density on something happens nearly always.
const NEARLY_ALWAYS: f64 = 0.95;

impl Subject {
    /// The name, with what it is when it is no input.
    #[must_use]
    pub fn in_words(&self, texts: &Texts) -> String {
        match self.column {
            Column::Input(_) | Column::Own(_) | Column::Group(_) => self.name.clone(),
            Column::Walk(..) => texts.format("discover-walk", &[("name", &self.name)]),
        }
    }

    /// A value with its unit.
    #[must_use]
    pub fn figure(&self, value: f64, texts: &Texts) -> String {
        match self.unit.as_str() {
            "-" => texts.significant(value),
            "year" => value.to_string(),
            unit => format!("{} {unit}", texts.significant(value)),
        }
    }
}

impl Discovery {
    /// A restriction: `industry.green_return at least 0.43`.
    #[must_use]
    pub fn restriction_in_words(&self, restriction: &Restriction, texts: &Texts) -> String {
        let subject = &self.subjects[restriction.dimension];
        let key = match restriction.side {
            _ if self.leaves_one_value(restriction) => "discover-equals",
            Side::AtLeast => "condition-at-least",
            Side::AtMost => "condition-at-most",
        };
        let limit = subject.figure(restriction.limit, texts);
        let bound = texts.format(key, &[("threshold", &limit)]);
        format!("{} {bound}", subject.in_words(texts))
    }

    /// Whether only the value of the limit meets a restriction, as when something comes or not.
    fn leaves_one_value(&self, restriction: &Restriction) -> bool {
        let values = self.dimensions[restriction.dimension].values().iter();
        let within = values.filter(|value| restriction.side.holds(**value, restriction.limit));
        within.into_iter().all(|value| *value == restriction.limit)
    }

    /// A rule in a sentence: if …, then in 8 of 10 draws.
    #[must_use]
    pub fn rule_in_words(&self, found: &Found, texts: &Texts) -> String {
        let restrictions = found.rule.restrictions().iter();
        let restrictions = restrictions.map(|one| self.restriction_in_words(one, texts));
        let restrictions: Vec<_> = restrictions.collect();
        let and = format!(" {} ", texts.get("discover-and"));
        texts.format(
            "discover-rule",
            &[
                ("restrictions", &restrictions.join(&and)),
                ("often", &how_often(found.fit.density(), texts)),
                ("mass", &texts.percent(found.fit.mass())),
                ("coverage", &texts.percent(found.fit.coverage())),
            ],
        )
    }
}

/// A part of the draws in words: `in 8 of 10 draws (82%)`.
fn how_often(density: f64, texts: &Texts) -> String {
    let percent = texts.percent(density);
    let tenths = (10.0 * density).round();
    if density >= NEARLY_ALWAYS {
        return texts.format("discover-nearly-always", &[("percent", &percent)]);
    }
    if density < 0.05 {
        return texts.format("discover-part", &[("percent", &percent)]);
    }
    let tenths = (1..=9_usize).find(|number| count(*number) >= tenths);
    let tenths = texts.whole(tenths.unwrap_or(9));
    let values = [("tenths", tenths.as_str()), ("percent", &percent)];
    texts.format("discover-tenths", &values)
}
