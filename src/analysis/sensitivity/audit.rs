//! The evidence audit: on what the variance of an outcome rests.
//!
//! Inputs of a correlation group move together, so their own indices overlap and must not be added up.
//! The streams behind them do not overlap: the own stream of every input, that of every group, and every
//! walk are independent. So the part of the variance that each *stream* brings alone is estimated
//! ([`Slices::first_order`]), and those parts do add up, with interactions and chance left over.
//!
//! The part of a group's stream is then divided over the inputs that carry it to the outcome, in
//! proportion to |weight · slope|: the weight of the stream in the input's normal score (its loading times
//! the group's place in the correlation of groups) and the slope of the outcome on that score, which
//! shows in the input's own stream. Inputs whose slope cannot be told from chance carry nothing.

use super::driver::Driver;
use crate::engine::{Column, DrawnColumns};
use crate::model::{InputIndex, WalkIndex};
use crate::numeric::{count, sqrt, standard_normal_cdf, uniforms_to_normal_scores};
use crate::scenario::{Evidence, Scenario};
use crate::statistics::sensitivity::{Response, Slices};

/// Standard errors by which a slope must differ from 0 to carry a group's part.
const CLEAR: f64 = 3.0;

/// What one driver brings to the variance of an outcome.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// The driver.
    pub driver: Driver,
    /// The part of the variance, 0 to 1; by chance below 0 for a driver that brings nothing.
    pub part: f64,
}

/// On what the variance of one outcome rests.
#[derive(Debug, Clone, PartialEq)]
pub struct Audit {
    /// Every driver, the greatest first.
    pub shares: Vec<Share>,
    /// The part of the variance by evidence grade.
    pub by_grade: [(Evidence, f64); Evidence::ALL.len()],
    /// The part by source, the greatest first; `None` for inputs without source.
    pub by_source: Vec<(Option<usize>, f64)>,
    /// What is left: interactions between drivers, what a group moves without a clear carrier, and the
    /// chance of the sample.
    pub rest: f64,
}

impl Audit {
    fn of(scenario: &Scenario, mut shares: Vec<Share>) -> Self {
        shares.sort_by(|one, other| {
            let parts = other.part.total_cmp(&one.part);
            parts.then(one.driver.cmp(&other.driver))
        });
        let mut by_grade = Evidence::ALL.map(|grade| (grade, 0.0));
        let mut by_source: Vec<(Option<usize>, f64)> = Vec::new();
        for share in &shares {
            let Some(input) = share.driver.support(scenario) else {
                continue;
            };
            let provenance = &input.provenance;
            for (grade, part) in &mut by_grade {
                if *grade == provenance.evidence {
                    *part += share.part;
                }
            }
            let known = by_source.iter_mut();
            match { known }.find(|(source, _)| *source == provenance.source) {
                Some((_, part)) => *part += share.part,
                None => by_source.push((provenance.source, share.part)),
            }
        }
        by_source.sort_by(|(_, one), (_, other)| other.total_cmp(one));
        let explained: f64 = by_grade.iter().map(|(_, part)| part).sum();
        Self {
            shares,
            by_grade,
            by_source,
            rest: 1.0 - explained,
        }
    }

    /// The part of the variance that rests on inputs of a grade.
    #[must_use]
    pub fn of_grade(&self, grade: Evidence) -> f64 {
        let found = self.by_grade.iter().find(|(of, _)| *of == grade);
        found.map_or(0.0, |(_, part)| *part)
    }

    /// The part of one driver.
    #[must_use]
    pub fn share_of(&self, driver: Driver) -> f64 {
        let found = self.shares.iter().find(|share| share.driver == driver);
        found.map_or(f64::NAN, |share| share.part)
    }
}

/// What one stream does to one outcome.
#[derive(Debug, Clone, Copy, Default)]
struct Effect {
    /// The part of the variance that it brings alone.
    part: f64,
    /// The correlation of the outcome with its normal score; only for the own streams of inputs in a
    /// group, and 0 when it cannot be told from chance.
    slope: f64,
}

/// Audits outcomes, each with the years from the base year to its own.
pub(super) fn audits(
    scenario: &Scenario,
    columns: &DrawnColumns,
    outcomes: &[(usize, Response)],
) -> Vec<Audit> {
    let inputs = columns.inputs();
    let steps = distinct_steps(outcomes);
    let mut streams: Vec<_> = inputs.iter().map(|&input| Column::Own(input)).collect();
    streams.extend((0..scenario.correlation.names().len()).map(Column::Group));
    streams.extend(walk_columns(scenario, &steps));
    let effects = columns.map(&streams, |stream, values| {
        effects_of(scenario, stream, values, outcomes)
    });
    let found: Vec<(Column, Vec<Effect>)> = streams.into_iter().zip(effects).collect();
    (0..outcomes.len())
        .map(|place| {
            let of_outcome = found
                .iter()
                .map(|(stream, effects)| (*stream, effects[place]));
            let of_outcome: Vec<_> = of_outcome.collect();
            Audit::of(scenario, shares(scenario, &of_outcome, outcomes[place].0))
        })
        .collect()
}

