//! The rows that are reported and how each follows from facts.
//!
//! A row is a fact of a chunk or is made by a *recipe*: a sum, a difference, gross land, a peak.
//! Totals are thus made within each draw, never by adding quantiles, and a new kind of row is
//! a new recipe.

mod comparison;
mod cost;
mod demand;
mod supply;

use std::collections::{HashMap, HashSet};

use super::experiment::{Detail, Experiment};
use super::facts::{Columns, ColumnsSoFar, Fact, FactList, SHORTAGE_HA, Topic, add};
use super::key::OutcomeKey;
use crate::model::{DemandSystem, Draws, InputIndex, Segment};
use crate::units::{NetHectares, NetToGross, Year};

pub(super) use cost::LeverCost;

/// How one column follows from others, which it names by their places.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Recipe {
    /// Columns added, others taken off.
    Sum { plus: Vec<usize>, minus: Vec<usize> },
    /// Net land divided by the net part of its segment's gross land.
    Gross(usize, InputIndex),
    /// The largest of yearly columns.
    Peak(Vec<usize>),
    /// The year of the largest of yearly columns.
    PeakYear(Vec<usize>),
    /// 1 where a column is at most a year, else 0.
    Reached(usize, Year),
    /// 1 where what waits is a shortage, else 0.
    Shortage(usize),
    /// Backlog plus what free land lacks to the reserve.
    WithReserve {
        backlog: usize,
        reserve: usize,
        free: usize,
    },
    /// What the levers cost up to a year.
    Cost(Year),
}

/// What recipes are made from, beside columns.
#[derive(Debug, Clone, Copy)]
pub(super) struct Larder<'a> {
    /// The draws of the chunk.
    pub draws: &'a Draws,
    /// What the levers of the variant cost.
    pub costs: &'a [LeverCost],
}

/// All reported rows of an experiment, and how they are made.
///
/// Rows that are always the same are made, kept and described once: several keys lead to one
/// column. A row that is a fact as it stands is not made at all.
#[derive(Debug)]
pub(super) struct Rows {
    keys: Vec<OutcomeKey>,
    /// The column of each key.
    places: Vec<usize>,
    /// Each with the place of the column it makes; what one is made from comes before it.
    recipes: Vec<(usize, Recipe)>,
    size: Size,
    base: Year,
}

/// How many columns there are.
#[derive(Debug, Clone, Copy)]
struct Size {
    reported_facts: usize,
    reported: usize,
    hidden_facts: usize,
    hidden: usize,
}

impl Rows {
    /// Plans every row that can be other than zero, and leaves of the facts those that are needed,
    /// each with its place among the columns. The list has the facts of the `years` reported in full.
    pub fn plan(experiment: &Experiment<'_>, years: &[Year], facts: &mut FactList) -> Self {
        let mut planner = Planner {
            system: &experiment.scenario.system,
            facts,
            years,
            rows: Vec::new(),
            recipes: Vec::new(),
            columns: HashMap::new(),
        };
        planner.list(experiment);
        let (rows, recipes) = (planner.rows, planner.recipes);
        let needed = Needed::of(&rows, &recipes, facts);
        let (places, size) = needed.places(facts.count());
        let (of_facts, of_made) = places.split_at(facts.count());
        facts.rearrange(of_facts);
        let made = of_made.iter().zip(recipes);
        Self {
            keys: rows.iter().map(|(key, _)| *key).collect(),
            places: rows
                .iter()
                .filter_map(|(_, column)| places[*column])
                .collect(),
            recipes: made
                .filter_map(|(place, recipe)| Some(((*place)?, recipe.renamed(&places)?)))
                .collect(),
            size,
            base: facts.base(),
        }
    }

    /// What the rows are about, in order.
    pub fn keys(&self) -> &[OutcomeKey] {
        &self.keys
    }

    /// The column of each row.
    pub fn places(&self) -> &[usize] {
        &self.places
    }

    /// How many columns are reported.
    pub fn reported(&self) -> usize {
        self.size.reported
    }

    /// How many columns only serve to make others.
    pub fn hidden(&self) -> usize {
        self.size.hidden
    }

    /// Empties the columns in which facts are added up.
    pub fn clear_facts(&self, reported: &mut [f64], hidden: &mut [f64], draws: usize) {
        reported[..self.size.reported_facts * draws].fill(0.0);
        hidden[..self.size.hidden_facts * draws].fill(0.0);
    }

    /// Makes every column of a chunk that is not a fact.
    pub fn make(&self, larder: Larder<'_>, columns: &mut Columns<'_>) {
        for (place, recipe) in &self.recipes {
            let (column, so_far) = columns.make(*place);
            recipe.cook(self.base, larder, so_far, column);
        }
    }
}

