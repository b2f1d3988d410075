//! Campuses: jobs become floor, floor beyond the room that is left becomes land.
//!
//! With J(t) jobs, m floor per job (m²), h(t) the saving by hybrid work, v frictional vacancy, d
//! the share absorbed by densifying, R the development room (m²) and FSI the floor space index
//! (m² floor per m² gross campus land):
//!
//! - ΔF(t) = [J(t)·m·(1−h(t)) − J(t0)·m·(1−h(t0))]/(1−v), m² floor;
//! - land since the base year: max(0, ΔF(t)·(1−d) − R)/(FSI·10⁴), ha gross, times the net part of
//!   gross campus land;
//! - grown-up firms that leave for a production site: γ·[J(t) − J(t0)]⁺·q/10⁴ ha net, with γ jobs
//!   leaving per job added on the campus and q net business land per job (m²).
//!
//! Need is the growth of the running maximum of both: a campus that shrinks keeps its land. The
//! room is used up in the first year in which ΔF(t)·(1−d) exceeds R.

use super::draws::{Draws, InputIndex};
use super::flows::{Claim, Feature, LandFlows};
use super::land_held;
use super::pathway::PathwayIndex;
use super::place::Segment;
use super::series::Series;
use super::shares::Shares;
use super::system::{DemandModel, Projection};
use crate::units::{GrossHectares, M2_PER_HA, NetToGross};

/// One campus.
#[derive(Debug)]
pub struct Campus {
    /// Its jobs and floor.
    pub growth: CampusGrowth,
    /// How floor becomes land.
    pub land: CampusLand,
    /// Firms that outgrow it.
    pub scale_ups: ScaleUps,
}

/// How jobs on a campus become floor.
#[derive(Debug)]
pub struct CampusGrowth {
    /// J(t0).
    pub jobs: InputIndex,
    /// J(t)/J(t0).
    pub jobs_index: PathwayIndex,
    /// m, m² gross floor per job.
    pub floor_per_job: InputIndex,
    /// h(t), the part of floor saved by hybrid work.
    pub hybrid_saving: PathwayIndex,
    /// v, the part of floor that stands empty in a working market.
    pub frictional_vacancy: InputIndex,
}

/// How floor on a campus becomes land.
#[derive(Debug)]
pub struct CampusLand {
    /// d, the part of added floor that existing plots absorb.
    pub densification: InputIndex,
    /// R, m² floor that can still be built on the campus.
    pub room: InputIndex,
    /// FSI, m² floor per m² gross land.
    pub floor_space_index: InputIndex,
    /// The net part of gross campus land.
    pub net_to_gross: InputIndex,
}

/// Firms that outgrow a campus and need a production site elsewhere.
#[derive(Debug)]
pub struct ScaleUps {
    /// γ, jobs that leave per job added on the campus.
    pub share: InputIndex,
    /// q, m² net business land per job.
    pub land_per_job: InputIndex,
    /// The quality of that land.
    pub segments: Shares<Segment>,
}

impl DemandModel for Campus {
    fn project(&self, projection: &mut Projection<'_>, flows: &mut LandFlows) {
        let claim = self.campus_claim(projection, flows);
        projection.settle(claim, &Shares::Whole(Segment::Campus), flows);
        let claim = self.scale_up_claim(projection);
        projection.settle(claim, &self.scale_ups.segments, flows);
    }

    fn segments(&self) -> Vec<Segment> {
        let of_scale_ups = self.scale_ups.segments.keys();
        of_scale_ups.chain([Segment::Campus]).collect()
    }

    fn released_segments(&self) -> Vec<Segment> {
        Vec::new()
    }

    fn feature(&self) -> Option<Feature> {
        Some(Feature::Room)
    }
}

impl Campus {
    fn campus_claim(&self, projection: &mut Projection<'_>, flows: &mut LandFlows) -> Claim {
        let mut claim = projection.need_claim();
        self.growth.fill_added_floor(projection, &mut claim.need);
        self.land
            .fill_land_wanted(projection, &mut claim.need, flows);
        land_held::keep_growth(&mut claim.need, projection.workspace());
        claim
    }

