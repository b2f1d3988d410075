//! `discover`: under which conditions something happens.

use std::time::Instant;

use ruimtevraag::analysis::{self, Condition, Discovery, DiscoveryError, Question};
use ruimtevraag::chart::discovery_charts;
use ruimtevraag::engine::{self, Experiment};
use ruimtevraag::export::{Table, box_table, restriction_table, stability_table, tradeoff_table};
use ruimtevraag::language::{Bilingual, Texts};
use ruimtevraag::results::{KeyMessage, NamedChart, NamedTable};
use ruimtevraag::scenario::Scenario;
use ruimtevraag::statistics::prim::Search;

use super::arguments::DiscoverArguments;
use super::interrupt;
use super::job;
use super::leave::{self, Found, Job};
use super::output::{self, Failure};
use super::relieve::relieve;
use super::terminal;

/// Searches for rules, and leaves them as tables and charts.
pub fn discover(arguments: &DiscoverArguments) -> Result<(), Failure> {
    interrupt::listen();
    match (&arguments.when, &arguments.relieve, arguments.below) {
        (_, Some(condition), Some(below)) => relieve(arguments, condition, below),
        (Some(condition), ..) => search(arguments, condition),
        // The command line is refused without either.
        _ => Ok(()),
    }
}

fn search(arguments: &DiscoverArguments, condition: &Condition) -> Result<(), Failure> {
    let started = Instant::now();
    let settings = &arguments.settings;
    let texts = Texts::new(settings.lang);
    let scenario = load(arguments)?;
    let experiment = job::experiment_on(&scenario, ("--when", condition), settings)?;
    engine::check_kept(&experiment, &job::options(settings))?;
    let owner = format!("discover {}", scenario.id);
    let folder = leave::open_folder(&format!("voorwaarden-{}", scenario.id), &owner, settings)?;
    let discovery = find(&experiment, condition, arguments)?;
    let job = Job {
        command: command(arguments, condition),
        question: vec![
            condition.to_string(),
            arguments.coverage.to_string(),
            arguments.rules.to_string(),
        ],
        experiments: vec![&experiment],
        ..Job::begun("discover", &owner, started)
    };
    job.leave(found(&experiment, condition, &discovery), &folder, settings)?;
    output::result(&terminal::discovery(
        &experiment,
        condition,
        &discovery,
        &texts,
    ))?;
    leave::tell_where(&folder, settings, &texts);
    Ok(())
}

/// The scenario, with the one variant that may be looked at.
fn load(arguments: &DiscoverArguments) -> Result<Scenario, Failure> {
    let variants = job::files_of(&arguments.variants)?;
    if variants.len() > 1 {
        let message = "--when looks at one variant; choose one with --variant".to_owned();
        return Err(Failure::Usage(message));
    }
    let path = std::slice::from_ref(&arguments.scenario);
    Ok(job::load_all(path, &variants)?.remove(0))
}

/// Runs the experiment and searches its draws, those of the variant if there is one.
fn find(
    experiment: &Experiment<'_>,
    condition: &Condition,
    arguments: &DiscoverArguments,
) -> Result<Discovery, Failure> {
    let settings = &arguments.settings;
    let outcomes = job::compute(experiment, settings, experiment.scenario.id.as_str())?;
    let of_variant = outcomes.variants.first().map(|found| &found.own);
    let table = of_variant.unwrap_or(&outcomes.base);
    let question = Question {
        condition,
        search: Search {
            coverage: arguments.coverage,
            ..Search::default()
        },
        most: arguments.rules,
    };
    let options = job::options(settings);
    Ok(analysis::discover(experiment, table, &options, &question)?)
}

fn found(experiment: &Experiment<'_>, condition: &Condition, discovery: &Discovery) -> Found {
    let texts = Bilingual::default();
    let named = |name: &str, table: Table| NamedTable::new(name, table, &texts);
    Found {
        tables: vec![
            named("boxes", box_table(condition, discovery)),
            named("restrictions", restriction_table(discovery)),
            named("tradeoff", tradeoff_table(discovery)),
            named("stability", stability_table(discovery)),
        ],
        messages: KeyMessage::all(&texts, |texts| {
            terminal::discovery_messages(experiment, condition, discovery, texts)
        }),
        charts: NamedChart::all(&texts, |texts| {
            discovery_charts(experiment, condition, discovery, texts)
        }),
        ..Found::default()
    }
}

fn command(arguments: &DiscoverArguments, condition: &Condition) -> String {
    let scenario = job::quoted(&arguments.scenario);
    let variant = job::typed("--variant", &arguments.variants);
    format!(
        "discover {scenario} --when \"{condition}\"{variant} --coverage {} --rules {}",
        arguments.coverage, arguments.rules
    )
}

impl From<DiscoveryError> for Failure {
    fn from(error: DiscoveryError) -> Self {
        match error {
            DiscoveryError::Engine(error) => error.into(),
            DiscoveryError::Condition(error) => job::refused("--when", &error),
            other => Failure::Usage(other.to_string()),
        }
    }
}
