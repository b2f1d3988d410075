//! Tables as files, and the folder that a run leaves.
//!
//! A [`Table`] is plain data made once; a format turns it into bytes. Nothing here computes an
//! outcome, and nothing but [`RunFolder`] touches a disk.

mod comparison;
mod csv;
mod dataset;
mod decomposition;
mod discovery;
mod draws;
mod format;
mod kept;
mod parquet;
mod record;
mod relief;
mod robustness;
mod run_folder;
mod scoreboard;
mod table;
mod tables;
mod xlsx;

pub use comparison::{Compared, comparison_table, delay_table, ranking_table, regret_table};
pub use csv::{CsvDialect, NoDialect, to_csv};
pub use dataset::{MOST_ROWS, dataset};
pub use decomposition::decomposition_table;
pub use discovery::{box_table, restriction_table, stability_table, tradeoff_table};
pub use draws::draw_columns;
pub use format::{Format, NoFormat};
pub use kept::{KEPT, kept_files};
pub use parquet::{Column, Values, columns_to_parquet};
pub use record::{FileRecord, RunRecord};
pub use relief::relief_table;
pub use robustness::{robustness_table, satisfaction_table};
pub use run_folder::{Artefact, ExportError, RECORD, RunFolder};
pub use scoreboard::scoreboard_table;
pub use table::{Cell, Table};
pub use tables::{
    ALL, CHANCE, NO_VARIANT, VariantRun, benchmark_table, evidence_table, exchange_table,
    factor_table, input_table, parameter_column, quality_lock_table, screening_table,
    sensitivity_table, shortage_table, source_table, summary_table, sweep_table,
};
pub use xlsx::{Book, Plot, PlotKind, PlotSeries, Sheet, to_xlsx};
