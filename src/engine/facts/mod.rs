//! What the flows of entities are added up into within one chunk, before rows are made of it.
//!
//! Facts are the finest sums that any reported row needs: cumulative need and release by sector and
//! year, by entity and segment, and by sector, region and segment at the reported years; and the
//! accounts of the confrontation by region and segment.

mod demand;
mod supply;

use std::collections::HashMap;

use crate::model::{
    Account, Cell, DemandSystem, RegionIndex, Sector, Segment, ShareColumns, SupplySystem,
};
use crate::units::Year;

use demand::EntityPlaces;
use supply::SupplyPlaces;

pub(super) use supply::{ACCOUNTS, ANNUAL_ACCOUNTS, SHORTAGE_HA, all_and_each};

/// One sum over flows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Fact {
    /// Need, release or double use of a sector in a year of the timeline.
    Annual(Flow, Sector, usize),
    /// Need or release of an entity in a segment up to a reported year.
    Entity(Flow, usize, Segment, Year),
    /// Double use of an entity in a reported year.
    EntityDoubleUse(usize, Year),
    /// Need or release of a sector in a region and segment up to a reported year.
    Place(Flow, Sector, RegionIndex, Segment, Year),
    /// The year in which the room of an entity is used up.
    RoomUsedUpYear(usize),
    /// An account of a cell at a reported year: a flow since the base year, or a stock.
    Account(Account, Cell, Year),
    /// An account of a segment in all regions, in a year of the timeline.
    OfSegment(Account, Segment, usize),
    /// An account of a region in all segments, in a year of the timeline.
    OfRegion(Account, RegionIndex, usize),
    /// Need of one region met in another, up to a reported year.
    Hosted(RegionIndex, RegionIndex, Year),
    /// Need for one segment met on land of another, up to a reported year.
    StoodIn(Segment, Segment, Year),
    /// The first year of shortage in a region (or all) and segment (or all).
    FirstShortageYear(Option<RegionIndex>, Option<Segment>),
}

/// Which flow a fact sums.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Flow {
    Need,
    Release,
    DoubleUse,
}

/// All facts of an experiment, each with a fixed place in a chunk.
#[derive(Debug)]
pub(super) struct FactList {
    facts: Vec<Fact>,
    places: HashMap<Fact, usize>,
    years: Vec<Year>,
    base: Year,
    /// Where the facts of each entity stand.
    entities: Vec<EntityPlaces>,
    /// Where the facts of the confrontation stand.
    supply: SupplyPlaces,
}

impl FactList {
    /// The facts that a system can have at the reported years.
    pub fn of(system: &DemandSystem, supply: Option<&SupplySystem>, years: &[Year]) -> Self {
        let mut list = Self {
            facts: Vec::new(),
            places: HashMap::new(),
            years: years.to_vec(),
            base: system.timeline.base(),
            entities: Vec::new(),
            supply: SupplyPlaces::default(),
        };
        list.list_demand(system);
        list.entities = list.entity_places(system);
        if let Some(supply) = supply {
            list.list_supply(supply, system.timeline.years());
            list.supply = list.supply_places(supply, system.timeline);
        }
        list
    }

    /// The base year, in which every cumulative fact is zero.
    pub fn base(&self) -> Year {
        self.base
    }

    /// How many facts there are.
    pub fn count(&self) -> usize {
        self.facts.len()
    }

    /// The place of a fact, or `None` when it cannot be other than zero.
    pub fn place(&self, fact: Fact) -> Option<usize> {
        self.places.get(&fact).copied()
    }

    /// The facts that `wanted` accepts, with their places.
    pub fn find<'a>(
        &'a self,
        wanted: impl Fn(&Fact) -> bool + 'a,
    ) -> impl Iterator<Item = (usize, Fact)> + 'a {
        let facts = self.facts.iter().copied().enumerate();
        facts.filter(move |(_, fact)| wanted(fact))
    }

    fn list(&mut self, fact: Fact) {
        let next = self.facts.len();
        if *self.places.entry(fact).or_insert(next) == next {
            self.facts.push(fact);
        }
    }
}

/// The facts of one chunk (facts × draws), used again for every chunk of a worker.
#[derive(Debug, Default)]
pub(super) struct ChunkFacts {
    values: Vec<f64>,
    draws: usize,
    /// A flow of an entity since the base year.
    since_base: Vec<f64>,
    /// The shares of an entity's regions.
    shares: ShareColumns,
    /// Flows of cells since the base year.
    running: Vec<f64>,
    /// Need that waits.
    waiting: Vec<f64>,
}

impl ChunkFacts {
    /// Empties the facts for a chunk of `draws` draws.
    pub fn reset(&mut self, list: &FactList, draws: usize) {
        self.draws = draws;
        for (values, rows) in [
            (&mut self.values, list.count()),
            (&mut self.running, list.running()),
        ] {
            values.clear();
            values.resize(rows * draws, 0.0);
        }
    }

    /// The fact at a place, in every draw.
    pub fn get(&self, place: usize) -> &[f64] {
        &self.values[place * self.draws..(place + 1) * self.draws]
    }

    fn row(&mut self, place: Option<usize>) -> Option<&mut [f64]> {
        let place = place?;
        Some(&mut self.values[place * self.draws..(place + 1) * self.draws])
    }

    /// Adds to a fact, if it is one that is kept.
    fn add(&mut self, place: Option<usize>, amount: &[f64]) {
        if let Some(row) = self.row(place) {
            add(row, amount);
        }
    }
}

/// Adds one column to another.
pub(super) fn add(sum: &mut [f64], amount: &[f64]) {
    for (sum, amount) in sum.iter_mut().zip(amount) {
        *sum += amount;
    }
}
