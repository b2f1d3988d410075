//! Every reported outcome in every draw.

use std::collections::HashMap;

use ndarray::Array2;
use rayon::prelude::*;

use super::key::OutcomeKey;

/// Outcomes × draws, in blocks of draws.
#[derive(Debug, Clone)]
pub struct OutcomeTable {
    keys: Vec<OutcomeKey>,
    places: HashMap<OutcomeKey, usize>,
    blocks: Vec<Array2<f64>>,
    draws: usize,
}

impl OutcomeTable {
    /// Puts blocks (outcomes × draws, in order of draws) together.
    pub(super) fn new(keys: Vec<OutcomeKey>, blocks: Vec<Array2<f64>>) -> Self {
        let places = keys
            .iter()
            .enumerate()
            .map(|(place, key)| (*key, place))
            .collect();
        let draws = blocks.iter().map(Array2::ncols).sum();
        Self {
            keys,
            places,
            blocks,
            draws,
        }
    }

    /// The outcomes, in the order of rows.
    #[must_use]
    pub fn keys(&self) -> &[OutcomeKey] {
        &self.keys
    }

    /// How many draws there are.
    #[must_use]
    pub fn draws(&self) -> usize {
        self.draws
    }

    /// The row of an outcome, or `None` when it is not reported.
    #[must_use]
    pub fn place(&self, key: &OutcomeKey) -> Option<usize> {
        self.places.get(key).copied()
    }

    /// Writes the outcome at `place` in every draw, in order of draws.
    pub fn copy_row(&self, place: usize, values: &mut Vec<f64>) {
        values.clear();
        for block in &self.blocks {
            values.extend(block.row(place));
        }
    }

    /// Applies `describe` to every outcome's draws, in order of rows. The draws may be reordered.
    pub fn map_rows<T: Send>(&self, describe: impl Fn(&mut [f64]) -> T + Sync) -> Vec<T> {
        (0..self.keys.len())
            .into_par_iter()
            .map_init(Vec::new, |values, place| {
                self.copy_row(place, values);
                describe(values)
            })
            .collect()
    }

    /// The outcome in every draw, or `None` when it is not reported.
    #[must_use]
    pub fn values(&self, key: &OutcomeKey) -> Option<Vec<f64>> {
        let place = self.place(key)?;
        let mut values = Vec::with_capacity(self.draws);
        self.copy_row(place, &mut values);
        Some(values)
    }
}
