//! Industry clusters: land of existing production, land of the fossil part that ends and returns
//! in green form, and land of transition technologies.
//!
//! With A the cluster's area, f its fossil share, G0 = f·A, v̄ the share of the fossil volume that
//! ends, τ the transition curve, δ the years of closure and cleaning up, ρ the reusable share, r
//! the part that returns in green form in the cluster and M the land it takes per product
//! relative to the fossil plant:
//!
//! - release of fossil land: ρ·G0·v̄·[τ(t−δ) − τ(t−1−δ)], ha net per year;
//! - need of green production: G0·v̄·r·M·[τ(t) − τ(t−1)];
//! - double use, old and new side by side: G0·v̄·[τ(t) − τ(t−δ)], ha net;
//! - existing production group p on A(1−f)·shareₚ could use that land times the production
//!   index to the power β; it asks and gives back as in the module on held land, with δ as the
//!   holding period;
//! - technology k: (1−ω)·a·share·[M(t) − M(t0)]⁺, which never gives back.
//!
//! Where a lever moves a parameter in time, each flow has the value of its own year.

use std::sync::Arc;

use super::draws::{Draws, InputIndex};
use super::flows::{Claim, Feature, LandFlows};
use super::land_held::{self, HoldingInputs};
use super::pathway::PathwayIndex;
use super::place::Segment;
use super::shares::{CappedShares, Shares};
use super::system::{DemandModel, Projection};
use super::transition::TransitionIndex;

/// One industry cluster.
#[derive(Debug)]
pub struct IndustryCluster {
    /// The land it has; absent for cluster 6, whose sites are ordinary business land.
    pub land: Option<ExistingLand>,
    /// Transition technologies of which a part may come here.
    pub technologies: Vec<TechnologyInCluster>,
}

/// The land that a cluster has in the base year, and what becomes of it.
#[derive(Debug)]
pub struct ExistingLand {
    /// A, ha net.
    pub area: InputIndex,
    /// f, the part on which fossil production stands.
    pub fossil_share: InputIndex,
    /// v̄, the part of the fossil volume that has ended in the complete year of the transition.
    pub ended_share: InputIndex,
    /// r, the part of the ended production that returns in green form in the cluster.
    pub green_return: InputIndex,
    /// M, land per product of green relative to fossil production.
    pub green_land_factor: InputIndex,
    /// ρ, the part of ended land that can be used again.
    pub reusable_share: InputIndex,
    /// δ, years from the switch to land that is closed and cleaned up.
    pub closure_delay: InputIndex,
    /// τ, the switch.
    pub transition: TransitionIndex,
    /// The quality of the land.
    pub segments: Shares<Segment>,
    /// Existing production on the part that is not fossil.
    pub groups: Shares<ProductionGroup>,
}

/// A group of existing production.
#[derive(Debug, Clone, Copy)]
pub struct ProductionGroup {
    /// Land that the group could use, relative to the base year: (Q(t)/Q(t0))^β.
    pub land_index: PathwayIndex,
}

/// A technology that comes with the transition, nationally.
#[derive(Debug)]
pub struct Technology {
    /// M, national capacity in the technology's own unit.
    pub capacity: PathwayIndex,
    /// a, ha net per unit of capacity.
    pub footprint: InputIndex,
    /// ω, the part that fits inside the fence of existing plants.
    pub inside_fence: InputIndex,
    /// The quality of the land.
    pub segments: Shares<Segment>,
    /// The part of the national capacity in each cluster.
    pub clusters: CappedShares,
}

/// The part of a technology that comes to one cluster.
#[derive(Debug)]
pub struct TechnologyInCluster {
    /// The technology.
    pub technology: Arc<Technology>,
    /// The cluster's place in the technology's shares over clusters.
    pub place: usize,
}

impl DemandModel for IndustryCluster {
    fn project(&self, projection: &mut Projection<'_>, flows: &mut LandFlows) {
        if let Some(land) = &self.land {
            let mut claim = projection.claim();
            land.add_fossil_switch(projection, &mut claim, flows);
            land.add_production(projection, &mut claim);
            projection.settle(claim, &land.segments, flows);
        }
        for technology in &self.technologies {
            technology.add_need(projection, flows);
        }
    }

