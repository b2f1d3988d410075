//! `published`: reruns published forecasts and keeps the score.

use std::time::Instant;

use ruimtevraag::analysis::{BenchmarkFinding, compare_with_benchmarks, score};
use ruimtevraag::engine::Outcomes;
use ruimtevraag::export::scoreboard_table;
use ruimtevraag::language::{Bilingual, Texts};
use ruimtevraag::results::{KeyMessage, NamedTable};
use ruimtevraag::scenario::Scenario;

use super::arguments::PublishedArguments;
use super::interrupt;
use super::job;
use super::leave::{self, Found, Job};
use super::output::{self, Failure};
use super::terminal;

/// Runs every published forecast and shows theirs, ours and what came.
pub fn published(arguments: &PublishedArguments) -> Result<(), Failure> {
    interrupt::listen();
    let started = Instant::now();
    let settings = &arguments.settings;
    let texts = Texts::new(settings.lang);
    let files = job::files_of(&arguments.scenarios)?;
    let scenarios = job::load_all(&files, &[])?;
    let folder = leave::open_folder("published", "published forecasts", settings)?;
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
    let bilingual = Bilingual::default();
    let found = Found {
        tables: vec![NamedTable::new(
            "scoreboard",
            scoreboard_table(&findings),
            &bilingual,
        )],
        messages: KeyMessage::all(&bilingual, |texts| {
            terminal::scoreboard_messages(&total, texts)
        }),
        ..Found::default()
    };
    let job = Job {
        title: Some(bilingual.localised("published-title")),
        command: format!("published{}", job::typed("", &arguments.scenarios)),
        experiments: experiments.iter().collect(),
        ..Job::begun("published", "published forecasts", started)
    };
    job.leave(found, &folder, settings)?;
    output::result(&terminal::scoreboard(&findings, &total, &texts))?;
    leave::tell_where(&folder, settings, &texts);
    Ok(())
}
