//! Facts of demand: what the flows of entities add up to.

use super::{ChunkFacts, Fact, FactList, FactPlaces, Flow, add};
use crate::model::{DemandSystem, Draws, Entity, Feature, LandFlows, Segment, Series};

/// Where the facts of one entity stand.
#[derive(Debug)]
pub(super) struct EntityPlaces {
    flows: Vec<FlowPlaces>,
    /// By step: the fact of the sector and that of the entity.
    double_use: Vec<[Option<usize>; 2]>,
    room: Option<usize>,
}

/// Where the facts of one flow of an entity in one segment stand.
#[derive(Debug)]
struct FlowPlaces {
    flow: Flow,
    segment: Segment,
    /// The fact of the sector, by step.
    annual: Vec<Option<usize>>,
    reported: Vec<ReportedPlaces>,
}

/// Where the facts of one flow up to a reported year stand.
#[derive(Debug)]
struct ReportedPlaces {
    step: usize,
    own: Option<usize>,
    /// By region of the entity, in order of its shares.
    regions: Vec<Option<usize>>,
}

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
            if !entity.released_segments().is_empty() {
                self.list(Fact::Annual(Flow::Release, entity.sector, step));
            }
            if entity.demand.feature() == Some(Feature::DoubleUse) {
                self.list(Fact::Annual(Flow::DoubleUse, entity.sector, step));
            }
        }
    }

    fn list_entity(&mut self, index: usize, entity: &Entity) {
        for year in self.years.clone() {
            for segment in entity.segments() {
                let is_released = entity.released_segments().contains(&segment);
                let flows = [(Flow::Need, true), (Flow::Release, is_released)];
                for (flow, _) in flows.into_iter().filter(|(_, is_felt)| *is_felt) {
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

    /// Finds where the facts of each entity stand.
    pub(super) fn entity_places(&self, system: &DemandSystem) -> Vec<EntityPlaces> {
        let entities = system.entities.iter().enumerate();
        entities
            .map(|(index, entity)| self.places_of(index, entity, system.timeline.years()))
            .collect()
    }

    fn places_of(&self, index: usize, entity: &Entity, years: usize) -> EntityPlaces {
        let double_use = |step| {
            let year = self.base.plus(step);
            [
                self.place(Fact::Annual(Flow::DoubleUse, entity.sector, step)),
                self.place(Fact::EntityDoubleUse(index, year)),
            ]
        };
        let has_double_use = entity.demand.feature() == Some(Feature::DoubleUse);
        let segments = entity.segments().into_iter();
        EntityPlaces {
            flows: segments
                .flat_map(|segment| [Flow::Need, Flow::Release].map(|flow| (flow, segment)))
                .map(|of| self.flow_places((index, entity), of, years))
                .collect(),
            double_use: (0..years)
                .filter(|_| has_double_use)
                .map(double_use)
                .collect(),
            room: self.place(Fact::RoomUsedUpYear(index)),
        }
    }

    fn flow_places(
        &self,
        (index, entity): (usize, &Entity),
        (flow, segment): (Flow, Segment),
        years: usize,
    ) -> FlowPlaces {
        let sector = entity.sector;
        let annual = |step| self.place(Fact::Annual(flow, sector, step));
        let reported = |step| {
            let year = self.base.plus(step);
            let region = |region| self.place(Fact::Place(flow, sector, region, segment, year));
            self.years.contains(&year).then(|| ReportedPlaces {
                step,
                own: self.place(Fact::Entity(flow, index, segment, year)),
                regions: entity.regions.keys().map(region).collect(),
            })
        };
        FlowPlaces {
            flow,
            segment,
            annual: (0..years).map(annual).collect(),
            reported: (0..years).filter_map(reported).collect(),
        }
    }
}

impl EntityPlaces {
    /// Whether any of the facts is needed.
    pub fn is_needed(&self) -> bool {
        let double_use = self.double_use.iter().flatten();
        self.room.is_some()
            || double_use.flatten().next().is_some()
            || self.flows.iter().any(FlowPlaces::is_needed)
    }
}

impl FactPlaces {
    /// Adds the flows of one entity to the facts of a chunk.
    pub fn add(
        &self,
        (index, entity): (usize, &Entity),
        draws: &Draws,
        flows: &LandFlows,
        chunk: &mut ChunkFacts<'_>,
    ) {
        let places = &self.entities[index];
        let are_moved = entity.regions.are_moved(draws);
        if !are_moved {
            entity.regions.fill(draws, 0, &mut chunk.scratch.shares);
        }
        for of_flow in &places.flows {
            let (is_felt, yearly) = match of_flow.flow {
                Flow::Release => (
                    flows.gives_back(of_flow.segment),
                    flows.release(of_flow.segment),
                ),
                _ => (flows.asks(of_flow.segment), flows.need(of_flow.segment)),
            };
            if is_felt && of_flow.is_needed() {
                of_flow.add(yearly, !are_moved, chunk);
                if are_moved {
                    of_flow.add_moving_regions(entity, yearly, draws, chunk);
                }
            }
        }
        for (step, [sector, own]) in places.double_use.iter().enumerate() {
            let double_use = flows.double_use().at(step);
            chunk.add(*sector, double_use);
            chunk.add(*own, double_use);
        }
        if let Some(room) = chunk.row(places.room) {
            room.copy_from_slice(flows.room_used_up_year());
        }
    }
}

impl FlowPlaces {
    fn is_needed(&self) -> bool {
        let reported = |places: &ReportedPlaces| {
            places.own.is_some() || places.regions.iter().any(Option::is_some)
        };
        self.annual.iter().any(Option::is_some) || self.reported.iter().any(reported)
    }

    /// Adds the flow of every year; to the facts of regions only where `has_regions`, by the shares
    /// in the chunk.
    fn add(&self, yearly: &Series, has_regions: bool, chunk: &mut ChunkFacts<'_>) {
        let mut since_base = std::mem::take(&mut chunk.scratch.since_base);
        since_base.clear();
        since_base.resize(chunk.columns.draws(), 0.0);
        let mut reported = self.reported.iter().peekable();
        for (step, place) in self.annual.iter().enumerate() {
            add(&mut since_base, yearly.at(step));
            chunk.add(*place, &since_base);
            if let Some(places) = reported.next_if(|places| places.step == step) {
                chunk.add(places.own, &since_base);
                if has_regions {
                    chunk.add_to_regions(&places.regions, &since_base);
                }
            }
        }
        chunk.scratch.since_base = since_base;
    }

    /// Where a lever moves the shares of regions, each year is split by its own.
    fn add_moving_regions(
        &self,
        entity: &Entity,
        yearly: &Series,
        draws: &Draws,
        chunk: &mut ChunkFacts<'_>,
    ) {
        for step in 1..draws.years() {
            entity.regions.fill(draws, step, &mut chunk.scratch.shares);
            for places in self.reported.iter().filter(|places| places.step >= step) {
                chunk.add_to_regions(&places.regions, yearly.at(step));
            }
        }
    }
}

impl ChunkFacts<'_> {
    /// Adds to the facts of regions their shares of an amount.
    fn add_to_regions(&mut self, places: &[Option<usize>], amount: &[f64]) {
        for (order, place) in places.iter().enumerate() {
            let Some(place) = *place else { continue };
            let row = self.columns.get_mut(place);
            let shares = self.scratch.shares.at(order).iter();
            for (sum, (share, amount)) in row.iter_mut().zip(shares.zip(amount)) {
                *sum += share * amount;
            }
        }
    }
}
