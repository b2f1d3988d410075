//! ruimtevraag

pub mod analysis;
pub mod chart;
pub mod distribution;
pub mod engine;
pub mod error;
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

pub use error::Error;
