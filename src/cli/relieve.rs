//! `discover --relieve`: the smallest package of levers that makes something rare enough.

use std::time::Instant;

use ruimtevraag::analysis::{Condition, Relief, ReliefError, Wanted, relieve as search};
use ruimtevraag::chart::relief_chart;
use ruimtevraag::engine::Experiment;
use ruimtevraag::export::relief_table;
use ruimtevraag::language::{Bilingual, Texts};
use ruimtevraag::results::{NamedChart, NamedTable};
use ruimtevraag::scenario::Scenario;

use super::arguments::{DiscoverArguments, Settings};
use super::job;
use super::leave::{self, Found, Job};
use super::output::{self, Failure};
use super::progress::Bar;
use super::terminal;

/// The most draws unless --draws says otherwise: hundreds of packages run on them.
const USUAL_DRAWS: usize = 2_000;

/// Searches for the smallest package, and leaves every one that is enough.
pub fn relieve(
    arguments: &DiscoverArguments,
    condition: &Condition,
    below: f64,
) -> Result<(), Failure> {
    let started = Instant::now();
    let settings = &arguments.settings;
    let variants = job::files_of(&arguments.variants)?;
    let scenario = std::slice::from_ref(&arguments.scenario);
    let scenarios = job::load_all(scenario, &variants)?;
    let scenario = &scenarios[0];
    let experiment = experiment(scenario, condition, settings)?;
    if scenario
        .variants
        .iter()
        .all(|variant| variant.levers.is_empty())
    {
        return Err(ReliefError::NoLevers.into());
    }
    let owner = format!("relieve {}", scenario.id);
    let folder = leave::open_folder(&format!("verlichting-{}", scenario.id), &owner, settings)?;
    let relief = compute(&experiment, (condition, below), settings)?;
    let table = relief_table(&relief);
    let bilingual = Bilingual::default();
    let asked = (condition, below);
    let found = Found {
        tables: vec![NamedTable::new("relief", table, &bilingual)],
        charts: NamedChart::all(&bilingual, |texts| {
            vec![relief_chart(&experiment, asked, &relief, texts)]
        }),
        ..Found::default()
    };
    let job = Job {
        command: format!(
            "discover {} --relieve \"{condition}\" --below {below}{}",
            job::quoted(&arguments.scenario),
            job::typed("--variant", &arguments.variants),
        ),
        question: vec![
            condition.to_string(),
            below.to_string(),
            job::variants_asked(scenario),
        ],
        experiments: vec![&experiment],
        ..Job::begun("discover", &owner, started)
    };
    job.leave(found, &folder, settings)?;
    let texts = Texts::new(settings.lang);
    output::result(&terminal::relief(&experiment, asked, &relief, &texts))?;
    leave::tell_where(&folder, settings, &texts);
    Ok(())
}

fn experiment<'a>(
    scenario: &'a Scenario,
    condition: &Condition,
    settings: &Settings,
) -> Result<Experiment<'a>, Failure> {
    let mut experiment = job::experiment_on(scenario, ("--relieve", condition), settings)?;
    if settings.draws.is_none() {
        experiment.draws = experiment.draws.min(USUAL_DRAWS);
    }
    // packages take the place of the variants
    experiment.variants = Vec::new();
    Ok(experiment)
}

fn compute(
    experiment: &Experiment<'_>,
    (condition, below): (&Condition, f64),
    settings: &Settings,
) -> Result<Relief, Failure> {
    let label = experiment.scenario.id.as_str();
    // how many packages there will be is not known before; a few dozen runs is the least
    let bar = Bar::new(10 * experiment.draws, label, settings.quiet);
    let wanted = Wanted {
        condition,
        below,
        options: &job::options(settings),
        observer: &bar,
    };
    let found = search(experiment, &wanted);
    bar.finish();
    Ok(found?)
}

impl From<ReliefError> for Failure {
    fn from(error: ReliefError) -> Self {
        match error {
            ReliefError::Engine(error) => error.into(),
            other => Failure::Usage(format!("--relieve: {other}")),
        }
    }
}
