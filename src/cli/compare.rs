//! `compare`: what policy variants change, cost and risk, on the same draws.

use std::path::PathBuf;
use std::time::Instant;

use ruimtevraag::analysis::{
    Comparison, DelayFinding, LeverDelay, Regret, compare_variants, delay_findings, put_off,
    regrets,
};
use ruimtevraag::chart::comparison_charts;
use ruimtevraag::engine::{Detail, Experiment, Outcomes};
use ruimtevraag::export::{
    Compared, comparison_table, delay_table, ranking_table, regret_table, source_table,
};
use ruimtevraag::language::{Bilingual, Texts};
use ruimtevraag::results::{NamedChart, NamedTable};
use ruimtevraag::scenario::{PolicyLever, Scenario};

use super::arguments::{CompareArguments, Settings};
use super::compare_runs;
use super::interrupt;
use super::job;
use super::leave::{self, Found, Job};
use super::output::{self, Failure};
use super::satisfied::{Answer, Judgement};
use super::terminal;

/// The most draws by which delays are looked at: a mean over these is sure enough, and every lever
/// runs with eight decision years.
const DELAY_DRAWS: usize = 1_000;

/// Compares the variants within every scenario, and their regret across all.
pub fn compare(arguments: &CompareArguments) -> Result<(), Failure> {
    interrupt::listen();
    let started = Instant::now();
    let settings = &arguments.settings;
    let texts = Texts::new(settings.lang);
    if arguments.variants.is_empty() {
        return compare_finished(arguments, &texts);
    }
    let variants = job::files_of(&arguments.variants)?;
    let scenarios = job::load_all(&arguments.scenarios, &variants)?;
    let experiments = scenarios.iter().map(|one| experiment(one, settings));
    let mut experiments = experiments.collect::<Result<Vec<_>, _>>()?;
    let mut judgement = Judgement::prepare(arguments, &mut experiments)?;
    let ids: Vec<_> = scenarios.iter().map(|one| one.id.as_str()).collect();
    let owner = format!("compare {}", ids.join(" "));
    let folder = leave::open_folder(&format!("vergelijking-{}", ids[0]), &owner, settings)?;
    let comparisons = comparisons(&experiments, &mut judgement, settings)?;
    let run = Run {
        compared: compared(&experiments, &comparisons),
        answer: judgement.answer(),
        delays: delays(arguments, &variants)?,
    };
    let job = Job {
        command: command(arguments) + &judgement.typed(),
        question: vec![judgement.typed(), arguments.no_delay.to_string()],
        experiments: experiments.iter().collect(),
        ..Job::begun("compare", &owner, started)
    };
    job.leave(run.found(), &folder, settings)?;
    output::result(&run.on_the_terminal(&texts))?;
    leave::tell_where(&folder, settings, &texts);
    Ok(())
}

/// Compares two finished runs, when no variant was named.
fn compare_finished(arguments: &CompareArguments, texts: &Texts) -> Result<(), Failure> {
    if compare_runs::are_runs(&arguments.scenarios) {
        return compare_runs::compare_runs(&arguments.scenarios, texts);
    }
    Err(Failure::Usage(
        "there is nothing to compare: name a policy variant with --variant, or the folders of two \
         finished runs"
            .to_owned(),
    ))
}

/// Runs every experiment, and compares and judges its variants.
fn comparisons<'e>(
    experiments: &'e [Experiment<'e>],
    judgement: &mut Judgement,
    settings: &Settings,
) -> Result<Vec<Comparison<'e>>, Failure> {
    let mut comparisons = Vec::new();
    for experiment in experiments {
        let outcomes = run_in_parts(experiment, settings, experiment.scenario.id.as_str())?;
        let comparison = compare_variants(experiment, &outcomes);
        judgement.judge(experiment, &outcomes, &comparison)?;
        comparisons.push(comparison);
    }
    Ok(comparisons)
}

/// Every comparison with the regret of its choices at the last year.
fn compared<'r, 'a>(
    experiments: &'r [Experiment<'a>],
    comparisons: &'r [Comparison<'a>],
) -> Vec<Compared<'r, 'a>> {
    let pairs = experiments.iter().zip(comparisons);
    pairs
        .map(|(experiment, comparison)| (experiment, comparison, regret(experiment, comparison)))
        .collect()
}

