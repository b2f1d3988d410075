//! From the columns of an input to its distribution.

use super::super::problem::{Place, Problem};
use super::super::rows::InputRow;
use crate::distribution::{
    Bernoulli, Beta, Discrete, Distribution, DistributionError, Elicited, Empirical, Fixed, Gamma,
    Lognormal, Normal, Pert, Quantiles, Triangular, Uniform,
};

/// A family as a scenario writes it: which columns it must and may have.
struct Form {
    name: &'static str,
    needed: &'static [&'static str],
    allowed: &'static [&'static str],
}

const FORMS: [Form; 12] = [
    form("fixed", &["central"], &[]),
    form("uniform", &["low", "high"], &["min", "max"]),
    form("triangular", &["low", "central", "high"], &["min", "max"]),
    form(
        "pert",
        &["low", "central", "high"],
        &["shape", "min", "max"],
    ),
    form("normal", &["central", "sd"], &["min", "max"]),
    form("lognormal", &["high"], &["low", "central", "min", "max"]),
    form("beta", &["alpha", "beta"], &["low", "high", "min", "max"]),
    form("gamma", &["shape", "scale"], &["min", "max"]),
    form("discrete", &["values", "weights"], &[]),
    form("bernoulli", &["central"], &[]),
    form("empirical", &["values"], &["min", "max"]),
    form("elicited", &["low", "central", "high"], &["min", "max"]),
];

const fn form(
    name: &'static str,
    needed: &'static [&'static str],
    allowed: &'static [&'static str],
) -> Form {
    Form {
        name,
        needed,
        allowed,
    }
}

/// The distribution that a row writes; `None` with problems when it writes none.
pub(super) fn distribution(row: &InputRow, problems: &mut Vec<Problem>) -> Option<Distribution> {
    if row.is_broken {
        return None;
    }
    let place = row
        .distribution
        .as_ref()
        .map_or(&row.name.place, |w| &w.place);
    let name = row
        .distribution
        .as_ref()
        .map_or("fixed", |w| w.value.as_str());
    let Some(form) = FORMS.iter().find(|form| form.name == name) else {
        let names = FORMS.map(|form| form.name);
        let problem =
            Problem::error(place, format!("`{name}` is not a distribution")).one_of(name, &names);
        problems.push(problem);
        return None;
    };
    let before = problems.len();
    check_columns(row, form, place, problems);
    if problems.len() > before {
        return None;
    }
    match build(row, name) {
        Ok(distribution) => Some(distribution),
        Err(error) => {
            let message = format!("`{}`: {error}", row.name.value);
            problems.push(Problem::error(place, message));
            None
        }
    }
}

fn given_columns(row: &InputRow) -> Vec<(&'static str, &Place)> {
    let mut given: Vec<_> = row
        .parameters
        .iter()
        .map(|(name, written)| (*name, &written.place))
        .collect();
    let lists = [("values", &row.values), ("weights", &row.weights)];
    let lists = lists.into_iter().filter(|(_, list)| !list.is_empty());
    given.extend(lists.map(|(name, _)| (name, &row.name.place)));
    given
}

fn check_columns(row: &InputRow, form: &Form, place: &Place, problems: &mut Vec<Problem>) {
    let given = given_columns(row);
    for (column, place) in &given {
        if !form.needed.contains(column) && !form.allowed.contains(column) {
            let columns = [form.needed, form.allowed].concat().join(", ");
            let message = format!("a {} distribution has no `{column}`", form.name);
            let problem = Problem::error(place, message);
            problems.push(problem.expected(format!("its columns are {columns}")));
        }
    }
    for needed in form.needed {
        if !given.iter().any(|(column, _)| column == needed) {
            let message = format!("`{}` has no `{needed}`", row.name.value);
            let label = format!(
                "a {} distribution needs {}",
                form.name,
                form.needed.join(", ")
            );
            problems.push(Problem::error(place, message).expected(label));
        }
    }
}

fn build(row: &InputRow, name: &str) -> Result<Distribution, DistributionError> {
    // Needed columns were checked; the others have a usual value.
    let get = |column: &str| row.parameter(column).unwrap_or(f64::NAN);
    let or = |column: &str, usual: f64| row.parameter(column).unwrap_or(usual);
    let (low, central, high) = (get("low"), get("central"), get("high"));
    let (min, max) = (row.parameter("min"), row.parameter("max"));
    let untruncated: Distribution = match name {
        "uniform" => Uniform::new(low, high)?.into(),
        "triangular" => Triangular::new(low, central, high)?.into(),
        "pert" => Pert::new(low, central, high, or("shape", Pert::USUAL_SHAPE))?.into(),
        "normal" => Normal::new(central, get("sd"))?.into(),
        "lognormal" => lognormal(row, high)?.into(),
        "beta" => Beta::new(get("alpha"), get("beta"), or("low", 0.0), or("high", 1.0))?.into(),
        "gamma" => Gamma::new(get("shape"), get("scale"))?.into(),
        "discrete" => Discrete::new(&row.values, &row.weights)?.into(),
        "bernoulli" => Bernoulli::new(central)?.into(),
        "empirical" => Empirical::new(&row.values)?.into(),
        "elicited" => {
            let quantiles = Quantiles {
                p10: low,
                p50: central,
                p90: high,
            };
            // The bounds are part of the fit and cut nothing off.
            return Ok(Elicited::new(quantiles, min, max)?.into());
        }
        _ => Fixed::new(central)?.into(),
    };
    match (min, max) {
        (None, None) => Ok(untruncated),
        _ => untruncated.truncated(min, max),
    }
}

/// By median and P95, or by P5 and P95.
fn lognormal(row: &InputRow, high: f64) -> Result<Lognormal, DistributionError> {
    match (row.parameter("central"), row.parameter("low")) {
        (Some(median), _) => Lognormal::from_median_p95(median, high),
        (None, Some(p05)) => Lognormal::from_p05_p95(p05, high),
        (None, None) => Lognormal::from_median_p95(f64::NAN, high),
    }
}

/// A distribution as the file gives it: `triangular (low 0.35, central 0.5, high 0.6)`.
pub(super) fn written(row: &InputRow) -> String {
    let mut parts: Vec<_> = row
        .parameters
        .iter()
        .map(|(name, written)| format!("{name} {}", written.value))
        .collect();
    for (name, list) in [("values", &row.values), ("weights", &row.weights)] {
        if !list.is_empty() {
            let list: Vec<_> = list.iter().map(f64::to_string).collect();
            parts.push(format!("{name} {}", list.join(" ")));
        }
    }
    let name = row
        .distribution
        .as_ref()
        .map_or("fixed", |w| w.value.as_str());
    match (name, row.parameter("central")) {
        ("fixed", Some(value)) => value.to_string(),
        _ => format!("{name} ({})", parts.join(", ")),
    }
}
