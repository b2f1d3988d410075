//! Policy instruments that move inputs in time.
//!
//! The strength of a lever in year t is λ(t) = clamp((t − decision − lead)/ramp, 0, 1) · uptake ·
//! effect, dimensionless, with years as points in time; without a ramp the whole effect is there
//! from the year decision + lead on. A lever moves each of its targets by its strength, and levers
//! on one input move it in the order in which they are listed: two that complement it with
//! strengths e₁ and e₂ make 1 − (1−x)(1−e₁)(1−e₂) of x.
//!
//! In a draw and year in which its strength is zero a lever leaves the very bits of an input.

use std::ops::RangeInclusive;

use super::draws::{Draws, InputIndex};
use super::series::{Series, Workspace};

/// One policy instrument.
#[derive(Debug, Clone)]
pub struct Lever {
    /// The calendar year of the decision.
    pub decision: InputIndex,
    /// Years from the decision to the first effect.
    pub lead: InputIndex,
    /// Years from the first to the full effect; 0: at once.
    pub ramp: InputIndex,
    /// The part of those concerned that take part, 0 to 1.
    pub uptake: InputIndex,
    /// The full effect on those that take part, relative to what each target names.
    pub effect: InputIndex,
    /// What it moves.
    pub targets: Vec<Target>,
}

/// An input that a lever moves.
#[derive(Debug, Clone)]
pub struct Target {
    /// The input.
    pub input: InputIndex,
    /// How it moves.
    pub operation: Operation,
    /// The range in which it is held when it moves.
    pub range: RangeInclusive<f64>,
}

/// How an input x moves under a strength λ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// 1 − (1−x)(1−λ): takes away a part of what x lacks to 1.
    Complement,
    /// x(1−λ): takes away a part of x.
    Shrink,
    /// x(1 + λ(factor − 1)): at full strength `factor` times x.
    Multiply(InputIndex),
    /// x + λ·amount: at full strength `amount` more, in the unit of x.
    Add(InputIndex),
}

impl Lever {
    /// Writes λ for every year and draw, and says whether it is other than zero anywhere.
    ///
    /// Reads the inputs of the lever as they are drawn: no lever moves a lever.
    pub fn fill_strength(&self, draws: &Draws, strength: &mut Series) -> bool {
        let [decision, lead, ramp, uptake, effect] = [
            self.decision,
            self.lead,
            self.ramp,
            self.uptake,
            self.effect,
        ]
        .map(|input| draws.column(input));
        let mut is_felt = false;
        for step in 0..draws.years() {
            let year = draws.timeline().year(step).as_f64();
            for (draw, strength) in strength.at_mut(step).iter_mut().enumerate() {
                let passed = year - decision[draw] - lead[draw];
                *strength = part_of_ramp(passed, ramp[draw]) * uptake[draw] * effect[draw];
                is_felt |= *strength != 0.0;
            }
        }
        is_felt
    }
}

fn part_of_ramp(passed: f64, ramp: f64) -> f64 {
    if ramp > 0.0 {
        (passed / ramp).clamp(0.0, 1.0)
    } else {
        f64::from(u8::from(passed >= 0.0))
    }
}

impl Operation {
    /// What becomes of x under the strength λ, with `amount` the draw of the operation's own input.
    fn moved(self, x: f64, strength: f64, amount: f64) -> f64 {
        match self {
            Operation::Complement => x + strength * (1.0 - x),
            Operation::Shrink => x * (1.0 - strength),
            Operation::Multiply(_) => x * (1.0 + strength * (amount - 1.0)),
            Operation::Add(_) => x + strength * amount,
        }
    }

    fn amount(self) -> Option<InputIndex> {
        match self {
            Operation::Complement | Operation::Shrink => None,
            Operation::Multiply(amount) | Operation::Add(amount) => Some(amount),
        }
    }
}

/// Moves every input that the levers name, in their order.
///
/// Levers that are felt in no draw and year of the chunk move nothing.
pub fn apply_levers(levers: &[Lever], draws: &mut Draws, workspace: &mut Workspace) {
    let years = draws.years();
    let mut strength = workspace.series(years, draws.count());
    let mut amount = workspace.column(draws.count());
    for lever in levers {
        if !lever.fill_strength(draws, &mut strength) {
            continue;
        }
        for target in &lever.targets {
            if let Some(input) = target.operation.amount() {
                amount.copy_from_slice(draws.column(input));
            }
            let moved = draws.moved_mut(target.input, workspace);
            for step in 0..years {
                target.apply(strength.at(step), &amount, moved.at_mut(step));
            }
        }
    }
    workspace.give_back_column(amount);
    workspace.give_back(strength);
}

/// Takes every lever away again: each input has its one column for all years.
pub fn clear_levers(draws: &mut Draws, workspace: &mut Workspace) {
    draws.undo_moves(workspace);
}

