//! Quantities in time: their shape follows from which inputs are given under their name.

use std::collections::HashMap;

use super::super::inventory::PathwayUse;
use super::super::layers::Layers;
use super::super::problem::{Place, Problem};
use super::super::types::WALK_OF;
use super::book::{Book, Owner};
use super::quantity::{Quantity, can_be_zero};
use crate::model::{
    GrowthPeriod, InputIndex, Join, Pathway, PathwayIndex, PathwayShape, StructuralError, WalkIndex,
};
use crate::units::Year;

/// The names of the joins.
const JOINS: [(&str, Join); 3] = [
    ("linear", Join::Linear),
    ("geometric", Join::Geometric),
    ("logistic", Join::Logistic),
];

/// The pathways of a scenario, each made once however many objects follow it.
#[derive(Debug)]
pub(super) struct Pathways<'a> {
    layers: &'a Layers,
    base_year: Year,
    pub list: Vec<Pathway>,
    pub walks: Vec<String>,
    /// The places that pathways fill, in the order in which they were asked for.
    pub uses: Vec<PathwayUse>,
    places: HashMap<[Option<String>; 3], PathwayIndex>,
    joined: Vec<String>,
}

impl<'a> Pathways<'a> {
    pub fn new(layers: &'a Layers, base_year: Year) -> Self {
        Self {
            layers,
            base_year,
            list: Vec::new(),
            walks: Vec::new(),
            uses: Vec::new(),
            places: HashMap::new(),
            joined: Vec::new(),
        }
    }

