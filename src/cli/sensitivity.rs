//! `sensitivity`: what drives an outcome, and how much of its spread rests on assumptions.

use std::time::Instant;

use ruimtevraag::analysis::sensitivity::{
    Depth, Means, Sensitivity, factor_indices, screening, sensitivities, usual_outcomes,
};
use ruimtevraag::chart::{factor_charts, screening_charts, sensitivity_charts};
use ruimtevraag::engine::{
    self, Detail, EngineError, Experiment, Observer, OutcomeKey, OutcomeName, OutcomeTable,
    Unobserved,
};
use ruimtevraag::export::{
    Table, evidence_table, factor_table, screening_table, sensitivity_table, source_table,
};
use ruimtevraag::language::{Bilingual, Texts};
use ruimtevraag::results::{NamedChart, NamedTable};

use super::arguments::{Method, SensitivityArguments, Settings};
use super::interrupt;
use super::job;
use super::leave::{self, Found, Job};
use super::output::{self, Failure};
use super::progress::Bar;
use super::terminal;

/// Finds what drives the outcomes of a scenario.
pub fn sensitivity(arguments: &SensitivityArguments) -> Result<(), Failure> {
    interrupt::listen();
    let started = Instant::now();
    let settings = &arguments.settings;
    let texts = Texts::new(settings.lang);
    let paths = std::slice::from_ref(&arguments.scenario);
    let scenario = job::load_all(paths, &[])?.remove(0);
    let mut experiment = job::experiment(&scenario, settings)?;
    if settings.draws.is_none() {
        experiment.draws = arguments.method.usual_draws().unwrap_or(experiment.draws);
    }
    let outcomes = outcomes(&experiment, arguments)?;
    experiment.detail = Detail::Only(outcomes.clone());
    let owner = format!("sensitivity {}", scenario.id);
    let folder = leave::open_folder(&format!("gevoeligheid-{}", scenario.id), &owner, settings)?;
    let request = Request {
        experiment: &experiment,
        outcomes: &outcomes,
        settings,
        texts: &texts,
    };
    let (found, report) = match arguments.method {
        Method::GivenData => request.given_data()?,
        Method::Sobol => request.sobol()?,
        Method::Morris => request.morris()?,
    };
    let job = Job {
        command: command(arguments),
        question: question(&experiment, &outcomes, arguments),
        experiments: vec![&experiment],
        ..Job::begun("sensitivity", &owner, started)
    };
    job.leave(found, &folder, settings)?;
    output::result(&report)?;
    leave::tell_where(&folder, settings, &texts);
    Ok(())
}

fn command(arguments: &SensitivityArguments) -> String {
    let mut command = format!("sensitivity {}", job::quoted(&arguments.scenario));
    for name in &arguments.outcomes {
        command = format!("{command} --outcome \"{name}\"");
    }
    format!("{command} --method {}", arguments.method_name())
}

/// What is asked, for the fingerprint: which outcomes, by which method.
fn question(
    experiment: &Experiment<'_>,
    outcomes: &[OutcomeKey],
    arguments: &SensitivityArguments,
) -> Vec<String> {
    let names = outcomes.iter();
    let names = names.map(|key| OutcomeName::of(key, experiment.scenario).to_string());
    names.chain([arguments.method_name()]).collect()
}

/// The outcomes that were asked for, or else the usual ones.
fn outcomes(
    experiment: &Experiment<'_>,
    arguments: &SensitivityArguments,
) -> Result<Vec<OutcomeKey>, Failure> {
    if arguments.outcomes.is_empty() {
        return Ok(usual_outcomes(experiment));
    }
    let keys = experiment.keys_of(&arguments.outcomes);
    keys.map_err(|error| Failure::Usage(format!("--outcome: {error}")))
}

/// What is asked of a method.
struct Request<'r, 'a> {
    experiment: &'r Experiment<'a>,
    outcomes: &'r [OutcomeKey],
    settings: &'r Settings,
    texts: &'r Texts,
}

/// The tables and charts of a method, and what it says in the terminal.
type Answer = (Found, String);

