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
//! - between two scenarios of one family: a driver takes the distributions of its inputs from one or the other.
//! - between two policy variants: a driver is a lever.

use crate::engine::{
    Detail, EngineError, Experiment, NoOutcome, Observer, OutcomeKey, OutcomeName, OutcomeTable,
    RunOptions, run,
};
use crate::language::Texts;
use crate::model::Standstill;
use crate::numeric::count;
use crate::sampling::DesignKind;
use crate::scenario::{PolicyLever, PolicyVariant, Scenario, UncertainInput};
use crate::statistics::{MOST_PLAYERS, quantiles, shapley};
use crate::units::Year;

/// A group of inputs that belong together, by the first part of their names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Driver {
    /// `industry.….production`: what existing industry makes.
    Production,
    /// The rest of `industry`, and `transition`: what ends, returns in green form, and when.
    GreenReturn,
    /// `technology`: capacities and footprints of the technologies of the transition.
    Technologies,
    /// `circular` and `activity`: tonnes, routes, hubs and land per tonne.
    Circular,
    /// `campus` and `event`: jobs, floor and announced developments.
    Campuses,
    /// `background`: all other business, work space in housing, replacement.
    Background,
    /// `supply`, `plan` and `net_to_gross`: the land that there is and what is met with it.
    Supply,
    /// Everything else.
    Other,
}

impl Driver {
    /// Every driver, in the order in which they are told.
    pub const ALL: [Driver; MOST_PLAYERS] = [
        Driver::Production,
        Driver::GreenReturn,
        Driver::Technologies,
        Driver::Circular,
        Driver::Campuses,
        Driver::Background,
        Driver::Supply,
        Driver::Other,
    ];

    /// The driver to which an input or pathway of that name belongs.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let mut parts = name.split('.');
        match parts.next().unwrap_or_default() {
            "industry" if parts.any(|part| part == "production") => Driver::Production,
            "industry" | "transition" => Driver::GreenReturn,
            "technology" => Driver::Technologies,
            "circular" | "activity" => Driver::Circular,
            "campus" | "event" => Driver::Campuses,
            "background" => Driver::Background,
            "supply" | "plan" | "net_to_gross" => Driver::Supply,
            _ => Driver::Other,
        }
    }

    /// The name in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Driver::Production => "production",
            Driver::GreenReturn => "green-return",
            Driver::Technologies => "technologies",
            Driver::Circular => "circular",
            Driver::Campuses => "campuses",
            Driver::Background => "background",
            Driver::Supply => "supply",
            Driver::Other => "other",
        }
    }

    /// What readers call it.
    #[must_use]
    pub fn in_words(self, texts: &Texts) -> String {
        texts.get(&format!("driver-{}", self.name()))
    }
}

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
    /// The run does not report an outcome.
    #[error("scenario `{scenario}` does not report `{outcome}`; name a year within {years}")]
    NotReported {
        /// The outcome.
        outcome: OutcomeName,
        /// The scenario.
        scenario: String,
        /// The years that it runs.
        years: String,
    },
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
        let outcomes = self.outcomes.iter();
        let keys: Result<Vec<_>, _> = outcomes.map(|one| one.key_in(scenario)).collect();
        let mut years: Vec<Year> = self.outcomes.iter().filter_map(|one| one.year).collect();
        years.sort_unstable();
        years.dedup();
        Ok(Experiment {
            draws: self.draws,
            seed: self.seed,
            design: self.design,
            years,
            detail: Detail::Only(keys?),
            ..Experiment::of(scenario)
        })
    }
}

/// The draws of every outcome.
fn columns(
    scenario: &Scenario,
    table: &OutcomeTable,
    outcomes: &[OutcomeName],
) -> Result<Vec<Vec<f64>>, DecompositionError> {
    let column = |outcome: &OutcomeName| {
        let key = outcome.key_in(scenario)?;
        table
            .values(&key)
            .ok_or_else(|| DecompositionError::NotReported {
                outcome: outcome.clone(),
                scenario: scenario.id.to_string(),
                years: format!(
                    "{}–{}",
                    scenario.system.timeline.base(),
                    scenario.system.timeline.last()
                ),
            })
    };
    outcomes.iter().map(column).collect()
}

