//! `compare --satisfied`: by what variants are judged over scenarios.

use ruimtevraag::analysis::{
    Comparison, Condition, Performance, Robustness, Yardstick, performances, robustness,
    usual_condition,
};
use ruimtevraag::chart::robustness_charts;
use ruimtevraag::engine::{Detail, Experiment, OutcomeKey, Outcomes};
use ruimtevraag::export::{Compared, Table, robustness_table, satisfaction_table};
use ruimtevraag::language::{Bilingual, Texts};
use ruimtevraag::model::OutcomeKind;
use ruimtevraag::results::NamedChart;
use ruimtevraag::units::Year;

use super::arguments::CompareArguments;
use super::job;
use super::output::Failure;
use super::terminal;

/// By what choices are judged, and how they do.
pub struct Judgement {
    wanted: Wanted,
    level: f64,
    /// One list for each scenario that was judged.
    performances: Vec<Vec<Performance>>,
}

/// What a draw must meet to satisfy.
enum Wanted {
    /// What was asked for.
    Asked(Condition),
    /// What is usual at a year: known when the first scenario is.
    Usual(Year),
    /// The same, now that it is known.
    Known(Condition),
    /// Scenarios that end in different years are not judged unless a condition is asked for.
    Nothing,
}

impl Judgement {
    /// What is asked of the scenarios of some experiments, which from then on report it.
    pub fn prepare(
        arguments: &CompareArguments,
        experiments: &mut [Experiment<'_>],
    ) -> Result<Self, Failure> {
        let wanted = match &arguments.satisfied {
            Some(condition) => {
                for experiment in experiments {
                    report_too(experiment, condition)?;
                }
                Wanted::Asked(condition.clone())
            }
            None => usual(experiments),
        };
        Ok(Self {
            wanted,
            level: arguments.level,
            performances: Vec::new(),
        })
    }

    /// Judges the choices in the next scenario.
    pub fn judge(
        &mut self,
        experiment: &Experiment<'_>,
        outcomes: &Outcomes,
        comparison: &Comparison<'_>,
    ) -> Result<(), Failure> {
        if let Wanted::Usual(year) = self.wanted {
            let usual = usual_condition(comparison, year);
            self.wanted = usual.map_or(Wanted::Nothing, Wanted::Known);
        }
        if let Some(condition) = self.condition() {
            let found = performances(experiment.scenario, outcomes, condition);
            let found = found.map_err(|error| job::refused("--satisfied", &error))?;
            self.performances.push(found);
        }
        Ok(())
    }

    fn condition(&self) -> Option<&Condition> {
        match &self.wanted {
            Wanted::Asked(condition) | Wanted::Known(condition) => Some(condition),
            Wanted::Usual(_) | Wanted::Nothing => None,
        }
    }

    /// What was asked, as it is typed.
    pub fn typed(&self) -> String {
        self.condition().map_or(String::new(), |condition| {
            format!(" --satisfied \"{condition}\" --level {}", self.level)
        })
    }

    /// The answer, once every scenario is judged; nothing without a condition.
    pub fn answer(&self) -> Option<Answer> {
        let yardstick = Yardstick {
            condition: self.condition()?.clone(),
            level: self.level,
        };
        Some(Answer {
            robustness: robustness(&self.performances, &yardstick),
            yardstick,
            is_usual: matches!(self.wanted, Wanted::Known(_)),
        })
    }
}

/// The experiment reports what a condition looks at, or is refused.
fn report_too(experiment: &mut Experiment<'_>, condition: &Condition) -> Result<(), Failure> {
    let refused = |error| job::refused("--satisfied", &error);
    let keys = condition.keys_in(experiment.scenario);
    let keys = keys.map_err(|error| refused(error.into()))?;
    let mut reported = experiment.reported();
    let missing: Vec<_> = { keys.into_iter() }
        .filter(|key| !reported.contains(key))
        .collect();
    if !missing.is_empty() {
        reported.extend(missing);
        experiment.detail = Detail::Only(reported);
    }
    condition.check(experiment).map_err(refused)
}

/// Need that was never met in the last year of all.
fn usual(experiments: &[Experiment<'_>]) -> Wanted {
    let last = |experiment: &Experiment<'_>| experiment.years.last().copied();
    let Some(year) = experiments.first().and_then(last) else {
        return Wanted::Nothing;
    };
    let unmet = OutcomeKey::total(OutcomeKind::Unmet, Some(year));
    let is_reported = |experiment: &Experiment<'_>| experiment.reported().contains(&unmet);
    if experiments.iter().all(is_reported) {
        Wanted::Usual(year)
    } else {
        Wanted::Nothing
    }
}

/// How robust every choice is.
pub struct Answer {
    yardstick: Yardstick,
    robustness: Vec<Robustness>,
    /// Whether nothing was asked for.
    is_usual: bool,
}

impl Answer {
    /// The tables with their names.
    pub fn tables(&self, compared: &[Compared<'_, '_>]) -> [(&'static str, Table); 2] {
        let (robustness, yardstick) = (&self.robustness, &self.yardstick);
        [
            (
                "robustness",
                robustness_table(compared, robustness, yardstick),
            ),
            (
                "robustness_by_scenario",
                satisfaction_table(compared, robustness, yardstick),
            ),
        ]
    }

    /// The charts, when there are several scenarios.
    pub fn charts(&self, experiments: &[&Experiment<'_>], texts: &Bilingual) -> Vec<NamedChart> {
        NamedChart::all(texts, |texts| {
            robustness_charts(experiments, &self.robustness, &self.yardstick, texts)
        })
    }

    /// The answer for the terminal; nothing of one scenario when nothing was asked.
    pub fn on_the_terminal(&self, compared: &[Compared<'_, '_>], texts: &Texts) -> String {
        if self.is_usual && compared.len() < 2 {
            return String::new();
        }
        let table = terminal::robustness(compared, &self.robustness, &self.yardstick, texts);
        if self.is_usual {
            table + &texts.get("satisfied-usual") + "\n"
        } else {
            table
        }
    }
}
