//! What a sweep leaves.

use std::path::Path;
use std::time::Instant;

use ruimtevraag::chart::sweep_charts;
use ruimtevraag::export::{RunFolder, parameter_column, sweep_table};
use ruimtevraag::language::{Bilingual, Texts};
use ruimtevraag::results::{KeyMessage, Named, NamedChart, NamedTable};
use ruimtevraag::scenario::Parameter;
use ruimtevraag::sweep::{SweepFindings, SweepStory};

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
        title: Some(plan.sweep.title.clone()),
        command: format!("sweep {}", job::quoted(file)),
        experiments: experiments.iter().collect(),
        files: &plan.sweep.files,
        quantile_error: findings.quantile_error(),
        ..Job::begun("sweep", plan.sweep.id.as_str(), started)
    };
    let bilingual = Bilingual::default();
    let found = Found {
        tables: vec![NamedTable {
            heads: heads(&plan.sweep.parameters),
            ..NamedTable::new("sweep", sweep_table(findings), &bilingual)
        }],
        messages: KeyMessage::all(&bilingual, |texts| {
            SweepStory::new(findings, texts).messages()
        }),
        datasets: &["sweep"],
        charts: NamedChart::all(&bilingual, |texts| sweep_charts(findings, texts)),
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

/// The names of the columns of parameters.
fn heads(parameters: &[Parameter]) -> Vec<Named> {
    let head = |parameter: &Parameter| Named {
        id: parameter_column(parameter),
        name: parameter.name.clone(),
    };
    parameters.iter().map(head).collect()
}
