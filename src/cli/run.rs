//! `run`: from scenario files to run folders.

use std::path::{Path, PathBuf};
use std::time::Instant;

use ruimtevraag::analysis::{BenchmarkFinding, Summary, compare_with_benchmarks, summarise};
use ruimtevraag::chart::{self, Size, run_charts};
use ruimtevraag::engine::{self, Experiment, OutcomeTable, RunOptions};
use ruimtevraag::export::{
    Artefact, ExportError, FileRecord, RunFolder, RunRecord, Table, benchmark_table,
    exchange_table, fingerprint, input_table, quality_lock_table, shortage_table, summary_table,
    to_csv,
};
use ruimtevraag::language::Texts;
use ruimtevraag::scenario::{self, Scenario};
use ruimtevraag::units::Year;

use super::arguments::RunArguments;
use super::interrupt;
use super::output::{self, Failure};
use super::progress::Bar;
use super::terminal;

/// PNG pixels per unit of the SVG: 3200 pixels wide at the default size.
const PNG_SCALE: f32 = 2.0;

/// The unit of `--memory`, in bytes.
const MEBIBYTE: usize = 1 << 20;

/// Runs every scenario; all are read before the first is run.
pub fn run(arguments: &RunArguments) -> Result<(), Failure> {
    interrupt::listen();
    let scenarios = load_all(&arguments.scenarios, arguments.quiet)?;
    check_folders(arguments, &scenarios)?;
    for scenario in &scenarios {
        run_one(scenario, arguments)?;
    }
    Ok(())
}

fn load_all(paths: &[PathBuf], quiet: bool) -> Result<Vec<Scenario>, Failure> {
    let mut scenarios = Vec::new();
    for path in paths {
        let scenario = scenario::load(path)?;
        if !quiet && !scenario.warnings.is_empty() {
            output::message(&scenario.warnings.render_styled());
        }
        scenarios.push(scenario);
    }
    Ok(scenarios)
}

/// Several scenarios never end up in one folder.
fn check_folders(arguments: &RunArguments, scenarios: &[Scenario]) -> Result<(), Failure> {
    if arguments.out.is_some() && scenarios.len() > 1 {
        return Err(Failure::Usage(
            "--out names one folder, and several scenarios would leave their runs in it; \
             run them one by one"
                .to_owned(),
        ));
    }
    for (place, scenario) in scenarios.iter().enumerate() {
        if scenarios[..place]
            .iter()
            .any(|other| other.id == scenario.id)
        {
            return Err(Failure::Usage(format!(
                "two of the scenarios have the id `{}` and would leave their runs in one folder",
                scenario.id
            )));
        }
    }
    Ok(())
}

fn run_one(scenario: &Scenario, arguments: &RunArguments) -> Result<(), Failure> {
    let started = Instant::now();
    let texts = Texts::new(arguments.lang);
    let experiment = experiment(scenario, arguments)?;
    let folder = open_folder(scenario, arguments)?;
    let outcomes = compute(&experiment, arguments)?;
    let table = outcomes.base;
    let summary = summarise(&table, experiment.design);
    let findings = compare_with_benchmarks(scenario, &table);
    let outcomes = Findings {
        experiment: &experiment,
        table: &table,
        summary: &summary,
        findings: &findings,
    };
    let mut artefacts = outcomes.tables()?;
    if !arguments.no_charts {
        artefacts.extend(outcomes.charts(&texts)?);
    }
    let record = outcomes.record(arguments, started.elapsed().as_secs_f64());
    folder.leave(artefacts, &record)?;
    output::result(&terminal::overview(
        &experiment,
        &table,
        &summary,
        &findings,
        &texts,
    ))?;
    if !arguments.quiet {
        output::message(&texts.format("run-left-in", &[("folder", &shown(folder.path()))]));
    }
    Ok(())
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn experiment<'a>(
    scenario: &'a Scenario,
    arguments: &RunArguments,
) -> Result<Experiment<'a>, Failure> {
    let mut experiment = Experiment::of(scenario);
    if let Some(draws) = arguments.draws {
        experiment.draws = usize::try_from(draws).unwrap_or(usize::MAX);
    }
    experiment.seed = arguments.seed.unwrap_or(experiment.seed);
    experiment.design = arguments.design.unwrap_or(experiment.design);
    if !arguments.years.is_empty() {
        experiment.years = years(scenario, &arguments.years)?;
    }
    Ok(experiment)
}

fn years(scenario: &Scenario, asked: &[u16]) -> Result<Vec<Year>, Failure> {
    let timeline = &scenario.system.timeline;
    let mut years = Vec::new();
    for &number in asked {
        let year = Year::new(number.into()).filter(|year| timeline.step(*year).is_some());
        years.push(year.ok_or_else(|| {
            Failure::Usage(format!(
                "--years {number}: scenario `{}` runs from {} to {}",
                scenario.id,
                timeline.base(),
                timeline.last()
            ))
        })?);
    }
    years.sort_unstable();
    years.dedup();
    Ok(years)
}

