//! How much of the variance of an outcome comes from which input.
//!
//! | what | from | source |
//! |---|---|---|
//! | first-order index Var(E\[Y \| X\]) / Var(Y) | any sample: [`Slices`] | correlation ratio of Pearson; Plischke, Borgonovo & Smith (2013), *EJOR* 226(3) |
//! | first-order and total index | a sample in which one input is exchanged at a time: [`exchange_indices`] | Saltelli et al. (2010), *Comp. Phys. Comm.* 181(2); Jansen (1999), *Comp. Phys. Comm.* 117 |
//! | elementary effects | few draws for many inputs: [`ElementaryEffects`] | Morris (1991), *Technometrics* 33(2); Campolongo, Saltelli & Cariboni (2011), *Comp. Phys. Comm.* 182(4) |
//!
//! An index is a part of the variance, from 0 to 1; estimates stray below 0 by chance, and are left there
//! so that sums of many are right. Without variance, or with outcomes that are not finite, an index is NaN.

mod elementary;
mod exchange;
mod resamples;
mod response;
mod slices;

#[cfg(test)]
mod tests;

pub use elementary::ElementaryEffects;
pub use exchange::{ExchangeIndices, exchange_indices};
pub use resamples::{Estimate, Resamples};
pub use response::Response;
pub use slices::Slices;
