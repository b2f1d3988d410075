//! One chunk of draws at a time: columns in, outcome rows out.

use std::ops::Range;

use super::block::CHUNK;
use super::experiment::{Experiment, RunOptions, kept_bytes};
use super::facts::{ChunkFacts, Columns, FactList, FactPlaces, FactScratch};
use super::key::OutcomeKey;
use super::outcome_name::{NoOutcome, OutcomeName};
use super::rows::{Larder, LeverCost, Rows};
use super::sampler::{InputSampler, SamplingColumns};
use crate::model::{
    Draws, LandFlows, Ledger, Lever, RegionalDemand, SupplySystem, Workspace, apply_levers,
    clear_levers,
};
use crate::scenario::PolicyVariant;

/// What all workers share.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    experiment: &'a Experiment<'a>,
    sampler: InputSampler,
    facts: FactPlaces,
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
        let years = experiment.reported_years();
        let mut facts = FactList::of(system, supply.as_ref(), &years);
        let rows = Rows::plan(experiment, &years, &mut facts);
        let variants = experiment.variants.iter();
        Self {
            experiment,
            sampler: InputSampler::of(experiment),
            facts: FactPlaces::of(&facts, system, supply.as_ref()),
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

    /// What is reported.
    pub fn rows(&self) -> &Rows {
        &self.rows
    }

    /// How many outcomes a chunk gives: those of the scenario, and those of each variant.
    pub fn outcomes(&self) -> usize {
        self.rows.reported() * (1 + self.variants.len())
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
            draws: Draws::zeros(0, 0, self.experiment.scenario.system.timeline, 0),
            flows: LandFlows::zeros(0, 0),
            regional: RegionalDemand::zeros(0, 0, 0),
            ledger: Ledger::zeros(0, 0, 0, &[]),
            workspace: Workspace::default(),
            scratch: FactScratch::default(),
            hidden: Vec::new(),
        };
        worker.resize(CHUNK);
        worker
    }

    /// The supply that need is confronted with, unless no outcome asks for it.
    fn supply<'s>(&self, of_variant: Option<&'s SupplySystem>) -> Option<&'s SupplySystem>
    where
        'a: 's,
    {
        let of_scenario = self.experiment.scenario.supply.as_ref();
        let supply = of_variant.or(of_scenario);
        supply.filter(|_| self.facts.has_supply())
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
    scratch: FactScratch,
    /// Columns that only serve to make others.
    hidden: Vec<f64>,
}

impl Worker<'_> {
    /// How many rows a chunk has.
    pub fn outcomes(&self) -> usize {
        self.plan.outcomes()
    }

    /// Computes draws from `first` on, as many as `out` (rows × draws) has room for, and writes their
    /// outcomes to it: those of the scenario, then those of each variant.
    pub fn chunk(&mut self, first: usize, out: &mut [f64]) {
        let count = out.len() / self.outcomes().max(1);
        self.resize(count);
        let plan = self.plan;
        plan.sampler
            .fill(first as u64, &mut self.columns, &mut self.draws);
        let mut tables = out.chunks_mut(plan.rows.reported() * count);
        if let Some(table) = tables.next() {
            self.compute(plan.supply(None), &[], table);
        }
        for (variant, table) in plan.variants.iter().zip(tables) {
            let (draws, workspace) = (&mut self.draws, &mut self.workspace);
            apply_levers(&variant.levers, draws, workspace);
            self.compute(plan.supply(variant.supply.as_ref()), &variant.costs, table);
            clear_levers(&mut self.draws, &mut self.workspace);
        }
    }

    /// Projects demand, confronts it with supply, adds both up into facts, and makes the other
    /// outcomes from those.
    fn compute(&mut self, supply: Option<&SupplySystem>, costs: &[LeverCost], table: &mut [f64]) {
        let plan = self.plan;
        let draws = &self.draws;
        plan.rows
            .clear_facts(table, &mut self.hidden, draws.count());
        let columns = Columns::new(table, &mut self.hidden, draws.count());
        let mut facts = ChunkFacts::new(columns, &mut self.scratch);
        let system = &plan.experiment.scenario.system;
        let regional = &mut self.regional;
        if supply.is_some() {
            regional.clear();
        }
        system.project_some(
            plan.facts.entities(),
            draws,
            (&mut self.workspace, &mut self.flows),
            |index, flows| {
                let entity = &system.entities[index];
                plan.facts.add((index, entity), draws, flows, &mut facts);
                if supply.is_some() {
                    regional.add(entity, draws, flows);
                }
            },
        );
        if let Some(supply) = supply {
            let show = |step, books: &Ledger| plan.facts.add_year(step, books, &mut facts);
            supply.confront_yearly(draws, regional, &mut self.ledger, show);
        }
        let mut columns = facts.into_columns();
        plan.rows.make(Larder { draws, costs }, &mut columns);
    }

    /// Only the last chunk of a replicate is shorter than the others.
    fn resize(&mut self, count: usize) {
        if self.draws.count() == count {
            return;
        }
        let scenario = self.plan.experiment.scenario;
        let system = &scenario.system;
        let (timeline, years) = (system.timeline, system.timeline.years());
        self.draws = Draws::zeros(scenario.inputs.len(), scenario.walks.len(), timeline, count);
        self.flows = LandFlows::zeros(years, count);
        self.plan.sampler.fill_held(&mut self.draws);
        self.hidden.resize(self.plan.rows.hidden() * count, 0.0);
        if self.plan.facts.has_supply() {
            let kept = self.plan.facts.kept_steps();
            self.regional = RegionalDemand::zeros(system.regions, years, count);
            self.ledger = Ledger::forgetful(system.regions, years, count, &kept);
        }
    }
}

impl Experiment<'_> {
    /// The outcomes that it reports, in the order of the [`OutcomeTable`](super::OutcomeTable).
    #[must_use]
    pub fn reported(&self) -> Vec<OutcomeKey> {
        Plan::of(self).rows().keys().to_vec()
    }

    /// The outcomes of those names.
    ///
    /// # Errors
    /// When the scenario has no such entity or region, or the experiment does not report one of them.
    pub fn keys_of(&self, outcomes: &[OutcomeName]) -> Result<Vec<OutcomeKey>, NoOutcome> {
        let reported = self.reported();
        let key = |outcome: &OutcomeName| match outcome.key_in(self.scenario)? {
            key if reported.contains(&key) => Ok(key),
            _ => Err(outcome.not_reported_by(self.scenario)),
        };
        outcomes.iter().map(key).collect()
    }
}

impl RunOptions {
    /// How many variants of an experiment can run at once with every draw kept, at least one.
    #[must_use]
    pub fn variants_at_once(&self, experiment: &Experiment<'_>) -> usize {
        let rows = Plan::of(experiment).rows().reported();
        let at_once = self.memory / kept_bytes(rows, experiment.draws).max(1);
        // One of them is the scenario itself.
        at_once.saturating_sub(1).max(1)
    }
}
