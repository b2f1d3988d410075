//! When a run is precise enough: rules such as `se(p50(need,2050)) < 0.5%`.
//!
//! A rule looks at the Monte Carlo standard error of one statistic of one outcome after whole
//! replicates of a fixed size, so that a run ends after the same draws on any number of threads.
//! A run that looks often ends a little early on average, since it ends when the estimated error
//! happens to be small; looks that lie ever further apart keep that effect small.

use std::fmt;
use std::str::FromStr;

use super::precision::Errors;
use crate::engine::{
    EngineError, Experiment, Look, NoOutcome, Observer, OutcomeDraws, OutcomeKey, OutcomeName,
    Outcomes, RunOptions, run_until,
};
use crate::sampling::DesignKind;

/// Draws of each replicate of a run that ends by a rule: a power of two, for Sobol' sequences.
pub const REPLICATE_DRAWS: usize = 1_024;

/// What a rule looks at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Statistic {
    /// The mean.
    Mean,
    /// The quantile at a percentage above 0 and below 100.
    Percentile(f64),
}

impl fmt::Display for Statistic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Statistic::Mean => f.write_str("mean"),
            Statistic::Percentile(percent) => write!(f, "p{percent}"),
        }
    }
}

/// How large a standard error may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Limit {
    /// Percent of the magnitude of the estimate.
    Percent(f64),
    /// In the unit of the outcome.
    Absolute(f64),
}

/// A rule that says when a run is precise enough.
#[derive(Debug, Clone, PartialEq)]
pub struct StoppingRule {
    /// What it looks at.
    pub statistic: Statistic,
    /// The outcome.
    pub outcome: OutcomeName,
    /// How large the standard error may be.
    pub limit: Limit,
}

/// Why a text is no rule.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoRule {
    /// It has another form.
    #[error("`{0}` is no stopping rule; write one like `se(p50(need,2050)) < 0.5%`")]
    Form(String),
    /// The statistic has no such name.
    #[error(
        "`{0}` is no statistic; expected `mean`, or a percentile between p0 and p100 as in `p50`"
    )]
    Statistic(String),
    /// It names no outcome.
    #[error(transparent)]
    Outcome(#[from] NoOutcome),
    /// The limit is none.
    #[error(
        "`{0}` is no limit; expected a number above 0 in the outcome's unit, or a percentage as in `0.5%`"
    )]
    Limit(String),
}

impl FromStr for StoppingRule {
    type Err = NoRule;

    fn from_str(text: &str) -> Result<Self, NoRule> {
        let form = || NoRule::Form(text.trim().to_owned());
        let (left, limit) = text.split_once('<').ok_or_else(form)?;
        let inside = |text: &str| Some(text.trim().strip_suffix(')')?.trim().to_owned());
        let call = left.trim().strip_prefix("se(").and_then(inside);
        let call = call.ok_or_else(form)?;
        let (statistic, of) = call.split_once('(').ok_or_else(form)?;
        let of = inside(of).ok_or_else(form)?;
        Ok(Self {
            statistic: statistic_of(statistic.trim())?,
            outcome: of.parse()?,
            limit: limit_of(limit.trim())?,
        })
    }
}

fn statistic_of(name: &str) -> Result<Statistic, NoRule> {
    if name == "mean" {
        return Ok(Statistic::Mean);
    }
    let percent = name
        .strip_prefix('p')
        .and_then(|percent| percent.parse().ok());
    percent
        .filter(|percent: &f64| *percent > 0.0 && *percent < 100.0)
        .map(Statistic::Percentile)
        .ok_or_else(|| NoRule::Statistic(name.to_owned()))
}

fn limit_of(text: &str) -> Result<Limit, NoRule> {
    let (number, limit): (_, fn(f64) -> Limit) = match text.strip_suffix('%') {
        Some(percent) => (percent.trim(), Limit::Percent),
        None => (text, Limit::Absolute),
    };
    let number = number.parse().ok();
    let number = number.filter(|number: &f64| *number > 0.0 && number.is_finite());
    number
        .map(limit)
        .ok_or_else(|| NoRule::Limit(text.to_owned()))
}

impl fmt::Display for StoppingRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "se({}({}", self.statistic, self.outcome)?;
        match self.limit {
            Limit::Percent(percent) => write!(f, ")) < {percent}%"),
            Limit::Absolute(amount) => write!(f, ")) < {amount}"),
        }
    }
}

/// What a rule saw when it looked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sighting {
    /// The draws that were done.
    pub draws: usize,
    /// The estimate.
    pub value: f64,
    /// Its Monte Carlo standard error.
    pub standard_error: f64,
}

/// Why a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The standard error was small enough.
    Reached,
    /// All draws that were allowed were made.
    Cap,
}

impl Ended {
    /// The name in records.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Ended::Reached => "reached",
            Ended::Cap => "cap",
        }
    }
}

/// How a run by a rule went.
#[derive(Debug, Clone, PartialEq)]
pub struct Stopping {
    /// The rule.
    pub rule: StoppingRule,
    /// The outcome that it looks at.
    pub key: OutcomeKey,
    /// What it saw, look by look.
    pub sightings: Vec<Sighting>,
    /// Why the run ended.
    pub ended: Ended,
}

