//! The land that one entity asks for and gives back.

use super::place::Segment;
use super::series::Series;

/// What an entity can report beyond need and release.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Feature {
    /// Land on which the old plant still stands while the new one already runs.
    DoubleUse,
    /// Development room that can be used up.
    Room,
}

/// Need and release of one entity in every year, segment and draw, in hectares net per year.
///
/// Both are at least zero: land that shrinks is release, never negative need, so that nothing is
/// counted twice.
#[derive(Debug, Clone)]
pub struct LandFlows {
    need: [Series; Segment::COUNT],
    release: [Series; Segment::COUNT],
    double_use: Series,
    room_used_up_year: Vec<f64>,
    years: usize,
    /// Whether need, release and double use were written since they were last emptied.
    asked: [bool; Segment::COUNT],
    given_back: [bool; Segment::COUNT],
    stands_double: bool,
}

impl LandFlows {
    /// No flows at all, for `years` years and `draws` draws.
    #[must_use]
    pub fn zeros(years: usize, draws: usize) -> Self {
        let block = || Series::zeros(years, draws);
        Self {
            need: std::array::from_fn(|_| block()),
            release: std::array::from_fn(|_| block()),
            double_use: block(),
            room_used_up_year: vec![f64::INFINITY; draws],
            years,
            asked: [false; Segment::COUNT],
            given_back: [false; Segment::COUNT],
            stands_double: false,
        }
    }

    /// Empties the flows for the next entity.
    pub fn clear(&mut self) {
        let needs = self.need.iter_mut().zip(&mut self.asked);
        let releases = self.release.iter_mut().zip(&mut self.given_back);
        let double_use = (&mut self.double_use, &mut self.stands_double);
        for (block, was_written) in needs.chain(releases).chain([double_use]) {
            if std::mem::take(was_written) {
                block.clear();
            }
        }
        self.room_used_up_year.fill(f64::INFINITY);
    }

    /// How many years the flows span, the base year included.
    #[must_use]
    pub fn years(&self) -> usize {
        self.years
    }

    /// Whether land may be asked for in a segment: if not, its need is zero throughout.
    #[must_use]
    pub fn asks(&self, segment: Segment) -> bool {
        self.asked[segment.index()]
    }

    /// Whether land may be given back in a segment: if not, its release is zero throughout.
    #[must_use]
    pub fn gives_back(&self, segment: Segment) -> bool {
        self.given_back[segment.index()]
    }

    /// Land newly asked for, ha net per year.
    #[must_use]
    pub fn need(&self, segment: Segment) -> &Series {
        &self.need[segment.index()]
    }

    /// Land given back, ha net per year.
    #[must_use]
    pub fn release(&self, segment: Segment) -> &Series {
        &self.release[segment.index()]
    }

    /// Land in double use in each year, ha net.
    #[must_use]
    pub fn double_use(&self) -> &Series {
        &self.double_use
    }

    /// The calendar year in which the development room is used up; infinite in draws in which it
    /// lasts beyond the last year.
    #[must_use]
    pub fn room_used_up_year(&self) -> &[f64] {
        &self.room_used_up_year
    }

    pub(super) fn need_mut(&mut self, segment: Segment) -> &mut Series {
        self.asked[segment.index()] = true;
        &mut self.need[segment.index()]
    }

    pub(super) fn double_use_mut(&mut self) -> &mut Series {
        self.stands_double = true;
        &mut self.double_use
    }

    pub(super) fn room_used_up_year_mut(&mut self) -> &mut [f64] {
        &mut self.room_used_up_year
    }

    /// Adds `share` of a claim's need and release at a step to a segment.
    pub(super) fn add(&mut self, segment: Segment, step: usize, share: &[f64], claim: &Claim) {
        let need = self.need_mut(segment).at_mut(step);
        add_product(need, share, claim.need.at(step));
        if claim.gives_back() {
            self.given_back[segment.index()] = true;
            let release = self.release[segment.index()].at_mut(step);
            add_product(release, share, claim.release.at(step));
        }
    }
}

/// Adds a share of an amount to a sum, draw by draw.
pub(super) fn add_product(sum: &mut [f64], share: &[f64], amount: &[f64]) {
    for (sum, (share, amount)) in sum.iter_mut().zip(share.iter().zip(amount)) {
        *sum += share * amount;
    }
}

/// Need and release of one part of an entity, before it is split over segments.
#[derive(Debug)]
pub(super) struct Claim {
    pub need: Series,
    /// Without any year for a part that never gives land back.
    pub release: Series,
}

impl Claim {
    /// Whether the part can give land back.
    pub fn gives_back(&self) -> bool {
        self.release.years() > 0
    }
}
