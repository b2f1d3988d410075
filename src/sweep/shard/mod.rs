//! The k-th of n parts of a sweep, and the parts put together.
//!
//! A shard is a pure function of the plan, k and n: the k-th of n stretches of the plan's cases, in the
//! form of a journal with a line that names the shard and one that ends it. Any machine may compute
//! it, twice if need be, and always writes the same bytes.
//!
//! A case whose draws are counted, since they are too many to be kept, has as many pieces as replicates,
//! so that one huge run can be divided too. A shard that holds such a case whole keeps what it found,
//! and one that holds some of its pieces their counts, which [`merge`] adds up.

mod merge;
mod merge_error;
mod piece;

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

pub use merge::{ShardFile, merge, whole};
pub use merge_error::MergeError;
pub use piece::{Piece, PieceFound};

use super::compute::Task;
use super::journal::opening;
use super::plan::SweepPlan;
use crate::files::JournalContent;

/// The k-th of n parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Shard {
    number: usize,
    of: usize,
}

/// The most parts of a sweep.
pub const MOST_SHARDS: usize = 100_000;

/// Why a text names no part.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no part; expected k/n with k from 1 to n, and n at most {MOST_SHARDS}: 3/8")]
pub struct NoShard(String);

impl Shard {
    /// The k-th of n parts; `None` unless 1 ≤ k ≤ n ≤ [`MOST_SHARDS`].
    #[must_use]
    pub fn new(number: usize, of: usize) -> Option<Self> {
        ((1..=of).contains(&number) && of <= MOST_SHARDS).then_some(Self { number, of })
    }

    /// What it computes.
    #[must_use]
    pub fn pieces(self, plan: &SweepPlan<'_>) -> Vec<Piece> {
        let all: usize = plan.cases.iter().map(|case| case.parts).sum();
        let start = self.end_of(self.number - 1, all);
        let end = self.end_of(self.number, all);
        let mut pieces = Vec::new();
        let mut first = 0;
        for (case, parts) in plan.cases.iter().map(|case| case.parts).enumerate() {
            let of_shard = start.max(first)..end.min(first + parts);
            if of_shard.len() == parts {
                pieces.push(Piece::Case(case));
            } else {
                let replicates = of_shard.map(|piece| piece - first);
                pieces.extend(replicates.map(|replicate| Piece::Part { case, replicate }));
            }
            first += parts;
        }
        pieces
    }

    /// Where the shard of a number ends among `all` pieces.
    fn end_of(self, number: usize, all: usize) -> usize {
        // Their product may be too large for 64 bits.
        let end = number as u128 * all as u128 / self.of as u128;
        usize::try_from(end).unwrap_or(all)
    }

    /// The name of its file: `3-of-8.shard`.
    #[must_use]
    pub fn file_name(self) -> String {
        format!("{}-of-{}.{EXTENSION}", self.number, self.of)
    }

    /// Its file, from what its pieces found.
    #[must_use]
    pub fn bytes(self, plan: &SweepPlan<'_>, found: &BTreeMap<Piece, PieceFound>) -> Vec<u8> {
        let Self { number, of } = self;
        let mut lines = opening(plan);
        lines.push(format!("shard\t{number}\t{of}\t{}", plan.fingerprint));
        let found_of =
            |(piece, found): (&Piece, &PieceFound)| found.line(&plan.cases[piece.case()]);
        lines.extend(found.iter().map(found_of));
        lines.push(format!("end\t{}", found.len()));
        JournalContent::bytes(&lines)
    }
}

/// What the names of shard files end in.
pub const EXTENSION: &str = "shard";

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

impl FromStr for Shard {
    type Err = NoShard;

    fn from_str(text: &str) -> Result<Self, NoShard> {
        let parts = text.split_once('/');
        parts
            .and_then(|(number, of)| {
                Self::new(number.trim().parse().ok()?, of.trim().parse().ok()?)
            })
            .ok_or_else(|| NoShard(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_named_as_k_of_n() {
        let shard: Shard = "3/8".parse().unwrap();
        assert_eq!(shard.to_string(), "3/8");
        assert_eq!(shard.file_name(), "3-of-8.shard");
        for text in ["0/8", "9/8", "3", "a/b", "1/0", "1/1000000", "-1/8"] {
            assert!(text.parse::<Shard>().is_err(), "{text}");
        }
    }
}
