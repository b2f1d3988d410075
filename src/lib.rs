//! ruimtevraag
