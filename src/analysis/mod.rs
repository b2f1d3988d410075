//! What the numbers say: quantiles with their standard errors, published figures against them,
//! where land runs short, who takes the land that few places have, and what policy variants change.

mod benchmark;
mod comparison;
mod condition;
mod decomposition;
mod delay;
mod discovery;
mod precision;
mod quality_lock;
mod relief;
mod robustness;
mod scoreboard;
pub mod sensitivity;
mod shortage;
mod stopping;
mod summary;

pub use benchmark::{BenchmarkFinding, Verdict, compare_with_benchmarks};
pub use comparison::{
    Change, Comparison, CostAndEffect, Regret, VariantComparison, compare_variants, regrets,
};
pub use condition::{Condition, NoCondition, Relation};
pub use decomposition::{
    Decomposed, Decomposition, DecompositionError, DriverGroup, End, Means, Part, check_outcomes,
    decompose_over_time, decompose_scenarios, decompose_variants, differing_drivers,
    differing_levers, moving_drivers,
};
pub use delay::{DELAYS, DelayFinding, Delayed, LeverDelay, delay_findings, put_off};
pub use discovery::{DIVISIONS, Discovery, DiscoveryError, Question, SPREAD, Subject, discover};
pub use quality_lock::{LandUser, SCARCE, TakenLand, taken_scarce_land};
pub use relief::{Package, Relief, ReliefError, Wanted, relieve};
pub use robustness::{
    Performance, Robustness, Worst, Yardstick, largest_regret, performances, robustness,
    usual_condition,
};
pub use scoreboard::{Case, Score, judge, score};
pub use shortage::{Shortage, shortages};
pub use stopping::{
    Ended, Limit, NoRule, REPLICATE_DRAWS, Sighting, Statistic, Stopping, StoppingRule, UntilError,
    compute_until,
};
pub use summary::{LEVELS, Statistics, Summary, SummaryRow, summarise};
