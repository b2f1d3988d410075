//! Annual steps from the base year to the last horizon.

use crate::numeric::count;
use crate::units::Year;

/// The years that are computed: step 0 is the base year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeline {
    base: Year,
    last: Year,
}

impl Timeline {
    /// From `base` to `last`, both included; `None` when `last` is not after `base`.
    #[must_use]
    pub fn new(base: Year, last: Year) -> Option<Self> {
        (last > base).then_some(Self { base, last })
    }

    /// The base year.
    #[must_use]
    pub fn base(self) -> Year {
        self.base
    }

    /// The last year.
    #[must_use]
    pub fn last(self) -> Year {
        self.last
    }

    /// How many years there are, the base year included.
    #[must_use]
    pub fn years(self) -> usize {
        self.last.since(self.base) + 1
    }

    /// The calendar year at `step`.
    #[must_use]
    pub fn year(self, step: usize) -> Year {
        self.base.plus(step)
    }

    /// The step of a calendar year, or `None` when the timeline does not reach it.
    #[must_use]
    pub fn step(self, year: Year) -> Option<usize> {
        (self.base..=self.last)
            .contains(&year)
            .then(|| year.since(self.base))
    }

    /// The step at which something comes that is due in the calendar year `due`, rounded to a whole
    /// year; `None` when it comes after the last year. What is due before the base year has come
    /// at step 0.
    #[must_use]
    pub fn step_due(self, due: f64) -> Option<usize> {
        let passed = (due - self.base.as_f64()).round().max(0.0);
        // A cast from a float saturates.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let step = passed as usize;
        (step < self.years()).then_some(step)
    }

    /// The first step at which something has come that is due in the calendar year `due(step)`,
    /// which levers may move: [`Timeline::step_due`] for a date that does not stay the same.
    #[must_use]
    pub fn first_step(self, due: impl Fn(usize) -> f64) -> Option<usize> {
        let base = self.base.as_f64();
        let has_come = |step: &usize| (due(*step) - base).round() <= count(*step);
        (0..self.years()).find(has_come)
    }
}

/// A span of years to the nearest whole one; none below zero.
pub(super) fn whole_years(span: f64) -> usize {
    // Far beyond every timeline, and exact in a float.
    let held = span.round().clamp(0.0, 1e4);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let years = held as usize;
    years
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_and_years_lead_to_each_other() {
        let year = |y| Year::new(y).unwrap();
        let timeline = Timeline::new(year(2024), year(2050)).unwrap();
        assert_eq!(timeline.years(), 27);
        assert_eq!(timeline.year(6), year(2030));
        assert_eq!(timeline.step(year(2030)), Some(6));
        assert_eq!(timeline.step(year(2051)), None);
        assert_eq!(timeline.step(year(2023)), None);
        assert_eq!(Timeline::new(year(2024), year(2024)), None);
    }

    #[test]
    fn what_is_due_comes_in_its_rounded_year_or_at_the_start() {
        let year = |y| Year::new(y).unwrap();
        let timeline = Timeline::new(year(2024), year(2030)).unwrap();
        for (due, step) in [
            (1990.0, Some(0)),
            (2024.4, Some(0)),
            (2024.5, Some(1)),
            (2030.4, Some(6)),
            (2030.6, None),
            (1e300, None),
        ] {
            assert_eq!(timeline.step_due(due), step, "{due}");
            assert_eq!(timeline.first_step(|_| due), step, "{due}");
        }
    }

    #[test]
    fn what_is_brought_forward_comes_at_once_when_it_is_overdue() {
        let year = |y| Year::new(y).unwrap();
        let timeline = Timeline::new(year(2024), year(2030)).unwrap();
        // Due in 2029, from step 3 (2027) on due in 2026.
        let due = |step| if step < 3 { 2029.0 } else { 2026.0 };
        assert_eq!(timeline.first_step(due), Some(3));
    }
}
