//! Everything in a scenario that asks for land, and how one chunk of draws runs through it.

use std::cell::{OnceCell, RefCell};
use std::fmt;

use super::draws::{Draws, InputIndex};
use super::event::Event;
use super::flows::{Claim, Feature, LandFlows};
use super::land_held::{self, HoldingInputs};
use super::pathway::{Pathway, PathwayIndex};
use super::place::{RegionIndex, Sector, Segment};
use super::series::{Series, Workspace};
use super::shares::Shares;
use super::timeline::Timeline;
use super::transition::{Transition, TransitionIndex};
use crate::id::Id;

/// How one kind of entity turns draws into flows of land.
///
/// Implemented once for each kind: industry cluster, material stream, hub, circular jobs, linear
/// land, campus, business branch, housing, replacement. Implementations add to flows that start at
/// zero; need and release stay at least zero in every year, segment and draw, and scale with every
/// area of the entity.
pub trait DemandModel: fmt::Debug + Send + Sync {
    /// Adds the entity's flows.
    fn project(&self, projection: &mut Projection<'_>, flows: &mut LandFlows);

    /// The segments in which the entity can have flows.
    fn segments(&self) -> Vec<Segment>;

    /// Those of them in which it can give land back.
    fn released_segments(&self) -> Vec<Segment> {
        self.segments()
    }

    /// What the entity reports beyond need and release.
    fn feature(&self) -> Option<Feature> {
        None
    }
}

/// One cluster, material stream or campus.
#[derive(Debug)]
pub struct Entity {
    /// The name in scenario files and tables.
    pub id: Id,
    /// The sector whose totals it is part of.
    pub sector: Sector,
    /// How its land is spread over regions.
    pub regions: Shares<RegionIndex>,
    /// How it asks for land.
    pub demand: Box<dyn DemandModel>,
    /// Announced developments outside the trend.
    pub events: Vec<Event>,
}

impl Entity {
    /// The segments in which the entity or one of its events can ask for land.
    #[must_use]
    pub fn segments(&self) -> Vec<Segment> {
        let mut segments = self.demand.segments();
        segments.extend(self.events.iter().map(|event| event.segment));
        segments.sort_unstable();
        segments.dedup();
        segments
    }

    /// The segments in which the entity can give land back.
    #[must_use]
    pub fn released_segments(&self) -> Vec<Segment> {
        self.demand.released_segments()
    }

    fn project(&self, projection: &mut Projection<'_>, flows: &mut LandFlows) {
        flows.clear();
        self.demand.project(projection, flows);
        for event in &self.events {
            event.add_need(projection, flows);
        }
    }
}

/// All entities of a scenario with the pathways and transition curves that they share.
#[derive(Debug)]
pub struct DemandSystem {
    /// The years that are computed.
    pub timeline: Timeline,
    /// Quantities that move in time, each computed once per chunk.
    pub pathways: Vec<Pathway>,
    /// Transition curves, each computed once per chunk.
    pub transitions: Vec<Transition>,
    /// Who asks for land.
    pub entities: Vec<Entity>,
    /// The net part of gross land, by segment.
    pub net_to_gross: [InputIndex; Segment::COUNT],
    /// How many regions there are.
    pub regions: usize,
    /// What is held back, to see what its movement brings.
    pub standstill: Standstill,
}

/// Quantities that are held at what they are in the base year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standstill {
    /// Pathways that keep their value of the base year.
    pub pathways: Vec<PathwayIndex>,
    /// Whether no transition begins.
    pub transitions: bool,
}

/// What every entity of one chunk can read: draws, pathways and transition curves.
#[derive(Debug)]
pub struct Projection<'a> {
    /// The system that is projected.
    pub system: &'a DemandSystem,
    /// The draws of the chunk.
    pub draws: &'a Draws,
    /// Filled when the first entity asks for them.
    pathways: Vec<OnceCell<Series>>,
    transitions: Vec<OnceCell<Series>>,
    workspace: RefCell<&'a mut Workspace>,
}

impl DemandSystem {
    /// Projects one chunk of draws and shows the flows of each entity in turn.
    pub fn project(
        &self,
        draws: &Draws,
        workspace: &mut Workspace,
        flows: &mut LandFlows,
        show: impl FnMut(usize, &LandFlows),
    ) {
        self.project_some(0..self.entities.len(), draws, (workspace, flows), show);
    }

    /// Projects one chunk of draws for some entities, by their places, with only the pathways and
    /// transition curves that they need.
    pub fn project_some(
        &self,
        entities: impl IntoIterator<Item = usize>,
        draws: &Draws,
        (workspace, flows): (&mut Workspace, &mut LandFlows),
        mut show: impl FnMut(usize, &LandFlows),
    ) {
        let mut projection = Projection::new(self, draws, workspace);
        for index in entities {
            self.entities[index].project(&mut projection, flows);
            show(index, flows);
        }
        projection.finish();
    }
}

