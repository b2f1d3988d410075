//! Need that goes to another region when its own has no land left.
//!
//! The mobile part of need left in region i asks for land in other regions j in proportion to
//! exp(−ν·kmᵢⱼ)·freeⱼ. Where more is asked for than is free, each gets the same part of what it
//! asks for, and what is left asks again among the regions that still have land, until nothing
//! moves: one round alone would let more supply raise unmet need.

use super::draws::{Draws, InputIndex};
use crate::numeric;

/// Distances between regions, and how they keep need at home.
#[derive(Debug, Clone)]
pub struct SpillOver {
    distances_km: Vec<f64>,
    regions: usize,
    decay: InputIndex,
}

impl SpillOver {
    /// Spill-over with these distances (km, regions × regions, row by row) and ν per km; `None`
    /// when the distances are not square.
    #[must_use]
    pub fn new(distances_km: Vec<f64>, decay: InputIndex) -> Option<Self> {
        let regions = distances_km.len().isqrt();
        (regions * regions == distances_km.len()).then_some(Self {
            distances_km,
            regions,
            decay,
        })
    }

    /// How many regions there are.
    #[must_use]
    pub fn regions(&self) -> usize {
        self.regions
    }

    /// Writes exp(−ν·km) for every draw and pair of regions (draws × from × to), zero from a region
    /// to itself.
    pub(super) fn fill_nearness(&self, draws: &Draws, step: usize, nearness: &mut [f64]) {
        let pairs = self.distances_km.len().max(1);
        for (decay, of_draw) in draws
            .at(self.decay, step)
            .iter()
            .zip(nearness.chunks_mut(pairs))
        {
            for (pair, nearness) in of_draw.iter_mut().enumerate() {
                let is_home = pair / self.regions == pair % self.regions;
                let far = -decay * self.distances_km[pair];
                *nearness = if is_home { 0.0 } else { numeric::exp(far) };
            }
        }
    }

    /// Whether ν is another one at `step` than at the step before.
    pub(super) fn has_changed(&self, draws: &Draws, step: usize) -> bool {
        step == 0 || draws.is_moved(self.decay)
    }
}

/// Less land than this is not worth moving for: a hundredth of a square millimetre.
pub(super) const NEGLIGIBLE_HA: f64 = 1e-12;

/// Working memory for the regions of one draw and segment.
#[derive(Debug, Clone)]
pub(super) struct Spill {
    /// Need that may move, by region, ha.
    pub mobile: Vec<f64>,
    /// Free land, by region, ha.
    pub free: Vec<f64>,
    /// The regions with free land.
    open: Vec<usize>,
    /// From × open regions; stale in the rows of regions without mobile need.
    asked: Vec<f64>,
    /// By open region.
    asked_of: Vec<f64>,
    granted_part: Vec<f64>,
}

impl Spill {
    pub fn new(regions: usize) -> Self {
        Self {
            mobile: vec![0.0; regions],
            free: vec![0.0; regions],
            open: Vec::with_capacity(regions),
            asked: vec![0.0; regions * regions],
            asked_of: vec![0.0; regions],
            granted_part: vec![0.0; regions],
        }
    }

    /// Moves need until nothing moves, and adds each move to `hosted` (from × to, ha).
    ///
    /// Every round but the last leaves a region without free land, so there are at most as many
    /// rounds as regions, and one.
    pub fn settle(&mut self, nearness: &[f64], hosted: &mut [f64]) {
        loop {
            self.ask(nearness);
            let is_short = self.divide_land();
            self.grant(hosted);
            if !is_short {
                break;
            }
        }
    }

    /// Spreads mobile need over regions with free land.
    fn ask(&mut self, nearness: &[f64]) {
        let regions = self.free.len();
        self.open.clear();
        let is_open = |region: &usize| self.free[*region] > 0.0;
        self.open.extend((0..regions).filter(is_open));
        self.asked_of.fill(0.0);
        let rows = self.asked.chunks_exact_mut(regions);
        let rows = rows.zip(nearness.chunks_exact(regions));
        for (mobile, (asked, nearness)) in self.mobile.iter().zip(rows) {
            if *mobile <= NEGLIGIBLE_HA {
                continue;
            }
            let mut weight = 0.0;
            for (asked, &region) in asked.iter_mut().zip(&self.open) {
                *asked = nearness[region] * self.free[region];
                weight += *asked;
            }
            // Land too far away for floats to tell how far is as good as none.
            let scale = mobile / weight;
            let scale = if scale.is_finite() { scale } else { 0.0 };
            let sums = self.asked_of.iter_mut().take(self.open.len());
            for (asked, sum) in asked.iter_mut().zip(sums) {
                *asked *= scale;
                *sum += *asked;
            }
        }
    }

    /// Takes what is asked off the free land and notes which part can be granted; true when some
    /// region has less than it is asked for.
    fn divide_land(&mut self) -> bool {
        let mut is_short = false;
        let asked_of = self.asked_of.iter().zip(&mut self.granted_part);
        for (&region, (asked_of, granted_part)) in self.open.iter().zip(asked_of) {
            let free = &mut self.free[region];
            let is_full = *asked_of > *free;
            *granted_part = if is_full { *free / asked_of } else { 1.0 };
            *free = if is_full { 0.0 } else { *free - asked_of };
            is_short |= is_full;
        }
        is_short
    }

