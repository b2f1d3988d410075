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
    /// Adds the cost up to a year, in millions of euro: once from the decision on, per hectare
    /// likewise, and per year from the first effect on.
    pub fn add(&self, draws: &Draws, year: Year, sum: &mut [f64]) {
        let decision = draws.column(self.decision);
        let year = year.as_f64();
        let passed = |draw: usize| year - decision[draw];
        let mut add = |amount: &dyn Fn(usize) -> f64| {
            for (draw, sum) in sum.iter_mut().enumerate() {
                *sum += amount(draw);
            }
        };
        if let Some(fixed) = self.cost.fixed {
            let fixed = draws.column(fixed);
            add(&|draw| {
                if passed(draw) >= 0.0 {
                    fixed[draw]
                } else {
                    0.0
                }
            });
        }
        if let Some((per_ha, hectares)) = self.cost.per_ha {
            let (per_ha, hectares) = (draws.column(per_ha), draws.column(hectares));
            let cost = |draw: usize| per_ha[draw] * hectares[draw];
            add(&|draw| if passed(draw) >= 0.0 { cost(draw) } else { 0.0 });
        }
        if let Some((per_year, lead)) = self.cost.per_year {
            let (per_year, lead) = (draws.column(per_year), draws.column(lead));
            add(&|draw| per_year[draw] * (passed(draw) - lead[draw]).max(0.0));
        }
    }
}
