//! What levers cost.

use crate::model::{Draws, InputIndex};
use crate::scenario::Cost;
use crate::units::Year;

/// The inputs of what one lever costs.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct LeverCost {
    pub decision: InputIndex,
    pub cost: Cost,
}

impl LeverCost {
    /// Adds the cost up to and in a year, in millions of euro: once and per hectare from the decision
    /// on, and per year from the first effect on. The land and the yearly cost of a new site are paid
    /// for when it comes, which is in a whole year, in draws in which it comes.
    pub fn add(&self, draws: &Draws, year: Year, sum: &mut [f64]) {
        let cost = &self.cost;
        let [decision, lead] = [self.decision, cost.lead].map(|input| draws.column(input));
        let comes = cost.site.map(|comes| draws.column(comes));
        let column = |input: Option<InputIndex>| input.map(|input| draws.column(input));
        let (fixed, per_year) = (column(cost.fixed), column(cost.per_year));
        let (per_ha, hectares) = (column(cost.per_ha), column(cost.hectares));
        for (draw, sum) in sum.iter_mut().enumerate() {
            let at = |column: Option<&[f64]>| column.map_or(0.0, |column| column[draw]);
            let passed = year.as_f64() - decision[draw];
            let (part, since_effect, since_paid) = match comes {
                Some(comes) => {
                    let since_it_came = year.as_f64() - (decision[draw] + lead[draw]).round();
                    (comes[draw], since_it_came, since_it_came)
                }
                None => (1.0, passed - lead[draw], passed),
            };
            if passed >= 0.0 {
                *sum += at(fixed);
            }
            if since_paid >= 0.0 {
                *sum += part * at(per_ha) * at(hectares);
            }
            *sum += part * at(per_year) * (since_effect + 1.0).max(0.0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Timeline;

    fn cost_in(year: i64, site: bool) -> f64 {
        cost_after(5.0, year, site)
    }

    /// Decided in 2030, works `lead` years later: 10 once, 0.2 a hectare for 100, 3 a year; a site comes in
    /// half of the cases.
    fn cost_after(lead: f64, year: i64, site: bool) -> f64 {
        let values = [2030.0, lead, 10.0, 0.2, 100.0, 3.0, 0.5];
        let [base, last] = [2024, 2050].map(|year| Year::new(year).unwrap());
        let timeline = Timeline::new(base, last).unwrap();
        let mut draws = Draws::zeros(values.len(), 0, timeline, 1);
        for (index, value) in values.into_iter().enumerate() {
            draws.column_mut(InputIndex(index))[0] = value;
        }
        let cost = LeverCost {
            decision: InputIndex(0),
            cost: Cost {
                lead: InputIndex(1),
                fixed: Some(InputIndex(2)),
                per_ha: Some(InputIndex(3)),
                hectares: Some(InputIndex(4)),
                per_year: Some(InputIndex(5)),
                site: site.then_some(InputIndex(6)),
            },
        };
        let mut sum = [0.0];
        cost.add(&draws, Year::new(year).unwrap(), &mut sum);
        sum[0]
    }

    #[test]
    fn costs_fall_due_with_the_decision_and_with_the_effect() {
        assert_eq!(cost_in(2029, false), 0.0);
        assert_eq!(cost_in(2030, false), 30.0);
        // 2035 is the first year of effect.
        assert_eq!(cost_in(2035, false), 33.0);
        assert_eq!(cost_in(2036, false), 36.0);
    }

    #[test]
    fn a_site_is_paid_for_when_and_where_it_comes() {
        assert_eq!(cost_in(2034, true), 10.0);
        assert_eq!(cost_in(2035, true), 10.0 + 0.5 * (20.0 + 3.0));
        // Due in the course of a year, its land is there from the nearest year on.
        assert_eq!(cost_after(5.4, 2035, true), 10.0 + 0.5 * (20.0 + 3.0));
        assert_eq!(cost_after(5.6, 2035, true), 10.0);
        assert_eq!(cost_after(5.6, 2036, true), 10.0 + 0.5 * (20.0 + 3.0));
    }
}
