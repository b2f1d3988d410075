//! Hand-computed confrontations of one draw.

use super::super::draws::InputIndex;
use super::super::fixture::{assert_figures, year};
use super::super::lever::{Lever, Operation, Target, apply_levers};
use super::super::series::Workspace;
use super::super::spill::SpillOver;
use super::super::supply::{SegmentRules, VacantLand};
use super::super::timeline::Timeline;
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
        let mut draws = Draws::zeros(self.values.len(), 0, self.timeline, 1);
        for (index, value) in self.values.iter().enumerate() {
            draws.column_mut(InputIndex(index))[0] = *value;
        }
        apply_levers(&self.levers, &mut draws, &mut Workspace::default());
        let mut ledger = Ledger::zeros(2, years, 1, &[1, years - 1]);
        self.supply.confront(&draws, &self.demand, &mut ledger);
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
