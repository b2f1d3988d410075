//! How robust policy variants are over scenarios, which have no probabilities and are never averaged.
//!
//! Every choice, a variant or none, is judged within each scenario, and the scenarios then stand side by side:
//!
//! | what | how | source |
//! |---|---|---|
//! | satisficing share | the part of the draws of a scenario that meet a condition | Herman et al. (2015), *J. Water Resour. Plann. Manage.* 141(10) |
//! | domain criterion | in how many scenarios that part reaches a level | Starr (1963), *Product Design and Decision Theory* |
//! | worst case | the least favourable median, and end of the band P5–P95, of all scenarios | Wald (1950), *Statistical Decision Functions* |
//!
//! Beside them stands the largest [regret](super::regrets) (Savage 1951, *JASA* 46). No scenario weighs more than
//! another: each of these is a count or an extreme, and the scenario that makes it is named.

use super::comparison::{Comparison, Regret};
use super::condition::{Condition, NoCondition};
use crate::engine::{OutcomeKey, OutcomeName, OutcomeTable, Outcomes};
use crate::model::OutcomeKind;
use crate::numeric::count;
use crate::scenario::Scenario;
use crate::statistics::quantiles;
use crate::units::Year;

/// The ends and the middle of a band.
const BAND: [f64; 3] = [0.05, 0.5, 0.95];

/// By what a choice is judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Yardstick {
    /// What a draw must meet to satisfy.
    pub condition: Condition,
    /// The part of the draws of a scenario that must satisfy before the choice does in it, 0 to 1.
    pub level: f64,
}

impl Yardstick {
    /// Which end of a band is not favourable: `p95` where the condition asks for little, `p05` where it asks for
    /// much.
    #[must_use]
    pub fn end(&self) -> &'static str {
        if self.condition.relation.is_upward() {
            "p05"
        } else {
            "p95"
        }
    }

    /// How bad a value is: the greater the worse, whatever the condition asks for.
    fn badness(&self, value: f64) -> f64 {
        if self.condition.relation.is_upward() {
            -value
        } else {
            value
        }
    }
}

/// How one choice does in one scenario.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Performance {
    /// The part of the draws that satisfy, 0 to 1.
    pub share: f64,
    /// P5, P50 and P95 of what the condition looks at, in its unit.
    pub band: [f64; 3],
}

/// A figure of the scenario in which it is worst.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Worst {
    /// The place of the scenario.
    pub scenario: usize,
    /// The figure.
    pub value: f64,
}

/// How one choice does over all scenarios.
#[derive(Debug, Clone, PartialEq)]
pub struct Robustness {
    /// The variant's place among the variants; `None` for none at all.
    pub variant: Option<usize>,
    /// How it does in each scenario, in their order; at least one.
    pub performances: Vec<Performance>,
    /// In how many scenarios the satisficing share reaches the level.
    pub satisfied: usize,
    /// The smallest satisficing share.
    pub share: Worst,
    /// The least favourable median.
    pub p50: Worst,
    /// The least favourable end of a band: P95 where the condition asks for little, P5 where it asks for much.
    pub end: Worst,
}

/// What satisfies unless something else is asked for: at most half the need that is expected never to be met
/// without policy, rounded to two digits. `None` when that is not reported.
#[must_use]
pub fn usual_condition(comparison: &Comparison<'_>, year: Year) -> Option<Condition> {
    let key = OutcomeKey::total(OutcomeKind::Unmet, Some(year));
    let half = 0.5 * comparison.base.get(&key)?.mean;
    let rounded = format!("{half:.1e}").parse().ok()?;
    Some(Condition::at_most(
        OutcomeName::total(OutcomeKind::Unmet, year),
        rounded,
    ))
}

/// How no variant, and then each variant, does in one scenario.
///
/// # Errors
/// When the outcomes do not hold what the condition looks at.
pub fn performances(
    scenario: &Scenario,
    outcomes: &Outcomes,
    condition: &Condition,
) -> Result<Vec<Performance>, NoCondition> {
    let variants = outcomes.variants.iter().map(|variant| &variant.own);
    std::iter::once(&outcomes.base)
        .chain(variants)
        .map(|table| performance(scenario, table, condition))
        .collect()
}

fn performance(
    scenario: &Scenario,
    table: &OutcomeTable,
    condition: &Condition,
) -> Result<Performance, NoCondition> {
    if let Some((share, band)) = condition.of_counts(scenario, table, &BAND)? {
        let band = [band[0], band[1], band[2]];
        return Ok(Performance { share, band });
    }
    let values = condition.values(scenario, table)?;
    let satisfied = values.iter().filter(|value| condition.holds(**value));
    let band = quantiles(&values, &BAND);
    Ok(Performance {
        share: count(satisfied.count()) / count(values.len()),
        band: [band[0], band[1], band[2]],
    })
}

/// Sets the scenarios side by side, each with its [`performances`]: one answer for every choice, the most robust
/// first. That is the one which satisfies in most scenarios; of equal ones that with the most favourable worst
/// median, and then with the greatest share in its worst scenario.
#[must_use]
pub fn robustness(scenarios: &[Vec<Performance>], yardstick: &Yardstick) -> Vec<Robustness> {
    let choices = scenarios.iter().map(Vec::len).min().unwrap_or(0);
    let mut found: Vec<_> = (0..choices)
        .filter_map(|choice| {
            let performances = scenarios.iter().map(|one| one[choice]).collect();
            over_scenarios(choice.checked_sub(1), performances, yardstick)
        })
        .collect();
    let bad = |value| yardstick.badness(value);
    found.sort_by(|one, other| {
        let satisfied = other.satisfied.cmp(&one.satisfied);
        let share = || other.share.value.total_cmp(&one.share.value);
        let p50 = || bad(one.p50.value).total_cmp(&bad(other.p50.value));
        satisfied.then_with(p50).then_with(share)
    });
    found
}