    fn segments(&self) -> Vec<Segment> {
        let land = self.land.iter().flat_map(|land| land.segments.keys());
        let technologies = self
            .technologies
            .iter()
            .flat_map(|here| here.technology.segments.keys());
        land.chain(technologies).collect()
    }

    fn released_segments(&self) -> Vec<Segment> {
        self.land
            .as_ref()
            .map_or_else(Vec::new, |land| land.segments.keys().collect())
    }

    fn feature(&self) -> Option<Feature> {
        self.land.as_ref().map(|_| Feature::DoubleUse)
    }
}

impl ExistingLand {
    fn add_fossil_switch(
        &self,
        projection: &mut Projection<'_>,
        claim: &mut Claim,
        flows: &mut LandFlows,
    ) {
        let late = projection.delayed(self.transition, self.closure_delay);
        let mut ending = projection.lend_column();
        let switched = projection.transition(self.transition);
        for step in 0..projection.years() {
            self.fill_ending_land(projection, step, &mut ending);
            let double_use = flows.double_use_mut().at_mut(step);
            let (now, closed) = (switched.at(step), late.at(step));
            for (draw, ending) in ending.iter().enumerate() {
                double_use[draw] += ending * (now[draw] - closed[draw]).max(0.0);
            }
            if step == 0 {
                continue;
            }
            let green_return = projection.at(self.green_return, step);
            let factor = projection.at(self.green_land_factor, step);
            let reusable = projection.at(self.reusable_share, step);
            let (before, closed_before) = (switched.at(step - 1), late.at(step - 1));
            let need = claim.need.at_mut(step);
            let release = claim.release.at_mut(step);
            for (draw, ending) in ending.iter().enumerate() {
                let green = ending * green_return[draw] * factor[draw];
                need[draw] += green * (now[draw] - before[draw]);
                release[draw] += reusable[draw] * ending * (closed[draw] - closed_before[draw]);
            }
        }
        projection.give_back_column(ending);
        projection.give_back(late);
    }

    /// Writes G0·v̄, the fossil land whose production ends, ha net.
    fn fill_ending_land(&self, projection: &Projection<'_>, step: usize, ending: &mut [f64]) {
        let area = projection.at(self.area, step);
        let fossil = projection.at(self.fossil_share, step);
        let ended = projection.at(self.ended_share, step);
        for (draw, ending) in ending.iter_mut().enumerate() {
            *ending = area[draw] * fossil[draw] * ended[draw];
        }
    }

    fn add_production(&self, projection: &mut Projection<'_>, claim: &mut Claim) {
        let mut wanted = projection.block();
        let mut land = projection.lend_column();
        let mut shares = projection.workspace().shares();
        let holding = HoldingInputs {
            period: self.closure_delay,
            reusable_share: self.reusable_share,
        };
        let draws = projection.draws;
        for (place, group) in self.groups.keys().enumerate() {
            let index = projection.pathway(group.land_index);
            for step in 0..projection.years() {
                if step == 0 || self.is_moved(draws) {
                    self.groups.fill(draws, step, &mut shares);
                    self.fill_land(draws, step, shares.at(place), &mut land);
                }
                for (draw, wanted) in wanted.at_mut(step).iter_mut().enumerate() {
                    *wanted = land[draw] * index.at(step)[draw];
                }
            }
            let held = (&mut claim.need, &mut claim.release);
            land_held::add_flows(&wanted, holding, draws, held);
        }
        projection.workspace().give_back_shares(shares);
        projection.give_back_column(land);
        projection.give_back(wanted);
    }

    /// Whether a lever moves the land of production groups.
    fn is_moved(&self, draws: &Draws) -> bool {
        let is_moved = |input| draws.is_moved(input);
        self.groups.are_moved(draws) || is_moved(self.area) || is_moved(self.fossil_share)
    }

    /// Writes A(1−f)·shareₚ, the land of a production group with these shares, ha net.
    fn fill_land(&self, draws: &Draws, step: usize, share: &[f64], land: &mut [f64]) {
        let (area, fossil) = (draws.at(self.area, step), draws.at(self.fossil_share, step));
        for (draw, land) in land.iter_mut().enumerate() {
            *land = share[draw] * (area[draw] * (1.0 - fossil[draw]));
        }
    }
}

