//! Business land that comes available: what is vacant, planned sites and land given back.
//!
//! All in hectares net per year, by cell:
//!
//! - vacant land in the base year: max(0, vacancy − friction) · stock;
//! - a plan site: gross area · net part, in the year planned + delay (rounded), in draws in which
//!   the plan comes; one that is due in or before the base year is free from the base year on;
//! - land given back: after the release lag (rounded to whole years), in the same cell.
//!
//! Where a lever moves vacancy or friction in time, vacant land grows with the running maximum of
//! the formula; where it moves whether a plan comes, the part that comes grows likewise, in or
//! after the year in which the plan is due.

use super::draws::{Draws, InputIndex};
use super::place::{Cell, Segment};
use super::regional::RegionalDemand;
use super::series::Series;
use super::spill::SpillOver;
use super::timeline::whole_years;
use crate::units::{GrossHectares, NetToGross};

/// All supply of a scenario, and the rules by which need meets it.
#[derive(Debug, Clone)]
pub struct SupplySystem {
    /// Vacant land in the base year, for the cells that have any.
    pub vacant: Vec<VacantLand>,
    /// Sites that are planned.
    pub sites: Vec<PlanSite>,
    /// Years from giving land back to its being on offer.
    pub release_lag: InputIndex,
    /// What holds for need of each segment, in the order of [`Segment::ALL`].
    pub rules: [SegmentRules; Segment::COUNT],
    /// Which land may stand in for which, in the order in which it is tried.
    pub substitutes: Vec<Substitute>,
    /// How need spills over to other regions.
    pub spill_over: SpillOver,
}

/// Land that stands vacant in a cell.
#[derive(Debug, Clone, Copy)]
pub struct VacantLand {
    /// Where it is.
    pub cell: Cell,
    /// All business land of the cell, ha net.
    pub stock: InputIndex,
    /// The part of it that is vacant.
    pub vacancy: InputIndex,
    /// The part that stands vacant in a working market.
    pub friction: InputIndex,
}

/// A planned site.
#[derive(Debug, Clone, Copy)]
pub struct PlanSite {
    /// Where it is.
    pub cell: Cell,
    /// Its area, ha gross.
    pub gross: InputIndex,
    /// The net part of it.
    pub net_to_gross: InputIndex,
    /// 1 in draws in which the plan comes, else 0.
    pub comes: InputIndex,
    /// The calendar year for which it is planned.
    pub planned: InputIndex,
    /// Years by which it comes later.
    pub delay: InputIndex,
}

/// What holds for need of one segment.
#[derive(Debug, Clone, Copy)]
pub struct SegmentRules {
    /// ι, the part of new need that is met by building more densely on existing sites.
    pub intensified_share: InputIndex,
    /// The part of need left in its own region that may go to another region.
    pub mobile_share: InputIndex,
    /// The part of unmet need that lapses or leaves the country, per year.
    pub lapsing_share: InputIndex,
    /// Years of mean uptake that should lie in reserve.
    pub reserve_years: InputIndex,
}

/// Land of one segment that may stand in for another in the same region.
#[derive(Debug, Clone, Copy)]
pub struct Substitute {
    /// The segment that is asked for.
    pub need: Segment,
    /// The segment that stands in.
    pub land: Segment,
    /// The part of unmet need that accepts it; zero locks the segment.
    pub share: InputIndex,
}

impl SupplySystem {
    /// Adds all land that comes available to `added`, a block for each cell.
    pub(super) fn add_supply(&self, draws: &Draws, demand: &RegionalDemand, added: &mut [Series]) {
        for vacant in &self.vacant {
            vacant.add_to(draws, &mut added[vacant.cell.index()]);
        }
        for site in &self.sites {
            site.add_to(draws, &mut added[site.cell.index()]);
        }
        let is_moved = draws.is_moved(self.release_lag);
        let mut lags = Vec::new();
        for step in 0..draws.years() {
            if step == 0 || is_moved {
                lags.clear();
                let lag = draws.at(self.release_lag, step).iter();
                lags.extend(lag.map(|lag| whole_years(*lag)));
            }
            for cell in Cell::all(self.spill_over.regions()).filter(|cell| demand.gives_back(*cell))
            {
                let release = demand.release(cell).at(step);
                add_released(step, &lags, release, &mut added[cell.index()]);
            }
        }
    }
}

