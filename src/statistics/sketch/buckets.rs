//! Buckets of values and their counts.

use serde::{Deserialize, Serialize};

use crate::numeric::count;

pub(super) fn add(count: &mut u32, more: u32) {
    *count = count.saturating_add(more);
}

/// Some values between two edges.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bucket {
    pub low: f64,
    pub high: f64,
    pub count: u32,
}

impl Bucket {
    pub fn new(low: f64, high: f64, count: u32) -> Self {
        Self { low, high, count }
    }

    pub fn of_one(value: f64, count: u32) -> Self {
        Self::new(value, value, count)
    }

    /// Cut off where the values end.
    pub fn within(self, least: f64, most: f64) -> Self {
        Self::new(self.low.max(least), self.high.min(most), self.count)
    }

    /// The value at a rank within the bucket.
    pub fn value(&self, rank: usize) -> f64 {
        if self.low >= self.high {
            return self.low;
        }
        let part = (count(rank) + 0.5) / f64::from(self.count);
        self.low + part * (self.high - self.low)
    }

    pub fn share_below(&self, value: f64) -> f64 {
        if value < self.low {
            0.0
        } else if value > self.high {
            1.0
        } else if self.low >= self.high {
            0.5
        } else {
            (value - self.low) / (self.high - self.low)
        }
    }
}

/// Counts of a row of buckets, from the lowest to the highest that was touched.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Counts {
    pub first: u64,
    pub counts: Vec<u32>,
}

impl Counts {
    pub fn push(&mut self, bucket: u64) {
        add(self.count_mut(bucket), 1);
    }

    /// Makes room for a bucket.
    pub fn stretch(&mut self, bucket: u64) {
        self.count_mut(bucket);
    }

    /// Counts one value in a bucket that there is room for.
    pub fn count(&mut self, bucket: u64) {
        let place = usize::try_from(bucket - self.first).unwrap_or(usize::MAX);
        if let Some(count) = self.counts.get_mut(place) {
            add(count, 1);
        }
    }

    pub fn merge(&mut self, other: &Self) {
        let Some(last) = (other.counts.len() as u64).checked_sub(1) else {
            return;
        };
        self.count_mut(other.first);
        self.count_mut(other.first + last);
        for (bucket, &count) in (other.first..).zip(&other.counts) {
            add(self.count_mut(bucket), count);
        }
    }

    /// The sum of all counts, unless there are buckets beyond `last`.
    pub fn total(&self, last: u64) -> Option<u64> {
        let above = (self.first).checked_add(self.counts.len() as u64)?;
        let is_within = self.counts.is_empty() || above <= last.saturating_add(1);
        is_within.then(|| self.counts.iter().copied().map(u64::from).sum())
    }

    pub fn rising(&self) -> impl DoubleEndedIterator<Item = (u64, u32)> {
        let first = self.first;
        let place = move |(place, &count): (usize, &u32)| (first + place as u64, count);
        self.counts.iter().enumerate().map(place)
    }

    /// The count of a bucket, after stretching the row to it.
    #[allow(clippy::cast_possible_truncation)] // there are far fewer than 2³² buckets in all
    pub fn count_mut(&mut self, bucket: u64) -> &mut u32 {
        if self.counts.is_empty() {
            self.first = bucket;
        } else if bucket < self.first {
            let missing = (self.first - bucket) as usize;
            self.counts.splice(..0, std::iter::repeat_n(0, missing));
            self.first = bucket;
        }
        let place = (bucket - self.first) as usize;
        if place >= self.counts.len() {
            self.counts.resize(place + 1, 0);
        }
        &mut self.counts[place]
    }
}
