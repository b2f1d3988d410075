//! Which dimension of a sequence a stream gets.

use std::collections::HashMap;

use super::StreamKey;

/// The streams of a run, for designs that place them together.
///
/// A Sobol' sequence needs it: its dimensions differ in quality, and no two streams may share one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Streams {
    leading: Vec<StreamKey>,
    others: Vec<StreamKey>,
}

/// Leading streams get dimensions in multiples of this, so that one more seldom moves the others.
const ROOM: usize = 8;

impl Streams {
    /// `leading` streams matter to many outcomes (the factors of correlation groups) and get the first
    /// and best dimensions; the order within either list has no meaning.
    #[must_use]
    pub fn new(leading: Vec<StreamKey>, others: Vec<StreamKey>) -> Self {
        Self { leading, others }
    }

    /// A dimension for every stream, counted from 0.
    ///
    /// Each dimension in turn goes to the stream, of those that have none yet, with the greatest hash of
    /// (stream, dimension). So there are no gaps and no doubles, the order of the streams has no
    /// influence, and one more stream among n moves only about ln n of the others: it wins a dimension,
    /// the stream it replaces wins a later one, and so on, ever more rarely.
    pub(super) fn dimensions(&self) -> HashMap<StreamKey, usize> {
        let mut dimensions = HashMap::new();
        assign(&self.leading, 0, &mut dimensions);
        let start = dimensions.len().next_multiple_of(ROOM);
        assign(&self.others, start, &mut dimensions);
        dimensions
    }
}

fn assign(streams: &[StreamKey], start: usize, dimensions: &mut HashMap<StreamKey, usize>) {
    let mut waiting: Vec<StreamKey> = streams
        .iter()
        .copied()
        .filter(|stream| !dimensions.contains_key(stream))
        .collect();
    waiting.sort_unstable();
    waiting.dedup();
    for dimension in start.. {
        let salt = dimension as u64;
        let next = (0..waiting.len()).max_by_key(|&i| (waiting[i].hash_with(salt), waiting[i]));
        let Some(winner) = next else {
            break;
        };
        dimensions.insert(waiting.swap_remove(winner), dimension);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(prefix: &str, number: usize) -> Vec<StreamKey> {
        (0..number)
            .map(|i| StreamKey::new(1, &format!("{prefix} {i}")))
            .collect()
    }

    #[test]
    fn dimensions_have_no_gaps_and_no_doubles() {
        let streams = Streams::new(keys("factor", 6), keys("input", 100));
        let dimensions = streams.dimensions();
        let mut leading: Vec<_> = streams.leading.iter().map(|key| dimensions[key]).collect();
        let mut others: Vec<_> = streams.others.iter().map(|key| dimensions[key]).collect();
        leading.sort_unstable();
        others.sort_unstable();
        assert!(leading.into_iter().eq(0..6));
        assert!(others.into_iter().eq(8..108));
    }

    #[test]
    fn order_and_repetition_have_no_influence() {
        let inputs = keys("input", 50);
        let mut shuffled = inputs.clone();
        shuffled.reverse();
        shuffled.push(inputs[3]);
        assert_eq!(
            Streams::new(Vec::new(), inputs).dimensions(),
            Streams::new(Vec::new(), shuffled).dimensions()
        );
    }

    /// ln 200 ≈ 5.3 on average, and every one to a later dimension.
    #[test]
    fn an_added_stream_moves_few_others() {
        let before = Streams::new(Vec::new(), keys("input", 200)).dimensions();
        let mut moved = 0;
        for added in keys("added", 40) {
            let mut streams = keys("input", 200);
            streams.push(added);
            let after = Streams::new(Vec::new(), streams).dimensions();
            for (stream, dimension) in &before {
                assert!(after[stream] >= *dimension);
                moved += usize::from(after[stream] != *dimension);
            }
        }
        assert!((3 * 40..8 * 40).contains(&moved), "{moved}");
    }

    #[test]
    fn a_group_more_leaves_the_inputs_alone() {
        let inputs = keys("input", 20);
        let six = Streams::new(keys("factor", 6), inputs.clone()).dimensions();
        let seven = Streams::new(keys("factor", 7), inputs.clone()).dimensions();
        assert!(inputs.iter().all(|input| six[input] == seven[input]));
    }

    #[test]
    fn a_stream_in_both_lists_has_one_dimension() {
        let keys = keys("input", 3);
        let dimensions = Streams::new(keys.clone(), keys).dimensions();
        assert_eq!(dimensions.len(), 3);
        assert!(dimensions.values().all(|&dimension| dimension < 3));
    }
}
