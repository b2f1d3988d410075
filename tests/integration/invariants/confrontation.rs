//! What holds for every confrontation of need with supply.

use proptest::prelude::*;
use ruimtevraag::model::{
    Account, Cell, Draws, InputIndex, Ledger, Lever, Operation, PlanSite, RegionIndex,
    RegionalDemand, Segment, SegmentRules, SpillOver, Substitute, SupplySystem, Target, Timeline,
    VacantLand, Workspace, apply_levers,
};

use super::year;

const REGIONS: usize = 4;
const YEARS: usize = 8;
const DRAWS: usize = 3;
/// How far the books may be off, ha.
const CLOSE: f64 = 1e-9;

/// A random system of supply and need.
struct Market {
    columns: Vec<[f64; DRAWS]>,
    supply: SupplySystem,
    demand: RegionalDemand,
    levers: Vec<Lever>,
}

/// Uniforms from a seed (splitmix64).
struct Uniforms(u64);

impl Uniforms {
    fn between(&mut self, low: f64, high: f64) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        word ^= word >> 31;
        #[allow(clippy::cast_precision_loss)] // 53 bits fit
        let unit = (word >> 11) as f64 / (1_u64 << 53) as f64;
        low + unit * (high - low)
    }

    /// True once in `times`.
    fn once_in(&mut self, times: f64) -> bool {
        self.between(0.0, times) < 1.0
    }
}

/// How a market is laid out: which place each region gets, and the factor on all areas.
#[derive(Clone, Copy)]
struct Layout {
    places: [usize; REGIONS],
    area: f64,
}

const AS_DRAWN: Layout = Layout {
    places: [0, 1, 2, 3],
    area: 1.0,
};

fn timeline() -> Timeline {
    Timeline::new(year(2024), year(2031)).unwrap()
}

impl Market {
    fn grow(seed: u64, layout: Layout) -> Self {
        let mut uniforms = Uniforms(seed);
        let mut columns = vec![[0.0; DRAWS]];
        let mut input = |uniforms: &mut Uniforms, low: f64, high: f64| {
            columns.push(std::array::from_fn(|_| uniforms.between(low, high)));
            InputIndex(columns.len() - 1)
        };
        let release_lag = input(&mut uniforms, 0.0, 3.0);
        let decay = input(&mut uniforms, 0.0, 0.05);
        let rules = std::array::from_fn(|_| SegmentRules {
            intensified_share: input(&mut uniforms, 0.0, 0.4),
            mobile_share: input(&mut uniforms, 0.0, 1.0),
            lapsing_share: input(&mut uniforms, 0.0, 0.3),
            reserve_years: input(&mut uniforms, 0.0, 5.0),
        });
        let pairs = [(1, 0), (2, 1), (4, 2), (3, 4), (3, 2)];
        let substitutes = pairs.map(|(need, land)| Substitute {
            need: Segment::ALL[need],
            land: Segment::ALL[land],
            share: input(&mut uniforms, 0.0, 1.0),
        });
        let (mut vacant, mut sites) = (Vec::new(), Vec::new());
        let area = layout.area;
        for cell in cells(layout) {
            vacant.push(VacantLand {
                cell,
                stock: input(&mut uniforms, 0.0, 500.0 * area),
                vacancy: input(&mut uniforms, 0.0, 0.1),
                friction: input(&mut uniforms, 0.0, 0.1),
            });
            sites.push(PlanSite {
                cell,
                gross: input(&mut uniforms, 0.0, 30.0 * area),
                net_to_gross: input(&mut uniforms, 0.5, 1.0),
                comes: input(&mut uniforms, 0.0, 1.0),
                planned: input(&mut uniforms, 2020.0, 2030.0),
                delay: input(&mut uniforms, 0.0, 5.0),
            });
        }
        let supply = SupplySystem {
            vacant,
            sites,
            release_lag,
            rules,
            substitutes: substitutes.to_vec(),
            spill_over: SpillOver::new(distances(&mut uniforms, layout), decay).unwrap(),
        };
        Self {
            columns,
            supply,
            demand: demand(&mut uniforms, layout),
            levers: Vec::new(),
        }
    }

