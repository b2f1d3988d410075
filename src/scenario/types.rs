//! A scenario that was read and checked.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use super::description::Description;
use super::inventory::Inventory;
use super::source_text::SourceText;
use crate::distribution::{Distribution, Fixed};
use crate::id::{Id, InputName};
use crate::language::Localised;
use crate::model::{
    DemandSystem, InputIndex, Lever, OutcomeKind, PlanSite, RegionIndex, Sector, Segment,
    SupplySystem, WalkIndex,
};
use crate::sampling::{CorrelationGroups, DesignKind};
use crate::units::Year;

/// An unweighted picture of the future, ready to be run.
#[derive(Debug)]
pub struct Scenario {
    /// The name in tables and folders.
    pub id: Id,
    /// The title in charts.
    pub title: Localised,
    /// What the scenario is, in a sentence or two; may be empty.
    pub description: Localised,
    /// The year in which nothing has been asked for yet.
    pub base_year: Year,
    /// The years reported in full detail.
    pub horizons: Vec<Year>,
    /// How the scenario is run unless the command line says otherwise.
    pub run: RunSettings,
    /// Every uncertain input, in the order of its column.
    pub inputs: Vec<UncertainInput>,
    /// The names of the random walks, in the order of the columns.
    pub walks: Vec<String>,
    /// The factors that tie inputs together.
    pub correlation: CorrelationGroups,
    /// What asks for land.
    pub system: DemandSystem,
    /// The land that need is met with, when the scenario says so.
    pub supply: Option<SupplySystem>,
    /// Policy variants that were read along with the scenario.
    pub variants: Vec<PolicyVariant>,
    /// What the entities of the system are called, in their order.
    pub entities: Vec<Description>,
    /// The regions, in the order of their index.
    pub regions: Vec<Region>,
    /// Where entities lie, of those that have a place.
    pub locations: Vec<Location>,
    /// What inputs and benchmarks cite.
    pub sources: Vec<Source>,
    /// Published figures to hold outcomes against.
    pub benchmarks: Vec<Benchmark>,
    /// Which object, place and pathway each input serves.
    pub inventory: Inventory,
    /// Every file that was read, in order.
    pub files: Vec<SourceText>,
}

/// The most draws of a run: enough for the third digit of a percentile of one in a hundred thousand, and
/// few enough for counts of 32 bits.
pub const MOST_DRAWS: u64 = 1_000_000_000;

/// How a scenario is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RunSettings {
    /// How many draws.
    pub draws: usize,
    /// The seed of all random streams.
    pub seed: u64,
    /// How the draws fill the unit cube.
    pub design: DesignKind,
}

impl Default for RunSettings {
    fn default() -> Self {
        Self {
            draws: 10_000,
            seed: 0,
            design: DesignKind::default(),
        }
    }
}

/// A region: a province (NUTS 2) by default.
pub type Region = Description;

/// A value with a distribution, a unit, a source and an evidence grade.
#[derive(Debug, Clone, PartialEq)]
pub struct UncertainInput {
    /// The dotted name, which addresses its random stream.
    pub name: InputName,
    /// How it is distributed.
    pub distribution: Distribution,
    /// The distribution as the file gives it.
    pub written: String,
    /// The unit.
    pub unit: String,
    /// The values that what it stands for can have, in which it stays when it is changed.
    pub range: RangeInclusive<f64>,
    /// Where it comes from.
    pub provenance: Provenance,
    /// Whether the column repeats that of another place under the same name, so that levers can move
    /// it apart.
    pub is_copy: bool,
    /// The correlation group's index and the loading λ on its factor.
    pub group: Option<(usize, f64)>,
    /// Every layer that gave it a value, the one that holds last.
    pub layers: Vec<Layer>,
}

impl UncertainInput {
    /// The correlation group that it moves with, and its loading; none for an input that loads on nothing.
    #[must_use]
    pub fn tie(&self) -> Option<(usize, f64)> {
        self.group.filter(|(_, loading)| *loading != 0.0)
    }
}

