//! One chunk of draws at a time: columns in, outcome rows out.

use std::ops::Range;

use ndarray::{ArrayViewMut2, Axis, Slice};

use super::experiment::Experiment;
use super::facts::{ChunkFacts, FactList};
use super::key::OutcomeKey;
use super::rows::{Larder, LeverCost, Rows};
use super::sampler::{InputSampler, SamplingColumns};
use crate::model::{
    Draws, LandFlows, Ledger, Lever, RegionalDemand, SupplySystem, Workspace, apply_levers,
    clear_levers,
};
use crate::scenario::PolicyVariant;

/// Draws that are computed at once: few enough to stay near the processor.
pub(super) const CHUNK: usize = 64;

/// What all workers share.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    experiment: &'a Experiment<'a>,
    sampler: InputSampler,
    facts: FactList,
    rows: Rows,
    variants: Vec<PlannedVariant>,
}

/// A policy variant in the terms of the model.
#[derive(Debug)]
struct PlannedVariant {
    levers: Vec<Lever>,
    /// The supply with the sites of the variant, when it has any.
    supply: Option<SupplySystem>,
    costs: Vec<LeverCost>,
}

impl PlannedVariant {
    fn of(variant: &PolicyVariant, supply: Option<&SupplySystem>) -> Self {
        let levers = &variant.levers;
        let sites: Vec<_> = levers.iter().filter_map(|lever| lever.site).collect();
        let supply = supply.filter(|_| !sites.is_empty()).map(|supply| {
            let mut supply = supply.clone();
            supply.sites.extend(sites);
            supply
        });
        let cost = |lever: &crate::scenario::PolicyLever| LeverCost {
            decision: lever.decision,
            cost: lever.cost,
        };
        Self {
            levers: levers
                .iter()
                .filter_map(|lever| lever.lever.clone())
                .collect(),
            supply,
            costs: levers.iter().map(cost).collect(),
        }
    }
}

impl<'a> Plan<'a> {
    pub fn of(experiment: &'a Experiment<'a>) -> Self {
        let (system, supply) = (&experiment.scenario.system, &experiment.scenario.supply);
        let facts = FactList::of(system, supply.as_ref(), &experiment.years);
        let rows = Rows::plan(experiment, &facts);
        let variants = experiment.variants.iter();
        Self {
            experiment,
            sampler: InputSampler::of(experiment),
            facts,
            rows,
            variants: variants
                .map(|variant| PlannedVariant::of(variant, supply.as_ref()))
                .collect(),
        }
    }

    /// What is planned.
    pub fn experiment(&self) -> &'a Experiment<'a> {
        self.experiment
    }

    /// What the rows are about, in order.
    pub fn keys(&self) -> Vec<OutcomeKey> {
        self.rows.keys()
    }

    /// How many rows the scenario has.
    pub fn rows(&self) -> usize {
        self.rows.count()
    }

    /// How many rows a chunk gives: those of the scenario, and for each variant its own and their
    /// differences from the scenario.
    pub fn outcomes(&self) -> usize {
        self.rows.count() * (1 + 2 * self.variants.len())
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
            regional: RegionalDemand::zeros(0, 0, 0),
            ledger: Ledger::zeros(0, 0, 0, &[]),
            workspace: Workspace::default(),
            facts: ChunkFacts::default(),
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
    regional: RegionalDemand,
    ledger: Ledger,
    workspace: Workspace,
    facts: ChunkFacts,
}

impl Worker<'_> {
    /// How many rows a chunk has.
    pub fn outcomes(&self) -> usize {
        self.plan.outcomes()
    }

    /// Computes draws from `first` on, as many as `out` (rows × draws) has columns, and writes their
    /// outcomes to it.
    pub fn chunk(&mut self, first: usize, mut out: ArrayViewMut2<'_, f64>) {
        self.resize(out.ncols());
        let plan = self.plan;
        plan.sampler
            .fill(first as u64, &mut self.columns, &mut self.draws);
        let supply = plan.experiment.scenario.supply.as_ref();
        self.compute(supply);
        self.write(0, &[], &mut out);
        let timeline = plan.experiment.scenario.system.timeline;
        for (place, variant) in plan.variants.iter().enumerate() {
            let (draws, workspace) = (&mut self.draws, &mut self.workspace);
            apply_levers(&variant.levers, timeline, draws, workspace);
            self.compute(variant.supply.as_ref().or(supply));
            self.write(1 + 2 * place, &variant.costs, &mut out);
            self.write_difference(1 + 2 * place, &mut out);
            clear_levers(&mut self.draws, &mut self.workspace);
        }
    }

    /// Projects demand, confronts it with supply, and adds both up into facts.
    fn compute(&mut self, supply: Option<&SupplySystem>) {
        let plan = self.plan;
        let system = &plan.experiment.scenario.system;
        self.facts.reset(&plan.facts, self.draws.count());
        self.regional.clear();
        let (draws, facts, regional) = (&self.draws, &mut self.facts, &mut self.regional);
        system.project(
            draws,
            &mut self.workspace,
            &mut self.flows,
            |index, flows| {
                let entity = &system.entities[index];
                plan.facts.add((index, entity), draws, flows, facts);
                if supply.is_some() {
                    regional.add(entity, draws, flows);
                }
            },
        );
        if let Some(supply) = supply {
            let (regional, ledger) = (&self.regional, &mut self.ledger);
            let show = |step, books: &Ledger| plan.facts.add_year(step, books, facts);
            supply.confront_yearly(draws, regional, system.timeline, ledger, show);
        }
    }

    /// Writes the rows of the scenario or a variant to their place.
    fn write(&self, place: usize, costs: &[LeverCost], out: &mut ArrayViewMut2<'_, f64>) {
        let rows = &self.plan.rows;
        let larder = Larder {
            facts: &self.facts,
            draws: &self.draws,
            costs,
        };
        let range = place * rows.count()..(place + 1) * rows.count();
        rows.write(larder, out.slice_axis_mut(Axis(0), Slice::from(range)));
    }

    /// Writes what the rows of a variant, at `place`, differ from those of the scenario, behind them.
    fn write_difference(&self, place: usize, out: &mut ArrayViewMut2<'_, f64>) {
        let count = self.plan.rows.count();
        let (done, rest) = out.view_mut().split_at(Axis(0), (place + 1) * count);
        let base = done.slice_axis(Axis(0), Slice::from(..count));
        let own = done.slice_axis(Axis(0), Slice::from(place * count..));
        let (mut difference, _) = rest.split_at(Axis(0), count);
        difference.assign(&own);
        difference -= &base;
    }

    /// Only the last chunk of a replicate is shorter than the others.
    fn resize(&mut self, count: usize) {
        if self.draws.count() == count {
            return;
        }
        let scenario = self.plan.experiment.scenario;
        let system = &scenario.system;
        let years = system.timeline.years();
        self.draws = Draws::zeros(scenario.inputs.len(), scenario.walks.len(), years, count);
        self.flows = LandFlows::zeros(years, count);
        self.plan.sampler.fill_held(&mut self.draws);
        if scenario.supply.is_some() {
            let kept = self.plan.facts.kept_steps(system.timeline);
            self.regional = RegionalDemand::zeros(system.regions, years, count);
            self.ledger = Ledger::forgetful(system.regions, years, count, &kept);
        }
    }
}