    fn input(&mut self, column: [f64; DRAWS]) -> InputIndex {
        self.columns.push(column);
        InputIndex(self.columns.len() - 1)
    }

    /// A lever on an input, from 2025 on in full.
    fn lever(&mut self, uptake: [f64; DRAWS], input: InputIndex, operation: Operation) {
        let uptake = self.input(uptake);
        let [decision, nothing, one] = [2025.0, 0.0, 1.0].map(|value| self.input([value; DRAWS]));
        self.levers.push(Lever {
            decision,
            lead: nothing,
            ramp: nothing,
            uptake,
            effect: one,
            targets: vec![Target {
                input,
                operation,
                range: 0.0..=f64::INFINITY,
            }],
        });
    }

    fn confront(&self) -> Ledger {
        let mut draws = Draws::zeros(self.columns.len(), 0, timeline(), DRAWS);
        for (index, column) in self.columns.iter().enumerate() {
            draws.column_mut(InputIndex(index)).copy_from_slice(column);
        }
        let mut workspace = Workspace::default();
        apply_levers(&self.levers, &mut draws, &mut workspace);
        let mut ledger = Ledger::zeros(REGIONS, YEARS, DRAWS, &[YEARS - 1]);
        // A second confrontation in the same books finds nothing of the first.
        for _ in 0..2 {
            self.supply.confront(&draws, &self.demand, &mut ledger);
        }
        ledger
    }
}

/// All cells, region by region as drawn, each at the place that the layout gives it.
fn cells(layout: Layout) -> impl Iterator<Item = Cell> {
    Cell::all(REGIONS).map(move |cell| Cell {
        region: RegionIndex(layout.places[cell.region.0]),
        segment: cell.segment,
    })
}

fn distances(uniforms: &mut Uniforms, layout: Layout) -> Vec<f64> {
    let mut distances = vec![0.0; REGIONS * REGIONS];
    for from in 0..REGIONS {
        for to in 0..from {
            let km = uniforms.between(20.0, 300.0);
            let (from, to) = (layout.places[from], layout.places[to]);
            distances[from * REGIONS + to] = km;
            distances[to * REGIONS + from] = km;
        }
    }
    distances
}

/// Need in half of the cells, release in a third.
fn demand(uniforms: &mut Uniforms, layout: Layout) -> RegionalDemand {
    let mut demand = RegionalDemand::zeros(REGIONS, YEARS, DRAWS);
    for cell in cells(layout) {
        let (has_need, has_release) = (uniforms.once_in(2.0), uniforms.once_in(3.0));
        for step in 1..YEARS {
            for draw in 0..DRAWS {
                let (need, release) = (uniforms.between(0.0, 20.0), uniforms.between(0.0, 5.0));
                if has_need {
                    demand.need_mut(cell).at_mut(step)[draw] = need * layout.area;
                }
                if has_release {
                    demand.release_mut(cell).at_mut(step)[draw] = release * layout.area;
                }
            }
        }
    }
    demand
}

const ACCOUNTS: [Account; Account::COUNT] = [
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

/// Every figure in the books of the chunk.
fn figures(ledger: &Ledger) -> impl Iterator<Item = f64> + '_ {
    ACCOUNTS.into_iter().flat_map(move |account| {
        Cell::all(REGIONS)
            .flat_map(move |cell| ledger.account(account, cell).values().iter().copied())
    })
}

/// The sum of accounts over all cells of a segment, or of all segments, in one year and draw.
fn total(ledger: &Ledger, accounts: &[Account], of: Option<Segment>, at: (usize, usize)) -> f64 {
    let cells =
        || Cell::all(REGIONS).filter(|cell| of.is_none_or(|segment| segment == cell.segment));
    accounts
        .iter()
        .flat_map(|&account| cells().map(move |cell| ledger.account(account, cell).at(at.0)[at.1]))
        .sum()
}

fn years_and_draws() -> impl Iterator<Item = (usize, usize)> {
    (0..YEARS).flat_map(|step| (0..DRAWS).map(move |draw| (step, draw)))
}

