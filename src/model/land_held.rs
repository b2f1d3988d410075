//! From the land an activity could use to the land it asks for and gives back.
//!
//! An activity does not buy and sell with every good and bad year. It holds the largest area that
//! it could use in the past holding period H (whole years, rounded):
//! held(t) = max{wanted(u): t − H ≤ u ≤ t}. Need is the growth of what is held, release the
//! reusable share ρ of its fall. An up-and-down within the holding period therefore asks for
//! nothing and gives nothing back, so that noise in a pathway does not become land. Where a lever
//! lengthens H, land that was given back is not remembered again.

use super::draws::{AT_ONCE, Draws, InputIndex};
use super::series::{Series, Workspace};
use super::timeline::whole_years;

/// How an activity holds on to land that it no longer uses.
#[derive(Debug, Clone, Copy)]
pub struct HoldingInputs {
    /// H, years before land that is not used is given back.
    pub period: InputIndex,
    /// ρ, the part of it that can be used again.
    pub reusable_share: InputIndex,
}

/// Adds the yearly need and release of an activity that could use `wanted` hectares.
pub(super) fn add_flows(
    wanted: &Series,
    holding: HoldingInputs,
    draws: &Draws,
    (need, release): (&mut Series, &mut Series),
) {
    for first in (0..draws.count()).step_by(AT_ONCE) {
        let some = first..draws.count().min(first + AT_ONCE);
        let mut held = [HeldInDraw::default(); AT_ONCE];
        let held = &mut held[..some.len()];
        for (held, area) in held.iter_mut().zip(&wanted.at(0)[some.clone()]) {
            held.area = *area;
        }
        for step in 1..draws.years() {
            if step == 1 || draws.is_moved(holding.period) {
                let periods = &draws.at(holding.period, step)[some.clone()];
                for (held, period) in held.iter_mut().zip(periods) {
                    held.window = whole_years(*period);
                }
            }
            let reusable = &draws.at(holding.reusable_share, step)[some.clone()];
            let need = &mut need.at_mut(step)[some.clone()];
            let release = &mut release.at_mut(step)[some.clone()];
            for (place, held) in held.iter_mut().enumerate() {
                let change = held.change(wanted, step, first + place);
                need[place] += change.max(0.0);
                release[place] += reusable[place] * (-change).max(0.0);
            }
        }
    }
}

/// Land that is held in one draw: the largest area of the years that are remembered.
#[derive(Debug, Clone, Copy, Default)]
struct HeldInDraw {
    area: f64,
    /// The year of that area.
    of: usize,
    /// The first year that is remembered.
    first: usize,
    /// How many years are remembered beside the present one.
    window: usize,
}

impl HeldInDraw {
    /// By how much the land that is held changes at a step. The years before are searched only when
    /// that of the largest area is no longer remembered.
    fn change(&mut self, wanted: &Series, step: usize, draw: usize) -> f64 {
        let (before, now) = (self.area, wanted.at(step)[draw]);
        self.first = step.saturating_sub(self.window).max(self.first);
        if now >= before {
            (self.area, self.of) = (now, step);
        } else if self.of < self.first {
            (self.area, self.of) = (now, step);
            for of in (self.first..step).rev() {
                let area = wanted.at(of)[draw];
                if area > self.area {
                    (self.area, self.of) = (area, of);
                }
            }
        }
        self.area - before
    }
}

/// Turns land wanted since the base year into yearly need of an activity that never gives back:
/// the growth of the running maximum, which starts at zero.
pub(super) fn keep_growth(wanted: &mut Series, workspace: &mut Workspace) {
    let mut peak = workspace.column(wanted.draws());
    for step in 0..wanted.years() {
        for (wanted, peak) in wanted.at_mut(step).iter_mut().zip(&mut peak) {
            let growth = (*wanted - *peak).max(0.0);
            *peak += growth;
            *wanted = growth;
        }
    }
    workspace.give_back_column(peak);
}