impl Technology {
    /// Whether a lever moves the land per unit of capacity in a cluster.
    fn is_moved(&self, draws: &Draws) -> bool {
        let is_moved = |input| draws.is_moved(input);
        self.clusters.are_moved(draws) || is_moved(self.footprint) || is_moved(self.inside_fence)
    }
}

impl TechnologyInCluster {
    fn add_need(&self, projection: &mut Projection<'_>, flows: &mut LandFlows) {
        let (technology, draws) = (&self.technology, projection.draws);
        let mut claim = projection.need_claim();
        let capacity = projection.pathway(technology.capacity);
        for step in 1..projection.years() {
            let (start, now) = (capacity.at(0), capacity.at(step));
            for (draw, added) in claim.need.at_mut(step).iter_mut().enumerate() {
                *added = now[draw] - start[draw];
            }
        }
        let (is_moved, workspace) = (technology.is_moved(draws), projection.workspace());
        land_held::keep_vintages(&mut claim.need, is_moved, workspace, |step, rate| {
            self.fill_rate(draws, step, rate);
        });
        land_held::keep_growth(&mut claim.need, workspace);
        projection.settle(claim, &technology.segments, flows);
    }

    /// Writes (1−ω)·a·share, ha net here per unit of national capacity.
    fn fill_rate(&self, draws: &Draws, step: usize, rate: &mut [f64]) {
        let technology = &self.technology;
        technology.clusters.fill(draws, step, self.place, rate);
        let footprint = draws.at(technology.footprint, step);
        let inside = draws.at(technology.inside_fence, step);
        for (draw, rate) in rate.iter_mut().enumerate() {
            *rate *= (1.0 - inside[draw]) * footprint[draw];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Fixture, assert_figures};
    use super::super::pathway::{GrowthPeriod, Pathway, PathwayShape};
    use super::*;

    fn cluster(fixture: &mut Fixture, fossil_share: f64, index: PathwayIndex) -> IndustryCluster {
        IndustryCluster {
            land: Some(ExistingLand {
                area: fixture.input(1000.0),
                fossil_share: fixture.input(fossil_share),
                ended_share: fixture.input(0.4),
                green_return: fixture.input(0.5),
                green_land_factor: fixture.input(2.5),
                reusable_share: fixture.input(0.8),
                closure_delay: fixture.input(1.0),
                transition: fixture.transition_of_two_years(),
                segments: Shares::Whole(Segment::WetHmc),
                groups: Shares::Whole(ProductionGroup { land_index: index }),
            }),
            technologies: Vec::new(),
        }
    }

    #[test]
    fn fossil_land_ends_returns_in_green_and_stands_double() {
        // G0·v̄ = 1000 · 0.5 · 0.4 = 200 ha ends; τ = 0, ½, 1.
        // Green need each year: 200 · 0.5 · 2.5 · ½ = 125 ha.
        // Closed one year later: τ(t−1) = 0, 0, ½, so 2026 gives back 0.8 · 200 · ½ = 80 ha.
        // Double use: 200 · (½ − 0) = 100 in 2025 and 200 · (1 − ½) = 100 in 2026.
        let mut fixture = Fixture::until(2026);
        let still = fixture.growth(0.0);
        let cluster = cluster(&mut fixture, 0.5, still);
        let flows = fixture.flows(cluster, Vec::new());
        assert_figures(flows.need(Segment::WetHmc).values(), &[0.0, 125.0, 125.0]);
        assert_figures(flows.release(Segment::WetHmc).values(), &[0.0, 0.0, 80.0]);
        assert_figures(flows.double_use().values(), &[0.0, 100.0, 100.0]);
    }

    #[test]
    fn land_that_closes_sooner_comes_free_at_once_and_never_turns_back() {
        // Without delay from 2026 on, 2026 gives back 0.8 · 200 · 1 = 160 ha and nothing stands
        // double. With a delay that grows to two years in 2026 what closed stays closed: τ(t−δ) is
        // 0, ½, ½.
        for (delay, moved, release, double_use) in [
            (1.0, 0.0, [0.0, 0.0, 160.0], [0.0, 100.0, 0.0]),
            (0.0, 2.0, [0.0, 80.0, 0.0], [0.0, 0.0, 100.0]),
        ] {
            let mut fixture = Fixture::until(2026);
            let still = fixture.growth(0.0);
            let mut cluster = cluster(&mut fixture, 0.5, still);
            let land = cluster.land.as_mut().unwrap();
            land.closure_delay = fixture.input(delay);
            fixture.moves(land.closure_delay, 2, moved);
            let flows = fixture.flows(cluster, Vec::new());
            assert_figures(flows.release(Segment::WetHmc).values(), &release);
            assert_figures(flows.double_use().values(), &double_use);
        }
    }

    #[test]
    fn existing_production_grows_with_its_elasticity() {
        // No fossil land. Production grows 21 % a year, β = ½: land grows by √1.21 = 1.1 a year,
        // 1000 → 1100 → 1210 ha.
        let mut fixture = Fixture::until(2026);
        let rate = fixture.input(0.21);
        let elasticity = fixture.input(0.5);
        let index = fixture.pathway(Pathway {
            shape: PathwayShape::Growth {
                start: None,
                periods: vec![GrowthPeriod {
                    until: super::super::fixture::year(2026),
                    rate,
                }],
            },
            elasticity: Some(elasticity),
            structural_error: None,
        });
        let cluster = cluster(&mut fixture, 0.0, index);
        let flows = fixture.flows(cluster, Vec::new());
        assert_figures(flows.need(Segment::WetHmc).values(), &[0.0, 100.0, 110.0]);
        assert_figures(flows.release(Segment::WetHmc).values(), &[0.0, 0.0, 0.0]);
    }

    #[test]
    fn existing_production_that_shrinks_gives_back_after_the_holding_period() {
        // Land that could be used: 1000, 500, 250 ha. Held for one year more: 1000, 1000, 500.
        // Given back in 2026: 0.8 · 500 = 400 ha.
        let mut fixture = Fixture::until(2026);
        let index = fixture.growth(-0.5);
        let cluster = cluster(&mut fixture, 0.0, index);
        let flows = fixture.flows(cluster, Vec::new());
        assert_figures(flows.need(Segment::WetHmc).values(), &[0.0, 0.0, 0.0]);
        assert_figures(flows.release(Segment::WetHmc).values(), &[0.0, 0.0, 400.0]);
    }

    #[test]
    fn a_technology_asks_for_the_part_outside_the_fence_in_its_clusters() {
        // 1 → 3 → 5 GW at 10 ha/GW, a quarter inside the fence, 40 % here: 2 · 10 · 0.75 · 0.4
        // = 6 ha a year, of which 70 % dry and 30 % wet.
        let mut fixture = Fixture::until(2026);
        let technology = Technology {
            capacity: fixture.anchors(&[(2024, 1.0), (2026, 5.0)]),
            footprint: fixture.input(10.0),
            inside_fence: fixture.input(0.25),
            segments: Shares::Weighted(vec![
                (Segment::WetHmc, fixture.input(0.3)),
                (Segment::DryHmc, fixture.input(0.7)),
            ]),
            clusters: CappedShares::new(vec![fixture.input(0.6), fixture.input(0.4)]),
        };
        let cluster = IndustryCluster {
            land: None,
            technologies: vec![TechnologyInCluster {
                technology: Arc::new(technology),
                place: 1,
            }],
        };
        let flows = fixture.flows(cluster, Vec::new());
        assert_figures(flows.need(Segment::WetHmc).values(), &[0.0, 1.8, 1.8]);
        assert_figures(flows.need(Segment::DryHmc).values(), &[0.0, 4.2, 4.2]);
    }

    #[test]
    fn a_smaller_footprint_counts_for_new_capacity_only() {
        // 2 GW a year at 10 ha, all of it here and outside the fence; 5 ha from 2026 on.
        let mut fixture = Fixture::until(2026);
        let technology = Technology {
            capacity: fixture.anchors(&[(2024, 1.0), (2026, 5.0)]),
            footprint: fixture.input(10.0),
            inside_fence: fixture.input(0.0),
            segments: Shares::Whole(Segment::DryHmc),
            clusters: CappedShares::new(vec![fixture.input(1.0)]),
        };
        fixture.moves(technology.footprint, 2, 5.0);
        let technology = Arc::new(technology);
        let cluster = IndustryCluster {
            land: None,
            technologies: vec![TechnologyInCluster {
                technology,
                place: 0,
            }],
        };
        let flows = fixture.flows(cluster, Vec::new());
        assert_figures(flows.need(Segment::DryHmc).values(), &[0.0, 20.0, 10.0]);
    }
}
