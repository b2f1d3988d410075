//! The inputs of a scenario by name: who asks for which, and whether it fits.

mod provenance;

pub(super) use provenance::Support;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::RangeInclusive;

use super::quantity::Quantity;
use crate::distribution::{Distribution, Fixed};
use crate::id::{IdError, InputName};
use crate::model::InputIndex;
use crate::sampling::CorrelationGroups;
use crate::scenario::inventory::InputUse;
use crate::scenario::layers::Layers;
use crate::scenario::problem::{Place, Problem};
use crate::scenario::rows::{InputRow, Row};
use crate::scenario::types::{Evidence, Provenance, UncertainInput};

/// Who asks for inputs: an object with a prefix and an id, and the row where it stands.
#[derive(Debug, Clone)]
pub(super) struct Owner {
    pub prefix: &'static str,
    pub id: String,
    pub place: Place,
}

impl Owner {
    /// The name of a field of this owner alone.
    pub fn own(&self, field: &str) -> String {
        format!("{}.{}.{field}", self.prefix, self.id)
    }

    /// The name of a field shared by all owners of the prefix.
    pub fn shared(&self, field: &str) -> String {
        format!("{}.{field}", self.prefix)
    }
}

/// All inputs that were given, and the columns of those that were asked for.
#[derive(Debug)]
pub(super) struct Book<'a> {
    layers: &'a Layers,
    pub correlation: &'a CorrelationGroups,
    sources: HashMap<&'a str, usize>,
    inputs: Vec<UncertainInput>,
    /// What each column stands for, which says how far a lever may move it.
    quantities: Vec<Quantity>,
    /// The columns by the name of the place they fill.
    columns: HashMap<String, InputIndex>,
    /// The rows that some place has used.
    used: HashSet<String>,
    /// How the names of inputs begin that need not be asked for.
    excused: Vec<String>,
    asked: BTreeSet<String>,
    complained: HashSet<(String, String)>,
    /// The places that inputs fill, in the order in which they were asked for.
    uses: Vec<InputUse>,
    noted: HashSet<String>,
    pub problems: Vec<Problem>,
}

impl<'a> Book<'a> {
    pub fn new(layers: &'a Layers, correlation: &'a CorrelationGroups) -> Self {
        let ids = layers.sources.rows().enumerate();
        Self {
            layers,
            correlation,
            sources: ids.map(|(at, row)| (row.id.value.as_str(), at)).collect(),
            inputs: Vec::new(),
            quantities: Vec::new(),
            columns: HashMap::new(),
            used: HashSet::new(),
            excused: Vec::new(),
            asked: BTreeSet::new(),
            complained: HashSet::new(),
            uses: Vec::new(),
            noted: HashSet::new(),
            problems: Vec::new(),
        }
    }

    /// The input that an owner calls `field`: its own one, else the one shared under its prefix.
    pub fn input(&mut self, owner: &Owner, field: &str, quantity: &Quantity) -> InputIndex {
        let candidates = [owner.own(field), owner.shared(field)];
        self.first_of(&candidates, &owner.place, quantity)
    }

    /// As [`input`](Self::input), in a column of the owner's own, so that a lever can move it for
    /// this owner alone. A column that repeats a shared input holds the same draws.
    pub fn input_apart(&mut self, owner: &Owner, field: &str, quantity: &Quantity) -> InputIndex {
        let candidates = [owner.own(field), owner.shared(field)];
        self.first_apart(&candidates, &owner.place, quantity)
    }

    /// As [`first_of`](Self::first_of), in a column named by the first of the candidates.
    pub fn first_apart(
        &mut self,
        candidates: &[String],
        asked_at: &Place,
        quantity: &Quantity,
    ) -> InputIndex {
        let Some((place, name)) = self.place_and_name(candidates) else {
            return self.missing(candidates, asked_at, quantity);
        };
        let column = self.place(&place, &name, &name, quantity);
        if name != place {
            self.mark_copy(column);
        }
        self.note(&place, &name, column);
        column
    }

