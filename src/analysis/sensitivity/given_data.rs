//! Sensitivity from the draws that a run made anyway.

use super::audit::{self, Audit, Share};
use super::driver::Driver;
use crate::engine::{
    Column, DrawnColumns, EngineError, Experiment, OutcomeKey, OutcomeTable, RunOptions,
};
use crate::sampling::StreamKey;
use crate::scenario::Scenario;
use crate::statistics::sensitivity::{Estimate, Resamples, Response, Slices};
use crate::statistics::{Ranking, quantiles, rank_correlation};

/// The quantiles between which the width of an outcome is measured.
const WIDTH: [f64; 2] = [0.05, 0.95];

/// The slices of which the lowest and the highest stand in a tornado.
const TENTHS: u16 = 10;

/// The most slices in which a width is measured, so that each holds enough draws for its ends.
const MOST_WIDTHS: u16 = 20;

/// How far sensitivity is looked into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Depth {
    /// How many drivers of each outcome are described.
    pub drivers: usize,
    /// How many samples make a bootstrap interval; none without.
    pub resamples: usize,
}

impl Depth {
    /// For the summary of every run.
    pub const GLANCE: Self = Self {
        drivers: 10,
        resamples: 0,
    };

    /// For a study of its own.
    pub const STUDY: Self = Self {
        drivers: 30,
        resamples: 200,
    };
}

/// How an outcome moves with one driver.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Influence {
    /// The driver.
    pub driver: Driver,
    /// What it brings to the variance by the [audit](Audit): its part in what its group moves included,
    /// and nothing counted twice.
    pub share: f64,
    /// The first-order index: the part of the variance that goes when it is known, with all that its
    /// correlation with other inputs then tells. Without resamples the ends are NaN.
    pub first_order: Estimate,
    /// Spearman's rank correlation with the outcome.
    pub rank_correlation: f64,
    /// The mean of the outcome in the tenth of draws in which the driver is lowest.
    pub low_tenth: f64,
    /// The same for the tenth in which it is highest.
    pub high_tenth: f64,
    /// By which part P5–P95 of the outcome is expected to narrow when the driver is known exactly.
    pub narrowing: f64,
}

/// What drives one outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Sensitivity {
    /// The outcome.
    pub key: OutcomeKey,
    /// How many draws were looked at.
    pub draws: usize,
    /// Its mean.
    pub mean: f64,
    /// Its P5 and P95.
    pub ends: [f64; 2],
    /// On what its variance rests.
    pub audit: Audit,
    /// The drivers that bring most, the greatest share first; none that brings no more than chance would.
    pub influences: Vec<Influence>,
}

/// Beyond this part of the variance chance says too much.
pub const MOST_CHANCE: f64 = 0.1;

/// The step in which a number of draws is proposed.
const ROUND_DRAWS: usize = 500;

impl Sensitivity {
    /// By which part of the variance the shares of all drivers together may be off by chance: two standard errors of
    /// their sum, 2·√k·√(2(m − 1))/n for k drivers and n draws in m slices.
    #[must_use]
    pub fn chance(&self) -> f64 {
        Slices::chance_of_sum(self.draws, self.audit.shares.len())
    }

    /// How many draws there should be, when these are too few for so many drivers: so many that chance makes at most a
    /// tenth of the variance.
    #[must_use]
    pub fn draws_needed(&self) -> Option<usize> {
        let drivers = self.audit.shares.len();
        let is_enough = |draws: usize| Slices::chance_of_sum(draws, drivers) <= MOST_CHANCE;
        if is_enough(self.draws) {
            return None;
        }
        let mut draws = ROUND_DRAWS;
        while !is_enough(draws) {
            draws += ROUND_DRAWS;
        }
        Some(draws)
    }

    /// The drivers by how much knowing them would narrow the outcome, the most first.
    #[must_use]
    pub fn by_narrowing(&self) -> Vec<&Influence> {
        let mut influences: Vec<_> = self.influences.iter().collect();
        influences.sort_by(|one, other| other.narrowing.total_cmp(&one.narrowing));
        influences
    }
}

