//! What a command that computed leaves in its folder: tables, charts, results and the record.

use std::path::{Path, PathBuf};
use std::time::Instant;

use rayon::ThreadPoolBuilder;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use ruimtevraag::analysis::Stopping;
use ruimtevraag::chart::{self, Size};
use ruimtevraag::engine::{EngineError, Experiment};
use ruimtevraag::export::{
    Artefact, Column, ExportError, FileRecord, Format, MOST_ROWS, RunFolder, RunRecord,
    columns_to_parquet, dataset, kept_files, to_csv, to_xlsx,
};
use ruimtevraag::id::fingerprint;
use ruimtevraag::language::{Bilingual, Localised, Texts};
use ruimtevraag::report::{self, Charts};
use ruimtevraag::results::{
    self, JobIdentity, JobKind, KeyMessage, Named, NamedChart, NamedTable, Results,
    ScenarioIdentity,
};
use ruimtevraag::scenario::{Scenario, SourceText};
use ruimtevraag::units::Year;

use super::arguments::Settings;
use super::job;
use super::output::{self, Failure};

/// PNG pixels per unit of the SVG: 3200 pixels wide at the default size.
pub const PNG_SCALE: f32 = 2.0;

/// Where a job of that name leaves what it found, unless a folder was named.
pub fn usual_folder(name: &str) -> PathBuf {
    Path::new("output").join(name)
}

/// Holds the folder of a job for one owner, and tells whom it replaces.
pub fn open_folder(name: &str, owner: &str, settings: &Settings) -> Result<RunFolder, Failure> {
    let path = settings.out.clone();
    let path = path.unwrap_or_else(|| usual_folder(name));
    let folder = RunFolder::open(&path, owner)?;
    if !settings.quiet {
        if folder.was_broken_off() {
            output::message(&format!(
                "note: an earlier run in {} was broken off while its files were put in place; \
                 this run replaces them",
                path.display()
            ));
        } else if let Some(previous) = folder.previous() {
            output::message(&format!(
                "note: replaces the run {:.8} in {}",
                previous.fingerprint,
                path.display()
            ));
        }
    }
    Ok(folder)
}

/// A command at work, to be recorded when it is done.
pub struct Job<'a> {
    /// The name of the command.
    pub kind: &'static str,
    /// What the folder is about.
    pub owner: &'a str,
    /// The title of the whole, where that is not the title of its scenarios.
    pub title: Option<Localised>,
    /// The first words of the line that repeats the job.
    pub command: String,
    /// What was asked beyond settings and files, for the fingerprint: conditions, outcomes, methods, levels.
    pub question: Vec<String>,
    /// What was run, one experiment for each scenario; the record tells the settings of the first.
    pub experiments: Vec<&'a Experiment<'a>>,
    /// Files that were read beside those of the scenarios.
    pub files: &'a [SourceText],
    /// Whether the files of the scenario are kept, so that it can be compared with later ones.
    pub keeps_scenario: bool,
    /// How the job came to its end, when it went by a rule.
    pub stopping: Option<&'a Stopping>,
    /// The relative error of quantiles; 0 when all draws were kept.
    pub quantile_error: f64,
    /// When the job began.
    pub started: Instant,
}

/// What a command found, in the order in which it is to be read.
#[derive(Default)]
pub struct Found {
    /// The tables.
    pub tables: Vec<NamedTable>,
    /// What is to be said first of all.
    pub messages: Vec<KeyMessage>,
    /// The charts, in both languages.
    pub charts: Vec<NamedChart>,
    /// The names of tables that are left as Parquet without being asked for.
    pub datasets: &'static [&'static str],
    /// The draws, when they were asked for.
    pub draws: Vec<Column>,
}

impl<'a> Job<'a> {
    /// A job of a kind, for an owner, that reads only scenarios, keeps every draw and goes by no rule.
    pub fn begun(kind: &'static str, owner: &'a str, started: Instant) -> Self {
        Self {
            kind,
            owner,
            title: None,
            command: String::new(),
            question: Vec::new(),
            experiments: Vec::new(),
            files: &[],
            keeps_scenario: false,
            stopping: None,
            quantile_error: 0.0,
            started,
        }
    }

