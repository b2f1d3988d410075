//! What the flows of entities are added up into within one chunk, before rows are made of it.
//!
//! Facts are the finest sums that any reported row needs: cumulative need and release by sector and
//! year, by entity and segment, and by sector, region and segment at the reported years.

use std::collections::HashMap;

use crate::model::{
    DemandSystem, Draws, Entity, Feature, LandFlows, RegionIndex, Sector, Segment, Series,
};
use crate::units::Year;

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
}

impl FactList {
    /// The facts that a system can have at the reported years.
    pub fn of(system: &DemandSystem, years: &[Year]) -> Self {
        let mut list = Self {
            facts: Vec::new(),
            places: HashMap::new(),
            years: years.to_vec(),
            base: system.timeline.base(),
        };
        for (index, entity) in system.entities.iter().enumerate() {
            list.list_annual(entity, system.timeline.years());
            list.list_entity(index, entity);
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

    fn list_annual(&mut self, entity: &Entity, years: usize) {
        for step in 0..years {
            self.list(Fact::Annual(Flow::Need, entity.sector, step));
            self.list(Fact::Annual(Flow::Release, entity.sector, step));
            if entity.demand.feature() == Some(Feature::DoubleUse) {
                self.list(Fact::Annual(Flow::DoubleUse, entity.sector, step));
            }
        }
    }

    fn list_entity(&mut self, index: usize, entity: &Entity) {
        for year in self.years.clone() {
            for segment in entity.segments() {
                for flow in [Flow::Need, Flow::Release] {
                    self.list(Fact::Entity(flow, index, segment, year));
                    for region in entity.regions.keys() {
                        self.list(Fact::Place(flow, entity.sector, region, segment, year));
                    }
                }
            }
            if entity.demand.feature() == Some(Feature::DoubleUse) {
                self.list(Fact::EntityDoubleUse(index, year));
            }
        }
        if entity.demand.feature() == Some(Feature::Room) {
            self.list(Fact::RoomUsedUpYear(index));
        }
    }

    fn list(&mut self, fact: Fact) {
        let next = self.facts.len();
        if *self.places.entry(fact).or_insert(next) == next {
            self.facts.push(fact);
        }
    }

    /// Adds the flows of one entity to the facts of a chunk.
    pub fn add(
        &self,
        (index, entity): (usize, &Entity),
        draws: &Draws,
        flows: &LandFlows,
        chunk: &mut ChunkFacts,
    ) {
        for segment in entity.segments() {
            for (flow, yearly) in [
                (Flow::Need, flows.need(segment)),
                (Flow::Release, flows.release(segment)),
            ] {
                self.add_flow((index, entity), (flow, segment), yearly, draws, chunk);
            }
        }
        if entity.demand.feature() == Some(Feature::DoubleUse) {
            self.add_double_use(index, entity.sector, flows, chunk);
        }
        if let Some(room) = chunk.row(self.place(Fact::RoomUsedUpYear(index))) {
            room.copy_from_slice(flows.room_used_up_year());
        }
    }

    fn add_flow(
        &self,
        (index, entity): (usize, &Entity),
        (flow, segment): (Flow, Segment),
        yearly: &Series,
        draws: &Draws,
        chunk: &mut ChunkFacts,
    ) {
        let mut since_base = std::mem::take(&mut chunk.since_base);
        since_base.clear();
        since_base.resize(draws.count(), 0.0);
        for step in 0..draws.years() {
            add(&mut since_base, yearly.at(step));
            chunk.add(
                self.place(Fact::Annual(flow, entity.sector, step)),
                &since_base,
            );
            let year = self.base.plus(step);
            if let Some(place) = self.place(Fact::Entity(flow, index, segment, year)) {
                chunk.add(Some(place), &since_base);
                self.add_to_regions(entity, (flow, segment, year), &since_base, draws, chunk);
            }
        }
        chunk.since_base = since_base;
    }

    fn add_to_regions(
        &self,
        entity: &Entity,
        (flow, segment, year): (Flow, Segment, Year),
        amount: &[f64],
        draws: &Draws,
        chunk: &mut ChunkFacts,
    ) {
        let mut share = std::mem::take(&mut chunk.share);
        share.resize(draws.count(), 0.0);
        let mut order = 0;
        while let Some(region) = entity.regions.key(order) {
            entity.regions.fill(draws, order, &mut share);
            for (share, amount) in share.iter_mut().zip(amount) {
                *share *= amount;
            }
            let place = self.place(Fact::Place(flow, entity.sector, region, segment, year));
            chunk.add(place, &share);
            order += 1;
        }
        chunk.share = share;
    }

    fn add_double_use(
        &self,
        index: usize,
        sector: Sector,
        flows: &LandFlows,
        chunk: &mut ChunkFacts,
    ) {
        for step in 0..flows.years() {
            let double_use = flows.double_use().at(step);
            let year = self.base.plus(step);
            chunk.add(
                self.place(Fact::Annual(Flow::DoubleUse, sector, step)),
                double_use,
            );
            chunk.add(self.place(Fact::EntityDoubleUse(index, year)), double_use);
        }
    }
}

/// The facts of one chunk (facts × draws), used again for every chunk of a worker.
#[derive(Debug, Default)]
pub(super) struct ChunkFacts {
    values: Vec<f64>,
    draws: usize,
    since_base: Vec<f64>,
    share: Vec<f64>,
}

impl ChunkFacts {
    /// Empties the facts for a chunk of `draws` draws.
    pub fn reset(&mut self, facts: usize, draws: usize) {
        self.draws = draws;
        self.values.clear();
        self.values.resize(facts * draws, 0.0);
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
