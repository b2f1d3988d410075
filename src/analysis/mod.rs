//! What the numbers say: quantiles with their standard errors, and published figures against them.

mod benchmark;
mod summary;

pub use benchmark::{BenchmarkFinding, Verdict, compare_with_benchmarks};
pub use summary::{LEVELS, Statistics, Summary, SummaryRow, summarise};
