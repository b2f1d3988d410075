//! The science: from one chunk of draws to the land that every entity asks for and gives back.
//!
//! Inputs arrive as columns ([`Draws`]), quantities that move in time become [`Pathway`]s, the
//! switch from fossil to green a [`Transition`] curve, and each entity's [`DemandModel`] turns
//! those into [`LandFlows`]: need and release in hectares net per year and [`Segment`]. A
//! [`DemandSystem`] holds everything that a scenario has of them. [`RegionalDemand`] adds the flows
//! up by [`Cell`], a [`SupplySystem`] confronts them with the land there is, and the [`Ledger`]
//! says where all need went. [`Lever`]s move any input in time before all this.
//!
//! Nothing here reads files, draws random numbers or knows a probability: the same columns always
//! give the same flows.

mod background;
mod campus;
mod circular;
mod confront;
mod draws;
mod event;
mod flows;
mod industry;
mod land_held;
mod ledger;
mod lever;
mod outcome;
mod pathway;
mod place;
mod regional;
mod series;
mod shares;
mod spill;
mod supply;
mod system;
mod timeline;
mod transition;

#[cfg(test)]
mod fixture;

pub use background::{BusinessBranch, HousingWorkSpace, Replacement};
pub use campus::{Campus, CampusGrowth, CampusLand, ScaleUps};
pub use circular::{CircularJobs, Hub, LinearLand, MaterialStream, Route, Storage};
pub use draws::{Draws, InputIndex, WalkIndex};
pub use event::Event;
pub use flows::{Feature, LandFlows};
pub use industry::{
    ExistingLand, IndustryCluster, ProductionGroup, Technology, TechnologyInCluster,
};

pub use land_held::HoldingInputs;
pub use ledger::{Account, Ledger};
pub use lever::{Lever, Operation, Target, apply_levers, clear_levers};
pub use outcome::OutcomeKind;
pub use pathway::{GrowthPeriod, Join, Pathway, PathwayIndex, PathwayShape, StructuralError};
pub use place::{Cell, RegionIndex, Sector, Segment};
pub use regional::RegionalDemand;
pub use series::{Series, Workspace};
pub use shares::{CappedShares, Shares};
pub use spill::SpillOver;
pub use supply::{PlanSite, SegmentRules, Substitute, SupplySystem, VacantLand};
pub use system::{DemandModel, DemandSystem, Entity, Projection, Standstill};
pub use timeline::Timeline;
pub use transition::{Transition, TransitionIndex};
