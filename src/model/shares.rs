//! Splitting an amount over places: shares that may be uncertain themselves.

use std::ops::Range;

use super::draws::{AT_ONCE, Draws, InputIndex};
use super::series::Series;

/// Shares over keys (segments, regions, production groups) that are scaled in every draw so that
/// they sum to one: shareᵢ = wᵢ / Σⱼ wⱼ.
#[derive(Debug, Clone)]
pub enum Shares<K> {
    /// Everything goes to one key.
    Whole(K),
    /// Each key gets its weight over the sum of weights.
    Weighted(Vec<(K, InputIndex)>),
}

impl<K: Copy> Shares<K> {
    /// The keys that can get a part, in order.
    pub fn keys(&self) -> impl Iterator<Item = K> {
        let (whole, weights) = match self {
            Shares::Whole(key) => (Some(*key), &[] as &[_]),
            Shares::Weighted(weights) => (None, weights.as_slice()),
        };
        whole.into_iter().chain(weights.iter().map(|&(key, _)| key))
    }

    /// Whether a lever moves any of the weights.
    #[must_use]
    pub fn are_moved(&self, draws: &Draws) -> bool {
        match self {
            Shares::Whole(_) => false,
            Shares::Weighted(weights) => weights.iter().any(|&(_, input)| draws.is_moved(input)),
        }
    }

    /// Works out the share of every key at a step: a column of draws for each, in the order of
    /// [`Shares::keys`]. A draw in which all weights are zero gives zero.
    pub fn fill(&self, draws: &Draws, step: usize, shares: &mut Series) {
        let Shares::Weighted(weights) = self else {
            shares.reset(1, draws.count());
            shares.at_mut(0).fill(1.0);
            return;
        };
        shares.reset(weights.len(), draws.count());
        for first in (0..draws.count()).step_by(AT_ONCE) {
            let some = first..draws.count().min(first + AT_ONCE);
            let weights_at = |place: usize| &draws.at(weights[place].1, step)[some.clone()];
            let mut sum = [0.0; AT_ONCE];
            for place in 0..weights.len() {
                add(&mut sum, weights_at(place));
            }
            for place in 0..weights.len() {
                let shares = shares.at_mut(place)[some.clone()].iter_mut();
                for (share, (weight, sum)) in shares.zip(weights_at(place).iter().zip(&sum)) {
                    *share = if *sum > 0.0 { weight / sum } else { 0.0 };
                }
            }
        }
    }

    /// The steps after the base year in spans within which no lever moves the shares.
    pub fn spans(&self, draws: &Draws) -> impl Iterator<Item = Range<usize>> + use<K> {
        let years = draws.years();
        let length = if self.are_moved(draws) { 1 } else { years };
        (1..years)
            .step_by(length)
            .map(move |first| first..years.min(first + length))
    }
}

/// Shares of a whole of which a part may lie elsewhere: shareᵢ = wᵢ / max(1, Σⱼ wⱼ).
#[derive(Debug, Clone)]
pub struct CappedShares {
    weights: Vec<InputIndex>,
}

impl CappedShares {
    /// Shares with these weights.
    #[must_use]
    pub fn new(weights: Vec<InputIndex>) -> Self {
        Self { weights }
    }

    /// Whether a lever moves any of the weights.
    #[must_use]
    pub fn are_moved(&self, draws: &Draws) -> bool {
        self.weights.iter().any(|&input| draws.is_moved(input))
    }

    /// Writes the share that `place` has at a step, for every draw.
    pub fn fill(&self, draws: &Draws, step: usize, place: usize, share: &mut [f64]) {
        share.fill(0.0);
        for &input in &self.weights {
            add(share, draws.at(input, step));
        }
        let weight = draws.at(self.weights[place], step);
        for (share, weight) in share.iter_mut().zip(weight) {
            *share = weight / share.max(1.0);
        }
    }
}

fn add(sum: &mut [f64], weights: &[f64]) {
    for (sum, weight) in sum.iter_mut().zip(weights) {
        *sum += weight;
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::year;
    use super::super::series::Workspace;
    use super::super::timeline::Timeline;
    use super::*;

    fn draws_of(columns: &[&[f64]]) -> Draws {
        let timeline = Timeline::new(year(2024), year(2026)).unwrap();
        let mut draws = Draws::zeros(columns.len(), 0, timeline, columns[0].len());
        for (index, column) in columns.iter().enumerate() {
            draws.column_mut(InputIndex(index)).copy_from_slice(column);
        }
        draws
    }

    #[test]
    fn shares_sum_to_one_in_every_draw() {
        let draws = draws_of(&[&[1.0, 0.2, 0.0], &[3.0, 0.2, 0.0]]);
        let shares = Shares::Weighted(vec![('a', InputIndex(0)), ('b', InputIndex(1))]);
        let mut columns = Series::default();
        shares.fill(&draws, 0, &mut columns);
        assert_eq!(columns.at(0), [0.25, 0.5, 0.0]);
        assert_eq!(columns.at(1), [0.75, 0.5, 0.0]);
        Shares::Whole('c').fill(&draws, 0, &mut columns);
        assert_eq!(columns.values(), [1.0; 3]);
    }

    #[test]
    fn shares_hold_for_all_years_until_a_lever_moves_them() {
        let mut draws = draws_of(&[&[1.0]]);
        let shares = Shares::Weighted(vec![('a', InputIndex(0))]);
        let spans = |draws: &Draws| {
            let spans = shares.spans(draws);
            spans.map(|span| (span.start, span.end)).collect::<Vec<_>>()
        };
        assert_eq!(spans(&draws), [(1, 3)]);
        draws.moved_mut(InputIndex(0), &mut Workspace::default());
        assert_eq!(spans(&draws), [(1, 2), (2, 3)]);
    }

    #[test]
    fn capped_shares_leave_the_rest_elsewhere_and_never_exceed_the_whole() {
        let draws = draws_of(&[&[0.2, 1.0], &[0.3, 3.0]]);
        let shares = CappedShares::new(vec![InputIndex(0), InputIndex(1)]);
        let mut share = vec![0.0; 2];
        shares.fill(&draws, 0, 1, &mut share);
        assert_eq!(share, [0.3, 0.75]);
    }
}
