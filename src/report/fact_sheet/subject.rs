//! What a sheet can be about.

use crate::results::{Named, Results, ScenarioIdentity};
use crate::scenario::{did_you_mean, nearest};

/// A region or an entity of a run, by its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A region.
    Region(String),
    /// A cluster, stream, campus or branch.
    Entity(String),
}

/// The run has no region or entity of that name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the run has no region, cluster or campus `{name}`{}; regions: {regions}; others: {entities}", did_you_mean(.nearest.as_deref()))]
pub struct NoSubject {
    name: String,
    nearest: Option<String>,
    regions: String,
    entities: String,
}

impl Subject {
    /// The id in tables.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Subject::Region(id) | Subject::Entity(id) => id,
        }
    }

    /// Every region and entity of the first scenario of a run.
    #[must_use]
    pub fn all(results: &Results) -> Vec<Self> {
        let Some(scenario) = results.scenarios.first() else {
            return Vec::new();
        };
        let regions = scenario.regions.iter();
        let entities = scenario.entities.iter();
        regions
            .map(|region| Subject::Region(region.id.clone()))
            .chain(entities.map(|entity| Subject::Entity(entity.id.clone())))
            .collect()
    }

    /// The region or entity of an id or a name in either language.
    ///
    /// # Errors
    /// When there is none, with the nearest name that there is.
    pub fn named(results: &Results, name: &str) -> Result<Self, NoSubject> {
        let found = results
            .scenarios
            .first()
            .and_then(|scenario| find(scenario, name));
        found.ok_or_else(|| missing(results.scenarios.first(), name))
    }
}

fn find(scenario: &ScenarioIdentity, name: &str) -> Option<Subject> {
    let is_meant = |text: &str| text.to_lowercase() == name.to_lowercase();
    let region = |region: &&Named| {
        is_meant(&region.id) || is_meant(&region.name.nl) || is_meant(&region.name.en)
    };
    if let Some(region) = scenario.regions.iter().find(region) {
        return Some(Subject::Region(region.id.clone()));
    }
    let mut entities = scenario.entities.iter();
    let entity = entities.find(|entity| {
        is_meant(&entity.id) || is_meant(&entity.name.nl) || is_meant(&entity.name.en)
    })?;
    Some(Subject::Entity(entity.id.clone()))
}

fn missing(scenario: Option<&ScenarioIdentity>, name: &str) -> NoSubject {
    let regions = || scenario.into_iter().flat_map(|scenario| &scenario.regions);
    let entities = || scenario.into_iter().flat_map(|scenario| &scenario.entities);
    let ids = regions()
        .map(|region| region.id.as_str())
        .chain(entities().map(|entity| entity.id.as_str()));
    let names = regions().map(|region| region.name.nl.as_str());
    let valid = ids.chain(names);
    let list = |ids: Vec<&str>| ids.join(", ");
    NoSubject {
        name: name.to_owned(),
        nearest: nearest(name, valid).map(str::to_owned),
        regions: list(regions().map(|region| region.id.as_str()).collect()),
        entities: list(entities().map(|entity| entity.id.as_str()).collect()),
    }
}
