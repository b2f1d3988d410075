//! Running an experiment: draws in, outcomes per draw out.
//!
//! An [`Experiment`] is a scenario with a number of draws, a seed and a design. Draws are cut into
//! blocks of a fixed size, and each block is a pure function of the experiment and its place: a
//! block fills the columns of inputs, runs the demand system over them, adds its flows up into facts
//! and makes every reported row from those. Blocks are computed in any order on any number of
//! threads and kept in index order, so the [`OutcomeTable`] is the same to the bit.
//!
//! The engine draws no chart, writes no file and knows no clock; whoever started it watches through
//! an [`Observer`], which can also stop it.
//!
//! ```
//! use std::path::Path;
//!
//! use ruimtevraag::engine::{self, Detail, Experiment, OutcomeName, RunOptions, Unobserved};
//! use ruimtevraag::scenario;
//!
//! let scenario = scenario::load(Path::new("scenarios/nota-ruimte.toml"))?;
//! let name: OutcomeName = "need/industry,2050".parse()?;
//! let key = name.key_in(&scenario)?;
//! let experiment = Experiment {
//!     draws: 200,
//!     detail: Detail::Only(vec![key]),
//!     ..Experiment::of(&scenario)
//! };
//! let outcomes = engine::run(&experiment, &RunOptions::default(), &Unobserved)?;
//! let band = outcomes.base.quantiles(&key, &[0.05, 0.95]);
//! assert!(band.is_some_and(|band| band[0] < band[1]));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod block;
mod collect;
mod columns;
mod crew;
mod error;
mod experiment;
mod facts;
mod key;
mod observer;
mod outcome_name;
mod outcome_words;
mod part;
mod plan;
mod rows;
mod run;
mod sampler;
mod table;

pub use columns::{Column, DrawnColumns};
pub use error::EngineError;
pub use experiment::{Detail, Exchanges, Experiment, Move, RunOptions, Stream, kept_bytes};
pub use key::{Counterpart, OutcomeKey};
pub use observer::{Observer, Unobserved};
pub use outcome_name::{NoOutcome, OutcomeName};
pub use part::{CountedPart, count_part, join, parts};
pub use run::{Look, check_kept, run, run_kept, run_until};
pub use table::{CountedOutcome, OutcomeDraws, OutcomeTable, Outcomes, VariantOutcomes};
