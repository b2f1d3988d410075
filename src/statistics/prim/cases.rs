//! The cases in which something happens or not.

use rand::Rng;
use rand::seq::SliceRandom;

use crate::statistics::Ranking;

/// The values of every case in one dimension, and their order.
#[derive(Debug, Clone)]
pub struct Dimension {
    values: Vec<f64>,
    ranking: Ranking,
}

impl Dimension {
    /// Sorts the values once, for every search among them.
    #[must_use]
    pub fn new(values: Vec<f64>) -> Self {
        let ranking = Ranking::of(&values);
        Self { values, ranking }
    }

    /// The value of every case.
    #[must_use]
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// All cases by rising value.
    pub(super) fn order(&self) -> impl Iterator<Item = usize> + '_ {
        self.ranking.rising().iter().map(|&case| case as usize)
    }

    /// The case at a rank, counted from below, or from above.
    pub(super) fn at(&self, rank: usize, from_above: bool) -> Option<usize> {
        let rank = if from_above {
            self.values.len().checked_sub(rank + 1)?
        } else {
            rank
        };
        let case = self.ranking.rising().get(rank)?;
        Some(*case as usize)
    }
}

/// Some of all cases.
#[derive(Debug, Clone)]
pub struct Cases<'a> {
    /// The values of all cases.
    pub dimensions: &'a [Dimension],
    /// In which of all cases something happens.
    pub is_positive: &'a [bool],
    /// Which of all cases are meant.
    is_in: Vec<bool>,
}

impl<'a> Cases<'a> {
    /// Every case.
    #[must_use]
    pub fn all(dimensions: &'a [Dimension], is_positive: &'a [bool]) -> Self {
        Self {
            dimensions,
            is_positive,
            is_in: vec![true; is_positive.len()],
        }
    }

    /// Those of these cases for which `is_kept` says so.
    #[must_use]
    pub fn filtered(&self, is_kept: impl Fn(usize) -> bool) -> Self {
        let is_in = self.is_in.iter().enumerate();
        Self {
            is_in: is_in.map(|(case, is_in)| *is_in && is_kept(case)).collect(),
            ..*self
        }
    }

    /// Those in the first half of all places, and those in the second one.
    #[must_use]
    pub fn halves(&self) -> (Self, Self) {
        let middle = self.is_in.len() / 2;
        (
            self.filtered(|case| case < middle),
            self.filtered(|case| case >= middle),
        )
    }

    /// These cases in two halves by chance.
    #[must_use]
    pub fn random_halves(&self, random: &mut impl Rng) -> (Self, Self) {
        let mut cases: Vec<_> = self.iter().map(|(case, _)| case).collect();
        let half = cases.len() / 2;
        let (first, _) = cases.partial_shuffle(random, half);
        let mut is_first = vec![false; self.is_in.len()];
        for case in first {
            is_first[*case] = true;
        }
        (
            self.filtered(|case| is_first[case]),
            self.filtered(|case| !is_first[case]),
        )
    }

    /// Whether a case is among these.
    #[must_use]
    pub fn holds(&self, case: usize) -> bool {
        self.is_in[case]
    }

    /// How many cases there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.iter().count()
    }

    /// How many of them are positive.
    #[must_use]
    pub fn total_positive(&self) -> usize {
        self.iter().filter(|(_, is_positive)| *is_positive).count()
    }

    /// These cases, and whether each is positive.
    pub fn iter(&self) -> impl Iterator<Item = (usize, bool)> + '_ {
        let cases = self.is_in.iter().zip(self.is_positive).enumerate();
        cases
            .filter(|(_, (is_in, _))| **is_in)
            .map(|(case, (_, &is_positive))| (case, is_positive))
    }
}
