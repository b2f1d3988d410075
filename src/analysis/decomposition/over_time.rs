//! A change since the base year.

use super::apart::all_apart;
use super::{Decomposed, DecompositionError, DriverGroup, Means, members, run_one, some};
use crate::model::{PathwayIndex, Standstill};
use crate::scenario::Scenario;

/// The pathways that move, each with its driver.
fn moving_pathways(scenario: &Scenario) -> Vec<(DriverGroup, PathwayIndex)> {
    let moves = |pathway: PathwayIndex| scenario.system.pathways[pathway.0].moves();
    let pathways = scenario.inventory.pathways.iter();
    pathways
        .filter(|pathway| moves(pathway.pathway))
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
