//! Tests of the whole crate through its public face and its command line.

mod invariants;
mod statistics;
