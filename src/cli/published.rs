//! `published`: reruns published forecasts and keeps the score.

use std::time::Instant;

use ruimtevraag::analysis::{BenchmarkFinding, compare_with_benchmarks, score};
use ruimtevraag::engine::Outcomes;
use ruimtevraag::export::scoreboard_table;
use ruimtevraag::language::Texts;
use ruimtevraag::scenario::Scenario;

use super::arguments::PublishedArguments;
use super::interrupt;
use super::job::{self, Job};
use super::output::{self, Failure};
use super::terminal;

/// Runs every published forecast and shows theirs, ours and what came.
pub fn published(arguments: &PublishedArguments) -> Result<(), Failure> {
    interrupt::listen();
    let started = Instant::now();
    let settings = &arguments.settings;
    let texts = Texts::new(settings.lang);
    let files = job::files_of(&arguments.scenarios)?;
    let scenarios = job::load_all(&files, &[], settings.quiet)?;
    let folder = job::open_folder("published", "published forecasts", settings)?;
    let mut experiments = Vec::new();
    for scenario in &scenarios {
        experiments.push(job::experiment(scenario, settings)?);
    }
    let mut outcomes: Vec<Outcomes> = Vec::new();
    for experiment in &experiments {
        let label = experiment.scenario.id.as_str();
        outcomes.push(job::compute(experiment, settings, label)?);
    }
    let findings: Vec<(&Scenario, Vec<BenchmarkFinding<'_>>)> = scenarios
        .iter()
        .zip(&outcomes)
        .map(|(scenario, found)| (scenario, compare_with_benchmarks(scenario, &found.base)))
        .collect();
    let total = score(findings.iter().flat_map(|(_, findings)| findings));
    let artefacts = vec![job::csv("scoreboard.csv", &scoreboard_table(&findings))?];
    let job = Job {
        owner: "published forecasts",
        command: format!("published{}", job::typed("", &arguments.scenarios)),
        scenarios: scenarios.iter().collect(),
        experiment: &experiments[0],
        started,
    };
    folder.leave(artefacts, &job.record(settings))?;
    output::result(&terminal::scoreboard(&findings, &total, &texts))?;
    if !settings.quiet {
        let folder = folder.path().display().to_string();
        output::message(&texts.format("run-left-in", &[("folder", &folder)]));
    }
    Ok(())
}
