//! ruimtevraag

pub mod distribution;
pub mod numeric;