/// Turns an amount that grows over the years into the land it takes, each year's growth at the
/// rate of that year: what was built before a lever stays as it was built.
///
/// `fill_rate(step, rate)` writes the land per amount, which is the same in every step unless a
/// lever moves it.
pub(super) fn keep_vintages(
    amount: &mut Series,
    is_moved: bool,
    workspace: &mut Workspace,
    fill_rate: impl Fn(usize, &mut [f64]),
) {
    let mut columns: [_; 4] = std::array::from_fn(|_| workspace.column(amount.draws()));
    let [before, carried, rate, rate_before] = &mut columns;
    if !is_moved {
        fill_rate(0, rate);
    }
    for step in 0..amount.years() {
        if is_moved {
            std::mem::swap(rate, rate_before);
            fill_rate(step, rate);
            for draw in 0..before.len() {
                carried[draw] += (rate_before[draw] - rate[draw]) * before[draw];
            }
            before.copy_from_slice(amount.at(step));
        }
        let land = rate.iter().zip(carried.iter());
        for (amount, (rate, carried)) in amount.at_mut(step).iter_mut().zip(land) {
            *amount = rate * *amount + carried;
        }
    }
    for column in columns {
        workspace.give_back_column(column);
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::year;
    use super::super::timeline::Timeline;
    use super::*;

    fn series(values: &[f64]) -> Series {
        let mut series = Series::zeros(values.len(), 1);
        for (step, value) in values.iter().enumerate() {
            series.at_mut(step)[0] = *value;
        }
        series
    }

    /// Need and release with a holding period by step and half of the land reusable.
    fn flows(wanted: &[f64], period: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let years = wanted.len();
        let timeline = Timeline::new(year(2024), year(2024).plus(years - 1)).unwrap();
        let mut draws = Draws::zeros(2, 0, timeline, 1);
        draws.column_mut(InputIndex(1))[0] = 0.5;
        let moved = draws.moved_mut(InputIndex(0), &mut Workspace::default());
        for (step, period) in period.iter().enumerate() {
            moved.at_mut(step)[0] = *period;
        }
        let holding = HoldingInputs {
            period: InputIndex(0),
            reusable_share: InputIndex(1),
        };
        let (mut need, mut release) = (Series::zeros(years, 1), Series::zeros(years, 1));
        add_flows(&series(wanted), holding, &draws, (&mut need, &mut release));
        (need.values().to_vec(), release.values().to_vec())
    }

    #[test]
    fn land_is_held_through_dips_within_the_holding_period() {
        // Wanted 10 8 12 6 6 6 6 with two years of holding: held 10 10 12 12 12 6 6. Need 2 in
        // year 2, release ρ·6 = 3 in year 5; the dip to 8 asks for nothing and gives nothing.
        let (need, release) = flows(&[10.0, 8.0, 12.0, 6.0, 6.0, 6.0, 6.0], &[2.0; 7]);
        assert_eq!(need, [0.0, 0.0, 2.0, 0.0, 0.0, 0.0, 0.0]);
        assert_eq!(release, [0.0, 0.0, 0.0, 0.0, 0.0, 3.0, 0.0]);
    }

    #[test]
    fn without_a_holding_period_every_change_is_a_flow() {
        let (need, release) = flows(&[10.0, 8.0, 12.0], &[0.0; 3]);
        assert_eq!(need, [0.0, 0.0, 4.0]);
        assert_eq!(release, [0.0, 1.0, 0.0]);
    }

    #[test]
    fn a_shorter_holding_period_frees_land_at_once_and_a_longer_one_takes_none_back() {
        // Wanted 10 6 6 6. Held 10, 10, then without holding 6; a period of three years again
        // does not bring the 10 back.
        let (need, release) = flows(&[10.0, 6.0, 6.0, 6.0], &[2.0, 2.0, 0.0, 3.0]);
        assert_eq!(need, [0.0; 4]);
        assert_eq!(release, [0.0, 0.0, 2.0, 0.0]);
    }

    #[test]
    fn what_was_built_keeps_the_land_of_its_year() {
        // 10 at 2 ha each, then 5 more at 1 ha each: 20 and 25 ha.
        let mut amount = series(&[10.0, 15.0]);
        let fill_rate = |step: usize, rate: &mut [f64]| rate.fill([2.0, 1.0][step]);
        keep_vintages(&mut amount, true, &mut Workspace::default(), fill_rate);
        assert_eq!(amount.values(), [20.0, 25.0]);
    }

    #[test]
    fn growth_of_the_maximum_counts_no_recovery_twice() {
        let mut wanted = series(&[0.0, 3.0, -1.0, 2.0, 5.0]);
        keep_growth(&mut wanted, &mut Workspace::default());
        assert_eq!(wanted.values(), [0.0, 3.0, 0.0, 0.0, 2.0]);
    }
}
