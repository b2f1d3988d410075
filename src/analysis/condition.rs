//! Conditions on outcomes: `backlog(region=NL36,segment=wet-hmc,year=2050) > 50`.
//!
//! Several outcomes may be added, draw by draw: `backlog(region=NL36,2050) + backlog(region=NL41,2050) > 50`.
//! An outcome that is 0 or 1 is a condition by itself: `shortage(region=NL36,year=2050)`.

mod words;

use std::fmt;
use std::str::FromStr;

use crate::engine::{Experiment, NoOutcome, OutcomeKey, OutcomeName, OutcomeTable};
use crate::scenario::Scenario;
use crate::units::Year;

/// How a value compares with a threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// Above it.
    Above,
    /// At or above it.
    AtLeast,
    /// Below it.
    Below,
    /// At or below it.
    AtMost,
}

impl Relation {
    /// Every relation, those of two signs first.
    const ALL: [Relation; 4] = [
        Relation::AtLeast,
        Relation::AtMost,
        Relation::Above,
        Relation::Below,
    ];

    /// As it is typed.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Relation::Above => ">",
            Relation::AtLeast => ">=",
            Relation::Below => "<",
            Relation::AtMost => "<=",
        }
    }

    /// Whether great values meet it rather than small ones.
    #[must_use]
    pub fn is_upward(self) -> bool {
        matches!(self, Relation::Above | Relation::AtLeast)
    }

    /// The key of the words for it.
    fn key(self) -> &'static str {
        match self {
            Relation::Above => "condition-above",
            Relation::AtLeast => "condition-at-least",
            Relation::Below => "condition-below",
            Relation::AtMost => "condition-at-most",
        }
    }

    /// Whether a value meets it.
    #[must_use]
    pub fn holds(self, value: f64, threshold: f64) -> bool {
        match self {
            Relation::Above => value > threshold,
            Relation::AtLeast => value >= threshold,
            Relation::Below => value < threshold,
            Relation::AtMost => value <= threshold,
        }
    }
}

/// Something that a draw meets or not.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// The outcomes, which are added; at least one, all in one unit.
    outcomes: Vec<OutcomeName>,
    /// How their sum compares with the threshold.
    pub relation: Relation,
    /// The threshold, in the unit of the outcomes.
    pub threshold: f64,
}

/// Why a text is no condition.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NoCondition {
    /// It compares nothing.
    #[error(
        "`{0}` is no condition; write one like `backlog(region=NL36,segment=wet-hmc,year=2050) > 50`"
    )]
    Form(String),
    /// The threshold is no number.
    #[error("`{text}` is no threshold; expected a number in {unit}, as in `> 50`")]
    Threshold {
        /// What was written.
        text: String,
        /// The unit of the outcome.
        unit: &'static str,
    },
    /// Outcomes in different units are added.
    #[error("{0} and {1} cannot be added")]
    Units(&'static str, &'static str),
    /// Draws that would have to be added were counted instead of kept.
    #[error(
        "the draws of `{outcome}` did not fit in memory and were counted, so that they cannot be looked at one by \
         one; raise --memory or lower --draws"
    )]
    Counted {
        /// The outcome.
        outcome: String,
    },
    /// It names no outcome.
    #[error(transparent)]
    Outcome(#[from] NoOutcome),
}

/// Less difference than this, in any unit, is none.
const NEGLIGIBLE: f64 = 1e-6;

/// The unit of outcomes that are 0 or 1.
const YES_OR_NO: &str = "-";

impl FromStr for Condition {
    type Err = NoCondition;

    fn from_str(text: &str) -> Result<Self, NoCondition> {
        // An equals sign stands inside brackets too; a relation stands behind them.
        let behind = text.rfind(')').unwrap_or(0);
        let found = Relation::ALL.into_iter().find_map(|relation| {
            let at = behind + text[behind..].find(relation.sign())?;
            Some((at, relation))
        });
        let (names, relation, number) = match found {
            Some((at, relation)) => {
                let number = &text[at + relation.sign().len()..];
                (&text[..at], relation, Some(number.trim()))
            }
            None => (text, Relation::AtLeast, None),
        };
        let outcomes = added(names)?;
        let unit = outcomes[0].kind.unit();
        let threshold = match number {
            None if unit == YES_OR_NO => 1.0,
            None => return Err(NoCondition::Form(text.trim().to_owned())),
            Some(number) => threshold(number, unit)?,
        };
        Ok(Self {
            outcomes,
            relation,
            threshold,
        })
    }
}