/// Why a run by a rule gave nothing.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum UntilError {
    /// The run failed.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// The scenario has no such outcome.
    #[error(transparent)]
    Outcome(#[from] NoOutcome),
}

impl StoppingRule {
    /// Whether an estimate is precise enough: always when it has no error, as that of an outcome that is
    /// the same in every draw, and never when its error is not known.
    #[must_use]
    pub fn is_met(&self, value: f64, standard_error: f64) -> bool {
        if standard_error == 0.0 {
            return true;
        }
        match self.limit {
            Limit::Percent(percent) => standard_error < percent / 100.0 * value.abs(),
            Limit::Absolute(amount) => standard_error < amount,
        }
    }

    fn look(&self, key: &OutcomeKey, look: &Look<'_>, design: DesignKind) -> Option<Sighting> {
        let errors = Errors::of(look.replicates(), design);
        let statistic = self.statistic;
        let (value, standard_error) =
            look.look_at(key, |draws| estimate(statistic, &draws, &errors))?;
        Some(Sighting {
            draws: look.draws(),
            value,
            standard_error,
        })
    }
}

/// A statistic and its standard error.
fn estimate(statistic: Statistic, draws: &OutcomeDraws<'_>, errors: &Errors<'_>) -> (f64, f64) {
    match statistic {
        Statistic::Mean => errors.mean(draws),
        Statistic::Percentile(percent) => errors.quantile(draws, percent / 100.0),
    }
}

/// Runs an experiment until a rule is met, and at most for its number of draws.
///
/// Draws come in replicates of [`REPLICATE_DRAWS`], whatever the experiment says.
///
/// # Errors
/// When the run fails, or does not report what the rule looks at.
pub fn compute_until(
    experiment: &Experiment<'_>,
    options: &RunOptions,
    observer: &dyn Observer,
    rule: &StoppingRule,
) -> Result<(Outcomes, Stopping), UntilError> {
    let experiment = Experiment {
        replicate_draws: Some(REPLICATE_DRAWS),
        ..experiment.clone()
    };
    let key = experiment.keys_of(std::slice::from_ref(&rule.outcome))?[0];
    let mut sightings = Vec::new();
    let (outcomes, is_reached) = run_until(&experiment, options, observer, |look| {
        let seen = rule.look(&key, look, experiment.design);
        sightings.extend(seen);
        seen.is_some_and(|seen| rule.is_met(seen.value, seen.standard_error))
    })?;
    let ended = if is_reached {
        Ended::Reached
    } else {
        Ended::Cap
    };
    Ok((
        outcomes,
        Stopping {
            rule: rule.clone(),
            key,
            sightings,
            ended,
        },
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(text: &str) -> Result<StoppingRule, NoRule> {
        text.parse()
    }

    #[test]
    fn rules_are_read_and_written() {
        let read = rule(" se( p50( need , 2050 ) ) < 0.5 % ").unwrap();
        assert_eq!(read.statistic, Statistic::Percentile(50.0));
        assert_eq!(read.limit, Limit::Percent(0.5));
        assert_eq!(read.outcome, "need,2050".parse().unwrap());
        for text in [
            "se(p50(need,2050)) < 0.5%",
            "se(mean(need/industry,2030)) < 2",
            "se(p97.5(backlog,region=NL36,segment=wet-hmc,2040)) < 0.25",
            "se(p50(double_use_peak)) < 1%",
            "se(mean(need,2050)) < 0.87%",
        ] {
            assert_eq!(rule(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_rule_is_refused_with_a_hint() {
        for (text, hint) in [
            ("p50(need,2050) < 1%", "write one like"),
            ("se(p50(need,2050))", "write one like"),
            ("se(p50(need(2050)) < 1", "write one like"),
            ("se(median(need,2050)) < 1", "`mean`"),
            ("se(p100(need,2050)) < 1", "`p50`"),
            ("se(p50(needs,2050)) < 1", "need, release"),
            ("se(p50(need/farms,2050)) < 1", "industry, circular"),
            ("se(p50(need,soon)) < 1", "2050"),
            ("se(p50(need,2050)) < 0", "above 0"),
            ("se(p50(need,2050)) < NaN", "above 0"),
        ] {
            let error = rule(text).unwrap_err().to_string();
            assert!(error.contains(hint), "{text}: {error}");
        }
    }

    #[test]
    fn a_rule_is_met_below_its_limit_only() {
        let relative = rule("se(mean(need,2050)) < 1%").unwrap();
        assert!(relative.is_met(-200.0, 1.9) && !relative.is_met(-200.0, 2.0));
        assert!(!relative.is_met(0.0, 0.1) && !relative.is_met(200.0, f64::NAN));
        // an outcome that is the same in every draw has no error to wait for
        assert!(relative.is_met(0.0, 0.0));
        let absolute = rule("se(mean(need,2050)) < 3").unwrap();
        assert!(absolute.is_met(1e9, 2.9) && !absolute.is_met(1e9, 3.0));
    }
}
