//! From the draws of every set of drivers to the part of each.

use super::{Decomposition, DecompositionError, End, Part};
use crate::engine::{OutcomeKey, OutcomeName, OutcomeTable};
use crate::numeric::count;
use crate::scenario::Scenario;
use crate::statistics::{quantiles, shapley};

/// The draws of every outcome.
pub(super) fn columns(
    scenario: &Scenario,
    table: &OutcomeTable,
    outcomes: &[OutcomeName],
) -> Result<Vec<Vec<f64>>, DecompositionError> {
    let column = |outcome: &OutcomeName| {
        let key = outcome.key_in(scenario)?;
        let values = table.values(&key);
        Ok(values.ok_or_else(|| outcome.not_reported_by(scenario))?)
    };
    outcomes.iter().map(column).collect()
}

pub(super) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / count(values.len())
}

fn end(values: &[f64]) -> End {
    End {
        mean: mean(values),
        p50: quantiles(values, &[0.5])[0],
    }
}

fn part(values: &[f64]) -> Part {
    let band = quantiles(values, &[0.05, 0.5, 0.95]);
    Part {
        mean: mean(values),
        band: [band[0], band[1], band[2]],
    }
}

impl Decomposition {
    /// Adds what is left between the draws at which all drivers ended and those of the end itself.
    pub(super) fn add_last(&mut self, moved: &[f64], at_end: &[f64]) {
        let left: Vec<_> = { at_end.iter().zip(moved) }
            .map(|(end, moved)| end - moved)
            .collect();
        self.parts.push(part(&left));
        self.to = end(at_end);
    }
}

/// Takes the change of one outcome apart, from its draws for every set of drivers that moved.
fn take_apart(outcome: &OutcomeName, key: OutcomeKey, sets: &[&[f64]]) -> Decomposition {
    let draws = sets[0].len();
    let players = sets.len().ilog2() as usize;
    let mut parts = vec![Vec::with_capacity(draws); players];
    let mut of_draw = vec![0.0; sets.len()];
    for draw in 0..draws {
        for (value, set) in of_draw.iter_mut().zip(sets) {
            *value = set[draw];
        }
        for (part, brought) in parts.iter_mut().zip(shapley(&of_draw)) {
            part.push(brought);
        }
    }
    Decomposition {
        outcome: outcome.clone(),
        key,
        from: end(sets[0]),
        to: end(sets[sets.len() - 1]),
        parts: parts.iter().map(|values| part(values)).collect(),
    }
}

/// Takes the change of every outcome apart; `runs` holds the draws of each outcome for every set.
pub(super) fn all_apart(
    scenario: &Scenario,
    outcomes: &[OutcomeName],
    runs: &[Vec<Vec<f64>>],
) -> Result<Vec<Decomposition>, DecompositionError> {
    let one = |(place, outcome): (usize, &OutcomeName)| {
        let sets: Vec<&[f64]> = runs.iter().map(|run| run[place].as_slice()).collect();
        Ok(take_apart(outcome, outcome.key_in(scenario)?, &sets))
    };
    outcomes.iter().enumerate().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_at_the_end_is_a_part_of_its_own() {
        let sets: [&[f64]; 2] = [&[1.0, 2.0], &[3.0, 5.0]];
        let outcome: OutcomeName = "need,2050".parse().unwrap();
        let key = OutcomeKey::total(outcome.kind, outcome.year);
        let mut found = take_apart(&outcome, key, &sets);
        found.add_last(sets[1], &[4.0, 9.0]);
        let means: Vec<_> = found.parts.iter().map(|part| part.mean).collect();
        assert_eq!(means, [2.5, 2.5]);
        assert_eq!((found.from.mean, found.to.mean), (1.5, 6.5));
    }

    #[test]
    fn parts_add_up_in_the_mean_and_keep_their_spread() {
        // Two draws of a product of two factors: 2·3 → 5·7 and 1·1 → 2·2.
        let sets: [&[f64]; 4] = [&[6.0, 1.0], &[15.0, 2.0], &[14.0, 2.0], &[35.0, 4.0]];
        let outcome: OutcomeName = "need,2050".parse().unwrap();
        let key = OutcomeKey::total(outcome.kind, outcome.year);
        let found = take_apart(&outcome, key, &sets);
        let means: Vec<_> = found.parts.iter().map(|part| part.mean).collect();
        // 15 and 1.5; 14 and 1.5
        assert_eq!(means, [8.25, 7.75]);
        assert!((found.to.mean - found.from.mean - 16.0).abs() < 1e-12);
        assert!((found.parts[0].band[1] - 8.25).abs() < 1e-12);
    }
}
