//! What policy variants change, on the same draws.
//!
//! A variant sees the very draws of the scenario, so its difference is taken draw by draw, and the
//! standard error of a difference is that of the paired values, far below that of either side.
//!
//! - change of shortage: need that waits (backlog), and need that was never met, with the variant minus
//!   without, ha net. Ranking, cost and regret look at what was never met, so that need which lapses or
//!   leaves the country does not count as a shortage solved;
//! - P(better): the part of draws in which less waits with the variant than without;
//! - cost per hectare: mean cost up to a year over the mean hectares of shortage that the variant
//!   avoids in that year; the ratio of the means, since the mean of ratios has none where nothing is
//!   avoided;
//! - regret: how much more is short with the variant than with the best one in the same scenario.

use crate::engine::{Experiment, OutcomeKey, Outcomes, VariantOutcomes};
use crate::model::{OutcomeKind, RegionIndex, Segment};
use crate::scenario::PolicyVariant;
use crate::units::Year;

use super::summary::{Statistics, Summary, summarise};

/// Less difference than this, in hectares, is none.
const NEGLIGIBLE_HA: f64 = 1e-6;

/// All variants of an experiment beside the scenario.
#[derive(Debug)]
pub struct Comparison<'a> {
    /// The outcomes of the scenario without a variant.
    pub base: Summary,
    /// What each variant changes, in the order of the experiment.
    pub variants: Vec<VariantComparison<'a>>,
}

/// What one variant changes.
#[derive(Debug)]
pub struct VariantComparison<'a> {
    /// The variant.
    pub variant: &'a PolicyVariant,
    /// The change of shortage in every region and segment, and all of them, at each reported year.
    pub changes: Vec<Change>,
    /// What it costs and avoids up to each reported year.
    pub costs: Vec<CostAndEffect>,
}

/// The change of shortage in one region and segment, or all of them, at a reported year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// Which shortage: what waits in the year, or what was not met since the base year.
    pub outcome: OutcomeKind,
    /// Where; `None` for all regions together.
    pub region: Option<RegionIndex>,
    /// Of which quality; `None` for all segments together.
    pub segment: Option<Segment>,
    /// When.
    pub year: Year,
    /// The mean without the variant, ha net.
    pub without_ha: f64,
    /// The mean with it, ha net.
    pub with_ha: f64,
    /// With minus without, draw by draw, ha net.
    pub difference: Statistics,
    /// The part of draws in which it is less with the variant, 0 to 1.
    pub p_better: f64,
    /// P(shortage > 1 ha) with the variant minus without.
    pub p_shortage_difference: f64,
}

/// What a variant costs and avoids up to a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CostAndEffect {
    /// The year.
    pub year: Year,
    /// Its cost, millions of euro.
    pub cost: Statistics,
    /// The need that it gets met in all regions and segments since the base year, ha net: P5, P50, P95.
    pub avoided_ha: [f64; 3],
    /// The mean of that, ha net.
    pub mean_avoided_ha: f64,
    /// Whether the cost of every lever is known; else the cost is the least that it can be.
    pub is_costed: bool,
    /// Mean cost over mean hectares avoided, millions of euro per ha; NaN when it avoids none, or when
    /// the cost of a lever is not known.
    pub cost_per_ha: f64,
}

/// Compares every variant of an experiment with its scenario.
#[must_use]
pub fn compare_variants<'a>(experiment: &Experiment<'a>, outcomes: &Outcomes) -> Comparison<'a> {
    let base = summarise(&outcomes.base, experiment.design);
    let variants = experiment.variants.iter().zip(&outcomes.variants);
    let variants = variants
        .map(|(variant, found)| compare(experiment, variant, found, &base))
        .collect();
    Comparison { base, variants }
}

