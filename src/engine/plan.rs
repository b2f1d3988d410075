//! One chunk of draws at a time: columns in, outcome rows out.

use std::ops::Range;

use ndarray::Array2;

use super::experiment::Experiment;
use super::facts::{ChunkFacts, FactList};
use super::key::OutcomeKey;
use super::rows::Rows;
use super::sampler::{InputSampler, SamplingColumns};
use crate::model::{Draws, LandFlows, Workspace};

/// Draws that are computed at once: few enough to stay near the processor.
pub(super) const CHUNK: usize = 128;

/// What all workers share.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    experiment: &'a Experiment<'a>,
    sampler: InputSampler,
    facts: FactList,
    rows: Rows,
}

impl<'a> Plan<'a> {
    pub fn of(experiment: &'a Experiment<'a>) -> Self {
        let system = &experiment.scenario.system;
        let facts = FactList::of(system, &experiment.years);
        let rows = Rows::plan(system, &facts, &experiment.years);
        Self {
            experiment,
            sampler: InputSampler::of(experiment),
            facts,
            rows,
        }
    }

    /// What the rows are about, in order.
    pub fn keys(&self) -> Vec<OutcomeKey> {
        self.rows.keys()
    }

    /// The draws of each independent replicate, in order.
    pub fn replicates(&self) -> impl Iterator<Item = Range<usize>> {
        let index = |draw: u64| usize::try_from(draw).unwrap_or(usize::MAX);
        let replicates = self.sampler.replicates().ranges();
        replicates.map(move |range| index(range.start)..index(range.end))
    }

    /// The memory of one thread, used again for every chunk.
    pub fn worker(&self) -> Worker<'_> {
        let mut worker = Worker {
            plan: self,
            columns: self.sampler.columns(CHUNK),
            draws: Draws::zeros(0, 0, 0, 0),
            flows: LandFlows::zeros(0, 0),
            workspace: Workspace::default(),
            facts: ChunkFacts::default(),
            rows: Array2::zeros((0, 0)),
        };
        worker.resize(CHUNK);
        worker
    }
}

/// One thread's way from draws to outcomes.
pub(super) struct Worker<'a> {
    plan: &'a Plan<'a>,
    columns: SamplingColumns,
    draws: Draws,
    flows: LandFlows,
    workspace: Workspace,
    facts: ChunkFacts,
    rows: Array2<f64>,
}

impl Worker<'_> {
    /// How many rows a chunk has.
    pub fn outcomes(&self) -> usize {
        self.plan.rows.count()
    }

    /// Computes the draws from `first` on and gives their outcomes (rows × draws).
    pub fn chunk(&mut self, first: usize, count: usize) -> &Array2<f64> {
        self.resize(count);
        let plan = self.plan;
        let system = &plan.experiment.scenario.system;
        plan.sampler
            .fill(first as u64, &mut self.columns, &mut self.draws);
        self.facts.reset(plan.facts.count(), count);
        let (draws, facts) = (&self.draws, &mut self.facts);
        system.project(draws, &mut self.workspace, &mut self.flows, |index, flows| {
            let entity = &system.entities[index];
            plan.facts.add((index, entity), draws, flows, facts);
        });
        plan.rows
            .write(&self.facts, &self.draws, self.rows.view_mut());
        &self.rows
    }

    /// Only the last chunk of a replicate is shorter than the others.
    fn resize(&mut self, count: usize) {
        if self.draws.count() == count {
            return;
        }
        let scenario = self.plan.experiment.scenario;
        let years = scenario.system.timeline.years();
        self.draws = Draws::zeros(scenario.inputs.len(), scenario.walks.len(), years, count);
        self.flows = LandFlows::zeros(years, count);
        self.rows = Array2::zeros((self.plan.rows.count(), count));
    }
}
