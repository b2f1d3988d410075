//! Sensitivity from samples in which one factor at a time is exchanged.

use super::factors::{self, Factor, FactorKind};
use super::given_data::{self, Depth, Sensitivity};
use crate::engine::{
    self, Column, DrawnColumns, EngineError, Exchanges, Experiment, Observer, OutcomeKey,
    OutcomeTable, RunOptions,
};
use crate::sampling::{Exchange, StreamKey};
use crate::statistics::sensitivity::{
    ElementaryEffects, ExchangeIndices, Resamples, exchange_indices,
};

/// The samples of a bootstrap interval.
const RESAMPLES: usize = 200;

/// With wider intervals than this to either side a sample is too small.
const WIDE: f64 = 0.1;

/// The indices of independent factors for one outcome.
#[derive(Debug, Clone)]
pub struct FactorIndices {
    /// The factors, that with the greatest total index first.
    pub factors: Vec<(Factor, ExchangeIndices)>,
    /// What the draws of both samples together say of single inputs.
    ///
    /// Within a factor, its first-order index belongs to its inputs in proportion to their shares here.
    pub within: Sensitivity,
}

impl FactorIndices {
    /// The outcome.
    #[must_use]
    pub fn key(&self) -> OutcomeKey {
        self.within.key
    }

    /// Whether an interval is so wide that more draws are needed.
    #[must_use]
    pub fn is_uncertain(&self) -> bool {
        let mut reaches = { self.factors.iter() }
            .flat_map(|(_, indices)| [indices.first_order.reach(), indices.total.reach()]);
        reaches.any(|reach| reach > WIDE)
    }

    /// What all factors bring together only: 1 − Σ first-order indices.
    #[must_use]
    pub fn interactions(&self) -> f64 {
        let indices = self.factors.iter();
        1.0 - indices
            .map(|(_, found)| found.first_order.value)
            .sum::<f64>()
    }

    /// The first-order index of a factor, divided over its inputs in proportion to their shares, the
    /// greatest first.
    #[must_use]
    pub fn divided(&self, factor: &Factor, index: f64) -> Vec<(super::Driver, f64)> {
        let share = |driver| self.within.audit.share_of(driver).max(0.0);
        let whole: f64 = factor.drivers().map(share).sum();
        let mut divided: Vec<_> = factor
            .drivers()
            .map(|driver| (driver, index * share(driver) / whole))
            .filter(|(_, part)| part.is_finite())
            .collect();
        divided.sort_by(|(_, one), (_, other)| other.total_cmp(one));
        divided
    }
}

/// What moving one factor by half its range does to an outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// The factor: one input, group or walk.
    pub about: FactorKind,
    /// Its elementary effects: the change of the outcome over the whole range of the factor. A walk is
    /// replaced by another one, and its effects have no sign.
    pub effects: ElementaryEffects,
}

/// The elementary effects of every factor on one outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Screening {
    /// The outcome.
    pub key: OutcomeKey,
    /// The effects, the largest first.
    pub effects: Vec<Effect>,
}

/// How an experiment is run: with what means, and who watches.
#[derive(Clone, Copy)]
pub struct Means<'m> {
    /// Threads and memory.
    pub options: &'m RunOptions,
    /// Who watches, once the number of draws is known.
    pub watch: &'m dyn Fn(usize) -> Box<dyn Observer>,
}

impl std::fmt::Debug for Means<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Means")
            .field("options", self.options)
            .finish_non_exhaustive()
    }
}

/// First-order and total indices of independent factors, from samples of `experiment.draws` draws: two, and
/// one more for every factor. Outcomes that do not vary or are not finite are left out.
///
/// # Errors
/// As [`engine::run`].
pub fn factor_indices(
    experiment: &Experiment<'_>,
    outcomes: &[OutcomeKey],
    means: Means<'_>,
) -> Result<Vec<FactorIndices>, EngineError> {
    let scenario = experiment.scenario;
    let both = experiment.both_samples();
    let inputs = DrawnColumns::of(&both, means.options)?.inputs();
    let factors = factors::grouped(scenario, &inputs);
    let blocks = Blocks::of(experiment, &factors, Exchange::Independent, means)?;
    let samples = |key: &OutcomeKey| Some((*key, blocks.both(key)?));
    let values = outcomes.iter().filter_map(samples).collect();
    let found = given_data::of_values(&both, values, Depth::STUDY, means.options)?;
    let mut generator = StreamKey::new(experiment.seed, "resampled blocks").generator(0);
    let resamples = Resamples::new(experiment.draws, RESAMPLES, &mut generator);
    let described = found.into_iter().filter_map(|within| {
        let values = blocks.values(&within.key)?;
        let [base, other, exchanged @ ..] = &values[..] else {
            return None;
        };
        let indices = exchange_indices(base, other, exchanged, &resamples);
        let mut factors: Vec<_> = factors.iter().cloned().zip(indices).collect();
        factors.sort_by(|(_, one), (_, two)| two.total.value.total_cmp(&one.total.value));
        Some(FactorIndices { factors, within })
    });
    Ok(described.collect())
}

