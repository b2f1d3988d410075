//! Tests of the whole crate through its public face and its command line.

mod architecture;
mod explain;
mod invalid;
mod invariants;
mod statistics;
