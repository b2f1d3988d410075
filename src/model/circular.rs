//! The circular economy: material streams with their activities and stocks, hubs, repair and
//! second hand, and the linear land that ends.
//!
//! Every activity could use an area in each year; it asks and gives back as in the module on held
//! land. For stream f with volume V (kt/yr), activity a with route share φ, coefficient k
//! (ha per kt/yr) and efficiency gain e (per year):
//!
//! - process land: V·φ·k·(1−e)^(t−t0), ha net; route shares may sum above 1, since one tonne
//!   passes several steps;
//! - storage land, only where k does not cover the whole site: V·ψ·d·κ with ψ the share stored,
//!   d the dwell time (years) and κ ha per kt in stock;
//! - hubs: count × ha each;
//! - repair and second hand: jobs × m² floor per job / (floor space index × 10⁴);
//! - linear land that ends: release ρ·L0·[τ(t−δ) − τ(t−1−δ)], double use ρ·L0·[τ(t) − τ(t−δ)].

use super::draws::InputIndex;
use super::flows::{Claim, Feature, LandFlows};
use super::land_held::HoldingInputs;
use super::pathway::PathwayIndex;
use super::place::Segment;
use super::series::Series;
use super::shares::Shares;
use super::system::{DemandModel, Projection};
use super::transition::TransitionIndex;
use crate::units::M2_PER_HA;

/// A stream of material with the activities it passes.
#[derive(Debug)]
pub struct MaterialStream {
    /// V, kt per year.
    pub volume: PathwayIndex,
    /// The activities that parts of the stream pass.
    pub routes: Vec<Route>,
    /// Stocks on land that no activity's coefficient covers.
    pub storage: Option<Storage>,
    /// How land is held on to and given back.
    pub holding: HoldingInputs,
}

/// The part of a stream that passes one activity.
#[derive(Debug)]
pub struct Route {
    /// φ, the part of the stream.
    pub share: PathwayIndex,
    /// k, ha net per kt/yr.
    pub footprint: InputIndex,
    /// e, the yearly gain in efficiency.
    pub efficiency: InputIndex,
    /// The quality of the land.
    pub segments: Shares<Segment>,
}

/// Stocks of a stream.
#[derive(Debug)]
pub struct Storage {
    /// ψ, the part of the stream that is stored.
    pub stored_share: InputIndex,
    /// d, years in stock.
    pub dwell_time: InputIndex,
    /// κ, ha net per kt in stock.
    pub footprint: InputIndex,
    /// The quality of the land.
    pub segments: Shares<Segment>,
}

/// Hubs of one kind: building hubs, depots, reuse centres.
#[derive(Debug)]
pub struct Hub {
    /// How many there are.
    pub count: PathwayIndex,
    /// Ha net each.
    pub footprint: InputIndex,
    /// The quality of the land.
    pub segments: Shares<Segment>,
    /// How land is held on to and given back.
    pub holding: HoldingInputs,
}

/// Repair, second hand and other circular work whose land follows jobs.
#[derive(Debug)]
pub struct CircularJobs {
    /// Jobs on business sites.
    pub jobs: PathwayIndex,
    /// Floor per job, m².
    pub floor_per_job: InputIndex,
    /// Floor per plot, m² per m².
    pub floor_space_index: InputIndex,
    /// The quality of the land.
    pub segments: Shares<Segment>,
    /// How land is held on to and given back.
    pub holding: HoldingInputs,
}

/// Land of the linear economy that ends: incinerators, landfills, primary processing.
#[derive(Debug)]
pub struct LinearLand {
    /// L0, ha net.
    pub area: InputIndex,
    /// ρ, the part that ends and comes free.
    pub released_share: InputIndex,
    /// δ, years from the switch to land that can be used again.
    pub closure_delay: InputIndex,
    /// τ, the switch.
    pub transition: TransitionIndex,
    /// The quality of the land.
    pub segments: Shares<Segment>,
}

impl DemandModel for MaterialStream {
    fn project(&self, projection: &mut Projection<'_>, flows: &mut LandFlows) {
        for route in &self.routes {
            let wanted = route.wanted(self.volume, projection);
            projection.settle_held(wanted, self.holding, &route.segments, flows);
        }
        if let Some(storage) = &self.storage {
            let wanted = storage.wanted(self.volume, projection);
            projection.settle_held(wanted, self.holding, &storage.segments, flows);
        }
    }

    fn segments(&self) -> Vec<Segment> {
        let routes = self.routes.iter().flat_map(|route| route.segments.keys());
        let storage = self.storage.iter().flat_map(|stock| stock.segments.keys());
        routes.chain(storage).collect()
    }
}

