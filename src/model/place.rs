//! Where land is asked for, and of which quality.

use std::fmt;

/// Who asks for land.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sector {
    /// Industry clusters: the regional clusters and cluster 6.
    Industry,
    /// The circular economy: collection, sorting, repair, processing, storage.
    Circular,
    /// Campuses and science parks.
    Campus,
    /// All other business land, which competes for the same supply.
    Background,
}

impl Sector {
    /// Every sector, in the order of tables and charts.
    pub const ALL: [Sector; 4] = [
        Sector::Industry,
        Sector::Circular,
        Sector::Campus,
        Sector::Background,
    ];

    /// The name in scenario files and tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Sector::Industry => "industry",
            Sector::Circular => "circular",
            Sector::Campus => "campus",
            Sector::Background => "background",
        }
    }

    /// The sector of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sector| sector.name() == name)
    }
}

impl fmt::Display for Sector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The quality of land. HMC is the high environmental category (hoge milieucategorie), 4 and up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Segment {
    /// High environmental category, at the quay.
    WetHmc,
    /// High environmental category, not at the quay.
    DryHmc,
    /// Ordinary business sites.
    Regular,
    /// Campus land.
    Campus,
    /// Work space in the city.
    Urban,
}

impl Segment {
    /// Every segment, in the order of tables and charts.
    pub const ALL: [Segment; 5] = [
        Segment::WetHmc,
        Segment::DryHmc,
        Segment::Regular,
        Segment::Campus,
        Segment::Urban,
    ];

    /// How many segments there are.
    pub const COUNT: usize = Self::ALL.len();

    /// The name in scenario files and tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Segment::WetHmc => "wet-hmc",
            Segment::DryHmc => "dry-hmc",
            Segment::Regular => "regular",
            Segment::Campus => "campus",
            Segment::Urban => "urban",
        }
    }

    /// The segment of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|segment| segment.name() == name)
    }

    /// The segment's place in [`Segment::ALL`].
    #[must_use]
    pub fn index(self) -> usize {
        self as usize
    }
}

impl fmt::Display for Segment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A region's place in the scenario's table of regions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RegionIndex(pub usize);

/// Land of one quality in one region: where need meets supply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Cell {
    /// The region.
    pub region: RegionIndex,
    /// The quality of the land.
    pub segment: Segment,
}

impl Cell {
    /// Every cell of the first `regions` regions, in order of [`Cell::index`].
    pub fn all(regions: usize) -> impl Iterator<Item = Cell> {
        (0..regions).flat_map(|region| {
            let region = RegionIndex(region);
            Segment::ALL.map(|segment| Cell { region, segment })
        })
    }

    /// The cell's place among all cells: region by region, segment by segment.
    #[must_use]
    pub fn index(self) -> usize {
        self.region.0 * Segment::COUNT + self.segment.index()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back_to_their_segment_and_sector() {
        for (place, segment) in Segment::ALL.into_iter().enumerate() {
            assert_eq!(Segment::from_name(segment.name()), Some(segment));
            assert_eq!(segment.index(), place);
        }
        for sector in Sector::ALL {
            assert_eq!(Sector::from_name(sector.name()), Some(sector));
        }
        assert_eq!(Segment::from_name("wet"), None);
    }

    #[test]
    fn cells_are_counted_region_by_region() {
        let indices: Vec<_> = Cell::all(3).map(Cell::index).collect();
        assert_eq!(indices, (0..15).collect::<Vec<_>>());
    }
}
