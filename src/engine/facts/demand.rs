//! Facts of demand: what the flows of entities add up to.

use super::{ChunkFacts, Fact, FactList, Flow, add};
use crate::model::{DemandSystem, Draws, Entity, Feature, LandFlows, Sector, Segment, Series};
use crate::units::Year;

impl FactList {
    /// Lists the facts that the entities of a system can have.
    pub(super) fn list_demand(&mut self, system: &DemandSystem) {
        for (index, entity) in system.entities.iter().enumerate() {
            self.list_annual(entity, system.timeline.years());
            self.list_entity(index, entity);
        }
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
        if entity.regions.are_moved(draws) {
            self.add_moving_regions(entity, (flow, segment), yearly, draws, chunk);
        }
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
                if !entity.regions.are_moved(draws) {
                    self.add_to_regions(entity, (flow, segment, year), &since_base, draws, chunk);
                }
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
            entity.regions.fill(draws, 0, order, &mut share);
            for (share, amount) in share.iter_mut().zip(amount) {
                *share *= amount;
            }
            let place = self.place(Fact::Place(flow, entity.sector, region, segment, year));
            chunk.add(place, &share);
            order += 1;
        }
        chunk.share = share;
    }

    /// Where a lever moves the shares of regions, each year is split by its own.
    fn add_moving_regions(
        &self,
        entity: &Entity,
        (flow, segment): (Flow, Segment),
        yearly: &Series,
        draws: &Draws,
        chunk: &mut ChunkFacts,
    ) {
        let mut share = std::mem::take(&mut chunk.share);
        share.resize(draws.count(), 0.0);
        let mut order = 0;
        while let Some(region) = entity.regions.key(order) {
            for step in 1..draws.years() {
                entity.regions.fill(draws, step, order, &mut share);
                for (share, amount) in share.iter_mut().zip(yearly.at(step)) {
                    *share *= amount;
                }
                let now = self.base.plus(step);
                for year in self.years.iter().filter(|year| **year >= now) {
                    let place =
                        self.place(Fact::Place(flow, entity.sector, region, segment, *year));
                    chunk.add(place, &share);
                }
            }
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
