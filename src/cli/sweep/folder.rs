//! What a sweep leaves.

use std::path::Path;
use std::time::Instant;

use ruimtevraag::export::{RunFolder, sweep_table};
use ruimtevraag::language::{Bilingual, Texts};
use ruimtevraag::results::NamedTable;
use ruimtevraag::sweep::SweepFindings;

use super::super::arguments::Settings;
use super::super::job;
use super::super::leave::{self, Found, Job};
use super::super::output::{self, Failure};
use super::super::terminal;

/// Leaves tables and charts in a folder, and shows the table of the terminal. What is left is the same
/// whether one machine found it or shards were merged, and says how one machine would repeat it.
pub fn leave_findings(
    findings: &SweepFindings<'_>,
    folder: &RunFolder,
    (file, started): (&Path, Instant),
    settings: &Settings,
) -> Result<(), Failure> {
    let plan = findings.plan;
    let texts = Texts::new(settings.lang);
    let scenarios = 0..plan.sweep.scenarios.len();
    let firsts = scenarios.filter_map(|scenario| {
        let mut cases = plan.cases.iter();
        cases.find(|case| case.scenario == scenario)
    });
    let experiments: Vec<_> = firsts.map(|case| plan.experiment(case)).collect();
    let job = Job {
        command: format!("sweep {}", job::quoted(file)),
        experiments: experiments.iter().collect(),
        files: &plan.sweep.files,
        quantile_error: findings.quantile_error(),
        ..Job::begun("sweep", plan.sweep.id.as_str(), started)
    };
    let table = sweep_table(findings);
    let found = Found {
        tables: vec![NamedTable::new("sweep", table, &Bilingual::default())],
        ..Found::default()
    };
    job.leave(found, folder, settings)?;
    output::result(&terminal::sweep_overview(findings, &texts))?;
    if findings.quantile_error() > 0.0 {
        let error = texts.percent(findings.quantile_error());
        output::result(&(texts.format("run-counted", &[("error", &error)]) + "\n"))?;
    }
    leave::tell_where(folder, settings, &texts);
    Ok(())
}
