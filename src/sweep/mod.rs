//! Many experiments in one: scenarios × policy variants × points of parameters.
//!
//! A [`SweepPlan`] lists the [`Case`]s, one for each scenario and point, with all variants on the
//! same draws. What a case finds follows from its [fingerprint](Case::fingerprint): the content of
//! every file of its scenario, the program's version, and its settings. That makes three things one:
//!
//! * [`journal`]: what is done stands in an append-only file under its fingerprint; a sweep that
//!   was killed goes on from there, and a sweep whose files changed does anew what they touch.
//! * [`shard`]: the k-th part of n computed anywhere is the same to the bit, so that parts of a
//!   cluster merge into what one machine would have found, and computing one twice does no harm. Cases
//!   of so many draws that these are counted are themselves divided, by replicates.
//! * [`SweepFindings`]: the order in which cases were done leaves no trace in what is left.
//!
//! ```
//! use std::path::Path;
//!
//! use ruimtevraag::engine::RunOptions;
//! use ruimtevraag::scenario;
//! use ruimtevraag::sweep::shard::Shard;
//! use ruimtevraag::sweep::{Program, SweepPlan};
//!
//! let file = scenario::load_sweep(Path::new("scenarios/sweeps/groene-terugkeer.toml"))?;
//! let program = Program { version: "1.0", commit: "" };
//! let plan = SweepPlan::of(&file, &RunOptions::default(), program).map_err(|all| all.to_string())?;
//! assert_eq!(plan.cases.len(), 3 * 25);
//! let eighth = Shard::new(8, 8).map(|shard| shard.pieces(&plan).len());
//! assert_eq!(eighth, Some(10));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`slurm`] writes the script with which a Slurm cluster computes the parts; there is no scheduler
//! here.

mod compute;
mod error;
mod finding;
pub mod journal;
mod plan;
mod points;
pub mod shard;
pub mod slurm;
mod story;
mod text;

pub use compute::{Keep, Task, WholeCase, cases_at_once, compute, trial};
pub use error::SweepError;
pub use finding::{Finding, Found, SweepFindings, SweepRow};
pub use plan::{Case, Program, SweepPlan};
pub use points::varying;
pub use story::SweepStory;
