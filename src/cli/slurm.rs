//! `slurm`: a sweep on a Slurm cluster.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use ruimtevraag::engine::Observer;
use ruimtevraag::files;
use ruimtevraag::language::Texts;
use ruimtevraag::sweep::SweepPlan;
use ruimtevraag::sweep::shard::Shard;
use ruimtevraag::sweep::slurm::SlurmJob;

use super::arguments::{Settings, SlurmArguments};
use super::leave;
use super::output::{self, Failure};
use super::progress::Bar;
use super::shard::shards_beside;
use super::{interrupt, sweep};

/// The script, in the folder of the shards.
const SCRIPT: &str = "submit.sh";

/// How long to wait before looking at the cluster again.
const PAUSE: Duration = Duration::from_secs(1);

/// Writes the script, and submits it when asked to.
pub fn slurm(arguments: &SlurmArguments) -> Result<(), Failure> {
    interrupt::listen();
    let settings = &arguments.settings;
    let file = sweep::load(&arguments.sweep, settings)?;
    let plan = sweep::plan(&file, settings)?;
    let texts = Texts::new(settings.lang);
    let job = job(arguments, &plan)?;
    let script = Path::new(&job.shards_folder).join(SCRIPT);
    files::write_atomically(&script, job.script().as_bytes())?;
    if !settings.quiet {
        output::message(&sweep::planned(&plan, &texts));
    }
    if arguments.submit {
        return submit(&job, &script, settings);
    }
    let shown = script.display().to_string();
    output::result(&(texts.format("sweep-script", &[("file", &shown)]) + "\n"))
}

fn job(arguments: &SlurmArguments, plan: &SweepPlan<'_>) -> Result<SlurmJob, Failure> {
    let settings = &arguments.settings;
    let here = |what: &str, found: std::io::Result<PathBuf>| {
        let found = found.map_err(|error| Failure::Cluster(format!("{what}: {error}")))?;
        Ok::<_, Failure>(found.display().to_string())
    };
    let id = plan.sweep.id.as_str();
    let out = settings.out.clone();
    let out = out.unwrap_or_else(|| leave::usual_folder(id));
    let mut merge_arguments = vec!["--out".to_owned(), out.display().to_string()];
    merge_arguments.extend(settings.output_words());
    Ok(SlurmJob {
        name: id.to_owned(),
        program: here("the program", env::current_exe())?,
        folder: here("the working folder", env::current_dir())?,
        sweep: arguments.sweep.display().to_string(),
        shards_folder: shards_beside(&out).display().to_string(),
        shards: arguments.shards,
        cores: arguments.cores,
        time: arguments.time.clone(),
        options: arguments.options.clone(),
        arguments: words(settings, plan),
        merge_arguments,
    })
}

/// The settings on which the outcomes depend, whatever the sweep file becomes while tasks wait.
fn words(settings: &Settings, plan: &SweepPlan<'_>) -> Vec<String> {
    let run = &plan.sweep.run;
    let years: Vec<_> = plan.sweep.years.iter().map(ToString::to_string).collect();
    let values = [
        ("--draws", run.draws.to_string()),
        ("--seed", run.seed.to_string()),
        ("--design", run.design.to_string()),
        ("--years", years.join(",")),
        ("--memory", settings.memory.to_string()),
    ];
    let words = values
        .into_iter()
        .flat_map(|(name, value)| [name.to_owned(), value]);
    words.chain(["--quiet".to_owned()]).collect()
}

/// Submits the script, and shows how many shards are there until they are merged.
fn submit(job: &SlurmJob, script: &Path, settings: &Settings) -> Result<(), Failure> {
    let texts = Texts::new(settings.lang);
    let told = ask("bash", &[&script.display().to_string()])?;
    let Some((array, merge)) = told.trim().split_once(' ') else {
        return Err(Failure::Cluster(format!("sbatch answered `{told}`")));
    };
    output::message(&texts.format("sweep-submitted", &[("array", array), ("merge", merge)]));
    let shards = usize::try_from(job.shards).unwrap_or(usize::MAX);
    let bar = Bar::new(shards, &texts.get("sweep-parts-done"), settings.quiet);
    let mut known = 0;
    let state = loop {
        let done = shards_in(Path::new(&job.shards_folder), shards);
        bar.advanced(done.saturating_sub(known));
        known = known.max(done);
        let state = state_of(merge)?;
        let is_over = ![
            "PENDING",
            "RUNNING",
            "COMPLETING",
            "REQUEUED",
            "SUSPENDED",
            "CONFIGURING",
        ]
        .contains(&state.as_str());
        if is_over || interrupt::is_asked() {
            break state;
        }
        sleep(PAUSE);
    };
    bar.finish();
    if state == "COMPLETED" {
        return Ok(());
    }
    Err(Failure::Cluster(format!(
        "task {merge} is {state}; what tasks said stands in {}/logs",
        job.shards_folder
    )))
}

/// How many of the shards are in a folder.
fn shards_in(folder: &Path, shards: usize) -> usize {
    let is_there = |number: &usize| {
        let shard = Shard::new(*number, shards);
        shard.is_some_and(|shard| files::exists(&folder.join(shard.file_name())))
    };
    (1..=shards).filter(is_there).count()
}

/// The state of a task, as Slurm names it.
fn state_of(task: &str) -> Result<String, Failure> {
    let told = ask("scontrol", &["show", "job", "--oneliner", task])?;
    let state = told
        .split_whitespace()
        .find_map(|word| word.strip_prefix("JobState="));
    Ok(state.unwrap_or("UNKNOWN").to_owned())
}

/// What another program answers.
fn ask(program: &str, words: &[&str]) -> Result<String, Failure> {
    let failed = |why: &str| Failure::Cluster(format!("{program}: {}", why.trim()));
    let asked = Command::new(program).args(words).output();
    let answer = asked.map_err(|error| failed(&error.to_string()))?;
    if !answer.status.success() {
        return Err(failed(&String::from_utf8_lossy(&answer.stderr)));
    }
    Ok(String::from_utf8_lossy(&answer.stdout).into_owned())
}
