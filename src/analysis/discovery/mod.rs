//! Under which conditions something happens: rules over the uncertain inputs of a scenario.
//!
//! The draws of a run are the cases, and those that meet a [`Condition`] the positive ones. The
//! dimensions are the inputs as they are drawn, and the random walks of pathways by where they stand in
//! the last year that the condition looks at. The first half of the draws is searched and the second one
//! tests what is found there (see [`prim`](crate::statistics::prim)); every figure of a rule is over the
//! second half.
//!
//! Inputs of one correlation group move together, so that a rule may name one where another does the work.

mod words;

use super::condition::{Condition, NoCondition};
use crate::engine::{Column, DrawnColumns, EngineError, Experiment, OutcomeTable, RunOptions};
use crate::model::WalkIndex;
use crate::numeric::count;
use crate::sampling::StreamKey;
use crate::scenario::UncertainInput;
use crate::statistics::prim::{
    Cases, Dimension, Found, Induction, Kept, Restriction, Search, cover, stability,
};
use crate::statistics::quantiles;

/// The least part of the draws that must meet the condition, and that must not.
const LEAST_SHARE: f64 = 0.02;

/// The fewest draws of either kind in each half.
const LEAST_DRAWS: usize = 20;

/// How many times the draws are divided anew to see whether restrictions come back.
pub const DIVISIONS: usize = 40;

/// The levels at which the outcomes of a condition are described.
pub const SPREAD: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// What can be restricted: an input or a random walk.
#[derive(Debug, Clone, PartialEq)]
pub struct Subject {
    /// Which column it is.
    pub column: Column,
    /// Its name in scenario files.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// The correlation group that it belongs to.
    pub group: Option<String>,
}

/// What is asked of a search.
#[derive(Debug, Clone, PartialEq)]
pub struct Question<'q> {
    /// What is to happen.
    pub condition: &'q Condition,
    /// What rules must be like.
    pub search: Search,
    /// The most rules.
    pub most: usize,
}

/// What a search found.
#[derive(Debug)]
pub struct Discovery {
    /// The sum of the condition's outcomes in each draw.
    pub values: Vec<f64>,
    /// Whether each draw meets the condition.
    pub is_met: Vec<bool>,
    /// The outcomes' quantiles at the levels of [`SPREAD`].
    pub spread: [f64; SPREAD.len()],
    /// The inputs and walks, in the order of dimensions.
    pub subjects: Vec<Subject>,
    /// The draws of every subject.
    pub dimensions: Vec<Dimension>,
    /// The searches, each among what the rules of the earlier ones leave; none when the condition does not
    /// divide the draws.
    pub searches: Vec<Induction>,
    /// Which restrictions come back when the draws are divided anew, for the first rule.
    pub stability: Vec<Kept>,
    /// A threshold that about a quarter of the draws meets, when this one does not divide them.
    pub better_threshold: Option<f64>,
}

/// Why a search could not begin.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DiscoveryError {
    /// The condition cannot be looked at.
    #[error(transparent)]
    Condition(#[from] NoCondition),
    /// The columns could not be made.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// There are too many draws for the memory allowed.
    #[error(
        "{draws} draws of {inputs} inputs take {needed} MiB; choose fewer draws with --draws, or allow \
         more with --memory"
    )]
    Memory {
        /// The draws.
        draws: usize,
        /// The inputs.
        inputs: usize,
        /// What they take.
        needed: usize,
    },
}

impl Discovery {
    /// The part of the draws that meets the condition.
    #[must_use]
    pub fn share(&self) -> f64 {
        count(self.met()) / count(self.is_met.len().max(1))
    }

    /// The rules, in the order in which they were found.
    pub fn rules(&self) -> impl Iterator<Item = &Found> {
        self.searches.iter().filter_map(|one| one.found.as_ref())
    }

    /// How often a restriction of the first rule comes back when the draws are divided anew.
    #[must_use]
    pub fn kept(&self, restriction: &Restriction) -> Option<&Kept> {
        let place = (restriction.dimension, restriction.side);
        let mut kept = self.stability.iter();
        kept.find(|kept| (kept.dimension, kept.side) == place)
    }

    fn met(&self) -> usize {
        self.is_met.iter().filter(|is_met| **is_met).count()
    }

    /// The part of the draws in which a restriction holds by itself.
    #[must_use]
    pub fn share_within(&self, restriction: &Restriction) -> f64 {
        let draws = 0..self.is_met.len();
        let within = draws.filter(|&draw| restriction.holds(&self.dimensions, draw));
        count(within.count()) / count(self.is_met.len().max(1))
    }
}

