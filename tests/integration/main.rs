//! Tests of the whole crate through its public face and its command line.

mod architecture;
mod cli;
mod command;
mod engine;
mod golden;
mod invalid;
mod invariants;
mod published;
mod reproducibility;
mod scenarios;
mod statistics;
