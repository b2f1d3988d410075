//! The charts of a run.

use super::Chart;
use crate::analysis::{BenchmarkFinding, Summary};
use crate::engine::{Experiment, OutcomeTable};
use crate::language::Texts;

/// Makes every chart of a run.
#[must_use]
pub fn run_charts(
    _experiment: &Experiment<'_>,
    _table: &OutcomeTable,
    _summary: &Summary,
    _findings: &[BenchmarkFinding<'_>],
    _texts: &Texts,
) -> Vec<Chart> {
    Vec::new()
}
