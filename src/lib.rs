//! ruimtevraag

pub mod id;
pub mod model;
pub mod numeric;
pub mod units;
