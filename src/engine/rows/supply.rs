//! The rows of the confrontation: supply, where need went, and what is short.

use super::{Planner, Recipe, is_in};
use crate::engine::facts::{ACCOUNTS, ANNUAL_ACCOUNTS, Fact, Topic, all_and_each};
use crate::engine::key::{Counterpart, OutcomeKey};
use crate::model::{Account, OutcomeKind, RegionIndex, Segment, SupplySystem};
use crate::units::Year;

/// The outcome that an account is reported as; new need stands among the rows of demand.
fn outcome_of(account: Account) -> Option<OutcomeKind> {
    match account {
        Account::Need => None,
        Account::Supply => Some(OutcomeKind::Supply),
        Account::Intensified => Some(OutcomeKind::Intensified),
        Account::Own => Some(OutcomeKind::Placed),
        Account::Substituted => Some(OutcomeKind::Substituted),
        Account::Substituting => Some(OutcomeKind::Substituting),
        Account::Spilled => Some(OutcomeKind::SpilledOut),
        Account::Hosting => Some(OutcomeKind::SpilledIn),
        Account::Taken => Some(OutcomeKind::Uptake),
        Account::Lapsed => Some(OutcomeKind::Lapsed),
        Account::Backlog => Some(OutcomeKind::Backlog),
        Account::Free => Some(OutcomeKind::Free),
        Account::Reserve => Some(OutcomeKind::Reserve),
    }
}

/// A region and a segment, or all of them.
pub(super) type Margin = (Option<RegionIndex>, Option<Segment>);

fn key(kind: OutcomeKind, (region, segment): Margin, year: Option<Year>) -> OutcomeKey {
    OutcomeKey::total(kind, year)
        .in_region(region)
        .in_segment(segment)
}