/// Which columns are reported or serve to make those that are.
struct Needed {
    is_reported: Vec<bool>,
    is_needed: Vec<bool>,
}

impl Needed {
    fn of(rows: &[(OutcomeKey, usize)], recipes: &[Recipe], facts: &FactList) -> Self {
        let mut is_reported = vec![false; facts.count() + recipes.len()];
        for (_, column) in rows {
            is_reported[*column] = true;
        }
        let mut is_needed = is_reported.clone();
        let mut open: Vec<_> = rows.iter().map(|(_, column)| *column).collect();
        while let Some(column) = open.pop() {
            let sources = match column.checked_sub(facts.count()) {
                None => facts.sources(column),
                Some(recipe) => recipes[recipe].sources(),
            };
            for source in sources {
                if !std::mem::replace(&mut is_needed[source], true) {
                    open.push(source);
                }
            }
        }
        Self {
            is_reported,
            is_needed,
        }
    }

    /// The place of every column that is needed: reported facts, other reported columns, hidden facts,
    /// other hidden columns.
    fn places(&self, facts: usize) -> (Vec<Option<usize>>, Size) {
        let mut places = vec![None; self.is_needed.len()];
        let mut next = 0;
        let mut ends = [0; 4];
        let all = self.is_needed.len();
        for (end, (is_reported, columns)) in ends.iter_mut().zip([
            (true, 0..facts),
            (true, facts..all),
            (false, 0..facts),
            (false, facts..all),
        ]) {
            for column in columns {
                if self.is_needed[column] && self.is_reported[column] == is_reported {
                    places[column] = Some(next);
                    next += 1;
                }
            }
            *end = next;
        }
        let [reported_facts, reported, hidden_facts, hidden] = ends;
        let size = Size {
            reported_facts,
            reported,
            hidden_facts: hidden_facts - reported,
            hidden: hidden - reported,
        };
        (places, size)
    }
}

impl Recipe {
    /// Columns added.
    fn sum(plus: Vec<usize>) -> Self {
        Recipe::Sum {
            plus,
            minus: Vec::new(),
        }
    }

    /// The columns that it is made from.
    fn sources(&self) -> Vec<usize> {
        match self {
            Recipe::Sum { plus, minus } => plus.iter().chain(minus).copied().collect(),
            Recipe::Gross(column, _) | Recipe::Reached(column, _) | Recipe::Shortage(column) => {
                vec![*column]
            }
            Recipe::Peak(columns) | Recipe::PeakYear(columns) => columns.clone(),
            Recipe::WithReserve {
                backlog,
                reserve,
                free,
            } => vec![*backlog, *reserve, *free],
            Recipe::Cost(_) => Vec::new(),
        }
    }

    /// The same from columns that have other places; `None` when one of them has none.
    fn renamed(&self, places: &[Option<usize>]) -> Option<Self> {
        let one = |column: &usize| places[*column];
        let all = |columns: &[usize]| columns.iter().map(one).collect::<Option<Vec<_>>>();
        Some(match self {
            Recipe::Sum { plus, minus } => Recipe::Sum {
                plus: all(plus)?,
                minus: all(minus)?,
            },
            Recipe::Gross(column, ratio) => Recipe::Gross(one(column)?, *ratio),
            Recipe::Peak(columns) => Recipe::Peak(all(columns)?),
            Recipe::PeakYear(columns) => Recipe::PeakYear(all(columns)?),
            Recipe::Reached(column, year) => Recipe::Reached(one(column)?, *year),
            Recipe::Shortage(column) => Recipe::Shortage(one(column)?),
            Recipe::WithReserve {
                backlog,
                reserve,
                free,
            } => Recipe::WithReserve {
                backlog: one(backlog)?,
                reserve: one(reserve)?,
                free: one(free)?,
            },
            Recipe::Cost(year) => Recipe::Cost(*year),
        })
    }