/// Takes the change of one outcome apart, from its draws for every set of drivers that moved.
fn take_apart(outcome: &OutcomeName, key: OutcomeKey, sets: &[&[f64]]) -> Decomposition {
    let draws = sets[0].len();
    let players = sets.len().ilog2() as usize;
    let mut parts = vec![Vec::with_capacity(draws); players];
    let mut of_draw = vec![0.0; sets.len()];
    for draw in 0..draws {
        for (value, set) in of_draw.iter_mut().zip(sets) {
            *value = set[draw];
        }
        for (part, brought) in parts.iter_mut().zip(shapley(&of_draw)) {
            part.push(brought);
        }
    }
    let mean = |values: &[f64]| values.iter().sum::<f64>() / count(values.len());
    let end = |values: &[f64]| End {
        mean: mean(values),
        p50: quantiles(values, &[0.5])[0],
    };
    let part = |values: &Vec<f64>| {
        let band = quantiles(values, &[0.05, 0.5, 0.95]);
        Part {
            mean: mean(values),
            band: [band[0], band[1], band[2]],
        }
    };
    Decomposition {
        outcome: outcome.clone(),
        key,
        from: end(sets[0]),
        to: end(sets[sets.len() - 1]),
        parts: parts.iter().map(part).collect(),
    }
}

/// Takes the change of every outcome apart; `runs` holds the draws of each outcome for every set.
fn all_apart(
    scenario: &Scenario,
    outcomes: &[OutcomeName],
    runs: &[Vec<Vec<f64>>],
) -> Result<Vec<Decomposition>, DecompositionError> {
    let one = |(place, outcome): (usize, &OutcomeName)| {
        let sets: Vec<&[f64]> = runs.iter().map(|run| run[place].as_slice()).collect();
        Ok(take_apart(outcome, outcome.key_in(scenario)?, &sets))
    };
    outcomes.iter().enumerate().map(one).collect()
}

/// The members of a set, by their bits.
fn members<T: Copy>(all: &[T], set: usize) -> Vec<T> {
    let chosen = all
        .iter()
        .enumerate()
        .filter(|(bit, _)| set >> bit & 1 == 1);
    chosen.map(|(_, one)| *one).collect()
}

/// What the movement of each driver since the base year brings.
///
/// # Errors
/// When a run fails or does not report an outcome, or nothing in the scenario moves.
pub fn decompose_over_time(
    scenario: &mut Scenario,
    means: &Means<'_>,
) -> Result<Decomposed<Driver>, DecompositionError> {
    let moving = scenario.inventory.pathways.iter();
    let pathways: Vec<_> = moving
        .map(|pathway| (Driver::of(&pathway.name), pathway.pathway))
        .collect();
    let has_transitions = !scenario.system.transitions.is_empty();
    let is_present = |driver: &Driver| {
        pathways.iter().any(|(of, _)| of == driver)
            || (*driver == Driver::GreenReturn && has_transitions)
    };
    let drivers: Vec<_> = Driver::ALL.into_iter().filter(is_present).collect();
    if drivers.is_empty() {
        return Err(DecompositionError::Nothing);
    }
    let mut runs = Vec::new();
    for set in 0..1 << drivers.len() {
        let moved = members(&drivers, set);
        let is_held = |driver: Driver| !moved.contains(&driver);
        let held = pathways.iter().filter(|(driver, _)| is_held(*driver));
        scenario.system.standstill = Standstill {
            pathways: held.map(|(_, pathway)| *pathway).collect(),
            transitions: is_held(Driver::GreenReturn),
        };
        runs.push(run_one(scenario, means)?);
    }
    scenario.system.standstill = Standstill::default();
    let changes = all_apart(scenario, means.outcomes, &runs)?;
    Ok(Decomposed { drivers, changes })
}