/// What was found in all scenarios.
struct Run<'r, 'a> {
    compared: Vec<Compared<'r, 'a>>,
    answer: Option<Answer>,
    /// What putting levers off loses in the first scenario; `None` when that was left out.
    delays: Option<Vec<LeverDelay>>,
}

impl<'r, 'a> Run<'r, 'a> {
    fn experiments(&self) -> impl Iterator<Item = &'r Experiment<'a>> {
        self.compared.iter().map(|(experiment, ..)| *experiment)
    }

    fn found(&self) -> Found {
        let texts = Bilingual::default();
        Found {
            tables: self.tables(&texts),
            charts: self.charts(&texts),
            ..Found::default()
        }
    }

    fn tables(&self, texts: &Bilingual) -> Vec<NamedTable> {
        let scenarios: Vec<_> = self.experiments().map(|one| one.scenario).collect();
        let mut tables = vec![
            ("comparison", comparison_table(&self.compared)),
            ("ranking", ranking_table(&self.compared)),
            ("regret", regret_table(&self.compared)),
        ];
        let answer = self.answer.iter();
        tables.extend(answer.flat_map(|answer| answer.tables(&self.compared)));
        let delays = self.delays.iter();
        tables.extend(delays.map(|delays| ("delay", delay_table(scenarios[0], delays))));
        tables.push(("sources", source_table(&scenarios)));
        let tables = tables.into_iter();
        tables
            .map(|(name, table)| NamedTable::new(name, table, texts))
            .collect()
    }

    fn charts(&self, texts: &Bilingual) -> Vec<NamedChart> {
        let of_each = self
            .compared
            .iter()
            .flat_map(|(experiment, comparison, _)| {
                NamedChart::all(texts, |texts| {
                    comparison_charts(experiment, comparison, texts)
                })
            });
        let experiments: Vec<_> = self.experiments().collect();
        let answer = self.answer.iter();
        let of_all = answer.flat_map(|answer| answer.charts(&experiments, texts));
        of_each.chain(of_all).collect()
    }

    fn on_the_terminal(&self, texts: &Texts) -> String {
        let mut text = String::new();
        for (experiment, comparison, regrets) in &self.compared {
            text += &terminal::comparison(experiment, comparison, regrets, texts);
        }
        if let Some(answer) = &self.answer {
            text += &answer.on_the_terminal(&self.compared, texts);
        }
        let delays = self.delays.as_deref().unwrap_or_default();
        if let (Some(first), false) = (self.experiments().next(), delays.is_empty()) {
            text += &terminal::delays(first, delays, first.draws.min(DELAY_DRAWS), texts);
        }
        text
    }
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

/// What putting off each lever of the variants loses in the first scenario, each lever on its own; `None` when that is
/// to be left out.
fn delays(
    arguments: &CompareArguments,
    variants: &[PathBuf],
) -> Result<Option<Vec<LeverDelay>>, Failure> {
    if arguments.no_delay {
        return Ok(None);
    }
    let settings = &arguments.settings;
    let mut scenario = job::load_all(&arguments.scenarios[..1], variants)?.remove(0);
    let levers = distinct_levers(&scenario);
    let delayed = put_off(&mut scenario, &levers);
    let mut experiment = experiment(&scenario, settings)?;
    experiment.draws = experiment.draws.min(DELAY_DRAWS);
    experiment.variants = delayed.iter().map(|one| &one.variant).collect();
    let Some(&last) = experiment.years.last() else {
        return Ok(Some(Vec::new()));
    };
    experiment.years = vec![last];
    let label = Texts::new(settings.lang).get("delay-progress");
    let outcomes = run_in_parts(&experiment, settings, &label)?;
    let findings = delay_findings(&scenario, &delayed, &outcomes, last).into_iter();
    let of_lever = |finding: DelayFinding| (levers[finding.lever].clone(), finding);
    Ok(Some(findings.map(of_lever).collect()))
}

/// The levers of all variants, each once.
fn distinct_levers(scenario: &Scenario) -> Vec<PolicyLever> {
    let mut levers: Vec<PolicyLever> = Vec::new();
    for lever in scenario.variants.iter().flat_map(|variant| &variant.levers) {
        let id = &lever.description.id;
        if levers.iter().all(|known| known.description.id != *id) {
            levers.push(lever.clone());
        }
    }
    levers
}
