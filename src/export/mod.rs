//! Tables as files, and the folder that a run leaves.
//!
//! A [`Table`] is plain data made once; a format turns it into bytes. Nothing here computes an
//! outcome, and nothing but [`RunFolder`] touches a disk.

mod comparison;
mod csv;
mod discovery;
mod record;
mod run_folder;
mod scoreboard;
mod table;
mod tables;

pub use comparison::{Compared, comparison_table, delay_table, ranking_table, regret_table};
pub use csv::to_csv;
pub use discovery::{box_table, restriction_table, stability_table, tradeoff_table};
pub use record::{FileRecord, RunRecord, fingerprint};
pub use run_folder::{Artefact, ExportError, RunFolder};
pub use scoreboard::scoreboard_table;
pub use table::{Cell, Table};
pub use tables::{
    ALL, NO_VARIANT, VariantRun, benchmark_table, evidence_table, exchange_table, factor_table,
    input_table, quality_lock_table, screening_table, sensitivity_table, shortage_table,
    source_table, summary_table,
};