impl<'a> Projection<'a> {
    fn new(system: &'a DemandSystem, draws: &'a Draws, workspace: &'a mut Workspace) -> Self {
        Self {
            system,
            draws,
            pathways: vec![OnceCell::new(); system.pathways.len()],
            transitions: vec![OnceCell::new(); system.transitions.len()],
            workspace: RefCell::new(workspace),
        }
    }

    fn finish(self) {
        let workspace = self.workspace.into_inner();
        let series = self.pathways.into_iter().chain(self.transitions);
        for series in series.filter_map(OnceCell::into_inner) {
            workspace.give_back(series);
        }
    }

    /// Lends a block of years × draws with what was left in it.
    fn stale_block(&self) -> Series {
        let mut workspace = self.workspace.borrow_mut();
        workspace.stale_series(self.years(), self.draws.count())
    }

    /// How many years there are, the base year included.
    #[must_use]
    pub fn years(&self) -> usize {
        self.draws.years()
    }

    /// The draws of one input at a step. The slice outlives the borrow of the projection.
    #[must_use]
    pub fn at(&self, input: InputIndex, step: usize) -> &'a [f64] {
        self.draws.at(input, step)
    }

    /// The values of one pathway.
    #[must_use]
    pub fn pathway(&self, index: PathwayIndex) -> &Series {
        self.pathways[index.0].get_or_init(|| {
            let mut series = self.stale_block();
            let pathway = &self.system.pathways[index.0];
            pathway.fill(self.draws, &mut series);
            if self.system.standstill.pathways.contains(&index) {
                series.hold();
            }
            series
        })
    }

    /// The switched part τ(t).
    #[must_use]
    pub fn transition(&self, index: TransitionIndex) -> &Series {
        self.transitions[index.0].get_or_init(|| {
            let mut series = self.stale_block();
            let transition = &self.system.transitions[index.0];
            transition.fill(self.draws, &mut series);
            if self.system.standstill.transitions {
                series.hold();
            }
            series
        })
    }

    /// Lends the switched part δ years ago, τ(t − δ).
    pub(super) fn delayed(&mut self, index: TransitionIndex, delay: InputIndex) -> Series {
        let mut late = self.stale_block();
        self.system.transitions[index.0].fill_delayed(delay, self.draws, &mut late);
        if self.system.standstill.transitions {
            late.hold();
        }
        late
    }

    /// Blocks and columns to borrow.
    pub(super) fn workspace(&mut self) -> &mut Workspace {
        self.workspace.get_mut()
    }

    /// Lends a zeroed block of years × draws.
    pub(super) fn block(&mut self) -> Series {
        let (years, draws) = (self.years(), self.draws.count());
        self.workspace().series(years, draws)
    }

    /// Takes a block back.
    pub(super) fn give_back(&mut self, block: Series) {
        self.workspace().give_back(block);
    }

    /// Lends a zeroed column.
    pub(super) fn lend_column(&mut self) -> Vec<f64> {
        let draws = self.draws.count();
        self.workspace().column(draws)
    }

    /// Takes a column back.
    pub(super) fn give_back_column(&mut self, column: Vec<f64>) {
        self.workspace().give_back_column(column);
    }

    /// Lends an empty claim.
    pub(super) fn claim(&mut self) -> Claim {
        Claim {
            need: self.block(),
            release: self.block(),
        }
    }

    /// Lends an empty claim of a part that never gives land back.
    pub(super) fn need_claim(&mut self) -> Claim {
        Claim {
            need: self.block(),
            release: Series::default(),
        }
    }

    /// Turns land that an activity could use into flows in the given segments, and takes its
    /// memory back.
    pub(super) fn settle_held(
        &mut self,
        wanted: Series,
        holding: HoldingInputs,
        segments: &Shares<Segment>,
        flows: &mut LandFlows,
    ) {
        let mut claim = self.claim();
        let held = (&mut claim.need, &mut claim.release);
        land_held::add_flows(&wanted, holding, self.draws, held);
        self.give_back(wanted);
        self.settle(claim, segments, flows);
    }

    /// Splits a claim over segments, adds it to the flows and takes its memory back.
    pub(super) fn settle(
        &mut self,
        claim: Claim,
        segments: &Shares<Segment>,
        flows: &mut LandFlows,
    ) {
        let mut shares = self.workspace().shares();
        for steps in segments.spans(self.draws) {
            segments.fill(self.draws, steps.start, &mut shares);
            for (place, segment) in segments.keys().enumerate() {
                for step in steps.clone() {
                    flows.add(segment, step, shares.at(place), &claim);
                }
            }
        }
        self.workspace().give_back_shares(shares);
        if claim.gives_back() {
            self.give_back(claim.release);
        }
        self.give_back(claim.need);
    }
}
