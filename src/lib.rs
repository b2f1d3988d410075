//! ruimtevraag

pub mod numeric;
