//! Announced large developments, outside every trend.

use super::draws::InputIndex;
use super::flows::LandFlows;
use super::place::Segment;
use super::system::Projection;

/// A development that comes or does not come: `area` hectares net in `year` if `occurs` is 1.
#[derive(Debug, Clone, Copy)]
pub struct Event {
    /// 1 in draws in which the development comes, else 0.
    pub occurs: InputIndex,
    /// The calendar year in which the land is asked for; rounded to a whole year.
    pub year: InputIndex,
    /// The land asked for, ha net.
    pub area: InputIndex,
    /// The quality of the land.
    pub segment: Segment,
}

impl Event {
    /// Adds the development's need in the first year that its year does not lie beyond. One that
    /// falls in or before the base year, or after the last year, asks for nothing within the years
    /// that are computed.
    pub(super) fn add_need(&self, projection: &Projection<'_>, flows: &mut LandFlows) {
        let draws = projection.draws;
        let need = flows.need_mut(self.segment);
        for draw in 0..draws.count() {
            let year_at = |step| draws.at(self.year, step)[draw];
            let step = draws.timeline().first_step(year_at);
            let Some(step) = step.filter(|&step| step > 0) else {
                continue;
            };
            let occurs = draws.at(self.occurs, step)[draw];
            need.at_mut(step)[draw] += occurs * draws.at(self.area, step)[draw];
        }
    }
}
