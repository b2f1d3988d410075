//! A few order statistics of a large sample, in three passes over it.
//!
//! Values fall into equal buckets between the least and the greatest of them. Counts say in which
//! buckets the wanted ranks lie, and only what those hold is sorted.

use super::order::to_value;
use crate::numeric::count;

/// Buckets between the least and the greatest value.
const BUCKETS: usize = 1 << 10;

/// Samples smaller than this are not worth the counting.
const LEAST_NUMBER: usize = 2 * BUCKETS;

/// From here on up to twice as much, numbers have whole distances of one.
const WHOLE: f64 = 4_503_599_627_370_496.0;

/// The buckets of one sample, in memory that serves for one sample after another.
#[derive(Debug, Clone, Default)]
pub(super) struct Buckets {
    /// The bucket of each value.
    places: Vec<u16>,
    /// What the wanted buckets hold, in rising order.
    held: Vec<i64>,
    wanted: Vec<Wanted>,
}

/// A bucket that holds a wanted rank.
#[derive(Debug, Clone, Copy)]
struct Wanted {
    /// The rank of its least value.
    first_rank: usize,
    /// How many values are in it.
    number: usize,
    /// Where its values begin in what is held.
    start: usize,
}

/// How values fall into buckets: never into a lower one than a smaller value.
#[derive(Debug, Clone, Copy)]
struct Scale {
    least: f64,
    per_unit: f64,
}

impl Scale {
    /// The scale of a sample; `None` when it has infinite values or only one.
    fn of(keys: &[i64]) -> Option<Self> {
        let ends = (i64::MAX, i64::MIN);
        let (least, most) = keys
            .iter()
            .fold(ends, |(least, most), &key| (least.min(key), most.max(key)));
        let (least, most) = (to_value(least), to_value(most));
        let per_unit = count(BUCKETS - 1) / (most - least);
        let is_usable = least.is_finite() && most.is_finite() && per_unit.is_finite();
        is_usable.then_some(Self { least, per_unit })
    }

    /// The bucket of the value of a key, rounded to whole numbers in the last digits of a float.
    fn bucket(self, key: i64) -> u16 {
        let place = (to_value(key) - self.least) * self.per_unit;
        let digits = (place + WHOLE).to_bits();
        #[allow(clippy::cast_possible_truncation)] // below the number of buckets
        let bucket = (digits & (BUCKETS as u64 - 1)) as u16;
        bucket
    }
}

impl Buckets {
    /// Forgets the sample.
    pub fn clear(&mut self) {
        self.wanted.clear();
    }

    /// Finds the keys at rising ranks, unless the sample is small or has no usable scale.
    pub fn seek(&mut self, keys: &[i64], ranks: &[usize]) {
        self.clear();
        if keys.len() < LEAST_NUMBER {
            return;
        }
        let Some(scale) = Scale::of(keys) else { return };
        self.places.clear();
        self.places
            .extend(keys.iter().map(|&key| scale.bucket(key)));
        let mut counts = [0_usize; BUCKETS];
        for &place in &self.places {
            counts[usize::from(place)] += 1;
        }
        let (is_wanted, number) = self.choose(&counts, ranks);
        self.hold(keys, &is_wanted, number);
    }

    /// Notes the buckets in which ranks lie; says which they are and how many values they have.
    fn choose(&mut self, counts: &[usize; BUCKETS], ranks: &[usize]) -> ([bool; BUCKETS], usize) {
        let mut is_wanted = [false; BUCKETS];
        let (mut first_rank, mut start) = (0, 0);
        let mut ranks = ranks.iter().copied().peekable();
        for (is_wanted, &number) in is_wanted.iter_mut().zip(counts) {
            let end = first_rank + number;
            while ranks.next_if(|rank| *rank < end).is_some() {
                *is_wanted = true;
            }
            if *is_wanted {
                self.wanted.push(Wanted {
                    first_rank,
                    number,
                    start,
                });
                start += number;
            }
            first_rank = end;
        }
        (is_wanted, start)
    }

    /// Takes the keys in the wanted buckets and sorts them.
    fn hold(&mut self, keys: &[i64], is_wanted: &[bool; BUCKETS], number: usize) {
        // Each key is written, and overwritten by the next one unless it is wanted.
        self.held.clear();
        self.held.resize(number + 1, 0);
        let mut next = 0;
        for (&key, &place) in keys.iter().zip(&self.places) {
            self.held[next] = key;
            next += usize::from(is_wanted[usize::from(place)]);
        }
        self.held.truncate(number);
        self.held.sort_unstable();
    }

    /// The key at a rank, if its bucket was sought.
    pub fn at(&self, rank: usize) -> Option<i64> {
        let next = self.wanted.partition_point(|of| of.first_rank <= rank);
        let wanted = self.wanted[..next].last()?;
        let place = rank - wanted.first_rank;
        (place < wanted.number).then(|| self.held[wanted.start + place])
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::order::to_key;
    use super::*;

    fn any_value() -> impl Strategy<Value = f64> {
        prop_oneof![
            -1e9_f64..1e9,
            0.0_f64..1e-3,
            Just(0.0),
            Just(-0.0),
            Just(7.0)
        ]
    }

    proptest! {
        #[test]
        fn keys_at_sought_ranks_are_those_after_sorting(
            values in prop::collection::vec(any_value(), LEAST_NUMBER..LEAST_NUMBER + 50),
            mut ranks in prop::collection::vec(0..LEAST_NUMBER, 1..12),
        ) {
            let mut keys: Vec<_> = values.iter().copied().map(to_key).collect();
            ranks.sort_unstable();
            let mut buckets = Buckets::default();
            buckets.seek(&keys, &ranks);
            keys.sort_unstable();
            for rank in ranks {
                prop_assert_eq!(buckets.at(rank), Some(keys[rank]));
            }
        }
    }

    #[test]
    fn samples_without_a_scale_are_left_to_others() {
        let mut keys = vec![to_key(1.0); LEAST_NUMBER];
        let mut buckets = Buckets::default();
        for odd in [1.0, f64::INFINITY, f64::NAN] {
            keys[3] = to_key(odd);
            buckets.seek(&keys, &[5]);
            assert_eq!(buckets.at(5), None, "{odd}");
        }
        keys[3] = to_key(2.0);
        buckets.seek(&keys, &[5]);
        assert_eq!(buckets.at(5), Some(to_key(1.0)));
        assert_eq!(buckets.at(LEAST_NUMBER - 1), None);
        buckets.seek(&keys[..10], &[5]);
        assert_eq!(buckets.at(5), None);
    }
}
