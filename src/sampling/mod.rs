//! Random numbers by address, designs that fill the unit cube, and correlation.
//!
//! No generator here has a state that runs on. A uniform is a pure function of (seed, name of the
//! stream, draw index): an added input, another chunk size or another thread count changes no other
//! number.
//!
//! 1. [`StreamKey`] names a stream; [`philox`] turns its addresses into bits.
//! 2. A [`Design`] decides how the draws of a stream fill (0, 1): [`MonteCarlo`] or
//!    [`LatinHypercube`]. A further design is a file with one more implementation, and one arm of
//!    [`DesignKind`].
//! 3. [`CorrelationGroups`] ties streams together: a uniform becomes Φ(λ·Z + √(1−λ²)·Φ⁻¹(u)), Z the
//!    normal factor of its group.

mod correlation;
mod design;
mod latin_hypercube;
mod nearest;
pub mod philox;
mod replicates;
mod stream;
mod symmetric;

pub use correlation::{
    CorrelationError, CorrelationGroups, CorrelationPair, FactorSource, NotPositive, correlate,
};
pub use design::{Design, DesignKind, MonteCarlo, UnknownDesign};
pub use latin_hypercube::LatinHypercube;
pub use nearest::nearest_correlation;
pub use philox::Philox;
pub use replicates::Replicates;
pub use stream::StreamKey;