impl Target {
    fn apply(&self, strength: &[f64], amount: &[f64], moved: &mut [f64]) {
        let (low, high) = (*self.range.start(), *self.range.end());
        for (draw, x) in moved.iter_mut().enumerate() {
            if strength[draw] != 0.0 {
                let moved = self.operation.moved(*x, strength[draw], amount[draw]);
                *x = moved.max(low).min(high);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{assert_figures, year};
    use super::super::timeline::Timeline;
    use super::*;

    const ANYTHING: RangeInclusive<f64> = f64::NEG_INFINITY..=f64::INFINITY;

    /// Inputs: a share of 0.2, the factor 3, then decision, lead, ramp, uptake, effect of levers.
    fn draws(levers: &[[f64; 5]]) -> Draws {
        let values = [0.2, 3.0]
            .into_iter()
            .chain(levers.iter().flatten().copied());
        let values: Vec<_> = values.collect();
        let mut draws = Draws::zeros(values.len(), 0, timeline(), 1);
        for (index, value) in values.into_iter().enumerate() {
            draws.column_mut(InputIndex(index))[0] = value;
        }
        draws
    }

    fn timeline() -> Timeline {
        Timeline::new(year(2024), year(2030)).unwrap()
    }

    fn lever(place: usize, operation: Operation, range: RangeInclusive<f64>) -> Lever {
        let input = |offset| InputIndex(2 + 5 * place + offset);
        Lever {
            decision: input(0),
            lead: input(1),
            ramp: input(2),
            uptake: input(3),
            effect: input(4),
            targets: vec![Target {
                input: InputIndex(0),
                operation,
                range,
            }],
        }
    }

    fn moved(levers: &[Lever], draws: &mut Draws) -> Vec<f64> {
        apply_levers(levers, draws, &mut Workspace::default());
        (0..timeline().years())
            .map(|step| draws.at(InputIndex(0), step)[0])
            .collect()
    }

    /// Decided in 2024, felt after 2025, in full from 2027 on: half of them, an effect of 0.8.
    const HALF_BY_HALF: [f64; 5] = [2024.0, 1.0, 2.0, 0.5, 0.8];

    #[test]
    fn strength_rises_from_the_end_of_the_lead_time_to_uptake_times_effect() {
        let mut strength = Series::zeros(7, 1);
        let draws = draws(&[HALF_BY_HALF]);
        let lever = lever(0, Operation::Shrink, ANYTHING);
        assert!(lever.fill_strength(&draws, &mut strength));
        assert_figures(strength.values(), &[0.0, 0.0, 0.2, 0.4, 0.4, 0.4, 0.4]);
    }

    #[test]
    fn without_a_ramp_the_whole_effect_is_there_in_the_first_year() {
        let mut strength = Series::zeros(7, 1);
        let draws = draws(&[[2024.0, 2.0, 0.0, 0.5, 0.8]]);
        let lever = lever(0, Operation::Shrink, ANYTHING);
        lever.fill_strength(&draws, &mut strength);
        assert_figures(strength.values(), &[0.0, 0.0, 0.4, 0.4, 0.4, 0.4, 0.4]);
    }

    #[test]
    fn each_operation_moves_a_share_of_a_fifth_as_written() {
        // λ = 0.2 in 2026 and 0.4 from 2027 on.
        let factor = InputIndex(1);
        for (operation, half, full) in [
            (Operation::Complement, 1.0 - 0.8 * 0.8, 1.0 - 0.8 * 0.6),
            (Operation::Shrink, 0.2 * 0.8, 0.2 * 0.6),
            (Operation::Multiply(factor), 0.2 * 1.4, 0.2 * 1.8),
            (Operation::Add(factor), 0.2 + 0.6, 0.2 + 1.2),
        ] {
            let found = moved(
                &[lever(0, operation, ANYTHING)],
                &mut draws(&[HALF_BY_HALF]),
            );
            assert_figures(&found, &[0.2, 0.2, half, full, full, full, full]);
        }
    }

    #[test]
    fn a_moved_input_stays_within_its_range() {
        let lever = lever(0, Operation::Add(InputIndex(1)), 0.0..=1.0);
        let found = moved(&[lever], &mut draws(&[HALF_BY_HALF]));
        assert_figures(&found, &[0.2, 0.2, 0.8, 1.0, 1.0, 1.0, 1.0]);
    }

    #[test]
    fn two_levers_on_one_input_complement_what_the_other_leaves() {
        // 1 − 0.8 · (1 − 0.4)(1 − 0.5) = 0.76 from 2027 on.
        let at_once = [2027.0, 0.0, 0.0, 1.0, 0.5];
        let levers = [0, 1].map(|place| lever(place, Operation::Complement, ANYTHING));
        let found = moved(&levers, &mut draws(&[HALF_BY_HALF, at_once]));
        assert_figures(&found[3..], &[0.76; 4]);
        assert_figures(&found[..3], &[0.2, 0.2, 0.36]);
    }

    #[test]
    fn a_lever_without_strength_moves_nothing_and_cleared_levers_leave_no_trace() {
        let mut draws = draws(&[[2024.0, 0.0, 0.0, 0.0, 0.8], HALF_BY_HALF]);
        let levers = [0, 1].map(|place| lever(place, Operation::Complement, ANYTHING));
        assert_eq!(moved(&levers[..1], &mut draws), [0.2; 7]);
        assert!(!draws.is_moved(InputIndex(0)));
        moved(&levers, &mut draws);
        assert!(draws.is_moved(InputIndex(0)));
        clear_levers(&mut draws, &mut Workspace::default());
        assert!(!draws.is_moved(InputIndex(0)));
        assert_eq!(draws.at(InputIndex(0), 6), [0.2]);
    }
}
