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
use super::land_held::{self, Holding};
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

/// How an activity holds on to land that it no longer uses.
#[derive(Debug, Clone, Copy)]
pub struct HoldingInputs {
    /// Years before land that is not used is given back.
    pub period: InputIndex,
    /// The part of it that can be used again.
    pub reusable_share: InputIndex,
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

impl HoldingInputs {
    fn of<'a>(&self, projection: &Projection<'a>) -> Holding<'a> {
        Holding {
            period: projection.column(self.period),
            reusable: projection.column(self.reusable_share),
        }
    }

    /// Turns land that could be used into flows in the given segments.
    fn settle(
        &self,
        wanted: Series,
        segments: &Shares<Segment>,
        projection: &mut Projection<'_>,
        flows: &mut LandFlows,
    ) {
        let mut claim = projection.claim();
        let holding = self.of(projection);
        let years = projection.years();
        land_held::add_flows(
            &wanted,
            holding,
            years,
            (&mut claim.need, &mut claim.release),
        );
        projection.give_back(wanted);
        projection.settle(claim, segments, flows);
    }
}

impl DemandModel for MaterialStream {
    fn project(&self, projection: &mut Projection<'_>, flows: &mut LandFlows) {
        for route in &self.routes {
            let wanted = route.wanted(self.volume, projection);
            self.holding
                .settle(wanted, &route.segments, projection, flows);
        }
        if let Some(storage) = &self.storage {
            let wanted = storage.wanted(self.volume, projection);
            self.holding
                .settle(wanted, &storage.segments, projection, flows);
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
        let mut coefficient = projection.lend_column();
        coefficient.copy_from_slice(projection.column(self.footprint));
        let efficiency = projection.column(self.efficiency);
        let volume = projection.pathway(volume);
        let share = projection.pathway(self.share);
        for step in 0..projection.years() {
            let (volume, share) = (volume.at(step), share.at(step));
            for (draw, wanted) in wanted.at_mut(step).iter_mut().enumerate() {
                *wanted = volume[draw] * share[draw] * coefficient[draw];
                coefficient[draw] *= 1.0 - efficiency[draw];
            }
        }
        projection.give_back_column(coefficient);
        wanted
    }
}

impl Storage {
    fn wanted(&self, volume: PathwayIndex, projection: &mut Projection<'_>) -> Series {
        let mut wanted = projection.block();
        let stored = projection.column(self.stored_share);
        let dwell = projection.column(self.dwell_time);
        let footprint = projection.column(self.footprint);
        let volume = projection.pathway(volume);
        for step in 0..projection.years() {
            let volume = volume.at(step);
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
        let footprint = projection.column(self.footprint);
        for step in 0..projection.years() {
            let count = count.at(step);
            for (draw, wanted) in wanted.at_mut(step).iter_mut().enumerate() {
                *wanted = count[draw] * footprint[draw];
            }
        }
        self.holding
            .settle(wanted, &self.segments, projection, flows);
    }

    fn segments(&self) -> Vec<Segment> {
        self.segments.keys()
    }
}

impl DemandModel for CircularJobs {
    fn project(&self, projection: &mut Projection<'_>, flows: &mut LandFlows) {
        let mut wanted = projection.block();
        let jobs = projection.pathway(self.jobs);
        let floor = projection.column(self.floor_per_job);
        let index = projection.column(self.floor_space_index);
        for step in 0..projection.years() {
            let jobs = jobs.at(step);
            for (draw, wanted) in wanted.at_mut(step).iter_mut().enumerate() {
                *wanted = jobs[draw] * floor[draw] / (index[draw] * M2_PER_HA);
            }
        }
        self.holding
            .settle(wanted, &self.segments, projection, flows);
    }

    fn segments(&self) -> Vec<Segment> {
        self.segments.keys()
    }
}

impl DemandModel for LinearLand {
    fn project(&self, projection: &mut Projection<'_>, flows: &mut LandFlows) {
        let mut claim = projection.claim();
        self.add_switch(projection, &mut claim, flows);
        projection.settle(claim, &self.segments, flows);
    }

    fn segments(&self) -> Vec<Segment> {
        self.segments.keys()
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
        let area = projection.column(self.area);
        let share = projection.column(self.released_share);
        for step in 0..projection.years() {
            let double_use = flows.double_use_mut().at_mut(step);
            for (draw, double_use) in double_use.iter_mut().enumerate() {
                let ending = share[draw] * area[draw];
                *double_use += ending * (switched.at(step)[draw] - late.at(step)[draw]);
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
