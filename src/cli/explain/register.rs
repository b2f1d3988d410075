//! The values of a scenario by the names under which the files give them.

use std::collections::HashMap;

use ruimtevraag::language::Texts;
use ruimtevraag::model::{Draws, InputIndex, Lever, Pathway, Series};
use ruimtevraag::scenario::{
    InputUse, Object, PolicyLever, PolicyVariant, Scenario, UncertainInput,
};

/// What explanations are made from.
pub struct Register<'a> {
    pub scenario: &'a Scenario,
    pub texts: &'a Texts,
    /// Every value, in the order in which the model asks for them.
    pub values: Vec<Value<'a>>,
    by_name: HashMap<&'a str, usize>,
    by_place: HashMap<&'a str, &'a InputUse>,
}

/// A value as a file gives it, with the places that it fills.
pub struct Value<'a> {
    /// The name in the files.
    pub name: &'a str,
    /// The first of its columns.
    pub input: &'a UncertainInput,
    /// The places that it fills.
    pub uses: Vec<&'a InputUse>,
    /// Whether each place has draws of its own.
    pub is_drawn_apart: bool,
}

impl Value<'_> {
    /// Whether a place of another name takes this value.
    pub fn is_shared(&self) -> bool {
        self.uses.iter().any(|one| one.place != self.name)
    }

    /// Whether one of its columns is `column`.
    pub fn holds(&self, column: InputIndex) -> bool {
        self.uses.iter().any(|one| one.input == column)
    }
}

impl<'a> Register<'a> {
    /// The register of a scenario.
    pub fn new(scenario: &'a Scenario, texts: &'a Texts) -> Self {
        let mut values: Vec<Value<'a>> = Vec::new();
        let mut by_name: HashMap<&'a str, usize> = HashMap::new();
        let mut by_place = HashMap::new();
        for one in &scenario.inventory.uses {
            let Some(input) = scenario.inputs.get(one.input.0) else {
                continue;
            };
            by_place.insert(one.place.as_str(), one);
            let next = values.len();
            let at = *by_name.entry(&one.row).or_insert(next);
            if at == next {
                values.push(Value {
                    name: &one.row,
                    input,
                    uses: Vec::new(),
                    is_drawn_apart: false,
                });
            }
            values[at].is_drawn_apart |= input.name.as_str() != one.row;
            values[at].uses.push(one);
        }
        for value in &mut values {
            // A shared value is noted under its own name too, which is no place of the model.
            if value.is_shared() {
                value.uses.retain(|one| one.place != value.name);
            }
        }
        Self {
            scenario,
            texts,
            values,
            by_name,
            by_place,
        }
    }

    /// The value given under a name.
    pub fn value(&self, name: &str) -> Option<&Value<'a>> {
        self.values.get(*self.by_name.get(name)?)
    }

    /// The place of that name.
    pub fn place(&self, name: &str) -> Option<&'a InputUse> {
        self.by_place.get(name).copied()
    }

    /// Every place below a name, in the order in which the model asks for them; shared values are
    /// found at the places that they fill only.
    pub fn places_below(&self, start: &str) -> Vec<&'a InputUse> {
        let uses = self.scenario.inventory.uses.iter();
        uses.filter(|one| is_below(&one.place, start)).collect()
    }

    /// The value that fills a place.
    pub fn filling(&self, place: &InputUse) -> Option<&Value<'a>> {
        self.value(&place.row)
    }

    /// The objects that are called `id`.
    pub fn objects(&self, id: &str) -> Vec<&'a Object> {
        let objects = self.scenario.inventory.objects.iter();
        objects
            .filter(|object| object.description.id.as_str() == id)
            .collect()
    }

    /// Every lever that was read along, once, in however many variants it stands.
    pub fn distinct_levers(&self) -> Vec<&'a PolicyLever> {
        let mut distinct: Vec<&PolicyLever> = Vec::new();
        for (_, lever) in self.levers() {
            let id = &lever.description.id;
            if distinct.iter().all(|other| other.description.id != *id) {
                distinct.push(lever);
            }
        }
        distinct
    }

    /// The ids of the variants in which a lever stands.
    pub fn variants_with(&self, lever: &PolicyLever) -> String {
        let id = &lever.description.id;
        let holding = self
            .levers()
            .filter(|(_, other)| other.description.id == *id);
        let variants: Vec<_> = holding.map(|(variant, _)| variant.id.as_str()).collect();
        variants.join(", ")
    }

    /// Every lever of the variants that were read along.
    pub fn levers(&self) -> impl Iterator<Item = (&'a PolicyVariant, &'a PolicyLever)> {
        let variants = self.scenario.variants.iter();
        variants.flat_map(|variant| variant.levers.iter().map(move |lever| (variant, lever)))
    }

    /// One draw with every input at its median, and no process noise.
    fn medians(&self) -> Draws {
        let scenario = self.scenario;
        let timeline = scenario.system.timeline;
        let mut draws = Draws::zeros(scenario.inputs.len(), scenario.walks.len(), timeline, 1);
        for (column, input) in scenario.inputs.iter().enumerate() {
            draws.column_mut(InputIndex(column))[0] = input.distribution.median();
        }
        draws
    }

    /// The level of a pathway in the base year and at the horizons, from medians.
    pub fn median_path(&self, pathway: &Pathway) -> String {
        let medians = self.medians();
        let mut path = Series::zeros(medians.years(), 1);
        pathway.fill(&medians, &mut path);
        self.at_horizons(&path)
    }

    /// The strength of a lever in the base year and at the horizons, from medians.
    pub fn median_strength(&self, lever: &Lever) -> String {
        let medians = self.medians();
        let mut strength = Series::zeros(medians.years(), 1);
        lever.fill_strength(&medians, &mut strength);
        self.at_horizons(&strength)
    }

    fn at_horizons(&self, series: &Series) -> String {
        let scenario = self.scenario;
        let years = std::iter::once(&scenario.base_year).chain(&scenario.horizons);
        let levels = years.filter_map(|year| {
            let step = scenario.system.timeline.step(*year)?;
            let level = self.texts.significant(series.at(step)[0]);
            Some(format!("{year}: {level}"))
        });
        let levels: Vec<_> = levels.collect();
        levels.join("; ")
    }

    /// The calendar year of a lever's decision.
    pub fn decision(&self, lever: &PolicyLever) -> String {
        let input = self.scenario.inputs.get(lever.decision.0);
        input.map_or_else(String::new, |input| input.written.clone())
    }
}

/// Whether a dotted name stands below another: `industry.rotterdam.area` below `industry.rotterdam`.
pub fn is_below(dotted: &str, start: &str) -> bool {
    dotted
        .strip_prefix(start)
        .is_some_and(|rest| rest.starts_with('.'))
}
