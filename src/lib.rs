//! ruimtevraag

pub mod analysis;
pub mod distribution;
pub mod engine;
pub mod export;
pub mod files;
pub mod id;
pub mod language;
pub mod model;
pub mod numeric;
pub mod sampling;
pub mod scenario;
pub mod statistics;
pub mod units;
