//! The books of a confrontation: where all need of a chunk went, and what became of all land.
//!
//! In every draw, year and cell the accounts close, to 1e-9 ha:
//!
//! - need + backlog of the year before = intensified + own + substituted + spilled + lapsed +
//!   backlog;
//! - free land of the year before + supply = taken + free land, with taken = own + substituting +
//!   hosting.
//!
//! Books can keep every year, or only those that the confrontation itself still needs; then whoever
//! wants a year reads it when it closes.

use std::ops::RangeInclusive;

use super::place::{Cell, RegionIndex, Segment};
use super::series::Series;
use super::spill::Spill;
use crate::numeric::count;

/// The past years whose mean uptake sets the reserve.
pub(super) const UPTAKE_YEARS: usize = 5;

/// One account of a cell. Flows are in ha net per year, stocks in ha net at the end of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Account {
    /// New need of the year.
    Need,
    /// Need met by building more densely on existing sites; it takes no land.
    Intensified,
    /// Need met on land of its own region and segment.
    Own,
    /// Need of the cell met on land of another segment in its region.
    Substituted,
    /// Need of the cell met in another region.
    Spilled,
    /// Need that lapsed or left the country.
    Lapsed,
    /// Need that waits (a stock).
    Backlog,
    /// Land that came available.
    Supply,
    /// Land of the cell taken by need of other segments.
    Substituting,
    /// Land of the cell taken by need of other regions.
    Hosting,
    /// All land of the cell that was taken.
    Taken,
    /// Land that is free (a stock).
    Free,
    /// Land that should lie in reserve: years of reserve × mean land taken per year in the past
    /// five years (a stock).
    Reserve,
}

impl Account {
    /// How many accounts there are.
    pub const COUNT: usize = Self::ALL.len();

    /// Every account, in order.
    pub const ALL: [Account; 13] = [
        Account::Need,
        Account::Intensified,
        Account::Own,
        Account::Substituted,
        Account::Spilled,
        Account::Lapsed,
        Account::Backlog,
        Account::Supply,
        Account::Substituting,
        Account::Hosting,
        Account::Taken,
        Account::Free,
        Account::Reserve,
    ];

    /// The account's place in a list of all.
    #[must_use]
    pub fn index(self) -> usize {
        self as usize
    }
}

/// The books of one chunk, and the working memory of its confrontation, used again for every chunk.
#[derive(Debug, Clone)]
pub struct Ledger {
    pub(super) books: Books,
    pub(super) state: State,
}

/// What is reported.
#[derive(Debug, Clone)]
pub(super) struct Books {
    /// By account and cell; where fewer years are kept than there are, later ones overwrite them.
    accounts: [Vec<Series>; Account::COUNT],
    /// How many years of each account are kept.
    years: [usize; Account::COUNT],
    /// From × to, a row for each kept step.
    hosted: Vec<Series>,
    /// Segment asked for × segment that stands in, a row for each kept step.
    substituted: Vec<Series>,
    kept: Vec<usize>,
    regions: usize,
}

/// Need and land as they stand within the year, by cell (cells × draws), and the scraps of a
/// spill-over.
#[derive(Debug, Clone)]
pub(super) struct State {
    pub unmet: Vec<f64>,
    pub free: Vec<f64>,
    /// Draws × from × to.
    pub nearness: Vec<f64>,
    /// Need of one region met in another so far, draws × from × to.
    pub hosted: Vec<f64>,
    pub total_unmet: Vec<f64>,
    pub total_free: Vec<f64>,
    /// A column for sums and moves.
    pub scratch: Vec<f64>,
    pub spill: Spill,
    draws: usize,
}

/// All accounts of one cell in one year but the reserve, by draw.
pub(super) struct Page<'a> {
    pub need: &'a mut [f64],
    pub intensified: &'a mut [f64],
    pub own: &'a mut [f64],
    pub substituted: &'a mut [f64],
    pub spilled: &'a mut [f64],
    pub lapsed: &'a mut [f64],
    pub backlog: &'a mut [f64],
    pub supply: &'a mut [f64],
    pub substituting: &'a mut [f64],
    pub hosting: &'a mut [f64],
    pub taken: &'a mut [f64],
    pub free: &'a mut [f64],
}