impl Request<'_, '_> {
    fn given_data(&self) -> Result<Answer, Failure> {
        let (experiment, scenario) = (self.experiment, self.experiment.scenario);
        let table = job::compute(experiment, self.settings, scenario.id.as_str())?.base;
        let found = look(
            experiment,
            &table,
            self.outcomes,
            Depth::STUDY,
            self.settings,
        )?;
        let report = terminal::study_of_draws(experiment, &found, self.texts);
        Ok((found_of(experiment, &found, Vec::new()), report))
    }

    fn sobol(&self) -> Result<Answer, Failure> {
        let (experiment, scenario) = (self.experiment, self.experiment.scenario);
        let found = self.with_means(|means| factor_indices(experiment, self.outcomes, means))?;
        let within: Vec<_> = found.iter().map(|one| one.within.clone()).collect();
        let table = ("sobol", factor_table(scenario, &found));
        let report = terminal::study_of_factors(experiment, &found, self.texts);
        let both = experiment.both_samples();
        let charts = NamedChart::all(&Bilingual::default(), |texts| {
            factor_charts(experiment, &found, texts)
        });
        Ok((
            with_charts(charts, found_of(&both, &within, vec![table])),
            report,
        ))
    }

    fn morris(&self) -> Result<Answer, Failure> {
        let (experiment, scenario) = (self.experiment, self.experiment.scenario);
        let found = self.with_means(|means| screening(experiment, self.outcomes, means))?;
        let table = ("morris", screening_table(scenario, &found));
        let report = terminal::study_of_effects(experiment, &found, self.texts);
        let charts = NamedChart::all(&Bilingual::default(), |texts| {
            screening_charts(experiment, &found, texts)
        });
        Ok((
            with_charts(charts, found_of(experiment, &[], vec![table])),
            report,
        ))
    }

    /// Runs a method that makes draws of its own, with a bar that shows how far it is.
    fn with_means<T>(
        &self,
        method: impl FnOnce(Means<'_>) -> Result<T, EngineError>,
    ) -> Result<T, Failure> {
        let options = job::options(self.settings);
        let label = self.experiment.scenario.id.as_str();
        let watch =
            |draws| -> Box<dyn Observer> { Box::new(Bar::new(draws, label, self.settings.quiet)) };
        let means = Means {
            options: &options,
            watch: &watch,
        };
        Ok(method(means)?)
    }
}

/// Charts before others.
fn with_charts(mut charts: Vec<NamedChart>, mut found: Found) -> Found {
    charts.append(&mut found.charts);
    Found { charts, ..found }
}

/// The tables and charts of what draws say, behind tables of other kinds.
fn found_of(
    experiment: &Experiment<'_>,
    found: &[Sensitivity],
    mut tables: Vec<(&str, Table)>,
) -> Found {
    let scenario = experiment.scenario;
    let texts = Bilingual::default();
    if !found.is_empty() {
        tables.push(("sensitivity", sensitivity_table(scenario, found)));
        tables.push(("evidence", evidence_table(scenario, found)));
    }
    tables.push(("sources", source_table(&[scenario])));
    let charts = |texts: &Texts| sensitivity_charts(experiment, found, texts);
    let named = tables.into_iter();
    Found {
        charts: NamedChart::all(&texts, charts),
        tables: named
            .map(|(name, table)| NamedTable::new(name, table, &texts))
            .collect(),
        ..Found::default()
    }
}

/// The draws that are made when those of a run were counted instead of kept, or are too many.
const DRAWS: usize = 10_000;

/// The most draws of a run that are looked at: more take longer and say hardly more.
const MOST_DRAWS: usize = 20_000;

/// Finds what drives outcomes of a run, from its own draws where they were kept and are not too many.
pub fn look(
    experiment: &Experiment<'_>,
    table: &OutcomeTable,
    outcomes: &[OutcomeKey],
    depth: Depth,
    settings: &Settings,
) -> Result<Vec<Sensitivity>, Failure> {
    let options = job::options(settings);
    if table.quantile_error() == 0.0 && experiment.draws <= MOST_DRAWS {
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