    /// The pathway that an owner calls `field`: its own one, else the one shared under its prefix.
    pub fn find(
        &mut self,
        book: &mut Book<'_>,
        owner: &Owner,
        field: &str,
        quantity: &Quantity,
    ) -> PathwayIndex {
        let candidates = [owner.own(field), owner.shared(field)];
        let Some(name) = candidates.iter().find(|name| is_given(book, name)) else {
            let unit = quantity.unit.as_deref().unwrap_or("a unit of its own");
            let message = format!("the pathway `{}` is missing", candidates[0]);
            let problem = Problem::error(&owner.place, message)
                .expected(format!("this needs {} in time, in {unit}", quantity.what))
                .hint(format!(
                    "give `{0}` for a constant, or `{0}.{1}` and later years, or `{0}.growth.<year>`",
                    candidates[0], self.base_year
                ));
            book.complain(&candidates[0], problem);
            return PathwayIndex(usize::MAX);
        };
        let addition = |book: &mut Book<'_>, what: &str| {
            let names = candidates.iter().map(|name| format!("{name}.{what}"));
            names.into_iter().find(|name| book.has(name))
        };
        let elasticity = addition(book, "elasticity");
        let error = addition(book, "structural_error");
        let key = [Some(name.clone()), elasticity, error];
        let index = if let Some(&known) = self.places.get(&key) {
            known
        } else {
            let pathway = self.build(book, &key, &owner.place, quantity);
            self.list.push(pathway);
            PathwayIndex(self.list.len() - 1)
        };
        self.note(book, &candidates[0], &key, index);
        self.places.insert(key, index);
        index
    }

    /// Notes that the pathway and its inputs fill the place of an owner.
    fn note(
        &mut self,
        book: &mut Book<'_>,
        place: &str,
        [name, elasticity, error]: &[Option<String>; 3],
        pathway: PathwayIndex,
    ) {
        let name = name.as_deref().unwrap_or_default();
        book.note_also(place, name);
        for rest in book.names_below(&format!("{name}.")) {
            if is_shape(&rest) || rest == "start" {
                book.note_also(&format!("{place}.{rest}"), &format!("{name}.{rest}"));
            }
        }
        for (part, row) in [("elasticity", elasticity), ("structural_error", error)] {
            if let Some(row) = row {
                book.note_also(&format!("{place}.{part}"), row);
            }
        }
        self.uses.push(PathwayUse {
            place: place.to_owned(),
            name: name.to_owned(),
            pathway,
        });
    }

    /// The pathway that an owner alone calls `field`, if it is given.
    pub fn find_own(
        &mut self,
        book: &mut Book<'_>,
        owner: &Owner,
        field: &str,
        quantity: &Quantity,
    ) -> Option<PathwayIndex> {
        is_given(book, &owner.own(field)).then(|| self.find(book, owner, field, quantity))
    }

    /// Notes the joins that no pathway has taken.
    pub fn close(&self, problems: &mut Vec<Problem>) {
        for (name, (place, _)) in &self.layers.joins {
            if !self.joined.contains(name) {
                let names = self.places.keys().filter_map(|key| key[0].as_deref());
                let message = format!("nothing follows the pathway `{name}`");
                problems.push(Problem::error(place, message).nearest(name, names));
            }
        }
    }

    fn build(
        &mut self,
        book: &mut Book<'_>,
        [name, elasticity, error]: &[Option<String>; 3],
        place: &Place,
        quantity: &Quantity,
    ) -> Pathway {
        let name = name.as_deref().unwrap_or_default();
        let shape = self.shape(book, name, place, quantity);
        if let Some(elasticity) = elasticity {
            check_begins_above_zero(book, name, &shape, elasticity);
        }
        Pathway {
            shape,
            elasticity: elasticity
                .as_ref()
                .map(|name| book.column(name, &Quantity::ELASTICITY)),
            structural_error: error.as_ref().map(|error| StructuralError {
                sigma: book.column(error, &Quantity::NOISE),
                walk: self.walk(name),
            }),
        }
    }

    fn walk(&mut self, pathway: &str) -> WalkIndex {
        let name = format!("{WALK_OF}{pathway}");
        let known = self.walks.iter().position(|walk| *walk == name);
        WalkIndex(known.unwrap_or_else(|| {
            self.walks.push(name);
            self.walks.len() - 1
        }))
    }

    fn shape(
        &mut self,
        book: &mut Book<'_>,
        name: &str,
        place: &Place,
        quantity: &Quantity,
    ) -> PathwayShape {
        let below = book.names_below(&format!("{name}."));
        let years = |prefix: &str| -> Vec<Year> {
            let names = below.iter().filter_map(|name| name.strip_prefix(prefix));
            names
                .filter_map(|year| Year::new(year.parse().ok()?))
                .collect()
        };
        let (anchors, periods) = (years(""), years("growth."));
        let fades = below.iter().any(|name| name == "growth.now");
        let constant = book.has(name);
        let forms = [constant, !anchors.is_empty(), !periods.is_empty(), fades];
        if forms.iter().filter(|is_given| **is_given).count() > 1 {
            let message = format!("the pathway `{name}` is given in more than one way");
            let problem = Problem::error(place, message).hint(
                "keep one: a constant, values in years, growth until years, or fading growth",
            );
            book.complain(name, problem);
        }
        if fades {
            self.fading(book, name)
        } else if !periods.is_empty() {
            growth(book, name, &periods, quantity)
        } else if !anchors.is_empty() {
            self.anchors(book, name, &anchors, quantity)
        } else {
            self.check_index(book, name, name, quantity);
            PathwayShape::Constant(book.column(name, quantity))
        }
    }

    fn fading(&self, book: &mut Book<'_>, name: &str) -> PathwayShape {
        let mut part = |part: &str, quantity: &Quantity| {
            let candidate = format!("{name}.growth.{part}");
            let place = book
                .row(&format!("{name}.growth.now"))
                .map(|row| row.name.place.clone());
            let place = place.or_else(|| self.layers.top.clone());
            match place {
                Some(place) => book.first_of(&[candidate], &place, quantity),
                None => InputIndex(usize::MAX),
            }
        };
        PathwayShape::FadingGrowth {
            now: part("now", &Quantity::RATE),
            later: part("later", &Quantity::RATE),
            decay: part("decay", &Quantity::TIME_SCALE),
        }
    }

    fn anchors(
        &mut self,
        book: &mut Book<'_>,
        name: &str,
        years: &[Year],
        quantity: &Quantity,
    ) -> PathwayShape {
        let first = format!("{name}.{}", years[0]);
        if years[0] > self.base_year
            && let Some(row) = book.row(&first)
        {
            let message = format!("`{name}` begins in {}, after the base year", years[0]);
            let problem = Problem::error(&row.name.place, message)
                .expected(format!("give its value in {} or before", self.base_year));
            book.complain(name, problem);
        }
        self.check_index(book, name, &first, quantity);
        let join = self.join(book, name);
        let column = |year: &Year| (*year, book.column(&format!("{name}.{year}"), quantity));
        let points: Vec<_> = years.iter().map(column).collect();
        if join == Join::Geometric {
            check_above_zero(book, name, &points);
        }
        PathwayShape::Anchors { points, join }
    }

    /// An index is 1 in the base year, whatever follows.
    fn check_index(&self, book: &mut Book<'_>, name: &str, first: &str, quantity: &Quantity) {
        if *quantity != Quantity::INDEX {
            return;
        }
        let column = book.column(first, quantity);
        let distribution = book.distribution(column);
        let is_one = distribution.is_some_and(|d| d.is_fixed() && d.quantile(0.5) == 1.0);
        let in_base_year = first == name || first.ends_with(&format!(".{}", self.base_year));
        if !(is_one && in_base_year)
            && let Some(row) = book.row(first)
        {
            let message = format!("the index `{name}` is not 1 in the base year");
            let label = format!("give `{name}.{}` the fixed value 1", self.base_year);
            book.complain(
                name,
                Problem::error(&row.name.place, message).expected(label),
            );
        }
    }

    fn join(&mut self, book: &mut Book<'_>, name: &str) -> Join {
        let Some((_, written)) = self.layers.joins.get(name) else {
            return Join::Linear;
        };
        self.joined.push(name.to_owned());
        let found = JOINS.iter().find(|(join, _)| *join == written.value);
        if let Some((_, join)) = found {
            return *join;
        }
        let names = JOINS.map(|(name, _)| name);
        let message = format!("`{}` is not a join", written.value);
        let problem = Problem::error(&written.place, message).one_of(&written.value, &names);
        book.complain(name, problem);
        Join::Linear
    }
}