impl Route {
    fn wanted(&self, volume: PathwayIndex, projection: &mut Projection<'_>) -> Series {
        let mut wanted = projection.block();
        let mut gain = projection.lend_column();
        gain.fill(1.0);
        let (volume, share) = (projection.pathway(volume), projection.pathway(self.share));
        for step in 0..projection.years() {
            if step > 0 {
                let efficiency = projection.at(self.efficiency, step);
                for (gain, efficiency) in gain.iter_mut().zip(efficiency) {
                    *gain *= 1.0 - efficiency;
                }
            }
            let (volume, share) = (volume.at(step), share.at(step));
            let footprint = projection.at(self.footprint, step);
            for (draw, wanted) in wanted.at_mut(step).iter_mut().enumerate() {
                *wanted = volume[draw] * share[draw] * footprint[draw] * gain[draw];
            }
        }
        projection.give_back_column(gain);
        wanted
    }
}

impl Storage {
    fn wanted(&self, volume: PathwayIndex, projection: &mut Projection<'_>) -> Series {
        let mut wanted = projection.block();
        let volume = projection.pathway(volume);
        for step in 0..projection.years() {
            let volume = volume.at(step);
            let stored = projection.at(self.stored_share, step);
            let dwell = projection.at(self.dwell_time, step);
            let footprint = projection.at(self.footprint, step);
            for (draw, wanted) in wanted.at_mut(step).iter_mut().enumerate() {
                *wanted = volume[draw] * stored[draw] * dwell[draw] * footprint[draw];
            }
        }
        wanted
    }
}

impl DemandModel for Hub {
    fn project(&self, projection: &mut Projection<'_>, flows: &mut LandFlows) {
        let mut wanted = projection.block();
        let count = projection.pathway(self.count);
        for step in 0..projection.years() {
            let count = count.at(step);
            let footprint = projection.at(self.footprint, step);
            for (draw, wanted) in wanted.at_mut(step).iter_mut().enumerate() {
                *wanted = count[draw] * footprint[draw];
            }
        }
        projection.settle_held(wanted, self.holding, &self.segments, flows);
    }

    fn segments(&self) -> Vec<Segment> {
        self.segments.keys().collect()
    }
}

impl DemandModel for CircularJobs {
    fn project(&self, projection: &mut Projection<'_>, flows: &mut LandFlows) {
        let mut wanted = projection.block();
        let jobs = projection.pathway(self.jobs);
        for step in 0..projection.years() {
            let jobs = jobs.at(step);
            let floor = projection.at(self.floor_per_job, step);
            let index = projection.at(self.floor_space_index, step);
            for (draw, wanted) in wanted.at_mut(step).iter_mut().enumerate() {
                *wanted = jobs[draw] * floor[draw] / (index[draw] * M2_PER_HA);
            }
        }
        projection.settle_held(wanted, self.holding, &self.segments, flows);
    }

    fn segments(&self) -> Vec<Segment> {
        self.segments.keys().collect()
    }
}

impl DemandModel for LinearLand {
    fn project(&self, projection: &mut Projection<'_>, flows: &mut LandFlows) {
        let mut claim = projection.claim();
        self.add_switch(projection, &mut claim, flows);
        projection.settle(claim, &self.segments, flows);
    }

    fn segments(&self) -> Vec<Segment> {
        self.segments.keys().collect()
    }

    fn feature(&self) -> Option<Feature> {
        Some(Feature::DoubleUse)
    }
}

impl LinearLand {
    fn add_switch(
        &self,
        projection: &mut Projection<'_>,
        claim: &mut Claim,
        flows: &mut LandFlows,
    ) {
        let late = projection.delayed(self.transition, self.closure_delay);
        let switched = projection.transition(self.transition);
        for step in 0..projection.years() {
            let area = projection.at(self.area, step);
            let share = projection.at(self.released_share, step);
            let double_use = flows.double_use_mut().at_mut(step);
            for (draw, double_use) in double_use.iter_mut().enumerate() {
                let ending = share[draw] * area[draw];
                let standing = (switched.at(step)[draw] - late.at(step)[draw]).max(0.0);
                *double_use += ending * standing;
            }
            if step == 0 {
                continue;
            }
            let release = claim.release.at_mut(step);
            for (draw, release) in release.iter_mut().enumerate() {
                let closed = late.at(step)[draw] - late.at(step - 1)[draw];
                *release += share[draw] * area[draw] * closed;
            }
        }
        projection.give_back(late);
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Fixture, assert_figures};
    use super::super::pathway::{GrowthPeriod, Pathway, PathwayShape};
    use super::*;

    fn holding(fixture: &mut Fixture) -> HoldingInputs {
        HoldingInputs {
            period: fixture.input(1.0),
            reusable_share: fixture.input(0.5),
        }
    }

    /// 1,000 kt in 2024, growing by `rate` a year.
    fn volume(fixture: &mut Fixture, rate: f64) -> PathwayIndex {
        let start = Some(fixture.input(1000.0));
        let rate = fixture.input(rate);
        let until = super::super::fixture::year(2026);
        fixture.pathway(Pathway::of(PathwayShape::Growth {
            start,
            periods: vec![GrowthPeriod { until, rate }],
        }))
    }

