//! ruimtevraag

pub mod distribution;
pub mod files;
pub mod id;
pub mod language;
pub mod model;
pub mod numeric;
pub mod sampling;
pub mod scenario;
pub mod statistics;
pub mod units;
