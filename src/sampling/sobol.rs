//! Scrambled Sobol' sequences, addressable by draw.

use std::collections::HashMap;

use super::direction_numbers::Dimension;
use super::owen::OwenScramble;
use super::stream::to_open_unit;
use super::{Design, LatinHypercube, Replicates, StreamKey, Streams};

/// A Sobol' sequence in every replicate, scrambled anew for each stream and replicate.
///
/// In a replicate of 2^k draws every stream has one point in each of 2^k equal intervals, as with a
/// Latin hypercube, and besides small groups of streams together fill boxes evenly. Means of smooth
/// outcomes of few effective dimensions converge almost as n^(−3/2) within a replicate. The sequence
/// starts at its point zero, without which the first 2^k points would be no net (Owen 2022, "On
/// dropping the first Sobol' point").
///
/// The value of a draw depends on the stream, the draw's index, the number of draws, and the dimension
/// that the [`Streams`] of the run leave to the stream. **An added stream therefore changes a few
/// others** (about ln n of n), which Monte Carlo and a Latin hypercube never do. A fixed dimension for
/// each name is not an alternative: among the thousands needed for names not to collide most pairs
/// fill the plane no better than independent draws, and some far worse.
///
/// Streams that were not announced, and those beyond the 1,024 dimensions of the table, are filled as
/// by a Latin hypercube in the same replicates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sobol {
    replicates: Replicates,
    dimensions: HashMap<StreamKey, Dimension>,
    unannounced: LatinHypercube,
}

impl Sobol {
    /// In replicates of at most 2³² draws each; best with powers of two.
    #[must_use]
    pub fn with_replicates(replicates: Replicates, streams: &Streams) -> Self {
        let assigned = streams.dimensions();
        let needed = assigned.values().max().map_or(0, |last| last + 1);
        let table = Dimension::first(needed);
        let known = |(key, place): (StreamKey, usize)| Some((key, *table.get(place)?));
        Self {
            replicates,
            dimensions: assigned.into_iter().filter_map(known).collect(),
            unannounced: LatinHypercube::with_replicates(replicates),
        }
    }
}

impl Design for Sobol {
    /// Draws beyond the design's number are independent uniforms.
    fn fill(&self, key: StreamKey, first_draw: u64, out: &mut [f64]) {
        let Some(dimension) = self.dimensions.get(&key) else {
            self.unannounced.fill(key, first_draw, out);
            return;
        };
        let inside = self.replicates.draws().saturating_sub(first_draw);
        let inside = usize::try_from(inside).unwrap_or(usize::MAX).min(out.len());
        let (inside, beyond) = out.split_at_mut(inside);
        self.replicates
            .for_each_part(first_draw, inside, |replicate, place, part| {
                let scramble = OwenScramble::new(key, replicate);
                fill_part(dimension, &scramble, place, part);
            });
        key.fill_uniforms(first_draw + inside.len() as u64, beyond);
    }

    fn replicates(&self) -> Replicates {
        self.replicates
    }
}

#[allow(clippy::cast_possible_truncation)] // a replicate has at most 2³² draws, else it starts over
fn fill_part(dimension: &Dimension, scramble: &OwenScramble, first_place: u64, part: &mut [f64]) {
    let mut place = first_place as u32;
    let mut point = dimension.at(place);
    for u in part {
        *u = to_open_unit(scramble.of(point));
        point = dimension.next(point, place);
        place = place.wrapping_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn streams(number: usize) -> Streams {
        Streams::new(Vec::new(), (0..number).map(stream).collect())
    }

    fn stream(i: usize) -> StreamKey {
        StreamKey::new(11, &format!("input {i}"))
    }

    fn sobol(draws: u64, streams: &Streams) -> Sobol {
        Sobol::with_replicates(Replicates::of_powers(draws), streams)
    }

    fn column(design: &dyn Design, key: StreamKey) -> Vec<f64> {
        let draws = usize::try_from(design.replicates().draws()).unwrap();
        let mut out = vec![0.0; draws];
        design.fill(key, 0, &mut out);
        out
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn interval(u: f64, intervals: u32) -> usize {
        (u * f64::from(intervals)) as usize
    }

    #[test]
    fn every_interval_of_every_replicate_holds_one_point() {
        let design = sobol(2_048, &streams(60));
        for i in 0..60 {
            for part in column(&design, stream(i)).chunks(128) {
                let mut filled = [0; 128];
                for &u in part {
                    filled[interval(u, 128)] += 1;
                }
                assert_eq!(filled, [1; 128], "stream {i}");
            }
        }
    }

    /// The first two dimensions are a (0, m, 2)-net: each of the 64 boxes of any shape has one point.
    #[test]
    fn two_streams_fill_every_shape_of_box() {
        let design = sobol(16 * 64, &streams(2));
        let (a, b) = (column(&design, stream(0)), column(&design, stream(1)));
        for wide in 0..=6 {
            let (columns, rows) = (1_u32 << wide, 1_u32 << (6 - wide));
            for (a, b) in a.chunks(64).zip(b.chunks(64)) {
                let mut filled = vec![0; 64];
                for (&u, &v) in a.iter().zip(b) {
                    filled[interval(u, columns) * rows as usize + interval(v, rows)] += 1;
                }
                assert_eq!(filled, [1; 64], "{columns} by {rows}");
            }
        }
    }

    #[test]
    fn replicates_are_scrambled_independently() {
        let design = sobol(16 * 256, &streams(3));
        let values = column(&design, stream(1));
        let (first, second) = (&values[..256], &values[256..512]);
        let same = first
            .iter()
            .zip(second)
            .filter(|(u, v)| interval(**u, 256) == interval(**v, 256));
        assert!(same.count() < 16);
    }

    #[test]
    fn no_two_uniforms_tie_and_all_lie_inside() {
        let design = sobol(1 << 16, &streams(3));
        let mut values = column(&design, stream(2));
        values.sort_unstable_by(f64::total_cmp);
        assert!(values[0] > 0.0 && values[values.len() - 1] < 1.0);
        assert!(values.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn streams_without_a_dimension_are_stratified_alone() {
        let design = sobol(1_000, &streams(3));
        let latin = LatinHypercube::with_replicates(design.replicates());
        let unknown = StreamKey::new(11, "not announced");
        assert_eq!(column(&design, unknown), column(&latin, unknown));
        let many = sobol(160, &streams(1_030));
        let latin = LatinHypercube::with_replicates(many.replicates());
        let alone = (0..1_030)
            .filter(|&i| column(&many, stream(i)) == column(&latin, stream(i)))
            .count();
        assert_eq!(alone, 1_030 - 1_024);
    }

    /// Recorded once: a change here changes the outcome of every run.
    #[test]
    fn the_sequence_is_stable() {
        let design = sobol(10_000, &streams(20));
        let recorded = [0, 1, 777, 9_999].map(|draw| {
            let mut out = [0.0];
            design.fill(stream(7), draw, &mut out);
            out[0].to_bits()
        });
        assert_eq!(recorded, RECORDED);
    }
    const RECORDED: [u64; 4] = [
        4_589_221_450_168_217_132,
        4_606_420_581_039_755_540,
        4_603_762_824_528_201_402,
        4_605_762_515_643_635_492,
    ];
}
