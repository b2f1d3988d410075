//! `compare`: what policy variants change, cost and risk, on the same draws.

use std::time::Instant;

use ruimtevraag::analysis::{
    Comparison, DelayFinding, Regret, compare_variants, delay_findings, put_off, regrets,
};
use ruimtevraag::chart::comparison_charts;
use ruimtevraag::engine::{Detail, Experiment, Outcomes};
use ruimtevraag::export::{
    Table, comparison_table, delay_table, ranking_table, regret_table, source_table,
};
use ruimtevraag::language::{Bilingual, Texts};
use ruimtevraag::results::{NamedChart, NamedTable};
use ruimtevraag::scenario::{PolicyLever, PolicyVariant, Scenario};

use super::arguments::{CompareArguments, Settings};
use super::compare_runs;
use super::interrupt;
use super::job;
use super::leave::{self, Found, Job};
use super::output::{self, Failure};
use super::satisfied::Judgement;
use super::terminal;

/// The most draws by which delays are looked at: a mean over these is sure enough, and every lever
/// runs with eight decision years.
pub const DELAY_DRAWS: usize = 1_000;

/// Compares the variants within every scenario, and their regret across all.
pub fn compare(arguments: &CompareArguments) -> Result<(), Failure> {
    interrupt::listen();
    let started = Instant::now();
    let settings = &arguments.settings;
    let texts = Texts::new(settings.lang);
    if arguments.variants.is_empty() {
        if compare_runs::are_runs(&arguments.scenarios) {
            return compare_runs::compare_runs(&arguments.scenarios, &texts);
        }
        return Err(Failure::Usage(
            "there is nothing to compare: name a policy variant with --variant, or the folders of two \
             finished runs"
                .to_owned(),
        ));
    }
    let variants = job::files_of(&arguments.variants)?;
    let scenarios = job::load_all(&arguments.scenarios, &variants)?;
    let mut experiments = Vec::new();
    for scenario in &scenarios {
        experiments.push(experiment(scenario, settings)?);
    }
    let mut judgement = Judgement::prepare(arguments, &mut experiments)?;
    let ids: Vec<_> = scenarios.iter().map(|one| one.id.as_str()).collect();
    let owner = format!("compare {}", ids.join(" "));
    let folder = leave::open_folder(&format!("vergelijking-{}", ids[0]), &owner, settings)?;
    let mut comparisons = Vec::new();
    for experiment in &experiments {
        let outcomes = run_in_parts(experiment, settings, experiment.scenario.id.as_str())?;
        let comparison = compare_variants(experiment, &outcomes);
        judgement.judge(experiment, &outcomes, &comparison)?;
        comparisons.push(comparison);
    }
    let answer = judgement.answer();
    let found: Vec<_> = experiments
        .iter()
        .zip(&comparisons)
        .map(|(experiment, comparison)| (experiment, comparison, regret(experiment, comparison)))
        .collect();
    let delays = if arguments.no_delay {
        Vec::new()
    } else {
        delays(&arguments.scenarios[0], &variants, settings)?
    };
    let bilingual = Bilingual::default();
    let named = |name: &str, table: Table| NamedTable::new(name, table, &bilingual);
    let mut tables = vec![
        named("comparison", comparison_table(&found)),
        named("ranking", ranking_table(&found)),
        named("regret", regret_table(&found)),
    ];
    for (name, table) in answer.iter().flat_map(|answer| answer.tables(&found)) {
        tables.push(named(name, table));
    }
    if !arguments.no_delay {
        tables.push(named("delay", delay_table(&scenarios[0], &delays)));
    }
    let all: Vec<_> = scenarios.iter().collect();
    tables.push(named("sources", source_table(&all)));
    let charts = found.iter().flat_map(|(experiment, comparison, _)| {
        NamedChart::all(&bilingual, |texts| {
            comparison_charts(experiment, comparison, texts)
        })
    });
    let over_all = { answer.iter() }.flat_map(|answer| answer.charts(&experiments, &bilingual));
    let job = Job {
        command: command(arguments) + &judgement.typed(),
        question: vec![judgement.typed(), arguments.no_delay.to_string()],
        experiments: experiments.iter().collect(),
        ..Job::begun("compare", &owner, started)
    };
    let leaves = Found {
        tables,
        charts: charts.chain(over_all).collect(),
        ..Found::default()
    };
    job.leave(leaves, &folder, settings)?;
    for (experiment, comparison, regrets) in &found {
        output::result(&terminal::comparison(
            experiment, comparison, regrets, &texts,
        ))?;
    }
    if let Some(answer) = &answer {
        output::result(&answer.on_the_terminal(&found, &texts))?;
    }
    if !delays.is_empty() {
        output::result(&terminal::delays(&experiments[0], &delays, &texts))?;
    }
    leave::tell_where(&folder, settings, &texts);
    Ok(())
}

