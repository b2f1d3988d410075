//! `decompose`: what makes a change.

use std::time::Instant;

use ruimtevraag::analysis::{
    Decomposed, Decomposition, DecompositionError, DriverGroup, Means, check_outcomes,
    decompose_over_time, decompose_scenarios, decompose_variants, differing_drivers,
    differing_levers, moving_drivers,
};
use ruimtevraag::chart::{Story, decomposition_charts};
use ruimtevraag::engine::{Experiment, OutcomeName};
use ruimtevraag::export::decomposition_table;
use ruimtevraag::id::fingerprint;
use ruimtevraag::language::{Bilingual, Texts};
use ruimtevraag::model::OutcomeKind;
use ruimtevraag::results::{KeyMessage, NamedChart, NamedTable};
use ruimtevraag::scenario::{PolicyLever, PolicyVariant, Scenario, SourceText};

use super::arguments::{DecomposeArguments, Settings};
use super::compare_runs;
use super::interrupt;
use super::job;
use super::leave::{self, Found, Job};
use super::output::{self, Failure};
use super::progress::Bar;
use super::read;
use super::terminal;

/// The most draws unless --draws says otherwise: every combination of drivers is computed on them.
const USUAL_DRAWS: usize = 1_000;

/// The combinations of as many drivers as there can be, for the length of the bar.
const COMBINATIONS: usize = 1 << DriverGroup::ALL.len();

/// Takes a change apart, and leaves it as a table and charts.
pub fn decompose(arguments: &DecomposeArguments) -> Result<(), Failure> {
    interrupt::listen();
    let started = Instant::now();
    let settings = &arguments.settings;
    check(arguments)?;
    let mut scenarios = ends(arguments)?;
    let outcomes = outcomes(arguments, &scenarios[0]);
    check_change(&scenarios, &outcomes)?;
    let ids: Vec<_> = scenarios.iter().map(|one| one.id.to_string()).collect();
    let owner = format!("decompose {}", ids.join(" "));
    let folder = leave::open_folder(&format!("opbouw-{}", ids[0]), &owner, settings)?;
    let (change, changes) = take_apart(&mut scenarios, &outcomes, settings)?;
    let experiment = experiment(&scenarios[0], settings)?;
    let bilingual = Bilingual::default();
    let names = change.names();
    let found = Found {
        tables: vec![NamedTable::new(
            "decomposition",
            decomposition_table(&names, &changes),
            &bilingual,
        )],
        messages: KeyMessage::all(&bilingual, |texts| {
            let story = change.story(&scenarios, texts);
            terminal::decomposition_messages(&experiment, &changes, &story, texts)
        }),
        charts: NamedChart::all(&bilingual, |texts| {
            let story = change.story(&scenarios, texts);
            decomposition_charts(&experiment, &changes, &story, texts)
        }),
        ..Found::default()
    };
    let job = Job {
        command: command(arguments, &outcomes),
        question: question(&scenarios, &outcomes),
        experiments: vec![&experiment],
        ..Job::begun("decompose", &owner, started)
    };
    job.leave(found, &folder, settings)?;
    let texts = Texts::new(settings.lang);
    let story = change.story(&scenarios, &texts);
    output::result(&terminal::decomposition(
        &experiment,
        &changes,
        &story,
        &texts,
    ))?;
    leave::tell_where(&folder, settings, &texts);
    Ok(())
}

fn check(arguments: &DecomposeArguments) -> Result<(), Failure> {
    let variants = arguments.variants.len();
    if arguments.scenarios.len() == 2 && variants > 0 {
        let message = "choose two scenarios, or one with variants: a change has two ends";
        return Err(Failure::Usage(message.to_owned()));
    }
    if variants > 2 {
        let message = format!("--variant is there {variants} times, and a change has two ends");
        return Err(Failure::Usage(message));
    }
    Ok(())
}

/// The scenarios at the ends of the change: those of files, or those of finished runs as they were then.
fn ends(arguments: &DecomposeArguments) -> Result<Vec<Scenario>, Failure> {
    let paths = &arguments.scenarios;
    if !compare_runs::are_runs(paths) {
        return job::load_all(paths, &arguments.variants);
    }
    if !arguments.variants.is_empty() {
        let message =
            "finished runs are taken apart as they are; name scenario files with --variant";
        return Err(Failure::Usage(message.to_owned()));
    }
    let runs = read::all(paths)?;
    let mut scenarios = Vec::new();
    for (run, path) in runs.iter().zip(paths) {
        let mut scenario = run.scenario()?;
        let folder = path.display();
        scenario.title = scenario.title.map(|title| format!("{title} ({folder})"));
        // Both on the draws of the first, so that inputs of one name have the same random numbers.
        let first = &runs[0].record;
        scenario.run.seed = first.seed;
        scenario.run.draws = usize::try_from(first.draws).unwrap_or(usize::MAX);
        scenario.run.design = first.design.parse().unwrap_or(scenario.run.design);
        scenarios.push(scenario);
    }
    Ok(scenarios)
}

/// Refuses what cannot be taken apart, before anything is run.
fn check_change(scenarios: &[Scenario], outcomes: &[OutcomeName]) -> Result<(), Failure> {
    let (one, others) = scenarios.split_first().ok_or(DecompositionError::Nothing)?;
    check_outcomes(one, outcomes)?;
    match (others, &one.variants[..]) {
        ([other], _) => differing_drivers(one, other).map(drop)?,
        (_, []) => moving_drivers(one).map(drop)?,
        (_, [to]) => differing_levers(None, to).map(drop)?,
        (_, [from, to, ..]) => differing_levers(Some(from), to).map(drop)?,
    }
    Ok(())
}

