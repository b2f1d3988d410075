//! `run`: from scenario files to run folders.

use std::path::Path;
use std::time::Instant;

use ruimtevraag::analysis::sensitivity::{Depth, Sensitivity, headline_outcomes};
use ruimtevraag::analysis::{
    BenchmarkFinding, Stopping, Summary, compare_with_benchmarks, summarise,
};
use ruimtevraag::chart::{Chart, convergence_chart, run_charts, sensitivity_charts};
use ruimtevraag::engine::{
    self, DrawnColumns, Experiment, OutcomeTable, Outcomes, VariantOutcomes,
};
use ruimtevraag::export::{
    Column, Format, Table, VariantRun, benchmark_table, draw_columns, evidence_table,
    exchange_table, input_table, quality_lock_table, sensitivity_table, shortage_table,
    source_table, summary_table,
};
use ruimtevraag::language::{Bilingual, Texts};
use ruimtevraag::results::{NamedChart, NamedTable};
use ruimtevraag::scenario::Scenario;

use super::arguments::{RunArguments, Settings};
use super::interrupt;
use super::job;
use super::leave::{self, Found, Job};
use super::output::{self, Failure};
use super::sensitivity;
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
    let scenarios = job::load_all(&arguments.scenarios, &variants)?;
    for scenario in &scenarios {
        check_draws(scenario, arguments)?;
    }
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
    let folder = leave::open_folder(id, id, settings)?;
    let (outcomes, stopping) =
        job::compute_until(&mut experiment, arguments.until.as_ref(), settings, id)?;
    let asked = headline_outcomes(&experiment);
    let drivers = sensitivity::look(&experiment, &outcomes.base, &asked, Depth::GLANCE, settings)?;
    let run = Run {
        experiment: &experiment,
        outcomes: &outcomes,
        summary: &summarise(&outcomes.base, experiment.design),
        findings: &compare_with_benchmarks(scenario, &outcomes.base),
        drivers: &drivers,
        stopping: stopping.as_ref(),
    };
    let job = Job {
        command: command(scenario, arguments),
        experiments: vec![&experiment],
        keeps_scenario: true,
        stopping: stopping.as_ref(),
        quantile_error: outcomes.base.quantile_error(),
        ..Job::begun("run", id, started)
    };
    let found = run.found(settings)?;
    job.leave(found, &folder, settings)?;
    output::result(&run.on_the_terminal(&texts))?;
    if !settings.quiet && !scenario.variants.is_empty() {
        let number = texts.whole(scenario.variants.len());
        output::message(&texts.format("run-variants", &[("number", &number)]));
    }
    leave::tell_where(&folder, settings, &texts);
    Ok(())
}

/// Refuses draws that are to be left and cannot be kept, before they are computed. With a rule to end by,
/// how many there will be is not known yet.
fn check_draws(scenario: &Scenario, arguments: &RunArguments) -> Result<(), Failure> {
    let settings = &arguments.settings;
    if !settings.has(Format::Parquet) || arguments.until.is_some() {
        return Ok(());
    }
    let experiment = job::experiment(scenario, settings)?;
    engine::check_kept(&experiment, &job::options(settings)).map_err(|_| counted())
}

fn counted() -> Failure {
    Failure::Usage(
        "--format parquet leaves the draws, and these do not fit in memory and are counted; raise \
         --memory or lower --draws"
            .to_owned(),
    )
}

/// One scenario with what it found.
struct Run<'r> {
    experiment: &'r Experiment<'r>,
    outcomes: &'r Outcomes,
    summary: &'r Summary,
    findings: &'r [BenchmarkFinding<'r>],
    drivers: &'r [Sensitivity],
    stopping: Option<&'r Stopping>,
}

