//! How an outcome is named in a line of text: `need/industry,2050` or
//! `backlog(region=NL36, segment=wet-hmc, year=2050)`.

use std::fmt;
use std::str::FromStr;

use super::key::OutcomeKey;
use crate::model::{OutcomeKind, RegionIndex, Sector, Segment};
use crate::scenario::{Scenario, did_you_mean, nearest};
use crate::units::Year;

/// An outcome as it is typed, before it is looked up in a scenario.
///
/// First the kind, with the sector behind a slash where it is of one; then, behind a comma or in
/// brackets, the year and `sector=`, `entity=`, `region=` or `segment=` in any order. What is left
/// out is summed over.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct OutcomeName {
    /// What is measured.
    pub kind: OutcomeKind,
    /// Whose land it is.
    pub sector: Option<Sector>,
    /// The id of an entity.
    pub entity: Option<String>,
    /// The id or the name of a region.
    pub region: Option<String>,
    /// Of which quality the land is.
    pub segment: Option<Segment>,
    /// The year; none for outcomes over the whole period.
    pub year: Option<Year>,
}

/// Why a text names no outcome.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NoOutcome {
    /// It has another form.
    #[error(
        "`{0}` names no outcome; write one like `need/industry,2050` or \
         `backlog(region=NL36,segment=wet-hmc,year=2050)`"
    )]
    Form(String),
    /// A part of the name is not what may stand there.
    #[error("`{name}` is no {what}{}; expected one of {valid}", did_you_mean(.nearest.as_deref()))]
    Unknown {
        /// What the part stands for.
        what: &'static str,
        /// What was written.
        name: String,
        /// What it might have been.
        nearest: Option<String>,
        /// What may stand there.
        valid: String,
    },
    /// The year is none.
    #[error("`{0}` is no year; expected one like 2050")]
    Year(String),
    /// A part is named twice.
    #[error("`{0}` is named twice")]
    Twice(String),
    /// The entity is not of the sector beside it.
    #[error("`{entity}` is of sector {is}, not of {named}")]
    OtherSector {
        /// The entity.
        entity: String,
        /// Its sector.
        is: Sector,
        /// The sector that was written.
        named: Sector,
    },
    /// The experiment does not report it.
    #[error("scenario `{scenario}` does not report `{outcome}`{hint}")]
    NotReported {
        /// The outcome.
        outcome: String,
        /// The scenario.
        scenario: String,
        /// What to do instead, after a semicolon.
        hint: String,
    },
}

/// A name that is none of the valid ones.
fn unknown(what: &'static str, name: &str, valid: &[&str]) -> NoOutcome {
    NoOutcome::Unknown {
        what,
        name: name.to_owned(),
        nearest: nearest(name, valid.iter().copied()).map(str::to_owned),
        valid: valid.join(", "),
    }
}

fn kind(name: &str) -> Result<OutcomeKind, NoOutcome> {
    OutcomeKind::from_name(name)
        .ok_or_else(|| unknown("outcome", name, &OutcomeKind::ALL.map(OutcomeKind::name)))
}

fn sector(name: &str) -> Result<Sector, NoOutcome> {
    Sector::from_name(name).ok_or_else(|| unknown("sector", name, &Sector::ALL.map(Sector::name)))
}

fn segment(name: &str) -> Result<Segment, NoOutcome> {
    Segment::from_name(name)
        .ok_or_else(|| unknown("segment", name, &Segment::ALL.map(Segment::name)))
}

fn year(text: &str) -> Result<Year, NoOutcome> {
    let year = text.parse().ok().and_then(Year::new);
    year.ok_or_else(|| NoOutcome::Year(text.to_owned()))
}

/// Fills in a part that must not have been named before.
fn fill<T>(part: &mut Option<T>, name: &str, value: T) -> Result<(), NoOutcome> {
    match part.replace(value) {
        None => Ok(()),
        Some(_) => Err(NoOutcome::Twice(name.to_owned())),
    }
}

impl FromStr for OutcomeName {
    type Err = NoOutcome;

    fn from_str(text: &str) -> Result<Self, NoOutcome> {
        let text = text.trim();
        let (outcome, parts) = split(text).ok_or_else(|| NoOutcome::Form(text.to_owned()))?;
        let (name, of_sector) = match outcome.split_once('/') {
            Some((name, of_sector)) => (name.trim(), Some(sector(of_sector.trim())?)),
            None => (outcome, None),
        };
        let mut outcome = Self {
            kind: kind(name)?,
            sector: of_sector,
            entity: None,
            region: None,
            segment: None,
            year: None,
        };
        let parts = parts.split(',').map(str::trim);
        for part in parts.filter(|part| !part.is_empty()) {
            outcome.take(part)?;
        }
        Ok(outcome)
    }
}

/// The outcome and what stands behind it, in brackets or behind a comma.
fn split(text: &str) -> Option<(&str, &str)> {
    if let Some(inside) = text.strip_suffix(')') {
        let (outcome, parts) = inside.split_once('(')?;
        return Some((outcome.trim(), parts));
    }
    let (outcome, parts) = text.split_once(',').unwrap_or((text, ""));
    let is_open = outcome.contains('(');
    (!is_open).then_some((outcome.trim(), parts))
}

impl OutcomeName {
    fn take(&mut self, part: &str) -> Result<(), NoOutcome> {
        let Some((name, value)) = part.split_once('=') else {
            return fill(&mut self.year, "year", year(part)?);
        };
        let (name, value) = (name.trim(), value.trim());
        match name {
            "year" => fill(&mut self.year, name, year(value)?),
            "sector" => fill(&mut self.sector, name, sector(value)?),
            "entity" => fill(&mut self.entity, name, value.to_owned()),
            "region" => fill(&mut self.region, name, value.to_owned()),
            "segment" => fill(&mut self.segment, name, segment(value)?),
            _ => {
                let valid = ["year", "sector", "entity", "region", "segment"];
                Err(unknown("part of an outcome", name, &valid))
            }
        }
    }