fn open_folder(scenario: &Scenario, arguments: &RunArguments) -> Result<RunFolder, Failure> {
    let usual = || Path::new("output").join(scenario.id.as_str());
    let path = arguments.out.clone().unwrap_or_else(usual);
    let folder = RunFolder::open(&path, scenario.id.as_str())?;
    if !arguments.quiet {
        if folder.was_broken_off() {
            output::message(&format!(
                "note: an earlier run in {} was broken off while its files were put in place; \
                 this run replaces them",
                shown(&path)
            ));
        } else if let Some(previous) = folder.previous() {
            output::message(&format!(
                "note: replaces the run {:.8} in {}",
                previous.fingerprint,
                shown(&path)
            ));
        }
    }
    Ok(folder)
}

fn compute(
    experiment: &Experiment<'_>,
    arguments: &RunArguments,
) -> Result<engine::Outcomes, Failure> {
    let options = RunOptions {
        threads: arguments.threads,
        memory: arguments.memory.saturating_mul(MEBIBYTE),
    };
    let bar = Bar::new(
        experiment.draws,
        experiment.scenario.id.as_str(),
        arguments.quiet,
    );
    let outcomes = engine::run(experiment, &options, &bar);
    bar.finish();
    Ok(outcomes?)
}

/// What a run has found, ready to be written.
struct Findings<'a> {
    experiment: &'a Experiment<'a>,
    table: &'a OutcomeTable,
    summary: &'a Summary,
    findings: &'a [BenchmarkFinding<'a>],
}

impl Findings<'_> {
    fn tables(&self) -> Result<Vec<Artefact>, Failure> {
        let scenario = self.experiment.scenario;
        let csv = |path: &str, table: &Table| -> Result<Artefact, ExportError> {
            Ok(Artefact {
                path: path.to_owned(),
                content: to_csv(table)?,
            })
        };
        let mut tables = vec![
            csv("summary.csv", &summary_table(scenario, self.summary))?,
            csv("benchmarks.csv", &benchmark_table(scenario, self.findings))?,
            csv("inputs.csv", &input_table(scenario))?,
        ];
        if scenario.supply.is_some() {
            tables.extend([
                csv("shortage.csv", &shortage_table(scenario, self.table))?,
                csv("exchange.csv", &exchange_table(scenario, self.summary))?,
                csv(
                    "quality_lock.csv",
                    &quality_lock_table(scenario, self.summary),
                )?,
            ]);
        }
        Ok(tables)
    }

    fn charts(&self, texts: &Texts) -> Result<Vec<Artefact>, Failure> {
        let charts = run_charts(
            self.experiment,
            self.table,
            self.summary,
            self.findings,
            texts,
        );
        let mut artefacts = Vec::new();
        for chart in &charts {
            let svg = chart::svg(chart, texts, Size::default())?;
            artefacts.push(Artefact {
                path: format!("charts/{}.png", chart.name),
                content: chart::png(&svg, PNG_SCALE)?,
            });
            artefacts.push(Artefact {
                path: format!("charts/{}.svg", chart.name),
                content: svg.into_bytes(),
            });
        }
        Ok(artefacts)
    }

    fn record(&self, arguments: &RunArguments, seconds: f64) -> RunRecord {
        let experiment = self.experiment;
        let scenario = experiment.scenario;
        let inputs: Vec<_> = scenario
            .files
            .iter()
            .map(|file| FileRecord::of(file.name(), file.text().as_bytes()))
            .collect();
        let years: Vec<_> = experiment.years.iter().map(|year| year.number()).collect();
        let settings = [
            env!("CARGO_PKG_VERSION").to_owned(),
            experiment.draws.to_string(),
            experiment.seed.to_string(),
            experiment.design.to_string(),
            format!("{years:?}"),
        ];
        let parts = settings
            .iter()
            .chain(inputs.iter().map(|input| &input.blake3));
        RunRecord {
            format: 0,
            scenario: scenario.id.to_string(),
            fingerprint: fingerprint(parts.map(String::as_str)),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            commit: env!("RUIMTEVRAAG_COMMIT").to_owned(),
            draws: experiment.draws as u64,
            seed: experiment.seed,
            design: experiment.design.to_string(),
            years,
            language: arguments.lang.to_string(),
            command: self.command(arguments),
            seconds,
            inputs,
            artefacts: Vec::new(),
        }
    }

    /// The line that repeats this run, whatever the scenario's own settings become.
    fn command(&self, arguments: &RunArguments) -> String {
        let experiment = self.experiment;
        let years: Vec<_> = experiment.years.iter().map(Year::to_string).collect();
        let scenario = experiment
            .scenario
            .files
            .first()
            .map_or("", |file| file.name());
        format!(
            "ruimtevraag run {scenario} --draws {} --seed {} --design {} --years {} --lang {}",
            experiment.draws,
            experiment.seed,
            experiment.design,
            years.join(","),
            arguments.lang,
        )
    }
}
