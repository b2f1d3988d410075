//! A change from one policy variant to another.

use super::apart::{all_apart, columns};
use super::{Decomposed, DecompositionError, Means};
use crate::engine::run_kept;
use crate::scenario::{PolicyLever, PolicyVariant, Scenario};
use crate::statistics::MOST_PLAYERS;

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
