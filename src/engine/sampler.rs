//! From (seed, draw, input name) to the columns of a chunk.
//!
//! For each input: the design gives uniforms from the stream that the seed and the input's name
//! address; the factor copula ties those of a correlation group together, as normal scores; the
//! quantile function of the input's distribution turns either into values. One path for every design and family.

use std::ops::RangeInclusive;

use super::experiment::{Experiment, Move, Stream};
use crate::distribution::Sampler;
use crate::model::{Draws, InputIndex, WalkIndex};
use crate::sampling::{
    Design, ExchangedDesign, FactorSource, Replicates, StreamKey, Streams, correlate,
    standard_normal,
};

/// Everything needed to fill the columns of any chunk.
#[derive(Debug)]
pub(super) struct InputSampler {
    design: Box<dyn Design>,
    factors: FactorSource,
    groups: usize,
    inputs: Vec<Source>,
    moves: Vec<MovedInput>,
    walks: Vec<StreamKey>,
}

/// An input that is moved after it is drawn.
#[derive(Debug)]
struct MovedInput {
    input: InputIndex,
    by: Move,
    range: RangeInclusive<f64>,
}

impl MovedInput {
    fn all_of(experiment: &Experiment<'_>) -> Vec<Self> {
        let of_input = |&(input, by): &(InputIndex, Move)| Self {
            input,
            by,
            range: experiment.scenario.inputs[input.0].range.clone(),
        };
        experiment.moved.iter().map(of_input).collect()
    }

    fn apply(&self, values: &mut [f64]) {
        for x in values {
            let moved = self.by.factor * *x + self.by.addend;
            *x = moved.max(*self.range.start()).min(*self.range.end());
        }
    }
}

/// Where the column of an input comes from.
#[derive(Debug)]
enum Source {
    /// The same value in every draw.
    Held(f64),
    /// The column of an earlier input of the same name.
    Copied(InputIndex),
    /// A stream of its own.
    Drawn(SampledInput),
}

#[derive(Debug)]
struct SampledInput {
    key: StreamKey,
    /// The correlation group and the loading on its factor.
    group: Option<(usize, f64)>,
    sampler: Sampler,
}

impl Source {
    fn of(experiment: &Experiment<'_>, index: usize) -> Self {
        let inputs = &experiment.scenario.inputs;
        let input = &inputs[index];
        if let Some(value) = held(experiment, index) {
            return Source::Held(value);
        }
        if input.distribution.is_fixed() {
            return Source::Held(input.distribution.quantile(0.5));
        }
        // what holds one place of a shared input leaves the others their draws
        let is_original = |earlier: &usize| {
            inputs[*earlier].name == input.name && held(experiment, *earlier).is_none()
        };
        match (0..index).find(is_original) {
            Some(original) if input.is_copy => Source::Copied(InputIndex(original)),
            _ => Source::Drawn(SampledInput {
                key: StreamKey::new(experiment.seed, input.name.as_str()),
                group: input.tie(),
                sampler: input.distribution.sampler(),
            }),
        }
    }
}

/// The value at which an experiment holds an input.
fn held(experiment: &Experiment<'_>, index: usize) -> Option<f64> {
    let held = experiment.held.iter().find(|(held, _)| held.0 == index);
    held.map(|(_, value)| *value)
}

impl SampledInput {
    /// Turns uniforms into values, tied to the factor of the input's group; the uniforms are used up.
    fn fill(&self, factors: &[Vec<f64>], uniforms: &mut [f64], values: &mut [f64]) {
        match self.group {
            Some((group, loading)) => {
                correlate(loading, &factors[group], uniforms);
                self.sampler.fill_from_scores(uniforms, values);
            }
            None => self.sampler.fill(uniforms, values),
        }
    }
}

/// Columns that one worker uses again for every chunk.
#[derive(Debug)]
pub(super) struct SamplingColumns {
    factors: Vec<Vec<f64>>,
    uniforms: Vec<f64>,
}