    fn scale_up_claim(&self, projection: &mut Projection<'_>) -> Claim {
        let mut claim = projection.need_claim();
        let index = projection.pathway(self.growth.jobs_index);
        for step in 1..projection.years() {
            let jobs = projection.at(self.growth.jobs, step);
            let share = projection.at(self.scale_ups.share, step);
            let land = projection.at(self.scale_ups.land_per_job, step);
            let (start, now) = (index.at(0), index.at(step));
            for (draw, wanted) in claim.need.at_mut(step).iter_mut().enumerate() {
                let added = jobs[draw] * (now[draw] - start[draw]).max(0.0);
                *wanted = share[draw] * added * land[draw] / M2_PER_HA;
            }
        }
        land_held::keep_growth(&mut claim.need, projection.workspace());
        claim
    }
}

impl CampusGrowth {
    /// Writes ΔF(t), m² floor since the base year.
    fn fill_added_floor(&self, projection: &Projection<'_>, floor: &mut Series) {
        let index = projection.pathway(self.jobs_index);
        let saving = projection.pathway(self.hybrid_saving);
        let at = |step| {
            let per_job = projection.at(self.floor_per_job, step);
            (projection.at(self.jobs, step), per_job)
        };
        let (jobs_at_start, per_job_at_start) = at(0);
        for step in 0..projection.years() {
            let (jobs, per_job) = at(step);
            let vacancy = projection.at(self.frictional_vacancy, step);
            let (now, saved) = (index.at(step), saving.at(step));
            let (start, saved_at_start) = (index.at(0), saving.at(0));
            for (draw, floor) in floor.at_mut(step).iter_mut().enumerate() {
                let used = now[draw] * (1.0 - saved[draw]);
                let used_at_start = start[draw] * (1.0 - saved_at_start[draw]);
                let whole = jobs[draw] * per_job[draw];
                // Zero unless a lever moves the jobs or the floor per job of the base year.
                let shifted = whole - jobs_at_start[draw] * per_job_at_start[draw];
                let added = whole * (used - used_at_start) + shifted * used_at_start;
                *floor = added / (1.0 - vacancy[draw]);
            }
        }
    }
}

impl CampusLand {
    /// Turns added floor (m²) into land wanted since the base year (ha net), and notes the year in
    /// which the room is used up.
    ///
    /// Floor is absorbed, and land built over, as in the year in which it is added.
    fn fill_land_wanted(
        &self,
        projection: &mut Projection<'_>,
        floor: &mut Series,
        flows: &mut LandFlows,
    ) {
        let draws = projection.draws;
        let is_moved = draws.is_moved(self.densification);
        land_held::keep_vintages(floor, is_moved, projection.workspace(), |step, outside| {
            let densified = draws.at(self.densification, step);
            for (outside, densified) in outside.iter_mut().zip(densified) {
                *outside = 1.0 - densified;
            }
        });
        self.take_off_room(draws, floor, flows);
        let is_moved = draws.is_moved(self.floor_space_index) || draws.is_moved(self.net_to_gross);
        land_held::keep_vintages(floor, is_moved, projection.workspace(), |step, land| {
            let index = draws.at(self.floor_space_index, step);
            let ratio = draws.at(self.net_to_gross, step);
            for (draw, land) in land.iter_mut().enumerate() {
                let gross = GrossHectares::new(1.0 / (index[draw] * M2_PER_HA));
                *land = gross.net(NetToGross::new(ratio[draw])).get();
            }
        });
    }

