//! What was drawn: the columns of inputs and random walks, made again from the seed.
//!
//! A run does not keep what it drew. Since every stream is addressed by (seed, draw, name), any column
//! can be made again, equal to the bit to what the model saw.

use ndarray::{Array2, Axis};
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use super::error::EngineError;
use super::experiment::{Experiment, RunOptions};
use super::sampler::InputSampler;
use crate::model::{InputIndex, WalkIndex};

/// One random quantity of an experiment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// The values of an input, before any lever moves it.
    Input(InputIndex),
    /// The position of a standard random walk (variance 1 per year) so many years after the base year.
    Walk(WalkIndex, usize),
    /// The uniforms of an input's own stream: what it does not share with its correlation group. All of
    /// these, the uniforms of groups and the walks are independent of each other.
    Own(InputIndex),
    /// The uniforms of the stream of a correlation group, by its place; groups that are listed later
    /// follow it as far as they are correlated with it.
    Group(usize),
}

/// The draws of an experiment, column by column.
#[derive(Debug)]
pub struct DrawnColumns {
    sampler: InputSampler,
    draws: usize,
    /// The factor of every correlation group.
    factors: Vec<Vec<f64>>,
    pool: ThreadPool,
}

impl DrawnColumns {
    /// Of an experiment. Columns are made when they are asked for.
    ///
    /// # Errors
    /// When the threads cannot be started.
    pub fn of(experiment: &Experiment<'_>, options: &RunOptions) -> Result<Self, EngineError> {
        let sampler = InputSampler::of(experiment);
        let factors = sampler.factor_columns(experiment.draws);
        let pool = ThreadPoolBuilder::new().num_threads(options.threads);
        Ok(Self {
            sampler,
            draws: experiment.draws,
            factors,
            pool: pool.build()?,
        })
    }

    /// The inputs that are drawn: those that are fixed or held, and copies of others, are not.
    #[must_use]
    pub fn inputs(&self) -> Vec<InputIndex> {
        self.sampler.drawn_inputs().collect()
    }

    /// Applies `describe` to the draws of every column, on several threads; the results are in the order
    /// of the columns.
    pub fn map<T: Send>(
        &self,
        columns: &[Column],
        describe: impl Fn(Column, &[f64]) -> T + Sync,
    ) -> Vec<T> {
        let room = || vec![0.0; self.draws];
        self.pool.install(|| {
            let columns = columns.par_iter();
            let described = columns.map_init(room, |values, &column| {
                self.fill(column, values);
                describe(column, values)
            });
            described.collect()
        })
    }

    /// The draws of every column (columns × draws).
    #[must_use]
    pub fn collect(&self, columns: &[Column]) -> Array2<f64> {
        let mut all = Array2::zeros((columns.len(), self.draws));
        self.pool.install(|| {
            let rows = all.axis_iter_mut(Axis(0)).into_par_iter();
            rows.zip(columns).for_each(|(mut row, &column)| {
                // A row of an array in standard layout.
                self.fill(column, row.as_slice_mut().unwrap_or_default());
            });
        });
        all
    }

    fn fill(&self, column: Column, values: &mut [f64]) {
        match column {
            Column::Input(input) => self.sampler.fill_input(input, &self.factors, values),
            Column::Walk(walk, step) => self.sampler.fill_position(walk, step, values),
            Column::Own(input) => self.sampler.fill_own(input, values),
            Column::Group(group) => self.sampler.fill_group(group, values),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::engine::block::CHUNK;
    use crate::model::Draws;
    use crate::numeric::{standard_normal_cdf, standard_normal_quantile};
    use crate::sampling::DesignKind;
    use crate::scenario;

    /// The columns as the engine fills them, chunk by chunk.
    fn drawn(experiment: &Experiment<'_>, asked: &[Column]) -> Vec<Vec<f64>> {
        let sampler = InputSampler::of(experiment);
        let scenario = experiment.scenario;
        let timeline = scenario.system.timeline;
        let mut columns = sampler.columns(CHUNK);
        let mut all = vec![Vec::new(); asked.len()];
        for first in (0..experiment.draws).step_by(CHUNK) {
            let count = CHUNK.min(experiment.draws - first);
            let (inputs, walks) = (scenario.inputs.len(), scenario.walks.len());
            let mut draws = Draws::zeros(inputs, walks, timeline, count);
            sampler.fill_held(&mut draws);
            sampler.fill(first as u64, &mut columns, &mut draws);
            for (values, column) in all.iter_mut().zip(asked) {
                values.extend(match *column {
                    Column::Input(input) => draws.column(input),
                    Column::Walk(walk, step) => draws.walk(walk, step),
                    Column::Own(_) | Column::Group(_) => panic!("not seen by the model"),
                });
            }
        }
        all
    }

    #[test]
    fn columns_are_what_the_model_saw() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/nota-ruimte.toml");
        let scenario = scenario::load(&path).unwrap();
        let held = InputIndex(3);
        for design in DesignKind::ALL {
            let experiment = Experiment {
                design,
                draws: 150,
                held: vec![(held, 7.0)],
                ..Experiment::of(&scenario)
            };
            let options = RunOptions {
                threads: 2,
                ..RunOptions::default()
            };
            let columns = DrawnColumns::of(&experiment, &options).unwrap();
            assert!(!columns.inputs().contains(&held));
            let last = scenario.system.timeline.years() - 1;
            let walks = (0..scenario.walks.len()).map(WalkIndex);
            let asked: Vec<_> = (0..scenario.inputs.len())
                .map(|input| Column::Input(InputIndex(input)))
                .chain(walks.flat_map(|walk| [0, 6, last].map(|step| Column::Walk(walk, step))))
                .collect();
            let together = columns.collect(&asked);
            let expected = drawn(&experiment, &asked);
            for ((row, expected), column) in together.outer_iter().zip(expected).zip(&asked) {
                assert_eq!(row.to_vec(), expected, "{design} {column:?}");
            }
            let sums = columns.map(&asked, |_, values| values.iter().sum::<f64>());
            let of_rows = together.outer_iter().map(|row| row.iter().sum::<f64>());
            assert!(sums.into_iter().eq(of_rows));
        }
    }

    /// An input of a group is the quantile of λ·Z + √(1−λ²)·Φ⁻¹(u), with Z the group's factor.
    #[test]
    fn an_input_follows_from_its_own_uniforms_and_those_of_its_group() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/nota-ruimte.toml");
        let scenario = scenario::load(&path).unwrap();
        let experiment = Experiment {
            draws: 40,
            ..Experiment::of(&scenario)
        };
        let columns = DrawnColumns::of(&experiment, &RunOptions::default()).unwrap();
        let mut seen = 0;
        for input in columns.inputs() {
            let about = &scenario.inputs[input.0];
            // The first group follows no other.
            let Some((0, loading)) = about.group else {
                continue;
            };
            let asked = [Column::Input(input), Column::Own(input), Column::Group(0)];
            let found = columns.collect(&asked);
            for draw in found.columns() {
                let [own, shared] = [draw[1], draw[2]].map(standard_normal_quantile);
                let score = loading * shared + (1.0 - loading * loading).sqrt() * own;
                let expected = about.distribution.quantile(standard_normal_cdf(score));
                let off = (draw[0] - expected).abs();
                assert!(off < 1e-4 * expected.abs().max(1e-3), "{}", about.name);
            }
            seen += 1;
        }
        assert!(seen > 10, "{seen}");
    }
}
