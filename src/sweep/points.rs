//! The points of a sweep: a value for every parameter.

use crate::sampling::{Design, LatinHypercube, Replicates, StreamKey};
use crate::scenario::{Parameter, ParameterValues, PointRule};

/// The points, in order; a single one without values when there are no parameters.
///
/// In a grid the last parameter changes fastest. In a Latin hypercube of n points each parameter has
/// one value in each of n equal parts of its range.
pub(super) fn points(parameters: &[Parameter], rule: PointRule) -> Vec<Vec<f64>> {
    match rule {
        _ if parameters.is_empty() => vec![Vec::new()],
        PointRule::Grid => grid(parameters),
        PointRule::List => {
            let columns: Vec<_> = parameters.iter().map(|one| listed(one).to_vec()).collect();
            transposed(&columns)
        }
        PointRule::LatinHypercube { number, seed } => {
            let columns = parameters.iter().map(|one| hypercube(one, number, seed));
            transposed(&columns.collect::<Vec<_>>())
        }
    }
}

fn listed(parameter: &Parameter) -> &[f64] {
    match &parameter.values {
        ParameterValues::Listed(values) => values,
        ParameterValues::Between(..) => &[],
    }
}

fn grid(parameters: &[Parameter]) -> Vec<Vec<f64>> {
    let mut points = vec![Vec::new()];
    for parameter in parameters {
        let longer = |point: &Vec<f64>| {
            let point = point.clone();
            let values = listed(parameter).iter();
            values.map(move |&value| [point.clone(), vec![value]].concat())
        };
        points = points.iter().flat_map(longer).collect();
    }
    points
}

/// The values of one parameter, from the stream of its name.
fn hypercube(parameter: &Parameter, number: usize, seed: u64) -> Vec<f64> {
    let ParameterValues::Between(low, high) = parameter.values else {
        return Vec::new();
    };
    let design = LatinHypercube::with_replicates(Replicates::new(number as u64, 1));
    let mut values = vec![0.0; number];
    design.fill(StreamKey::new(seed, parameter.id.as_str()), 0, &mut values);
    for value in &mut values {
        *value = low + *value * (high - low);
    }
    values
}

/// Columns of equal length as rows.
fn transposed(columns: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let rows = columns.first().map_or(0, Vec::len);
    (0..rows)
        .map(|row| columns.iter().map(|column| column[row]).collect())
        .collect()
}

/// The places of the parameters that have more than one value.
#[must_use]
pub fn varying(points: &[Vec<f64>]) -> Vec<usize> {
    let parameters = 0..points.first().map_or(0, Vec::len);
    let varies = |&parameter: &usize| {
        let mut values = points.iter().map(|point| point[parameter]);
        let first = values.next();
        values.any(|value| Some(value) != first)
    };
    parameters.filter(varies).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Id;
    use crate::language::Localised;
    use crate::scenario::ParameterOperation;

    fn parameter(id: &str, values: ParameterValues) -> Parameter {
        Parameter {
            id: Id::new(id).unwrap(),
            name: Localised::same(id),
            unit: "-".to_owned(),
            columns: Vec::new(),
            operation: ParameterOperation::Set,
            values,
        }
    }

    #[test]
    fn a_grid_holds_every_pair_and_a_list_goes_side_by_side() {
        let pair = [
            parameter("a", ParameterValues::Listed(vec![1.0, 2.0])),
            parameter("b", ParameterValues::Listed(vec![7.0, 8.0])),
        ];
        let grid = points(&pair, PointRule::Grid);
        assert_eq!(grid, [[1.0, 7.0], [1.0, 8.0], [2.0, 7.0], [2.0, 8.0]]);
        let list = points(&pair, PointRule::List);
        assert_eq!(list, [[1.0, 7.0], [2.0, 8.0]]);
        assert_eq!(points(&[], PointRule::Grid), [Vec::<f64>::new()]);
    }

    #[test]
    fn a_hypercube_has_one_point_in_every_part_of_every_range() {
        let pair = [
            parameter("a", ParameterValues::Between(0.0, 40.0)),
            parameter("b", ParameterValues::Between(-4.0, 0.0)),
        ];
        let rule = |seed| PointRule::LatinHypercube { number: 40, seed };
        let found = points(&pair, rule(1));
        for (column, low, width) in [(0, 0.0, 1.0), (1, -4.0, 0.1)] {
            #[allow(clippy::cast_possible_truncation)]
            let part = |point: &Vec<f64>| ((point[column] - low) / width).floor() as i64;
            let mut parts: Vec<_> = found.iter().map(part).collect();
            parts.sort_unstable();
            assert!(parts.into_iter().eq(0..40));
        }
        assert_eq!(found, points(&pair, rule(1)));
        assert_ne!(found, points(&pair, rule(2)));
    }
}