impl Ledger {
    /// Empty books of `regions` regions, for `years` years and `draws` draws. Who hosted whom is
    /// kept up to the steps `kept`.
    #[must_use]
    pub fn zeros(regions: usize, years: usize, draws: usize, kept: &[usize]) -> Self {
        Self::keeping(|_| years, regions, draws, kept)
    }

    /// Empty books that forget every account of a year when the next one opens: small enough to
    /// stay near the processor.
    #[must_use]
    pub fn forgetful(regions: usize, years: usize, draws: usize, kept: &[usize]) -> Self {
        let remembered = |account| match account {
            // Land comes available years after it was given back.
            Account::Supply => years,
            Account::Taken => UPTAKE_YEARS,
            _ => 1,
        };
        Self::keeping(remembered, regions, draws, kept)
    }

    fn keeping(
        years_of: impl Fn(Account) -> usize + Copy,
        regions: usize,
        draws: usize,
        kept: &[usize],
    ) -> Self {
        let blocks = |count, rows| vec![Series::zeros(rows, draws); count];
        let cells = regions * Segment::COUNT;
        Self {
            books: Books {
                accounts: Account::ALL.map(|account| blocks(cells, years_of(account))),
                years: Account::ALL.map(years_of),
                hosted: blocks(regions * regions, kept.len()),
                substituted: blocks(Segment::COUNT * Segment::COUNT, kept.len()),
                kept: kept.to_vec(),
                regions,
            },
            state: State {
                unmet: vec![0.0; cells * draws],
                free: vec![0.0; cells * draws],
                nearness: vec![0.0; regions * regions * draws],
                hosted: vec![0.0; regions * regions * draws],
                total_unmet: vec![0.0; draws],
                total_free: vec![0.0; draws],
                scratch: vec![0.0; draws],
                spill: Spill::new(regions),
                draws,
            },
        }
    }

    /// How many regions the books have.
    #[must_use]
    pub fn regions(&self) -> usize {
        self.books.regions
    }

    /// One account of a cell at a step that is still remembered.
    #[must_use]
    pub fn at(&self, account: Account, cell: Cell, step: usize) -> &[f64] {
        self.books.at(account, cell, step)
    }

    /// One account of a cell in every year, in books that forget none.
    #[must_use]
    pub fn account(&self, account: Account, cell: Cell) -> &Series {
        &self.books.accounts[account.index()][cell.index()]
    }

    /// Need of one region met in another since the base year, ha net, up to the kept step at
    /// `place`.
    #[must_use]
    pub fn hosted(&self, from: RegionIndex, to: RegionIndex, place: usize) -> &[f64] {
        self.books.hosted[from.0 * self.books.regions + to.0].at(place)
    }

    /// Need for one segment met on land of another since the base year, ha net, in all regions, up
    /// to the kept step at `place`.
    #[must_use]
    pub fn substituted(&self, need: Segment, land: Segment, place: usize) -> &[f64] {
        self.books.substituted[pair(need, land)].at(place)
    }

    /// Empties the books for the next chunk.
    pub(super) fn clear(&mut self) {
        let books = &mut self.books;
        books.substituted.iter_mut().for_each(Series::clear);
        books.accounts[Account::Supply.index()]
            .iter_mut()
            .for_each(Series::clear);
        self.state.hosted.fill(0.0);
        self.state.unmet.fill(0.0);
        self.state.free.fill(0.0);
    }
}

fn pair(need: Segment, land: Segment) -> usize {
    need.index() * Segment::COUNT + land.index()
}

impl Books {
    /// One account in all cells.
    pub fn account_mut(&mut self, account: Account) -> &mut [Series] {
        &mut self.accounts[account.index()]
    }