impl InputSampler {
    pub fn of(experiment: &Experiment<'_>) -> Self {
        let (scenario, seed) = (experiment.scenario, experiment.seed);
        let inputs: Vec<_> = (0..scenario.inputs.len())
            .map(|index| Source::of(experiment, index))
            .collect();
        let factors = scenario.correlation.factors(seed);
        // held inputs too: holding one must not move the others to another dimension
        let uncertain = scenario
            .inputs
            .iter()
            .filter(|input| !input.distribution.is_fixed());
        let streams = Streams::new(
            factors.streams().to_vec(),
            uncertain
                .map(|input| StreamKey::new(seed, input.name.as_str()))
                .collect(),
        );
        let walks = scenario.walks.iter();
        let walks: Vec<_> = walks
            .map(|name| StreamKey::new(seed, name.as_str()))
            .collect();
        let key = |stream: &Stream| match *stream {
            Stream::Input(input) => StreamKey::new(seed, scenario.inputs[input.0].name.as_str()),
            Stream::Group(group) => factors.streams()[group],
            Stream::Walk(walk) => walks[walk.0],
        };
        Self {
            design: design(experiment, &streams, key),
            factors,
            groups: scenario.correlation.names().len(),
            inputs,
            moves: MovedInput::all_of(experiment),
            walks,
        }
    }

    /// The division of the draws into independent replicates.
    pub fn replicates(&self) -> Replicates {
        self.design.replicates()
    }

    /// Columns for chunks of at most `draws` draws.
    pub fn columns(&self, draws: usize) -> SamplingColumns {
        SamplingColumns {
            factors: vec![vec![0.0; draws]; self.groups],
            uniforms: vec![0.0; draws],
        }
    }

    /// Fills the columns that are the same in every chunk.
    pub fn fill_held(&self, draws: &mut Draws) {
        for (index, source) in self.inputs.iter().enumerate() {
            if let Source::Held(value) = source {
                draws.column_mut(InputIndex(index)).fill(*value);
            }
        }
        self.move_where(draws, |source| matches!(source, Source::Held(_)));
    }

    /// Moves the inputs whose columns were filled just now.
    fn move_where(&self, draws: &mut Draws, is_filled: impl Fn(&Source) -> bool) {
        let moves = self.moves.iter();
        for moved in moves.filter(|moved| is_filled(&self.inputs[moved.input.0])) {
            moved.apply(draws.column_mut(moved.input));
        }
    }

    /// Fills all other columns, for a chunk that starts at `first_draw`.
    pub fn fill(&self, first_draw: u64, columns: &mut SamplingColumns, draws: &mut Draws) {
        let count = draws.count();
        for factor in &mut columns.factors {
            factor.resize(count, 0.0);
        }
        columns.uniforms.resize(count, 0.0);
        self.factors
            .fill_factor_columns(&*self.design, first_draw, &mut columns.factors);
        for (index, source) in self.inputs.iter().enumerate() {
            let index = InputIndex(index);
            match source {
                Source::Held(_) => {}
                Source::Copied(original) => draws.copy_column(*original, index),
                Source::Drawn(input) => {
                    let SamplingColumns { factors, uniforms } = columns;
                    self.design.fill(input.key, first_draw, uniforms);
                    input.fill(factors, uniforms, draws.column_mut(index));
                }
            }
        }
        self.move_where(draws, |source| !matches!(source, Source::Held(_)));
        for (index, key) in self.walks.iter().enumerate() {
            let noise_of = |draw| self.design.noise_of(*key, draw);
            fill_walk((*key, noise_of), WalkIndex(index), first_draw, draws);
        }
    }

    /// The factors of all correlation groups, for the draws from the first on.
    pub fn factor_columns(&self, draws: usize) -> Vec<Vec<f64>> {
        let mut factors = vec![vec![0.0; draws]; self.groups];
        self.factors
            .fill_factor_columns(&*self.design, 0, &mut factors);
        factors
    }

