//! Tasks computed side by side: cases, and parts of cases.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::error::SweepError;
use super::finding::Finding;
use super::plan::{Case, SweepPlan};
use crate::engine::{self, EngineError, Experiment, Observer, RunOptions, Unobserved};

/// Something of a plan that is computed at once.
pub trait Task: Copy + Sync {
    /// What it finds.
    type Found: Send;

    /// The place in the plan of the case that it is of.
    fn case(self) -> usize;

    /// How many draws it computes.
    fn draws(self, plan: &SweepPlan<'_>) -> usize;

    /// Computes it.
    ///
    /// # Errors
    /// As [`engine::run`].
    fn compute(
        self,
        plan: &SweepPlan<'_>,
        options: &RunOptions,
        observer: &dyn Observer,
    ) -> Result<Self::Found, EngineError>;
}

/// The whole case at a place of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WholeCase(pub usize);

impl Task for WholeCase {
    type Found = Finding;

    fn case(self) -> usize {
        self.0
    }

    fn draws(self, plan: &SweepPlan<'_>) -> usize {
        plan.sweep.run.draws
    }

    fn compute(
        self,
        plan: &SweepPlan<'_>,
        options: &RunOptions,
        observer: &dyn Observer,
    ) -> Result<Finding, EngineError> {
        let case = &plan.cases[self.0];
        let outcomes = engine::run(&plan.experiment(case), options, observer)?;
        Ok(Finding::of(plan, case, &outcomes))
    }
}

/// Takes what a task found, as soon as it is known.
pub type Keep<'k, T> = dyn FnMut(T, <T as Task>::Found) -> Result<(), SweepError> + Send + 'k;

/// How many cases run at once: as many as there are threads, while their draws fit in memory
/// together. Cases of few draws do not divide well over threads, so each has one of its own.
#[must_use]
pub fn cases_at_once(plan: &SweepPlan<'_>, cases: usize, options: &RunOptions) -> usize {
    let bytes = |case: &Case| {
        let rows = plan.keys[case.scenario].len() * (1 + plan.policies(case).count());
        engine::kept_bytes(rows, plan.sweep.run.draws)
    };
    let largest = plan.cases.iter().map(bytes).max().unwrap_or(0);
    let by_memory = options.memory / largest.max(1);
    options.threads_used().min(by_memory).min(cases).max(1)
}

/// Computes tasks and hands on what each found when it is known.
///
/// What is found does not depend on the number of threads, nor on which tasks are computed together.
///
/// # Errors
/// When the observer stops the sweep, a task fails, or `keep` refuses: the first of these.
pub fn compute<T: Task>(
    plan: &SweepPlan<'_>,
    tasks: &[T],
    options: &RunOptions,
    observer: &dyn Observer,
    keep: &mut Keep<'_, T>,
) -> Result<(), SweepError> {
    let at_once = cases_at_once(plan, tasks.len(), options);
    let crew = Crew {
        plan,
        tasks,
        options: RunOptions {
            threads: (options.threads_used() / at_once).max(1),
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

/// Passes progress on, and stops every task when one has failed.
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

/// Threads that take task after task.
struct Crew<'a, 'k, T: Task> {
    plan: &'a SweepPlan<'a>,
    tasks: &'a [T],
    options: RunOptions,
    next: AtomicUsize,
    watch: Watch<'a>,
    /// Where findings go, and what went wrong first.
    keep: Mutex<(&'a mut Keep<'k, T>, Option<SweepError>)>,
}

impl<T: Task> Crew<'_, '_, T> {
    fn work(&self) {
        while !self.watch.is_over.load(Ordering::Relaxed) {
            let next = self.next.fetch_add(1, Ordering::Relaxed);
            let Some(&task) = self.tasks.get(next) else {
                return;
            };
            let found = task.compute(self.plan, &self.options, &self.watch);
            let mut keep = self.keep.lock().unwrap_or_else(PoisonError::into_inner);
            let (give, failure) = &mut *keep;
            let kept = match found {
                Ok(found) => give(task, found),
                Err(error) => Err(error.into()),
            };
            if let Err(error) = kept {
                self.watch.is_over.store(true, Ordering::Relaxed);
                failure.get_or_insert(error);
            }
        }
    }
}