    #[test]
    fn process_land_follows_volume_route_coefficient_and_efficiency() {
        // 1000 kt/yr · route 0.2, 0.3, 0.4 · 0.05 ha per kt/yr · 0.9^t
        // = 10, 13.5 and 16.2 ha: need 3.5 and 2.7.
        let mut fixture = Fixture::until(2026);
        let stream = MaterialStream {
            volume: volume(&mut fixture, 0.0),
            routes: vec![Route {
                share: fixture.anchors(&[(2024, 0.2), (2026, 0.4)]),
                footprint: fixture.input(0.05),
                efficiency: fixture.input(0.1),
                segments: Shares::Whole(Segment::DryHmc),
            }],
            storage: None,
            holding: holding(&mut fixture),
        };
        let flows = fixture.flows(stream, Vec::new());
        assert_figures(flows.need(Segment::DryHmc).values(), &[0.0, 3.5, 2.7]);
    }

    #[test]
    fn storage_land_follows_the_stock() {
        // 1000 kt/yr growing 10 % · half stored · a quarter year · 0.02 ha per kt in stock
        // = 2.5, 2.75 and 3.025 ha.
        let mut fixture = Fixture::until(2026);
        let stream = MaterialStream {
            volume: volume(&mut fixture, 0.1),
            routes: Vec::new(),
            storage: Some(Storage {
                stored_share: fixture.input(0.5),
                dwell_time: fixture.input(0.25),
                footprint: fixture.input(0.02),
                segments: Shares::Whole(Segment::WetHmc),
            }),
            holding: holding(&mut fixture),
        };
        let flows = fixture.flows(stream, Vec::new());
        assert_figures(flows.need(Segment::WetHmc).values(), &[0.0, 0.25, 0.275]);
    }

    #[test]
    fn an_activity_that_shrinks_gives_land_back_after_the_holding_period() {
        // Route 0.4 → 0.2 → 0 of 1000 kt/yr at 0.05 ha: 20, 10, 0 ha wanted; held one year more:
        // 20, 20, 10. Half of the 10 ha can be used again.
        let mut fixture = Fixture::until(2026);
        let stream = MaterialStream {
            volume: volume(&mut fixture, 0.0),
            routes: vec![Route {
                share: fixture.anchors(&[(2024, 0.4), (2026, 0.0)]),
                footprint: fixture.input(0.05),
                efficiency: fixture.input(0.0),
                segments: Shares::Whole(Segment::DryHmc),
            }],
            storage: None,
            holding: holding(&mut fixture),
        };
        let flows = fixture.flows(stream, Vec::new());
        assert_figures(flows.need(Segment::DryHmc).values(), &[0.0, 0.0, 0.0]);
        assert_figures(flows.release(Segment::DryHmc).values(), &[0.0, 0.0, 5.0]);
    }

    #[test]
    fn hubs_ask_for_their_number_times_their_size() {
        // 10 → 12 → 14 hubs of 2 ha: 4 ha a year.
        let mut fixture = Fixture::until(2026);
        let hub = Hub {
            count: fixture.anchors(&[(2024, 10.0), (2026, 14.0)]),
            footprint: fixture.input(2.0),
            segments: Shares::Whole(Segment::Urban),
            holding: holding(&mut fixture),
        };
        let flows = fixture.flows(hub, Vec::new());
        assert_figures(flows.need(Segment::Urban).values(), &[0.0, 4.0, 4.0]);
    }

    #[test]
    fn repair_asks_for_floor_over_the_floor_space_index() {
        // 1000 → 1100 jobs · 344 m² / (0.5 · 10⁴) = 68.8 → 75.68 ha: need 6.88 ha.
        let mut fixture = Fixture::until(2026);
        let jobs = CircularJobs {
            jobs: fixture.anchors(&[(2024, 1000.0), (2025, 1100.0)]),
            floor_per_job: fixture.input(344.0),
            floor_space_index: fixture.input(0.5),
            segments: Shares::Whole(Segment::Regular),
            holding: holding(&mut fixture),
        };
        let flows = fixture.flows(jobs, Vec::new());
        assert_figures(flows.need(Segment::Regular).values(), &[0.0, 6.88, 0.0]);
    }

    #[test]
    fn linear_land_comes_free_late() {
        // 0.6 · 100 ha ends with τ = 0, ½, 1, one year later: 2026 gives 60 · ½ = 30 ha back;
        // double use 60 · (½ − 0) = 30 and 60 · (1 − ½) = 30 ha.
        let mut fixture = Fixture::until(2026);
        let linear = LinearLand {
            area: fixture.input(100.0),
            released_share: fixture.input(0.6),
            closure_delay: fixture.input(1.0),
            transition: fixture.transition_of_two_years(),
            segments: Shares::Whole(Segment::DryHmc),
        };
        let flows = fixture.flows(linear, Vec::new());
        assert_figures(flows.release(Segment::DryHmc).values(), &[0.0, 0.0, 30.0]);
        assert_figures(flows.double_use().values(), &[0.0, 30.0, 30.0]);
        assert_figures(flows.need(Segment::DryHmc).values(), &[0.0, 0.0, 0.0]);
    }
}
