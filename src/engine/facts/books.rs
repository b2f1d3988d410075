//! Adding the books of a confrontation up into facts, year by year.

use super::supply::{Matrices, Posting, SHORTAGE_HA, SupplyPlaces, Waiting};
use super::{ChunkFacts, add};
use crate::model::{Account, Cell, Ledger};

impl SupplyPlaces {
    /// The steps up to which the books must keep who hosted whom.
    pub fn kept_steps(&self) -> Vec<usize> {
        self.periods.iter().map(|period| period.last_step).collect()
    }

    /// Adds the books of a year to the facts of a chunk. Years come in order.
    pub fn add_year(&self, step: usize, ledger: &Ledger, chunk: &mut ChunkFacts<'_>) {
        let year = &self.years[step];
        let next = self
            .periods
            .partition_point(|period| period.last_step < step);
        if let Some(period) = self.periods.get(next) {
            let is_first = next > 0 && self.periods[next - 1].last_step + 1 == step;
            let carried = if is_first { &*period.carried } else { &[] };
            for posting in carried.iter().chain(&period.postings) {
                chunk.post(*posting, step, ledger);
            }
        }
        for posting in &year.postings {
            chunk.post(*posting, step, ledger);
        }
        if let Some(matrices) = &year.matrices {
            matrices.add(ledger, chunk);
        }
        if self.has_total {
            chunk.add_up_waiting(&self.cells, step, ledger);
        }
        for &(waiting, place) in &year.shortages {
            if step == 0 {
                chunk.columns.get_mut(place).fill(f64::INFINITY);
            }
            chunk.note_shortage(waiting, place, (step, year.calendar_year), ledger);
        }
    }
}

impl Matrices {
    fn add(&self, ledger: &Ledger, chunk: &mut ChunkFacts<'_>) {
        for &(from, to, place) in &self.hosted {
            chunk.add(Some(place), ledger.hosted(from, to, self.kept));
        }
        for &(need, land, place) in &self.stood_in {
            chunk.add(Some(place), ledger.substituted(need, land, self.kept));
        }
    }
}

impl ChunkFacts<'_> {
    fn post(&mut self, posting: Posting, step: usize, ledger: &Ledger) {
        match posting {
            Posting::Account(account, cell, to) => {
                add(self.columns.get_mut(to), ledger.at(account, cell, step));
            }
            Posting::Fact { from, to } => {
                let (from, to) = self.columns.pair(from, to);
                add(to, from);
            }
        }
    }

    /// Adds up what waits in all cells.
    fn add_up_waiting(&mut self, cells: &[Cell], step: usize, ledger: &Ledger) {
        let waiting = &mut self.scratch.waiting;
        waiting.clear();
        waiting.resize(self.columns.draws(), 0.0);
        for &cell in cells {
            add(waiting, ledger.at(Account::Backlog, cell, step));
        }
    }

    /// Notes the year in draws in which need waits for the first time.
    fn note_shortage(
        &mut self,
        waiting: Waiting,
        place: usize,
        (step, year): (usize, f64),
        ledger: &Ledger,
    ) {
        let (waiting, first) = match waiting {
            Waiting::Fact(from) => self.columns.pair(from, place),
            Waiting::Everywhere => (&*self.scratch.waiting, self.columns.get_mut(place)),
            Waiting::Cell(cell) => {
                let backlog = ledger.at(Account::Backlog, cell, step);
                (backlog, self.columns.get_mut(place))
            }
        };
        for (first, waiting) in first.iter_mut().zip(waiting) {
            let short_in = if *waiting > SHORTAGE_HA {
                year
            } else {
                f64::INFINITY
            };
            *first = if short_in < *first { short_in } else { *first };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Columns, FactScratch};
    use super::*;
    use crate::model::{
        Draws, InputIndex, RegionIndex, RegionalDemand, Segment, SegmentRules, SpillOver,
        SupplySystem, Timeline,
    };
    use crate::units::Year;

    const HERE: Cell = Cell {
        region: RegionIndex(0),
        segment: Segment::WetHmc,
    };

    /// Rules that meet no need, in a place without land.
    fn no_supply() -> SupplySystem {
        let zero = InputIndex(0);
        let rules = SegmentRules {
            intensified_share: zero,
            mobile_share: zero,
            lapsing_share: zero,
            reserve_years: zero,
        };
        SupplySystem {
            vacant: Vec::new(),
            sites: Vec::new(),
            release_lag: zero,
            rules: [rules; Segment::COUNT],
            substitutes: Vec::new(),
            spill_over: SpillOver::new(vec![0.0], zero).unwrap(),
        }
    }

    #[test]
    fn the_first_year_of_shortage_is_that_in_which_more_than_a_hectare_waits() {
        // 1 ha waits in 2025, 4 ha in 2026 and in 2027.
        let [base, last] = [2024, 2027].map(|year| Year::new(year).unwrap());
        let timeline = Timeline::new(base, last).unwrap();
        let draws = Draws::zeros(1, 0, timeline, 1);
        let mut demand = RegionalDemand::zeros(1, draws.years(), 1);
        for (step, need) in [(1, 1.0), (2, 3.0)] {
            demand.need_mut(HERE).at_mut(step)[0] = need;
        }
        let mut ledger = Ledger::zeros(1, draws.years(), 1, &[]);
        let (mut first, mut scratch) = ([f64::INFINITY], FactScratch::default());
        let mut facts = ChunkFacts::new(Columns::new(&mut first, &mut [], 1), &mut scratch);
        no_supply().confront_yearly(&draws, &demand, &mut ledger, |step, books| {
            let year = timeline.year(step).as_f64();
            facts.note_shortage(Waiting::Cell(HERE), 0, (step, year), books);
        });
        assert_eq!(first, [2026.0]);
    }
}
