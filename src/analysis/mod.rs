//! What the numbers say: quantiles with their standard errors, published figures against them,
//! where land runs short, and who takes the land that few places have.

mod benchmark;
mod quality_lock;
mod shortage;
mod summary;

pub use benchmark::{BenchmarkFinding, Verdict, compare_with_benchmarks};
pub use quality_lock::{LandUser, SCARCE, TakenLand, taken_scarce_land};
pub use shortage::{Shortage, shortages};
pub use summary::{LEVELS, Statistics, Summary, SummaryRow, summarise};
