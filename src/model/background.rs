//! The other business land, which competes with clusters, circular activities and campuses for the
//! same supply.
//!
//! - business branch: jobs J(t), share λ(t) of them on business sites, q(t) m² net land per job; it
//!   could use J·λ·q/10⁴ ha net, and asks and gives back as in the module on held
//!   land. No stable link between jobs and land was ever found (PBL stopped its model in 2012), so
//!   q is a pathway of its own, with process noise;
//! - work space inside housing locations: programmed floor F(t) (m²) over the floor space index,
//!   [F(t) − F(t0)]/(FSI·10⁴) ha net, which is never given back;
//! - replacement: of a stock S (ha net) a part ζ(t) a year turns into housing. The lost land is no
//!   release; firms on a part of it move and need S·ζ(t)·(relocating share) ha net per year. Land
//!   laid out anew in compensation, S·ζ(t)·(compensated share), enters as release: the need stays
//!   in sight and supply grows.

use super::draws::InputIndex;
use super::flows::LandFlows;
use super::land_held::{self, HoldingInputs};
use super::pathway::PathwayIndex;
use super::place::Segment;
use super::series::Series;
use super::shares::Shares;
use super::system::{DemandModel, Projection};
use crate::units::M2_PER_HA;

/// One branch of business outside the other sectors.
#[derive(Debug)]
pub struct BusinessBranch {
    /// J(t).
    pub jobs: PathwayIndex,
    /// λ(t), the part of the jobs that is on business sites.
    pub share_on_sites: PathwayIndex,
    /// q(t), m² net land per job.
    pub land_per_job: PathwayIndex,
    /// The quality of the land.
    pub segments: Shares<Segment>,
    /// How land is held on to and given back.
    pub holding: HoldingInputs,
}

/// Work space that is programmed inside housing locations.
#[derive(Debug)]
pub struct HousingWorkSpace {
    /// F(t), m² floor that is built up to the year.
    pub floor: PathwayIndex,
    /// FSI, m² floor per m² net land.
    pub floor_space_index: InputIndex,
    /// The quality of the land.
    pub segments: Shares<Segment>,
}

/// Need of firms whose site turns into housing.
#[derive(Debug)]
pub struct Replacement {
    /// S, the business land in the base year, ha net.
    pub stock: InputIndex,
    /// ζ(t), the part of the stock that turns into housing, per year.
    pub transformed_share: PathwayIndex,
    /// The part of the lost land whose firms need other land.
    pub relocating_share: InputIndex,
    /// The part of the lost land that is laid out anew elsewhere in the region.
    pub compensated_share: InputIndex,
    /// The quality of the land.
    pub segments: Shares<Segment>,
}

impl DemandModel for BusinessBranch {
    fn project(&self, projection: &mut Projection<'_>, flows: &mut LandFlows) {
        let wanted = self.wanted(projection);
        projection.settle_held(wanted, self.holding, &self.segments, flows);
    }

    fn segments(&self) -> Vec<Segment> {
        self.segments.keys().collect()
    }
}

impl BusinessBranch {
    fn wanted(&self, projection: &mut Projection<'_>) -> Series {
        let mut wanted = projection.block();
        let [jobs, share, land] = [self.jobs, self.share_on_sites, self.land_per_job]
            .map(|pathway| projection.pathway(pathway));
        for step in 0..projection.years() {
            let (jobs, share, land) = (jobs.at(step), share.at(step), land.at(step));
            for (draw, wanted) in wanted.at_mut(step).iter_mut().enumerate() {
                *wanted = jobs[draw] * share[draw] * land[draw] / M2_PER_HA;
            }
        }
        wanted
    }
}

impl DemandModel for HousingWorkSpace {
    fn project(&self, projection: &mut Projection<'_>, flows: &mut LandFlows) {
        let mut claim = projection.need_claim();
        let floor = projection.pathway(self.floor);
        for step in 0..projection.years() {
            let (start, now) = (floor.at(0), floor.at(step));
            for (draw, added) in claim.need.at_mut(step).iter_mut().enumerate() {
                *added = now[draw] - start[draw];
            }
        }
        let (draws, workspace) = (projection.draws, projection.workspace());
        let is_moved = draws.is_moved(self.floor_space_index);
        land_held::keep_vintages(&mut claim.need, is_moved, workspace, |step, land| {
            let index = draws.at(self.floor_space_index, step);
            for (land, index) in land.iter_mut().zip(index) {
                *land = 1.0 / (index * M2_PER_HA);
            }
        });
        land_held::keep_growth(&mut claim.need, workspace);
        projection.settle(claim, &self.segments, flows);
    }

