//! What a row says of an input besides its name: distribution, unit, source, evidence, correlation.

use super::Book;
use crate::distribution::{Distribution, Fixed};
use crate::id::InputName;
use crate::model::InputIndex;
use crate::scenario::problem::{Place, Problem};
use crate::scenario::resolve::families;
use crate::scenario::resolve::quantity::Quantity;
use crate::scenario::rows::{InputRow, Row, Written};
use crate::scenario::types::{Evidence, Layer, Provenance, UncertainInput};

/// What a row says of where its values come from.
#[derive(Debug, Clone, Copy)]
pub(in crate::scenario::resolve) struct Support<'r> {
    /// What the row is about.
    pub name: &'r str,
    pub place: &'r Place,
    pub evidence: Option<&'r Written<String>>,
    pub source: Option<&'r Written<String>>,
    pub note: &'r str,
}

impl<'r> Support<'r> {
    fn of(row: &'r InputRow) -> Self {
        Self {
            name: &row.name.value,
            place: row.place(),
            evidence: row.evidence.as_ref(),
            source: row.source.as_ref(),
            note: &row.note,
        }
    }
}

impl Book<'_> {
    /// The input that a row gives for a quantity, with every problem of the row noted.
    pub(super) fn resolve(
        &mut self,
        stream: &str,
        row: &InputRow,
        layers: &[InputRow],
        quantity: &Quantity,
    ) -> Option<UncertainInput> {
        let checked = InputName::new(stream);
        if let Err(error) = &checked {
            self.problems
                .push(Problem::error(row.place(), error.to_string()));
        }
        let distribution = families::distribution(row, &mut self.problems);
        let stand_in = || Fixed::new(0.0).ok();
        Some(UncertainInput {
            name: checked.or_else(|_| InputName::new("refused")).ok()?,
            distribution: distribution.or_else(|| stand_in().map(Distribution::from))?,
            written: families::written(row),
            unit: self.stated_unit(row),
            range: quantity.bounds(),
            provenance: self.provenance(&Support::of(row)),
            is_copy: false,
            group: self.group(row),
            layers: layers.iter().map(|row| self.layer(row)).collect(),
        })
    }

    fn layer(&self, row: &InputRow) -> Layer {
        let place = row.place();
        let file = &self.layers.library.files[place.file.0];
        Layer {
            file: file.name().to_owned(),
            line: file.line(place.span.start),
            written: families::written(row),
        }
    }

    fn stated_unit(&mut self, row: &InputRow) -> String {
        if let Some(unit) = &row.unit {
            return unit.value.clone();
        }
        let message = format!("`{}` has no unit", row.name.value);
        let problem = Problem::error(row.place(), message).expected("give it in `unit`, or `-`");
        self.problems.push(problem);
        String::new()
    }

    /// Where the values of a row come from, with every problem of it noted.
    pub fn provenance(&mut self, row: &Support<'_>) -> Provenance {
        let evidence = self.evidence(row);
        let source = self.source(row);
        self.check_support(row, evidence);
        Provenance {
            source,
            evidence: evidence.unwrap_or(Evidence::Assumption),
            note: row.note.to_owned(),
        }
    }

    /// An assumption gives its reason, every other grade its source.
    fn check_support(&mut self, row: &Support<'_>, evidence: Option<Evidence>) {
        let name = row.name;
        let Some(evidence) = evidence else {
            return;
        };
        if evidence == Evidence::Assumption {
            if row.note.is_empty() {
                let message = format!("the assumption `{name}` has no reason");
                let problem = Problem::error(row.place, message);
                self.problems
                    .push(problem.expected("say in one line of `note` why it is assumed"));
            }
        } else if row.source.is_none() {
            let message = format!("`{name}` is {} but cites no source", evidence.name());
            let problem = Problem::error(row.place, message);
            self.problems
                .push(problem.expected("give the id of a source, or grade it `assumption`"));
        }
    }

    fn evidence(&mut self, row: &Support<'_>) -> Option<Evidence> {
        let names = Evidence::ALL.map(Evidence::name);
        let Some(written) = row.evidence else {
            let message = format!("`{}` has no evidence grade", row.name);
            let problem = Problem::error(row.place, message);
            self.problems
                .push(problem.expected(format!("expected one of {}", names.join(", "))));
            return None;
        };
        let found = Evidence::from_name(&written.value);
        if found.is_none() {
            let message = format!("`{}` is not an evidence grade", written.value);
            let problem = Problem::error(&written.place, message).one_of(&written.value, &names);
            self.problems.push(problem);
        }
        found
    }

    fn source(&mut self, row: &Support<'_>) -> Option<usize> {
        let written = row.source?;
        let found = self.sources.get(written.value.as_str()).copied();
        if found.is_none() {
            let message = format!("there is no source `{}`", written.value);
            let problem = Problem::error(&written.place, message)
                .nearest(&written.value, self.sources.keys().copied());
            self.problems.push(problem);
        }
        found
    }

    fn group(&mut self, row: &InputRow) -> Option<(usize, f64)> {
        let (group, loading) = match (&row.group, &row.loading) {
            (None, None) => return None,
            (Some(group), Some(loading)) => (group, loading),
            (Some(one), None) => {
                let message = format!("`{}` has a group but no loading", row.name.value);
                self.problems.push(Problem::error(&one.place, message));
                return None;
            }
            (None, Some(one)) => {
                let message = format!("`{}` has a loading but no group", row.name.value);
                self.problems.push(Problem::error(&one.place, message));
                return None;
            }
        };
        if !(-1.0..=1.0).contains(&loading.value) {
            let message = format!("the loading is {}", loading.value);
            let problem = Problem::error(&loading.place, message);
            self.problems
                .push(problem.expected("a loading lies from -1 to 1"));
        }
        let names = self.correlation.names();
        let found = self.correlation.index(&group.value);
        if found.is_none() {
            let message = format!("there is no correlation group `{}`", group.value);
            let problem = Problem::error(&group.place, message).one_of(&group.value, names);
            self.problems.push(problem);
        }
        Some((found?, loading.value))
    }

    /// Notes a unit that is not the one wanted, and values that cannot be.
    pub(super) fn check_quantity(&mut self, name: &str, column: InputIndex, quantity: &Quantity) {
        let (Some(input), Some(row)) = (self.inputs.get(column.0), self.row(name)) else {
            return;
        };
        let mut found = Vec::new();
        if let Some(unit) = &quantity.unit
            && !input.unit.is_empty()
            && input.unit != *unit
        {
            let place = row.unit.as_ref().map_or(row.place(), |unit| &unit.place);
            let message = format!("`{name}` is in `{}`", input.unit);
            let label = format!("this is {}, in `{unit}`", quantity.what);
            found.push(Problem::error(place, message).expected(label));
        }
        if !row.is_broken && !quantity.allows(&input.distribution) {
            found.push(out_of_range(row, &input.distribution, quantity));
        }
        for problem in found {
            self.complain(name, problem);
        }
    }
}

fn out_of_range(row: &InputRow, distribution: &Distribution, quantity: &Quantity) -> Problem {
    let name = &row.name.value;
    let (low, high) = distribution.support();
    let first = row.parameters.first();
    let place = first.map_or(row.place(), |(_, first)| &first.place);
    let label = format!("{} is {}", quantity.what, quantity.range());
    if distribution.is_fixed() {
        return Problem::error(place, format!("`{name}` is {low}")).expected(label);
    }
    let message = format!("`{name}` can be anything from {low} to {high}");
    Problem::error(place, message)
        .expected(label)
        .hint("set `min` or `max` to cut the distribution off")
}
