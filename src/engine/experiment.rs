//! What is to be run.

use crate::sampling::DesignKind;
use crate::scenario::Scenario;
use crate::units::Year;

/// A scenario with everything that makes its outcomes repeatable.
#[derive(Debug, Clone)]
pub struct Experiment<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// How many draws.
    pub draws: usize,
    /// The seed of all random streams.
    pub seed: u64,
    /// How the draws fill the unit cube.
    pub design: DesignKind,
    /// The years reported in full detail.
    pub years: Vec<Year>,
}

impl<'a> Experiment<'a> {
    /// The experiment that the scenario itself asks for.
    #[must_use]
    pub fn of(scenario: &'a Scenario) -> Self {
        Self {
            scenario,
            draws: scenario.run.draws,
            seed: scenario.run.seed,
            design: scenario.run.design,
            years: scenario.horizons.clone(),
        }
    }
}