    /// As [`first_of`](Self::first_of), but drawn apart for the first candidate: the distribution may
    /// be shared, the draws are not.
    pub fn first_drawn_apart(
        &mut self,
        candidates: &[String],
        asked_at: &Place,
        quantity: &Quantity,
    ) -> InputIndex {
        let Some((place, name)) = self.place_and_name(candidates) else {
            return self.missing(candidates, asked_at, quantity);
        };
        let column = self.place(&place, &name, &place, quantity);
        self.note(&place, &name, column);
        column
    }

    /// The first of the candidates, whose place is filled, and the first that was given, which fills it.
    fn place_and_name(&mut self, candidates: &[String]) -> Option<(String, String)> {
        let name = candidates.iter().find(|name| self.has(name))?;
        Some((candidates.first()?.clone(), name.clone()))
    }

    /// A column that holds one value in every draw, asked for at a place.
    pub fn certain(
        &mut self,
        (name, asked_at): (&str, &Place),
        value: f64,
        quantity: &Quantity,
    ) -> Option<InputIndex> {
        if let Some(&column) = self.columns.get(name) {
            return Some(column);
        }
        let refused = |error: IdError| Problem::error(asked_at, error.to_string());
        let checked = InputName::new(name).map_err(|error| self.problems.push(refused(error)));
        let input = UncertainInput {
            name: checked.ok()?,
            distribution: Fixed::new(value).ok()?.into(),
            written: value.to_string(),
            unit: quantity.unit.as_deref().unwrap_or("-").to_owned(),
            range: quantity.bounds(),
            provenance: Provenance {
                source: None,
                evidence: Evidence::Assumption,
                note: "as the policy variant says".to_owned(),
            },
            is_copy: false,
            group: None,
            layers: Vec::new(),
        };
        let column = InputIndex(self.inputs.len());
        self.inputs.push(input);
        self.quantities.push(quantity.clone());
        self.columns.insert(name.to_owned(), column);
        Some(column)
    }

    /// The columns whose place, or the input that fills it, has a name that `is_wanted`, in order.
    pub fn columns_where(&self, is_wanted: impl Fn(&str) -> bool) -> Vec<InputIndex> {
        let mut found: Vec<_> = self
            .columns
            .iter()
            .filter(|(place, column)| {
                let input = self.inputs.get(column.0);
                is_wanted(place) || input.is_some_and(|input| is_wanted(input.name.as_str()))
            })
            .map(|(_, column)| *column)
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The names that [`columns_where`](Self::columns_where) looks at.
    pub fn place_names(&self) -> impl Iterator<Item = &str> {
        let inputs = self.inputs.iter().map(|input| input.name.as_str());
        self.columns.keys().map(String::as_str).chain(inputs)
    }

    /// The values that a column may have.
    pub fn range(&self, column: InputIndex) -> RangeInclusive<f64> {
        let quantity = self.quantities.get(column.0);
        quantity.map_or(f64::NEG_INFINITY..=f64::INFINITY, Quantity::bounds)
    }

    /// The unit that an input states.
    pub fn unit(&self, column: InputIndex) -> &str {
        self.inputs.get(column.0).map_or("-", |input| &input.unit)
    }

    /// The first of some inputs that was given.
    pub fn first_of(
        &mut self,
        candidates: &[String],
        asked_at: &Place,
        quantity: &Quantity,
    ) -> InputIndex {
        let found = candidates.iter().find(|name| self.has(name));
        match (found, candidates.first()) {
            (Some(name), Some(place)) => {
                let column = self.place(name, name, name, quantity);
                self.note(place, name, column);
                column
            }
            _ => self.missing(candidates, asked_at, quantity),
        }
    }

    /// Whether an input of that name was given; asking counts as knowing the name.
    pub fn has(&mut self, name: &str) -> bool {
        self.asked.insert(name.to_owned());
        self.layers.inputs.get(name).is_some()
    }

    /// The row of an input.
    pub fn row(&self, name: &str) -> Option<&'a InputRow> {
        self.layers.inputs.get(name)
    }

    /// The given names that begin with `start`, without it, sorted.
    pub fn names_below(&self, start: &str) -> Vec<String> {
        let names = self.layers.inputs.keys();
        let mut below: Vec<_> = names
            .filter_map(|name| name.strip_prefix(start))
            .map(str::to_owned)
            .collect();
        below.sort();
        below
    }

    /// The column of an input that was given.
    pub fn column(&mut self, name: &str, quantity: &Quantity) -> InputIndex {
        let column = self.place(name, name, name, quantity);
        self.note(name, name, column);
        column
    }