impl Run<'_> {
    fn on_the_terminal(&self, texts: &Texts) -> String {
        let base = &self.outcomes.base;
        let mut text =
            terminal::overview(self.experiment, base, self.summary, self.findings, texts);
        text.extend(terminal::glance(
            self.experiment.scenario,
            self.drivers,
            texts,
        ));
        if base.quantile_error() > 0.0 {
            let error = texts.percent(base.quantile_error());
            text += &(texts.format("run-counted", &[("error", &error)]) + "\n");
        }
        text.extend(
            self.stopping
                .map(|stopping| terminal::ended(stopping, texts)),
        );
        text
    }

    fn found(&self, settings: &Settings) -> Result<Found, Failure> {
        let texts = Bilingual::default();
        Ok(Found {
            tables: self.tables(&texts),
            charts: NamedChart::all(&texts, |texts| self.charts(texts)),
            draws: self.draws(settings)?,
            ..Found::default()
        })
    }

    /// The draws, when they are to be left.
    fn draws(&self, settings: &Settings) -> Result<Vec<Column>, Failure> {
        if !settings.has(Format::Parquet) {
            return Ok(Vec::new());
        }
        let drawn = DrawnColumns::of(self.experiment, &job::options(settings))?;
        draw_columns(self.experiment, self.outcomes, &drawn).ok_or_else(counted)
    }

    fn charts(&self, texts: &Texts) -> Vec<Chart> {
        let (experiment, base) = (self.experiment, &self.outcomes.base);
        let mut charts = run_charts(experiment, base, self.summary, self.findings, texts);
        let stopping = self.stopping.iter();
        charts.extend(stopping.map(|stopping| convergence_chart(experiment, stopping, texts)));
        charts.extend(sensitivity_charts(experiment, self.drivers, texts));
        charts
    }

    fn tables(&self, texts: &Bilingual) -> Vec<NamedTable> {
        let scenario = self.experiment.scenario;
        let named = |name: &str, table: Table| NamedTable::new(name, table, texts);
        let own = self.of_variants(|found| &found.own);
        let mut runs = vec![VariantRun {
            scenario,
            variant: None,
            table: &self.outcomes.base,
            summary: self.summary,
        }];
        runs.extend(self.variant_runs(&own));
        let mut tables = vec![named("summary", summary_table(&runs))];
        if !scenario.variants.is_empty() {
            let differences = self.of_variants(|found| &found.difference);
            let differences = summary_table(&self.variant_runs(&differences));
            tables.push(named("difference", differences));
        }
        if scenario.supply.is_some() {
            tables.push(named("shortage", shortage_table(&runs)));
            tables.push(named("exchange", exchange_table(&runs)));
            tables.push(named("quality_lock", quality_lock_table(&runs)));
        }
        let benchmarks = benchmark_table(scenario, self.findings);
        tables.push(named("benchmarks", benchmarks));
        let drivers = sensitivity_table(scenario, self.drivers);
        tables.push(named("sensitivity", drivers));
        tables.push(named("evidence", evidence_table(scenario, self.drivers)));
        tables.push(named("inputs", input_table(scenario)));
        tables.push(named("sources", source_table(&[scenario])));
        tables
    }

    /// One table of outcomes of every variant, summarised.
    fn of_variants(&self, pick: fn(&VariantOutcomes) -> &OutcomeTable) -> Vec<Summarised<'_>> {
        let variants = self.outcomes.variants.iter().map(pick);
        variants
            .map(|table| (table, summarise(table, self.experiment.design)))
            .collect()
    }

    fn variant_runs<'s>(&'s self, of_variants: &'s [Summarised<'s>]) -> Vec<VariantRun<'s>> {
        let scenario = self.experiment.scenario;
        let variants = scenario.variants.iter().zip(of_variants);
        variants
            .map(|(variant, (table, summary))| VariantRun {
                scenario,
                variant: Some(variant),
                table,
                summary,
            })
            .collect()
    }
}

/// Outcomes with their summary.
type Summarised<'t> = (&'t OutcomeTable, Summary);

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
