//! A sweep that was read and checked, as far as that goes without running it.

use crate::id::Id;
use crate::language::Localised;
use crate::model::InputIndex;
use crate::sampling::DesignKind;
use crate::scenario::problem::{Place, Problem, Problems};
use crate::scenario::source_text::SourceText;
use crate::scenario::types::{RunSettings, Scenario};
use crate::units::Year;

/// The name of the scenario without a policy variant.
pub const NO_VARIANT: &str = "none";

/// Scenarios × policy variants × points of parameters, and which outcomes are wanted of each.
#[derive(Debug)]
pub struct SweepFile {
    /// The name in tables and folders.
    pub id: Id,
    /// The title in charts.
    pub title: Localised,
    /// What the sweep asks; may be empty.
    pub description: Localised,
    /// The scenarios, at least one, each with the same policy variants.
    pub scenarios: Vec<Scenario>,
    /// What differs between points.
    pub parameters: Vec<Parameter>,
    /// How the values of parameters make points.
    pub points: PointRule,
    /// What is left out.
    pub left_out: Vec<LeftOut>,
    /// How every scenario is run.
    pub run: RunSettings,
    /// The years of outcomes that name none, in order.
    pub years: Vec<Year>,
    /// The outcomes that are kept.
    pub outcomes: Vec<WantedOutcome>,
    /// The sweep file and those under it.
    pub files: Vec<SourceText>,
}

/// One thing that differs between points.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// The name in tables.
    pub id: Id,
    /// The name in charts.
    pub name: Localised,
    /// The unit of its values: that of its inputs, or `-` for factors.
    pub unit: String,
    /// The columns it changes, by scenario.
    pub columns: Vec<Vec<InputIndex>>,
    /// How it changes them.
    pub operation: ParameterOperation,
    /// Its values.
    pub values: ParameterValues,
}

/// How a parameter changes the draws of its inputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParameterOperation {
    /// Every draw has the value.
    Set,
    /// Every draw is multiplied by the value.
    Multiply,
    /// The value is added to every draw.
    Add,
}

impl ParameterOperation {
    /// Every operation.
    pub const ALL: [Self; 3] = [Self::Set, Self::Multiply, Self::Add];

    /// The name in sweep files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Set => "set",
            Self::Multiply => "multiply",
            Self::Add => "add",
        }
    }

    /// The operation of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|operation| operation.name() == name)
    }
}

/// The values that a parameter takes.
#[derive(Debug, Clone, PartialEq)]
pub enum ParameterValues {
    /// These, at least one.
    Listed(Vec<f64>),
    /// Any from the lowest to the highest, for a Latin hypercube.
    Between(f64, f64),
}

/// How the values of parameters make points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointRule {
    /// Every value of one parameter with every value of the others.
    Grid,
    /// The first values together, the second ones, and so on.
    List,
    /// A Latin hypercube.
    LatinHypercube {
        /// How many points.
        number: usize,
        /// The seed of its permutations.
        seed: u64,
    },
}

/// What is left out: where all conditions hold.
#[derive(Debug, Clone, PartialEq)]
pub struct LeftOut {
    /// Places of scenarios; all when empty.
    pub scenarios: Vec<usize>,
    /// Places of variants, `None` for the scenario without one; all when empty.
    pub variants: Vec<Option<usize>>,
    /// Places of parameters, with the bounds between which their values lie.
    pub bounds: Vec<(usize, f64, f64)>,
}

impl LeftOut {
    /// Whether a scenario under a variant at a point is left out.
    #[must_use]
    pub fn holds(&self, scenario: usize, variant: Option<usize>, point: &[f64]) -> bool {
        let is_among = self.scenarios.is_empty() || self.scenarios.contains(&scenario);
        let is_of_variant = self.variants.is_empty() || self.variants.contains(&variant);
        let is_between = |&(parameter, above, below): &(usize, f64, f64)| {
            point[parameter] > above && point[parameter] < below
        };
        is_among && is_of_variant && self.bounds.iter().all(is_between)
    }
}

/// An outcome as the sweep names it, with its place in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WantedOutcome {
    /// What is written.
    pub name: String,
    pub(super) place: Place,
}

/// What is wrong with an outcome that a sweep names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeProblem<'a> {
    /// The outcome.
    pub outcome: &'a WantedOutcome,
    /// What is wrong with it.
    pub message: String,
}

impl SweepFile {
    /// What is wrong with outcomes, shown where they stand in the file.
    #[must_use]
    pub fn problems_with(&self, outcomes: Vec<OutcomeProblem<'_>>) -> Problems {
        let problem = |one: OutcomeProblem<'_>| Problem::error(&one.outcome.place, one.message);
        Problems::new(&self.files, outcomes.into_iter().map(problem).collect())
    }

    /// The id of a variant by its place; [`NO_VARIANT`] for none.
    #[must_use]
    pub fn variant_id(&self, variant: Option<usize>) -> &str {
        let variants = self.scenarios.first().map(|scenario| &scenario.variants);
        let variant = variant.zip(variants).and_then(|(at, all)| all.get(at));
        variant.map_or(NO_VARIANT, |variant| variant.id.as_str())
    }

    /// The design of every run.
    #[must_use]
    pub fn design(&self) -> DesignKind {
        self.run.design
    }
}