fn over_scenarios(
    variant: Option<usize>,
    performances: Vec<Performance>,
    yardstick: &Yardstick,
) -> Option<Robustness> {
    let is_satisfied = |one: &&Performance| one.share >= yardstick.level;
    let end = if yardstick.condition.relation.is_upward() {
        0
    } else {
        2
    };
    let of_band = |place: usize| {
        let values = performances.iter().map(|one| one.band[place]);
        worst(values, |value| yardstick.badness(value))
    };
    Some(Robustness {
        variant,
        satisfied: performances.iter().filter(is_satisfied).count(),
        share: worst(performances.iter().map(|one| one.share), |share| -share)?,
        p50: of_band(1)?,
        end: of_band(end)?,
        performances,
    })
}

/// The largest regret of a choice over scenarios, each with its [`regrets`](super::regrets); `None` when one of them
/// does not hold the choice.
#[must_use]
pub fn largest_regret<'r>(
    scenarios: impl Iterator<Item = &'r [Regret]>,
    variant: Option<usize>,
) -> Option<Worst> {
    let regret = |regrets: &[Regret]| {
        let found = regrets.iter().find(|one| one.variant == variant);
        found.map(|one| one.regret_ha)
    };
    let values: Option<Vec<_>> = scenarios.map(regret).collect();
    worst(values?.into_iter(), |value| value)
}

/// The worst of the values of scenarios, the first of equal ones.
fn worst(values: impl Iterator<Item = f64>, bad: impl Fn(f64) -> f64) -> Option<Worst> {
    let values = values.enumerate();
    let worst = values.reduce(|worst, other| {
        if bad(other.1) > bad(worst.1) {
            other
        } else {
            worst
        }
    });
    worst.map(|(scenario, value)| Worst { scenario, value })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// P5, P50 and P95 around a median, and the part of the draws that satisfy.
    fn does(share: f64, p50: f64) -> Performance {
        Performance {
            share,
            band: [0.5 * p50, p50, 2.0 * p50],
        }
    }

    fn yardstick(condition: &str) -> Yardstick {
        Yardstick {
            condition: condition.parse().unwrap(),
            level: 0.5,
        }
    }

    /// No policy, a variant that helps most where it is easy, and one that helps most where it is hard.
    fn scenarios() -> Vec<Vec<Performance>> {
        vec![
            vec![does(0.2, 50.0), does(0.9, 10.0), does(0.5, 30.0)],
            vec![does(0.0, 90.0), does(0.1, 80.0), does(0.6, 25.0)],
            vec![does(0.5, 30.0), does(1.0, 5.0), does(0.4, 35.0)],
        ]
    }

    #[test]
    fn domain_and_worst_case_over_scenarios_by_hand() {
        let found = robustness(&scenarios(), &yardstick("unmet,2050 <= 30"));
        let told: Vec<_> = { found.iter() }
            .map(|one| (one.variant, one.satisfied, one.p50.value))
            .collect();
        // Both variants satisfy in two scenarios of three; the second is less bad in its worst one.
        let expected = [(Some(1), 2, 35.0), (Some(0), 2, 80.0), (None, 1, 90.0)];
        assert_eq!(told, expected);
        let [hard, easy, none] = &found[..] else {
            panic!("three choices");
        };
        let at = |scenario, value| Worst { scenario, value };
        assert_eq!([hard.p50, hard.end], [at(2, 35.0), at(2, 70.0)]);
        assert_eq!(hard.share, at(2, 0.4));
        assert_eq!([easy.p50, easy.end], [at(1, 80.0), at(1, 160.0)]);
        assert_eq!(none.share, at(1, 0.0));
        assert_eq!(easy.performances[2], does(1.0, 5.0));
    }

    #[test]
    fn where_much_is_asked_for_the_worst_case_is_the_least() {
        let found = robustness(&scenarios(), &yardstick("balance,2050 >= 30"));
        let easy = found.iter().find(|one| one.variant == Some(0)).unwrap();
        let at = |scenario, value| Worst { scenario, value };
        assert_eq!([easy.p50, easy.end], [at(2, 5.0), at(2, 2.5)]);
        // Of the two that satisfy in as many scenarios, the one whose worst median is greater.
        assert_eq!(found[0].variant, Some(1));
    }

    #[test]
    fn the_largest_regret_is_that_of_the_scenario_where_the_best_is_missed_most() {
        let regret = |variant, regret_ha| Regret {
            variant,
            shortage_ha: 0.0,
            regret_ha,
        };
        let one = [regret(None, 40.0), regret(Some(0), 0.0)];
        let other = [regret(None, 10.0), regret(Some(0), 65.0)];
        let scenarios = || [&one[..], &other[..]].into_iter();
        let at = |scenario, value| Some(Worst { scenario, value });
        assert_eq!(largest_regret(scenarios(), None), at(0, 40.0));
        assert_eq!(largest_regret(scenarios(), Some(0)), at(1, 65.0));
        assert_eq!(largest_regret(scenarios(), Some(1)), None);
    }

    #[test]
    fn nothing_is_robust_over_no_scenarios() {
        assert!(robustness(&[], &yardstick("unmet,2050 <= 30")).is_empty());
    }
}
