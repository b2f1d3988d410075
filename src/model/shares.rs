//! Splitting an amount over places: shares that may be uncertain themselves.

use super::draws::{Draws, InputIndex};

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
    pub fn keys(&self) -> Vec<K> {
        match self {
            Shares::Whole(key) => vec![*key],
            Shares::Weighted(weights) => weights.iter().map(|&(key, _)| key).collect(),
        }
    }

    /// The key at `place`, in the order of [`Shares::keys`], or `None` past the last.
    #[must_use]
    pub fn key(&self, place: usize) -> Option<K> {
        match self {
            Shares::Whole(key) => (place == 0).then_some(*key),
            Shares::Weighted(weights) => weights.get(place).map(|&(key, _)| key),
        }
    }

    /// Whether a lever moves any of the weights.
    #[must_use]
    pub fn are_moved(&self, draws: &Draws) -> bool {
        match self {
            Shares::Whole(_) => false,
            Shares::Weighted(weights) => weights.iter().any(|&(_, input)| draws.is_moved(input)),
        }
    }

    /// Writes the share that the key at `place` has at a step, for every draw. A draw in which all
    /// weights are zero gives zero.
    pub fn fill(&self, draws: &Draws, step: usize, place: usize, share: &mut [f64]) {
        let Shares::Weighted(weights) = self else {
            share.fill(1.0);
            return;
        };
        sum_of_weights(draws, step, weights.iter().map(|&(_, input)| input), share);
        let weight = draws.at(weights[place].1, step);
        for (share, weight) in share.iter_mut().zip(weight) {
            *share = if *share > 0.0 { weight / *share } else { 0.0 };
        }
    }
}

/// Shares of all keys in every draw of a chunk, worked out once for all who split by them.
#[derive(Debug, Clone, Default)]
pub struct ShareColumns {
    columns: Vec<f64>,
    sum: Vec<f64>,
    draws: usize,
}

impl ShareColumns {
    /// Works out the share of every key at a step, as [`Shares::fill`] does for one.
    pub fn fill<K: Copy>(&mut self, shares: &Shares<K>, draws: &Draws, step: usize) {
        self.draws = draws.count();
        self.columns.clear();
        let Shares::Weighted(weights) = shares else {
            self.columns.resize(self.draws, 1.0);
            return;
        };
        self.sum.resize(self.draws, 0.0);
        let inputs = weights.iter().map(|&(_, input)| input);
        sum_of_weights(draws, step, inputs.clone(), &mut self.sum);
        for input in inputs {
            let weights = draws.at(input, step).iter().zip(&self.sum);
            let share = |(weight, sum): (&f64, &f64)| if *sum > 0.0 { weight / sum } else { 0.0 };
            self.columns.extend(weights.map(share));
        }
    }

    /// The share of the key at `place`, for every draw.
    #[must_use]
    pub fn get(&self, place: usize) -> &[f64] {
        &self.columns[place * self.draws..(place + 1) * self.draws]
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
        sum_of_weights(draws, step, self.weights.iter().copied(), share);
        let weight = draws.at(self.weights[place], step);
        for (share, weight) in share.iter_mut().zip(weight) {
            *share = weight / share.max(1.0);
        }
    }
}

fn sum_of_weights(
    draws: &Draws,
    step: usize,
    inputs: impl Iterator<Item = InputIndex>,
    sum: &mut [f64],
) {
    sum.fill(0.0);
    for input in inputs {
        for (sum, weight) in sum.iter_mut().zip(draws.at(input, step)) {
            *sum += weight;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draws_of(columns: &[&[f64]]) -> Draws {
        let mut draws = Draws::zeros(columns.len(), 0, 1, columns[0].len());
        for (index, column) in columns.iter().enumerate() {
            draws.column_mut(InputIndex(index)).copy_from_slice(column);
        }
        draws
    }

    #[test]
    fn shares_sum_to_one_in_every_draw() {
        let draws = draws_of(&[&[1.0, 0.2, 0.0], &[3.0, 0.2, 0.0]]);
        let shares = Shares::Weighted(vec![('a', InputIndex(0)), ('b', InputIndex(1))]);
        let (mut a, mut b) = (vec![0.0; 3], vec![0.0; 3]);
        shares.fill(&draws, 0, 0, &mut a);
        shares.fill(&draws, 0, 1, &mut b);
        assert_eq!(a, [0.25, 0.5, 0.0]);
        assert_eq!(b, [0.75, 0.5, 0.0]);
    }

    #[test]
    fn columns_of_shares_are_those_worked_out_one_by_one() {
        let draws = draws_of(&[&[1.0, 0.3, 0.0], &[3.0, 0.7, 0.0]]);
        let shares = Shares::Weighted(vec![('a', InputIndex(0)), ('b', InputIndex(1))]);
        let (mut columns, mut one) = (ShareColumns::default(), vec![0.0; 3]);
        columns.fill(&shares, &draws, 0);
        for place in 0..2 {
            shares.fill(&draws, 0, place, &mut one);
            assert_eq!(columns.get(place), one);
        }
        columns.fill(&Shares::Whole('c'), &draws, 0);
        assert_eq!(columns.get(0), [1.0; 3]);
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
