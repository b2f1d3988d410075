//! The division of a run into replicates.

use std::ops::Range;

/// Draws 0 to `draws` − 1 divided into consecutive replicates: as even as can be, or all of one size
/// but the last, which may be shorter.
///
/// Replicates are independent of one another whatever the design, so the spread of a statistic between
/// them gives its standard error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Replicates {
    draws: u64,
    number: u64,
    /// The draws of most replicates.
    size: u64,
    /// How many replicates, the first ones, have one draw more.
    larger: u64,
}

/// The usual number of replicates: enough for a standard error with an error of its own of 16 %.
const USUAL: u64 = 20;
/// Fewer draws than this say little about a replicate.
const LEAST_DRAWS: u64 = 10;
/// The least number of replicates with a power of two as their size.
const LEAST_OF_POWERS: u64 = 16;
/// The smallest power of two that is a replicate.
const LEAST_POWER: u64 = 16;

impl Replicates {
    /// 20 replicates, or fewer when that would leave one with fewer than 10 draws.
    #[must_use]
    pub fn usual(draws: u64) -> Self {
        Self::new(draws, USUAL.min(draws / LEAST_DRAWS))
    }

    /// Replicates of 2^k draws, with k as large as leaves at least 16 of them, and 2^k at least 16.
    ///
    /// The first 2^k points of a digital sequence are its best. With a power of two as the number of
    /// draws there are 16 replicates, else up to 32, of which the last may be shorter.
    #[must_use]
    pub fn of_powers(draws: u64) -> Self {
        let most = (draws / LEAST_OF_POWERS).max(LEAST_POWER);
        Self::of_size(draws, 1 << most.ilog2())
    }

    /// Replicates of `size` draws, at least 1; the last may have fewer.
    #[must_use]
    pub fn of_size(draws: u64, size: u64) -> Self {
        let size = size.max(1);
        Self {
            draws,
            number: draws.div_ceil(size).max(1),
            size,
            larger: 0,
        }
    }

    /// `number` replicates; at least one and at most one for every draw.
    #[must_use]
    pub fn new(draws: u64, number: u64) -> Self {
        let number = number.clamp(1, draws.max(1));
        Self {
            draws,
            number,
            size: draws / number,
            larger: draws % number,
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
        let in_larger = self.larger * (self.size + 1);
        if draw < in_larger {
            draw / (self.size + 1)
        } else {
            (self.larger + (draw - in_larger) / self.size.max(1)).min(self.number - 1)
        }
    }

    /// Cuts a column of the draws from `first_draw` on where replicates begin, and hands `each` the
    /// replicate, the place in it of the first draw, and the values; draws beyond the last are left out.
    pub(super) fn for_each_part(
        &self,
        first_draw: u64,
        column: &mut [f64],
        mut each: impl FnMut(u64, u64, &mut [f64]),
    ) {
        let (mut draw, mut rest) = (first_draw, column);
        while !rest.is_empty() && draw < self.draws {
            let replicate = self.of(draw);
            let range = self.range(replicate);
            let here = usize::try_from(range.end - draw)
                .unwrap_or(usize::MAX)
                .min(rest.len());
            let (part, after) = rest.split_at_mut(here);
            each(replicate, draw - range.start, part);
            draw += part.len() as u64;
            rest = after;
        }
    }

    fn start(&self, replicate: u64) -> u64 {
        let replicate = replicate.min(self.number);
        (replicate * self.size + replicate.min(self.larger)).min(self.draws)
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
    fn powers_of_two_leave_sixteen_to_thirty_two_replicates() {
        for (draws, number, size, last) in [
            (16_384, 16, 1_024, 1_024),
            (10_000, 20, 512, 272),
            (8_191, 32, 256, 255),
            (100, 7, 16, 4),
            (5, 1, 5, 5),
        ] {
            let division = Replicates::of_powers(draws);
            let length = |range: Range<u64>| range.end - range.start;
            assert_eq!(division.number(), number, "{draws}");
            assert_eq!(length(division.range(0)), size, "{draws}");
            assert_eq!(length(division.range(number - 1)), last, "{draws}");
            assert_eq!(division.of(draws - 1), number - 1, "{draws}");
            assert_eq!(division.ranges().map(length).sum::<u64>(), draws);
        }
        assert_eq!(Replicates::of_powers(0).range(0), 0..0);
    }

    #[test]
    fn a_column_is_cut_where_replicates_begin() {
        let mut column = [0.0; 9];
        let mut parts = Vec::new();
        Replicates::of_size(10, 4).for_each_part(3, &mut column, |replicate, place, part| {
            parts.push((replicate, place, part.len()));
        });
        assert_eq!(parts, [(0, 3, 1), (1, 0, 4), (2, 0, 2)]);
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
