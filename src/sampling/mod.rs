//! Random numbers by address, designs that fill the unit cube, and correlation.
//!
//! No generator here has a state that runs on. A uniform is a pure function of (seed, name of the
//! stream, draw index): an added input, another chunk size or another thread count changes no other
//! number. The one exception is [`Sobol`], where an added input moves a few others to another dimension.
//!
//! 1. [`StreamKey`] names a stream; [`philox`] turns its addresses into bits.
//! 2. A [`Design`] decides how the draws of a stream fill (0, 1): [`MonteCarlo`],
//!    [`LatinHypercube`] or [`Sobol`]. A further design is a file with one more implementation, and one arm of
//!    [`DesignKind`].
//!    [`ExchangedDesign`] makes further samples from one of these, for questions of sensitivity.
//! 3. [`CorrelationGroups`] ties streams together: a uniform becomes the normal score
//!    λ·Z + √(1−λ²)·Φ⁻¹(u), Z the normal factor of its group.

mod assignment;
mod correlation;
mod design;
mod direction_numbers;
mod exchange;
mod latin_hypercube;
mod nearest;
mod owen;
pub mod philox;
mod replicates;
mod sobol;
mod stream;
mod symmetric;

pub use assignment::Streams;
pub use correlation::{
    CorrelationError, CorrelationGroups, CorrelationPair, FactorSource, NotPositive, correlate,
};
pub use design::{Design, DesignKind, MonteCarlo, UnknownDesign};
pub use exchange::{Exchange, ExchangedDesign};
pub use latin_hypercube::LatinHypercube;
pub use nearest::nearest_correlation;
pub use philox::Philox;
pub use replicates::Replicates;
pub use sobol::Sobol;
pub use stream::StreamKey;
