//! How draws fill the unit cube.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::{LatinHypercube, Replicates, Sobol, StreamKey, Streams};

/// A rule by which the draws of a stream fill the open interval (0, 1).
///
/// The value of a draw depends on the stream's key and the draw's index only, never on which other
/// draws or streams are asked for. (A [`Sobol`] design is made for a list of streams, and a longer
/// list changes some of them.)
pub trait Design: fmt::Debug + Send + Sync {
    /// Overwrites `out` with the uniforms of the draws from `first_draw` on.
    fn fill(&self, key: StreamKey, first_draw: u64, out: &mut [f64]);

    /// The division of the draws into independent replicates.
    fn replicates(&self) -> Replicates;

    /// The draw whose generator makes the noise of a draw of this stream: itself, unless the design repeats
    /// draws.
    fn noise_of(&self, _key: StreamKey, draw: u64) -> u64 {
        draw
    }
}

/// Independent uniforms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonteCarlo {
    replicates: Replicates,
}

impl MonteCarlo {
    /// With a chosen division into replicates.
    #[must_use]
    pub fn with_replicates(replicates: Replicates) -> Self {
        Self { replicates }
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
    /// Replicated scrambled Sobol' sequence, `sobol`.
    Sobol,
}

impl DesignKind {
    /// Every design, in the order in which they are listed to users.
    pub const ALL: [Self; 3] = [Self::MonteCarlo, Self::LatinHypercube, Self::Sobol];

    /// The name in a scenario: `mc`, `lhs` or `sobol`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::MonteCarlo => "mc",
            Self::LatinHypercube => "lhs",
            Self::Sobol => "sobol",
        }
    }

    /// The design for a number of draws of certain streams.
    ///
    /// Only a [`Sobol`] design looks at the streams.
    #[must_use]
    pub fn design(self, draws: u64, streams: &Streams) -> Box<dyn Design> {
        self.design_in(self.replicates(draws), streams)
    }

    /// The design for a chosen division of the draws into replicates.
    #[must_use]
    pub fn design_in(self, replicates: Replicates, streams: &Streams) -> Box<dyn Design> {
        match self {
            Self::MonteCarlo => Box::new(MonteCarlo::with_replicates(replicates)),
            Self::LatinHypercube => Box::new(LatinHypercube::with_replicates(replicates)),
            Self::Sobol => Box::new(Sobol::with_replicates(replicates, streams)),
        }
    }

    /// The division of a number of draws into independent replicates.
    #[must_use]
    pub fn replicates(self, draws: u64) -> Replicates {
        match self {
            Self::MonteCarlo | Self::LatinHypercube => Replicates::usual(draws),
            Self::Sobol => Replicates::of_powers(draws),
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
#[error(
    "`{name}` is not a design; expected `mc` (Monte Carlo), `lhs` (Latin hypercube) or `sobol` \
     (scrambled Sobol' sequence)"
)]
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
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for kind in DesignKind::ALL {
            assert_eq!(kind.to_string().parse(), Ok(kind));
        }
        let error = "halton".parse::<DesignKind>().unwrap_err();
        for name in ["`halton`", "`mc`", "`lhs`", "`sobol`"] {
            assert!(error.to_string().contains(name), "{error}");
        }
    }

    #[test]
    fn monte_carlo_is_the_stream_itself() {
        let key = StreamKey::new(3, "x");
        let mut out = [0.0; 5];
        MonteCarlo::with_replicates(Replicates::usual(100)).fill(key, 17, &mut out);
        assert_eq!(out, std::array::from_fn(|i| key.uniform(17 + i as u64)));
    }

    /// The promise on which variants, chunks and threads rest.
    #[test]
    fn chunks_of_any_size_give_the_same_draws() {
        let key = StreamKey::new(3, "x");
        let streams = Streams::new(Vec::new(), vec![StreamKey::new(3, "y"), key]);
        for kind in DesignKind::ALL {
            let design = kind.design(1_003, &streams);
            assert_eq!(design.replicates(), kind.replicates(1_003));
            let mut whole = vec![0.0; 1_030];
            design.fill(key, 0, &mut whole);
            assert_eq!(whole[1_003], key.uniform(1_003), "beyond the design");
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