    /// All accounts of a cell but the reserve, at a step.
    pub fn page(&mut self, cell: Cell, step: usize) -> Page<'_> {
        let mut accounts = self.accounts.iter_mut().zip(self.years);
        let columns = std::array::from_fn(|_| match accounts.next() {
            Some((of_cells, years)) => of_cells[cell.index()].at_mut(kept_place(step, years)),
            None => &mut [],
        });
        let [
            need,
            intensified,
            own,
            substituted,
            spilled,
            lapsed,
            backlog,
            supply,
            substituting,
            hosting,
            taken,
            free,
            _,
        ] = columns;
        Page {
            need,
            intensified,
            own,
            substituted,
            spilled,
            lapsed,
            backlog,
            supply,
            substituting,
            hosting,
            taken,
            free,
        }
    }

    /// One account of a cell at a step that is still remembered.
    pub fn at(&self, account: Account, cell: Cell, step: usize) -> &[f64] {
        let series = &self.accounts[account.index()][cell.index()];
        series.at(kept_place(step, self.years[account.index()]))
    }

    fn at_mut(&mut self, account: Account, cell: Cell, step: usize) -> &mut [f64] {
        let place = kept_place(step, self.years[account.index()]);
        self.accounts[account.index()][cell.index()].at_mut(place)
    }

    /// Years of reserve times the mean of what was taken in some years.
    pub fn set_reserve(
        &mut self,
        cell: Cell,
        steps: RangeInclusive<usize>,
        years: &[f64],
        sum: &mut [f64],
    ) {
        sum.fill(0.0);
        for step in steps.clone() {
            add_column(sum, self.at(Account::Taken, cell, step));
        }
        let of = count((steps.end() + 1).saturating_sub(*steps.start()).max(1));
        let reserve = self.at_mut(Account::Reserve, cell, *steps.end());
        for (reserve, (years, sum)) in reserve.iter_mut().zip(years.iter().zip(sum.iter())) {
            *reserve = years * *sum / of;
        }
    }

    /// Books need of one cell that is met on land of another segment of its region, in every draw.
    pub fn substitute(&mut self, (need, land): (Cell, Cell), step: usize, amount: &[f64]) {
        for (account, cell) in [(Account::Substituted, need), (Account::Substituting, land)] {
            add_column(self.at_mut(account, cell, step), amount);
        }
        let series = &mut self.substituted[pair(need.segment, land.segment)];
        for place in (0..self.kept.len()).filter(|&place| self.kept[place] >= step) {
            add_column(series.at_mut(place), amount);
        }
    }

    /// Keeps who hosted whom so far (draws × from × to), if the step is one to be kept.
    pub fn keep_hosted(&mut self, step: usize, hosted: &[f64]) {
        let Some(place) = self.kept.iter().position(|kept| *kept == step) else {
            return;
        };
        let pairs = self.hosted.len();
        for (pair, series) in self.hosted.iter_mut().enumerate() {
            let of_pair = hosted.iter().skip(pair).step_by(pairs);
            for (kept, hosted) in series.at_mut(place).iter_mut().zip(of_pair) {
                *kept = *hosted;
            }
        }
    }

    /// Adds to an account of a cell.
    pub fn add(&mut self, account: Account, cell: Cell, (step, draw): (usize, usize), amount: f64) {
        self.at_mut(account, cell, step)[draw] += amount;
    }
}

/// The place of a step among the years that are kept, which may be fewer than there are.
fn kept_place(step: usize, years: usize) -> usize {
    match years {
        1 => 0,
        _ if step < years => step,
        _ => step % years,
    }
}

fn add_column(sum: &mut [f64], amount: &[f64]) {
    for (sum, amount) in sum.iter_mut().zip(amount) {
        *sum += amount;
    }
}

impl State {
    /// Unmet need and free land of a cell.
    pub fn cell(&mut self, cell: Cell) -> (&mut [f64], &mut [f64]) {
        let columns = self.columns(cell);
        (&mut self.unmet[columns.clone()], &mut self.free[columns])
    }

    /// Where the draws of a cell stand.
    pub fn columns(&self, cell: Cell) -> std::ops::Range<usize> {
        cell.index() * self.draws..(cell.index() + 1) * self.draws
    }
}
