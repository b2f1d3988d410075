//! Facts of the confrontation: what its books say.

use super::{Fact, FactList, Topic};
use crate::model::{Account, Cell, RegionIndex, Segment, SupplySystem, Timeline};

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

/// Whether an account says what passes in a year; the others hold what there is at its end.
fn is_flow(account: Account) -> bool {
    !matches!(account, Account::Backlog | Account::Free | Account::Reserve)
}

/// Where the facts of the confrontation stand, found once so that chunks look nothing up.
#[derive(Debug)]
pub(super) struct SupplyPlaces {
    pub cells: Vec<Cell>,
    /// What every year up to a reported one adds to the flows up to that year, reported year by
    /// reported year.
    pub periods: Vec<Period>,
    /// By step.
    pub years: Vec<YearPlaces>,
    /// Whether what waits everywhere is to be added up.
    pub has_total: bool,
}

/// The years from one reported year to the next.
#[derive(Debug)]
pub(super) struct Period {
    pub last_step: usize,
    /// What is known of the period before.
    pub carried: Vec<Posting>,
    pub postings: Vec<Posting>,
}

/// What one year adds to the facts.
#[derive(Debug)]
pub(super) struct YearPlaces {
    pub calendar_year: f64,
    pub postings: Vec<Posting>,
    /// Facts of first shortage, each with what waits there.
    pub shortages: Vec<(Waiting, usize)>,
    pub matrices: Option<Matrices>,
}

/// An amount that is added to a fact.
#[derive(Debug, Clone, Copy)]
pub(super) enum Posting {
    /// What an account of a cell says in the year.
    Account(Account, Cell, usize),
    /// Another fact.
    Fact { from: usize, to: usize },
}

/// Need that waits in a region and segment, or in all of them.
#[derive(Debug, Clone, Copy)]
pub(super) enum Waiting {
    Everywhere,
    Fact(usize),
    Cell(Cell),
}