    /// Writes the column.
    fn cook(&self, base: Year, larder: Larder<'_>, columns: ColumnsSoFar<'_>, out: &mut [f64]) {
        match self {
            Recipe::Sum { plus, minus } => sum(plus, minus, columns, out),
            Recipe::Gross(column, ratio) => {
                let ratio = larder.draws.column(*ratio);
                for (out, (net, ratio)) in
                    out.iter_mut().zip(columns.get(*column).iter().zip(ratio))
                {
                    *out = NetHectares::new(*net).gross(NetToGross::new(*ratio)).get();
                }
            }
            Recipe::Peak(years) => {
                for (draw, out) in out.iter_mut().enumerate() {
                    *out = peak(years, columns, draw).1;
                }
            }
            Recipe::PeakYear(years) => {
                for (draw, out) in out.iter_mut().enumerate() {
                    *out = base.plus(peak(years, columns, draw).0).as_f64();
                }
            }
            Recipe::Shortage(column) => {
                for (out, waiting) in out.iter_mut().zip(columns.get(*column)) {
                    *out = f64::from(u8::from(*waiting > SHORTAGE_HA));
                }
            }
            Recipe::WithReserve {
                backlog,
                reserve,
                free,
            } => {
                let [backlog, reserve, free] =
                    [backlog, reserve, free].map(|column| columns.get(*column));
                for (draw, out) in out.iter_mut().enumerate() {
                    *out = backlog[draw] + (reserve[draw] - free[draw]).max(0.0);
                }
            }
            Recipe::Cost(year) => {
                out.fill(0.0);
                for cost in larder.costs {
                    cost.add(larder.draws, *year, out);
                }
            }
            Recipe::Reached(column, year) => {
                for (out, reached) in out.iter_mut().zip(columns.get(*column)) {
                    *out = f64::from(u8::from(*reached <= year.as_f64()));
                }
            }
        }
    }
}

/// Writes columns added, others taken off.
fn sum(plus: &[usize], minus: &[usize], columns: ColumnsSoFar<'_>, out: &mut [f64]) {
    let (first, rest) = plus.split_at(plus.len().min(1));
    match first {
        [first] => out.copy_from_slice(columns.get(*first)),
        _ => out.fill(0.0),
    }
    for &column in rest {
        add(out, columns.get(column));
    }
    for &column in minus {
        for (out, column) in out.iter_mut().zip(columns.get(column)) {
            *out -= column;
        }
    }
}

/// The step and height of the first largest yearly value in one draw.
fn peak(years: &[usize], columns: ColumnsSoFar<'_>, draw: usize) -> (usize, f64) {
    let mut peak = (0, 0.0);
    for (step, column) in years.iter().enumerate() {
        let height = columns.get(*column)[draw];
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
    /// Each with its column.
    rows: Vec<(OutcomeKey, usize)>,
    /// How the columns behind the facts are made.
    recipes: Vec<Recipe>,
    columns: HashMap<Recipe, usize>,
}

impl Planner<'_> {
    fn list(&mut self, experiment: &Experiment<'_>) {
        let supply = experiment.scenario.supply.as_ref();
        if experiment.detail == Detail::Comparison {
            self.list_comparison(supply);
        } else {
            self.list_demand();
            if let Some(supply) = supply {
                self.list_supply(supply);
            }
        }
        if !experiment.variants.is_empty() {
            self.list_costs();
        }
        if let Detail::Only(keys) = &experiment.detail {
            let keys: HashSet<_> = keys.iter().collect();
            self.rows.retain(|(key, _)| keys.contains(key));
        }
    }

    /// Lists a row that is made by a recipe.
    fn push(&mut self, key: OutcomeKey, recipe: Recipe) {
        let column = self.column(recipe);
        self.push_column(key, column);
    }

    /// Lists a row that is a column as it stands.
    fn push_column(&mut self, key: OutcomeKey, column: usize) {
        self.rows.push((key, column));
    }

    /// The column that a recipe makes, the same for equal ones.
    fn column(&mut self, recipe: Recipe) -> usize {
        if let Recipe::Sum { plus, minus } = &recipe
            && let ([column], []) = (&plus[..], &minus[..])
        {
            return *column;
        }
        let next = self.facts.count() + self.recipes.len();
        *self.columns.entry(recipe).or_insert_with_key(|recipe| {
            self.recipes.push(recipe.clone());
            next
        })
    }

    /// The facts on a topic that `wanted` accepts.
    fn places(&self, topic: Topic, wanted: impl Fn(Fact) -> bool) -> Vec<usize> {
        let facts = self.facts.on(topic).filter(|(_, fact)| wanted(*fact));
        facts.map(|(place, _)| place).collect()
    }

    /// Lists the gross land of the facts on a topic that `segment_of` gives a segment.
    fn push_gross(
        &mut self,
        key: OutcomeKey,
        topic: Topic,
        segment_of: impl Fn(Fact) -> Option<Segment>,
    ) {
        let parts: Vec<_> = self
            .facts
            .on(topic)
            .filter_map(|(place, fact)| {
                let segment = segment_of(fact)?;
                let ratio = self.system.net_to_gross[segment.index()];
                Some(Recipe::Gross(place, ratio))
            })
            .collect();
        if !parts.is_empty() {
            let parts = parts.into_iter().map(|part| self.column(part)).collect();
            self.push(key, Recipe::sum(parts));
        }
    }
}

/// Whether a part belongs to a whole; `None` stands for all.
fn is_in<T: PartialEq>(part: &T, whole: Option<T>) -> bool {
    whole.is_none_or(|whole| whole == *part)
}
