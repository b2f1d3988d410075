//! What every command that computes has in common: files, scenarios, experiments, runs.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use ruimtevraag::analysis::{self, Condition, REPLICATE_DRAWS, Stopping, StoppingRule, UntilError};
use ruimtevraag::engine::{self, Detail, Experiment, Outcomes, RunOptions};
use ruimtevraag::files;
use ruimtevraag::results;
use ruimtevraag::scenario::{self, NO_VARIANT, Scenario};
use ruimtevraag::units::Year;

use super::arguments::Settings;
use super::output::Failure;
use super::progress::Bar;

/// The unit of `--memory`, in bytes.
const MEBIBYTE: usize = 1 << 20;

/// Files as they are named, with every TOML file in the folders among them, in order of names.
pub fn files_of(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        if files::is_folder(path) {
            let inside = files::names_in(path)?;
            let inside = inside.into_iter().map(|name| path.join(name));
            let before = files.len();
            files.extend(inside.filter(|file| file.extension() == Some(OsStr::new("toml"))));
            if files.len() == before {
                let message = format!("{} holds no .toml file", path.display());
                return Err(Failure::Usage(message));
            }
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}

/// Paths as they are typed, each behind a space and perhaps an option.
pub fn typed(option: &str, paths: &[PathBuf]) -> String {
    let mut typed = String::new();
    for path in paths {
        for word in [option, &quoted(path)] {
            if !word.is_empty() {
                typed.push(' ');
                typed.push_str(word);
            }
        }
    }
    typed
}

/// A path as it is typed: in quotes when it holds a space.
pub fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    if path.contains(' ') {
        format!("\"{path}\"")
    } else {
        path
    }
}

/// The names of the policy variants of a scenario in the order in which they were typed, as a part of a question.
pub fn variants_asked(scenario: &Scenario) -> String {
    let ids = scenario.variants.iter().map(|variant| variant.id.as_str());
    ids.collect::<Vec<_>>().join(" ")
}

/// A refusal of what was typed behind an option.
pub fn refused(option: &str, error: &dyn std::error::Error) -> Failure {
    Failure::Usage(format!("{option}: {error}"))
}

/// Says what can be done with the folder of a finished run where a scenario file is wanted.
pub fn refuse_runs(paths: &[PathBuf]) -> Result<(), Failure> {
    let Some(folder) = paths.iter().find(|path| results::is_run(path)) else {
        return Ok(());
    };
    let folder = folder.display();
    Err(Failure::Usage(format!(
        "{folder} is the folder of a finished run, and a scenario file is wanted here; `plot {folder}` \
         draws its charts again, and `compare {folder} OTHER` sets it beside another run"
    )))
}

/// Reads scenarios, each with the same variants.
pub fn load_all(paths: &[PathBuf], variants: &[PathBuf]) -> Result<Vec<Scenario>, Failure> {
    refuse_runs(paths)?;
    let variants: Vec<_> = variants.iter().map(PathBuf::as_path).collect();
    let mut scenarios: Vec<Scenario> = Vec::new();
    for path in paths {
        let scenario = scenario::load_with_variants(path, &variants)?;
        if scenarios.iter().any(|other| other.id == scenario.id) {
            return Err(Failure::Usage(format!(
                "two of the scenarios have the id `{}`, so that their outcomes could not be told \
                 apart",
                scenario.id
            )));
        }
        check_variants(&scenario)?;
        scenarios.push(scenario);
    }
    Ok(scenarios)
}

/// Tables tell variants apart by their id, and call the scenario itself `none`.
fn check_variants(scenario: &Scenario) -> Result<(), Failure> {
    let mut known = vec![NO_VARIANT];
    for variant in &scenario.variants {
        let id = variant.id.as_str();
        if known.contains(&id) {
            return Err(Failure::Usage(format!(
                "more than one variant has the id `{id}`, so that their outcomes could not be told \
                 apart (`none` is the scenario without variant)"
            )));
        }
        known.push(id);
    }
    Ok(())
}

/// The experiment that the scenario and the settings ask for.
pub fn experiment<'a>(
    scenario: &'a Scenario,
    settings: &Settings,
) -> Result<Experiment<'a>, Failure> {
    let mut experiment = Experiment::of(scenario);
    if let Some(draws) = settings.draws {
        experiment.draws = usize::try_from(draws).unwrap_or(usize::MAX);
    }
    experiment.seed = settings.seed.unwrap_or(experiment.seed);
    experiment.design = settings.design.unwrap_or(experiment.design);
    if !settings.years.is_empty() {
        experiment.years = years(scenario, &settings.years)?;
    }
    experiment.variants = scenario.variants.iter().collect();
    Ok(experiment)
}

/// The experiment that reports what a condition looks at and nothing else, where the condition was typed behind an
/// option; refused when it cannot report that.
pub fn experiment_on<'a>(
    scenario: &'a Scenario,
    (option, condition): (&str, &Condition),
    settings: &Settings,
) -> Result<Experiment<'a>, Failure> {
    let refused = |error| refused(option, &error);
    let keys = condition.keys_in(scenario);
    let keys = keys.map_err(|error| refused(error.into()))?;
    let mut experiment = experiment(scenario, settings)?;
    let years = condition.years();
    if !years.is_empty() {
        experiment.years = years;
    }
    experiment.detail = Detail::Only(keys);
    condition.check(&experiment).map_err(refused)?;
    Ok(experiment)
}

pub fn years(scenario: &Scenario, asked: &[u16]) -> Result<Vec<Year>, Failure> {
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

/// The means of a run.
pub fn options(settings: &Settings) -> RunOptions {
    RunOptions {
        threads: settings.threads,
        memory: settings.memory.saturating_mul(MEBIBYTE),
    }
}

/// Runs an experiment with a bar that shows how far it is.
pub fn compute(
    experiment: &Experiment<'_>,
    settings: &Settings,
    label: &str,
) -> Result<Outcomes, Failure> {
    let bar = Bar::new(experiment.draws, label, settings.quiet);
    let outcomes = engine::run(experiment, &options(settings), &bar);
    bar.finish();
    Ok(outcomes?)
}

/// The most draws of a run by a rule, unless --draws says otherwise.
const MOST_DRAWS: usize = 1_000_000;

/// Runs an experiment until a rule is met, if there is one. The experiment is then the one that was
/// done: its draws are those that were made.
pub fn compute_until(
    experiment: &mut Experiment<'_>,
    rule: Option<&StoppingRule>,
    settings: &Settings,
    label: &str,
) -> Result<(Outcomes, Option<Stopping>), Failure> {
    let Some(rule) = rule else {
        return Ok((compute(experiment, settings, label)?, None));
    };
    if settings.draws.is_none() {
        experiment.draws = MOST_DRAWS;
    }
    let bar = Bar::new(experiment.draws, label, settings.quiet);
    let found = analysis::compute_until(experiment, &options(settings), &bar, rule);
    bar.finish();
    let (outcomes, stopping) = found.map_err(|error| match error {
        UntilError::Engine(error) => error.into(),
        other => Failure::Usage(format!("--until: {other}")),
    })?;
    experiment.draws = outcomes.base.draws();
    experiment.replicate_draws = Some(REPLICATE_DRAWS);
    Ok((outcomes, Some(stopping)))
}
