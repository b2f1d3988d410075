//! ruimtevraag

pub mod distribution;
pub mod numeric;
pub mod sampling;
pub mod statistics;
