//! What can be wrong with shards that are to be put together.

use super::Shard;

/// Why shards do not make a sweep.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MergeError {
    /// There is none at all.
    #[error("there is no shard to merge")]
    None,
    /// A file holds no whole shard.
    #[error("{file} holds no whole shard: {reason}; compute it again")]
    Broken {
        /// The file.
        file: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A shard was computed from something else.
    #[error(
        "{file} is of another sweep, other input files, other settings or another version of the \
         program ({of})"
    )]
    Foreign {
        /// The file.
        file: String,
        /// What it is of.
        of: String,
    },
    /// Shards of different divisions.
    #[error("{file} is one of {found} shards, and {other} one of {expected}")]
    OtherDivision {
        /// The file.
        file: String,
        /// Into how many parts its sweep was cut.
        found: usize,
        /// Another file.
        other: String,
        /// Into how many parts that of the other was cut.
        expected: usize,
    },
    /// A shard is there twice.
    #[error("shard {shard} is there twice: {one} and {other}")]
    Doubled {
        /// Which.
        shard: Shard,
        /// One of its files.
        one: String,
        /// Another one.
        other: String,
    },
    /// Shards are not there.
    #[error("{} of {of} shards are missing: {}", .missing.len(), listed(.missing))]
    Missing {
        /// Which.
        missing: Vec<usize>,
        /// How many there should be.
        of: usize,
    },
}

/// Numbers, the first twenty of them.
fn listed(numbers: &[usize]) -> String {
    let shown: Vec<_> = numbers.iter().take(20).map(usize::to_string).collect();
    let more = if numbers.len() > shown.len() {
        ", …"
    } else {
        ""
    };
    shown.join(", ") + more
}
