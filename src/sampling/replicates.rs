//! The division of a run into replicates.

use std::ops::Range;

/// Draws 0 to `draws` − 1 divided into consecutive replicates, whose sizes differ by at most one.
///
/// Replicates are independent of one another whatever the design, so the spread of a statistic between
/// them gives its standard error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Replicates {
    draws: u64,
    number: u64,
}

/// The usual number of replicates: enough for a standard error with an error of its own of 16 %.
const USUAL: u64 = 20;
/// Fewer draws than this say little about a replicate.
const LEAST_DRAWS: u64 = 10;

impl Replicates {
    /// 20 replicates, or fewer when that would leave one with fewer than 10 draws.
    #[must_use]
    pub fn usual(draws: u64) -> Self {
        Self::new(draws, USUAL.min(draws / LEAST_DRAWS))
    }

    /// `number` replicates; at least one and at most one for every draw.
    #[must_use]
    pub fn new(draws: u64, number: u64) -> Self {
        Self {
            draws,
            number: number.clamp(1, draws.max(1)),
        }
    }

    /// The number of draws.
    #[must_use]
    pub fn draws(&self) -> u64 {
        self.draws
    }

    /// The number of replicates.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.number
    }

    /// The draws of one replicate; empty beyond the last replicate.
    #[must_use]
    pub fn range(&self, replicate: u64) -> Range<u64> {
        self.start(replicate)..self.start(replicate.saturating_add(1))
    }

    /// The replicates' draws, in order.
    pub fn ranges(&self) -> impl Iterator<Item = Range<u64>> + use<> {
        let division = *self;
        (0..division.number).map(move |replicate| division.range(replicate))
    }

    /// The replicate of a draw; a draw beyond the last counts to the last replicate.
    #[must_use]
    pub fn of(&self, draw: u64) -> u64 {
        let (size, larger) = self.sizes();
        let in_larger = larger * (size + 1);
        if draw < in_larger {
            draw / (size + 1)
        } else {
            (larger + (draw - in_larger) / size.max(1)).min(self.number - 1)
        }
    }

    /// The size of most replicates, and how many have one draw more (the first ones).
    fn sizes(&self) -> (u64, u64) {
        (self.draws / self.number, self.draws % self.number)
    }

    fn start(&self, replicate: u64) -> u64 {
        let (size, larger) = self.sizes();
        let replicate = replicate.min(self.number);
        replicate * size + replicate.min(larger)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn replicates_cover_every_draw_once_in_even_sizes(draws in 0_u64..5_000, number in 0_u64..60) {
            let division = Replicates::new(draws, number);
            let mut next = 0;
            let mut sizes = Vec::new();
            for (replicate, range) in (0..).zip(division.ranges()) {
                prop_assert_eq!(range.start, next);
                for draw in range.clone() {
                    prop_assert_eq!(division.of(draw), replicate);
                }
                sizes.push(range.end - range.start);
                next = range.end;
            }
            prop_assert_eq!(next, draws);
            prop_assert!(sizes.iter().max().unwrap() - sizes.iter().min().unwrap() <= 1);
        }
    }

    #[test]
    fn few_draws_make_fewer_replicates() {
        let numbers: Vec<u64> = [0, 5, 19, 20, 100, 200, 10_000]
            .map(|draws| Replicates::usual(draws).number())
            .to_vec();
        assert_eq!(numbers, [1, 1, 1, 2, 10, 20, 20]);
    }

    #[test]
    fn a_draw_beyond_the_last_does_not_overflow() {
        assert_eq!(Replicates::new(10, 3).of(u64::MAX), 2);
        assert_eq!(Replicates::new(0, 3).of(4), 0);
        assert!(Replicates::new(10, 3).range(u64::MAX).is_empty());
    }
}