/// Finds what drives outcomes of a run, from its own draws.
///
/// Outcomes that are not reported, whose draws were counted instead of kept, or that do not vary or are
/// not finite, are left out.
///
/// # Errors
/// When the threads cannot be started.
pub fn sensitivities(
    experiment: &Experiment<'_>,
    table: &OutcomeTable,
    outcomes: &[OutcomeKey],
    depth: Depth,
    options: &RunOptions,
) -> Result<Vec<Sensitivity>, EngineError> {
    let values = outcomes.iter();
    let values = values.filter_map(|key| Some((*key, table.values(key)?)));
    of_values(experiment, values.collect(), depth, options)
}

/// As [`sensitivities`], for outcomes by their draws.
pub(super) fn of_values(
    experiment: &Experiment<'_>,
    outcomes: Vec<(OutcomeKey, Vec<f64>)>,
    depth: Depth,
    options: &RunOptions,
) -> Result<Vec<Sensitivity>, EngineError> {
    let columns = DrawnColumns::of(experiment, options)?;
    let observed = { outcomes.into_iter() }
        .filter_map(|(key, values)| Observed::of(experiment.scenario, key, values))
        .collect();
    let study = Study {
        scenario: experiment.scenario,
        columns,
        observed,
        chance: Chance::of(experiment, depth),
    };
    Ok(study.all(depth))
}

/// An outcome with its draws.
struct Observed {
    key: OutcomeKey,
    /// Years from the base year to that of the outcome; to the last year for one over all years.
    step: usize,
    values: Vec<f64>,
    ranks: Vec<f64>,
    response: Response,
}

impl Observed {
    fn of(scenario: &Scenario, key: OutcomeKey, values: Vec<f64>) -> Option<Self> {
        let response = Response::of(&values);
        let timeline = scenario.system.timeline;
        let of_year = key.year.and_then(|year| timeline.step(year));
        let varies = response.squares() > 0.0 && response.squares().is_finite();
        varies.then(|| Self {
            key,
            step: of_year.unwrap_or(timeline.years() - 1),
            ranks: Ranking::of(&values).ranks(),
            values,
            response,
        })
    }
}

/// Random choices, the same for every outcome and driver.
struct Chance {
    resamples: Option<Resamples>,
    /// The draws in an order that has to do with nothing.
    permutation: Vec<u32>,
}

impl Chance {
    fn of(experiment: &Experiment<'_>, depth: Depth) -> Self {
        let key = |name| StreamKey::new(experiment.seed, name);
        let mut uniforms = vec![0.0; experiment.draws];
        key("shuffled draws").fill_uniforms(0, &mut uniforms);
        let mut generator = key("resampled draws").generator(0);
        let resamples = || Resamples::new(experiment.draws, depth.resamples, &mut generator);
        Self {
            resamples: (depth.resamples > 0).then(resamples),
            permutation: Ranking::of(&uniforms).rising().to_vec(),
        }
    }
}

/// Everything that is needed to look into the draws.
struct Study<'a> {
    scenario: &'a Scenario,
    columns: DrawnColumns,
    observed: Vec<Observed>,
    chance: Chance,
}