/// Outcomes with a plus between them; at least one.
fn added(text: &str) -> Result<Vec<OutcomeName>, NoCondition> {
    let outcomes: Result<Vec<OutcomeName>, _> = text.split('+').map(str::parse).collect();
    let outcomes = outcomes?;
    let units: Vec<_> = outcomes.iter().map(|outcome| outcome.kind.unit()).collect();
    match units.iter().find(|unit| **unit != units[0]) {
        Some(other) => Err(NoCondition::Units(units[0], other)),
        None => Ok(outcomes),
    }
}

fn threshold(text: &str, unit: &'static str) -> Result<f64, NoCondition> {
    let number = text.parse().ok();
    number
        .filter(|number: &f64| number.is_finite())
        .ok_or_else(|| NoCondition::Threshold {
            text: text.to_owned(),
            unit,
        })
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, outcome) in self.outcomes.iter().enumerate() {
            let plus = if place > 0 { " + " } else { "" };
            write!(f, "{plus}{outcome}")?;
        }
        write!(f, " {} {}", self.relation.sign(), self.threshold)
    }
}

impl Condition {
    /// That an outcome is at most so much, in its unit.
    #[must_use]
    pub fn at_most(outcome: OutcomeName, threshold: f64) -> Self {
        Self {
            outcomes: vec![outcome],
            relation: Relation::AtMost,
            threshold,
        }
    }

    /// The outcomes that it adds, as they are typed.
    #[must_use]
    pub fn outcomes(&self) -> &[OutcomeName] {
        &self.outcomes
    }

    /// The years that it looks at, in order.
    #[must_use]
    pub fn years(&self) -> Vec<Year> {
        let mut years: Vec<_> = self.outcomes.iter().filter_map(|o| o.year).collect();
        years.sort_unstable();
        years.dedup();
        years
    }

    /// The unit of its outcomes.
    #[must_use]
    pub fn unit(&self) -> &'static str {
        self.outcomes.first().map_or(YES_OR_NO, |o| o.kind.unit())
    }

    /// Whether it looks at outcomes that are 0 or 1.
    #[must_use]
    pub fn is_yes_or_no(&self) -> bool {
        self.unit() == YES_OR_NO
    }

    /// The same condition with another threshold.
    #[must_use]
    pub fn at(&self, threshold: f64) -> Self {
        Self {
            threshold,
            ..self.clone()
        }
    }

    /// Its outcomes in a scenario.
    ///
    /// # Errors
    /// When the scenario has no such entity or region.
    pub fn keys_in(&self, scenario: &Scenario) -> Result<Vec<OutcomeKey>, NoOutcome> {
        let outcomes = self.outcomes.iter();
        outcomes.map(|outcome| outcome.key_in(scenario)).collect()
    }

    /// The sum of its outcomes in every draw.
    ///
    /// # Errors
    /// When the table does not report one of them, or keeps no draws.
    pub fn values(
        &self,
        scenario: &Scenario,
        table: &OutcomeTable,
    ) -> Result<Vec<f64>, NoCondition> {
        let mut sum = vec![0.0; table.draws()];
        for outcome in &self.outcomes {
            let key = outcome.key_in(scenario)?;
            let values = table
                .values(&key)
                .ok_or_else(|| not_looked_at(outcome, &key, (scenario, table)))?;
            for (sum, value) in sum.iter_mut().zip(values) {
                *sum += value;
            }
        }
        Ok(sum)
    }

    /// The part of the draws that meet it, and quantiles at rising levels, of an outcome whose draws were counted
    /// instead of kept; `None` when they were kept.
    ///
    /// # Errors
    /// When the table does not report the outcome, or several would have to be added.
    pub fn of_counts(
        &self,
        scenario: &Scenario,
        table: &OutcomeTable,
        levels: &[f64],
    ) -> Result<Option<(f64, Vec<f64>)>, NoCondition> {
        if table.quantile_error() == 0.0 {
            return Ok(None);
        }
        let [outcome] = &self.outcomes[..] else {
            let outcome = self.outcomes[0].to_string();
            return Err(NoCondition::Counted { outcome });
        };
        let key = outcome.key_in(scenario)?;
        let not_reported = || outcome.not_reported_by(scenario);
        let below = table.percentile_of(&key, self.divide());
        let below = below.ok_or_else(not_reported)?;
        let quantiles = table.quantiles(&key, levels).ok_or_else(not_reported)?;
        let share = if self.relation.is_upward() {
            1.0 - below
        } else {
            below
        };
        Ok(Some((share, quantiles)))
    }

    /// A value between those that meet it and those that do not, none of which is at it: ties count half.
    fn divide(&self) -> f64 {
        // Halfway between whole numbers: counts tell values apart by their first digits only.
        let is_whole = matches!(self.unit(), "year" | YES_OR_NO);
        let threshold = self.threshold;
        match self.relation {
            Relation::AtMost | Relation::Above if is_whole => threshold.floor() + 0.5,
            Relation::AtLeast | Relation::Below if is_whole => threshold.ceil() - 0.5,
            Relation::AtMost | Relation::Above => threshold + NEGLIGIBLE,
            Relation::AtLeast | Relation::Below => threshold - NEGLIGIBLE,
        }
    }

    /// Refuses an experiment that does not report its outcomes, before anything is run.
    ///
    /// # Errors
    /// When the scenario has no such entity or region, or the experiment does not report an outcome.
    pub fn check(&self, experiment: &Experiment<'_>) -> Result<(), NoCondition> {
        experiment.keys_of(&self.outcomes)?;
        Ok(())
    }

    /// Whether a sum of its outcomes meets it.
    #[must_use]
    pub fn holds(&self, value: f64) -> bool {
        self.relation.holds(value, self.threshold)
    }
}

