//! Cases computed side by side.

use std::num::NonZero;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::error::SweepError;
use super::finding::Finding;
use super::plan::{Case, SweepPlan};
use crate::engine::{self, EngineError, Experiment, Observer, RunOptions, Unobserved};

/// Takes what the case at a place of the plan found, as soon as it is known.
pub type Keep<'k> = dyn FnMut(usize, Finding) -> Result<(), SweepError> + Send + 'k;

/// How many cases run at once: as many as there are threads, while their draws fit in memory
/// together. Cases of few draws do not divide well over threads, so each has one of its own.
#[must_use]
pub fn cases_at_once(plan: &SweepPlan<'_>, cases: usize, options: &RunOptions) -> usize {
    let bytes = |case: &Case| {
        let rows = plan.keys[case.scenario].len() * (1 + 2 * case.variants.len());
        rows.saturating_mul(plan.sweep.run.draws * size_of::<f64>())
    };
    let largest = plan.cases.iter().map(bytes).max().unwrap_or(0);
    let by_memory = options.memory / largest.max(1);
    threads(options).min(by_memory).min(cases).max(1)
}

fn threads(options: &RunOptions) -> usize {
    match options.threads {
        0 => thread::available_parallelism().map_or(1, NonZero::get),
        number => number,
    }
}

/// Computes cases, named by their places in the plan, and hands on what each found when it is known.
///
/// What is found does not depend on the number of threads, nor on which cases are computed together.
///
/// # Errors
/// When the observer stops the sweep, a case fails, or `keep` refuses: the first of these.
pub fn compute(
    plan: &SweepPlan<'_>,
    cases: &[usize],
    options: &RunOptions,
    observer: &dyn Observer,
    keep: &mut Keep<'_>,
) -> Result<(), SweepError> {
    let at_once = cases_at_once(plan, cases.len(), options);
    let crew = Crew {
        plan,
        cases,
        options: RunOptions {
            threads: (threads(options) / at_once).max(1),
            ..*options
        },
        next: AtomicUsize::new(0),
        watch: Watch {
            observer,
            is_over: AtomicBool::new(false),
        },
        keep: Mutex::new((keep, None)),
    };
    thread::scope(|scope| {
        for _ in 1..at_once {
            scope.spawn(|| crew.work());
        }
        crew.work();
    });
    let (_, failure) = crew
        .keep
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner);
    failure.map_or(Ok(()), Err)
}

/// Runs a case with few draws, for whoever wants to know how long that takes.
///
/// # Errors
/// As [`engine::run`].
pub fn trial(plan: &SweepPlan<'_>, case: &Case, draws: usize) -> Result<(), EngineError> {
    let experiment = Experiment {
        draws,
        ..plan.experiment(case)
    };
    let options = RunOptions {
        threads: 1,
        ..RunOptions::default()
    };
    engine::run(&experiment, &options, &Unobserved).map(|_| ())
}

/// Passes progress on, and stops every case when one has failed.
struct Watch<'a> {
    observer: &'a dyn Observer,
    is_over: AtomicBool,
}

impl Observer for Watch<'_> {
    fn advanced(&self, draws: usize) {
        self.observer.advanced(draws);
    }

    fn is_cancelled(&self) -> bool {
        self.is_over.load(Ordering::Relaxed) || self.observer.is_cancelled()
    }
}

/// Threads that take case after case.
struct Crew<'a, 'k> {
    plan: &'a SweepPlan<'a>,
    cases: &'a [usize],
    options: RunOptions,
    next: AtomicUsize,
    watch: Watch<'a>,
    /// Where findings go, and what went wrong first.
    keep: Mutex<(&'a mut Keep<'k>, Option<SweepError>)>,
}

impl Crew<'_, '_> {
    fn work(&self) {
        while !self.watch.is_over.load(Ordering::Relaxed) {
            let next = self.next.fetch_add(1, Ordering::Relaxed);
            let Some(&place) = self.cases.get(next) else {
                return;
            };
            let case = &self.plan.cases[place];
            let experiment = self.plan.experiment(case);
            let outcomes = engine::run(&experiment, &self.options, &self.watch);
            let finding = outcomes.map(|outcomes| Finding::of(self.plan, case, &outcomes));
            let mut keep = self.keep.lock().unwrap_or_else(PoisonError::into_inner);
            let (give, failure) = &mut *keep;
            let kept = match finding {
                Ok(finding) => give(place, finding),
                Err(error) => Err(error.into()),
            };
            if let Err(error) = kept {
                self.watch.is_over.store(true, Ordering::Relaxed);
                failure.get_or_insert(error);
            }
        }
    }
}