/// What a stream does to every outcome.
fn effects_of(
    scenario: &Scenario,
    stream: Column,
    values: &[f64],
    outcomes: &[(usize, Response)],
) -> Vec<Effect> {
    let mut uniforms = values.to_vec();
    if let Column::Walk(_, step) = stream {
        let spread = sqrt(count(step));
        for value in &mut uniforms {
            *value = standard_normal_cdf(*value / spread);
        }
    }
    let slices = Slices::of_uniforms(&uniforms, Slices::usual(values.len()));
    let is_tied = matches!(stream, Column::Own(input) if scenario.inputs[input.0].tie().is_some());
    if is_tied {
        uniforms_to_normal_scores(&mut uniforms);
    }
    let effect = |(step, response): &(usize, Response)| match stream {
        Column::Walk(_, of_walk) if of_walk != *step => Effect::default(),
        _ => Effect {
            part: slices.first_order(response),
            slope: if is_tied {
                clear(response.correlation_with(&uniforms), values.len())
            } else {
                0.0
            },
        },
    };
    outcomes.iter().map(effect).collect()
}

/// A correlation that differs from 0 by more than chance, or else 0.
fn clear(correlation: f64, draws: usize) -> f64 {
    if correlation.abs() * sqrt(count(draws)) > CLEAR {
        correlation
    } else {
        0.0
    }
}

/// The loading of an input on the factor of its group; 0 outside groups.
fn loading(scenario: &Scenario, input: InputIndex) -> f64 {
    scenario.inputs[input.0]
        .group
        .map_or(0.0, |(_, loading)| loading)
}

/// What every driver brings, from what every stream brings.
fn shares(scenario: &Scenario, effects: &[(Column, Effect)], step: usize) -> Vec<Share> {
    let mut shares: Vec<Share> = Vec::new();
    let mut carriers: Vec<(usize, InputIndex, f64)> = Vec::new();
    for (stream, effect) in effects {
        let driver = match *stream {
            Column::Own(input) => Driver::Input(input),
            Column::Walk(walk, of_walk) if of_walk == step => Driver::Walk(walk),
            _ => continue,
        };
        if let Driver::Input(input) = driver {
            carriers.extend(carrier(scenario, input, effect.slope, shares.len()));
        }
        shares.push(Share {
            driver,
            part: effect.part,
        });
    }
    for (stream, effect) in effects {
        if let Column::Group(group) = stream {
            divide(scenario, *group, effect.part, &carriers, &mut shares);
        }
    }
    shares
}

/// An input that carries what its group does: its place among the shares, and the slope of the outcome
/// on the input's score.
fn carrier(
    scenario: &Scenario,
    input: InputIndex,
    own_slope: f64,
    place: usize,
) -> Option<(usize, InputIndex, f64)> {
    let loading = loading(scenario, input);
    let own = sqrt(1.0 - loading * loading);
    (own_slope != 0.0 && own > 0.0).then(|| (place, input, own_slope / own))
}

/// Divides the part of a group's stream over the inputs that carry it.
fn divide(
    scenario: &Scenario,
    group: usize,
    part: f64,
    carriers: &[(usize, InputIndex, f64)],
    shares: &mut [Share],
) {
    let mixing = scenario.correlation.factor();
    let carried = |(place, input, slope): &(usize, InputIndex, f64)| {
        let (own_group, loading) = scenario.inputs[input.0].group?;
        Some((*place, (mixing[[own_group, group]] * loading * slope).abs()))
    };
    let carried: Vec<_> = carriers.iter().filter_map(carried).collect();
    let whole: f64 = carried.iter().map(|(_, weight)| weight).sum();
    if whole > 0.0 {
        for (place, weight) in carried {
            shares[place].part += part * weight / whole;
        }
    }
}

/// The numbers of years from the base year to the outcomes, each once.
fn distinct_steps(outcomes: &[(usize, Response)]) -> Vec<usize> {
    let mut steps: Vec<_> = outcomes.iter().map(|(step, _)| *step).collect();
    steps.sort_unstable();
    steps.dedup();
    steps
}

/// Every walk at every step.
fn walk_columns(scenario: &Scenario, steps: &[usize]) -> Vec<Column> {
    let walks = (0..scenario.walks.len()).map(WalkIndex);
    walks
        .flat_map(|walk| steps.iter().map(move |&step| Column::Walk(walk, step)))
        .collect()
}
