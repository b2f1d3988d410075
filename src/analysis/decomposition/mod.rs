//! What each driver brings to a change: exact Shapley values on the same draws.
//!
//! A change has two ends, such as two scenarios, and a few drivers, each of which can stand at either end.
//! Every combination is computed on the same draws, and a driver's part is the mean of what moving it
//! changes over all orders in which the drivers could be moved. The parts add up to the whole change in
//! every draw, and so do their means; quantiles do not add up, and what the change of the median differs
//! from the change of the mean is stated beside it.
//!
//! Three changes are looked at:
//!
//! - over time, from the base year on: a driver that is held back keeps its pathways at their value of the
//!   base year, or its transitions unbegun. What is asked even then is stated as the beginning.
//! - between two scenarios of one family: a driver takes the distributions of its inputs from one or the other. What
//!   they differ in besides, such as areas and correlations, moves last of all and stands apart.
//! - between two policy variants: a driver is a lever.

mod apart;
mod driver_group;

pub use driver_group::DriverGroup;

use crate::engine::{
    Detail, EngineError, Experiment, NoOutcome, Observer, OutcomeKey, OutcomeName, RunOptions,
    run_kept,
};
use crate::model::{PathwayIndex, Standstill};
use crate::sampling::DesignKind;
use crate::scenario::{PolicyLever, PolicyVariant, Scenario, UncertainInput};
use crate::statistics::MOST_PLAYERS;
use crate::units::Year;
use apart::{all_apart, columns, mean};

/// The mean and the median at one end of a change.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct End {
    /// The mean.
    pub mean: f64,
    /// The median.
    pub p50: f64,
}

/// What one driver brings.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// The mean over the draws.
    pub mean: f64,
    /// P5, P50 and P95 over the draws.
    pub band: [f64; 3],
}

/// A change of one outcome, taken apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Decomposition {
    /// The outcome.
    pub outcome: OutcomeName,
    /// Where it is.
    pub key: OutcomeKey,
    /// Where the change begins.
    pub from: End,
    /// Where it ends.
    pub to: End,
    /// What each driver brings, in their order.
    pub parts: Vec<Part>,
}

/// What is decomposed, and by whom.
#[derive(Debug, Clone, PartialEq)]
pub struct Decomposed<D> {
    /// The drivers.
    pub drivers: Vec<D>,
    /// One for each outcome.
    pub changes: Vec<Decomposition>,
}

/// Why a change cannot be taken apart.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DecompositionError {
    /// A run failed.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// An outcome is none of the scenario.
    #[error(transparent)]
    Outcome(#[from] NoOutcome),
    /// Two scenarios are not of one family.
    #[error(
        "scenarios `{one}` and `{other}` do not have the same {what}, so that nothing can be taken from \
         one into the other; compare a scenario with one that extends it"
    )]
    NotOneFamily {
        /// The first scenario.
        one: String,
        /// The second scenario.
        other: String,
        /// In what they differ: `inputs (industry.x, …)`.
        what: String,
    },
    /// Nothing differs.
    #[error("nothing differs between the two, so that there is no change to take apart")]
    Nothing,
    /// There are too many levers.
    #[error(
        "{levers} levers differ, and every combination of more than {MOST_PLAYERS} takes too long; \
         choose variants that differ in fewer"
    )]
    TooMany {
        /// How many.
        levers: usize,
    },
}

/// How a decomposition is run.
pub struct Means<'m> {
    /// The means of each run.
    pub options: &'m RunOptions,
    /// Who watches.
    pub observer: &'m dyn Observer,
    /// The outcomes.
    pub outcomes: &'m [OutcomeName],
    /// How many draws, the same for every combination of drivers.
    pub draws: usize,
    /// Their seed.
    pub seed: u64,
    /// How they fill the range of every input.
    pub design: DesignKind,
}

impl Means<'_> {
    /// The experiment that reports the outcomes and nothing else.
    fn experiment<'a>(&self, scenario: &'a Scenario) -> Result<Experiment<'a>, NoOutcome> {
        Ok(Experiment {
            draws: self.draws,
            seed: self.seed,
            design: self.design,
            ..reporting(scenario, self.outcomes)?
        })
    }
}

/// An experiment that reports outcomes and nothing else.
fn reporting<'a>(
    scenario: &'a Scenario,
    outcomes: &[OutcomeName],
) -> Result<Experiment<'a>, NoOutcome> {
    let keys: Result<Vec<_>, _> = { outcomes.iter() }
        .map(|one| one.key_in(scenario))
        .collect();
    let mut years: Vec<Year> = outcomes.iter().filter_map(|one| one.year).collect();
    years.sort_unstable();
    years.dedup();
    Ok(Experiment {
        years,
        detail: Detail::Only(keys?),
        ..Experiment::of(scenario)
    })
}

