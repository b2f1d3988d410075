//! The rows that are reported and how each follows from facts.
//!
//! A row is a *recipe* over the facts of a chunk: a sum, a difference, a sum of gross areas, a
//! peak. Totals are thus made within each draw, never by adding quantiles, and a new kind of row is
//! a new recipe.

use ndarray::{ArrayViewMut2, Axis};

use super::facts::{ChunkFacts, Fact, FactList, Flow, add};
use super::key::OutcomeKey;
use crate::model::{DemandSystem, Draws, InputIndex, OutcomeKind, RegionIndex, Sector, Segment};
use crate::units::{NetHectares, NetToGross, Year};

/// How one reported row follows from facts, which it names by their places.
#[derive(Debug)]
enum Recipe {
    /// Facts added, others taken off.
    Sum { plus: Vec<usize>, minus: Vec<usize> },
    /// Facts divided by the net part of their segment's gross land, added.
    Gross(Vec<(usize, InputIndex)>),
    /// The largest of the yearly sums.
    Peak(Vec<Vec<usize>>),
    /// The year of the largest of the yearly sums.
    PeakYear(Vec<Vec<usize>>),
    /// A fact as it is.
    Copy(usize),
    /// 1 where the fact is at most a year, else 0.
    Reached(usize, Year),
}

/// All reported rows of an experiment.
#[derive(Debug)]
pub(super) struct Rows {
    rows: Vec<(OutcomeKey, Recipe)>,
    base: Year,
}

impl Rows {
    /// Plans every row that can be other than zero.
    pub fn plan(system: &DemandSystem, facts: &FactList, years: &[Year]) -> Self {
        let mut planner = Planner {
            system,
            facts,
            years,
            rows: Vec::new(),
        };
        planner.list_annual_rows();
        planner.list_entity_rows();
        planner.list_place_rows();
        Self {
            rows: planner.rows,
            base: facts.base(),
        }
    }

    /// What the rows are about, in order.
    pub fn keys(&self) -> Vec<OutcomeKey> {
        self.rows.iter().map(|(key, _)| *key).collect()
    }

    /// How many rows there are.
    pub fn count(&self) -> usize {
        self.rows.len()
    }

    /// Writes every row (rows × draws) of a chunk.
    pub fn write(&self, facts: &ChunkFacts, draws: &Draws, mut out: ArrayViewMut2<'_, f64>) {
        for ((_, recipe), mut row) in self.rows.iter().zip(out.axis_iter_mut(Axis(0))) {
            if let Some(row) = row.as_slice_mut() {
                row.fill(0.0);
                recipe.cook(self.base, facts, draws, row);
            }
        }
    }
}

impl Recipe {
    fn cook(&self, base: Year, facts: &ChunkFacts, draws: &Draws, row: &mut [f64]) {
        match self {
            Recipe::Sum { plus, minus } => {
                for &place in plus {
                    add(row, facts.get(place));
                }
                for &place in minus {
                    for (row, fact) in row.iter_mut().zip(facts.get(place)) {
                        *row -= fact;
                    }
                }
            }
            Recipe::Gross(parts) => {
                for &(place, ratio) in parts {
                    let ratio = draws.column(ratio);
                    for (draw, net) in facts.get(place).iter().enumerate() {
                        row[draw] += NetHectares(*net).gross(NetToGross(ratio[draw])).0;
                    }
                }
            }
            Recipe::Peak(years) => {
                for (draw, row) in row.iter_mut().enumerate() {
                    *row = peak(years, facts, draw).1;
                }
            }
            Recipe::PeakYear(years) => {
                for (draw, row) in row.iter_mut().enumerate() {
                    *row = base.plus(peak(years, facts, draw).0).as_f64();
                }
            }
            Recipe::Copy(place) => row.copy_from_slice(facts.get(*place)),
            Recipe::Reached(place, year) => {
                for (row, reached) in row.iter_mut().zip(facts.get(*place)) {
                    *row = f64::from(u8::from(*reached <= year.as_f64()));
                }
            }
        }
    }
}