/// Why a table gives no draws of an outcome.
fn not_looked_at(
    outcome: &OutcomeName,
    key: &OutcomeKey,
    (scenario, table): (&Scenario, &OutcomeTable),
) -> NoCondition {
    match table.place(key) {
        Some(_) => NoCondition::Counted {
            outcome: outcome.to_string(),
        },
        None => outcome.not_reported_by(scenario).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn condition(text: &str) -> Result<Condition, NoCondition> {
        text.parse()
    }

    #[test]
    fn conditions_are_read_and_written() {
        for text in [
            "backlog,region=NL36,segment=wet-hmc,2050 > 50",
            "need/industry,2030 <= 12.5",
            "first_shortage_year < 2035",
            "backlog,region=NL36,2050 + backlog,region=NL41,2050 >= -3",
        ] {
            assert_eq!(condition(text).unwrap().to_string(), text);
        }
        let long = condition("backlog( region=NL36 , year=2050 )>50").unwrap();
        assert_eq!(long, condition("backlog,region=NL36,2050 > 50").unwrap());
        assert_eq!(long.relation, Relation::Above);
        assert!(long.holds(50.1) && !long.holds(50.0));
        assert_eq!(long.unit(), "ha net");
    }

    #[test]
    fn an_outcome_that_is_yes_or_no_is_a_condition_by_itself() {
        let shortage = condition("shortage(region=NL36,year=2050)").unwrap();
        assert!(shortage.holds(1.0) && !shortage.holds(0.0));
        assert!(shortage.is_yes_or_no());
    }

    #[test]
    fn what_is_no_condition_is_refused_with_a_hint() {
        for (text, hint) in [
            ("backlog(year=2050)", "write one like"),
            ("backlog(year=2050) > many", "a number in ha net"),
            ("backlog(year=2050) > inf", "a number in ha net"),
            ("backlogs(year=2050) > 3", "did you mean `backlog`?"),
            ("need,2050 + cost,2050 > 3", "cannot be added"),
            ("", "expected one of need"),
        ] {
            let error = condition(text).unwrap_err().to_string();
            assert!(error.contains(hint), "{text}: {error}");
        }
    }

    #[test]
    fn whole_numbers_are_divided_halfway_between_them() {
        for (text, divide) in [
            ("first_shortage_year <= 2035", 2035.5),
            ("first_shortage_year > 2035", 2035.5),
            ("first_shortage_year < 2035", 2034.5),
            ("first_shortage_year >= 2034.2", 2034.5),
            ("shortage,2050 >= 1", 0.5),
            ("need,2050 <= 100", 100.0 + NEGLIGIBLE),
        ] {
            assert_eq!(condition(text).unwrap().divide(), divide, "{text}");
        }
    }
}
