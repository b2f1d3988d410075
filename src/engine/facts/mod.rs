//! What the flows of entities are added up into within one chunk, before rows are made of it.
//!
//! Facts are the finest sums that any reported row needs: cumulative need and release by sector and
//! year, by entity and segment, and by sector, region and segment at the reported years; and the
//! accounts of the confrontation by region and segment.

mod books;
mod columns;
mod demand;
mod supply;

use std::collections::HashMap;

use crate::model::{
    Account, Cell, DemandSystem, Ledger, RegionIndex, Sector, Segment, Series, SupplySystem,
};
use crate::units::Year;

use demand::EntityPlaces;
use supply::SupplyPlaces;

pub(super) use columns::{Columns, ColumnsSoFar};
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
    /// A flow of a cell since the base year, as it runs on from year to year.
    Running(Account, Cell),
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

/// Facts that are asked for together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Topic {
    Annual(Flow, usize),
    Entity(Flow, usize, Year),
    Place(Flow, Year),
    Account(Account, Year),
    /// Facts of segments and those of regions, in every year.
    Annually(Account),
    Running(Account),
    Hosted(Year),
    StoodIn(Year),
    FirstShortageYear,
    /// Facts that are asked for one by one.
    Single,
}

impl Fact {
    fn topic(self) -> Topic {
        match self {
            Fact::Annual(flow, _, step) => Topic::Annual(flow, step),
            Fact::Entity(flow, entity, _, year) => Topic::Entity(flow, entity, year),
            Fact::Place(flow, _, _, _, year) => Topic::Place(flow, year),
            Fact::Account(account, _, year) => Topic::Account(account, year),
            Fact::OfSegment(account, ..) | Fact::OfRegion(account, ..) => Topic::Annually(account),
            Fact::Running(account, _) => Topic::Running(account),
            Fact::Hosted(_, _, year) => Topic::Hosted(year),
            Fact::StoodIn(_, _, year) => Topic::StoodIn(year),
            Fact::FirstShortageYear(..) => Topic::FirstShortageYear,
            Fact::EntityDoubleUse(..) | Fact::RoomUsedUpYear(_) => Topic::Single,
        }
    }

    /// Whether it is one of the confrontation.
    fn is_of_supply(self) -> bool {
        matches!(
            self.topic(),
            Topic::Account(..)
                | Topic::Annually(_)
                | Topic::Hosted(_)
                | Topic::StoodIn(_)
                | Topic::FirstShortageYear
        )
    }
}

/// All facts of an experiment, each with a place.
#[derive(Debug)]
pub(super) struct FactList {
    facts: Vec<Fact>,
    places: HashMap<Fact, usize>,
    /// The facts of each topic in order, with their places.
    topics: HashMap<Topic, Vec<(usize, Fact)>>,
    /// The years reported in full detail.
    years: Vec<Year>,
    base: Year,
}

impl FactList {
    /// Lists every fact that can be other than zero.
    pub fn of(system: &DemandSystem, supply: Option<&SupplySystem>, years: &[Year]) -> Self {
        let mut list = Self {
            facts: Vec::new(),
            places: HashMap::new(),
            topics: HashMap::new(),
            years: years.to_vec(),
            base: system.timeline.base(),
        };
        list.list_demand(system);
        if let Some(supply) = supply {
            list.list_supply(supply, system.timeline.years());
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

    /// The place of a fact, or `None` when it cannot be other than zero or is not needed.
    pub fn place(&self, fact: Fact) -> Option<usize> {
        self.places.get(&fact).copied()
    }

    /// The facts of a topic in order, with their places.
    pub fn on(&self, topic: Topic) -> impl Iterator<Item = (usize, Fact)> {
        self.topics.get(&topic).into_iter().flatten().copied()
    }

    /// The places of facts from which the one at `place` is worked out.
    pub fn sources(&self, place: usize) -> Vec<usize> {
        self.sources_of_shortage(self.facts[place])
    }

    /// Gives every fact another place, or drops it.
    pub fn rearrange(&mut self, places: &[Option<usize>]) {
        let moved = |place: usize, fact: Fact| Some((places[place]?, fact));
        for of_topic in self.topics.values_mut() {
            let old = std::mem::take(of_topic).into_iter();
            of_topic.extend(old.filter_map(|(place, fact)| moved(place, fact)));
        }
        let facts = std::mem::take(&mut self.facts).into_iter().enumerate();
        let kept: Vec<_> = facts
            .filter_map(|(place, fact)| moved(place, fact))
            .collect();
        self.facts = kept.iter().map(|(_, fact)| *fact).collect();
        self.places = kept
            .into_iter()
            .map(|(place, fact)| (fact, place))
            .collect();
    }

    fn list(&mut self, fact: Fact) {
        let next = self.facts.len();
        if *self.places.entry(fact).or_insert(next) == next {
            self.facts.push(fact);
            self.topics
                .entry(fact.topic())
                .or_default()
                .push((next, fact));
        }
    }
}

/// Where the facts of a chunk stand, found once so that chunks look nothing up.
#[derive(Debug)]
pub(super) struct FactPlaces {
    entities: Vec<EntityPlaces>,
    /// Absent when no fact of the confrontation is needed.
    supply: Option<SupplyPlaces>,
}

impl FactPlaces {
    /// Finds the facts of a list.
    pub fn of(list: &FactList, system: &DemandSystem, supply: Option<&SupplySystem>) -> Self {
        Self {
            entities: list.entity_places(system),
            supply: supply.and_then(|supply| list.supply_places(supply, system.timeline)),
        }
    }

    /// Whether any fact of the confrontation is needed.
    pub fn has_supply(&self) -> bool {
        self.supply.is_some()
    }

    /// The steps up to which the books must keep who hosted whom.
    pub fn kept_steps(&self) -> Vec<usize> {
        let supply = self.supply.as_ref();
        supply.map_or_else(Vec::new, SupplyPlaces::kept_steps)
    }

    /// Adds the books of a year to the facts of a chunk. Years come in order.
    pub fn add_year(&self, step: usize, ledger: &Ledger, chunk: &mut ChunkFacts<'_>) {
        if let Some(supply) = &self.supply {
            supply.add_year(step, ledger, chunk);
        }
    }

    /// The entities of which facts are needed; all of them when need is confronted with supply.
    pub fn entities(&self) -> impl Iterator<Item = usize> {
        let entities = self.entities.iter().enumerate();
        let needed = entities.filter(|(_, places)| self.has_supply() || places.is_needed());
        needed.map(|(index, _)| index)
    }
}

/// The facts of one chunk, which are added up in columns that start at zero.
#[derive(Debug)]
pub(super) struct ChunkFacts<'a> {
    columns: Columns<'a>,
    scratch: &'a mut FactScratch,
}

/// Columns that one worker uses again for every chunk.
#[derive(Debug, Default)]
pub(super) struct FactScratch {
    /// A flow of an entity since the base year.
    since_base: Vec<f64>,
    /// The shares of an entity's regions.
    shares: Series,
    /// Need that waits.
    waiting: Vec<f64>,
}

impl<'a> ChunkFacts<'a> {
    /// Facts in columns that are zero where facts stand.
    pub fn new(columns: Columns<'a>, scratch: &'a mut FactScratch) -> Self {
        Self { columns, scratch }
    }

    /// The columns with the facts in them.
    pub fn into_columns(self) -> Columns<'a> {
        self.columns
    }

    fn row(&mut self, place: Option<usize>) -> Option<&mut [f64]> {
        place.map(|place| self.columns.get_mut(place))
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
