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
    /// Adds the development's need. One that falls in or before the base year, or after the last
    /// year, asks for nothing within the years that are computed.
    pub(super) fn add_need(&self, projection: &Projection<'_>, flows: &mut LandFlows) {
        let base = projection.system.timeline.base().as_f64();
        let occurs = projection.column(self.occurs);
        let years = projection.column(self.year);
        let area = projection.column(self.area);
        let need = flows.need_mut(self.segment);
        for (draw, year) in years.iter().enumerate() {
            let passed = (year - base).round();
            for step in 1..projection.years() {
                #[allow(clippy::cast_precision_loss)]
                if (passed - step as f64).abs() < 0.5 {
                    need.at_mut(step)[draw] += occurs[draw] * area[draw];
                }
            }
        }
    }
}
