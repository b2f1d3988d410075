//! A change from one scenario of a family to another.

use super::apart::{all_apart, mean};
use super::{Decomposed, DecompositionError, DriverGroup, Means, members, run_one, some};
use crate::scenario::{Scenario, UncertainInput};

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
