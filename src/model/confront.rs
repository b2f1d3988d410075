//! The confrontation of need with supply, year by year.
//!
//! In each draw and year, on new need and the backlog of the year before:
//!
//! 1. a share of *new need*, of replacement too, is met by building more densely on existing sites,
//!    without land;
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
use super::ledger::{Account, Books, Ledger, State, UPTAKE_YEARS};
use super::place::{Cell, RegionIndex, Segment};
use super::regional::RegionalDemand;
use super::spill::NEGLIGIBLE_HA;
use super::supply::{Substitute, SupplySystem};

impl SupplySystem {
    /// Meets the need of a chunk with supply, and writes the books.
    pub fn confront(&self, draws: &Draws, demand: &RegionalDemand, ledger: &mut Ledger) {
        self.confront_yearly(draws, demand, ledger, |_, _| {});
    }

    /// Meets the need of a chunk with supply, and shows the books at the close of each year, with
    /// the step.
    pub fn confront_yearly(
        &self,
        draws: &Draws,
        demand: &RegionalDemand,
        ledger: &mut Ledger,
        mut show: impl FnMut(usize, &Ledger),
    ) {
        ledger.clear();
        let supply = ledger.books.account_mut(Account::Supply);
        self.add_supply(draws, demand, supply);
        for step in 0..draws.years() {
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
            show(step, ledger);
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
            let settled = page.intensified.iter_mut().zip(page.own);
            let land = free.iter_mut().zip(page.supply.iter());
            let asked = unmet.iter_mut().zip(share.iter().zip(new));
            for (((intensified, own), (free, supply)), (unmet, (share, new))) in
                settled.zip(land).zip(asked)
            {
                *intensified = share * new;
                let asked = *unmet + (new - *intensified).max(0.0);
                let offered = *free + *supply;
                *own = asked.min(offered);
                *unmet = asked - *own;
                *free = offered - *own;
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
        let State {
            unmet: all_unmet,
            free: all_free,
            scratch: moved,
            ..
        } = &mut *self.state;
        let stand = all_unmet[unmet].iter_mut().zip(&mut all_free[free]);
        let share = self.draws.at(substitute.share, self.step);
        for ((moved, share), (unmet, free)) in moved.iter_mut().zip(share).zip(stand) {
            *moved = (share * *unmet).min(*free);
            *unmet -= *moved;
            *free -= *moved;
        }
        self.books.substitute((need, land), self.step, moved);
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
            if spilled != 0.0 {
                self.books.add(Account::Spilled, cell, at, spilled);
            }
            if hosting != 0.0 {
                self.books.add(Account::Hosting, cell, at, hosting);
            }
        }
    }

    /// Step 5, and the stocks at the end of the year.
    fn close(&mut self) {
        for cell in self.supply.cells() {
            let rules = &self.supply.rules[cell.segment.index()];
            let lapsing = self.draws.at(rules.lapsing_share, self.step);
            let page = self.books.page(cell, self.step);
            let (unmet, free) = self.state.cell(cell);
            let left = unmet.iter_mut().zip(page.lapsed);
            for ((unmet, lapsed), lapsing) in left.zip(lapsing) {
                *lapsed = lapsing * *unmet;
                *unmet = (*unmet - *lapsed).max(0.0);
            }
            let parts = page
                .own
                .iter()
                .zip(page.substituting.iter())
                .zip(page.hosting.iter());
            for (taken, ((own, substituting), hosting)) in page.taken.iter_mut().zip(parts) {
                *taken = own + substituting + hosting;
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
        let sum = &mut self.state.scratch;
        self.books.set_reserve(cell, first..=self.step, years, sum);
    }
}

#[cfg(test)]
mod tests;