    /// Leaves everything found in the folder, and says where it is.
    pub fn leave(
        &self,
        found: Found,
        folder: &RunFolder,
        settings: &Settings,
    ) -> Result<(), Failure> {
        let record = self.record(settings);
        let mut artefacts = tables(&found, settings)?;
        if self.keeps_scenario {
            artefacts.extend(kept_files(&self.experiments[0].scenario.files));
        }
        if !settings.no_charts {
            artefacts.extend(drawn(&found.charts, settings)?);
        }
        if !found.draws.is_empty() {
            let content = columns_to_parquet(&found.draws).map_err(ExportError::from)?;
            artefacts.push(artefact("draws.parquet", content));
        }
        let results = self.results(found, &record);
        artefacts.push(artefact(report::FILE, report(&results, settings)?));
        artefacts.push(artefact(results::FILE, results.to_json()?));
        if settings.has(Format::Xlsx) {
            let book = results.book(&Texts::new(settings.lang));
            let content = to_xlsx(&book).map_err(ExportError::from)?;
            artefacts.push(artefact("results.xlsx", content));
        }
        if settings.has(Format::Geojson) {
            artefacts.push(artefact("regions.geojson", results.regions_geojson()?));
            artefacts.push(artefact("places.geojson", results.places_geojson()?));
        }
        folder.leave(artefacts, &record)?;
        Ok(())
    }

    fn results(&self, found: Found, record: &RunRecord) -> Results {
        let texts = Bilingual::default();
        let job = JobIdentity {
            title: self.title.clone(),
            quantile_error: self.quantile_error,
            ..JobIdentity::of(JobKind::new(self.kind), record)
        };
        let experiments = self.experiments.iter();
        Results {
            format: results::FORMAT,
            job,
            sectors: Named::sectors(&texts),
            segments: Named::segments(&texts),
            scenarios: experiments
                .map(|experiment| ScenarioIdentity::of(experiment))
                .collect(),
            tables: found.tables,
            messages: found.messages,
            charts: found.charts,
        }
    }

    /// The scenarios of all experiments.
    pub fn scenarios(&self) -> Vec<&Scenario> {
        let experiments = self.experiments.iter();
        experiments.map(|experiment| experiment.scenario).collect()
    }

    /// What makes the job repeatable.
    fn record(&self, settings: &Settings) -> RunRecord {
        let experiment = self.experiments[0];
        let inputs = self.inputs();
        RunRecord {
            format: 0,
            scenario: self.owner.to_owned(),
            fingerprint: self.fingerprint(&inputs, settings),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            commit: env!("RUIMTEVRAAG_COMMIT").to_owned(),
            draws: experiment.draws as u64,
            seed: experiment.seed,
            design: experiment.design.to_string(),
            years: year_numbers(experiment),
            language: settings.lang.to_string(),
            command: self.line(settings),
            until: self.stopping.map(|stopping| stopping.rule.to_string()),
            ended: self
                .stopping
                .map(|stopping| stopping.ended.name().to_owned()),
            seconds: self.started.elapsed().as_secs_f64(),
            inputs,
            artefacts: Vec::new(),
        }
    }

    /// The same for jobs that must find the same.
    fn fingerprint(&self, inputs: &[FileRecord], settings: &Settings) -> String {
        let mut parts = vec![env!("CARGO_PKG_VERSION").to_owned(), self.owner.to_owned()];
        for experiment in &self.experiments {
            parts.extend([
                experiment.draws.to_string(),
                experiment.seed.to_string(),
                experiment.design.to_string(),
                format!("{:?}", year_numbers(experiment)),
            ]);
        }
        // Beyond it quantiles come from counts.
        parts.push(settings.memory.to_string());
        let replicates = self.experiments.iter();
        let replicates = replicates.filter_map(|one| one.replicate_draws);
        parts.extend(replicates.map(|draws| draws.to_string()));
        let files = inputs.iter().map(|input| &input.blake3);
        let parts = parts.iter().chain(&self.question).chain(files);
        fingerprint(parts.map(String::as_str))
    }

    /// Every file that was read, once.
    fn inputs(&self) -> Vec<FileRecord> {
        let scenarios = self.scenarios();
        let files = scenarios.iter().flat_map(|scenario| &scenario.files);
        let mut inputs: Vec<_> = files
            .chain(self.files)
            .map(|file| FileRecord::of(file.name(), file.text().as_bytes()))
            .collect();
        inputs.sort_by(|a, b| a.path.cmp(&b.path));
        inputs.dedup();
        inputs
    }