/// No rate of growth leads from or to zero.
fn check_above_zero(book: &mut Book<'_>, name: &str, points: &[(Year, InputIndex)]) {
    for (year, column) in points {
        let anchor = format!("{name}.{year}");
        if book.distribution(*column).is_some_and(can_be_zero)
            && let Some(row) = book.row(&anchor)
        {
            let message = format!("`{anchor}` can be zero, and `{name}` is joined geometrically");
            let problem = Problem::error(&row.name.place, message)
                .expected("a geometric join needs values above 0")
                .hint("give it a value above 0, or join the pathway `linear` or `logistic`");
            book.complain(&anchor, problem);
        }
    }
}

/// An elasticity works on the change since the base year, and nothing grows from zero at any rate.
fn check_begins_above_zero(
    book: &mut Book<'_>,
    name: &str,
    shape: &PathwayShape,
    elasticity: &str,
) {
    let first = match shape {
        PathwayShape::Constant(value) => Some(*value),
        PathwayShape::Growth { start, .. } => *start,
        PathwayShape::Anchors { points, .. } => points.first().map(|&(_, value)| value),
        PathwayShape::FadingGrowth { .. } => None,
    };
    let distribution = first.and_then(|first| book.distribution(first));
    if distribution.is_some_and(can_be_zero)
        && let Some(row) = book.row(elasticity)
    {
        let message = format!("`{name}` has an elasticity, and can begin at zero");
        let problem = Problem::error(&row.name.place, message)
            .expected("an elasticity works on the change since the base year")
            .hint(format!(
                "let `{name}` begin above 0, or leave out `{elasticity}`"
            ));
        book.complain(name, problem);
    }
}

/// Whether a pathway of that name is given in any way.
fn is_given(book: &mut Book<'_>, name: &str) -> bool {
    let only_adds = |rest: &str| matches!(rest, "elasticity" | "structural_error" | "start");
    book.has(name)
        || book
            .names_below(&format!("{name}."))
            .iter()
            .any(|rest| !only_adds(rest) && is_shape(rest))
}

/// Whether the rest of a name gives a pathway its shape.
fn is_shape(rest: &str) -> bool {
    let rest = rest.strip_prefix("growth.").unwrap_or(rest);
    matches!(rest, "now" | "later" | "decay") || rest.parse::<u16>().is_ok()
}

fn growth(book: &mut Book<'_>, name: &str, years: &[Year], quantity: &Quantity) -> PathwayShape {
    let start_name = format!("{name}.start");
    let start = book
        .has(&start_name)
        .then(|| book.column(&start_name, quantity));
    let is_index = *quantity == Quantity::INDEX;
    if start.is_some()
        && is_index
        && let Some(row) = book.row(&start_name)
    {
        let message = format!("the index `{name}` begins at 1, whatever `{start_name}` says");
        let problem = Problem::error(&row.name.place, message);
        book.complain(name, problem.hint(format!("leave out `{start_name}`")));
    }
    if start.is_none()
        && !is_index
        && let Some(row) = book.row(&format!("{name}.growth.{}", years[0]))
    {
        let message = format!("`{name}` grows, but its level in the base year is missing");
        let problem = Problem::error(&row.name.place, message);
        book.complain(name, problem.hint(format!("give `{start_name}`")));
    }
    let period = |until: &Year| GrowthPeriod {
        until: *until,
        rate: book.column(&format!("{name}.growth.{until}"), &Quantity::RATE),
    };
    PathwayShape::Growth {
        start,
        periods: years.iter().map(period).collect(),
    }
}

/// Whether the rest of a name is an input itself or a level of a pathway, not its growth or noise.
pub(super) fn is_level(rest: &str) -> bool {
    let is_year = |rest: &str| rest.parse::<u16>().is_ok();
    rest.is_empty() || rest == ".start" || rest.strip_prefix('.').is_some_and(is_year)
}
