//! What shards are made of.

use crate::engine::{self, CountedPart, EngineError, Observer, RunOptions};
use crate::sweep::compute::{Task, WholeCase};
use crate::sweep::finding::Finding;
use crate::sweep::journal::line;
use crate::sweep::plan::{Case, SweepPlan};
use crate::sweep::text;

/// What a shard computes at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Piece {
    /// The case at a place of the plan.
    Case(usize),
    /// One replicate of a case whose draws are counted.
    Part {
        /// The place of the case in the plan.
        case: usize,
        /// The place of the replicate in the case.
        replicate: usize,
    },
}

/// What a piece found.
#[derive(Debug, Clone, PartialEq)]
pub enum PieceFound {
    /// A case.
    Case(Finding),
    /// The replicate at a place.
    Part(usize, CountedPart),
}

impl Task for Piece {
    type Found = PieceFound;

    fn case(self) -> usize {
        match self {
            Self::Case(case) | Self::Part { case, .. } => case,
        }
    }

    fn draws(self, plan: &SweepPlan<'_>) -> usize {
        match self {
            Self::Case(case) => WholeCase(case).draws(plan),
            Self::Part { case, .. } => plan.sweep.run.draws / plan.cases[case].parts,
        }
    }

    fn compute(
        self,
        plan: &SweepPlan<'_>,
        options: &RunOptions,
        observer: &dyn Observer,
    ) -> Result<PieceFound, EngineError> {
        match self {
            Self::Case(case) => {
                let found = WholeCase(case).compute(plan, options, observer);
                found.map(PieceFound::Case)
            }
            Self::Part { case, replicate } => {
                let experiment = plan.experiment(&plan.cases[case]);
                let found = engine::count_part(&experiment, options, observer, replicate);
                found.map(|counted| PieceFound::Part(replicate, counted))
            }
        }
    }
}

impl PieceFound {
    /// What was found of a case, as a line.
    pub(super) fn line(&self, case: &Case) -> String {
        match self {
            Self::Case(finding) => line(case, finding),
            Self::Part(replicate, counted) => {
                let counted = text::written(counted);
                format!("part\t{}\t{replicate}\t{counted}", case.fingerprint)
            }
        }
    }
}