/// Refuses outcomes that a scenario does not report, before anything is run.
///
/// # Errors
/// When an outcome is none of the scenario, or not reported.
pub fn check_outcomes(
    scenario: &Scenario,
    outcomes: &[OutcomeName],
) -> Result<(), DecompositionError> {
    reporting(scenario, outcomes)?.keys_of(outcomes)?;
    Ok(())
}

/// The members of a set, by their bits.
fn members<T: Copy>(all: &[T], set: usize) -> Vec<T> {
    let chosen = all
        .iter()
        .enumerate()
        .filter(|(bit, _)| set >> bit & 1 == 1);
    chosen.map(|(_, one)| *one).collect()
}

/// The pathways that move, each with its driver.
fn moving_pathways(scenario: &Scenario) -> Vec<(DriverGroup, PathwayIndex)> {
    let pathways = scenario.inventory.pathways.iter();
    pathways
        .map(|pathway| (DriverGroup::of(&pathway.name), pathway.pathway))
        .collect()
}

/// The drivers that move in a scenario.
///
/// # Errors
/// When none does.
pub fn moving_drivers(scenario: &Scenario) -> Result<Vec<DriverGroup>, DecompositionError> {
    let pathways = moving_pathways(scenario);
    let has_transitions = !scenario.system.transitions.is_empty();
    let is_present = |driver: &DriverGroup| {
        pathways.iter().any(|(of, _)| of == driver)
            || (*driver == DriverGroup::GreenReturn && has_transitions)
    };
    some(DriverGroup::ALL.into_iter().filter(is_present).collect())
}

fn some(drivers: Vec<DriverGroup>) -> Result<Vec<DriverGroup>, DecompositionError> {
    if drivers.is_empty() {
        return Err(DecompositionError::Nothing);
    }
    Ok(drivers)
}

/// What the movement of each driver since the base year brings.
///
/// # Errors
/// When a run fails or does not report an outcome, or nothing in the scenario moves.
pub fn decompose_over_time(
    scenario: &mut Scenario,
    means: &Means<'_>,
) -> Result<Decomposed<DriverGroup>, DecompositionError> {
    let drivers = moving_drivers(scenario)?;
    let pathways = moving_pathways(scenario);
    let runs = (0..1 << drivers.len()).map(|set| {
        let moved = members(&drivers, set);
        let is_held = |driver: DriverGroup| !moved.contains(&driver);
        let held = pathways.iter().filter(|(driver, _)| is_held(*driver));
        scenario.system.standstill = Standstill {
            pathways: held.map(|(_, pathway)| *pathway).collect(),
            transitions: is_held(DriverGroup::GreenReturn),
        };
        run_one(scenario, means)
    });
    let runs: Result<Vec<_>, _> = runs.collect();
    // Back as it was, whether the runs succeeded or not.
    scenario.system.standstill = Standstill::default();
    let changes = all_apart(scenario, means.outcomes, &runs?)?;
    Ok(Decomposed { drivers, changes })
}

fn run_one(scenario: &Scenario, means: &Means<'_>) -> Result<Vec<Vec<f64>>, DecompositionError> {
    let experiment = means.experiment(scenario)?;
    let found = run_kept(&experiment, means.options, means.observer)?;
    columns(scenario, &found.base, means.outcomes)
}

/// The drivers by whose inputs two scenarios differ.
///
/// # Errors
/// When the scenarios differ in more than the values of inputs, or not at all.
pub fn differing_drivers(
    one: &Scenario,
    other: &Scenario,
) -> Result<Vec<DriverGroup>, DecompositionError> {
    check_family(one, other)?;
    let pairs = one.inputs.iter().zip(&other.inputs);
    let differing = pairs.filter(|(a, b)| is_changed(a, b));
    let mut drivers: Vec<_> = differing
        .map(|(a, _)| DriverGroup::of(a.name.as_str()))
        .collect();
    drivers.sort_unstable();
    drivers.dedup();
    some(drivers)
}

/// What each driver brings when its inputs go from the distributions of one scenario to those of another.
///
/// # Errors
/// When the scenarios differ in more than the values of inputs, a run fails, or does not report an outcome.
pub fn decompose_scenarios(
    one: &mut Scenario,
    other: &Scenario,
    means: &Means<'_>,
) -> Result<Decomposed<DriverGroup>, DecompositionError> {
    let mut drivers = differing_drivers(one, other)?;
    let own = one.inputs.clone();
    let of_inputs = drivers.clone();
    let runs = (0..1 << of_inputs.len()).map(|set| {
        let moved = members(&of_inputs, set);
        let inputs = own.iter().zip(&other.inputs).map(|(own, other)| {
            let is_moved = moved.contains(&DriverGroup::of(own.name.as_str()));
            if is_moved { other } else { own }.clone()
        });
        one.inputs = inputs.collect();
        run_one(one, means)
    });
    let runs: Result<Vec<_>, _> = runs.collect();
    one.inputs = own;
    let runs = runs?;
    let mut changes = all_apart(one, means.outcomes, &runs)?;
    let end = run_one(other, means)?;
    if let Some(moved) = runs.last().filter(|moved| differ(moved, &end)) {
        drivers.push(DriverGroup::SetUp);
        for (change, (moved, end)) in changes.iter_mut().zip(moved.iter().zip(&end)) {
            change.add_last(moved, end);
        }
    }
    Ok(Decomposed { drivers, changes })
}