impl Planner<'_> {
    /// Lists every row of the confrontation.
    pub(super) fn list_supply(&mut self, supply: &SupplySystem) {
        let regions = supply.spill_over.regions();
        let margins: Vec<_> = all_and_each((0..regions).map(RegionIndex))
            .flat_map(|region| all_and_each(Segment::ALL).map(move |segment| (region, segment)))
            .collect();
        for margin in margins {
            self.list_annual_accounts(margin);
            for &year in self.years {
                self.list_accounts(margin, year);
            }
            let (region, segment) = margin;
            if let Some(place) = self.facts.place(Fact::FirstShortageYear(region, segment)) {
                let key = key(OutcomeKind::FirstShortageYear, margin, None);
                self.push_column(key, place);
            }
        }
        for &year in self.years {
            self.list_matrices(supply, regions, year);
        }
    }

    /// The years between the reported ones, for regions as a whole and for segments as a whole.
    fn list_annual_accounts(&mut self, margin: Margin) {
        let timeline = self.system.timeline;
        for account in ANNUAL_ACCOUNTS {
            for step in 0..timeline.years() {
                let year = timeline.year(step);
                let facts = match margin {
                    (None, None) => Segment::ALL
                        .iter()
                        .filter_map(|s| self.facts.place(Fact::OfSegment(account, *s, step)))
                        .collect(),
                    (None, Some(s)) => self.one(Fact::OfSegment(account, s, step)),
                    (Some(region), None) => self.one(Fact::OfRegion(account, region, step)),
                    (Some(_), Some(_)) => continue,
                };
                // New need of all sectors stands among the rows of demand in reported years, and
                // for the total in every year.
                let is_listed = account == Account::Need
                    && (margin == (None, None) || self.years.contains(&year));
                let kind = outcome_of(account).unwrap_or(OutcomeKind::Need);
                if !is_listed && !facts.is_empty() {
                    self.push(key(kind, margin, Some(year)), Recipe::sum(facts));
                }
            }
        }
    }

    fn one(&self, fact: Fact) -> Vec<usize> {
        self.facts.place(fact).into_iter().collect()
    }

    fn list_accounts(&mut self, margin: Margin, year: Year) {
        for account in ACCOUNTS {
            let is_annual = ANNUAL_ACCOUNTS.contains(&account);
            let is_listed = is_annual && (margin.0.is_none() || margin.1.is_none());
            if let Some(kind) = outcome_of(account).filter(|_| !is_listed) {
                let facts = self.account_places(account, margin, year);
                self.push(key(kind, margin, Some(year)), Recipe::sum(facts));
            }
        }
        self.list_lack(margin, year);
        self.push_gross(
            key(OutcomeKind::BacklogGross, margin, Some(year)),
            Topic::Account(Account::Backlog, year),
            |fact| match fact {
                Fact::Account(_, cell, _) => {
                    is_in_margin(margin, cell.region, cell.segment).then_some(cell.segment)
                }
                _ => None,
            },
        );
    }

    /// Lists whether there is a shortage, what was never met, and what waits with the reserve counted
    /// in.
    fn list_lack(&mut self, margin: Margin, year: Year) {
        let mut unmet = self.account_places(Account::Backlog, margin, year);
        unmet.extend(self.account_places(Account::Lapsed, margin, year));
        self.push(
            key(OutcomeKind::Unmet, margin, Some(year)),
            Recipe::sum(unmet),
        );
        let backlog = self.account_places(Account::Backlog, margin, year);
        let waiting = self.column(Recipe::sum(backlog.clone()));
        self.push(
            key(OutcomeKind::Shortage, margin, Some(year)),
            Recipe::Shortage(waiting),
        );
        let reserve = self.account_places(Account::Reserve, margin, year);
        let free = self.account_places(Account::Free, margin, year);
        let cells = backlog.into_iter().zip(reserve).zip(free);
        let cells = cells.map(|((backlog, reserve), free)| {
            self.column(Recipe::WithReserve {
                backlog,
                reserve,
                free,
            })
        });
        let cells = cells.collect();
        self.push(
            key(OutcomeKind::BacklogWithReserve, margin, Some(year)),
            Recipe::sum(cells),
        );
    }

    /// Lists what waits in a margin at a year, and whether it is a shortage.
    pub(super) fn list_shortage(&mut self, margin: Margin, year: Year) {
        let backlog = self.account_places(Account::Backlog, margin, year);
        self.push(
            key(OutcomeKind::Backlog, margin, Some(year)),
            Recipe::sum(backlog),
        );
        self.list_lack(margin, year);
    }

    /// The facts of an account in every cell of a margin, in order of cells.
    fn account_places(&self, account: Account, margin: Margin, year: Year) -> Vec<usize> {
        self.places(Topic::Account(account, year), |fact| match fact {
            Fact::Account(_, cell, _) => is_in_margin(margin, cell.region, cell.segment),
            _ => false,
        })
    }

    fn list_matrices(&mut self, supply: &SupplySystem, regions: usize, year: Year) {
        for from in (0..regions).map(RegionIndex) {
            for to in (0..regions).map(RegionIndex) {
                if let Some(place) = self.facts.place(Fact::Hosted(from, to, year)) {
                    let key = key(OutcomeKind::Hosted, (Some(from), None), Some(year))
                        .with(Counterpart::Region(to));
                    self.push_column(key, place);
                }
            }
        }
        for substitute in &supply.substitutes {
            let (need, land) = (substitute.need, substitute.land);
            if let Some(place) = self.facts.place(Fact::StoodIn(need, land, year)) {
                let key = key(OutcomeKind::StoodIn, (None, Some(need)), Some(year))
                    .with(Counterpart::Segment(land));
                self.push_column(key, place);
            }
        }
    }

    /// Lists what the levers of a variant cost up to each reported year.
    pub(super) fn list_costs(&mut self) {
        for &year in self.years {
            let key = OutcomeKey::total(OutcomeKind::Cost, Some(year));
            self.push(key, Recipe::Cost(year));
        }
    }
}

fn is_in_margin((region, segment): Margin, of_region: RegionIndex, of_segment: Segment) -> bool {
    is_in(&of_region, region) && is_in(&of_segment, segment)
}
