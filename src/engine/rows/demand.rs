//! The rows of demand: need, release, double use and room, by whose and where.

use super::{Planner, Recipe, is_in};
use crate::engine::facts::{Fact, Flow, all_and_each};
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
        is_part: impl Fn(Flow, &Fact) -> bool,
    ) {
        let need = self.places(|fact| is_part(Flow::Need, fact));
        let release = self.places(|fact| is_part(Flow::Release, fact));
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
                let is_part = |flow, fact: &Fact| is_annual(fact, flow, sector, step);
                self.push_flows(key, is_part);
                let double_use = self.places(|fact| is_part(Flow::DoubleUse, fact));
                if !double_use.is_empty() {
                    self.push(key(OutcomeKind::DoubleUse), Recipe::sum(double_use));
                }
            }
            self.list_peak_rows(sector);
        }
    }

    fn list_peak_rows(&mut self, sector: Option<Sector>) {
        let yearly = |step| self.places(|fact| is_annual(fact, Flow::DoubleUse, sector, step));
        let years: Vec<_> = (0..self.system.timeline.years()).map(yearly).collect();
        if years.iter().all(Vec::is_empty) {
            return;
        }
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
        let segment_of = |fact: &Fact, flow| match *fact {
            Fact::Entity(f, e, segment, y) if (f, e, y) == (flow, index, year) => Some(segment),
            _ => None,
        };
        self.push_flows(key, |flow, fact| segment_of(fact, flow).is_some());
        self.push_gross(key(OutcomeKind::NeedGross), |fact| {
            segment_of(fact, Flow::Need)
        });
        for segment in entity.segments() {
            self.push_flows(
                |kind| key(kind).in_segment(Some(segment)),
                |flow, fact| segment_of(fact, flow) == Some(segment),
            );
        }
        if let Some(place) = self.facts.place(Fact::EntityDoubleUse(index, year)) {
            self.push(key(OutcomeKind::DoubleUse), Recipe::Copy(place));
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
        self.push(key(OutcomeKind::RoomUsedUpYear, None), Recipe::Copy(place));
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
            self.push_flows(key, |flow, fact| place.segment_of(fact, flow).is_some());
        }
        self.push_gross(key(OutcomeKind::NeedGross), |fact| {
            place.segment_of(fact, Flow::Need)
        });
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
    fn segment_of(&self, fact: &Fact, flow: Flow) -> Option<Segment> {
        let Fact::Place(f, sector, region, segment, year) = *fact else {
            return None;
        };
        let is_part = (f, year) == (flow, self.year)
            && is_in(&sector, self.sector)
            && is_in(&region, self.region)
            && is_in(&segment, self.segment);
        is_part.then_some(segment)
    }
}

fn is_annual(fact: &Fact, flow: Flow, of: Option<Sector>, at: usize) -> bool {
    matches!(*fact, Fact::Annual(f, sector, step) if f == flow && step == at && is_in(&sector, of))
}
