//! `sweep`: many scenarios, variants and points, from where it was stopped.

mod folder;

use std::path::Path;
use std::time::{Duration, Instant};

use ruimtevraag::engine::EngineError;
use ruimtevraag::language::Texts;
use ruimtevraag::numeric::count;
use ruimtevraag::scenario::{self, ScenarioError, SweepFile};
use ruimtevraag::sweep::journal::{Resumed, SweepJournal};
use ruimtevraag::sweep::{self, Program, SweepError, SweepFindings, SweepPlan, Task, WholeCase};

pub use folder::leave_findings;

use super::arguments::{Settings, SweepArguments};
use super::interrupt;
use super::job;
use super::leave;
use super::output::{self, Failure};
use super::progress::Bar;

/// The program as far as outcomes may depend on it.
const PROGRAM: Program<'static> = Program {
    version: env!("CARGO_PKG_VERSION"),
    commit: env!("RUIMTEVRAAG_COMMIT"),
};

/// The file in the folder of a sweep that says what is done.
const JOURNAL: &str = ".journal";

/// Runs what is not yet done of a sweep, and leaves its tables and charts.
pub fn sweep(arguments: &SweepArguments) -> Result<(), Failure> {
    interrupt::listen();
    let started = Instant::now();
    let settings = &arguments.settings;
    let file = load(&arguments.sweep, settings)?;
    let plan = plan(&file, settings)?;
    let texts = Texts::new(settings.lang);
    if arguments.dry_run {
        return dry_run(&plan, settings, &texts);
    }
    let folder = leave::open_folder(file.id.as_str(), file.id.as_str(), settings)?;
    let (mut journal, resumed) = SweepJournal::open(&folder.path().join(JOURNAL), &plan)?;
    if !settings.quiet {
        output::message(&planned(&plan, &texts));
        tell(&resumed, &texts);
    }
    let open: Vec<_> = resumed.open_cases().into_iter().map(WholeCase).collect();
    let mut findings = resumed.findings;
    let found = compute(&plan, &open, settings, &mut |WholeCase(place), finding| {
        journal.add(&plan.cases[place], &finding)?;
        findings[place] = Some(finding);
        Ok(())
    });
    if let Err(error) = found {
        if matches!(error, SweepError::Engine(EngineError::Cancelled)) {
            let done = texts.whole(findings.iter().flatten().count());
            let all = texts.counted("run", findings.len());
            output::message(&texts.format("sweep-stopped", &[("done", &done), ("all", &all)]));
        }
        return Err(error.into());
    }
    let findings = SweepFindings {
        plan: &plan,
        findings: findings.into_iter().flatten().collect(),
    };
    leave_findings(&findings, &folder, (&arguments.sweep, started), settings)
}

/// Reads a sweep file, with the settings of the command line in place of its own.
pub fn load(path: &Path, settings: &Settings) -> Result<SweepFile, Failure> {
    let mut sweep = scenario::load_sweep(path)?;
    let run = &mut sweep.run;
    if let Some(draws) = settings.draws {
        run.draws = usize::try_from(draws).unwrap_or(usize::MAX);
    }
    run.seed = settings.seed.unwrap_or(run.seed);
    run.design = settings.design.unwrap_or(run.design);
    for scenario in &sweep.scenarios {
        if !settings.years.is_empty() {
            sweep.years = job::years(scenario, &settings.years)?;
        }
    }
    Ok(sweep)
}

/// Plans a sweep.
pub fn plan<'a>(sweep: &'a SweepFile, settings: &Settings) -> Result<SweepPlan<'a>, Failure> {
    let plan = SweepPlan::of(sweep, &job::options(settings), PROGRAM)
        .map_err(|problems| ScenarioError::Problems(Box::new(problems)))?;
    if plan.cases.is_empty() {
        let message = format!("the sweep `{}` leaves everything out", sweep.id);
        return Err(Failure::Usage(message));
    }
    Ok(plan)
}

/// Computes tasks with a bar, and says after the first how long the others will take.
pub fn compute<T: Task>(
    plan: &SweepPlan<'_>,
    tasks: &[T],
    settings: &Settings,
    keep: &mut sweep::Keep<'_, T>,
) -> Result<(), SweepError> {
    let texts = Texts::new(settings.lang);
    let options = job::options(settings);
    let bar = Bar::new(
        tasks.iter().map(|task| task.draws(plan)).sum(),
        plan.sweep.id.as_str(),
        settings.quiet,
    );
    let at_once = sweep::cases_at_once(plan, tasks.len(), &options);
    let started = Instant::now();
    let mut done = 0;
    let result = sweep::compute(plan, tasks, &options, &bar, &mut |task, found| {
        done += 1;
        let rounds = tasks.len().saturating_sub(done).div_ceil(at_once);
        if done == at_once && rounds > 0 && !settings.quiet {
            let rounds = u32::try_from(rounds).unwrap_or(u32::MAX);
            let left = started.elapsed().saturating_mul(rounds);
            bar.say(&texts.format("sweep-pace", &[("time", &time(left, &texts))]));
        }
        keep(task, found)
    });
    bar.finish();
    result
}

