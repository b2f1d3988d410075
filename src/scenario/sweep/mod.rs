//! From a sweep file to scenarios, parameters and what is wanted of them.
//!
//! Read as a scenario is: `layers` lays the files over each other, `resolve` gives names a meaning
//! and finds every mistake, and what left it is not checked again but for the outcomes, which only
//! the engine knows.

mod layers;
mod resolve;
mod types;

pub use resolve::load_sweep;
pub use types::{
    LeftOut, NO_VARIANT, OutcomeProblem, Parameter, ParameterOperation, ParameterValues, PointRule,
    SweepFile, WantedOutcome,
};
