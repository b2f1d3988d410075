//! The rows of demand: need, release, double use and room, by whose and where.

use super::{Planner, Recipe, is_in};
use crate::engine::facts::{Fact, Flow, Topic, all_and_each};
use crate::engine::key::OutcomeKey;
use crate::model::{OutcomeKind, RegionIndex, Sector, Segment};
use crate::units::Year;

impl Planner<'_> {
    /// Lists every row of demand.
    pub(super) fn list_demand(&mut self) {
        self.list_annual_rows();
        self.list_entity_rows();
        self.list_place_rows();
    }

    /// Lists need, release and their balance, unless nothing can ever be in them.
    fn push_flows(
        &mut self,
        key: impl Fn(OutcomeKind) -> OutcomeKey,
        need: Vec<usize>,
        release: Vec<usize>,
    ) {
        if need.is_empty() && release.is_empty() {
            return;
        }
        self.push(key(OutcomeKind::Need), Recipe::sum(need.clone()));
        self.push(key(OutcomeKind::Release), Recipe::sum(release.clone()));
        let balance = Recipe::Sum {
            plus: need,
            minus: release,
        };
        self.push(key(OutcomeKind::Balance), balance);
    }

    pub(super) fn sectors_and_all(&self) -> Vec<Option<Sector>> {
        let entities = &self.system.entities;
        let is_present = |sector: &Sector| entities.iter().any(|entity| entity.sector == *sector);
        let present = Sector::ALL.into_iter().filter(is_present);
        std::iter::once(None).chain(present.map(Some)).collect()
    }

    fn list_annual_rows(&mut self) {
        let timeline = self.system.timeline;
        for sector in self.sectors_and_all() {
            for step in 0..timeline.years() {
                let key =
                    |kind| OutcomeKey::total(kind, Some(timeline.year(step))).in_sector(sector);
                let [need, release, double_use] = [Flow::Need, Flow::Release, Flow::DoubleUse]
                    .map(|flow| self.annual(flow, sector, step));
                self.push_flows(key, need, release);
                if !double_use.is_empty() {
                    self.push(key(OutcomeKind::DoubleUse), Recipe::sum(double_use));
                }
            }
            self.list_peak_rows(sector);
        }
    }

    fn list_peak_rows(&mut self, sector: Option<Sector>) {
        let yearly = |step| self.annual(Flow::DoubleUse, sector, step);
        let years: Vec<_> = (0..self.system.timeline.years()).map(yearly).collect();
        if years.iter().all(Vec::is_empty) {
            return;
        }
        let years = years.into_iter();
        let years: Vec<_> = years
            .map(|of_year| self.column(Recipe::sum(of_year)))
            .collect();
        let key = |kind| OutcomeKey::total(kind, None).in_sector(sector);
        self.push(key(OutcomeKind::DoubleUsePeak), Recipe::Peak(years.clone()));
        self.push(key(OutcomeKind::DoubleUsePeakYear), Recipe::PeakYear(years));
    }

    fn list_entity_rows(&mut self) {
        for index in 0..self.system.entities.len() {
            for &year in self.years {
                self.list_rows_of_entity(index, year);
            }
            self.list_room_rows(index);
        }
    }

    fn list_rows_of_entity(&mut self, index: usize, year: Year) {
        let entity = &self.system.entities[index];
        let key = |kind| OutcomeKey::total(kind, Some(year)).of_entity(entity.sector, index);
        let topic = |flow| Topic::Entity(flow, index, year);
        let segment_of = |fact| match fact {
            Fact::Entity(_, _, segment, _) => Some(segment),
            _ => None,
        };
        let [need, release] =
            [Flow::Need, Flow::Release].map(|flow| self.places(topic(flow), |_| true));
        self.push_flows(key, need, release);
        self.push_gross(key(OutcomeKind::NeedGross), topic(Flow::Need), segment_of);
        for segment in entity.segments() {
            let is_part = |fact| segment_of(fact) == Some(segment);
            let [need, release] =
                [Flow::Need, Flow::Release].map(|flow| self.places(topic(flow), is_part));
            self.push_flows(|kind| key(kind).in_segment(Some(segment)), need, release);
        }
        if let Some(place) = self.facts.place(Fact::EntityDoubleUse(index, year)) {
            self.push_column(key(OutcomeKind::DoubleUse), place);
        }
    }

    fn list_room_rows(&mut self, index: usize) {
        let Some(place) = self.facts.place(Fact::RoomUsedUpYear(index)) else {
            return;
        };
        let sector = self.system.entities[index].sector;
        let key = |kind, year| OutcomeKey::total(kind, year).of_entity(sector, index);
        for &year in self.years {
            self.push(
                key(OutcomeKind::RoomUsedUp, Some(year)),
                Recipe::Reached(place, year),
            );
        }
        self.push_column(key(OutcomeKind::RoomUsedUpYear, None), place);
    }

    /// Rows by region and by segment, for each sector and all of them.
    fn list_place_rows(&mut self) {
        for sector in self.sectors_and_all() {
            for region in all_and_each((0..self.system.regions).map(RegionIndex)) {
                for segment in all_and_each(Segment::ALL) {
                    for &year in self.years {
                        self.list_rows_of_place(&Place {
                            sector,
                            region,
                            segment,
                            year,
                        });
                    }
                }
            }
        }
    }

    fn list_rows_of_place(&mut self, place: &Place) {
        let key = |kind| {
            OutcomeKey::total(kind, Some(place.year))
                .in_sector(place.sector)
                .in_region(place.region)
                .in_segment(place.segment)
        };
        // The rows over all regions and segments stand among the annual rows.
        if place.region.is_some() || place.segment.is_some() {
            let [need, release] = [Flow::Need, Flow::Release].map(|flow| {
                self.places(Topic::Place(flow, place.year), |fact| {
                    place.segment_of(fact).is_some()
                })
            });
            self.push_flows(key, need, release);
        }
        let topic = Topic::Place(Flow::Need, place.year);
        self.push_gross(key(OutcomeKind::NeedGross), topic, |fact| {
            place.segment_of(fact)
        });
    }

    /// The facts of a flow of a sector, or all of them, in a year.
    pub(super) fn annual(&self, flow: Flow, sector: Option<Sector>, step: usize) -> Vec<usize> {
        self.places(
            Topic::Annual(flow, step),
            |fact| matches!(fact, Fact::Annual(_, of, _) if is_in(&of, sector)),
        )
    }
}

/// Where and whose the land of a row is; `None` stands for all of them.
struct Place {
    sector: Option<Sector>,
    region: Option<RegionIndex>,
    segment: Option<Segment>,
    year: Year,
}

impl Place {
    /// The segment of a fact that is part of this place.
    fn segment_of(&self, fact: Fact) -> Option<Segment> {
        let Fact::Place(_, sector, region, segment, _) = fact else {
            return None;
        };
        let is_part = is_in(&sector, self.sector)
            && is_in(&region, self.region)
            && is_in(&segment, self.segment);
        is_part.then_some(segment)
    }
}
