//! How draws fill the unit cube.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::{LatinHypercube, Replicates, StreamKey};

/// A rule by which the draws of a stream fill the open interval (0, 1).
///
/// The value of a draw depends on the stream's key and the draw's index only, never on which other
/// draws or streams are asked for.
pub trait Design: fmt::Debug + Send + Sync {
    /// Overwrites `out` with the uniforms of the draws from `first_draw` on.
    fn fill(&self, key: StreamKey, first_draw: u64, out: &mut [f64]);

    /// The division of the draws into independent replicates.
    fn replicates(&self) -> Replicates;

    /// The replicate that a draw belongs to.
    fn replicate_of(&self, draw: u64) -> u64 {
        self.replicates().of(draw)
    }
}

/// Independent uniforms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonteCarlo {
    replicates: Replicates,
}

impl MonteCarlo {
    /// Independent draws, divided into the usual number of replicates.
    #[must_use]
    pub fn new(draws: u64) -> Self {
        Self {
            replicates: Replicates::usual(draws),
        }
    }
}

impl Design for MonteCarlo {
    fn fill(&self, key: StreamKey, first_draw: u64, out: &mut [f64]) {
        key.fill_uniforms(first_draw, out);
    }

    fn replicates(&self) -> Replicates {
        self.replicates
    }
}

/// The designs that a scenario can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DesignKind {
    /// Independent draws, `mc`.
    MonteCarlo,
    /// Replicated Latin hypercube, `lhs`.
    #[default]
    LatinHypercube,
}

impl DesignKind {
    /// Every design, in the order in which they are listed to users.
    pub const ALL: [Self; 2] = [Self::MonteCarlo, Self::LatinHypercube];

    /// The name in a scenario: `mc` or `lhs`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::MonteCarlo => "mc",
            Self::LatinHypercube => "lhs",
        }
    }

    /// The design for a number of draws.
    #[must_use]
    pub fn design(self, draws: u64) -> Box<dyn Design> {
        match self {
            Self::MonteCarlo => Box::new(MonteCarlo::new(draws)),
            Self::LatinHypercube => Box::new(LatinHypercube::new(draws)),
        }
    }
}

impl fmt::Display for DesignKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A name that is no design.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{name}` is not a design; expected `mc` (Monte Carlo) or `lhs` (Latin hypercube)")]
pub struct UnknownDesign {
    /// The name given.
    pub name: String,
}

impl FromStr for DesignKind {
    type Err = UnknownDesign;

    fn from_str(name: &str) -> Result<Self, UnknownDesign> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.name() == name)
            .ok_or_else(|| UnknownDesign {
                name: name.to_owned(),
            })
    }
}

#[cfg(test)]
#[allow(clippy::float_cmp)] // the same address must give the same bits
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for kind in DesignKind::ALL {
            assert_eq!(kind.to_string().parse(), Ok(kind));
        }
        let error = "sobol".parse::<DesignKind>().unwrap_err();
        assert!(error.to_string().contains("`sobol`") && error.to_string().contains("`lhs`"));
    }

    #[test]
    fn monte_carlo_is_the_stream_itself() {
        let key = StreamKey::new(3, "x");
        let mut out = [0.0; 5];
        MonteCarlo::new(100).fill(key, 17, &mut out);
        assert_eq!(out, std::array::from_fn(|i| key.uniform(17 + i as u64)));
    }

    /// The promise on which variants, chunks and threads rest.
    #[test]
    fn chunks_of_any_size_give_the_same_draws() {
        for kind in DesignKind::ALL {
            let design = kind.design(1_003);
            let key = StreamKey::new(3, "x");
            let mut whole = vec![0.0; 1_003];
            design.fill(key, 0, &mut whole);
            for size in [1, 7, 256] {
                let mut first = 0;
                for chunk in whole.chunks(size) {
                    let mut out = vec![0.0; chunk.len()];
                    design.fill(key, first, &mut out);
                    assert_eq!(out, chunk, "{kind}, chunks of {size}");
                    first += chunk.len() as u64;
                }
            }
        }
    }
}