/// What a sweep will compute, in a line.
pub fn planned(plan: &SweepPlan<'_>, texts: &Texts) -> String {
    let sweep = plan.sweep;
    let variants = sweep.scenarios.first().map_or(0, |one| one.variants.len());
    texts.format(
        "sweep-plan",
        &[
            ("id", sweep.id.as_str()),
            ("cases", &texts.counted("run", plan.cases.len())),
            (
                "scenarios",
                &texts.counted("scenario", sweep.scenarios.len()),
            ),
            ("points", &texts.counted("point", plan.points.len())),
            ("variants", &texts.counted("variant", variants)),
            ("draws", &texts.counted("draw", sweep.run.draws)),
            ("outcomes", &texts.counted("outcome", plan.outcomes.len())),
        ],
    )
}

/// Says what the journal of an earlier sweep held.
fn tell(resumed: &Resumed, texts: &Texts) {
    let whole = |number| texts.whole(number);
    if resumed.is_torn {
        output::message(&texts.get("sweep-torn"));
    }
    if resumed.damaged > 0 {
        let lines = texts.counted("line", resumed.damaged);
        output::message(&texts.format("sweep-damaged", &[("lines", &lines)]));
    }
    if let Some(program) = &resumed.other_program {
        output::message(&texts.format("sweep-other-program", &[("program", program)]));
    }
    if !resumed.changed.is_empty() {
        let files = resumed.changed.join(", ");
        output::message(&texts.format("sweep-changed", &[("files", &files)]));
    }
    if resumed.of_no_use > 0 {
        let runs = texts.counted("run", resumed.of_no_use);
        output::message(&texts.format("sweep-of-no-use", &[("runs", &runs)]));
    }
    if resumed.done() > 0 {
        let (done, all) = (resumed.done(), resumed.findings.len());
        let values = [
            ("done", whole(done)),
            ("all", texts.counted("run", all)),
            ("open", whole(all - done)),
        ];
        output::message(&texts.format("sweep-resumed", &values));
    }
}

/// The draws of the two runs from which the time of a whole one is estimated.
const TRIAL: [usize; 2] = [64, 576];

/// Shows what would be run, and how long that would take by a trial of its first case.
fn dry_run(plan: &SweepPlan<'_>, settings: &Settings, texts: &Texts) -> Result<(), Failure> {
    output::result(&(planned(plan, texts) + "\n"))?;
    let Some(case) = plan.cases.first() else {
        return Ok(());
    };
    let mut times = [0.0; 2];
    for (time, draws) in times.iter_mut().zip(TRIAL) {
        let started = Instant::now();
        sweep::trial(plan, case, draws)?;
        *time = started.elapsed().as_secs_f64();
    }
    let [few, many] = TRIAL.map(count);
    let per_draw = (times[1] - times[0]).max(0.0) / (many - few);
    let of_case = times[0] + per_draw * (count(plan.sweep.run.draws) - few).max(0.0);
    let options = job::options(settings);
    let at_once = sweep::cases_at_once(plan, plan.cases.len(), &options);
    // The trial had one thread. A case that runs alone has all of them.
    let seconds = of_case * count(plan.cases.len()) / count(options.threads_used());
    let values = [
        (
            "time",
            time(Duration::from_secs_f64(seconds.min(1e9)), texts),
        ),
        ("at_once", texts.counted("run", at_once)),
        ("draws", texts.counted("draw", TRIAL[1])),
    ];
    output::result(&(texts.format("sweep-estimate", &values) + "\n"))
}

/// A time as people say it.
fn time(time: Duration, texts: &Texts) -> String {
    let seconds = time.as_secs_f64();
    let (key, number) = match seconds {
        _ if seconds < 100.0 => ("sweep-seconds", seconds),
        _ if seconds < 6_000.0 => ("sweep-minutes", seconds / 60.0),
        _ => ("sweep-hours", seconds / 3600.0),
    };
    let decimals = usize::from(number < 9.95);
    texts.format(key, &[("number", &texts.number(number, decimals))])
}