/// Where the facts of who takes whose need stand.
#[derive(Debug)]
pub(super) struct Matrices {
    /// The place of the year among those that the books keep.
    pub kept: usize,
    pub hosted: Vec<(RegionIndex, RegionIndex, usize)>,
    pub stood_in: Vec<(Segment, Segment, usize)>,
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
        for account in ANNUAL_ACCOUNTS {
            for cell in Cell::all(regions).filter(|_| is_flow(account)) {
                self.list(Fact::Running(account, cell));
            }
        }
    }

    /// The places of facts from which one of the confrontation is worked out.
    pub(super) fn sources_of_shortage(&self, fact: Fact) -> Vec<usize> {
        let backlog = Topic::Annually(Account::Backlog);
        match fact {
            Fact::OfSegment(account, segment, _) => self.places_on(
                Topic::Running(account),
                |of| matches!(of, Fact::Running(_, cell) if cell.segment == segment),
            ),
            Fact::OfRegion(account, region, _) => self.places_on(
                Topic::Running(account),
                |of| matches!(of, Fact::Running(_, cell) if cell.region == region),
            ),
            Fact::FirstShortageYear(None, Some(segment)) => self.places_on(
                backlog,
                |of| matches!(of, Fact::OfSegment(_, s, _) if s == segment),
            ),
            Fact::FirstShortageYear(Some(region), None) => self.places_on(
                backlog,
                |of| matches!(of, Fact::OfRegion(_, r, _) if r == region),
            ),
            _ => Vec::new(),
        }
    }

    fn places_on(&self, topic: Topic, wanted: impl Fn(Fact) -> bool) -> Vec<usize> {
        let facts = self.on(topic).filter(|(_, fact)| wanted(*fact));
        facts.map(|(place, _)| place).collect()
    }

    /// Finds where the facts of the confrontation stand; `None` when none is needed.
    pub(super) fn supply_places(
        &self,
        supply: &SupplySystem,
        timeline: Timeline,
    ) -> Option<SupplyPlaces> {
        self.facts.iter().find(|fact| fact.is_of_supply())?;
        let regions = supply.spill_over.regions();
        let cells: Vec<_> = Cell::all(regions).collect();
        Some(SupplyPlaces {
            periods: self.periods(&cells, timeline),
            years: (0..timeline.years())
                .map(|step| self.year_places(&cells, step, timeline))
                .collect(),
            has_total: self.place(Fact::FirstShortageYear(None, None)).is_some(),
            cells,
        })
    }

    /// The reported years on a timeline, in order.
    fn reported_steps(&self, timeline: Timeline) -> Vec<usize> {
        let years = self.years.iter();
        let mut steps: Vec<_> = years.filter_map(|year| timeline.step(*year)).collect();
        steps.sort_unstable();
        steps
    }

    fn periods(&self, cells: &[Cell], timeline: Timeline) -> Vec<Period> {
        let steps = self.reported_steps(timeline);
        let mut periods: Vec<Period> = Vec::new();
        for (number, &last_step) in steps.iter().enumerate() {
            let mut period = Period {
                last_step,
                carried: Vec::new(),
                postings: Vec::new(),
            };
            let place =
                |account, cell, step| self.place(Fact::Account(account, cell, timeline.year(step)));
            for &cell in cells {
                for account in ACCOUNTS.into_iter().filter(|account| is_flow(*account)) {
                    // The year's own postings take it from what runs on.
                    if self.place(Fact::Running(account, cell)).is_some() {
                        continue;
                    }
                    let later = &steps[number..];
                    let Some(to) = later.iter().find_map(|&step| place(account, cell, step)) else {
                        continue;
                    };
                    period.postings.push(Posting::Account(account, cell, to));
                    let before = number.checked_sub(1).map(|before| steps[before]);
                    let before = before.and_then(|before| place(account, cell, before));
                    if let Some(from) = before {
                        period.carried.push(Posting::Fact { from, to });
                    }
                }
            }
            periods.push(period);
        }
        periods
    }

    fn year_places(&self, cells: &[Cell], step: usize, timeline: Timeline) -> YearPlaces {
        let year = timeline.year(step);
        let mut postings = Vec::new();
        for &cell in cells {
            for account in ANNUAL_ACCOUNTS {
                let running = self.place(Fact::Running(account, cell));
                postings.extend(running.map(|place| Posting::Account(account, cell, place)));
                for fact in [
                    Fact::OfSegment(account, cell.segment, step),
                    Fact::OfRegion(account, cell.region, step),
                ] {
                    postings.extend(self.posting(account, cell, fact));
                }
            }
            for account in ACCOUNTS {
                postings.extend(self.posting(account, cell, Fact::Account(account, cell, year)));
            }
        }
        let shortages = self.on(Topic::FirstShortageYear);
        YearPlaces {
            calendar_year: timeline.year(step).as_f64(),
            postings,
            shortages: shortages
                .filter_map(|(place, fact)| Some((self.waiting(fact, step)?, place)))
                .collect(),
            matrices: self.matrices(step, timeline),
        }
    }

    /// What adds an account of a cell to a fact at the close of a year: a flow since the base year if
    /// it runs on, a stock as it stands.
    fn posting(&self, account: Account, cell: Cell, fact: Fact) -> Option<Posting> {
        let to = self.place(fact)?;
        if is_flow(account) {
            let from = self.place(Fact::Running(account, cell))?;
            Some(Posting::Fact { from, to })
        } else {
            Some(Posting::Account(account, cell, to))
        }
    }

    /// What waits where a fact of first shortage looks.
    fn waiting(&self, fact: Fact, step: usize) -> Option<Waiting> {
        let backlog = Account::Backlog;
        match fact {
            Fact::FirstShortageYear(None, None) => Some(Waiting::Everywhere),
            Fact::FirstShortageYear(None, Some(segment)) => {
                let place = self.place(Fact::OfSegment(backlog, segment, step));
                place.map(Waiting::Fact)
            }
            Fact::FirstShortageYear(Some(region), None) => {
                let place = self.place(Fact::OfRegion(backlog, region, step));
                place.map(Waiting::Fact)
            }
            Fact::FirstShortageYear(Some(region), Some(segment)) => {
                Some(Waiting::Cell(Cell { region, segment }))
            }
            _ => None,
        }
    }

    fn matrices(&self, step: usize, timeline: Timeline) -> Option<Matrices> {
        let year = timeline.year(step);
        let kept = self.reported_steps(timeline);
        let kept = kept.iter().position(|kept| *kept == step)?;
        let hosted = self.on(Topic::Hosted(year));
        let stood_in = self.on(Topic::StoodIn(year));
        Some(Matrices {
            kept,
            hosted: hosted
                .filter_map(|(place, fact)| match fact {
                    Fact::Hosted(from, to, _) => Some((from, to, place)),
                    _ => None,
                })
                .collect(),
            stood_in: stood_in
                .filter_map(|(place, fact)| match fact {
                    Fact::StoodIn(need, land, _) => Some((need, land, place)),
                    _ => None,
                })
                .collect(),
        })
    }
}

/// `None`, which stands for all of them, and then each one.
pub(in super::super) fn all_and_each<T>(
    each: impl IntoIterator<Item = T>,
) -> impl Iterator<Item = Option<T>> {
    std::iter::once(None).chain(each.into_iter().map(Some))
}
