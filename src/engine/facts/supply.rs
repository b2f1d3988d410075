//! Facts of the confrontation: what its books say.

use super::{ChunkFacts, Fact, FactList};
use crate::model::{Account, Cell, Ledger, RegionIndex, Segment, SupplySystem, Timeline};

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

/// The accounts of what passes in a year; the others hold what there is at its end.
const FLOWS: [Account; 10] = [
    Account::Need,
    Account::Supply,
    Account::Intensified,
    Account::Own,
    Account::Substituted,
    Account::Substituting,
    Account::Spilled,
    Account::Hosting,
    Account::Taken,
    Account::Lapsed,
];

/// Where a flow stands among [`FLOWS`]; `None` for a stock.
fn flow_order(account: Account) -> Option<usize> {
    FLOWS.iter().position(|flow| *flow == account)
}

/// Where the facts of the confrontation stand, found once so that chunks look nothing up.
#[derive(Debug, Default)]
pub(super) struct SupplyPlaces {
    cells: Vec<Cell>,
    /// By step.
    years: Vec<YearPlaces>,
    shortages: Vec<Margin>,
}

/// Where the facts of one year stand.
#[derive(Debug)]
struct YearPlaces {
    calendar_year: f64,
    /// By account of [`ANNUAL_ACCOUNTS`] and cell: the facts of its segment and of its region.
    annual: [Vec<[Option<usize>; 2]>; ANNUAL_ACCOUNTS.len()],
    reported: Option<ReportedPlaces>,
}

/// Where the facts of a reported year stand.
#[derive(Debug)]
struct ReportedPlaces {
    /// The place of the year among those that the books keep.
    kept: usize,
    /// By cell and account of [`ACCOUNTS`].
    accounts: Vec<[Option<usize>; ACCOUNTS.len()]>,
    hosted: Vec<(RegionIndex, RegionIndex, usize)>,
    stood_in: Vec<(Segment, Segment, usize)>,
}

/// A region (or all) and a segment (or all) with the fact of their first shortage.
#[derive(Debug)]
struct Margin {
    region: Option<RegionIndex>,
    segment: Option<Segment>,
    place: usize,
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

    /// How many flows of cells are summed over the years.
    pub(super) fn running(&self) -> usize {
        self.supply.cells.len() * FLOWS.len()
    }

    /// Finds where the facts of the confrontation stand.
    pub(super) fn supply_places(&self, supply: &SupplySystem, timeline: Timeline) -> SupplyPlaces {
        let regions = supply.spill_over.regions();
        let cells: Vec<_> = Cell::all(regions).collect();
        let margins = all_and_each((0..regions).map(RegionIndex))
            .flat_map(|region| all_and_each(Segment::ALL).map(move |segment| (region, segment)));
        let shortages = margins.filter_map(|(region, segment)| {
            let place = self.place(Fact::FirstShortageYear(region, segment))?;
            Some(Margin {
                region,
                segment,
                place,
            })
        });
        SupplyPlaces {
            years: (0..timeline.years())
                .map(|step| self.year_places(&cells, step, timeline))
                .collect(),
            shortages: shortages.collect(),
            cells,
        }
    }

    fn year_places(&self, cells: &[Cell], step: usize, timeline: Timeline) -> YearPlaces {
        let annual = |account, cell: &Cell| {
            [
                self.place(Fact::OfSegment(account, cell.segment, step)),
                self.place(Fact::OfRegion(account, cell.region, step)),
            ]
        };
        YearPlaces {
            calendar_year: timeline.year(step).as_f64(),
            annual: ANNUAL_ACCOUNTS
                .map(|account| cells.iter().map(|cell| annual(account, cell)).collect()),
            reported: self.reported_places(cells, step, timeline),
        }
    }