/// A set of levers laid over a scenario.
#[derive(Debug, Clone)]
pub struct PolicyVariant {
    /// The name in tables and folders.
    pub id: Id,
    /// The title in charts.
    pub title: Localised,
    /// What the variant does; may be empty.
    pub description: Localised,
    /// The year in whose prices costs are given.
    pub price_year: Option<i64>,
    /// The levers, in the order in which they work.
    pub levers: Vec<PolicyLever>,
}

/// One lever of a variant.
#[derive(Debug, Clone)]
pub struct PolicyLever {
    /// What it is called.
    pub description: Description,
    /// The kind, as the file names it.
    pub kind: &'static str,
    /// The calendar year of the decision, an input so that it can be put off.
    pub decision: InputIndex,
    /// How it moves inputs; none for a new site.
    pub lever: Option<Lever>,
    /// The land it adds; only for a new site.
    pub site: Option<PlanSite>,
    /// What it costs.
    pub cost: Cost,
}

impl PolicyVariant {
    /// Whether the cost of every lever is known, so that the variant has a cost.
    #[must_use]
    pub fn is_costed(&self) -> bool {
        self.levers.iter().all(|lever| lever.cost.is_known())
    }

    /// A variant of one lever alone, called as the lever is.
    #[must_use]
    pub fn of_one(lever: PolicyLever) -> Self {
        Self {
            id: lever.description.id.clone(),
            title: lever.description.name.clone(),
            description: Localised::same(""),
            price_year: None,
            levers: vec![lever],
        }
    }
}

impl PolicyLever {
    /// The same lever, decided in another year.
    #[must_use]
    pub fn decided(&self, decision: InputIndex) -> Self {
        let lever = self.lever.clone().map(|lever| Lever { decision, ..lever });
        let site = self.site.map(|site| PlanSite {
            planned: decision,
            ..site
        });
        Self {
            decision,
            lever,
            site,
            ..self.clone()
        }
    }
}

/// How the name of a random walk begins; the name of its pathway follows.
pub(super) const WALK_OF: &str = "walk of ";

impl Scenario {
    /// The pathway that follows a random walk.
    #[must_use]
    pub fn walking_pathway(&self, walk: WalkIndex) -> &str {
        let name = self.walks.get(walk.0).map_or("", String::as_str);
        name.strip_prefix(WALK_OF).unwrap_or(name)
    }

    /// The inputs as the files give them: one for each row, however many columns it fills.
    pub fn given_inputs(&self) -> impl Iterator<Item = &UncertainInput> {
        let mut seen = HashSet::new();
        self.inputs.iter().filter(move |input| {
            let row = input.layers.last().map(|row| (row.file.as_str(), row.line));
            row.is_some_and(|row| seen.insert(row))
        })
    }

    /// The columns that a name stands for, in order: those of the input of that name, of the place it
    /// fills, or of all whose names begin with it and a dot. None when there is no such input.
    #[must_use]
    pub fn columns_of(&self, name: &str) -> Vec<InputIndex> {
        let is_meant = |other: &str| {
            other
                .strip_prefix(name)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let uses = self.inventory.uses.iter();
        let meant = uses.filter(|one| is_meant(&one.place) || is_meant(&one.row));
        let mut columns: Vec<_> = meant.map(|one| one.input).collect();
        columns.sort_unstable();
        columns.dedup();
        columns
    }

    /// The names that [`columns_of`](Self::columns_of) knows, the shortened ones left out.
    pub fn input_names(&self) -> impl Iterator<Item = &str> {
        let uses = self.inventory.uses.iter();
        uses.flat_map(|one| [one.place.as_str(), one.row.as_str()])
    }

    /// Adds a calendar year that holds in every draw, and gives its column.
    pub fn add_certain_year(&mut self, name: &str, year: f64) -> InputIndex {
        let distribution = Fixed::new(year).map(Distribution::from);
        let name = InputName::new(name);
        if let (Ok(name), Ok(distribution)) = (name, distribution) {
            self.inputs.push(UncertainInput {
                name,
                distribution,
                written: year.to_string(),
                unit: "year".to_owned(),
                range: year..=year,
                provenance: Provenance {
                    source: None,
                    evidence: Evidence::Assumption,
                    note: String::new(),
                },
                is_copy: false,
                group: None,
                layers: Vec::new(),
            });
        }
        InputIndex(self.inputs.len() - 1)
    }
}

/// What a lever costs, in millions of euro; what is absent costs nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Years from the decision to the first effect.
    pub lead: InputIndex,
    /// Once.
    pub fixed: Option<InputIndex>,
    /// Per hectare.
    pub per_ha: Option<InputIndex>,
    /// The hectares that the lever works on; the gross area of a new site.
    pub hectares: Option<InputIndex>,
    /// Each year from the first effect on.
    pub per_year: Option<InputIndex>,
    /// 1 in draws in which a new site comes, which is paid for only then; absent for other levers.
    pub site: Option<InputIndex>,
}

