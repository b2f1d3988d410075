//! What is to be run, and with what means.

use std::num::NonZero;
use std::thread;

use super::key::OutcomeKey;
use crate::model::{InputIndex, WalkIndex};
use crate::sampling::{DesignKind, Exchange};
use crate::scenario::{PolicyVariant, Scenario};
use crate::units::Year;

/// Which outcomes are reported.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Detail {
    /// All of them.
    #[default]
    Full,
    /// Those by which policy variants are compared.
    Comparison,
    /// Only these, for experiments with many draws or many runs. Those that [`Detail::Full`] would not
    /// report are left out.
    Only(Vec<OutcomeKey>),
}

/// A scenario with everything that determines its outcomes.
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
    /// The draws of each independent replicate, which then do not depend on how many draws there
    /// are in all; `None` for the division that is usual for the design.
    pub replicate_draws: Option<usize>,
    /// The years reported in full detail.
    pub years: Vec<Year>,
    /// Which outcomes are reported.
    pub detail: Detail,
    /// Policy variants that run on the same draws.
    pub variants: Vec<&'a PolicyVariant>,
    /// Inputs that are held at a value instead of being drawn.
    pub held: Vec<(InputIndex, f64)>,
    /// What is exchanged between two samples; `None` for a single sample.
    pub exchanges: Option<Exchanges>,
    /// Inputs that are moved after they are drawn.
    pub moved: Vec<(InputIndex, Move)>,
}

/// A stream of random numbers of a scenario. All of them are independent of each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stream {
    /// The own stream of an input: what it does not share with its correlation group.
    Input(InputIndex),
    /// The stream of a correlation group, by its place.
    Group(usize),
    /// A random walk.
    Walk(WalkIndex),
}

/// Factors that are exchanged one at a time: see [`ExchangedDesign`](crate::sampling::ExchangedDesign).
///
/// The draws of the experiment are those of all blocks: a sample, the sample with everything exchanged,
/// and one block for every factor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchanges {
    /// The streams of every factor; a stream belongs to one factor at most.
    pub factors: Vec<Vec<Stream>>,
    /// What takes the place of a stream that is exchanged.
    pub exchange: Exchange,
}

impl Exchanges {
    /// How many blocks of draws there are.
    #[must_use]
    pub fn blocks(&self) -> usize {
        self.factors.len() + 2
    }

    /// The draws of each block, when there are so many in all.
    #[must_use]
    pub fn sample_draws(&self, draws: usize) -> usize {
        draws / self.blocks()
    }
}

/// How the draws of an input are moved: `factor`·x + `addend`, kept in the range of the input.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Move {
    /// What a draw is multiplied by.
    pub factor: f64,
    /// What is added to it, in its unit.
    pub addend: f64,
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
            replicate_draws: None,
            years: scenario.horizons.clone(),
            detail: Detail::Full,
            variants: Vec::new(),
            held: Vec::new(),
            exchanges: None,
            moved: Vec::new(),
        }
    }

    /// The same experiment with its draws as the size of one sample, and factors exchanged between two.
    #[must_use]
    pub fn exchanging(&self, exchanges: Exchanges) -> Self {
        Self {
            draws: self.draws * exchanges.blocks(),
            exchanges: Some(exchanges),
            ..self.clone()
        }
    }

    /// The experiment of the two samples between which [`exchanging`](Self::exchanging) exchanges factors
    /// independently, one after the other.
    #[must_use]
    pub fn both_samples(&self) -> Self {
        Self {
            draws: 2 * self.draws,
            replicate_draws: Some(self.draws),
            ..self.clone()
        }
    }

    /// The years that it reports in full detail: those to which the scenario runs.
    #[must_use]
    pub fn reported_years(&self) -> Vec<Year> {
        let timeline = self.scenario.system.timeline;
        let runs_to = |year: &&Year| timeline.step(**year).is_some();
        self.years.iter().filter(runs_to).copied().collect()
    }
}

/// The means of a run. They decide how long it takes and whether quantiles are exact, and no
/// figure depends on the number of threads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RunOptions {
    /// How many threads; 0 for as many as there are cores.
    pub threads: usize,
    /// The bytes that outcomes may take. When the outcomes of all draws fit in, quantiles are
    /// exact; else they are read from counts, with a stated error.
    pub memory: usize,
}

/// One gibibyte.
const USUAL_MEMORY: usize = 1 << 30;

impl RunOptions {
    /// How many threads compute.
    #[must_use]
    pub fn threads_used(&self) -> usize {
        match self.threads {
            0 => thread::available_parallelism().map_or(1, NonZero::get),
            number => number,
        }
    }
}

impl Default for RunOptions {
    fn default() -> Self {
        Self {
            threads: 0,
            memory: USUAL_MEMORY,
        }
    }
}

/// The memory that every draw of some outcomes takes.
#[must_use]
pub fn kept_bytes(outcomes: usize, draws: usize) -> usize {
    outcomes
        .saturating_mul(draws)
        .saturating_mul(size_of::<f64>())
}
