//! `run`: from scenario files to run folders.

use std::path::Path;
use std::time::Instant;

use ruimtevraag::analysis::{compare_with_benchmarks, summarise};
use ruimtevraag::chart::{convergence_chart, run_charts};
use ruimtevraag::export::{
    Artefact, VariantRun, benchmark_table, exchange_table, input_table, quality_lock_table,
    shortage_table, summary_table,
};
use ruimtevraag::language::Texts;
use ruimtevraag::scenario::Scenario;

use super::arguments::RunArguments;
use super::interrupt;
use super::job::{self, Job};
use super::output::{self, Failure};
use super::terminal;

/// Runs every scenario; all are read before the first is run.
pub fn run(arguments: &RunArguments) -> Result<(), Failure> {
    interrupt::listen();
    let settings = &arguments.settings;
    if settings.out.is_some() && arguments.scenarios.len() > 1 {
        return Err(Failure::Usage(
            "--out names one folder, and several scenarios would leave their runs in it; \
             run them one by one"
                .to_owned(),
        ));
    }
    let variants = job::files_of(&arguments.variants)?;
    let scenarios = job::load_all(&arguments.scenarios, &variants, settings.quiet)?;
    for scenario in &scenarios {
        run_one(scenario, arguments)?;
    }
    Ok(())
}

fn run_one(scenario: &Scenario, arguments: &RunArguments) -> Result<(), Failure> {
    let started = Instant::now();
    let settings = &arguments.settings;
    let texts = Texts::new(settings.lang);
    let mut experiment = job::experiment(scenario, settings)?;
    let id = scenario.id.as_str();
    let folder = job::open_folder(id, id, settings)?;
    let (outcomes, stopping) =
        job::compute_until(&mut experiment, arguments.until.as_ref(), settings, id)?;
    let summary = summarise(&outcomes.base, experiment.design);
    let of_variants: Vec<_> = outcomes
        .variants
        .iter()
        .map(|found| summarise(&found.own, experiment.design))
        .collect();
    let mut runs = vec![VariantRun {
        scenario,
        variant: None,
        table: &outcomes.base,
        summary: &summary,
    }];
    let variants = scenario.variants.iter().zip(&outcomes.variants);
    runs.extend(
        variants
            .zip(&of_variants)
            .map(|((variant, found), summary)| VariantRun {
                scenario,
                variant: Some(variant),
                table: &found.own,
                summary,
            }),
    );
    let findings = compare_with_benchmarks(scenario, &outcomes.base);
    let mut charts = run_charts(&experiment, &outcomes.base, &summary, &findings, &texts);
    charts.extend(
        stopping
            .iter()
            .map(|stopping| convergence_chart(&experiment, stopping, &texts)),
    );
    let mut artefacts = tables(&runs)?;
    artefacts.push(job::csv(
        "benchmarks.csv",
        &benchmark_table(scenario, &findings),
    )?);
    artefacts.extend(job::charts(&charts, &texts, settings)?);
    let job = Job {
        owner: id,
        command: command(scenario, arguments),
        scenarios: vec![scenario],
        experiment: &experiment,
        started,
    };
    let mut record = job.record(settings);
    if let Some(stopping) = &stopping {
        record.until = Some(stopping.rule.to_string());
        record.ended = Some(stopping.ended.name().to_owned());
    }
    folder.leave(artefacts, &record)?;
    output::result(&terminal::overview(
        &experiment,
        &outcomes.base,
        &summary,
        &findings,
        &texts,
    ))?;
    if outcomes.base.quantile_error() > 0.0 {
        let error = texts.percent(outcomes.base.quantile_error());
        output::result(&(texts.format("run-counted", &[("error", &error)]) + "\n"))?;
    }
    if let Some(stopping) = &stopping {
        output::result(&terminal::ended(stopping, &texts))?;
    }
    if !settings.quiet && !scenario.variants.is_empty() {
        let number = texts.whole(scenario.variants.len());
        output::message(&texts.format("run-variants", &[("number", &number)]));
    }
    if !settings.quiet {
        let folder = folder.path().display().to_string();
        output::message(&texts.format("run-left-in", &[("folder", &folder)]));
    }
    Ok(())
}

fn command(scenario: &Scenario, arguments: &RunArguments) -> String {
    let file = scenario.files.first().map_or("", |file| file.name());
    let file = job::quoted(Path::new(file));
    let until = arguments
        .until
        .as_ref()
        .map_or(String::new(), |rule| format!(" --until \"{rule}\""));
    let variants = job::typed("--variant", &arguments.variants);
    format!("run {file}{variants}{until}")
}

fn tables(runs: &[VariantRun<'_>]) -> Result<Vec<Artefact>, Failure> {
    let scenario = runs[0].scenario;
    let mut tables = vec![
        job::csv("summary.csv", &summary_table(runs))?,
        job::csv("inputs.csv", &input_table(scenario))?,
    ];
    if scenario.supply.is_some() {
        tables.push(job::csv("shortage.csv", &shortage_table(runs))?);
        tables.push(job::csv("exchange.csv", &exchange_table(runs))?);
        tables.push(job::csv("quality_lock.csv", &quality_lock_table(runs))?);
    }
    Ok(tables)
}
