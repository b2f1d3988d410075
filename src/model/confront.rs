//! The confrontation of need with supply, year by year.
//!
//! In each draw and year, on new need and the backlog of the year before:
//!
//! 1. a share of *new need* is met by building more densely on existing sites, without land;
//! 2. the rest takes free land of its own region and segment;
//! 3. a share of what is left accepts free land of a substitute segment in its region;
//! 4. the mobile share of what is left spills over to other regions;
//! 5. of what is left a share lapses, the rest is backlog.
//!
//! No occupant is displaced: land that is taken stays so until its user gives it back. More land
//! in any cell never raises the unmet need of all cells together within a year, since each step
//! leaves at most as much need, and at least as much land, when it starts with less need and more
//! land.

use super::draws::Draws;
use super::ledger::{Account, Books, Ledger, State};
use super::place::{Cell, RegionIndex, Segment};
use super::regional::RegionalDemand;
use super::spill::NEGLIGIBLE_HA;
use super::supply::{Substitute, SupplySystem};
use super::timeline::Timeline;

/// The past years whose mean uptake sets the reserve.
const UPTAKE_YEARS: usize = 5;

impl SupplySystem {
    /// Meets the need of a chunk with supply, and writes the books.
    pub fn confront(
        &self,
        draws: &Draws,
        demand: &RegionalDemand,
        timeline: Timeline,
        ledger: &mut Ledger,
    ) {
        ledger.clear();
        let supply = ledger.books.account_mut(Account::Supply);
        self.add_supply(draws, demand, timeline, supply);
        for step in 0..timeline.years() {
            let mut year = YearOfBooks {
                supply: self,
                draws,
                demand,
                step,
                books: &mut ledger.books,
                state: &mut ledger.state,
            };
            year.open();
            year.substitute();
            year.spill_over();
            year.close();
        }
    }

    fn cells(&self) -> impl Iterator<Item = Cell> + use<> {
        Cell::all(self.spill_over.regions())
    }
}

/// One year of the confrontation.
struct YearOfBooks<'a> {
    supply: &'a SupplySystem,
    draws: &'a Draws,
    demand: &'a RegionalDemand,
    step: usize,
    books: &'a mut Books,
    state: &'a mut State,
}

