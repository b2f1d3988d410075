//! `sensitivity`: what drives an outcome, and how much of its spread rests on assumptions.

use std::time::Instant;

use ruimtevraag::analysis::sensitivity::{Depth, Sensitivity, sensitivities, usual_outcomes};
use ruimtevraag::chart::sensitivity_charts;
use ruimtevraag::engine::{self, Detail, Experiment, OutcomeKey, OutcomeTable, Unobserved};
use ruimtevraag::export::{evidence_table, sensitivity_table};
use ruimtevraag::language::Texts;
use ruimtevraag::scenario::Scenario;

use super::arguments::{SensitivityArguments, Settings};
use super::interrupt;
use super::job::{self, Job};
use super::output::{self, Failure};
use super::terminal;

/// Finds what drives the outcomes of a scenario.
pub fn sensitivity(arguments: &SensitivityArguments) -> Result<(), Failure> {
    interrupt::listen();
    let started = Instant::now();
    let settings = &arguments.settings;
    let texts = Texts::new(settings.lang);
    let paths = std::slice::from_ref(&arguments.scenario);
    let scenario = job::load_all(paths, &[], settings.quiet)?.remove(0);
    let mut experiment = job::experiment(&scenario, settings)?;
    let outcomes = outcomes(&experiment, arguments)?;
    experiment.detail = Detail::Only(outcomes.clone());
    let owner = format!("sensitivity {}", scenario.id);
    let folder = job::open_folder(&format!("gevoeligheid-{}", scenario.id), &owner, settings)?;
    let table = job::compute(&experiment, settings, scenario.id.as_str())?.base;
    check_reported(&table, &outcomes, &scenario, &texts)?;
    let found = look(&experiment, &table, &outcomes, Depth::STUDY, settings)?;
    let mut artefacts = vec![
        job::csv("sensitivity.csv", &sensitivity_table(&scenario, &found))?,
        job::csv("evidence.csv", &evidence_table(&scenario, &found))?,
    ];
    let charts = sensitivity_charts(&experiment, &found, &texts);
    artefacts.extend(job::charts(&charts, &texts, settings)?);
    let job = Job {
        owner: &owner,
        command: command(arguments),
        scenarios: vec![&scenario],
        experiment: &experiment,
        started,
    };
    folder.leave(artefacts, &job.record(settings))?;
    output::result(&terminal::study_of_draws(&experiment, &found, &texts))?;
    if !settings.quiet {
        let folder = folder.path().display().to_string();
        output::message(&texts.format("run-left-in", &[("folder", &folder)]));
    }
    Ok(())
}

fn command(arguments: &SensitivityArguments) -> String {
    let mut command = format!("sensitivity {}", job::quoted(&arguments.scenario));
    for name in &arguments.outcomes {
        command = format!("{command} --outcome \"{name}\"");
    }
    command
}

/// The outcomes that were asked for, or else the usual ones.
fn outcomes(
    experiment: &Experiment<'_>,
    arguments: &SensitivityArguments,
) -> Result<Vec<OutcomeKey>, Failure> {
    if arguments.outcomes.is_empty() {
        return Ok(usual_outcomes(experiment));
    }
    let names = arguments.outcomes.iter();
    let keys = names.map(|name| {
        let key = name.key_in(experiment.scenario);
        key.map_err(|error| Failure::Usage(format!("--outcome {name}: {error}")))
    });
    keys.collect()
}

/// Refuses outcomes that the run does not report.
fn check_reported(
    table: &OutcomeTable,
    outcomes: &[OutcomeKey],
    scenario: &Scenario,
    texts: &Texts,
) -> Result<(), Failure> {
    let missing = outcomes.iter().find(|key| table.place(key).is_none());
    missing.map_or(Ok(()), |key| {
        let year = key.year.map_or(String::new(), |year| format!(", {year}"));
        Err(Failure::Usage(format!(
            "the run does not report {}{year}; outcomes stand in the column `outcome` of summary.csv with \
             their years, and reported years can be added with --years",
            key.in_words(scenario, texts)
        )))
    })
}

/// The draws that are made when those of a run were counted instead of kept.
const DRAWS: usize = 10_000;

/// Finds what drives outcomes of a run, from its own draws where they were kept.
pub fn look(
    experiment: &Experiment<'_>,
    table: &OutcomeTable,
    outcomes: &[OutcomeKey],
    depth: Depth,
    settings: &Settings,
) -> Result<Vec<Sensitivity>, Failure> {
    let options = job::options(settings);
    if table.quantile_error() == 0.0 {
        return Ok(sensitivities(experiment, table, outcomes, depth, &options)?);
    }
    let fewer = Experiment {
        draws: experiment.draws.min(DRAWS),
        detail: Detail::Only(outcomes.to_vec()),
        variants: Vec::new(),
        ..experiment.clone()
    };
    let again = engine::run(&fewer, &options, &Unobserved)?.base;
    Ok(sensitivities(&fewer, &again, outcomes, depth, &options)?)
}