    fn released_segments(&self) -> Vec<Segment> {
        Vec::new()
    }

    fn segments(&self) -> Vec<Segment> {
        self.segments.keys().collect()
    }
}

impl DemandModel for Replacement {
    fn project(&self, projection: &mut Projection<'_>, flows: &mut LandFlows) {
        let mut claim = projection.claim();
        let transformed = projection.pathway(self.transformed_share);
        for step in 1..projection.years() {
            let stock = projection.at(self.stock, step);
            let relocating = projection.at(self.relocating_share, step);
            let compensated = projection.at(self.compensated_share, step);
            let (need, release) = (claim.need.at_mut(step), claim.release.at_mut(step));
            for (draw, transformed) in transformed.at(step).iter().enumerate() {
                let lost = stock[draw] * transformed.max(0.0);
                need[draw] = lost * relocating[draw];
                release[draw] = lost * compensated[draw];
            }
        }
        projection.settle(claim, &self.segments, flows);
    }

    fn segments(&self) -> Vec<Segment> {
        self.segments.keys().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Fixture, assert_figures};
    use super::*;

    #[test]
    fn a_branch_asks_for_jobs_times_share_on_sites_times_land_per_job() {
        // 1000 · 0.5 · 200 m² = 10 ha; 1200 · 0.5 · 210 m² = 12.6 ha; 1000 · 0.5 · 220 m² = 11 ha.
        // Held for a year: need 2.6, then nothing.
        let mut fixture = Fixture::until(2026);
        let branch = BusinessBranch {
            jobs: fixture.anchors(&[(2024, 1000.0), (2025, 1200.0), (2026, 1000.0)]),
            share_on_sites: fixture.anchors(&[(2024, 0.5)]),
            land_per_job: fixture.anchors(&[(2024, 200.0), (2026, 220.0)]),
            segments: Shares::Whole(Segment::Regular),
            holding: HoldingInputs {
                period: fixture.input(1.0),
                reusable_share: fixture.input(1.0),
            },
        };
        let flows = fixture.flows(branch, Vec::new());
        assert_figures(flows.need(Segment::Regular).values(), &[0.0, 2.6, 0.0]);
        assert_figures(flows.release(Segment::Regular).values(), &[0.0; 3]);
    }

    #[test]
    fn work_space_in_housing_locations_asks_for_floor_over_the_floor_space_index() {
        // 50,000 then 30,000 m² more floor at an index of 2: 2.5 and 1.5 ha.
        let mut fixture = Fixture::until(2026);
        let housing = HousingWorkSpace {
            floor: fixture.anchors(&[(2024, 20_000.0), (2025, 70_000.0), (2026, 100_000.0)]),
            floor_space_index: fixture.input(2.0),
            segments: Shares::Whole(Segment::Urban),
        };
        let flows = fixture.flows(housing, Vec::new());
        assert_figures(flows.need(Segment::Urban).values(), &[0.0, 2.5, 1.5]);
    }

    #[test]
    fn sites_turned_into_housing_ask_for_land_and_give_back_what_is_compensated() {
        // 1000 ha, of which 1 % in 2025 and 2 % in 2026 is lost: 10 and 20 ha. Firms on 60 % of it
        // move: 6 and 12 ha. A quarter is laid out anew: 2.5 and 5 ha.
        let mut fixture = Fixture::until(2026);
        let replacement = Replacement {
            stock: fixture.input(1000.0),
            transformed_share: fixture.anchors(&[(2025, 0.01), (2026, 0.02)]),
            relocating_share: fixture.input(0.6),
            compensated_share: fixture.input(0.25),
            segments: Shares::Whole(Segment::Regular),
        };
        let flows = fixture.flows(replacement, Vec::new());
        assert_figures(flows.need(Segment::Regular).values(), &[0.0, 6.0, 12.0]);
        assert_figures(flows.release(Segment::Regular).values(), &[0.0, 2.5, 5.0]);
    }
}
