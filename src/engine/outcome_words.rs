//! What an outcome is called by those who read of it.

use super::key::OutcomeKey;
use crate::language::Texts;
use crate::model::{Sector, Segment};
use crate::scenario::Scenario;

impl OutcomeKey {
    /// The outcome with whose, where and of which quality it is, without its year: `Backlog
    /// (Zuid-Holland, Regular business site)`; `Need (Total)` when everything is summed.
    #[must_use]
    pub fn in_words(&self, scenario: &Scenario, texts: &Texts) -> String {
        let language = texts.language();
        let outcome = texts.get(&format!("outcome-{}", self.kind));
        let entity = self
            .entity
            .map(|entity| scenario.entities[entity].name.get(language).to_owned());
        let sector = self
            .sector
            .map(|sector| texts.get(&format!("sector-{sector}")));
        let region = self
            .region
            .map(|region| scenario.regions[region.0].name.get(language).to_owned());
        let segment = self
            .segment
            .map(|segment| texts.get(&format!("segment-{segment}")));
        let parts: Vec<_> = [entity.or(sector), region, segment]
            .into_iter()
            .flatten()
            .collect();
        let whose = if parts.is_empty() {
            texts.get("sector-all")
        } else {
            parts.join(", ")
        };
        format!("{outcome} ({whose})")
    }

    /// The outcome as a part of a file name: letters, digits and hyphens.
    #[must_use]
    pub fn file_name(&self, scenario: &Scenario) -> String {
        let entity = self.entity.map(|at| scenario.entities[at].id.to_string());
        let region = self.region.map(|at| scenario.regions[at.0].id.to_string());
        let parts = [
            Some(self.kind.name().replace('_', "-")),
            self.sector.map(Sector::name).map(str::to_owned),
            entity,
            region,
            self.segment.map(Segment::name).map(str::to_owned),
            self.year.map(|year| year.to_string()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join("-")
    }
}