/// Whether some mean differs by more than rounding.
fn differ(one: &[Vec<f64>], other: &[Vec<f64>]) -> bool {
    let mut pairs = one.iter().zip(other).map(|(a, b)| [mean(a), mean(b)]);
    pairs.any(|[a, b]| (a - b).abs() > ROUNDING * a.abs().max(b.abs()))
}

/// Means that differ by less than this part are the same.
const ROUNDING: f64 = 1e-9;

fn is_changed(one: &UncertainInput, other: &UncertainInput) -> bool {
    one.distribution != other.distribution || one.group != other.group
}

/// Two scenarios are of one family when they have the same inputs, walks, entities and correlation groups in
/// the same order.
fn check_family(one: &Scenario, other: &Scenario) -> Result<(), DecompositionError> {
    let names = |scenario: &Scenario| -> [Vec<String>; 4] {
        let inputs = scenario.inputs.iter().map(|input| input.name.to_string());
        let entities = scenario.entities.iter().map(|entity| entity.id.to_string());
        [
            inputs.collect(),
            scenario.walks.clone(),
            entities.collect(),
            scenario.correlation.names().to_vec(),
        ]
    };
    let kinds = ["inputs", "random walks", "entities", "correlation groups"];
    for ((kind, a), b) in kinds.iter().zip(names(one)).zip(names(other)) {
        if a != b {
            let lone = a.iter().find(|name| !b.contains(name));
            let lone = lone.or_else(|| b.iter().find(|name| !a.contains(name)));
            let what = lone.map_or((*kind).to_owned(), |name| format!("{kind} ({name}, …)"));
            return Err(DecompositionError::NotOneFamily {
                one: one.id.to_string(),
                other: other.id.to_string(),
                what,
            });
        }
    }
    Ok(())
}

/// The place of a lever among others, by its id.
fn place(levers: &[PolicyLever], lever: &PolicyLever) -> Option<usize> {
    let id = &lever.description.id;
    levers.iter().position(|one| one.description.id == *id)
}

fn holds(levers: &[PolicyLever], lever: &PolicyLever) -> bool {
    place(levers, lever).is_some()
}

/// The levers by which two variants differ, each with whether it comes or goes; `from` may be absent.
///
/// # Errors
/// When they differ in none or in more than [`MOST_PLAYERS`].
pub fn differing_levers(
    from: Option<&PolicyVariant>,
    to: &PolicyVariant,
) -> Result<Vec<PolicyLever>, DecompositionError> {
    let of_from = from.map_or(&[][..], |variant| &variant.levers);
    let goes = of_from.iter().filter(|lever| !holds(&to.levers, lever));
    let comes = to.levers.iter().filter(|lever| !holds(of_from, lever));
    let levers: Vec<_> = goes.chain(comes).cloned().collect();
    match levers.len() {
        0 => Err(DecompositionError::Nothing),
        number if number > MOST_PLAYERS => Err(DecompositionError::TooMany { levers: number }),
        _ => Ok(levers),
    }
}

/// What each lever brings by which two variants differ.
///
/// # Errors
/// When a run fails or does not report an outcome.
pub fn decompose_variants(
    scenario: &Scenario,
    (from, to): (Option<&PolicyVariant>, &PolicyVariant),
    means: &Means<'_>,
) -> Result<Decomposed<PolicyLever>, DecompositionError> {
    let drivers = differing_levers(from, to)?;
    let of_from = from.map_or(&[][..], |variant| &variant.levers);
    let comes = to.levers.iter().filter(|lever| !holds(of_from, lever));
    let all: Vec<_> = of_from.iter().chain(comes).collect();
    let packages: Vec<_> = (0..1_usize << drivers.len())
        .map(|set| {
            // one of the first variant is there until it moves, one of the second once it has moved
            let is_there = |lever: &PolicyLever| match place(&drivers, lever) {
                Some(bit) => holds(of_from, lever) != (set >> bit & 1 == 1),
                None => true,
            };
            let levers = all.iter().filter(|lever| is_there(lever));
            PolicyVariant {
                levers: levers.map(|lever| (*lever).clone()).collect(),
                ..to.clone()
            }
        })
        .collect();
    let mut experiment = means.experiment(scenario)?;
    experiment.variants = packages.iter().collect();
    let found = run_kept(&experiment, means.options, means.observer)?;
    let runs: Result<Vec<_>, _> = found
        .variants
        .iter()
        .map(|found| columns(scenario, &found.own, means.outcomes))
        .collect();
    let changes = all_apart(scenario, means.outcomes, &runs?)?;
    Ok(Decomposed { drivers, changes })
}
