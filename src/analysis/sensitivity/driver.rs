//! What the uncertainty of an outcome can come from.

use crate::language::Texts;
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

    /// The name under which it can be explained: that of the input, or of the pathway that walks.
    #[must_use]
    pub fn name(self, scenario: &Scenario) -> &str {
        match self {
            Driver::Input(input) => scenario.inputs[input.0].name.as_str(),
            Driver::Walk(walk) => scenario.walking_pathway(walk),
        }
    }

    /// What it is called by those who read of it.
    #[must_use]
    pub fn in_words(self, scenario: &Scenario, texts: &Texts) -> String {
        let key = format!("factor-{}", self.kind());
        texts.format(&key, &[("name", self.name(scenario))])
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