/// The elementary effects of every input, group and walk, from `experiment.draws` starting points.
/// Outcomes that are not finite are left out.
///
/// # Errors
/// As [`engine::run`].
pub fn screening(
    experiment: &Experiment<'_>,
    outcomes: &[OutcomeKey],
    means: Means<'_>,
) -> Result<Vec<Screening>, EngineError> {
    let columns = DrawnColumns::of(&experiment.both_samples(), means.options)?;
    let factors = factors::single(experiment.scenario, &columns.inputs());
    let blocks = Blocks::of(experiment, &factors, Exchange::HalfAway, means)?;
    let steps: Vec<_> = factors
        .iter()
        .map(|factor| steps(&columns, factor))
        .collect();
    let screened = outcomes.iter().filter_map(|key| {
        let values = blocks.values(key)?;
        let [base, _, exchanged @ ..] = &values[..] else {
            return None;
        };
        let effects = factors.iter().zip(exchanged).zip(&steps);
        let mut effects: Vec<_> = effects
            .map(|((factor, moved), steps)| Effect {
                about: factor.about.clone(),
                effects: effects_of(base, moved, steps),
            })
            .collect();
        let size = |effect: &Effect| effect.effects.mean_size;
        effects.sort_by(|one, other| size(other).total_cmp(&size(one)));
        let is_finite = effects.iter().all(|effect| size(effect).is_finite());
        is_finite.then_some(Screening { key: *key, effects })
    });
    Ok(screened.collect())
}

/// By how much the uniforms of a factor are moved from each starting point; a step of a walk has no sign.
fn steps(columns: &DrawnColumns, factor: &Factor) -> Vec<f64> {
    let column = match factor.about {
        FactorKind::Group(group) => Column::Group(group),
        FactorKind::Input(input) => Column::Own(input),
        FactorKind::Walk(_) | FactorKind::Ungrouped(_) => return Vec::new(),
    };
    let steps = columns.map(&[column], |_, uniforms| {
        let step = |u: &f64| if *u < 0.5 { 0.5 } else { -0.5 };
        uniforms.iter().map(step).collect()
    });
    steps.into_iter().next().unwrap_or_default()
}

fn effects_of(base: &[f64], moved: &[f64], steps: &[f64]) -> ElementaryEffects {
    let changes = base.iter().zip(moved).map(|(base, moved)| moved - base);
    if steps.is_empty() {
        let effects: Vec<_> = changes.map(|change| 2.0 * change).collect();
        return ElementaryEffects {
            mean: f64::NAN,
            ..ElementaryEffects::of(&effects)
        };
    }
    let effects: Vec<_> = changes
        .zip(steps)
        .map(|(change, step)| change / step)
        .collect();
    ElementaryEffects::of(&effects)
}

/// The outcomes of an experiment with exchanged factors.
struct Blocks {
    table: OutcomeTable,
    /// The draws of each block.
    size: usize,
    /// The draws of every outcome.
    kept: Vec<(OutcomeKey, Vec<f64>)>,
}

impl Blocks {
    fn of(
        experiment: &Experiment<'_>,
        factors: &[Factor],
        exchange: Exchange,
        means: Means<'_>,
    ) -> Result<Self, EngineError> {
        let factors = factors.iter().map(|factor| factor.streams.clone());
        let exchanging = experiment.exchanging(Exchanges {
            factors: factors.collect(),
            exchange,
        });
        let observer = (means.watch)(exchanging.draws);
        let table = engine::run_kept(&exchanging, means.options, &*observer)?.base;
        let kept = table.keys().iter();
        let kept = kept.filter_map(|key| Some((*key, table.values(key)?)));
        Ok(Self {
            kept: kept.collect(),
            size: experiment.draws,
            table,
        })
    }

    /// The draws of an outcome, block by block.
    fn values(&self, key: &OutcomeKey) -> Option<Vec<&[f64]>> {
        let (_, values) = self.kept.get(self.table.place(key)?)?;
        Some(values.chunks(self.size).collect())
    }

    /// The draws of both samples, one after the other.
    fn both(&self, key: &OutcomeKey) -> Option<Vec<f64>> {
        let values = self.values(key)?;
        Some([*values.first()?, *values.get(1)?].concat())
    }
}