/// Adds land that is given back at a step, each draw with its lag.
fn add_released(step: usize, lags: &[usize], release: &[f64], added: &mut Series) {
    let years = added.years();
    for (draw, (lag, released)) in lags.iter().zip(release).enumerate() {
        let available = step + lag;
        if *released > 0.0 && available < years {
            added.at_mut(available)[draw] += released;
        }
    }
}

impl VacantLand {
    fn add_to(&self, draws: &Draws, added: &mut Series) {
        let inputs = [self.stock, self.vacancy, self.friction];
        let is_moved = inputs.into_iter().any(|input| draws.is_moved(input));
        let vacant = |[stock, vacancy, friction]: [&[f64]; 3], draw: usize| {
            (vacancy[draw] - friction[draw]).max(0.0) * stock[draw]
        };
        if !is_moved {
            let columns = inputs.map(|input| draws.column(input));
            for (draw, added) in added.at_mut(0).iter_mut().enumerate() {
                *added += vacant(columns, draw);
            }
            return;
        }
        for draw in 0..draws.count() {
            let mut known = 0.0;
            for step in 0..draws.years() {
                let now = vacant(inputs.map(|input| draws.at(input, step)), draw);
                let more = (now - known).max(0.0);
                added.at_mut(step)[draw] += more;
                known += more;
            }
        }
    }
}

impl PlanSite {
    fn add_to(&self, draws: &Draws, added: &mut Series) {
        let inputs = [
            self.gross,
            self.net_to_gross,
            self.comes,
            self.planned,
            self.delay,
        ];
        let is_moved = inputs.into_iter().any(|input| draws.is_moved(input));
        if !is_moved {
            return self.add_unmoved(draws, added);
        }
        for draw in 0..draws.count() {
            let at = |input, step| draws.at(input, step)[draw];
            let due = |step| at(self.planned, step) + at(self.delay, step);
            let Some(first) = draws.timeline().first_step(due) else {
                continue;
            };
            let mut come = 0.0;
            for step in first..draws.years() {
                let more = (at(self.comes, step) - come).max(0.0);
                let gross = GrossHectares::new(more * at(self.gross, step));
                let net = gross.net(NetToGross::new(at(self.net_to_gross, step)));
                added.at_mut(step)[draw] += net.get();
                come += more;
            }
        }
    }

