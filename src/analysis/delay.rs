//! What putting a lever off costs in land.
//!
//! Each lever works alone on the same draws, decided in its own year and then later and later. Its
//! effect is the mean need that it gets met, in time or later, up to the last year; what a year of delay loses is the
//! slope between the first decision year and the last one that was tried within ten years, and the
//! latest safe decision year is the last one that still keeps nine tenths of the effect.

use crate::engine::{OutcomeKey, Outcomes};
use crate::model::{InputIndex, OutcomeKind};
use crate::scenario::{PolicyLever, PolicyVariant, Scenario};
use crate::units::Year;

/// The years by which a decision is put off.
pub const DELAYS: [u16; 8] = [0, 1, 2, 3, 5, 7, 10, 15];

/// The part of the effect that a safe decision year keeps.
const SAFE_PART: f64 = 0.9;

/// The delay up to which the yearly loss is measured.
const SLOPE_YEARS: u16 = 10;

/// Hectares below which a lever has no effect that could be lost.
const LEAST_EFFECT_HA: f64 = 1.0;

/// One lever on its own with a decision year put off.
#[derive(Debug)]
pub struct Delayed {
    /// The lever's place in the list that was asked for.
    pub lever: usize,
    /// Years put off.
    pub delay: u16,
    /// A variant of this lever alone.
    pub variant: PolicyVariant,
}

/// What delay does to one lever.
#[derive(Debug, Clone, PartialEq)]
pub struct DelayFinding {
    /// The lever's place in the list that was asked for.
    pub lever: usize,
    /// The year of its decision as the variant has it.
    pub decision_year: i32,
    /// For each delay, the mean need that the lever gets met up to the last year, ha net.
    pub avoided_ha: Vec<(u16, f64)>,
    /// The avoided shortage that a year of delay loses, ha net per year.
    pub lost_ha_per_year: f64,
    /// The latest decision year that keeps 90 % of the effect; `None` when the lever has no effect.
    pub latest_safe_year: Option<i32>,
    /// Whether every delay that was tried keeps it, so that later years may be safe too.
    pub is_safe_throughout: bool,
}

/// A lever with what putting it off does.
pub type LeverDelay = (PolicyLever, DelayFinding);

/// Every lever on its own, decided in time and later. Adds the later decision years to the scenario
/// as certain inputs.
#[must_use]
pub fn put_off(scenario: &mut Scenario, levers: &[PolicyLever]) -> Vec<Delayed> {
    let mut delayed = Vec::new();
    for (place, lever) in levers.iter().enumerate() {
        let decided = decision_year(scenario, lever.decision);
        for delay in DELAYS {
            let decision = if delay == 0 {
                lever.decision
            } else {
                let name = format!("{}.put_off_{delay}", lever.description.id);
                scenario.add_certain_year(&name, decided + f64::from(delay))
            };
            delayed.push(Delayed {
                lever: place,
                delay,
                variant: PolicyVariant::of_one(lever.decided(decision)),
            });
        }
    }
    delayed
}

fn decision_year(scenario: &Scenario, decision: InputIndex) -> f64 {
    let input = scenario.inputs.get(decision.0);
    input.map_or(f64::NAN, |input| input.distribution.quantile(0.5))
}

/// What the outcomes of delayed levers, in their order, say about each lever.
#[must_use]
pub fn delay_findings(
    scenario: &Scenario,
    delayed: &[Delayed],
    outcomes: &Outcomes,
    year: Year,
) -> Vec<DelayFinding> {
    let key = OutcomeKey::total(OutcomeKind::Unmet, Some(year));
    let mut findings: Vec<DelayFinding> = Vec::new();
    for (one, found) in delayed.iter().zip(&outcomes.variants) {
        let avoided = -found.difference.mean(&key).unwrap_or(f64::NAN);
        if findings.last().is_none_or(|last| last.lever != one.lever) {
            let decided = one.variant.levers.first().map(|lever| lever.decision);
            let decided = decided.map_or(f64::NAN, |decision| decision_year(scenario, decision));
            // Decision years are whole calendar years.
            #[allow(clippy::cast_possible_truncation)]
            findings.push(DelayFinding {
                lever: one.lever,
                decision_year: decided as i32,
                avoided_ha: Vec::new(),
                lost_ha_per_year: f64::NAN,
                latest_safe_year: None,
                is_safe_throughout: false,
            });
        }
        if let Some(finding) = findings.last_mut() {
            finding.avoided_ha.push((one.delay, avoided));
        }
    }
    for finding in &mut findings {
        finding.conclude();
    }
    findings
}

impl DelayFinding {
    fn conclude(&mut self) {
        let Some(&(_, in_time)) = self.avoided_ha.first() else {
            return;
        };
        let slope_end = self
            .avoided_ha
            .iter()
            .rev()
            .find(|(d, _)| *d <= SLOPE_YEARS);
        if let Some(&(delay, late)) = slope_end.filter(|(delay, _)| *delay > 0) {
            self.lost_ha_per_year = (in_time - late) / f64::from(delay);
        }
        if in_time >= LEAST_EFFECT_HA {
            let is_kept = |avoided: f64| avoided >= SAFE_PART * in_time;
            let kept = self.avoided_ha.iter().take_while(|(_, a)| is_kept(*a));
            self.latest_safe_year = kept
                .last()
                .map(|(delay, _)| self.decision_year + i32::from(*delay));
            self.is_safe_throughout = self.avoided_ha.iter().all(|(_, a)| is_kept(*a));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loss_and_safe_year_by_hand() {
        // 100 ha in time, 95 after one year, 85 after two, 40 after ten, nothing after fifteen:
        // (100 − 40)/10 = 6 ha a year, and 90 ha are kept up to one year late.
        let mut finding = DelayFinding {
            lever: 0,
            decision_year: 2027,
            avoided_ha: vec![(0, 100.0), (1, 95.0), (2, 85.0), (10, 40.0), (15, 0.0)],
            lost_ha_per_year: f64::NAN,
            latest_safe_year: None,
            is_safe_throughout: false,
        };
        finding.conclude();
        assert!((finding.lost_ha_per_year - 6.0).abs() < 1e-12);
        assert_eq!(finding.latest_safe_year, Some(2028));
    }

    #[test]
    fn a_lever_without_effect_has_no_safe_year() {
        let mut finding = DelayFinding {
            lever: 0,
            decision_year: 2027,
            avoided_ha: vec![(0, 0.2), (10, 0.1)],
            lost_ha_per_year: f64::NAN,
            latest_safe_year: None,
            is_safe_throughout: false,
        };
        finding.conclude();
        assert_eq!(finding.latest_safe_year, None);
    }
}