impl Cost {
    /// Whether anything is known of the cost.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.fixed.or(self.per_ha).or(self.per_year).is_some()
    }
}

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// The source's place in the scenario's list.
    pub source: Option<usize>,
    /// How well it is supported.
    pub evidence: Evidence,
    /// The reason, the arithmetic or a remark.
    pub note: String,
}

/// Where an entity lies, in degrees of WGS 84: for orientation on a map, never computed with.
#[derive(Debug, Clone, PartialEq)]
pub struct Location {
    /// The entity's place in the scenario.
    pub entity: usize,
    /// Degrees east.
    pub longitude_deg: f64,
    /// Degrees north.
    pub latitude_deg: f64,
    /// Where the coordinates come from.
    pub provenance: Provenance,
}

/// How well a value is supported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Evidence {
    /// Observed and counted.
    Measured,
    /// Stated in a publication.
    Published,
    /// Arithmetic on published figures.
    Derived,
    /// Judgement without a published figure.
    Assumption,
}

impl Evidence {
    /// Every grade, the best supported first.
    pub const ALL: [Evidence; 4] = [
        Evidence::Measured,
        Evidence::Published,
        Evidence::Derived,
        Evidence::Assumption,
    ];

    /// The name in files and tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Evidence::Measured => "measured",
            Evidence::Published => "published",
            Evidence::Derived => "derived",
            Evidence::Assumption => "assumption",
        }
    }

    /// The grade of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grade| grade.name() == name)
    }
}

/// A publication, listed once and cited by its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The name by which it is cited.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub organisation: String,
    /// When.
    pub year: String,
    /// Where it can be read.
    pub url: String,
}

/// A place in a file that gave an input its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layer {
    /// The file as the user knows it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The distribution written there.
    pub written: String,
}

/// A published figure to hold an outcome against; never used to tune an input.
#[derive(Debug, Clone, PartialEq)]
pub struct Benchmark {
    /// Its name.
    pub id: Id,
    /// The outcome it is about.
    pub outcome: OutcomeKind,
    /// The sector, or all of them.
    pub sector: Option<Sector>,
    /// The entity's place in the scenario, or all of them.
    pub entity: Option<usize>,
    /// The region, or all of them.
    pub region: Option<RegionIndex>,
    /// The segment, or all of them.
    pub segment: Option<Segment>,
    /// The year.
    pub year: Year,
    /// The lowest published figure; NaN when there is none.
    pub low: f64,
    /// The published figure.
    pub central: f64,
    /// The highest published figure; NaN when there is none.
    pub high: f64,
    /// The unit.
    pub unit: String,
    /// The id of the source.
    pub source: String,
    /// How well the figure is supported.
    pub evidence: Evidence,
    /// How what was published compares with the outcome.
    pub scope: Scope,
    /// What was observed in the end; NaN when it is not known.
    pub realised: f64,
    /// The id of the source of what was observed; may be empty.
    pub realised_source: String,
    /// What a reader must know to compare.
    pub note: String,
}

/// How the scope of a published figure compares with that of the outcome beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Both cover the same.
    Same,
    /// The published figure covers more.
    Wider,
    /// The published figure covers less.
    Narrower,
    /// They overlap, and neither holds the other.
    Other,
}

impl Scope {
    /// Every scope.
    pub const ALL: [Scope; 4] = [Scope::Same, Scope::Wider, Scope::Narrower, Scope::Other];

    /// The name in files and tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Scope::Same => "same",
            Scope::Wider => "wider",
            Scope::Narrower => "narrower",
            Scope::Other => "other",
        }
    }

    /// The scope of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.name() == name)
    }
}
