//! What differs between points: inputs and values, checked against every scenario.

use toml::Spanned;

use super::super::types::{Parameter, ParameterOperation, ParameterValues, PointRule};
use super::MOST_POINTS;
use crate::model::InputIndex;
use crate::numeric::count;
use crate::scenario::problem::{FileIndex, Place, Problem};
use crate::scenario::raw::RawParameter;
use crate::scenario::resolve::identifier;
use crate::scenario::rows::Written;
use crate::scenario::types::Scenario;

/// What parameters are checked against.
pub(super) struct Parameters<'a> {
    pub scenarios: &'a [Scenario],
    pub rule: PointRule,
}

impl Parameters<'_> {
    /// A parameter, or every problem with it.
    pub fn resolve(
        &self,
        (file, raw): &(FileIndex, RawParameter),
        problems: &mut Vec<Problem>,
    ) -> Option<Parameter> {
        let written = Written::of(*file, raw.id.as_ref()?);
        let before = problems.len();
        let id = identifier(&written.value, &written.place, problems);
        let operation = operation(*file, raw, &written, problems);
        let values = self.values(*file, raw, &written, problems);
        let columns = self.columns(*file, raw, &written, problems);
        let (id, operation, values) = (id?, operation?, values?);
        if operation == ParameterOperation::Set {
            let place = place_of_values(*file, raw).unwrap_or(written.place);
            self.check_range(&columns, &values, &place, problems);
        }
        let unit = match operation {
            ParameterOperation::Multiply => "-".to_owned(),
            _ => self.unit(&columns),
        };
        (problems.len() == before).then(|| Parameter {
            name: raw.name.localised(id.as_str()),
            id,
            unit,
            columns,
            operation,
            values,
        })
    }

    /// The columns by scenario.
    fn columns(
        &self,
        file: FileIndex,
        raw: &RawParameter,
        id: &Written<String>,
        problems: &mut Vec<Problem>,
    ) -> Vec<Vec<InputIndex>> {
        if raw.inputs.is_empty() {
            let message = format!("the parameter `{}` has no `inputs`", id.value);
            let problem = Problem::error(&id.place, message);
            problems.push(problem.hint("inputs = [\"industry.green_return\"]"));
        }
        let of_scenario = |scenario: &Scenario| {
            let mut columns = Vec::new();
            for input in &raw.inputs {
                let found = scenario.columns_of(input.get_ref());
                if found.is_empty() {
                    problems.push(no_input(file, input, scenario));
                }
                columns.extend(found);
            }
            columns.sort_unstable();
            columns.dedup();
            columns
        };
        self.scenarios.iter().map(of_scenario).collect()
    }

    fn values(
        &self,
        file: FileIndex,
        raw: &RawParameter,
        id: &Written<String>,
        problems: &mut Vec<Problem>,
    ) -> Option<ParameterValues> {
        let is_hypercube = matches!(self.rule, PointRule::LatinHypercube { .. });
        let mut refuse = |place: &Place, message: String, hint: &str| {
            problems.push(Problem::error(place, message).hint(hint));
            None
        };
        let values = match (&raw.values, &raw.low, &raw.high) {
            (Some(values), None, None) if raw.steps.is_none() && !is_hypercube => {
                ParameterValues::Listed(values.get_ref().clone())
            }
            (None, Some(low), Some(high)) if is_hypercube && raw.steps.is_none() => {
                ParameterValues::Between(*low.get_ref(), *high.get_ref())
            }
            (None, Some(low), Some(high)) if !is_hypercube && raw.steps.is_some() => {
                let steps = raw.steps.as_ref().map_or(0, |steps| *steps.get_ref());
                match usize::try_from(steps) {
                    Ok(steps) if (2..=MOST_POINTS).contains(&steps) => {
                        ParameterValues::Listed(even(*low.get_ref(), *high.get_ref(), steps))
                    }
                    _ => {
                        let message = format!("`{}` cannot take {steps} steps", id.value);
                        return refuse(&id.place, message, "steps = 5");
                    }
                }
            }
            _ => {
                let message = format!("it is not clear which values `{}` takes", id.value);
                let hint = if is_hypercube {
                    "a Latin hypercube needs `low` and `high`, and neither `values` nor `steps`"
                } else {
                    "give `values`, or `low`, `high` and `steps`"
                };
                return refuse(&id.place, message, hint);
            }
        };
        let place = place_of_values(file, raw).unwrap_or(id.place.clone());
        let is_fine = match &values {
            ParameterValues::Listed(values) => {
                !values.is_empty() && values.iter().all(|value| value.is_finite())
            }
            ParameterValues::Between(low, high) => {
                low.is_finite() && high.is_finite() && low < high
            }
        };
        if is_fine {
            return Some(values);
        }
        let message = format!("`{}` needs finite values, the lowest first", id.value);
        refuse(&place, message, "values = [0.1, 0.3, 0.5]")
    }

    /// Values that are set must be possible.
    fn check_range(
        &self,
        columns: &[Vec<InputIndex>],
        values: &ParameterValues,
        place: &Place,
        problems: &mut Vec<Problem>,
    ) {
        let values = match values {
            ParameterValues::Listed(values) => values.clone(),
            ParameterValues::Between(low, high) => vec![*low, *high],
        };
        for (scenario, columns) in self.scenarios.iter().zip(columns) {
            for column in columns {
                let input = &scenario.inputs[column.0];
                let Some(wrong) = values.iter().find(|value| !input.range.contains(value)) else {
                    continue;
                };
                let (low, high) = (input.range.start(), input.range.end());
                let message = format!("`{}` cannot be {wrong}", input.name);
                let problem = Problem::error(place, message);
                problems.push(problem.expected(format!("it lies from {low} to {high}")));
                return;
            }
        }
    }

    fn unit(&self, columns: &[Vec<InputIndex>]) -> String {
        let first = self.scenarios.first().zip(columns.first());
        let input = first.and_then(|(scenario, columns)| {
            let column = columns.first()?;
            scenario.inputs.get(column.0)
        });
        input.map_or_else(|| "-".to_owned(), |input| input.unit.clone())
    }
}

