//! Tests of the whole crate through its public face and its command line.

// The helpers of tests may fail as the tests themselves.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod architecture;
mod browser;
mod cli;
mod command;
mod compare;
mod decompose;
mod dependencies;
mod discover;
mod engine;
mod explain;
mod faults;
mod fuzz;
mod golden;
mod invalid;
mod invariants;
mod published;
mod questions;
mod report;
mod report_words;
mod reproducibility;
mod results;
mod scenarios;
mod sensitivity;
mod statistics;
mod sweep;
mod tutorial;