    /// Grants each region its part of what it asked for.
    fn grant(&mut self, hosted: &mut [f64]) {
        let regions = self.free.len();
        let rows = self.asked.chunks_exact(regions);
        let rows = rows.zip(hosted.chunks_exact_mut(regions));
        for (mobile, (asked, hosted)) in self.mobile.iter_mut().zip(rows) {
            if *mobile <= NEGLIGIBLE_HA {
                continue;
            }
            let mut sum = 0.0;
            let asked = asked.iter().zip(&self.granted_part);
            for (&region, (asked, part)) in self.open.iter().zip(asked) {
                let granted = asked * part;
                hosted[region] += granted;
                sum += granted;
            }
            *mobile = (*mobile - sum).max(0.0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{assert_figures, year};
    use super::super::timeline::Timeline;
    use super::*;

    /// Settles and gives mobile need left, free land left and moves (from × to).
    fn settled(mobile: &[f64], free: &[f64], nearness: &[f64]) -> [Vec<f64>; 3] {
        let mut spill = Spill::new(mobile.len());
        spill.mobile.copy_from_slice(mobile);
        spill.free.copy_from_slice(free);
        let mut hosted = vec![0.0; nearness.len()];
        spill.settle(nearness, &mut hosted);
        [spill.mobile, spill.free, hosted]
    }

    #[test]
    fn need_goes_where_free_land_is_near() {
        // The third region is half as near to the first as the second. Weights 1 · 20 and
        // 0.5 · 20: 6 of 9 ha to the second, 3 to the third region.
        let nearness = [0.0, 1.0, 0.5, 1.0, 0.0, 1.0, 0.5, 1.0, 0.0];
        let [mobile, free, hosted] = settled(&[9.0, 0.0, 0.0], &[0.0, 20.0, 20.0], &nearness);
        assert_figures(&mobile, &[0.0; 3]);
        assert_figures(&free, &[0.0, 14.0, 17.0]);
        assert_figures(&hosted, &[0.0, 6.0, 3.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    }

    #[test]
    fn those_who_ask_for_more_than_there_is_get_the_same_part() {
        // The first region asks 54 ha with weights 12.5 · 4 and 1 · 50: 27 ha of each. The second
        // asks 40 ha of the third, which has 50 ha for 27 + 40: each gets 50/67. The second has 4.
        let nearness = [0.0, 12.5, 1.0, 1.0, 0.0, 1.0, 1.0, 1.0, 0.0];
        let [mobile, free, hosted] = settled(&[54.0, 40.0, 0.0], &[0.0, 4.0, 50.0], &nearness);
        let part = 50.0 / 67.0;
        assert_figures(&free, &[0.0; 3]);
        assert_figures(
            &mobile,
            &[54.0 - 4.0 - 27.0 * part, 40.0 - 40.0 * part, 0.0],
        );
        assert_figures(&hosted[..3], &[0.0, 4.0, 27.0 * part]);
        assert_figures(&hosted[3..6], &[0.0, 0.0, 40.0 * part]);
    }

    #[test]
    fn a_second_round_uses_land_that_the_first_left() {
        // Weights 40 · 2 and 1 · 20: 8 ha is asked of the second region, which has 2, and 2 ha of
        // the third. The 6 ha left go to the third in a second round.
        let nearness = [0.0, 40.0, 1.0, 1.0, 0.0, 1.0, 1.0, 1.0, 0.0];
        let [mobile, free, hosted] = settled(&[10.0, 0.0, 0.0], &[0.0, 2.0, 20.0], &nearness);
        assert_figures(&mobile, &[0.0; 3]);
        assert_figures(&free, &[0.0, 0.0, 12.0]);
        assert_figures(&hosted[..3], &[0.0, 2.0, 8.0]);
    }

    #[test]
    fn need_without_land_in_reach_stays() {
        let [mobile, free, _] = settled(&[5.0, 0.0], &[7.0, 0.0], &[0.0, 1.0, 1.0, 0.0]);
        assert_figures(&mobile, &[5.0, 0.0]);
        assert_figures(&free, &[7.0, 0.0]);
    }

    #[test]
    fn land_that_is_as_good_as_out_of_reach_is_left_alone() {
        // e^-720 = 2e-313, over which 5 ha is more than a float can hold.
        let nearness = [0.0, 2e-313, 2e-313, 0.0];
        let [mobile, free, hosted] = settled(&[5.0, 0.0], &[0.0, 20.0], &nearness);
        assert_eq!(mobile, [5.0, 0.0]);
        assert_eq!(free, [0.0, 20.0]);
        assert_eq!(hosted, [0.0; 4]);
    }

    #[test]
    fn nearness_falls_with_distance_and_is_nothing_at_home() {
        let timeline = Timeline::new(year(2024), year(2025)).unwrap();
        let mut draws = Draws::zeros(1, 0, timeline, 2);
        draws
            .column_mut(InputIndex(0))
            .copy_from_slice(&[0.01, 0.0]);
        let spill_over = SpillOver::new(vec![0.0, 100.0, 100.0, 0.0], InputIndex(0)).unwrap();
        let mut nearness = vec![9.0; 8];
        spill_over.fill_nearness(&draws, 0, &mut nearness);
        let far = (-1.0_f64).exp();
        assert_figures(&nearness, &[0.0, far, far, 0.0, 0.0, 1.0, 1.0, 0.0]);
        assert!(SpillOver::new(vec![0.0; 3], InputIndex(0)).is_none());
    }
}