/// The step and height of the first largest yearly sum in one draw.
fn peak(years: &[Vec<usize>], facts: &ChunkFacts, draw: usize) -> (usize, f64) {
    let mut peak = (0, 0.0);
    for (step, places) in years.iter().enumerate() {
        let height = places.iter().map(|&place| facts.get(place)[draw]).sum();
        if height > peak.1 {
            peak = (step, height);
        }
    }
    peak
}

/// Lists rows in the order in which they are reported.
struct Planner<'a> {
    system: &'a DemandSystem,
    facts: &'a FactList,
    years: &'a [Year],
    rows: Vec<(OutcomeKey, Recipe)>,
}

impl Planner<'_> {
    fn push(&mut self, key: OutcomeKey, recipe: Recipe) {
        self.rows.push((key, recipe));
    }

    fn places(&self, wanted: impl Fn(&Fact) -> bool) -> Vec<usize> {
        self.facts.find(wanted).map(|(place, _)| place).collect()
    }

    /// Lists need, release and their balance, unless nothing can ever be in them.
    fn push_flows(
        &mut self,
        key: impl Fn(OutcomeKind) -> OutcomeKey,
        is_part: impl Fn(Flow, &Fact) -> bool,
    ) {
        let need = self.places(|fact| is_part(Flow::Need, fact));
        let release = self.places(|fact| is_part(Flow::Release, fact));
        if need.is_empty() && release.is_empty() {
            return;
        }
        let sum = |plus: &[usize], minus: &[usize]| Recipe::Sum {
            plus: plus.to_vec(),
            minus: minus.to_vec(),
        };
        self.push(key(OutcomeKind::Need), sum(&need, &[]));
        self.push(key(OutcomeKind::Release), sum(&release, &[]));
        self.push(key(OutcomeKind::Balance), sum(&need, &release));
    }

    /// Lists the gross land of the facts that `segment_of` gives a segment.
    fn push_gross(&mut self, key: OutcomeKey, segment_of: impl Fn(&Fact) -> Option<Segment>) {
        let facts = self.facts.find(|fact| segment_of(fact).is_some());
        let parts: Vec<_> = facts
            .filter_map(|(place, fact)| {
                let segment = segment_of(&fact)?;
                Some((place, self.system.net_to_gross[segment.index()]))
            })
            .collect();
        if !parts.is_empty() {
            self.push(key, Recipe::Gross(parts));
        }
    }

    fn sectors_and_all(&self) -> Vec<Option<Sector>> {
        let entities = &self.system.entities;
        let is_present = |sector: &Sector| entities.iter().any(|entity| entity.sector == *sector);
        let present = Sector::ALL.into_iter().filter(is_present);
        std::iter::once(None).chain(present.map(Some)).collect()
    }

    fn list_annual_rows(&mut self) {
        let timeline = self.system.timeline;
        for sector in self.sectors_and_all() {
            for step in 0..timeline.years() {
                let key = |kind| {
                    OutcomeKey::total(kind, Some(timeline.year(step))).in_sector(sector)
                };
                let is_part = |flow, fact: &Fact| is_annual(fact, flow, sector, step);
                self.push_flows(key, is_part);
                let double_use = self.places(|fact| is_part(Flow::DoubleUse, fact));
                if !double_use.is_empty() {
                    let recipe = Recipe::Sum {
                        plus: double_use,
                        minus: Vec::new(),
                    };
                    self.push(key(OutcomeKind::DoubleUse), recipe);
                }
            }
            self.list_peak_rows(sector);
        }
    }

    fn list_peak_rows(&mut self, sector: Option<Sector>) {
        let yearly = |step| self.places(|fact| is_annual(fact, Flow::DoubleUse, sector, step));
        let years: Vec<_> = (0..self.system.timeline.years()).map(yearly).collect();
        if years.iter().all(Vec::is_empty) {
            return;
        }
        let key = |kind| OutcomeKey::total(kind, None).in_sector(sector);
        self.push(key(OutcomeKind::DoubleUsePeak), Recipe::Peak(years.clone()));
        self.push(key(OutcomeKind::DoubleUsePeakYear), Recipe::PeakYear(years));
    }

    fn list_entity_rows(&mut self) {
        for index in 0..self.system.entities.len() {
            for &year in self.years {
                self.list_rows_of_entity(index, year);
            }
            self.list_room_rows(index);
        }
    }

    fn list_rows_of_entity(&mut self, index: usize, year: Year) {
        let entity = &self.system.entities[index];
        let key = |kind| OutcomeKey::total(kind, Some(year)).of_entity(entity.sector, index);
        let segment_of = |fact: &Fact, flow| match *fact {
            Fact::Entity(f, e, segment, y) if (f, e, y) == (flow, index, year) => Some(segment),
            _ => None,
        };
        self.push_flows(key, |flow, fact| segment_of(fact, flow).is_some());
        self.push_gross(key(OutcomeKind::NeedGross), |fact| {
            segment_of(fact, Flow::Need)
        });
        for segment in entity.segments() {
            self.push_flows(
                |kind| key(kind).in_segment(Some(segment)),
                |flow, fact| segment_of(fact, flow) == Some(segment),
            );
        }
        if let Some(place) = self.facts.place(Fact::EntityDoubleUse(index, year)) {
            self.push(key(OutcomeKind::DoubleUse), Recipe::Copy(place));
        }
    }

    fn list_room_rows(&mut self, index: usize) {
        let Some(place) = self.facts.place(Fact::RoomUsedUpYear(index)) else {
            return;
        };
        let sector = self.system.entities[index].sector;
        let key = |kind, year| OutcomeKey::total(kind, year).of_entity(sector, index);
        for &year in self.years {
            self.push(
                key(OutcomeKind::RoomUsedUp, Some(year)),
                Recipe::Reached(place, year),
            );
        }
        self.push(key(OutcomeKind::RoomUsedUpYear, None), Recipe::Copy(place));
    }

    /// Rows by region and by segment, for each sector and all of them.
    fn list_place_rows(&mut self) {
        let regions = (0..self.system.regions).map(|index| Some(RegionIndex(index)));
        let regions: Vec<_> = std::iter::once(None).chain(regions).collect();
        let segments: Vec<_> = std::iter::once(None)
            .chain(Segment::ALL.into_iter().map(Some))
            .collect();
        for sector in self.sectors_and_all() {
            for &region in &regions {
                for &segment in &segments {
                    for &year in self.years {
                        self.list_rows_of_place(&Place {
                            sector,
                            region,
                            segment,
                            year,
                        });
                    }
                }
            }
        }
    }

    fn list_rows_of_place(&mut self, place: &Place) {
        let key = |kind| {
            OutcomeKey::total(kind, Some(place.year))
                .in_sector(place.sector)
                .in_region(place.region)
                .in_segment(place.segment)
        };
        // The rows over all regions and segments stand among the annual rows.
        if place.region.is_some() || place.segment.is_some() {
            self.push_flows(key, |flow, fact| place.segment_of(fact, flow).is_some());
        }
        self.push_gross(key(OutcomeKind::NeedGross), |fact| {
            place.segment_of(fact, Flow::Need)
        });
    }
}

/// Where and whose the land of a row is; `None` stands for all of them.
struct Place {
    sector: Option<Sector>,
    region: Option<RegionIndex>,
    segment: Option<Segment>,
    year: Year,
}

impl Place {
    /// The segment of a fact that is part of this place.
    fn segment_of(&self, fact: &Fact, flow: Flow) -> Option<Segment> {
        let Fact::Place(f, sector, region, segment, year) = *fact else {
            return None;
        };
        let is_part = (f, year) == (flow, self.year)
            && is_in(sector, self.sector)
            && is_in(region, self.region)
            && is_in(segment, self.segment);
        is_part.then_some(segment)
    }
}

fn is_annual(fact: &Fact, flow: Flow, of: Option<Sector>, at: usize) -> bool {
    matches!(*fact, Fact::Annual(f, sector, step) if f == flow && step == at && is_in(sector, of))
}

fn is_in<T: PartialEq>(part: T, whole: Option<T>) -> bool {
    whole.is_none_or(|whole| whole == part)
}
