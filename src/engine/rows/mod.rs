//! The rows that are reported and how each follows from facts.
//!
//! A row is a *recipe* over the facts of a chunk: a sum, a difference, a sum of gross areas, a
//! peak. Totals are thus made within each draw, never by adding quantiles, and a new kind of row is
//! a new recipe.

mod comparison;
mod cost;
mod demand;
mod supply;

use std::collections::HashSet;

use ndarray::{ArrayViewMut2, Axis};

use super::experiment::{Detail, Experiment};
use super::facts::{ChunkFacts, Fact, FactList, SHORTAGE_HA, add};
use super::key::OutcomeKey;
use crate::model::{DemandSystem, Draws, InputIndex, Segment};
use crate::units::{NetHectares, NetToGross, Year};

pub(super) use cost::LeverCost;

/// How one reported row follows from facts, which it names by their places.
#[derive(Debug)]
enum Recipe {
    /// Facts added, others taken off.
    Sum { plus: Vec<usize>, minus: Vec<usize> },
    /// Facts divided by the net part of their segment's gross land, added.
    Gross(Vec<(usize, InputIndex)>),
    /// The largest of the yearly sums.
    Peak(Vec<Vec<usize>>),
    /// The year of the largest of the yearly sums.
    PeakYear(Vec<Vec<usize>>),
    /// A fact as it is.
    Copy(usize),
    /// 1 where the fact is at most a year, else 0.
    Reached(usize, Year),
    /// 1 where the facts together are a shortage, else 0.
    Shortage(Vec<usize>),
    /// Backlog plus what free land lacks to the reserve, added over cells.
    WithReserve(Vec<[usize; 3]>),
    /// What the levers cost up to a year.
    Cost(Year),
}

/// What recipes are made from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Larder<'a> {
    /// The facts of the chunk.
    pub facts: &'a ChunkFacts,
    /// The draws of the chunk.
    pub draws: &'a Draws,
    /// What the levers of the variant cost.
    pub costs: &'a [LeverCost],
}

/// All reported rows of an experiment.
#[derive(Debug)]
pub(super) struct Rows {
    rows: Vec<(OutcomeKey, Recipe)>,
    base: Year,
}

impl Rows {
    /// Plans every row that can be other than zero.
    pub fn plan(experiment: &Experiment<'_>, facts: &FactList) -> Self {
        let mut planner = Planner {
            system: &experiment.scenario.system,
            facts,
            years: &experiment.years,
            rows: Vec::new(),
        };
        let supply = experiment.scenario.supply.as_ref();
        if experiment.detail == Detail::Comparison {
            planner.list_comparison(supply);
        } else {
            planner.list_demand();
            if let Some(supply) = supply {
                planner.list_supply(supply);
            }
        }
        if !experiment.variants.is_empty() {
            planner.list_costs();
        }
        if let Detail::Only(keys) = &experiment.detail {
            let keys: HashSet<_> = keys.iter().collect();
            planner.rows.retain(|(key, _)| keys.contains(key));
        }
        Self {
            rows: planner.rows,
            base: facts.base(),
        }
    }

    /// What the rows are about, in order.
    pub fn keys(&self) -> Vec<OutcomeKey> {
        self.rows.iter().map(|(key, _)| *key).collect()
    }

    /// How many rows there are.
    pub fn count(&self) -> usize {
        self.rows.len()
    }

    /// Writes every row (rows × draws) of a chunk.
    pub fn write(&self, larder: Larder<'_>, mut out: ArrayViewMut2<'_, f64>) {
        for ((_, recipe), mut row) in self.rows.iter().zip(out.axis_iter_mut(Axis(0))) {
            if let Some(row) = row.as_slice_mut() {
                row.fill(0.0);
                recipe.cook(self.base, larder, row);
            }
        }
    }
}

impl Recipe {
    /// Facts added.
    fn sum(plus: Vec<usize>) -> Self {
        Recipe::Sum {
            plus,
            minus: Vec::new(),
        }
    }