    /// Leaves the floor beyond the room, m².
    fn take_off_room(&self, draws: &Draws, floor: &mut Series, flows: &mut LandFlows) {
        for step in 0..draws.years() {
            let year = draws.timeline().year(step).as_f64();
            let room = draws.at(self.room, step);
            let used_up = flows.room_used_up_year_mut();
            for (draw, floor) in floor.at_mut(step).iter_mut().enumerate() {
                let beyond = *floor - room[draw];
                if beyond > 0.0 && used_up[draw].is_infinite() {
                    used_up[draw] = year;
                }
                *floor = beyond.max(0.0);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::event::Event;
    use super::super::fixture::{Fixture, assert_figures};
    use super::*;

    fn campus(fixture: &mut Fixture, rate: f64, room: f64, saving: PathwayIndex) -> Campus {
        Campus {
            growth: CampusGrowth {
                jobs: fixture.input(10_000.0),
                jobs_index: fixture.growth(rate),
                floor_per_job: fixture.input(25.0),
                hybrid_saving: saving,
                frictional_vacancy: fixture.input(0.2),
            },
            land: CampusLand {
                densification: fixture.input(0.2),
                room: fixture.input(room),
                floor_space_index: fixture.input(0.5),
                net_to_gross: fixture.input(0.8),
            },
            scale_ups: ScaleUps {
                share: fixture.input(0.1),
                land_per_job: fixture.input(300.0),
                segments: Shares::Whole(Segment::Regular),
            },
        }
    }

    #[test]
    fn floor_beyond_the_room_becomes_land() {
        // Jobs 10,000 · 1.1^t: +1,000 and +2,100. Floor: 25 m² each, over 1 − 0.2: 31,250 and
        // 65,625 m²; a fifth is absorbed: 25,000 and 52,500 m². Room 30,000 m²: 0 and 22,500 m²
        // beyond it, over 0.5 · 10⁴: 4.5 ha gross, 3.6 ha net in 2026, the year the room is full.
        // Scale-ups: 0.1 · 1,000 · 300 / 10⁴ = 3 ha, then 0.1 · 2,100 · 300 / 10⁴ = 6.3 ha.
        let mut fixture = Fixture::until(2026);
        let no_saving = fixture.anchors(&[(2024, 0.0)]);
        let campus = campus(&mut fixture, 0.1, 30_000.0, no_saving);
        let flows = fixture.flows(campus, Vec::new());
        assert_figures(flows.need(Segment::Campus).values(), &[0.0, 0.0, 3.6]);
        assert_figures(flows.need(Segment::Regular).values(), &[0.0, 3.0, 3.3]);
        assert_figures(flows.room_used_up_year(), &[2026.0]);
    }

    #[test]
    fn hybrid_work_can_undo_growth() {
        // 1.1 · (1 − 0.1) = 0.99 of the floor of the base year: no need, room never used up.
        let mut fixture = Fixture::until(2025);
        let saving = fixture.anchors(&[(2024, 0.0), (2025, 0.1)]);
        let campus = campus(&mut fixture, 0.1, 0.0, saving);
        let flows = fixture.flows(campus, Vec::new());
        assert_figures(flows.need(Segment::Campus).values(), &[0.0, 0.0]);
        assert!(flows.room_used_up_year()[0].is_infinite());
    }

    #[test]
    fn densifying_counts_for_floor_that_is_still_to_come() {
        // No room. Floor 31,250 m² in 2025 and 34,375 m² in 2026, a fifth absorbed: 25,000 m² over
        // 0.5 · 10⁴ times 0.8 is 4 ha. From 2026 on 60 % is absorbed: 13,750 m², 2.2 ha.
        let mut fixture = Fixture::until(2026);
        let no_saving = fixture.anchors(&[(2024, 0.0)]);
        let campus = campus(&mut fixture, 0.1, 0.0, no_saving);
        fixture.moves(campus.land.densification, 2, 0.6);
        let flows = fixture.flows(campus, Vec::new());
        assert_figures(flows.need(Segment::Campus).values(), &[0.0, 4.0, 2.2]);
    }

    #[test]
    fn a_shrinking_campus_keeps_its_land() {
        let mut fixture = Fixture::until(2030);
        let no_saving = fixture.anchors(&[(2024, 0.0)]);
        let campus = campus(&mut fixture, -0.1, 0.0, no_saving);
        let flows = fixture.flows(campus, Vec::new());
        for segment in Segment::ALL {
            assert_figures(flows.need(segment).values(), &[0.0; 7]);
            assert_figures(flows.release(segment).values(), &[0.0; 7]);
        }
    }

    #[test]
    fn an_announced_development_comes_on_top_in_its_year() {
        // Comes with certainty in 2025.4, rounded to 2025: 40 ha.
        let mut fixture = Fixture::until(2026);
        let no_saving = fixture.anchors(&[(2024, 0.0)]);
        let event = Event {
            occurs: fixture.input(1.0),
            year: fixture.input(2025.4),
            area: fixture.input(40.0),
            segment: Segment::DryHmc,
        };
        let campus = campus(&mut fixture, 0.0, 0.0, no_saving);
        let flows = fixture.flows(campus, vec![event]);
        assert_figures(flows.need(Segment::DryHmc).values(), &[0.0, 40.0, 0.0]);
    }
}
