//! Statistics of samples, and how sure they are.
//!
//! Sums run in a fixed order, so the same sample gives the same bits whatever the number of threads.
//!
//! - [`Moments`]: mean, variance and extremes, which merge.
//! - [`OrderStatistics`]: quantiles of type 7 without sorting; [`quantiles`] in one call.
//! - [`QuantileSketch`]: quantiles of samples too large to keep, which merge, to a chosen
//!   [`Precision`].
//! - [`prim`]: under which conditions something happens.
//! - [`shapley`]: what each of a few players brings to a change.
//! - [`percentile_of`]: where a value lies in a sample.
//! - [`Ranking`] and [`rank_correlation`]: samples by their order.
//! - [`sensitivity`]: which input brings how much of the variance.
//! - [`standard_error`]: of means and quantiles, for independent draws or between replicates.
//!
//! ```
//! use ruimtevraag::statistics::{QuantileSketch, quantiles};
//!
//! let sample = Vec::from_iter((1..=1_000).map(f64::from));
//! assert_eq!(quantiles(&sample, &[0.05, 0.5]), [50.95, 500.5]);
//! // Too large to keep? Counts of both halves, from wherever they were made, are those of the whole.
//! let (mut first, mut second) = (QuantileSketch::empty(), QuantileSketch::empty());
//! first.extend(sample[..500].iter().copied());
//! second.extend(sample[500..].iter().copied());
//! first.merge(&second);
//! assert!((first.quantile(0.05) / 50.95 - 1.0).abs() < first.relative_error());
//! ```

mod buckets;
#[cfg(test)]
pub(crate) mod kolmogorov;
mod moments;
mod order;
pub mod prim;
mod quantiles;
mod rank;
mod ranking;
pub mod sensitivity;
mod shapley;
mod sketch;
pub mod standard_error;

pub use moments::Moments;
pub use order::OrderStatistics;
pub use quantiles::quantiles;
pub use rank::percentile_of;
pub use ranking::{Ranking, rank_correlation};
pub use shapley::{MOST_PLAYERS, shapley};
pub use sketch::{Precision, QuantileSketch};
