//! Facts of the confrontation: what its books say.

use super::{ChunkFacts, Fact, FactList, add};
use crate::model::{Account, Cell, Ledger, RegionIndex, Segment, Series, SupplySystem, Timeline};
use crate::units::Year;

/// The accounts that are reported by cell.
pub(in super::super) const ACCOUNTS: [Account; 12] = [
    Account::Supply,
    Account::Intensified,
    Account::Own,
    Account::Substituted,
    Account::Substituting,
    Account::Spilled,
    Account::Hosting,
    Account::Taken,
    Account::Lapsed,
    Account::Backlog,
    Account::Free,
    Account::Reserve,
];

/// The accounts that are reported in every year, by segment and by region.
pub(in super::super) const ANNUAL_ACCOUNTS: [Account; 3] =
    [Account::Need, Account::Supply, Account::Backlog];

/// Hectares that wait before there is a shortage.
pub(in super::super) const SHORTAGE_HA: f64 = 1.0;

/// Whether an account holds what there is at the end of a year, rather than what passed in it.
fn is_stock(account: Account) -> bool {
    matches!(account, Account::Backlog | Account::Free | Account::Reserve)
}

impl FactList {
    /// Lists the facts of a confrontation over `years` years.
    pub(super) fn list_supply(&mut self, supply: &SupplySystem, years: usize) {
        let regions = supply.spill_over.regions();
        for account in ANNUAL_ACCOUNTS {
            for step in 0..years {
                for segment in Segment::ALL {
                    self.list(Fact::OfSegment(account, segment, step));
                }
                for region in (0..regions).map(RegionIndex) {
                    self.list(Fact::OfRegion(account, region, step));
                }
            }
        }
        for year in self.years.clone() {
            for cell in Cell::all(regions) {
                for account in ACCOUNTS {
                    self.list(Fact::Account(account, cell, year));
                }
            }
            for from in (0..regions).map(RegionIndex) {
                for to in (0..regions).map(RegionIndex).filter(|to| *to != from) {
                    self.list(Fact::Hosted(from, to, year));
                }
            }
            for substitute in &supply.substitutes {
                self.list(Fact::StoodIn(substitute.need, substitute.land, year));
            }
        }
        for region in all_and_each((0..regions).map(RegionIndex)) {
            for segment in all_and_each(Segment::ALL) {
                self.list(Fact::FirstShortageYear(region, segment));
            }
        }
    }

    /// The steps up to which the books must keep who hosted whom.
    pub fn kept_steps(&self, timeline: Timeline) -> Vec<usize> {
        self.years
            .iter()
            .filter_map(|year| timeline.step(*year))
            .collect()
    }

    /// Copies the books of a chunk to its facts.
    pub fn add_books(&self, ledger: &Ledger, timeline: Timeline, chunk: &mut ChunkFacts) {
        let regions = ledger.regions();
        for cell in Cell::all(regions) {
            for account in [Account::Need].into_iter().chain(ACCOUNTS) {
                self.add_account(account, cell, ledger.account(account, cell), chunk);
            }
        }
        for (place, year) in self.years.iter().enumerate() {
            self.add_matrices(ledger, regions, (place, *year), chunk);
        }
        for region in all_and_each((0..regions).map(RegionIndex)) {
            for segment in all_and_each(Segment::ALL) {
                self.add_first_shortage((region, segment), ledger, timeline, chunk);
            }
        }
    }

    fn add_account(&self, account: Account, cell: Cell, yearly: &Series, chunk: &mut ChunkFacts) {
        let is_annual = ANNUAL_ACCOUNTS.contains(&account);
        let mut value = std::mem::take(&mut chunk.since_base);
        value.clear();
        value.resize(chunk.draws, 0.0);
        for step in 0..yearly.years() {
            if is_stock(account) {
                value.copy_from_slice(yearly.at(step));
            } else {
                add(&mut value, yearly.at(step));
            }
            if is_annual {
                let segment = self.place(Fact::OfSegment(account, cell.segment, step));
                chunk.add(segment, &value);
                let region = self.place(Fact::OfRegion(account, cell.region, step));
                chunk.add(region, &value);
            }
            let year = self.base.plus(step);
            if self.years.contains(&year) {
                chunk.add(self.place(Fact::Account(account, cell, year)), &value);
            }
        }
        chunk.since_base = value;
    }

    fn add_matrices(
        &self,
        ledger: &Ledger,
        regions: usize,
        (place, year): (usize, Year),
        chunk: &mut ChunkFacts,
    ) {
        for from in (0..regions).map(RegionIndex) {
            for to in (0..regions).map(RegionIndex) {
                let fact = self.place(Fact::Hosted(from, to, year));
                chunk.add(fact, ledger.hosted(from, to, place));
            }
        }
        for need in Segment::ALL {
            for land in Segment::ALL {
                let fact = self.place(Fact::StoodIn(need, land, year));
                chunk.add(fact, ledger.substituted(need, land, place));
            }
        }
    }

    fn add_first_shortage(
        &self,
        (region, segment): (Option<RegionIndex>, Option<Segment>),
        ledger: &Ledger,
        timeline: Timeline,
        chunk: &mut ChunkFacts,
    ) {
        let is_part = |cell: &Cell| {
            region.is_none_or(|region| region == cell.region)
                && segment.is_none_or(|segment| segment == cell.segment)
        };
        let cells: Vec<_> = Cell::all(ledger.regions()).filter(is_part).collect();
        let place = self.place(Fact::FirstShortageYear(region, segment));
        if let Some(row) = chunk.row(place) {
            ledger.fill_first_shortage_year(&cells, SHORTAGE_HA, timeline, row);
        }
    }
}

/// `None`, which stands for all of them, and then each one.
pub(in super::super) fn all_and_each<T>(
    each: impl IntoIterator<Item = T>,
) -> impl Iterator<Item = Option<T>> {
    std::iter::once(None).chain(each.into_iter().map(Some))
}