    fn reported_places(
        &self,
        cells: &[Cell],
        step: usize,
        timeline: Timeline,
    ) -> Option<ReportedPlaces> {
        let year = timeline.year(step);
        let kept = self.kept_steps(timeline);
        let kept = kept.iter().position(|kept| *kept == step)?;
        let account = |account, cell: &Cell| self.place(Fact::Account(account, *cell, year));
        let hosted = self.find(move |fact| matches!(fact, Fact::Hosted(_, _, y) if *y == year));
        let stood_in = self.find(move |fact| matches!(fact, Fact::StoodIn(_, _, y) if *y == year));
        Some(ReportedPlaces {
            kept,
            accounts: cells
                .iter()
                .map(|cell| ACCOUNTS.map(|of| account(of, cell)))
                .collect(),
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

    /// Adds the books of a year to the facts of a chunk. Years come in order.
    pub fn add_year(&self, step: usize, ledger: &Ledger, chunk: &mut ChunkFacts) {
        let places = &self.supply;
        let year = &places.years[step];
        chunk.waiting.clear();
        chunk.waiting.resize(chunk.draws, 0.0);
        for (order, &cell) in places.cells.iter().enumerate() {
            let sums = order * FLOWS.len();
            for (flow, account) in FLOWS.into_iter().enumerate() {
                chunk.run_on(sums + flow, ledger.at(account, cell, step));
            }
            for (account, of_cells) in ANNUAL_ACCOUNTS.into_iter().zip(&year.annual) {
                for place in of_cells[order] {
                    chunk.add_account(account, sums, ledger.at(account, cell, step), place);
                }
            }
            if let Some(reported) = &year.reported {
                for (account, place) in ACCOUNTS.into_iter().zip(reported.accounts[order]) {
                    chunk.add_account(account, sums, ledger.at(account, cell, step), place);
                }
            }
            chunk.wait(ledger.at(Account::Backlog, cell, step));
        }
        if let Some(reported) = &year.reported {
            reported.add_matrices(ledger, chunk);
        }
        for margin in &places.shortages {
            self.note_shortage(margin, step, ledger, chunk);
        }
    }

    /// Notes the year in draws in which need first waits in a region and segment.
    fn note_shortage(&self, margin: &Margin, step: usize, ledger: &Ledger, chunk: &mut ChunkFacts) {
        let backlog = Account::Backlog;
        let year = self.supply.years[step].calendar_year;
        match (margin.region, margin.segment) {
            (None, None) => {}
            (None, Some(segment)) => {
                chunk.copy_waiting(self.place(Fact::OfSegment(backlog, segment, step)));
            }
            (Some(region), None) => {
                chunk.copy_waiting(self.place(Fact::OfRegion(backlog, region, step)));
            }
            (Some(region), Some(segment)) => {
                let cell = Cell { region, segment };
                chunk
                    .waiting
                    .copy_from_slice(ledger.at(backlog, cell, step));
            }
        }
        chunk.note_first_year(margin.place, year, step == 0);
    }
}

impl ReportedPlaces {
    fn add_matrices(&self, ledger: &Ledger, chunk: &mut ChunkFacts) {
        for &(from, to, place) in &self.hosted {
            chunk.add(Some(place), ledger.hosted(from, to, self.kept));
        }
        for &(need, land, place) in &self.stood_in {
            chunk.add(Some(place), ledger.substituted(need, land, self.kept));
        }
    }
}

impl ChunkFacts {
    /// Adds to the sum since the base year of one flow of one cell.
    fn run_on(&mut self, sum: usize, amount: &[f64]) {
        super::add(
            &mut self.running[sum * self.draws..(sum + 1) * self.draws],
            amount,
        );
    }

    /// Adds an account of a cell, whose sums of flows begin at `sums`, to a fact: a flow since the
    /// base year, a stock as it stands.
    fn add_account(
        &mut self,
        account: Account,
        sums: usize,
        of_year: &[f64],
        place: Option<usize>,
    ) {
        let Some(place) = place else { return };
        let row = &mut self.values[place * self.draws..(place + 1) * self.draws];
        match flow_order(account) {
            Some(flow) => {
                let sum = (sums + flow) * self.draws;
                super::add(row, &self.running[sum..sum + self.draws]);
            }
            None => super::add(row, of_year),
        }
    }

    /// Adds need of a cell to what waits in all of them.
    fn wait(&mut self, backlog: &[f64]) {
        super::add(&mut self.waiting, backlog);
    }

    /// Takes what waits from a fact.
    fn copy_waiting(&mut self, place: Option<usize>) {
        if let Some(place) = place {
            let fact = &self.values[place * self.draws..(place + 1) * self.draws];
            self.waiting.copy_from_slice(fact);
        }
    }

    /// Writes the year where there is a shortage for the first time.
    fn note_first_year(&mut self, place: usize, year: f64, is_first: bool) {
        let row = &mut self.values[place * self.draws..(place + 1) * self.draws];
        if is_first {
            row.fill(f64::INFINITY);
        }
        for (first, waiting) in row.iter_mut().zip(&self.waiting) {
            if *waiting > SHORTAGE_HA {
                *first = first.min(year);
            }
        }
    }
}

/// `None`, which stands for all of them, and then each one.
pub(in super::super) fn all_and_each<T>(
    each: impl IntoIterator<Item = T>,
) -> impl Iterator<Item = Option<T>> {
    std::iter::once(None).chain(each.into_iter().map(Some))
}