    /// The line that repeats this job, whatever the settings of its scenarios become. A setting in which they differ
    /// was not typed: it stays theirs.
    fn line(&self, settings: &Settings) -> String {
        let alike = [
            self.alike("--draws", |one| one.draws.to_string()),
            self.alike("--seed", |one| one.seed.to_string()),
            self.alike("--design", |one| one.design.to_string()),
            self.alike("--years", typed_years),
        ];
        let mut words = vec!["ruimtevraag".to_owned(), self.command.clone()];
        words.extend(alike.into_iter().flatten().flatten());
        words.extend(["--memory".to_owned(), settings.memory.to_string()]);
        words.extend(settings.output_words());
        words.join(" ")
    }

    /// An option with what all experiments have for it; nothing when they differ.
    fn alike(&self, option: &str, value: fn(&Experiment<'_>) -> String) -> Option<[String; 2]> {
        let mut values = self.experiments.iter().map(|one| value(one));
        let first = values.next()?;
        let are_alike = values.all(|other| other == first);
        are_alike.then(|| [option.to_owned(), first])
    }
}

fn year_numbers(experiment: &Experiment<'_>) -> Vec<u16> {
    let years = experiment.years.iter();
    years.map(|year| year.number()).collect()
}

fn typed_years(experiment: &Experiment<'_>) -> String {
    let years: Vec<_> = experiment.years.iter().map(Year::to_string).collect();
    years.join(",")
}

/// The report of a job, without charts when none are wanted.
fn report(results: &Results, settings: &Settings) -> Result<Vec<u8>, Failure> {
    let charts = if settings.no_charts {
        Charts::Without
    } else {
        Charts::With
    };
    let page = report::report(&[results], &Texts::new(settings.lang), charts)?;
    Ok(page.into_bytes())
}

/// Says where a job left what it found.
pub fn tell_where(folder: &RunFolder, settings: &Settings, texts: &Texts) {
    if !settings.quiet {
        let report = folder.path().join(report::FILE).display().to_string();
        let folder = folder.path().display().to_string();
        output::message(&texts.format("run-left-in", &[("folder", &folder)]));
        output::message(&texts.format("report-written", &[("file", &report)]));
    }
}

fn artefact(path: &str, content: Vec<u8>) -> Artefact {
    Artefact {
        path: path.to_owned(),
        content,
    }
}

/// Tables as files: each as CSV, and as Parquet when that was asked for or is the custom of the job.
fn tables(found: &Found, settings: &Settings) -> Result<Vec<Artefact>, ExportError> {
    let mut artefacts = Vec::new();
    for NamedTable { name, table, .. } in &found.tables {
        let content = to_csv(table, settings.csv_dialect)?;
        artefacts.push(artefact(&format!("{name}.csv"), content));
        if settings.has(Format::Parquet) || found.datasets.contains(&name.as_str()) {
            artefacts.extend(dataset(name, table, MOST_ROWS)?);
        }
    }
    Ok(artefacts)
}

/// The most charts that are drawn at once: each takes some 40 MB while it becomes a PNG.
const MOST_DRAWN: usize = 4;

/// Charts as files, each as SVG and PNG.
fn drawn(charts: &[NamedChart], settings: &Settings) -> Result<Vec<Artefact>, Failure> {
    let threads = job::options(settings).threads_used().min(MOST_DRAWN);
    let pool = ThreadPoolBuilder::new().num_threads(threads);
    let pool = pool.build().map_err(EngineError::from)?;
    let drawn: Result<Vec<_>, Failure> = pool.install(|| {
        let charts = charts.par_iter();
        // Each thread has texts of its own, since they remember what they formatted.
        let drawn = charts.map_init(
            || Texts::new(settings.lang),
            |texts, chart| pictures(chart, texts),
        );
        drawn.collect()
    });
    Ok(drawn?.into_iter().flatten().collect())
}

/// One chart as PNG and SVG.
fn pictures(chart: &NamedChart, texts: &Texts) -> Result<[Artefact; 2], Failure> {
    let svg = chart::svg(chart.get(texts.language()), texts, Size::default())?;
    let path = |end: &str| format!("charts/{}.{end}", chart.name());
    Ok([
        artefact(&path("png"), chart::png(&svg, PNG_SCALE)?),
        artefact(&path("svg"), svg.into_bytes()),
    ])
}