    /// Overwrites `values` with one input, for the draws from the first on, given the factors of the
    /// groups for the same draws.
    pub fn fill_input(&self, input: InputIndex, factors: &[Vec<f64>], values: &mut [f64]) {
        self.fill_unmoved(input, factors, values);
        for moved in self.moves.iter().filter(|moved| moved.input == input) {
            moved.apply(values);
        }
    }

    fn fill_unmoved(&self, input: InputIndex, factors: &[Vec<f64>], values: &mut [f64]) {
        match &self.inputs[input.0] {
            Source::Held(value) => values.fill(*value),
            Source::Copied(original) => self.fill_unmoved(*original, factors, values),
            Source::Drawn(input) => {
                let mut uniforms = vec![0.0; values.len()];
                self.design.fill(input.key, 0, &mut uniforms);
                input.fill(factors, &mut uniforms, values);
            }
        }
    }

    /// Overwrites `values` with a walk at a step, for the draws from the first on.
    pub fn fill_position(&self, walk: WalkIndex, step: usize, values: &mut [f64]) {
        let key = self.walks[walk.0];
        for (draw, value) in (0..).zip(values) {
            *value = positions(key, self.design.noise_of(key, draw))
                .take(step)
                .last()
                .unwrap_or(0.0);
        }
    }

    /// Overwrites `values` with the uniforms of an input's own stream, for the draws from the first on;
    /// one half throughout for an input that is not drawn.
    pub fn fill_own(&self, input: InputIndex, values: &mut [f64]) {
        match &self.inputs[input.0] {
            Source::Held(_) => values.fill(0.5),
            Source::Copied(original) => self.fill_own(*original, values),
            Source::Drawn(input) => self.design.fill(input.key, 0, values),
        }
    }

    /// Overwrites `values` with the uniforms of a correlation group's stream, for the draws from the first
    /// on.
    pub fn fill_group(&self, group: usize, values: &mut [f64]) {
        if let Some(key) = self.factors.streams().get(group) {
            self.design.fill(*key, 0, values);
        }
    }

    /// The inputs that are drawn: neither held nor the copy of another.
    pub fn drawn_inputs(&self) -> impl Iterator<Item = InputIndex> + '_ {
        let sources = self.inputs.iter().enumerate();
        let drawn = sources.filter(|(_, source)| matches!(source, Source::Drawn(_)));
        drawn.map(|(index, _)| InputIndex(index))
    }
}

/// The design of an experiment, whose streams have a key each.
fn design(
    experiment: &Experiment<'_>,
    streams: &Streams,
    key: impl Fn(&Stream) -> StreamKey,
) -> Box<dyn Design> {
    let (kind, draws) = (experiment.design, experiment.draws as u64);
    if let Some(exchanges) = &experiment.exchanges {
        let keys = |factor: &Vec<Stream>| factor.iter().map(&key).collect();
        let factors: Vec<Vec<_>> = exchanges.factors.iter().map(keys).collect();
        let size = exchanges.sample_draws(experiment.draws) as u64;
        let exchange = (&factors[..], exchanges.exchange);
        return Box::new(ExchangedDesign::new(kind, size, exchange, streams));
    }
    let replicates = match experiment.replicate_draws {
        Some(size) => Replicates::of_size(draws, size as u64),
        None => kind.replicates(draws),
    };
    kind.design_in(replicates, streams)
}

/// A standard random walk for each draw: 0 in the base year, then one standard normal a year.
fn fill_walk(
    (key, noise_of): (StreamKey, impl Fn(u64) -> u64),
    walk: WalkIndex,
    first_draw: u64,
    draws: &mut Draws,
) {
    for draw in 0..draws.count() {
        let positions = positions(key, noise_of(first_draw + draw as u64));
        for (step, position) in (1..draws.years()).zip(positions) {
            draws.walk_mut(walk, step)[draw] = position;
        }
    }
}

/// The positions of a walk in the years after the base year, without end.
fn positions(key: StreamKey, draw: u64) -> impl Iterator<Item = f64> {
    let mut generator = key.generator(draw);
    let mut position = 0.0;
    std::iter::from_fn(move || {
        position += standard_normal(&mut generator);
        Some(position)
    })
}