fn operation(
    file: FileIndex,
    raw: &RawParameter,
    id: &Written<String>,
    problems: &mut Vec<Problem>,
) -> Option<ParameterOperation> {
    let names = ParameterOperation::ALL.map(ParameterOperation::name);
    let Some(operation) = &raw.operation else {
        let message = format!("the parameter `{}` has no `operation`", id.value);
        let problem = Problem::error(&id.place, message);
        problems.push(problem.expected(format!("expected one of {}", names.join(", "))));
        return None;
    };
    let written = Written::of(file, operation);
    let found = ParameterOperation::from_name(&written.value);
    if found.is_none() {
        let message = format!("`{}` is no way to change an input", written.value);
        let problem = Problem::error(&written.place, message).one_of(&written.value, &names);
        problems.push(problem);
    }
    found
}

/// No two parameters may change one input, and together they make points that can be counted.
pub(super) fn check_together(
    parameters: &[Parameter],
    rule: PointRule,
    top: &Place,
    problems: &mut Vec<Problem>,
) {
    for (at, one) in parameters.iter().enumerate() {
        for other in &parameters[..at] {
            let pairs = one.columns.iter().zip(&other.columns);
            let are_shared = |(a, b): (&Vec<InputIndex>, &Vec<InputIndex>)| {
                a.iter().any(|column| b.contains(column))
            };
            if pairs.into_iter().any(are_shared) {
                let message = format!("`{}` and `{}` change the same input", other.id, one.id);
                problems.push(Problem::error(top, message));
            }
        }
    }
    let lengths: Vec<_> = parameters
        .iter()
        .map(|one| match &one.values {
            ParameterValues::Listed(values) => values.len(),
            ParameterValues::Between(..) => 1,
        })
        .collect();
    if rule == PointRule::List && lengths.windows(2).any(|pair| pair[0] != pair[1]) {
        let message = "the parameters of a list have different numbers of values";
        problems.push(Problem::error(top, message));
    }
    let all = lengths
        .iter()
        .try_fold(1_usize, |all, one| all.checked_mul(*one));
    if rule == PointRule::Grid && all.is_none_or(|all| all > MOST_POINTS) {
        let message = format!("the grid has more than {MOST_POINTS} points");
        problems.push(Problem::error(top, message));
    }
}

fn no_input(file: FileIndex, input: &Spanned<String>, scenario: &Scenario) -> Problem {
    let written = Written::of(file, input);
    let message = format!(
        "scenario `{}` has no input `{}`",
        scenario.id, written.value
    );
    Problem::error(&written.place, message).nearest(&written.value, scenario.input_names())
}

fn place_of_values(file: FileIndex, raw: &RawParameter) -> Option<Place> {
    let span = raw.values.as_ref().map(Spanned::span);
    let span = span.or_else(|| raw.low.as_ref().map(Spanned::span))?;
    Some(Place { file, span })
}

/// Values at equal distances, both ends among them.
fn even(low: f64, high: f64, steps: usize) -> Vec<f64> {
    let last = count(steps - 1);
    let at = |step: usize| {
        let share = count(step) / last;
        low * (1.0 - share) + high * share
    };
    // Steps of 0.1 are to read as such.
    (0..steps).map(|step| round(at(step))).collect()
}

/// Rounded to twelve digits behind the point, which takes away what arithmetic in binary leaves.
fn round(value: f64) -> f64 {
    let rounded = (value * 1e12).round() / 1e12;
    if rounded.is_finite() { rounded } else { value }
}
