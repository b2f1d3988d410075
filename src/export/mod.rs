//! Tables as files, and the folder that a run leaves.
//!
//! A [`Table`] is plain data made once; a format turns it into bytes. Nothing here computes an
//! outcome, and nothing but [`RunFolder`] touches a disk.

mod csv;
mod record;
mod run_folder;
mod table;
mod tables;

pub use csv::to_csv;
pub use record::{FileRecord, RunRecord, fingerprint};
pub use run_folder::{Artefact, ExportError, RunFolder};
pub use table::{Cell, Table};
pub use tables::{
    benchmark_table, exchange_table, input_table, quality_lock_table, shortage_table, summary_table,
};
