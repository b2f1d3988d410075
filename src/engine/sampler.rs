//! From (seed, draw, input name) to the columns of a chunk.
//!
//! For each input: the design gives uniforms from the stream that the seed and the input's name
//! address; the factor copula ties those of a correlation group together, as normal scores; the
//! quantile function of the input's distribution turns either into values. One path for every design and family.

use rand::RngExt;
use rand_distr::StandardNormal;

use super::experiment::Experiment;
use crate::distribution::Sampler;
use crate::model::{Draws, InputIndex, WalkIndex};
use crate::sampling::{Design, FactorSource, StreamKey, Streams, correlate};

/// Everything needed to fill the columns of any chunk.
#[derive(Debug)]
pub(super) struct InputSampler {
    design: Box<dyn Design>,
    factors: FactorSource,
    groups: usize,
    inputs: Vec<SampledInput>,
    walks: Vec<StreamKey>,
}

#[derive(Debug)]
struct SampledInput {
    key: StreamKey,
    /// The correlation group and the loading on its factor.
    group: Option<(usize, f64)>,
    sampler: Sampler,
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
        let inputs: Vec<_> = scenario
            .inputs
            .iter()
            .map(|input| SampledInput {
                key: StreamKey::new(seed, input.name.as_str()),
                group: input.group,
                sampler: input.distribution.sampler(),
            })
            .collect();
        let factors = scenario.correlation.factors(seed);
        let streams = Streams::new(
            factors.streams().to_vec(),
            inputs.iter().map(|input| input.key).collect(),
        );
        Self {
            design: experiment.design.design(experiment.draws as u64, &streams),
            factors,
            groups: scenario.correlation.names().len(),
            inputs,
            walks: scenario
                .walks
                .iter()
                .map(|name| StreamKey::new(seed, name.as_str()))
                .collect(),
        }
    }

    /// Columns for chunks of at most `draws` draws.
    pub fn columns(&self, draws: usize) -> SamplingColumns {
        SamplingColumns {
            factors: vec![vec![0.0; draws]; self.groups],
            uniforms: vec![0.0; draws],
        }
    }

    /// Fills all columns of a chunk that starts at `first_draw`.
    pub fn fill(&self, first_draw: u64, columns: &mut SamplingColumns, draws: &mut Draws) {
        let count = draws.count();
        for factor in &mut columns.factors {
            factor.resize(count, 0.0);
        }
        columns.uniforms.resize(count, 0.0);
        self.factors
            .fill_factor_columns(&*self.design, first_draw, &mut columns.factors);
        for (index, input) in self.inputs.iter().enumerate() {
            let column = &mut columns.uniforms;
            let values = draws.column_mut(InputIndex(index));
            self.design.fill(input.key, first_draw, column);
            match input.group {
                Some((group, loading)) if loading != 0.0 => {
                    correlate(loading, &columns.factors[group], column);
                    input.sampler.fill_from_scores(column, values);
                }
                _ => input.sampler.fill(column, values),
            }
        }
        for (index, key) in self.walks.iter().enumerate() {
            fill_walk(*key, WalkIndex(index), first_draw, draws);
        }
    }
}

/// A standard random walk for each draw: 0 in the base year, then one standard normal a year.
fn fill_walk(key: StreamKey, walk: WalkIndex, first_draw: u64, draws: &mut Draws) {
    for draw in 0..draws.count() {
        let mut generator = key.generator(first_draw + draw as u64);
        let mut position = 0.0;
        for step in 1..draws.years() {
            let change: f64 = generator.sample(StandardNormal);
            position += change;
            draws.walk_mut(walk, step)[draw] = position;
        }
    }
}
