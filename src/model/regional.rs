//! Need and release of all entities together, by region and segment.

use std::ops::Range;

use super::draws::Draws;
use super::flows::{LandFlows, add_product};
use super::place::{Cell, Segment};
use super::series::Series;
use super::system::Entity;

/// Need and release in every cell, year and draw of a chunk, ha net per year.
#[derive(Debug, Clone)]
pub struct RegionalDemand {
    need: Vec<Series>,
    release: Vec<Series>,
    /// Whether release was written since it was last emptied, by cell.
    is_given_back: Vec<bool>,
    shares: Series,
}

impl RegionalDemand {
    /// No demand at all in `regions` regions, for `years` years and `draws` draws.
    #[must_use]
    pub fn zeros(regions: usize, years: usize, draws: usize) -> Self {
        let blocks = || Cell::all(regions).map(|_| Series::zeros(years, draws));
        Self {
            need: blocks().collect(),
            release: blocks().collect(),
            is_given_back: vec![false; regions * Segment::COUNT],
            shares: Series::default(),
        }
    }

    /// Empties every cell for the next chunk.
    pub fn clear(&mut self) {
        self.need.iter_mut().for_each(Series::clear);
        for (release, was_written) in self.release.iter_mut().zip(&mut self.is_given_back) {
            if std::mem::take(was_written) {
                release.clear();
            }
        }
    }

    /// Adds the flows of one entity, spread over its regions.
    pub fn add(&mut self, entity: &Entity, draws: &Draws, flows: &LandFlows) {
        for steps in entity.regions.spans(draws) {
            entity.regions.fill(draws, steps.start, &mut self.shares);
            self.add_years(entity, steps, flows);
        }
    }

    /// Adds the flows of some years by the shares that are worked out.
    fn add_years(&mut self, entity: &Entity, steps: Range<usize>, flows: &LandFlows) {
        for (place, region) in entity.regions.keys().enumerate() {
            let share = self.shares.at(place);
            for segment in Segment::ALL {
                let cell = Cell { region, segment }.index();
                if flows.asks(segment) {
                    let need = flows.need(segment);
                    add_shares(&mut self.need[cell], share, need, steps.clone());
                }
                if flows.gives_back(segment) {
                    self.is_given_back[cell] = true;
                    let release = flows.release(segment);
                    add_shares(&mut self.release[cell], share, release, steps.clone());
                }
            }
        }
    }

    /// Land newly asked for in a cell.
    #[must_use]
    pub fn need(&self, cell: Cell) -> &Series {
        &self.need[cell.index()]
    }

    /// Land newly asked for in a cell, to be written.
    pub fn need_mut(&mut self, cell: Cell) -> &mut Series {
        &mut self.need[cell.index()]
    }

    /// Whether land may be given back in a cell: if not, its release is zero throughout.
    #[must_use]
    pub fn gives_back(&self, cell: Cell) -> bool {
        self.is_given_back[cell.index()]
    }

    /// Land given back in a cell.
    #[must_use]
    pub fn release(&self, cell: Cell) -> &Series {
        &self.release[cell.index()]
    }

    /// Land given back in a cell, to be written.
    pub fn release_mut(&mut self, cell: Cell) -> &mut Series {
        self.is_given_back[cell.index()] = true;
        &mut self.release[cell.index()]
    }
}

/// Adds shares of the flow of some years, year by year.
fn add_shares(sum: &mut Series, share: &[f64], flow: &Series, steps: Range<usize>) {
    for step in steps {
        add_product(sum.at_mut(step), share, flow.at(step));
    }
}

#[cfg(test)]
mod tests {
    use super::super::background::HousingWorkSpace;
    use super::super::fixture::{Fixture, assert_figures, year};
    use super::super::place::{RegionIndex, Sector};
    use super::super::shares::Shares;
    use super::*;
    use crate::id::Id;
    use crate::model::{InputIndex, PathwayIndex, Timeline, Workspace};

    const URBAN: Segment = Segment::Urban;

    fn work_space() -> HousingWorkSpace {
        HousingWorkSpace {
            floor: PathwayIndex(0),
            floor_space_index: InputIndex(0),
            segments: Shares::Whole(URBAN),
        }
    }

    /// 5 ha of need a year, as floor of 5 · 10⁴ m² a year over an index of 1.
    fn flows() -> LandFlows {
        let mut fixture = Fixture::until(2026);
        fixture.input(1.0);
        fixture.anchors(&[(2024, 0.0), (2026, 1e5)]);
        fixture.flows(work_space(), Vec::new())
    }

    #[test]
    fn flows_are_spread_over_regions_by_the_shares_of_each_year() {
        // Weights 1 and 3: 1.25 and 3.75 ha; in 2026 a lever makes them 1 and 1: 2.5 ha each.
        let entity = Entity {
            id: Id::new("one").unwrap(),
            sector: Sector::Background,
            regions: Shares::Weighted(vec![
                (RegionIndex(0), InputIndex(0)),
                (RegionIndex(2), InputIndex(1)),
            ]),
            demand: Box::new(work_space()),
            events: Vec::new(),
        };
        let timeline = Timeline::new(year(2024), year(2026)).unwrap();
        let mut draws = Draws::zeros(2, 0, timeline, 1);
        draws.column_mut(InputIndex(0))[0] = 1.0;
        draws.column_mut(InputIndex(1))[0] = 3.0;
        let moved = draws.moved_mut(InputIndex(1), &mut Workspace::default());
        moved.at_mut(2)[0] = 1.0;
        let mut demand = RegionalDemand::zeros(3, 3, 1);
        demand.add(&entity, &draws, &flows());
        let need = |region| {
            let region = RegionIndex(region);
            let segment = URBAN;
            demand.need(Cell { region, segment }).values().to_vec()
        };
        assert_figures(&need(0), &[0.0, 1.25, 2.5]);
        assert_figures(&need(1), &[0.0, 0.0, 0.0]);
        assert_figures(&need(2), &[0.0, 3.75, 2.5]);
        demand.add(&entity, &draws, &flows());
        let twice = Cell {
            region: RegionIndex(2),
            segment: URBAN,
        };
        assert_figures(demand.need(twice).values(), &[0.0, 7.5, 5.0]);
        demand.clear();
        assert_figures(demand.need(twice).values(), &[0.0; 3]);
    }
}
