//! From the land an activity could use to the land it asks for and gives back.
//!
//! An activity does not buy and sell with every good and bad year. It holds the largest area that
//! it could use in the past holding period H (whole years, rounded):
//! held(t) = max{wanted(u): t − H ≤ u ≤ t}. Need is the growth of what is held, release the
//! reusable share ρ of its fall. An up-and-down within the holding period therefore asks for
//! nothing and gives nothing back, so that noise in a pathway does not become land.

use super::series::Series;

/// How long an activity holds on to land it no longer uses, and what of it can be used again.
#[derive(Debug, Clone, Copy)]
pub(super) struct Holding<'a> {
    /// H per draw, years.
    pub period: &'a [f64],
    /// ρ per draw.
    pub reusable: &'a [f64],
}

/// Adds the yearly need and release of an activity that could use `wanted` hectares.
pub(super) fn add_flows(
    wanted: &Series,
    holding: Holding<'_>,
    years: usize,
    (need, release): (&mut Series, &mut Series),
) {
    for step in 1..years {
        let (now, before) = (wanted.at(step), wanted.at(step - 1));
        let (need, release) = (need.at_mut(step), release.at_mut(step));
        for draw in 0..now.len() {
            let window = whole_years(holding.period[draw]);
            // Growth above everything in the window is the common case and needs no second look.
            let held = maximum(wanted, step, window, draw);
            let held_before = maximum(wanted, step - 1, window, draw);
            debug_assert!(held >= now[draw] && held_before >= before[draw]);
            let change = held - held_before;
            need[draw] += change.max(0.0);
            release[draw] += holding.reusable[draw] * (-change).max(0.0);
        }
    }
}

fn whole_years(period: f64) -> usize {
    // The cast is safe: `resolve` keeps holding periods between 0 and 100 years.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let years = period.max(0.0).round() as usize;
    years
}

fn maximum(wanted: &Series, step: usize, window: usize, draw: usize) -> f64 {
    let first = step.saturating_sub(window);
    (first..=step).fold(f64::NEG_INFINITY, |held, step| {
        held.max(wanted.at(step)[draw])
    })
}

/// Turns land wanted since the base year into yearly need of an activity that never gives back:
/// the growth of the running maximum, which starts at zero.
pub(super) fn keep_growth_of_maximum(wanted: &mut Series, years: usize, peak: &mut [f64]) {
    peak.fill(0.0);
    for step in 0..years {
        for (wanted, peak) in wanted.at_mut(step).iter_mut().zip(peak.iter_mut()) {
            let growth = (*wanted - *peak).max(0.0);
            *peak += growth;
            *wanted = growth;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(values: &[f64]) -> Series {
        let mut series = Series::zeros(values.len(), 1);
        for (step, value) in values.iter().enumerate() {
            series.at_mut(step)[0] = *value;
        }
        series
    }

    #[test]
    fn land_is_held_through_dips_within_the_holding_period() {
        // Wanted 10 8 12 6 6 6 6 with two years of holding: held 10 10 12 12 12 6 6. Need 2 in
        // year 2, release ρ·6 = 3 in year 5; the dip to 8 asks for nothing and gives nothing.
        let wanted = series(&[10.0, 8.0, 12.0, 6.0, 6.0, 6.0, 6.0]);
        let (mut need, mut release) = (Series::zeros(7, 1), Series::zeros(7, 1));
        let holding = Holding {
            period: &[2.0],
            reusable: &[0.5],
        };
        add_flows(&wanted, holding, 7, (&mut need, &mut release));
        assert_eq!(need.values(), [0.0, 0.0, 2.0, 0.0, 0.0, 0.0, 0.0]);
        assert_eq!(release.values(), [0.0, 0.0, 0.0, 0.0, 0.0, 3.0, 0.0]);
    }

    #[test]
    fn without_a_holding_period_every_change_is_a_flow() {
        let wanted = series(&[10.0, 8.0, 12.0]);
        let (mut need, mut release) = (Series::zeros(3, 1), Series::zeros(3, 1));
        let holding = Holding {
            period: &[0.0],
            reusable: &[1.0],
        };
        add_flows(&wanted, holding, 3, (&mut need, &mut release));
        assert_eq!(need.values(), [0.0, 0.0, 4.0]);
        assert_eq!(release.values(), [0.0, 2.0, 0.0]);
    }

    #[test]
    fn growth_of_the_maximum_counts_no_recovery_twice() {
        let mut wanted = series(&[0.0, 3.0, -1.0, 2.0, 5.0]);
        keep_growth_of_maximum(&mut wanted, 5, &mut [0.0]);
        assert_eq!(wanted.values(), [0.0, 3.0, 0.0, 0.0, 2.0]);
    }
}
