//! Need and release of all entities together, by region and segment.

use super::draws::Draws;
use super::flows::{LandFlows, add_product};
use super::place::Cell;
use super::series::Series;
use super::system::Entity;

/// Need and release in every cell, year and draw of a chunk, ha net per year.
#[derive(Debug, Clone)]
pub struct RegionalDemand {
    need: Vec<Series>,
    release: Vec<Series>,
    share: Vec<f64>,
}

impl RegionalDemand {
    /// No demand at all in `regions` regions, for `years` years and `draws` draws.
    #[must_use]
    pub fn zeros(regions: usize, years: usize, draws: usize) -> Self {
        let blocks = || Cell::all(regions).map(|_| Series::zeros(years, draws));
        Self {
            need: blocks().collect(),
            release: blocks().collect(),
            share: vec![0.0; draws],
        }
    }

    /// Empties every cell for the next chunk.
    pub fn clear(&mut self) {
        for block in self.need.iter_mut().chain(&mut self.release) {
            block.clear();
        }
    }

    /// Adds the flows of one entity, spread over its regions.
    pub fn add(&mut self, entity: &Entity, draws: &Draws, flows: &LandFlows) {
        let segments = entity.segments();
        let mut place = 0;
        while let Some(region) = entity.regions.key(place) {
            for step in 1..flows.years() {
                if step == 1 || entity.regions.are_moved(draws) {
                    entity.regions.fill(draws, step, place, &mut self.share);
                }
                for &segment in &segments {
                    let cell = Cell { region, segment }.index();
                    let (need, release) = (flows.need(segment), flows.release(segment));
                    add_product(self.need[cell].at_mut(step), &self.share, need.at(step));
                    add_product(
                        self.release[cell].at_mut(step),
                        &self.share,
                        release.at(step),
                    );
                }
            }
            place += 1;
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

    /// Land given back in a cell.
    #[must_use]
    pub fn release(&self, cell: Cell) -> &Series {
        &self.release[cell.index()]
    }

    /// Land given back in a cell, to be written.
    pub fn release_mut(&mut self, cell: Cell) -> &mut Series {
        &mut self.release[cell.index()]
    }
}
