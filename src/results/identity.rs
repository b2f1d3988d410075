//! What was run: the job, its scenarios, and what everything in them is called.

use serde::{Deserialize, Serialize};

use crate::engine::Experiment;
use crate::export::RunRecord;
use crate::language::{Bilingual, Localised};
use crate::model::{Entity, Sector, Segment};
use crate::scenario::{
    Description, Evidence, Location, PolicyVariant, Provenance, Scenario, UncertainInput,
};

/// Which command found what is in the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct JobKind(String);

impl JobKind {
    /// The kind of a command's name, such as `run` or `compare`.
    #[must_use]
    pub fn new(command: &str) -> Self {
        Self(command.to_owned())
    }

    /// The name of the command.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0
    }
}

/// What was done, without what differs between runs that are otherwise the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JobIdentity {
    /// Which command it was.
    pub kind: JobKind,
    /// The title of the whole, where that is not the title of its scenarios.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Localised>,
    /// What the folder is about: the scenario, or the scenarios that are compared.
    pub owner: String,
    /// The version of the program.
    pub version: String,
    /// A hash over everything that determines the outcomes.
    pub fingerprint: String,
    /// The line that repeats the job.
    pub command: String,
    /// How many draws.
    pub draws: u64,
    /// The seed.
    pub seed: u64,
    /// The design: `mc`, `lhs` or `sobol`.
    pub design: String,
    /// The years reported in full.
    pub years: Vec<u16>,
    /// The rule by which the job was to end, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Why it ended: `reached`, or `cap`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<String>,
    /// The relative error of quantiles; 0 when all draws were kept.
    pub quantile_error: f64,
}

impl JobIdentity {
    /// The identity of the job that a record is of.
    #[must_use]
    pub fn of(kind: JobKind, record: &RunRecord) -> Self {
        Self {
            kind,
            title: None,
            owner: record.scenario.clone(),
            version: record.version.clone(),
            fingerprint: record.fingerprint.clone(),
            command: record.command.clone(),
            draws: record.draws,
            seed: record.seed,
            design: record.design.clone(),
            years: record.years.clone(),
            until: record.until.clone(),
            ended: record.ended.clone(),
            quantile_error: 0.0,
        }
    }
}

/// Something with an id in tables and a name for readers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// The name in tables.
    pub id: String,
    /// The name for readers.
    pub name: Localised,
}

impl Named {
    fn of(description: &Description) -> Self {
        Self {
            id: description.id.to_string(),
            name: description.name.clone(),
        }
    }

    /// The sectors with their names, in order.
    #[must_use]
    pub fn sectors(texts: &Bilingual) -> Vec<Self> {
        let named = |sector: Sector| Self {
            id: sector.to_string(),
            name: texts.localised(&format!("sector-{sector}")),
        };
        Sector::ALL.into_iter().map(named).collect()
    }

    /// The segments with their names, in order.
    #[must_use]
    pub fn segments(texts: &Bilingual) -> Vec<Self> {
        let named = |segment: Segment| Self {
            id: segment.to_string(),
            name: texts.localised(&format!("segment-{segment}")),
        };
        Segment::ALL.into_iter().map(named).collect()
    }
}

/// A cluster, material stream, campus or other entity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EntityIdentity {
    /// The name in tables.
    pub id: String,
    /// The name for readers.
    pub name: Localised,
    /// The name of its sector.
    pub sector: String,
    /// The ids of the regions in which it asks for land.
    pub regions: Vec<String>,
    /// Where it lies, when its scenario says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<LocationIdentity>,
}

/// Where an entity lies: for orientation on a map, never computed with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LocationIdentity {
    /// Degrees east, WGS 84.
    pub lon: f64,
    /// Degrees north, WGS 84.
    pub lat: f64,
    /// The name of the evidence grade.
    pub evidence: String,
    /// The id of the source; empty for an assumption.
    pub source: String,
    /// What the point is.
    pub note: String,
}

impl LocationIdentity {
    fn of(location: &Location, scenario: &Scenario) -> Self {
        let Provenance {
            source,
            evidence,
            note,
        } = &location.provenance;
        Self {
            lon: location.longitude_deg,
            lat: location.latitude_deg,
            evidence: evidence.name().to_owned(),
            source: source.map_or_else(String::new, |at| scenario.sources[at].id.to_string()),
            note: note.clone(),
        }
    }
}

/// How many inputs rest on what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct InputCounts {
    /// All inputs that the files give.
    pub all: usize,
    /// Those that are not the same in every draw.
    pub uncertain: usize,
    /// Those that were observed and counted.
    pub measured: usize,
    /// Those that a publication states.
    pub published: usize,
    /// Those that are arithmetic on published figures.
    pub derived: usize,
    /// Those that are judgement.
    pub assumption: usize,
}

