//! Independent factors: which streams of random numbers are looked at together.

use super::driver::Driver;
use crate::engine::Stream;
use crate::language::Texts;
use crate::model::{InputIndex, WalkIndex};
use crate::scenario::Scenario;

/// Streams that are exchanged together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Factor {
    /// What they are.
    pub about: FactorKind,
    /// The streams, independent of those of all other factors.
    pub streams: Vec<Stream>,
}

/// What the streams of a factor are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactorKind {
    /// A correlation group, by its place: its random factor, or that with all its inputs.
    Group(usize),
    /// Inputs of no group whose names begin with this part.
    Ungrouped(String),
    /// A single input, or what it does not share with its group.
    Input(InputIndex),
    /// A random walk.
    Walk(WalkIndex),
}

impl FactorKind {
    /// What it is called in tables.
    #[must_use]
    pub fn name(&self, scenario: &Scenario) -> String {
        match self {
            FactorKind::Group(group) => scenario.correlation.names()[*group].clone(),
            FactorKind::Ungrouped(start) => start.clone(),
            FactorKind::Input(input) => Driver::Input(*input).name(scenario).to_owned(),
            FactorKind::Walk(walk) => Driver::Walk(*walk).name(scenario).to_owned(),
        }
    }

    /// What it is called by those who read of it.
    #[must_use]
    pub fn in_words(&self, scenario: &Scenario, texts: &Texts) -> String {
        let key = format!("factor-{}", self.kind());
        texts.format(&key, &[("name", &self.name(scenario))])
    }

    /// How tables call its kind: `group`, `ungrouped`, `input` or `walk`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            FactorKind::Group(_) => "group",
            FactorKind::Ungrouped(_) => "ungrouped",
            FactorKind::Input(_) => "input",
            FactorKind::Walk(_) => "walk",
        }
    }
}

impl Factor {
    fn of(about: FactorKind, streams: Vec<Stream>) -> Self {
        Self { about, streams }
    }

    /// The inputs and walks among its streams.
    pub fn drivers(&self) -> impl Iterator<Item = Driver> + '_ {
        self.streams.iter().filter_map(|stream| match *stream {
            Stream::Input(input) => Some(Driver::Input(input)),
            Stream::Walk(walk) => Some(Driver::Walk(walk)),
            Stream::Group(_) => None,
        })
    }
}

/// The group of an input that follows its group's factor.
fn group_of(scenario: &Scenario, input: InputIndex) -> Option<usize> {
    let (group, _) = scenario.inputs[input.0].tie()?;
    Some(group)
}

/// Few factors: every correlation group with all its inputs, the inputs of no group by the first part of
/// their names, and every walk.
///
/// What groups share by being correlated counts to the group that the scenario lists first.
pub(super) fn grouped(scenario: &Scenario, inputs: &[InputIndex]) -> Vec<Factor> {
    let mut factors: Vec<Factor> = groups(scenario, inputs)
        .map(|group| Factor::of(FactorKind::Group(group), vec![Stream::Group(group)]))
        .collect();
    for &input in inputs {
        let about = group_of(scenario, input).map_or_else(
            || FactorKind::Ungrouped(first_part(scenario, input)),
            FactorKind::Group,
        );
        let known = factors.iter_mut().find(|factor| factor.about == about);
        match known {
            Some(factor) => factor.streams.push(Stream::Input(input)),
            None => factors.push(Factor::of(about, vec![Stream::Input(input)])),
        }
    }
    factors.extend(walks(scenario));
    factors
}

/// Many factors: the own stream of every input, the random factor of every group, and every walk.
pub(super) fn single(scenario: &Scenario, inputs: &[InputIndex]) -> Vec<Factor> {
    let of_group = |group| Factor::of(FactorKind::Group(group), vec![Stream::Group(group)]);
    let of_input = |&input| Factor::of(FactorKind::Input(input), vec![Stream::Input(input)]);
    let factors = inputs.iter().map(of_input);
    factors
        .chain(groups(scenario, inputs).map(of_group))
        .chain(walks(scenario))
        .collect()
}

/// The groups whose stream moves an input: their own inputs, or those of a group that follows them.
fn groups(scenario: &Scenario, inputs: &[InputIndex]) -> impl Iterator<Item = usize> {
    let mixing = scenario.correlation.factor();
    let moves = move |group: &usize| {
        let mut followers = inputs.iter().filter_map(|input| group_of(scenario, *input));
        followers.any(|of_input| mixing[[of_input, *group]] != 0.0)
    };
    (0..scenario.correlation.names().len()).filter(moves)
}

fn first_part(scenario: &Scenario, input: InputIndex) -> String {
    let name = scenario.inputs[input.0].name.as_str();
    name.split('.').next().unwrap_or(name).to_owned()
}

fn walks(scenario: &Scenario) -> impl Iterator<Item = Factor> {
    let walks = (0..scenario.walks.len()).map(WalkIndex);
    walks.map(|walk| Factor::of(FactorKind::Walk(walk), vec![Stream::Walk(walk)]))
}