fn run_one(scenario: &Scenario, means: &Means<'_>) -> Result<Vec<Vec<f64>>, DecompositionError> {
    let experiment = means.experiment(scenario)?;
    let found = run(&experiment, means.options, means.observer)?;
    columns(scenario, &found.base, means.outcomes)
}

/// What each driver brings when its inputs go from the distributions of one scenario to those of another.
///
/// # Errors
/// When the scenarios differ in more than the values of inputs, a run fails, or does not report an outcome.
pub fn decompose_scenarios(
    one: &mut Scenario,
    other: &Scenario,
    means: &Means<'_>,
) -> Result<Decomposed<Driver>, DecompositionError> {
    check_family(one, other)?;
    let pairs = one.inputs.iter().zip(&other.inputs);
    let differing = pairs.filter(|(a, b)| is_changed(a, b));
    let mut drivers: Vec<_> = differing
        .map(|(a, _)| Driver::of(a.name.as_str()))
        .collect();
    drivers.sort_unstable();
    drivers.dedup();
    if drivers.is_empty() {
        return Err(DecompositionError::Nothing);
    }
    let own = one.inputs.clone();
    let mut runs = Vec::new();
    for set in 0..1 << drivers.len() {
        let moved = members(&drivers, set);
        let inputs = own.iter().zip(&other.inputs).map(|(own, other)| {
            let is_moved = moved.contains(&Driver::of(own.name.as_str()));
            if is_moved { other } else { own }.clone()
        });
        one.inputs = inputs.collect();
        runs.push(run_one(one, means)?);
    }
    one.inputs = own;
    let changes = all_apart(one, means.outcomes, &runs)?;
    Ok(Decomposed { drivers, changes })
}

fn is_changed(one: &UncertainInput, other: &UncertainInput) -> bool {
    one.distribution != other.distribution || one.group != other.group
}

/// Two scenarios are of one family when they have the same inputs, walks and entities in the same order.
fn check_family(one: &Scenario, other: &Scenario) -> Result<(), DecompositionError> {
    let names = |scenario: &Scenario| -> [Vec<String>; 3] {
        let inputs = scenario.inputs.iter().map(|input| input.name.to_string());
        let entities = scenario.entities.iter().map(|entity| entity.id.to_string());
        [inputs.collect(), scenario.walks.clone(), entities.collect()]
    };
    let kinds = ["inputs", "random walks", "entities"];
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
    let found = run(&experiment, means.options, means.observer)?;
    let runs: Result<Vec<_>, _> = found
        .variants
        .iter()
        .map(|found| columns(scenario, &found.own, means.outcomes))
        .collect();
    let changes = all_apart(scenario, means.outcomes, &runs?)?;
    Ok(Decomposed { drivers, changes })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_add_up_in_the_mean_and_keep_their_spread() {
        // Two draws of a product of two factors: 2·3 → 5·7 and 1·1 → 2·2.
        let sets: [&[f64]; 4] = [&[6.0, 1.0], &[15.0, 2.0], &[14.0, 2.0], &[35.0, 4.0]];
        let outcome: OutcomeName = "need,2050".parse().unwrap();
        let key = OutcomeKey::total(outcome.kind, outcome.year);
        let found = take_apart(&outcome, key, &sets);
        let means: Vec<_> = found.parts.iter().map(|part| part.mean).collect();
        // 15 and 1.5; 14 and 1.5
        assert_eq!(means, [8.25, 7.75]);
        assert!((found.to.mean - found.from.mean - 16.0).abs() < 1e-12);
        assert!((found.parts[0].band[1] - 8.25).abs() < 1e-12);
    }

    #[test]
    fn every_input_has_a_driver() {
        for (name, driver) in [
            ("industry.production.growth.2030", Driver::Production),
            (
                "industry.rotterdam.production.growth.2050",
                Driver::Production,
            ),
            ("industry.green_return", Driver::GreenReturn),
            ("technology.elektrolyse.capacity.2030", Driver::Technologies),
            (
                "background.transformatie.transformation_rate",
                Driver::Background,
            ),
            ("lever.x.effect", Driver::Other),
        ] {
            assert_eq!(Driver::of(name), driver, "{name}");
        }
    }
}