/// All unmet need, before a part of it lapses.
const UNMET: [Account; 2] = [Account::Backlog, Account::Lapsed];

proptest! {
    #[test]
    fn the_books_close_in_every_cell_year_and_draw(seed in any::<u64>()) {
        let ledger = Market::grow(seed, AS_DRAWN).confront();
        for cell in Cell::all(REGIONS) {
            for (step, draw) in years_and_draws() {
                let at = |account, step: usize| ledger.account(account, cell).at(step)[draw];
                let before = |account| step.checked_sub(1).map_or(0.0, |step| at(account, step));
                let sum = |accounts: &[Account]| -> f64 {
                    accounts.iter().map(|&account| at(account, step)).sum()
                };
                let asked = at(Account::Need, step) + before(Account::Backlog);
                let went = sum(&[
                    Account::Intensified,
                    Account::Own,
                    Account::Substituted,
                    Account::Spilled,
                    Account::Lapsed,
                    Account::Backlog,
                ]);
                prop_assert!((asked - went).abs() <= CLOSE, "{asked} ha asked, {went} ha booked");
                let offered = before(Account::Free) + at(Account::Supply, step);
                let land = sum(&[Account::Taken, Account::Free]);
                prop_assert!((offered - land).abs() <= CLOSE, "{offered} ha there, {land} booked");
                let uses = sum(&[Account::Own, Account::Substituting, Account::Hosting]);
                prop_assert!((uses - at(Account::Taken, step)).abs() <= CLOSE);
            }
        }
    }

    #[test]
    fn what_leaves_one_cell_arrives_in_another(seed in any::<u64>()) {
        let ledger = Market::grow(seed, AS_DRAWN).confront();
        let over_years = |account, draw: usize, is_part: &dyn Fn(Cell) -> bool| -> f64 {
            let cells = Cell::all(REGIONS).filter(|cell| is_part(*cell));
            cells
                .flat_map(|cell| (0..YEARS).map(move |step| (cell, step)))
                .map(|(cell, step)| ledger.account(account, cell).at(step)[draw])
                .sum()
        };
        let regions = || (0..REGIONS).map(RegionIndex);
        for draw in 0..DRAWS {
            for region in regions() {
                let of_region = |cell: Cell| cell.region == region;
                let sent: f64 = regions().map(|to| ledger.hosted(region, to, 0)[draw]).sum();
                let got: f64 = regions().map(|from| ledger.hosted(from, region, 0)[draw]).sum();
                prop_assert!((over_years(Account::Spilled, draw, &of_region) - sent).abs() <= CLOSE);
                prop_assert!((over_years(Account::Hosting, draw, &of_region) - got).abs() <= CLOSE);
                prop_assert_eq!(ledger.hosted(region, region, 0)[draw], 0.0);
            }
            for segment in Segment::ALL {
                let of_segment = |cell: Cell| cell.segment == segment;
                let of_pairs = |pair: &dyn Fn(Segment) -> (Segment, Segment)| -> f64 {
                    let pairs = Segment::ALL.map(pair);
                    pairs.map(|(need, land)| ledger.substituted(need, land, 0)[draw]).iter().sum()
                };
                let (sent, got) = (of_pairs(&|land| (segment, land)), of_pairs(&|need| (need, segment)));
                let booked = over_years(Account::Substituted, draw, &of_segment);
                prop_assert!((booked - sent).abs() <= CLOSE);
                let booked = over_years(Account::Substituting, draw, &of_segment);
                prop_assert!((booked - got).abs() <= CLOSE);
            }
        }
    }

    #[test]
    fn no_figure_in_the_books_is_negative(seed in any::<u64>()) {
        for figure in figures(&Market::grow(seed, AS_DRAWN).confront()) {
            prop_assert!(figure.is_finite() && figure >= 0.0, "{figure}");
        }
    }

    #[test]
    fn no_mobile_need_waits_while_land_of_its_segment_is_free(seed in any::<u64>()) {
        let mut market = Market::grow(seed, AS_DRAWN);
        let all = market.input([1.0; DRAWS]);
        for rules in &mut market.supply.rules {
            rules.mobile_share = all;
        }
        let ledger = market.confront();
        for at in years_and_draws() {
            for segment in Segment::ALL.map(Some) {
                let unmet = total(&ledger, &UNMET, segment, at);
                let free = total(&ledger, &[Account::Free], segment, at);
                prop_assert!(unmet.min(free) <= CLOSE, "{unmet} ha wait, {free} ha are free");
            }
        }
    }

    #[test]
    fn more_supply_never_raises_unmet_need_within_the_year(
        seed in any::<u64>(),
        place in 0..REGIONS * Segment::COUNT,
        step in 0..YEARS,
        area in 0.0..60.0_f64,
    ) {
        let mut market = Market::grow(seed, AS_DRAWN);
        let before = market.confront();
        let year = timeline().year(step).as_f64();
        let [one, gross, planned] = [1.0, area, year].map(|value| market.input([value; DRAWS]));
        market.supply.sites.push(PlanSite {
            cell: Cell::all(REGIONS).nth(place).unwrap(),
            gross,
            net_to_gross: one,
            comes: one,
            planned,
            delay: InputIndex(0),
        });
        let after = market.confront();
        for draw in 0..DRAWS {
            let unmet = |ledger| total(ledger, &UNMET, None, (step, draw));
            prop_assert!(unmet(&after) <= unmet(&before) + CLOSE);
            for earlier in 0..step {
                let at = (earlier, draw);
                prop_assert_eq!(total(&before, &UNMET, None, at), total(&after, &UNMET, None, at));
            }
        }
    }

    #[test]
    fn a_lever_of_zero_strength_changes_no_bit_of_the_books(seed in any::<u64>()) {
        let mut market = Market::grow(seed, AS_DRAWN);
        let before = market.confront();
        // Without uptake in the first draw; in the others every input halves its distance to 1.
        for input in 1..market.columns.len() {
            market.lever([0.0, 0.5, 0.5], InputIndex(input), Operation::Complement);
        }
        let after = market.confront();
        let bits = |ledger: &Ledger, draw: usize| -> Vec<u64> {
            figures(ledger).skip(draw).step_by(DRAWS).map(f64::to_bits).collect()
        };
        prop_assert_eq!(bits(&before, 0), bits(&after, 0));
        prop_assert_ne!(bits(&before, 1), bits(&after, 1));
    }

    #[test]
    fn a_locked_segment_takes_no_other_need(seed in any::<u64>(), place in 0..5_usize) {
        let mut market = Market::grow(seed, AS_DRAWN);
        let Substitute { need, land, share } = market.supply.substitutes[place];
        market.lever([1.0, 1.0, 0.0], share, Operation::Shrink);
        let open = Market::grow(seed, AS_DRAWN).confront();
        let locked = market.confront();
        prop_assert_eq!(&locked.substituted(need, land, 0)[..2], &[0.0, 0.0]);
        prop_assert_eq!(locked.substituted(need, land, 0)[2], open.substituted(need, land, 0)[2]);
    }

    #[test]
    fn the_order_of_regions_changes_no_total(seed in any::<u64>()) {
        let ledger = Market::grow(seed, AS_DRAWN).confront();
        let places = [2, 0, 3, 1];
        let other = Market::grow(seed, Layout { places, ..AS_DRAWN }).confront();
        for at in years_and_draws() {
            for (account, segment) in ACCOUNTS.into_iter().flat_map(|a| Segment::ALL.map(|s| (a, s))) {
                let [one, two] = [&ledger, &other].map(|l| total(l, &[account], Some(segment), at));
                prop_assert!((one - two).abs() <= CLOSE, "{account:?} of {segment}: {one}, {two}");
            }
        }
    }

    #[test]
    fn the_books_scale_with_areas(seed in any::<u64>(), area in 0.1..10.0_f64) {
        let ledger = Market::grow(seed, AS_DRAWN).confront();
        let scaled = Market::grow(seed, Layout { area, ..AS_DRAWN }).confront();
        for (from, to) in figures(&ledger).zip(figures(&scaled)) {
            prop_assert!((to - area * from).abs() <= CLOSE * (1.0 + to.abs()));
        }
    }
}
