//! The rows by which policy variants are compared: few, so that many variants fit in memory.

use super::{Planner, Recipe};
use crate::engine::facts::{Flow, all_and_each};
use crate::engine::key::OutcomeKey;
use crate::model::{OutcomeKind, RegionIndex, Segment, SupplySystem};

impl Planner<'_> {
    /// Lists need of each sector, and what is short by region and segment, at the reported years.
    pub(super) fn list_comparison(&mut self, supply: Option<&SupplySystem>) {
        for sector in self.sectors_and_all() {
            for &year in self.years {
                let key = OutcomeKey::total(OutcomeKind::Need, Some(year)).in_sector(sector);
                let step = self.system.timeline.step(year);
                let facts =
                    step.map_or_else(Vec::new, |step| self.annual(Flow::Need, sector, step));
                self.push(key, Recipe::sum(facts));
            }
        }
        let Some(supply) = supply else { return };
        let regions = supply.spill_over.regions();
        for region in all_and_each((0..regions).map(RegionIndex)) {
            for segment in all_and_each(Segment::ALL) {
                for &year in self.years {
                    self.list_shortage((region, segment), year);
                }
            }
        }
    }
}