fn compare<'a>(
    experiment: &Experiment<'a>,
    variant: &'a PolicyVariant,
    found: &VariantOutcomes,
    base: &Summary,
) -> VariantComparison<'a> {
    let own = summarise(&found.own, experiment.design);
    let difference = summarise(&found.difference, experiment.design);
    let change = |key: &OutcomeKey| -> Option<Change> {
        let shortage = OutcomeKey {
            kind: OutcomeKind::Shortage,
            ..*key
        };
        Some(Change {
            outcome: key.kind,
            region: key.region,
            segment: key.segment,
            year: key.year?,
            without_ha: base.get(key)?.mean,
            with_ha: own.get(key)?.mean,
            difference: *difference.get(key)?,
            p_better: found.difference.percentile_of(key, -NEGLIGIBLE_HA)?,
            p_shortage_difference: difference.get(&shortage)?.mean,
        })
    };
    let keys = found.own.keys().iter();
    let changes = keys
        .filter(|key| matches!(key.kind, OutcomeKind::Backlog | OutcomeKind::Unmet))
        .filter_map(change)
        .collect();
    let years = experiment.years.iter();
    VariantComparison {
        variant,
        changes,
        costs: years
            .filter_map(|year| cost_and_effect(variant, *year, &own, &difference))
            .collect(),
    }
}

fn cost_and_effect(
    variant: &PolicyVariant,
    year: Year,
    own: &Summary,
    difference: &Summary,
) -> Option<CostAndEffect> {
    let is_costed = variant.is_costed();
    let cost = *own.get(&OutcomeKey::total(OutcomeKind::Cost, Some(year)))?;
    let change = difference.get(&OutcomeKey::total(OutcomeKind::Unmet, Some(year)))?;
    let mean_avoided_ha = -change.mean;
    Some(CostAndEffect {
        year,
        cost,
        avoided_ha: [-change.p95(), -change.p50(), -change.p05()],
        mean_avoided_ha,
        is_costed,
        cost_per_ha: if is_costed && mean_avoided_ha > NEGLIGIBLE_HA {
            cost.mean / mean_avoided_ha
        } else {
            f64::NAN
        },
    })
}

impl VariantComparison<'_> {
    /// The change of what was never met, in every region and segment at a year.
    pub fn unmet(&self, year: Year) -> impl Iterator<Item = &Change> {
        let changes = self.changes.iter();
        changes.filter(move |change| change.outcome == OutcomeKind::Unmet && change.year == year)
    }

    /// The change of what was never met over all regions and segments at a year.
    #[must_use]
    pub fn total(&self, year: Year) -> Option<&Change> {
        self.unmet(year)
            .find(|change| change.region.is_none() && change.segment.is_none())
    }
}

/// How much more is short with a variant than with the best one, in one scenario at one year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Regret {
    /// The variant's place among the variants; `None` for none at all.
    pub variant: Option<usize>,
    /// The need expected never to be met with it, ha net.
    pub shortage_ha: f64,
    /// That of the best choice less than it, ha net.
    pub regret_ha: f64,
}

/// The regret of each choice, no variant among them, in one scenario at a year. The largest over all
/// scenarios is what a careful decision looks at; scenarios are never averaged.
#[must_use]
pub fn regrets(comparison: &Comparison<'_>, year: Year) -> Vec<Regret> {
    let Some(without) = comparison
        .base
        .get(&OutcomeKey::total(OutcomeKind::Unmet, Some(year)))
    else {
        return Vec::new();
    };
    let variants = comparison.variants.iter().enumerate();
    let choices: Vec<_> = std::iter::once((None, without.mean))
        .chain(
            variants
                .filter_map(|(place, variant)| Some((Some(place), variant.total(year)?.with_ha))),
        )
        .collect();
    let best = choices
        .iter()
        .map(|(_, shortage)| *shortage)
        .fold(f64::INFINITY, f64::min);
    choices
        .into_iter()
        .map(|(variant, shortage_ha)| Regret {
            variant,
            shortage_ha,
            regret_ha: shortage_ha - best,
        })
        .collect()
}