impl InputCounts {
    /// Counts the inputs of a scenario.
    #[must_use]
    pub fn of(scenario: &Scenario) -> Self {
        let graded = |grade: Evidence| {
            let inputs = scenario.given_inputs();
            inputs
                .filter(|input| input.provenance.evidence == grade)
                .count()
        };
        let is_uncertain = |input: &&UncertainInput| !input.distribution.is_fixed();
        Self {
            all: scenario.given_inputs().count(),
            uncertain: scenario.given_inputs().filter(is_uncertain).count(),
            measured: graded(Evidence::Measured),
            published: graded(Evidence::Published),
            derived: graded(Evidence::Derived),
            assumption: graded(Evidence::Assumption),
        }
    }
}

/// A policy variant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VariantIdentity {
    /// The name in tables.
    pub id: String,
    /// The title for readers.
    pub title: Localised,
    /// What it does; may be empty.
    pub description: Localised,
    /// The year in whose prices costs are given.
    pub price_year: Option<i64>,
    /// Whether the cost of every lever is known.
    pub is_costed: bool,
}

impl VariantIdentity {
    fn of(variant: &PolicyVariant) -> Self {
        Self {
            id: variant.id.to_string(),
            title: variant.title.clone(),
            description: variant.description.clone(),
            price_year: variant.price_year,
            is_costed: variant.is_costed(),
        }
    }
}

/// A scenario that was run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScenarioIdentity {
    /// The name in tables.
    pub id: String,
    /// The title for readers.
    pub title: Localised,
    /// What the scenario is; may be empty.
    pub description: Localised,
    /// The year in which nothing has been asked for yet.
    pub base_year: u16,
    /// The last year that was computed.
    pub last_year: u16,
    /// How many draws.
    pub draws: u64,
    /// The seed.
    pub seed: u64,
    /// The design: `mc`, `lhs` or `sobol`.
    pub design: String,
    /// The years reported in full.
    pub years: Vec<u16>,
    /// Whether need was met with supply.
    pub has_supply: bool,
    /// What its inputs rest on.
    pub inputs: InputCounts,
    /// The regions, in order.
    pub regions: Vec<Named>,
    /// The entities, in order.
    pub entities: Vec<EntityIdentity>,
    /// The policy variants that ran beside it, in order.
    pub variants: Vec<VariantIdentity>,
    /// The levers of all its policy variants, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levers: Vec<Named>,
}

impl ScenarioIdentity {
    /// The identity of the scenario that an experiment ran.
    #[must_use]
    pub fn of(experiment: &Experiment<'_>) -> Self {
        let scenario = experiment.scenario;
        Self {
            id: scenario.id.to_string(),
            title: scenario.title.clone(),
            description: scenario.description.clone(),
            base_year: scenario.base_year.number(),
            last_year: scenario.system.timeline.last().number(),
            draws: experiment.draws as u64,
            seed: experiment.seed,
            design: experiment.design.to_string(),
            years: experiment.years.iter().map(|year| year.number()).collect(),
            has_supply: scenario.supply.is_some(),
            inputs: InputCounts::of(scenario),
            regions: scenario.regions.iter().map(Named::of).collect(),
            entities: entities(scenario),
            variants: experiment
                .variants
                .iter()
                .map(|variant| VariantIdentity::of(variant))
                .collect(),
            levers: levers(scenario),
        }
    }
}

fn levers(scenario: &Scenario) -> Vec<Named> {
    let mut levers: Vec<Named> = Vec::new();
    for lever in scenario.variants.iter().flat_map(|variant| &variant.levers) {
        let id = lever.description.id.as_str();
        if levers.iter().all(|known| known.id != id) {
            levers.push(Named::of(&lever.description));
        }
    }
    levers
}

fn entities(scenario: &Scenario) -> Vec<EntityIdentity> {
    let entities = scenario.entities.iter().zip(&scenario.system.entities);
    let location = |entity: usize| {
        let mut locations = scenario.locations.iter();
        let found = locations.find(|location| location.entity == entity)?;
        Some(LocationIdentity::of(found, scenario))
    };
    let identity =
        |(place, (description, entity)): (usize, (&Description, &Entity))| EntityIdentity {
            id: description.id.to_string(),
            name: description.name.clone(),
            sector: entity.sector.to_string(),
            regions: entity
                .regions
                .keys()
                .map(|region| scenario.regions[region.0].id.to_string())
                .collect(),
            location: location(place),
        };
    entities.enumerate().map(identity).collect()
}