    /// The outcome of everything together in a year.
    #[must_use]
    pub fn total(kind: OutcomeKind, year: Year) -> Self {
        Self {
            kind,
            sector: None,
            entity: None,
            region: None,
            segment: None,
            year: Some(year),
        }
    }

    /// What an outcome of a scenario is called. The other side of an exchange has no place in it.
    #[must_use]
    pub fn of(key: &OutcomeKey, scenario: &Scenario) -> Self {
        let region = key.region.map(|region| &scenario.regions[region.0].id);
        let entity = key.entity.map(|entity| &scenario.entities[entity].id);
        Self {
            kind: key.kind,
            sector: key.sector,
            entity: entity.map(ToString::to_string),
            region: region.map(ToString::to_string),
            segment: key.segment,
            year: key.year,
        }
    }

    /// The outcome in a scenario. An entity brings its sector with it.
    ///
    /// # Errors
    /// When the scenario has no such entity or region, or the entity is of another sector.
    pub fn key_in(&self, scenario: &Scenario) -> Result<OutcomeKey, NoOutcome> {
        let region = self.region.as_deref();
        let key = OutcomeKey::total(self.kind, self.year)
            .in_sector(self.sector)
            .in_region(region.map(|name| region_in(scenario, name)).transpose()?)
            .in_segment(self.segment);
        let Some(name) = &self.entity else {
            return Ok(key);
        };
        let entity = entity_in(scenario, name)?;
        let is = scenario.system.entities[entity].sector;
        match self.sector {
            Some(named) if named != is => Err(NoOutcome::OtherSector {
                entity: name.clone(),
                is,
                named,
            }),
            _ => Ok(key.of_entity(is, entity)),
        }
    }

    /// Why an experiment on a scenario does not report it.
    #[must_use]
    pub fn not_reported_by(&self, scenario: &Scenario) -> NoOutcome {
        let timeline = scenario.system.timeline;
        let hint = match self.year {
            None => "; name a year, as in `year=2050`".to_owned(),
            Some(year) if timeline.step(year).is_none() => {
                format!("; it runs from {} to {}", timeline.base(), timeline.last())
            }
            Some(_) if scenario.supply.is_none() && self.kind.needs_supply() => {
                "; it has no supply, so that nothing is met or short".to_owned()
            }
            Some(_) => {
                "; summary.csv of a run lists what is reported, --years adds years".to_owned()
            }
        };
        NoOutcome::NotReported {
            outcome: self.to_string(),
            scenario: scenario.id.to_string(),
            hint,
        }
    }
}

fn entity_in(scenario: &Scenario, name: &str) -> Result<usize, NoOutcome> {
    let ids: Vec<_> = scenario
        .entities
        .iter()
        .map(|entity| entity.id.as_str())
        .collect();
    let place = ids.iter().position(|id| *id == name);
    place.ok_or_else(|| unknown("entity", name, &ids))
}

fn region_in(scenario: &Scenario, name: &str) -> Result<RegionIndex, NoOutcome> {
    let regions = &scenario.regions;
    let is_meant = |text: &str| text.eq_ignore_ascii_case(name);
    let place = regions.iter().position(|region| {
        is_meant(region.id.as_str()) || is_meant(&region.name.nl) || is_meant(&region.name.en)
    });
    place.map(RegionIndex).ok_or_else(|| {
        let ids: Vec<_> = regions.iter().map(|region| region.id.as_str()).collect();
        unknown("region", name, &ids)
    })
}

impl fmt::Display for OutcomeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.kind)?;
        if let Some(sector) = self.sector {
            write!(f, "/{sector}")?;
        }
        let segment = self.segment.map(Segment::name);
        let named = [
            ("entity", self.entity.as_deref()),
            ("region", self.region.as_deref()),
            ("segment", segment),
        ];
        for (name, value) in named {
            if let Some(value) = value {
                write!(f, ",{name}={value}")?;
            }
        }
        if let Some(year) = self.year {
            write!(f, ",{year}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> Result<OutcomeName, NoOutcome> {
        text.parse()
    }

    #[test]
    fn both_forms_name_the_same_outcome_and_it_is_written_in_the_short_one() {
        let short = "backlog,region=NL36,segment=wet-hmc,2050";
        let long = "backlog( segment = wet-hmc, year=2050, region=NL36 )";
        assert_eq!(name(short).unwrap(), name(long).unwrap());
        assert_eq!(name(long).unwrap().to_string(), short);
        let of_sector = name("need(sector=industry,2030)").unwrap();
        assert_eq!(of_sector, name("need/industry,2030").unwrap());
        assert_eq!(of_sector.to_string(), "need/industry,2030");
        assert_eq!(name("double_use_peak").unwrap().year, None);
    }

    #[test]
    fn what_names_no_outcome_is_refused_with_a_hint() {
        for (text, hint) in [
            ("needs,2050", "did you mean `need`?"),
            ("need/farms,2050", "industry, circular"),
            ("need,soon", "2050"),
            ("need(2050", "names no outcome"),
            ("need,2050)", "names no outcome"),
            ("need,2050,2030", "named twice"),
            ("need/campus,sector=campus", "named twice"),
            ("backlog,segment=wet-hcm", "did you mean `wet-hmc`?"),
            ("backlog,regio=NL36", "did you mean `region`?"),
        ] {
            let error = name(text).unwrap_err().to_string();
            assert!(error.contains(hint), "{text}: {error}");
        }
    }
}