impl YearOfBooks<'_> {
    /// Steps 1 and 2, and clean pages for the steps that follow.
    fn open(&mut self) {
        for cell in self.supply.cells() {
            let rules = &self.supply.rules[cell.segment.index()];
            let share = self.draws.at(rules.intensified_share, self.step);
            let new = self.demand.need(cell).at(self.step);
            let page = self.books.page(cell, self.step);
            for clean in [
                page.substituted,
                page.spilled,
                page.substituting,
                page.hosting,
            ] {
                clean.fill(0.0);
            }
            page.need.copy_from_slice(new);
            let (unmet, free) = self.state.cell(cell);
            for (draw, new) in new.iter().enumerate() {
                let intensified = share[draw] * new;
                let asked = unmet[draw] + (new - intensified).max(0.0);
                let offered = free[draw] + page.supply[draw];
                let own = asked.min(offered);
                page.intensified[draw] = intensified;
                page.own[draw] = own;
                unmet[draw] = asked - own;
                free[draw] = offered - own;
            }
        }
    }

    /// Step 3.
    fn substitute(&mut self) {
        for substitute in &self.supply.substitutes {
            for region in 0..self.supply.spill_over.regions() {
                self.substitute_in(RegionIndex(region), substitute);
            }
        }
    }

    fn substitute_in(&mut self, region: RegionIndex, substitute: &Substitute) {
        let [need, land] =
            [substitute.need, substitute.land].map(|segment| Cell { region, segment });
        let (unmet, free) = (self.state.columns(need), self.state.columns(land));
        let (unmet, free) = (&mut self.state.unmet[unmet], &mut self.state.free[free]);
        let share = self.draws.at(substitute.share, self.step);
        for (draw, share) in share.iter().enumerate() {
            let moved = (share * unmet[draw]).min(free[draw]);
            if moved > 0.0 {
                unmet[draw] -= moved;
                free[draw] -= moved;
                self.books
                    .substitute((need, land), (self.step, draw), moved);
            }
        }
    }

    /// Step 4.
    fn spill_over(&mut self) {
        let spill_over = &self.supply.spill_over;
        if spill_over.has_changed(self.draws, self.step) {
            spill_over.fill_nearness(self.draws, self.step, &mut self.state.nearness);
        }
        for segment in Segment::ALL {
            self.total(segment);
            for draw in 0..self.draws.count() {
                let unmet = self.state.total_unmet[draw];
                if unmet > NEGLIGIBLE_HA && self.state.total_free[draw] > NEGLIGIBLE_HA {
                    self.spill(segment, draw);
                }
            }
        }
        self.books.keep_hosted(self.step, &self.state.hosted);
    }

    /// Adds up unmet need and free land of a segment over all regions.
    fn total(&mut self, segment: Segment) {
        let state = &mut *self.state;
        state.total_unmet.fill(0.0);
        state.total_free.fill(0.0);
        for region in 0..self.supply.spill_over.regions() {
            let region = RegionIndex(region);
            let columns = state.columns(Cell { region, segment });
            let unmet = state.unmet[columns.clone()].iter();
            let free = state.free[columns].iter();
            for (total, unmet) in state.total_unmet.iter_mut().zip(unmet) {
                *total += unmet;
            }
            for (total, free) in state.total_free.iter_mut().zip(free) {
                *total += free;
            }
        }
    }

    fn spill(&mut self, segment: Segment, draw: usize) {
        let regions = self.supply.spill_over.regions();
        let rules = &self.supply.rules[segment.index()];
        let mobile_share = self.draws.at(rules.mobile_share, self.step)[draw];
        let pairs = draw * regions * regions..(draw + 1) * regions * regions;
        let cells = (0..regions).map(|region| Cell {
            region: RegionIndex(region),
            segment,
        });
        let state = &mut *self.state;
        let spill = &mut state.spill;
        for (region, cell) in cells.clone().enumerate() {
            let place = cell.index() * self.draws.count() + draw;
            spill.mobile[region] = mobile_share * state.unmet[place];
            spill.free[region] = state.free[place];
        }
        spill.settle(&state.nearness[pairs.clone()], &mut state.hosted[pairs]);
        for (region, cell) in cells.enumerate() {
            let place = cell.index() * self.draws.count() + draw;
            let (unmet, free) = (&mut state.unmet[place], &mut state.free[place]);
            let spilled = mobile_share * *unmet - spill.mobile[region];
            let hosting = *free - spill.free[region];
            *unmet = (*unmet - spilled).max(0.0);
            *free = spill.free[region];
            let at = (self.step, draw);
            self.books.add(Account::Spilled, cell, at, spilled);
            self.books.add(Account::Hosting, cell, at, hosting);
        }
    }

    /// Step 5, and the stocks at the end of the year.
    fn close(&mut self) {
        for cell in self.supply.cells() {
            let rules = &self.supply.rules[cell.segment.index()];
            let lapsing = self.draws.at(rules.lapsing_share, self.step);
            let page = self.books.page(cell, self.step);
            let (unmet, free) = self.state.cell(cell);
            for (draw, unmet) in unmet.iter_mut().enumerate() {
                let lapsed = lapsing[draw] * *unmet;
                *unmet = (*unmet - lapsed).max(0.0);
                page.lapsed[draw] = lapsed;
                page.taken[draw] = page.own[draw] + page.substituting[draw] + page.hosting[draw];
            }
            page.backlog.copy_from_slice(unmet);
            page.free.copy_from_slice(free);
            self.set_reserve(cell);
        }
    }

    /// Years of reserve times the mean of what was taken in the past years, this one included.
    fn set_reserve(&mut self, cell: Cell) {
        let rules = &self.supply.rules[cell.segment.index()];
        let years = self.draws.at(rules.reserve_years, self.step);
        let first = (self.step + 1).saturating_sub(UPTAKE_YEARS).max(1);
        #[allow(clippy::cast_precision_loss)] // five at most
        let of = (self.step + 1).saturating_sub(first).max(1) as f64;
        let sum = &mut self.state.sum;
        sum.fill(0.0);
        for step in first..=self.step {
            let taken = self.books.account(Account::Taken, cell).at(step);
            for (sum, taken) in sum.iter_mut().zip(taken) {
                *sum += taken;
            }
        }
        let page = self.books.page(cell, self.step);
        for (draw, reserve) in page.reserve.iter_mut().enumerate() {
            *reserve = years[draw] * sum[draw] / of;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::draws::InputIndex;
    use super::super::fixture::{assert_figures, year};
    use super::super::lever::{Lever, Operation, Target, apply_levers};
    use super::super::series::Workspace;
    use super::super::spill::SpillOver;
    use super::super::supply::{SegmentRules, VacantLand};
    use super::*;

    /// Two regions 100 km apart over the years 2024 to `last`, and one draw.
    struct Bench {
        values: Vec<f64>,
        supply: SupplySystem,
        demand: RegionalDemand,
        levers: Vec<Lever>,
        timeline: Timeline,
    }

    /// Rules that meet no need: no intensification, mobility, lapse or reserve.
    const ZERO: InputIndex = InputIndex(0);
    const ONE: InputIndex = InputIndex(1);

    fn cell(region: usize, segment: Segment) -> Cell {
        let region = RegionIndex(region);
        Cell { region, segment }
    }

    impl Bench {
        fn until(last: i64) -> Self {
            let timeline = Timeline::new(year(2024), year(last)).unwrap();
            Self {
                values: vec![0.0, 1.0],
                supply: SupplySystem {
                    vacant: Vec::new(),
                    sites: Vec::new(),
                    release_lag: ZERO,
                    rules: [SegmentRules {
                        intensified_share: ZERO,
                        mobile_share: ZERO,
                        lapsing_share: ZERO,
                        reserve_years: ZERO,
                    }; Segment::COUNT],
                    substitutes: Vec::new(),
                    spill_over: SpillOver::new(vec![0.0, 100.0, 100.0, 0.0], ZERO).unwrap(),
                },
                demand: RegionalDemand::zeros(2, timeline.years(), 1),
                levers: Vec::new(),
                timeline,
            }
        }

        fn input(&mut self, value: f64) -> InputIndex {
            self.values.push(value);
            InputIndex(self.values.len() - 1)
        }

        /// Free land in the base year.
        fn free(&mut self, cell: Cell, area: f64) {
            let stock = self.input(area);
            self.supply.vacant.push(VacantLand {
                cell,
                stock,
                vacancy: ONE,
                friction: ZERO,
            });
        }

        /// Need from the first year on.
        fn need(&mut self, cell: Cell, needs: &[f64]) {
            for (step, need) in needs.iter().enumerate() {
                self.demand.need_mut(cell).at_mut(step + 1)[0] = *need;
            }
        }

        fn rules(&mut self, segment: Segment) -> &mut SegmentRules {
            &mut self.supply.rules[segment.index()]
        }

        fn substitute(&mut self, need: Segment, land: Segment, share: f64) -> InputIndex {
            let share = self.input(share);
            self.supply
                .substitutes
                .push(Substitute { need, land, share });
            share
        }

        fn confront(self) -> Ledger {
            let years = self.timeline.years();
            let mut draws = Draws::zeros(self.values.len(), 0, years, 1);
            for (index, value) in self.values.iter().enumerate() {
                draws.column_mut(InputIndex(index))[0] = *value;
            }
            apply_levers(
                &self.levers,
                self.timeline,
                &mut draws,
                &mut Workspace::default(),
            );
            let mut ledger = Ledger::zeros(2, years, 1, &[1, years - 1]);
            self.supply
                .confront(&draws, &self.demand, self.timeline, &mut ledger);
            ledger
        }
    }

    #[track_caller]
    fn assert_account(ledger: &Ledger, account: Account, cell: Cell, expected: &[f64]) {
        assert_figures(ledger.account(account, cell).values(), expected);
    }

    const WET: Segment = Segment::WetHmc;
    const DRY: Segment = Segment::DryHmc;

    #[test]
    fn need_takes_its_own_land_waits_and_lapses() {
        // 10 ha free. 2025: 8 of 8 ha placed, 2 free. 2026: 2 of 6 placed; a quarter of the 4 left
        // lapses, 3 wait. 2027: 1 + 3 ask, nothing is free, 1 lapses, 3 wait.
        let mut bench = Bench::until(2027);
        let here = cell(0, WET);
        bench.free(here, 10.0);
        bench.need(here, &[8.0, 6.0, 1.0]);
        let share = bench.input(0.25);
        bench.rules(WET).lapsing_share = share;
        let ledger = bench.confront();
        assert_account(&ledger, Account::Supply, here, &[10.0, 0.0, 0.0, 0.0]);
        assert_account(&ledger, Account::Own, here, &[0.0, 8.0, 2.0, 0.0]);
        assert_account(&ledger, Account::Lapsed, here, &[0.0, 0.0, 1.0, 1.0]);
        assert_account(&ledger, Account::Backlog, here, &[0.0, 0.0, 3.0, 3.0]);
        assert_account(&ledger, Account::Free, here, &[10.0, 2.0, 0.0, 0.0]);
        let mut first = [0.0];
        let timeline = Timeline::new(year(2024), year(2027)).unwrap();
        ledger.fill_first_shortage_year(&[here, cell(1, WET)], 1.0, timeline, &mut first);
        assert_eq!(first, [2026.0]);
        ledger.fill_first_shortage_year(&[here], 3.0, timeline, &mut first);
        assert_eq!(first, [f64::INFINITY]);
    }

    #[test]
    fn intensification_meets_a_share_of_new_need_only_and_takes_no_land() {
        // A fifth of 10 ha is met without land; of the 8 left 5 are placed and 3 wait. In 2026 a
        // fifth of 5 new ha is met, 4 + 3 wait: nothing of the backlog is intensified.
        let mut bench = Bench::until(2026);
        let here = cell(1, DRY);
        bench.free(here, 5.0);
        bench.need(here, &[10.0, 5.0]);
        let share = bench.input(0.2);
        bench.rules(DRY).intensified_share = share;
        let ledger = bench.confront();
        assert_account(&ledger, Account::Intensified, here, &[0.0, 2.0, 1.0]);
        assert_account(&ledger, Account::Taken, here, &[0.0, 5.0, 0.0]);
        assert_account(&ledger, Account::Backlog, here, &[0.0, 3.0, 7.0]);
    }

    #[test]
    fn a_share_of_unmet_need_accepts_another_segment() {
        // 10 ha of dry need on 4 ha: half of the 6 left accepts wet land, 3 of 20 ha. In 2026 the
        // 3 that wait ask again: half, 1.5 ha. In the other region 2 ha of wet land are too few.
        let mut bench = Bench::until(2026);
        bench.substitute(DRY, WET, 0.5);
        for (region, wet) in [(0, 20.0), (1, 2.0)] {
            bench.free(cell(region, DRY), 4.0);
            bench.free(cell(region, WET), wet);
            bench.need(cell(region, DRY), &[10.0]);
        }
        let ledger = bench.confront();
        assert_account(
            &ledger,
            Account::Substituted,
            cell(0, DRY),
            &[0.0, 3.0, 1.5],
        );
        assert_account(
            &ledger,
            Account::Substituting,
            cell(0, WET),
            &[0.0, 3.0, 1.5],
        );
        assert_account(&ledger, Account::Free, cell(0, WET), &[20.0, 17.0, 15.5]);
        assert_account(&ledger, Account::Backlog, cell(0, DRY), &[0.0, 3.0, 1.5]);
        assert_account(
            &ledger,
            Account::Substituted,
            cell(1, DRY),
            &[0.0, 2.0, 0.0],
        );
        assert_figures(ledger.substituted(DRY, WET, 0), &[5.0]);
        assert_figures(ledger.substituted(DRY, WET, 1), &[6.5]);
        assert_figures(ledger.substituted(WET, DRY, 1), &[0.0]);
    }

    #[test]
    fn a_lock_keeps_a_segment_for_its_own_need() {
        // As above, but locked from 2026 on: 3 ha in 2025, none later.
        let mut bench = Bench::until(2027);
        let share = bench.substitute(DRY, WET, 0.5);
        bench.free(cell(0, WET), 20.0);
        bench.need(cell(0, DRY), &[6.0]);
        let decision = bench.input(2026.0);
        bench.levers.push(Lever {
            decision,
            lead: ZERO,
            ramp: ZERO,
            uptake: ONE,
            effect: ONE,
            targets: vec![Target {
                input: share,
                operation: Operation::Shrink,
                range: 0.0..=1.0,
            }],
        });
        let ledger = bench.confront();
        assert_account(
            &ledger,
            Account::Substituted,
            cell(0, DRY),
            &[0.0, 3.0, 0.0, 0.0],
        );
    }

    #[test]
    fn the_mobile_share_of_what_is_left_goes_to_the_other_region() {
        // 10 ha wait in the first region, 60 % of it may move; the second has 4 ha beyond its own
        // 2 ha of need. In 2026 nothing is free there: its own need goes first.
        let mut bench = Bench::until(2026);
        let (here, there) = (cell(0, WET), cell(1, WET));
        bench.need(here, &[10.0]);
        bench.need(there, &[2.0]);
        bench.free(there, 6.0);
        let share = bench.input(0.6);
        bench.rules(WET).mobile_share = share;
        let ledger = bench.confront();
        assert_account(&ledger, Account::Spilled, here, &[0.0, 4.0, 0.0]);
        assert_account(&ledger, Account::Hosting, there, &[0.0, 4.0, 0.0]);
        assert_account(&ledger, Account::Backlog, here, &[0.0, 6.0, 6.0]);
        assert_account(&ledger, Account::Taken, there, &[0.0, 6.0, 0.0]);
        let [first, second] = [0, 1].map(RegionIndex);
        assert_figures(ledger.hosted(first, second, 0), &[4.0]);
        assert_figures(ledger.hosted(first, second, 1), &[4.0]);
        assert_figures(ledger.hosted(second, first, 1), &[0.0]);
    }

    #[test]
    fn the_reserve_is_years_times_the_mean_uptake_of_the_past_five_years() {
        // Uptake 10, 20, 0, 0, 0, 30: means 10, 15, 10, 7.5, 6 and, over five years, 10; times 3.
        let mut bench = Bench::until(2030);
        let here = cell(0, WET);
        bench.free(here, 100.0);
        bench.need(here, &[10.0, 20.0, 0.0, 0.0, 0.0, 30.0]);
        let years = bench.input(3.0);
        bench.rules(WET).reserve_years = years;
        let ledger = bench.confront();
        let expected = [0.0, 30.0, 45.0, 30.0, 22.5, 18.0, 30.0];
        assert_account(&ledger, Account::Reserve, here, &expected);
        assert_account(&ledger, Account::Backlog, here, &[0.0; 7]);
    }
}