impl Study<'_> {
    fn all(&self, depth: Depth) -> Vec<Sensitivity> {
        let responses = self.observed.iter();
        let responses: Vec<_> = responses
            .map(|outcome| (outcome.step, outcome.response.clone()))
            .collect();
        let audits = audit::audits(self.scenario, &self.columns, &responses);
        let wanted = self.wanted(&audits, depth.drivers);
        let columns: Vec<_> = wanted.iter().map(|(column, _)| *column).collect();
        let found = self.columns.map(&columns, |column, values| {
            let wanted = wanted.iter().find(|(wanted, _)| *wanted == column);
            let places = wanted.map_or(&[][..], |(_, places)| places);
            self.influences(column, values, places, &audits)
        });
        let mut by_outcome: Vec<Vec<Influence>> = vec![Vec::new(); self.observed.len()];
        for (place, influence) in found.into_iter().flatten() {
            by_outcome[place].push(influence);
        }
        let outcomes = self.observed.iter().zip(audits).zip(by_outcome);
        outcomes
            .map(|((outcome, audit), influences)| outcome.described(audit, influences))
            .collect()
    }

    /// The columns of the drivers that bring most to any outcome, and more than chance would, each with the
    /// outcomes for which it does.
    fn wanted(&self, audits: &[Audit], drivers: usize) -> Vec<(Column, Vec<usize>)> {
        let mut wanted: Vec<(Column, Vec<usize>)> = Vec::new();
        for (place, (outcome, audit)) in self.observed.iter().zip(audits).enumerate() {
            let is_clear = |share: &&Share| share.part > Slices::chance(outcome.values.len());
            for share in audit.shares.iter().take(drivers).filter(is_clear) {
                let column = match share.driver {
                    Driver::Input(input) => Column::Input(input),
                    Driver::Walk(walk) => Column::Walk(walk, outcome.step),
                };
                match wanted.iter_mut().find(|(known, _)| *known == column) {
                    Some((_, places)) => places.push(place),
                    None => wanted.push((column, vec![place])),
                }
            }
        }
        wanted
    }

    /// What one driver does to some outcomes.
    fn influences(
        &self,
        column: Column,
        values: &[f64],
        places: &[usize],
        audits: &[Audit],
    ) -> Vec<(usize, Influence)> {
        let driver = match column {
            Column::Input(input) | Column::Own(input) => Driver::Input(input),
            Column::Walk(walk, _) => Driver::Walk(walk),
            Column::Group(_) => return Vec::new(),
        };
        let ranking = Ranking::of(values);
        let view = View {
            slices: Slices::of(&ranking, Slices::usual(values.len())),
            tenths: Slices::of(&ranking, TENTHS),
            widths: Slices::of(&ranking, MOST_WIDTHS.min(Slices::usual(values.len()))),
            ranks: ranking.ranks(),
            chance: &self.chance,
        };
        let influence = |&place: &usize| {
            let share = audits[place].share_of(driver);
            (place, view.influence(&self.observed[place], driver, share))
        };
        places.iter().map(influence).collect()
    }
}

/// The draws of one driver, divided in the ways that are looked at.
struct View<'v> {
    slices: Slices,
    tenths: Slices,
    widths: Slices,
    ranks: Vec<f64>,
    chance: &'v Chance,
}

impl View<'_> {
    fn influence(&self, outcome: &Observed, driver: Driver, share: f64) -> Influence {
        let first_order = match &self.chance.resamples {
            Some(resamples) => {
                let response = &outcome.response;
                self.slices.first_order_with_interval(response, resamples)
            }
            None => Estimate {
                value: self.slices.first_order(&outcome.response),
                low: f64::NAN,
                high: f64::NAN,
            },
        };
        let means = self.tenths.means(&outcome.values);
        let end = |mean: Option<&f64>| mean.copied().unwrap_or(f64::NAN);
        // Widths of smaller samples are smaller by themselves, so they are held against slices of the
        // same sizes that say nothing of the driver.
        let unknown = self.widths.shuffled(&self.chance.permutation);
        let unknown = unknown.mean_width(&outcome.values, WIDTH);
        Influence {
            driver,
            share,
            first_order,
            rank_correlation: rank_correlation(&self.ranks, &outcome.ranks),
            low_tenth: end(means.first()),
            high_tenth: end(means.last()),
            narrowing: 1.0 - self.widths.mean_width(&outcome.values, WIDTH) / unknown,
        }
    }
}

impl Observed {
    fn described(&self, audit: Audit, mut influences: Vec<Influence>) -> Sensitivity {
        influences.sort_by(|one, other| {
            let shares = other.share.total_cmp(&one.share);
            shares.then(one.driver.cmp(&other.driver))
        });
        let ends = quantiles(&self.values, &WIDTH);
        Sensitivity {
            key: self.key,
            draws: self.values.len(),
            mean: crate::statistics::Moments::of(&self.values).mean(),
            ends: [ends[0], ends[1]],
            audit,
            influences,
        }
    }
}