    /// Where no lever moves anything the site comes whole or not at all.
    fn add_unmoved(&self, draws: &Draws, added: &mut Series) {
        let [gross, ratio, comes] =
            [self.gross, self.net_to_gross, self.comes].map(|input| draws.column(input));
        let [planned, delay] = [self.planned, self.delay].map(|input| draws.column(input));
        for (draw, comes) in comes.iter().enumerate() {
            if let Some(step) = draws.timeline().step_due(planned[draw] + delay[draw]) {
                let gross = GrossHectares::new(comes.max(0.0) * gross[draw]);
                added.at_mut(step)[draw] += gross.net(NetToGross::new(ratio[draw])).get();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{assert_figures, year};
    use super::super::place::RegionIndex;
    use super::super::series::Workspace;
    use super::super::timeline::Timeline;
    use super::*;

    const CELL: Cell = Cell {
        region: RegionIndex(0),
        segment: Segment::WetHmc,
    };

    fn timeline() -> Timeline {
        Timeline::new(year(2024), year(2028)).unwrap()
    }

    /// One draw with these values of its inputs, in order.
    fn draws(values: &[f64]) -> Draws {
        let mut draws = Draws::zeros(values.len(), 0, timeline(), 1);
        for (index, value) in values.iter().enumerate() {
            draws.column_mut(InputIndex(index))[0] = *value;
        }
        draws
    }

    /// Moves an input to other values, step by step.
    fn moved(mut draws: Draws, input: usize, values: [f64; 5]) -> Draws {
        let moved = draws.moved_mut(InputIndex(input), &mut Workspace::default());
        for (step, value) in values.into_iter().enumerate() {
            moved.at_mut(step)[0] = value;
        }
        draws
    }

    fn vacant(draws: &Draws) -> Vec<f64> {
        let mut added = Series::zeros(5, 1);
        let [stock, vacancy, friction] = [0, 1, 2].map(InputIndex);
        let cell = CELL;
        let vacant = VacantLand {
            cell,
            stock,
            vacancy,
            friction,
        };
        vacant.add_to(draws, &mut added);
        added.values().to_vec()
    }

    #[test]
    fn vacancy_above_friction_is_free_in_the_base_year() {
        // (0.06 − 0.04) · 500 = 10 ha; vacancy below friction gives nothing.
        let some = draws(&[500.0, 0.06, 0.04]);
        assert_figures(&vacant(&some), &[10.0, 0.0, 0.0, 0.0, 0.0]);
        assert_figures(&vacant(&draws(&[500.0, 0.02, 0.04])), &[0.0; 5]);
        // Friction falls to 0.03, rises and falls to 0.02: 15, then 20 ha in all.
        let moved = moved(some, 2, [0.04, 0.03, 0.05, 0.03, 0.02]);
        assert_figures(&vacant(&moved), &[10.0, 5.0, 0.0, 0.0, 5.0]);
    }

    fn site(draws: &Draws) -> Vec<f64> {
        let mut added = Series::zeros(5, 1);
        let [gross, net_to_gross, comes, planned, delay] = [0, 1, 2, 3, 4].map(InputIndex);
        let site = PlanSite {
            cell: CELL,
            gross,
            net_to_gross,
            comes,
            planned,
            delay,
        };
        site.add_to(draws, &mut added);
        added.values().to_vec()
    }

    #[test]
    fn a_plan_site_brings_its_net_land_in_its_delayed_year_if_it_comes() {
        // 50 ha gross · 0.8 = 40 ha net; 2025 + 1.6 = 2026.6, rounded 2027.
        let comes = draws(&[50.0, 0.8, 1.0, 2025.0, 1.6]);
        assert_figures(&site(&comes), &[0.0, 0.0, 0.0, 40.0, 0.0]);
        assert_figures(&site(&draws(&[50.0, 0.8, 0.0, 2025.0, 1.6])), &[0.0; 5]);
        let early = draws(&[50.0, 0.8, 1.0, 2019.0, 2.0]);
        assert_figures(&site(&early), &[40.0, 0.0, 0.0, 0.0, 0.0]);
        assert_figures(&site(&draws(&[50.0, 0.8, 1.0, 2028.0, 1.0])), &[0.0; 5]);
        // A lever that changes nothing leaves the same bits.
        assert_eq!(site(&moved(comes.clone(), 4, [1.6; 5])), site(&comes));
    }

    #[test]
    fn a_lever_brings_a_plan_forward_or_makes_it_come_bit_by_bit() {
        // The delay of 1.6 years is undone from 2026 on: due in 2025, it comes in 2026.
        let comes = draws(&[50.0, 0.8, 1.0, 2025.0, 1.6]);
        let sooner = moved(comes, 4, [1.6, 1.6, 0.0, 0.0, 0.0]);
        assert_figures(&site(&sooner), &[0.0, 0.0, 40.0, 0.0, 0.0]);
        // Due in 2025; a quarter of it comes by then, all of it from 2027 on.
        let stays = draws(&[50.0, 0.8, 0.0, 2025.0, 0.0]);
        let in_parts = moved(stays, 2, [0.0, 0.25, 0.25, 1.0, 1.0]);
        assert_figures(&site(&in_parts), &[0.0, 10.0, 0.0, 30.0, 0.0]);
    }

    #[test]
    fn land_given_back_is_on_offer_after_the_lag() {
        let system = SupplySystem {
            vacant: Vec::new(),
            sites: Vec::new(),
            release_lag: InputIndex(0),
            rules: [SegmentRules {
                intensified_share: InputIndex(0),
                mobile_share: InputIndex(0),
                lapsing_share: InputIndex(0),
                reserve_years: InputIndex(0),
            }; Segment::COUNT],
            substitutes: Vec::new(),
            spill_over: SpillOver::new(vec![0.0], InputIndex(0)).unwrap(),
        };
        let mut demand = RegionalDemand::zeros(1, 5, 1);
        for (step, released) in [0.0, 1.0, 2.0, 4.0, 8.0].into_iter().enumerate() {
            demand.release_mut(CELL).at_mut(step)[0] = released;
        }
        let mut added = vec![Series::zeros(5, 1); Segment::COUNT];
        // 1.5 years is two whole years: what is given back after 2026 comes too late.
        system.add_supply(&draws(&[1.5]), &demand, &mut added);
        assert_figures(added[0].values(), &[0.0, 0.0, 0.0, 1.0, 2.0]);
        assert_figures(added[1].values(), &[0.0; 5]);
    }
}