    fn cook(&self, base: Year, larder: Larder<'_>, row: &mut [f64]) {
        let Larder { facts, draws, .. } = larder;
        match self {
            Recipe::Sum { plus, minus } => {
                for &place in plus {
                    add(row, facts.get(place));
                }
                for &place in minus {
                    for (row, fact) in row.iter_mut().zip(facts.get(place)) {
                        *row -= fact;
                    }
                }
            }
            Recipe::Gross(parts) => {
                for &(place, ratio) in parts {
                    let ratio = draws.column(ratio);
                    for (draw, net) in facts.get(place).iter().enumerate() {
                        row[draw] += NetHectares(*net).gross(NetToGross(ratio[draw])).0;
                    }
                }
            }
            Recipe::Peak(years) => {
                for (draw, row) in row.iter_mut().enumerate() {
                    *row = peak(years, facts, draw).1;
                }
            }
            Recipe::PeakYear(years) => {
                for (draw, row) in row.iter_mut().enumerate() {
                    *row = base.plus(peak(years, facts, draw).0).as_f64();
                }
            }
            Recipe::Copy(place) => row.copy_from_slice(facts.get(*place)),
            Recipe::Shortage(parts) => {
                for &place in parts {
                    add(row, facts.get(place));
                }
                for row in row {
                    *row = f64::from(u8::from(*row > SHORTAGE_HA));
                }
            }
            Recipe::WithReserve(cells) => {
                for cell in cells {
                    let [backlog, reserve, free] = cell.map(|place| facts.get(place));
                    for (draw, row) in row.iter_mut().enumerate() {
                        *row += backlog[draw] + (reserve[draw] - free[draw]).max(0.0);
                    }
                }
            }
            Recipe::Cost(year) => {
                for cost in larder.costs {
                    cost.add(draws, *year, row);
                }
            }
            Recipe::Reached(place, year) => {
                for (row, reached) in row.iter_mut().zip(facts.get(*place)) {
                    *row = f64::from(u8::from(*reached <= year.as_f64()));
                }
            }
        }
    }
}

/// The step and height of the first largest yearly sum in one draw.
fn peak(years: &[Vec<usize>], facts: &ChunkFacts, draw: usize) -> (usize, f64) {
    let mut peak = (0, 0.0);
    for (step, places) in years.iter().enumerate() {
        let height = places.iter().map(|&place| facts.get(place)[draw]).sum();
        if height > peak.1 {
            peak = (step, height);
        }
    }
    peak
}

/// Lists rows in the order in which they are reported.
struct Planner<'a> {
    system: &'a DemandSystem,
    facts: &'a FactList,
    years: &'a [Year],
    rows: Vec<(OutcomeKey, Recipe)>,
}

impl Planner<'_> {
    fn push(&mut self, key: OutcomeKey, recipe: Recipe) {
        self.rows.push((key, recipe));
    }

    fn places(&self, wanted: impl Fn(&Fact) -> bool) -> Vec<usize> {
        self.facts.find(wanted).map(|(place, _)| place).collect()
    }

    /// Lists the gross land of the facts that `segment_of` gives a segment.
    fn push_gross(&mut self, key: OutcomeKey, segment_of: impl Fn(&Fact) -> Option<Segment>) {
        let facts = self.facts.find(|fact| segment_of(fact).is_some());
        let parts: Vec<_> = facts
            .filter_map(|(place, fact)| {
                let segment = segment_of(&fact)?;
                Some((place, self.system.net_to_gross[segment.index()]))
            })
            .collect();
        if !parts.is_empty() {
            self.push(key, Recipe::Gross(parts));
        }
    }
}

/// Whether a part belongs to a whole; `None` stands for all.
fn is_in<T: PartialEq>(part: &T, whole: Option<T>) -> bool {
    whole.is_none_or(|whole| whole == *part)
}
