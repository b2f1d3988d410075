//! How much land will the economy ask for, where, of which quality, and how sure are we?
//!
//! `ruimtevraag` (Dutch for demand for space) is a Monte Carlo engine that projects the demand of
//! industry clusters, the circular economy and campuses from scenario files, meets it with supply,
//! and compares policy variants. Every input has a source and an evidence grade, every outcome a
//! bandwidth, and every run can be repeated to the byte.
//!
//! # From a scenario file to a chart
//!
//! 1. [`scenario`] reads TOML and CSV files, lays them over each other and resolves every name, or
//!    shows everything that is wrong with them at once.
//! 2. [`engine`] runs an [`Experiment`](engine::Experiment), a scenario with a number of draws, a
//!    seed and a design: in chunks of draws, uniforms from [`sampling`] become values by the quantile
//!    functions of [`distribution`], and values become land by [`model`], for every policy variant on
//!    the same draws.
//! 3. [`analysis`] says what the outcomes mean: quantiles with their standard errors, shortages,
//!    paired differences between variants, published figures beside the computed ones.
//! 4. [`export`] turns tables into files and leaves a run folder whole or not at all; [`chart`]
//!    turns plain data into SVG and PNG.
//! 5. [`results`] keeps what was found as one document, from which charts and reports are made later
//!    without computing again.
//!
//! # The house
//!
//! A module imports only from lower rows, never sideways and never in a circle; a test reads the
//! sources and holds them to it.
//!
//! | row | modules | what lives there |
//! |---|---|---|
//! | 11 | the program's command line (not in the library) | arguments, terminal, progress, clock, exit codes |
//! | 10 | [`error`] | the one [`Error`] over those of the layers |
//! | 9 | [`report`] | pages to read, from finished results |
//! | 8 | [`results`] | a finished run as one document, written and read back |
//! | 7 | [`export`], [`chart`] | tables and charts as files |
//! | 6 | [`sweep`] | many experiments: journal, parts, a cluster's script |
//! | 5 | [`analysis`] | what the numbers say |
//! | 4 | [`engine`] | running an experiment |
//! | 3 | [`scenario`] | files, provenance, mistakes |
//! | 2 | [`model`] | demand, supply, confrontation, levers |
//! | 1 | [`distribution`], [`sampling`], [`statistics`] | mathematics that knows no land |
//! | 0 | [`units`], [`id`], [`numeric`], [`files`], [`language`] | values, names, arithmetic, the disk, words |
//!
//! Nothing below the command line prints, reads a clock or holds global state, and only [`files`]
//! touches the disk.
//!
//! # In a program of your own
//!
//! ```no_run
//! use std::path::Path;
//!
//! use ruimtevraag::analysis::summarise;
//! use ruimtevraag::engine::{self, Experiment, OutcomeKey, RunOptions, Unobserved};
//! use ruimtevraag::model::OutcomeKind;
//! use ruimtevraag::scenario;
//!
//! let scenario = scenario::load(Path::new("scenarios/nota-ruimte.toml"))?;
//! let experiment = Experiment::of(&scenario);
//! let outcomes = engine::run(&experiment, &RunOptions::default(), &Unobserved)?;
//! let summary = summarise(&outcomes.base, experiment.design);
//! let key = OutcomeKey::total(OutcomeKind::Need, experiment.years.last().copied());
//! if let Some(need) = summary.get(&key) {
//!     println!("{:.0} ha ({:.0} to {:.0})", need.p50(), need.p05(), need.p95());
//! }
//! # Ok::<(), ruimtevraag::Error>(())
//! ```

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
pub mod report;
pub mod results;
pub mod sampling;
pub mod scenario;
pub mod statistics;
pub mod sweep;
pub mod units;

pub use error::Error;