/// What is asked, for the fingerprint: which outcomes, from where to where.
fn question(scenarios: &[Scenario], outcomes: &[OutcomeName]) -> Vec<String> {
    let outcomes = outcomes.iter().map(OutcomeName::to_string);
    let ends = scenarios.iter().flat_map(|scenario| {
        let files = scenario.files.iter().map(SourceText::text);
        [fingerprint(files), job::variants_asked(scenario)]
    });
    outcomes.chain(ends).collect()
}

/// What is taken apart: what was asked for, or need and what is never met in the last horizon.
fn outcomes(arguments: &DecomposeArguments, scenario: &Scenario) -> Vec<OutcomeName> {
    if !arguments.outcomes.is_empty() {
        return arguments.outcomes.clone();
    }
    let total = |kind| OutcomeName {
        kind,
        sector: None,
        entity: None,
        region: None,
        segment: None,
        year: scenario.horizons.last().copied(),
    };
    let supply = scenario.supply.iter().map(|_| OutcomeKind::Unmet);
    std::iter::once(OutcomeKind::Need)
        .chain(supply)
        .map(total)
        .collect()
}

/// What changes.
enum Change {
    /// Drivers, over time or between two scenarios.
    Drivers(Vec<DriverGroup>),
    /// Levers, between two policy variants.
    Levers(Vec<PolicyLever>),
}

impl Change {
    /// The names of what changes, in tables.
    fn names(&self) -> Vec<String> {
        match self {
            Change::Drivers(drivers) => drivers.iter().map(|one| one.name().to_owned()).collect(),
            Change::Levers(levers) => levers
                .iter()
                .map(|one| one.description.id.to_string())
                .collect(),
        }
    }

    /// The change in words.
    fn story(&self, scenarios: &[Scenario], texts: &Texts) -> Story {
        let language = texts.language();
        let scenario = &scenarios[0];
        let between = |from: String, to: String| {
            let values = [("from", from.as_str()), ("to", to.as_str())];
            (texts.format("decompose-between", &values), from, to)
        };
        let title = |scenario: &Scenario| scenario.title.get(language).to_owned();
        let of_variant = |variant: &PolicyVariant| variant.title.get(language).to_owned();
        let (change, from, to) = match (&scenarios[1..], &scenario.variants[..]) {
            ([other], _) => between(title(scenario), title(other)),
            (_, [to]) => between(texts.get("decompose-no-variant"), of_variant(to)),
            (_, [from, to]) => between(of_variant(from), of_variant(to)),
            _ => {
                let base = scenario.base_year.to_string();
                let change = texts.format("decompose-over-time", &[("base", &base)]);
                (
                    change,
                    texts.get("decompose-still"),
                    texts.get("decompose-all"),
                )
            }
        };
        let drivers = match self {
            Change::Drivers(drivers) => drivers.iter().map(|one| one.in_words(texts)).collect(),
            Change::Levers(levers) => levers
                .iter()
                .map(|lever| lever.description.name.get(language).to_owned())
                .collect(),
        };
        Story {
            change,
            from,
            to,
            drivers,
        }
    }
}

fn take_apart(
    scenarios: &mut [Scenario],
    outcomes: &[OutcomeName],
    settings: &Settings,
) -> Result<(Change, Vec<Decomposition>), Failure> {
    let of = experiment(&scenarios[0], settings)?;
    let (draws, seed, design) = (of.draws, of.seed, of.design);
    let label = scenarios[0].id.to_string();
    let bar = Bar::new(draws * COMBINATIONS, &label, settings.quiet);
    let means = Means {
        options: &job::options(settings),
        observer: &bar,
        outcomes,
        draws,
        seed,
        design,
    };
    let of_drivers =
        |found: Decomposed<DriverGroup>| (Change::Drivers(found.drivers), found.changes);
    let found = match scenarios {
        [one, other] => decompose_scenarios(one, other, &means).map(of_drivers)?,
        [one] if one.variants.is_empty() => decompose_over_time(one, &means).map(of_drivers)?,
        [one, ..] => {
            let ends = match &one.variants[..] {
                [from, to, ..] => (Some(from), to),
                [to] => (None, to),
                [] => return Err(DecompositionError::Nothing.into()),
            };
            let found = decompose_variants(one, ends, &means)?;
            (Change::Levers(found.drivers), found.changes)
        }
        [] => return Err(DecompositionError::Nothing.into()),
    };
    bar.finish();
    Ok(found)
}

/// The experiment whose draws are used.
fn experiment<'a>(scenario: &'a Scenario, settings: &Settings) -> Result<Experiment<'a>, Failure> {
    let mut experiment = job::experiment(scenario, settings)?;
    if settings.draws.is_none() {
        experiment.draws = experiment.draws.min(USUAL_DRAWS);
    }
    Ok(experiment)
}

fn command(arguments: &DecomposeArguments, outcomes: &[OutcomeName]) -> String {
    let scenarios = job::typed("", &arguments.scenarios);
    let variants = job::typed("--variant", &arguments.variants);
    let outcomes = outcomes.iter().map(|one| format!(" --outcome \"{one}\""));
    format!(
        "decompose{scenarios}{variants}{}",
        outcomes.collect::<String>()
    )
}

impl From<DecompositionError> for Failure {
    fn from(error: DecompositionError) -> Self {
        match error {
            DecompositionError::Engine(error) => error.into(),
            other => Failure::Usage(other.to_string()),
        }
    }
}
