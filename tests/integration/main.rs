//! Tests of the whole crate through its public face and its command line.

mod architecture;
mod engine;
mod invalid;
mod invariants;
mod statistics;