fn command(arguments: &CompareArguments) -> String {
    let scenarios = job::typed("", &arguments.scenarios);
    let variants = job::typed("--variant", &arguments.variants);
    let delay = if arguments.no_delay {
        " --no-delay"
    } else {
        ""
    };
    format!("compare{scenarios}{variants}{delay}")
}

/// The experiment that compares the variants of a scenario; refused when there is no shortage to compare.
fn experiment<'a>(scenario: &'a Scenario, settings: &Settings) -> Result<Experiment<'a>, Failure> {
    if scenario.supply.is_none() {
        return Err(Failure::Usage(format!(
            "scenario `{}` has no supply, so there is no shortage to compare; name a table of \
             distances in [tables]",
            scenario.id
        )));
    }
    Ok(Experiment {
        detail: Detail::Comparison,
        ..job::experiment(scenario, settings)?
    })
}

/// Runs the variants of an experiment a few at a time, so that the draws of each part fit in memory
/// and quantiles stay exact. All parts see the same draws.
fn run_in_parts(
    experiment: &Experiment<'_>,
    settings: &Settings,
    label: &str,
) -> Result<Outcomes, Failure> {
    let at_once = job::options(settings).variants_at_once(experiment);
    let mut all: Option<Outcomes> = None;
    let parts: Vec<_> = experiment.variants.chunks(at_once).collect();
    for (number, part) in parts.iter().enumerate() {
        let part_of = Experiment {
            variants: part.to_vec(),
            ..experiment.clone()
        };
        let label = format!("{label} {}/{}", number + 1, parts.len());
        let outcomes = job::compute(&part_of, settings, &label)?;
        match &mut all {
            None => all = Some(outcomes),
            Some(all) => all.variants.extend(outcomes.variants),
        }
    }
    match all {
        Some(all) => Ok(all),
        None => job::compute(experiment, settings, label),
    }
}

fn regret(experiment: &Experiment<'_>, comparison: &Comparison<'_>) -> Vec<Regret> {
    let last = experiment.years.last().copied();
    last.map_or_else(Vec::new, |last| regrets(comparison, last))
}

/// A lever with what putting it off does.
pub type LeverDelay = (PolicyLever, DelayFinding);

/// What putting off each lever of the variants loses, each lever on its own.
fn delays(
    scenario: &std::path::Path,
    variants: &[std::path::PathBuf],
    settings: &Settings,
) -> Result<Vec<LeverDelay>, Failure> {
    let mut scenario = job::load_all(&[scenario.to_owned()], variants)?.remove(0);
    let mut levers: Vec<PolicyLever> = Vec::new();
    for lever in scenario.variants.iter().flat_map(|variant| &variant.levers) {
        if levers
            .iter()
            .all(|known| known.description.id != lever.description.id)
        {
            levers.push(lever.clone());
        }
    }
    let delayed = put_off(&mut scenario, &levers);
    let mut experiment = experiment(&scenario, settings)?;
    experiment.draws = experiment.draws.min(DELAY_DRAWS);
    let alone: Vec<&PolicyVariant> = delayed.iter().map(|one| &one.variant).collect();
    experiment.variants = alone;
    let Some(&last) = experiment.years.last() else {
        return Ok(Vec::new());
    };
    experiment.years = vec![last];
    let outcomes = run_in_parts(&experiment, settings, "uitstel")?;
    let findings = delay_findings(&scenario, &delayed, &outcomes, last);
    let found = findings.into_iter();
    Ok(found
        .map(|finding| (levers[finding.lever].clone(), finding))
        .collect())
}