    /// Notes that the column of the row called `row` fills `place`; the first note holds.
    pub fn note(&mut self, place: &str, row: &str, input: InputIndex) {
        if self.noted.insert(place.to_owned()) {
            self.uses.push(InputUse {
                place: place.to_owned(),
                row: row.to_owned(),
                input,
            });
        }
    }

    /// Notes that an input that was asked for under the name `row` fills `place` as well.
    pub fn note_also(&mut self, place: &str, row: &str) {
        if let Some(&column) = self.columns.get(row) {
            self.note(place, row, column);
        }
    }

    /// The column that fills `place` with the row called `row`, drawn from the stream `stream`.
    fn place(&mut self, place: &str, row: &str, stream: &str, quantity: &Quantity) -> InputIndex {
        self.asked.insert(row.to_owned());
        self.used.insert(row.to_owned());
        let column = match self.columns.get(place) {
            Some(&column) => column,
            None => self.add(place, row, stream, quantity),
        };
        self.check_quantity(row, column, quantity);
        column
    }

    fn mark_copy(&mut self, column: InputIndex) {
        let Some(input) = self.inputs.get(column.0) else {
            return;
        };
        let is_original = |other: &UncertainInput| other.name == input.name;
        let is_copy = self.inputs[..column.0].iter().any(is_original);
        self.inputs[column.0].is_copy = is_copy;
    }

    /// The distribution of an input.
    pub fn distribution(&self, column: InputIndex) -> Option<&Distribution> {
        self.inputs.get(column.0).map(|input| &input.distribution)
    }

    /// Notes a problem about `subject` once, however many objects run into it.
    pub fn complain(&mut self, subject: &str, problem: Problem) {
        if self
            .complained
            .insert((subject.to_owned(), problem.message.clone()))
        {
            self.problems.push(problem);
        }
    }

    /// Expects no one to ask for the inputs of an owner that something else is wrong with.
    pub fn excuse(&mut self, owner: &Owner) {
        self.excused.push(owner.own(""));
    }

    /// All inputs in the order of their columns and the places they fill, after noting those that
    /// nothing asked for.
    pub fn close(mut self) -> (Vec<UncertainInput>, Vec<InputUse>, Vec<Problem>) {
        for row in self.layers.inputs.rows() {
            let name = row.name.value.as_str();
            let is_excused = self.excused.iter().any(|start| name.starts_with(start));
            if self.used.contains(name) || is_excused {
                continue;
            }
            let open = |asked: &&String| self.layers.inputs.get(asked).is_none();
            let asked = self.asked.iter().filter(open).map(String::as_str);
            let problem = Problem::error(row.place(), format!("nothing asks for `{name}`"))
                .expected("no object has an input of this name")
                .nearest(name, asked);
            self.problems.push(problem);
        }
        (self.inputs, self.uses, self.problems)
    }

    fn missing(
        &mut self,
        candidates: &[String],
        asked_at: &Place,
        quantity: &Quantity,
    ) -> InputIndex {
        let (own, others) = candidates.split_first().unzip();
        let own = own.map_or("", String::as_str);
        let unit = quantity.unit.as_deref().unwrap_or("a unit of its own");
        let problem = Problem::error(asked_at, format!("the input `{own}` is missing"))
            .expected(format!("this needs {}, in {unit}", quantity.what));
        let others: Vec<_> = others.into_iter().flatten().collect();
        let problem = match others.first() {
            Some(shared) => problem.hint(format!(
                "give `{own}`, or `{shared}` for all that have none of their own"
            )),
            None => problem,
        };
        self.complain(own, problem);
        // The scenario is refused, so no run ever reads this column.
        InputIndex(usize::MAX)
    }

    fn add(&mut self, place: &str, row: &str, stream: &str, quantity: &Quantity) -> InputIndex {
        let index = InputIndex(self.inputs.len());
        self.columns.insert(place.to_owned(), index);
        let layers = self.layers.inputs.layers(row).unwrap_or_default();
        if let Some(row) = layers.last() {
            let input = self.resolve(stream, row, layers, quantity);
            self.inputs.extend(input);
            self.quantities.push(quantity.clone());
        }
        index
    }
}
