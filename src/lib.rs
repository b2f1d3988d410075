//! ruimtevraag

pub mod chart;
pub mod distribution;
pub mod id;
pub mod language;
pub mod model;
pub mod numeric;
pub mod sampling;
pub mod statistics;
pub mod units;