/// Searches for rules under which the outcomes of a run meet a condition.
///
/// The same for any number of threads.
///
/// # Errors
/// When the run does not report what the condition looks at, or the draws of all inputs do not fit in
/// the memory allowed.
pub fn discover(
    experiment: &Experiment<'_>,
    table: &OutcomeTable,
    options: &RunOptions,
    question: &Question<'_>,
) -> Result<Discovery, DiscoveryError> {
    let condition = question.condition;
    let values = condition.values(experiment.scenario, table)?;
    let is_met: Vec<bool> = values.iter().map(|&value| condition.holds(value)).collect();
    let mut discovery = Discovery {
        spread: spread(&values),
        values,
        is_met,
        subjects: Vec::new(),
        dimensions: Vec::new(),
        searches: Vec::new(),
        stability: Vec::new(),
        better_threshold: None,
    };
    if !divides(&discovery.is_met) {
        discovery.better_threshold = better_threshold(condition, &discovery.values);
        return Ok(discovery);
    }
    let drawn = DrawnColumns::of(experiment, options)?;
    discovery.subjects = subjects(experiment, condition, &drawn);
    check_memory(&discovery, options)?;
    let columns: Vec<_> = discovery.subjects.iter().map(|one| one.column).collect();
    discovery.dimensions = drawn.map(&columns, |_, values| Dimension::new(values.to_vec()));
    let cases = Cases::all(&discovery.dimensions, &discovery.is_met);
    let (searched, tested) = cases.halves();
    let found = cover(&searched, &tested, &question.search, question.most);
    let mut random = StreamKey::new(experiment.seed, "discovery.divisions").generator(0);
    let kept = stability(&cases, &question.search, DIVISIONS, &mut random);
    (discovery.searches, discovery.stability) = (found, kept);
    Ok(discovery)
}

fn spread(values: &[f64]) -> [f64; SPREAD.len()] {
    let found = quantiles(values, &SPREAD);
    std::array::from_fn(|place| found[place])
}

/// Whether enough draws of both halves meet the condition, and enough do not.
fn divides(is_met: &[bool]) -> bool {
    let (first, second) = is_met.split_at(is_met.len() / 2);
    [first, second].iter().all(|half| {
        let met = half.iter().filter(|is_met| **is_met).count();
        let fewer = met.min(half.len() - met);
        fewer >= LEAST_DRAWS && count(fewer) >= LEAST_SHARE * count(half.len())
    })
}

/// A round threshold that about a quarter of the draws meets; none when no threshold divides them.
fn better_threshold(condition: &Condition, values: &[f64]) -> Option<f64> {
    if condition.is_yes_or_no() {
        return None;
    }
    let level = if condition.relation.is_upward() {
        0.75
    } else {
        0.25
    };
    let quantile = quantiles(values, &[level])[0];
    let rounded: f64 = format!("{quantile:.1e}").parse().ok()?;
    [rounded, quantile].into_iter().find(|&threshold| {
        let other = condition.at(threshold);
        let is_met: Vec<bool> = values.iter().map(|&value| other.holds(value)).collect();
        divides(&is_met)
    })
}

/// Everything that is drawn.
fn subjects(
    experiment: &Experiment<'_>,
    condition: &Condition,
    drawn: &DrawnColumns,
) -> Vec<Subject> {
    let scenario = experiment.scenario;
    let groups = scenario.correlation.names();
    let inputs = drawn.inputs().into_iter().map(|index| {
        let input: &UncertainInput = &scenario.inputs[index.0];
        Subject {
            column: Column::Input(index),
            name: input.name.to_string(),
            unit: input.unit.clone(),
            group: input.tie().map(|(group, _)| groups[group].clone()),
        }
    });
    let timeline = scenario.system.timeline;
    let last = condition.years().last().copied();
    let step = timeline.step(last.unwrap_or(timeline.last()));
    let step = step.unwrap_or(timeline.years() - 1);
    let walks = (0..scenario.walks.len()).map(|walk| Subject {
        column: Column::Walk(WalkIndex(walk), step),
        name: scenario.walking_pathway(WalkIndex(walk)).to_owned(),
        unit: "√yr".to_owned(),
        group: None,
    });
    inputs.chain(walks).collect()
}

fn check_memory(discovery: &Discovery, options: &RunOptions) -> Result<(), DiscoveryError> {
    let (draws, inputs) = (discovery.is_met.len(), discovery.subjects.len());
    let bytes = (size_of::<f64>() + size_of::<u32>()) * draws.saturating_mul(inputs);
    if bytes > options.memory {
        return Err(DiscoveryError::Memory {
            draws,
            inputs,
            needed: bytes >> 20,
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_that_all_or_few_meet_does_not_divide() {
        let met = |number: usize| -> Vec<bool> { (0..2_000).map(|i| i % 1_000 < number).collect() };
        assert!(divides(&met(30)) && divides(&met(970)));
        assert!(!divides(&met(19)) && !divides(&met(0)) && !divides(&met(1_000)));
        // one half without any
        let first: Vec<bool> = (0..2_000).map(|i| i < 500).collect();
        assert!(!divides(&first));
    }

    #[test]
    fn a_better_threshold_is_round_and_met_by_about_a_quarter() {
        let condition: Condition = "backlog,2050 > 1e9".parse().unwrap();
        let values: Vec<f64> = (0..1_000).map(|i| f64::from(i * 617 % 1_000)).collect();
        assert_eq!(better_threshold(&condition, &values), Some(750.0));
        let below: Condition = "backlog,2050 < 0".parse().unwrap();
        assert_eq!(better_threshold(&below, &values), Some(250.0));
        assert_eq!(better_threshold(&condition, &[0.0; 1_000]), None);
    }
}
