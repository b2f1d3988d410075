//! Random numbers by address, designs that fill the unit cube, and correlation.
//!
//! No generator here has a state that runs on. A uniform is a pure function of (seed, name of the
//! stream, draw index): an added input, another chunk size or another thread count changes no other
//! number. The one exception is [`Sobol`], where an added input moves a few others to another dimension.
//!
//! 1. [`StreamKey`] names a stream; [`Philox`] turns its addresses into bits.
//! 2. A [`Design`] decides how the draws of a stream fill (0, 1): [`MonteCarlo`],
//!    [`LatinHypercube`] or [`Sobol`]. A further design is a file with one more implementation, and one arm of
//!    [`DesignKind`].
//!    [`ExchangedDesign`] makes further samples from one of these, for questions of sensitivity.
//! 3. [`CorrelationGroups`] ties streams together: a uniform becomes the normal score
//!    λ·Z + √(1−λ²)·Φ⁻¹(u), Z the normal factor of its group.
//! 4. [`standard_normal`] gives the noise of a process within a draw, from the draw's own generator.
//!
//! ```
//! use ruimtevraag::sampling::{DesignKind, StreamKey, Streams};
//!
//! let key = StreamKey::new(2026, "industry.green_return");
//! let design = DesignKind::LatinHypercube.design(1_000, &Streams::default());
//! let mut all = [0.0; 1_000];
//! design.fill(key, 0, &mut all);
//! // Any draw can be made again without the others,
//! let mut alone = [0.0];
//! design.fill(key, 700, &mut alone);
//! assert_eq!(alone[0], all[700]);
//! // and every replicate of 50 has one draw in each fiftieth part of the range.
//! let mut strata: Vec<_> = all[..50].iter().map(|u| (u * 50.0) as usize).collect();
//! strata.sort_unstable();
//! assert_eq!(strata, Vec::from_iter(0..50));
//! ```

mod assignment;
mod contradiction;
mod correlation;
mod design;
mod direction_numbers;
mod exchange;
mod latin_hypercube;
mod nearest;
mod noise;
mod owen;
mod philox;
mod replicates;
mod sobol;
mod stream;
mod symmetric;

pub use assignment::Streams;
pub use contradiction::NotPositive;
pub use correlation::{
    CorrelationError, CorrelationGroups, CorrelationPair, FactorSource, correlate,
};
pub use design::{Design, DesignKind, MonteCarlo, UnknownDesign};
pub use exchange::{Exchange, ExchangedDesign};
pub use latin_hypercube::LatinHypercube;
pub use noise::standard_normal;
pub use philox::Philox;
pub use replicates::Replicates;
pub use sobol::Sobol;
pub use stream::StreamKey;
