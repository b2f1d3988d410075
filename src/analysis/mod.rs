//! What the numbers say: quantiles with their standard errors, published figures against them, and
//! where land runs short.

mod benchmark;
mod shortage;
mod summary;

pub use benchmark::{BenchmarkFinding, Verdict, compare_with_benchmarks};
pub use shortage::{Shortage, shortages};
pub use summary::{LEVELS, Statistics, Summary, SummaryRow, summarise};
