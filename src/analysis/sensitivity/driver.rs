//! What the uncertainty of an outcome can come from.

use crate::model::{InputIndex, WalkIndex};
use crate::scenario::{Scenario, UncertainInput};

/// A random quantity of a scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Driver {
    /// An uncertain input.
    Input(InputIndex),
    /// The random walk of a pathway: its structural error.
    Walk(WalkIndex),
}

impl Driver {
    /// The input that supports it: itself, or the σ of the walk.
    #[must_use]
    pub fn support(self, scenario: &Scenario) -> Option<&UncertainInput> {
        let input = match self {
            Driver::Input(input) => input,
            Driver::Walk(walk) => {
                let errors = scenario.system.pathways.iter();
                let mut errors = errors.filter_map(|pathway| pathway.structural_error.as_ref());
                errors.find(|error| error.walk == walk)?.sigma
            }
        };
        scenario.inputs.get(input.0)
    }

    /// The name under which it can be explained: that of the input that supports it.
    #[must_use]
    pub fn name(self, scenario: &Scenario) -> &str {
        self.support(scenario)
            .map_or("", |input| input.name.as_str())
    }

    /// What it is, as files name it: `input` or `walk`.
    #[must_use]
    pub fn kind(self) -> &'static str {
        match self {
            Driver::Input(_) => "input",
            Driver::Walk(_) => "walk",
        }
    }
}
